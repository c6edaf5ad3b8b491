"""Search among names: Әлия is found by Алия, Aliya or Alia, in any order of the words."""

import unicodedata
from functools import lru_cache

_LETTERS = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
    "ж": "j", "з": "z", "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n",
    "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
    "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "s", "ч": "s", "ш": "s", "щ": "s", "ъ": "",
    "ы": "i", "і": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_PAIRS = (
    ("shch", "s"), ("zh", "j"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "g"), ("ts", "s"),
)  # fmt: skip
_LATIN = {"y": "i", "w": "u", "q": "k", "x": "h", "ı": "i", "ə": "a", "ɵ": "o", "ŋ": "n"}


@lru_cache(maxsize=65536)
def skeleton(words: str) -> str:
    """Return what a name sounds like, the same for its spellings in Kazakh, Russian and Latin.

    Args:
        words: A name as it is written, or as it is searched for.

    Returns:
        Small Latin letters without marks or doubled letters, words with one blank between.
    """
    small = unicodedata.normalize("NFC", words.casefold())
    for pair, letter in _PAIRS:
        small = small.replace(pair, letter)
    spelt = "".join(_spell(sign) for sign in small)
    plain = unicodedata.normalize("NFKD", spelt)
    kept = "".join(sign if sign.isalnum() else " " for sign in plain if not _is_mark(sign))
    sounds = "".join(_LATIN.get(sign, sign) for sign in kept)
    return " ".join(_thin(word) for word in sounds.split())


def _spell(sign: str) -> str:
    return _LETTERS.get(sign, _LATIN.get(sign, sign))


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn"


def _thin(word: str) -> str:
    """Return a word without doubled letters; ``ie`` is ``e`` (Yerlan), ``ng`` is ``n``."""
    thin = "".join(sign for number, sign in enumerate(word) if word[number - 1 : number] != sign)
    return thin.replace("ie", "e").replace("ng", "n")


def matches(wanted: str, *texts: str | None) -> bool:
    """Say whether every word that is searched for begins a word of the texts, or stands in it.

    Args:
        wanted: What was typed; nothing matches everything.
        texts: Name, code, organisation.
    """
    found = " ".join(skeleton(text) for text in texts if text)
    return all(word in found for word in skeleton(wanted).split())

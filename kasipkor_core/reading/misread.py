"""Kazakh letters of KZ-1048 that were read as CP1251, told from the languages that have these."""

import re

OWN_LETTERS = "әғқңөұүһӘҒҚҢӨҰҮҺ"


def _table_of_misread() -> dict[int, str]:
    """Return the letters that differ when KZ-1048 bytes are read as CP1251."""
    table = {}
    for byte in range(0x80, 0x100):
        wrong = bytes([byte]).decode("cp1251", "ignore")
        right = bytes([byte]).decode("kz1048", "ignore")
        if wrong != right and right in OWN_LETTERS and wrong:
            table[ord(wrong)] = right
    return table


MISREAD = _table_of_misread()
WRONG = frozenset(map(chr, MISREAD))
_OWN = frozenset(OWN_LETTERS)
# Letters that no neighbour's text has: қ and ң misread.
_TELLTALE = frozenset("ќѕЌЅ")
# Ukrainian, Belarusian (and Uzbek), Serbian: their letters, and letters that they never have.
_ALPHABETS: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset("ґєї"), frozenset("ыэъё")),
    (frozenset("ў"), frozenset()),
    (frozenset("јћ"), frozenset("йщъыьэюяёі")),
)
_WORD = re.compile(r"[^\W\d_]+")


def repair_misread(text: str) -> tuple[str, bool, bool]:
    """Put misread letters right where no other language can be meant.

    Args:
        text: The text of a file.

    Returns:
        The text; whether letters were put right; whether some may be wrong and were left.
    """
    if not has_wrong(text):
        return text, False, False
    own = not _OWN.isdisjoint(text)
    # Beside right letters a guest may have a name of another language: each word for itself.
    if not any(map(_is_of_no_language, _list(text) if own else [text])):
        return text, False, True
    if not own:
        return text.translate(MISREAD), True, False
    return _WORD.sub(_repair_word, text), True, False


def has_wrong(text: str) -> bool:
    """Tell whether a text has letters that Kazakh ones are misread as."""
    return any(letter in text for letter in WRONG)


def _list(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not WRONG.isdisjoint(word)]


def _is_of_no_language(text: str) -> bool:
    """Tell whether letters stand together that no one language has."""
    if any(letter in text for letter in _TELLTALE):
        return True
    words = [set(word.lower()) for word in _list(text)]
    used = [own for own, _ in _ALPHABETS if any(own & word for word in words)]
    strange = any(own & word and never & word for own, never in _ALPHABETS for word in words)
    return len(used) > 1 or strange


def _repair_word(match: re.Match[str]) -> str:
    word = match.group()
    return word.translate(MISREAD) if _OWN.isdisjoint(word) else word

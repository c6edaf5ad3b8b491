"""Folding: two texts that a person would read as the same word become the same text."""

import unicodedata
from functools import lru_cache

# Letters that look alike, at least as capitals; one side is as good as the other.
_LATIN = "aceopxykmtbhiəɵ"
_CYRILLIC = "асеорхукмтвніәө"
_ALIKE = str.maketrans({**dict(zip(_LATIN, _CYRILLIC, strict=True)), "ё": "е"})


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Return what is compared instead of the text: no case, no marks, no look-alike letters.

    Kazakh letters stay what they are. Folding twice changes nothing more.

    Args:
        text: A heading, a name of a region or skill, a word of a choice.

    Returns:
        Words of letters and digits with one blank between; a text without any (``+``) is
        returned without its blanks.
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(sign for sign in plain if unicodedata.category(sign) not in {"Mn", "Cf"})
    alike = letters.casefold().translate(_ALIKE)
    words = "".join(sign if sign.isalnum() else " " for sign in alike).split()
    return " ".join(words) or " ".join(alike.split())

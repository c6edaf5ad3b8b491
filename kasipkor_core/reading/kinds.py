"""What a cell looks like: a number, a date, a code, plain text. Nothing is converted here."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

WHITE = " \t\r\n\v\f\xa0\u2007\u202f\u200b\ufeff\u3000"

_NUMBER = re.compile(
    r"""[(+\-−]?\s?[$€£¥₸₽]?\s?[+\-−]?
        (?:\d{1,3}(?:[ \xa0\u202f'’]\d{3})+(?:[.,]\d+)?   # 1 234 567,89
         |\d{1,3}(?:,\d{3})+(?:\.\d+)?                    # 1,234,567.89
         |\d{1,3}(?:\.\d{3})+(?:,\d+)?                    # 1.234.567,89
         |\d*[.,]\d+|\d+[.,]?)                            # 12,5  .5  12
        (?:[eE][+\-]?\d+)?\s?(?:%|[$€£¥₸₽]|тг|тенге|KZT|USD|EUR)?\)?""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"[+\-]?\d{1,15}(?:[.,]\d{1,15})?", re.ASCII)
_TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AaPp][Mm])?(?:Z|[+\-]\d{2}:?\d{2})?"
_DATE = re.compile(
    rf"(?:\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{2,4}})"
    rf"(?:[T ]{_TIME})?(?:\s?[гжgj]\.?)?",
)
_SHAPES = (
    ("void", re.compile(r"[-–—.?/*_]+")),
    ("number", _NUMBER),
    ("date", _DATE),
    ("time", re.compile(_TIME)),
    ("link", re.compile(r"(?:https?://|www\.)\S+|[^\s@,;|]+@[^\s@,;|]+\.\w+")),
    ("phone", re.compile(r"\+?\d[\d\s\-()]{6,20}")),
    ("code", re.compile(r"(?=\S*\d)[\w№#][\w\-/.#:]{0,39}")),
)
VALUES = frozenset({"number", "date", "time", "link", "phone"})
_SAMPLE = 200


@lru_cache(maxsize=1 << 16)
def kind_of(cell: str) -> str:
    """Return what one stripped cell looks like: "", void, number, date, ..., code or text."""
    if not cell:
        return ""
    if len(cell) > 200:  # noqa: PLR2004 - nothing but prose is that long
        return "text"
    for name, shape in _SHAPES:
        if shape.fullmatch(cell):
            return name
    return "text"


def list_families(rows: Iterable[Sequence[str]], width: int) -> list[str]:
    """Return for each column the one kind that seven in ten of its cells have, or "".

    Args:
        rows: Records, or what is thought to be records; only the later half of the first 200
            is looked at, because header lines may still be among the earlier ones.
        width: Number of columns.

    Returns:
        One kind a column; "" for free text, for nothing at all and for mixtures.
    """
    taken = [row for row, _ in zip(rows, range(_SAMPLE), strict=False)]
    return [_family_of(taken[len(taken) // 2 :], column) for column in range(width)]


def _family_of(rows: list[Sequence[str]], column: int) -> str:
    kinds = Counter(kind_of(row[column]) for row in rows if column < len(row))
    del kinds[""], kinds["void"]
    if not kinds:
        return ""
    name, count = kinds.most_common(1)[0]
    return name if name != "text" and count >= 0.7 * kinds.total() else ""


def parse_number(cell: str) -> float | None:
    """Return the value of a cell that looks like a number, else None; for sums only."""
    if _PLAIN.fullmatch(cell):
        return float(cell.replace(",", "."))
    if kind_of(cell) != "number":
        return None
    text = re.sub(r"[^\d.,\-−]", "", cell).replace("−", "-")
    if "," in text and "." in text:
        thousands = min(",.", key=text.rindex)
        text = text.replace(thousands, "")
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None

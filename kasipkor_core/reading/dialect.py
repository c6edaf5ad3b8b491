"""Which characters divide cells, enclose them and escape in them."""

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from kasipkor_core.reading.kinds import kind_of, list_families

if TYPE_CHECKING:
    from _csv import Reader

# Longer ones first: where both divide alike, the blank belongs to the delimiter.
_DELIMITERS = (
    ", ",
    "; ",
    " | ",
    "| ",
    "||",
    ";;",
    "::",
    "\t\t",
    "\\t",
    ",",
    ";",
    "\t",
    "|",
    " ",
    ":",
    "^",
    "~",
)
_DOUBT = {" ": 0.8, ":": 0.5, "^": 0.9, "~": 0.9, "::": 0.9}
_SAMPLE_LINES = 200
_SAMPLE_CHARS = 1 << 16
_FEW = 3
_WIDE = 2_000  # columns that are looked at; no sheet has more
_SHORT = 12
_ESCAPES = "\\/#@!~^&%"
_SINGLE = frozenset({"time", "link", "number"})
_WORTH = {"": 0.6, "void": 0.7, "text": 0.9, "code": 0.95}
# Noncharacters of Unicode: no text has them, so they can stand for what csv cannot know.
STAND_IN = "\ufdd0"
ESCAPED_QUOTE = "\ufdd1"
ESCAPED_ESCAPE = "\ufdd2"
NO_DELIMITER = "\ufdd3"
_NONCHARACTERS = re.compile("[\ufdd0-\ufdd3]")


@dataclass(frozen=True)
class Dialect:
    """How a delimited text is written.

    Attributes:
        delimiter: One or two characters; empty when every line is one cell.
        quote: Character around cells; empty when nothing is enclosed.
        escape: Character before a quote inside a cell; empty when quotes are doubled.
    """

    delimiter: str
    quote: str = '"'
    escape: str = ""

    @property
    def char(self) -> str:
        """The one character that divides cells once the text is prepared."""
        if not self.delimiter:
            return NO_DELIMITER
        return self.delimiter if len(self.delimiter) == 1 else STAND_IN


def list_lines(text: str) -> list[str]:
    """Return the physical lines with their ends: LF, CRLF and CR, also mixed."""
    return list(io.StringIO(text, newline=""))


def prepare_text(text: str, dialect: Dialect) -> str:
    """Return the text with stand-ins for what Python's csv module cannot know."""
    if dialect.escape:
        text = text.replace(dialect.escape * 2, ESCAPED_ESCAPE)
        text = text.replace(dialect.escape + dialect.quote, ESCAPED_QUOTE)
    if len(dialect.delimiter) > 1:
        text = text.replace(dialect.delimiter, STAND_IN)
    return text


def restore_cell(cell: str, dialect: Dialect) -> str:
    """Return a cell with the stand-ins put back."""
    cell = cell.replace(STAND_IN, dialect.delimiter) if len(dialect.delimiter) > 1 else cell
    if dialect.escape:
        cell = cell.replace(ESCAPED_QUOTE, dialect.quote).replace(ESCAPED_ESCAPE, dialect.escape)
    return cell


def needs_stand_ins(dialect: Dialect) -> bool:
    """Tell whether a text in this dialect is read with characters standing in for others."""
    return bool(dialect.escape) or len(dialect.delimiter) != 1


def drop_noncharacters(text: str) -> str:
    """Return the text without the four characters that serve as stand-ins here."""
    return _NONCHARACTERS.sub("\ufffd", text) if _NONCHARACTERS.search(text) else text


def read_cells(
    lines: Sequence[str] | Iterator[str], dialect: Dialect, *, strict: bool = False
) -> "Reader":
    """Return Python's csv reader over prepared lines."""
    return csv.reader(
        lines,
        delimiter=dialect.char,
        quotechar=dialect.quote or None,
        quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
        skipinitialspace=dialect.char not in " \t",
        strict=strict,
    )


def detect_dialect(lines: Sequence[str]) -> Dialect:
    """Return the dialect in which the first lines make the most regular table.

    Args:
        lines: Physical lines with their ends, from the start of the text.

    Returns:
        The best of all candidates; no delimiter when nothing divides the lines regularly.
    """
    sample = _take_sample(lines)
    if _is_single(lines[:_SAMPLE_LINES]):
        return Dialect("")
    best, best_score = Dialect(""), 0.04
    for dialect in _list_candidates(sample):
        score = _score(sample, dialect)
        if score > best_score + 1e-9:
            best, best_score = dialect, score
    return best


def _is_single(lines: Sequence[str]) -> bool:
    """Tell whether each line as a whole is one value under a name: times, links, numbers."""
    cells = [line.strip() for line in lines if line.strip()]
    if len(cells) < _FEW:
        return False
    kinds = Counter(kind_of(cell) for cell in cells[1:])
    plain = all(kind in _SINGLE for kind in kinds)
    return plain and kind_of(cells[0]) in ("text", "code") and not set(cells[0]) & set(",;\t|:")


def _take_sample(lines: Sequence[str]) -> str:
    taken, size = [], 0
    for line in islice(lines, _SAMPLE_LINES):
        if size > _SAMPLE_CHARS:
            break
        taken.append(line)
        size += len(line)
    return "".join(taken)


def _list_candidates(sample: str) -> Iterator[Dialect]:
    """Yield the dialects that the characters of the sample allow, likelier ones first."""
    delimiters = [each for each in _DELIMITERS if each in sample]
    quotes = [each for each in "\"'" if each in sample]
    for delimiter, quote in product(delimiters, [*quotes, ""] if quotes else ['"']):
        if quotes and not quote and _encloses(sample, Dialect(delimiter)):
            continue
        yield Dialect(delimiter, quote or ("" if quotes else '"'))
        for escape in _ESCAPES if quote else "":
            if escape + quote in sample and escape != delimiter:
                yield Dialect(delimiter, quote, escape)


def _encloses(sample: str, dialect: Dialect) -> bool:
    """Tell whether all quotes of a sample are sound and some of them enclose delimiters."""
    if dialect.quote not in sample:
        return False
    lines = list_lines(prepare_text(sample, dialect))
    try:
        return any(
            dialect.char in cell for row in read_cells(lines, dialect, strict=True) for cell in row
        )
    except csv.Error:
        return False


def _score(sample: str, dialect: Dialect) -> float:
    """Return how well a dialect divides the sample, as a whole or, if better, line by line."""
    lines = list_lines(prepare_text(sample, dialect))
    try:
        reader = read_cells(lines, dialect)
        rows = [row for row in reader if any(row)]
        best = _score_rows(rows, dialect)
        if dialect.quote in sample and reader.line_num > len(rows):
            alone = [row for line in lines for row in read_cells([line], dialect) if any(row)]
            best = max(best, _score_rows(alone, dialect))
    except csv.Error:
        return 0.0
    return best


def _score_rows(rows: list[list[str]], dialect: Dialect) -> float:
    """Return 0 to 1: how regular the widths are, and how much the cells look like values."""
    widths = Counter(len(row) for row in rows)
    if not rows:
        return 0.0
    width = max(widths, key=lambda each: (each > 1, widths[each]))
    looked_at = min(width, _WIDE)
    families = list_families([row for row in rows if len(row) == width], looked_at)
    if dialect.delimiter == " " and not _is_plausible_blank(rows, width, families):
        return 0.0
    typed = sum(1 for family in families if family) / looked_at
    doubt = _DOUBT.get(dialect.delimiter, 1.0)
    return doubt * _regularity(widths, len(rows)) * _rate_cells(rows, dialect) * (0.5 + 0.5 * typed)


def _regularity(widths: Counter[int], rows: int) -> float:
    """Return the share of rows whose width recurs; wide rows count more, many widths less."""
    least = max(2 if rows <= _SHORT else 3, rows / 20) if rows > _FEW else 1
    worth = [count * (width - 1) / width for width, count in widths.items() if count >= least]
    if rows <= _FEW:
        return max(worth) / rows
    return sum(worth) / math.pow(max(1, len(worth)), 0.3) / rows


def _is_plausible_blank(rows: list[list[str]], width: int, families: list[str]) -> bool:
    """Tell whether blanks divide cells here, and not only words."""
    same = sum(1 for row in rows if len(row) == width)
    return same >= 0.7 * len(rows) and (any(families) or (width > 3 and len(rows) > 1))  # noqa: PLR2004


def _rate_cells(rows: list[list[str]], dialect: Dialect) -> float:
    cells = [cell.strip() for row in rows for cell in row[:_WIDE]]
    return sum(_rate_cell(cell, dialect) for cell in cells) / len(cells)


def _rate_cell(cell: str, dialect: Dialect) -> float:
    kind = kind_of(cell)
    if dialect.delimiter and dialect.delimiter in cell:  # then quotes enclose it
        return 0.9
    if kind != "text":
        return _WORTH.get(kind, 1.0)
    if cell[0] in "\"'" and cell[0] != dialect.quote:
        return 0.4
    if any(other in cell for other in "\t|;\ufdd1"):
        return 0.9 if "\ufdd1" in cell else 0.4
    if "," in cell.replace(", ", ""):
        return 0.6
    return 0.9 if dialect.quote not in cell or not dialect.quote else 0.7

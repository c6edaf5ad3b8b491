"""Rows under a header one by one: record, total, signature, footnote, next table."""

import math
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from kasipkor_core.reading.dialect import Dialect
from kasipkor_core.reading.grid import Code, Note
from kasipkor_core.reading.header import Cells, compare, is_like_header
from kasipkor_core.reading.kinds import VALUES, kind_of, parse_number
from kasipkor_core.reading.repair import split_otherwise
from kasipkor_core.reading.split import Row
from kasipkor_core.reading.words import is_remark, is_rule_to_sign_on, is_signature, is_total_word

_DIGIT = re.compile("[0-9]")
TAIL = 5
_NEAR_END = 20
_QUESTIONS = 100
_LOOKS = 50_000
_FOUND = 200
_CHECK = 1 << 12


@dataclass(frozen=True)
class Profile:
    """What is usual for the records of a table.

    Attributes:
        width: Cells a record has.
        least: Cells that a row must fill to be a record without further question.
        families: Kind of each column.
        header: The header's rows as they stand.
        sheet: Whether the rows come from a sheet.
        key: First column of numbers or dates, or null.
        dialect: How the text is written; null for sheets.
        until: Moment (``time.monotonic``) from which on no row in the middle is looked at.
    """

    width: int
    least: int
    families: Sequence[str]
    header: Sequence[Cells] = field(default_factory=list)
    sheet: bool = False
    key: int | None = None
    dialect: Dialect | None = None
    until: float = math.inf


def is_unusual(cells: Cells, filled: int, profile: Profile) -> bool:
    """Tell whether a row needs a closer look; the columnar path asks the same of whole columns."""
    if filled < profile.least or len(cells) != profile.width:
        return True
    if not cells[0] or is_total_word(cells[0]) or cells in profile.header:
        return True
    key = profile.key
    return key is not None and bool(cells[key]) and not _DIGIT.search(cells[key])


def sort_rows(rows: Sequence[Row], first: int, profile: Profile, notes: list[Note]) -> list[Row]:
    """Return the records among the rows under a header, and note all others.

    Args:
        rows: All rows of the file.
        first: Index of the first row under the header.
        profile: What is usual for the records.
        notes: Notes are added here, in file order.

    Returns:
        The records of this table, in file order.
    """
    filled = [len(row.cells) - row.cells.count("") for row in rows[first:]]
    last = _find_last(filled, profile)
    apart = filled.index(0, last + 1) if 0 in filled[last + 1 :] else len(filled)
    tail = _find_tail(filled)
    records: list[Row] = []
    sums = _Sums(records)
    gap, looks = False, 0
    for offset, count in enumerate(filled):
        row = rows[first + offset]
        if not count:
            gap = True
            continue
        inside = not gap and 0 < offset < tail
        if not offset % _CHECK and time.monotonic() > profile.until:
            looks = _LOOKS + 1
        if inside and (looks > _LOOKS or not is_unusual(row.cells, count, profile)):
            records.append(row)
            continue
        looks += 1
        view = _View(rows, first + offset, count, gap, offset > last, offset > apart)
        what = _name(view, sums, profile)
        gap = False
        if what == "other_table":
            notes.extend(_note_tables(rows, first + offset, profile))
            break
        if what:
            notes.append(Note(what, row.number, found=_show(row)))
        else:
            records.append(row)
    return records


@dataclass(frozen=True)
class _View:
    """One row to be looked at closely, with its surroundings.

    Attributes:
        rows: All rows of the file.
        index: Which of them it is.
        filled: Cells with something in them.
        gap: Whether a blank row is right above.
        ends: Whether no full row follows.
        apart: Whether a blank row is between it and the last full row.
    """

    rows: Sequence[Row]
    index: int
    filled: int
    gap: bool
    ends: bool
    apart: bool

    @property
    def cells(self) -> list[str]:
        return self.rows[self.index].cells

    @property
    def next_cells(self) -> list[str]:
        below = self.index + 1
        return self.rows[below].cells if below < len(self.rows) else []


class _Sums:
    """The records so far, and a limited number of questions about the sums of their columns."""

    def __init__(self, records: list[Row]) -> None:
        self.records = records
        self._left = _QUESTIONS
        self._known: dict[int, tuple[int, float, int]] = {}

    def match(self, numbers: dict[int, float]) -> bool:
        """Tell whether every number is the sum or the mean of its column so far."""
        self._left -= 1
        return self._left > 0 and all(self._is_sum(n, column) for column, n in numbers.items())

    def _is_sum(self, number: float, column: int) -> bool:
        total, count = self._add_up(column)
        near = 0.006 + abs(total) * 1e-9
        return count > 0 and min(abs(number - total), abs(number - total / count)) <= near

    def _add_up(self, column: int) -> tuple[float, int]:
        """Return sum and count of a column's numbers, going on from where it was last asked."""
        begin, total, count = self._known.get(column, (0, 0.0, 0))
        for row in islice(self.records, begin, None):
            value = parse_number(row.cells[column]) if column < len(row.cells) else None
            total, count = total + (value or 0.0), count + (value is not None)
        self._known[column] = (len(self.records), total, count)
        return total, count


def _show(row: Row) -> str:
    return " ".join(cell for cell in row.cells if cell)[:_FOUND]


def _find_last(filled: list[int], profile: Profile) -> int:
    """Return the offset of the last row that fills enough cells."""
    return next((i for i in range(len(filled) - 1, -1, -1) if filled[i] >= profile.least), -1)


def _find_tail(filled: list[int]) -> int:
    """Return the offset from which the last few rows that are not blank are looked at closely."""
    seen = 0
    for offset in range(len(filled) - 1, -1, -1):
        seen += 1 if filled[offset] else 0
        if seen == TAIL:
            return offset
    return 0


def _name(view: _View, sums: _Sums, profile: Profile) -> Code | Literal[""]:
    """Return the code of what a row is, "" for a record."""
    if view.cells in profile.header:
        return "repeated_header"
    if not sums.records and _is_numbering(view, profile):
        return "numbering_row"
    if _starts_table(view, profile):
        return "other_table"
    if _is_total(view, sums, profile):
        return "total_row"
    if view.filled < max(profile.least, 2):
        return _name_thin(view, profile)
    ruled = view.filled < profile.width - 1 or any(map(is_rule_to_sign_on, view.cells))
    return "signature_line" if ruled and _is_signed(view, profile) else ""


def _is_numbering(view: _View, profile: Profile) -> bool:
    """Tell whether the first row under a header only numbers the columns."""
    cells = view.cells
    counted = [str(number + 1) for number in range(len(cells))]
    words = any(not family for family in profile.families)
    return len(cells) > 2 and cells == counted and words and bool(profile.header)  # noqa: PLR2004


def _starts_table(view: _View, profile: Profile) -> bool:
    """Tell whether a row is the header of another table with a record under it."""
    names = [cell for cell in view.cells if cell]
    if len(names) < 2 or any(kind_of(name) in VALUES for name in names):  # noqa: PLR2004
        return False
    below = view.next_cells
    if not any(kind_of(cell) in VALUES for cell in below) or len(set(names)) < len(names):
        return False
    if abs(sum(1 for cell in below if cell) - len(names)) > max(1, len(names) // 3):
        return False
    same, other = compare(view.cells, profile.families)
    shifted = not profile.sheet and len(view.cells) != profile.width
    if shifted and len(below) == len(view.cells) and (view.gap or not same):
        return True
    if same or len(other) < min(2, sum(1 for family in profile.families if family)):
        return False
    full = view.filled >= profile.width - 1 and len(other) > 1
    return (view.gap or full) and is_like_header(view.cells, profile.families)


def _is_total(view: _View, sums: _Sums, profile: Profile) -> bool:
    """Tell whether a row sums up the rows above it."""
    words = [cell for cell in view.cells if cell and kind_of(cell) not in (*VALUES, "void")]
    numbers = {i: n for i, cell in enumerate(view.cells) if (n := parse_number(cell)) is not None}
    labelled = [word for word in words if is_total_word(word)]
    if labelled and words[0] == labelled[0]:
        open_cells = view.filled < min(profile.width, len(view.cells))
        if len(words) == 1 and (open_cells or len(view.cells) != profile.width):
            return not (profile.key == 0 and 0 in numbers and not sums.match(numbers))
        return bool(numbers) and sums.match(numbers)
    few = len(sums.records) < 2 or len(view.rows) - view.index > _NEAR_END  # noqa: PLR2004
    if words or not numbers or few or view.cells[0]:
        return False
    return view.filled < profile.width and sums.match(numbers)


def _is_signed(view: _View, profile: Profile) -> bool:
    """Tell whether a row is a place to sign and has nothing that a record has."""
    if not any(profile.families) or not any(is_signature(cell) for cell in view.cells):
        return False
    return not compare(view.cells, profile.families)[0]


def _is_stray(view: _View, profile: Profile) -> bool:
    """Tell whether a lone value under the table is of another kind than its column."""
    column = next(index for index, cell in enumerate(view.cells) if cell)
    if view.filled > 1 or profile.width < 4 or column >= len(profile.families):  # noqa: PLR2004
        return False
    return kind_of(view.cells[column]) not in (profile.families[column], "void")


def _name_thin(view: _View, profile: Profile) -> Code | Literal[""]:
    """Return the code of a row with few cells: signature, footnote, section title, or a record."""
    cells = view.cells
    signed = view.ends and any(is_signature(cell) for cell in cells)
    if signed or _is_signed(view, profile):
        return "signature_line"
    same, other = compare(cells, profile.families)
    if view.apart and _is_stray(view, profile):
        return "footnote"
    if same or profile.width < 2:  # noqa: PLR2004 - one column says nothing about its rows
        return ""
    if profile.dialect and split_otherwise(
        view.rows[view.index], profile.families, profile.dialect
    ):
        return ""
    column = next(index for index, cell in enumerate(cells) if cell)
    alone = not profile.sheet and len(cells) == 1
    apart = alone or view.gap or is_remark(cells[column])
    if not apart and (profile.width == 2 or not other):  # noqa: PLR2004
        return ""
    return "footnote" if view.ends else "section_line"


def _note_tables(rows: Sequence[Row], index: int, profile: Profile) -> Iterator[Note]:
    """Yield a note for each further table, from the first one on."""
    yield Note("other_table", rows[index].number, found=_show(rows[index]))
    gap = False
    for later in range(index + 1, len(rows)):
        count = len(rows[later].cells) - rows[later].cells.count("")
        if not count:
            gap = True
            continue
        view = _View(rows, later, count, gap, ends=False, apart=False)
        if gap and _starts_table(view, profile):
            yield Note("other_table", rows[later].number, found=_show(rows[later]))
        gap = False

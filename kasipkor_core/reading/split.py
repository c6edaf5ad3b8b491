"""Text to rows: every record with its own line number, broken quotes put right line by line."""

import csv
import math
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading.dialect import (
    Dialect,
    list_lines,
    prepare_text,
    read_cells,
    restore_cell,
)
from kasipkor_core.reading.grid import Note
from kasipkor_core.reading.kinds import WHITE
from kasipkor_core.reading.quotes import is_sound, is_strict, split_lazily, split_tolerant

csv.field_size_limit(1 << 28)
_FOUND = 200
_LONGEST = 200
_LONGEST_LAZY = 10_000
_SPAN = 4
_CHECK = 1 << 12
_GRACE = 8.0
MOST_ROWS = 2_000_000


class Row(NamedTuple):
    """One record as the file has it.

    Attributes:
        number: Line or sheet row, 1-based.
        cells: Stripped texts.
        raw: The line as it stands, kept only for rows of an unusual width.
    """

    number: int
    cells: list[str]
    raw: str = ""


@dataclass
class Split:
    """What dividing a text into rows gave."""

    rows: list[Row] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def find_width(lines: list[str], dialect: Dialect) -> int:
    """Return the width that most of the first records have, at least 1."""
    prepared = prepare_text("".join(lines[:400]), dialect)
    widths: Counter[int] = Counter()
    try:
        widths.update(len(row) for row in read_cells(list_lines(prepared), dialect) if any(row))
    except csv.Error:
        return 1
    several = Counter({width: count for width, count in widths.items() if width > 1})
    return several.most_common(1)[0][0] if several else 1


def split_rows(lines: list[str], dialect: Dialect, *, until: float = math.inf) -> Split:
    """Return all rows of a text, blank lines too.

    Args:
        lines: Physical lines with their ends.
        dialect: How the text is written.
        until: Moment (``time.monotonic``) from which on each line is taken for one row.

    Returns:
        Rows with line numbers, and a note for every line whose quotes had to be put right.
    """
    width = find_width(lines, dialect)
    prepared = [prepare_text(line, dialect) for line in lines] if _is_special(dialect) else lines
    split = Split()
    start = 0
    while start < len(prepared):
        if time.monotonic() > until:
            _take_lines(prepared, start, dialect, split, until + _GRACE)
            break
        start = _split_from(prepared, start, dialect, width=width, split=split, until=until)
        refuse_many(len(split.rows) - _LONGEST)
    return split


def _take_lines(lines: list[str], start: int, dialect: Dialect, split: Split, until: float) -> None:
    """Take every line from one on for a row; refuse the file when even that takes too long."""
    split.notes.append(Note("time_over", found=str(start + 1)))
    for number, line in enumerate(_slice(lines, start), start + 1):
        try:
            cells = next(read_cells([line], dialect), [])
        except csv.Error:
            cells = [line]
        if not number % _CHECK and time.monotonic() > until:
            raise Unreadable(
                "The quotes in this file are broken in too many places to read it. "
                "The first one is in line {line}; save the file again from its source.",
                line=next((note.row for note in split.notes if note.row), 1),
            )
        split.rows.append(_row(number, cells, dialect))
    refuse_many(len(split.rows) - _LONGEST)


def refuse_many(rows: int) -> None:
    """Refuse a table of more than two million rows.

    Args:
        rows: How many there are.

    Raises:
        Unreadable: there are more.
    """
    if rows > MOST_ROWS:
        raise Unreadable(
            "This file has {rows} rows, more than the {limit} that can be read at once. "
            "Split it into smaller files.",
            rows=rows,
            limit=MOST_ROWS,
        )


def _is_special(dialect: Dialect) -> bool:
    return bool(dialect.escape) or len(dialect.delimiter) > 1


def _split_from(
    lines: list[str], start: int, dialect: Dialect, *, width: int, split: Split, until: float
) -> int:
    """Read on from one line until the end, the time is over, or a quote has swallowed lines.

    Returns:
        The line to go on from.
    """
    reader = read_cells(_slice(lines, start), dialect)
    last = start
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return len(lines)
        except csv.Error:
            cells = []
        end = start + reader.line_num
        if end - last == 1 and len(cells) == width and is_sound(cells, lines[last:end], dialect):
            split.rows.append(_row(end, cells, dialect))
            last = end
            if not end % _CHECK and time.monotonic() > until:
                return last
            continue
        taken = _count_own(lines[last:end], lines[last : last + _SPAN], cells, dialect, width)
        spanned = lines[last : last + taken]
        cells = cells if last + taken == end else []
        _add_unusual(spanned, last + 1, cells, dialect=dialect, width=width, split=split)
        last += taken
        if last != end:
            return last


def _count_own(
    spanned: list[str], near: list[str], cells: list[str], dialect: Dialect, width: int
) -> int:
    """Return how many of the lines that were read as one record really belong to it."""
    several = len(spanned) > 1
    if several and not _is_swallowed(spanned, cells, dialect, width):
        return len(spanned)
    if several or _goes_on(spanned, dialect, width):
        return _count_lines(near, dialect, width)
    return 1


def _slice(lines: list[str], start: int) -> Iterator[str]:
    return (lines[index] for index in range(start, len(lines)))


def _is_swallowed(spanned: list[str], cells: list[str], dialect: Dialect, width: int) -> bool:
    """Tell whether an unclosed quote took whole records with it."""
    if width == 1:
        return len(spanned) > _LONGEST or not spanned[-1].rstrip().endswith(dialect.quote)
    if len(cells) == width and len(spanned) <= _SPAN and is_strict(spanned, dialect):
        return False
    fits = [len(split_tolerant(line, dialect)) == width for line in spanned[:50]]
    return all(fits) or (len(cells) != width and any(fits[1:]))


def _goes_on(line: list[str], dialect: Dialect, width: int) -> bool:
    """Tell whether quotes of a line with too few cells may reach into the next lines."""
    if not dialect.quote or line[0].count(dialect.quote) < 2:  # noqa: PLR2004 - one stray, one open
        return False
    cells = split_tolerant(line[0], dialect)
    opens = len(cells) == width and cells[-1].lstrip().startswith(dialect.quote)
    return 1 < len(cells) < width or opens


def _count_lines(lines: list[str], dialect: Dialect, width: int) -> int:
    """Return how many lines make one whole record once stray quotes are taken for letters."""
    cells = [split_tolerant("".join(lines[:count]), dialect) for count in range(1, len(lines) + 1)]
    fitting = [count for count, each in enumerate(cells, 1) if len(each) == width]
    if not fitting:
        return 1
    opens = fitting[0] == 1 and cells[0][-1].lstrip().startswith(dialect.quote or "\n")
    if opens and len(fitting) > 1 and len(split_tolerant(lines[1], dialect)) != width:
        return fitting[1]
    return fitting[0]


def _add_unusual(
    spanned: list[str],
    number: int,
    cells: list[str],
    *,
    dialect: Dialect,
    width: int,
    split: Split,
) -> None:
    """Add a row of another width than the rest, with its quotes put right if that explains it."""
    raw = "".join(spanned).rstrip("\r\n")
    sound = len(cells) == width and is_sound(cells, spanned, dialect)
    if not sound and dialect.quote and dialect.quote in raw:
        tolerant = split_tolerant(raw, dialect)
        fits = len(tolerant) == width or len(raw) > _LONGEST_LAZY
        lazy = tolerant if fits else split_lazily(raw, dialect)
        tolerant = lazy if len(lazy) == width else tolerant
        alone = len(spanned) == 1 and len(cells) <= 1 < len(tolerant)
        if len(tolerant) == width or alone or not cells:
            split.notes.append(Note("stray_quote", number, found=_restore(raw, dialect)[:_FOUND]))
            cells = tolerant
    split.rows.append(_row(number, cells or [raw], dialect, _restore(raw, dialect)))


def _restore(raw: str, dialect: Dialect) -> str:
    return restore_cell(raw, dialect)


def _row(number: int, cells: list[str], dialect: Dialect, raw: str = "") -> Row:
    if _is_special(dialect):
        cells = [restore_cell(cell, dialect) for cell in cells]
    return Row(number, [cell.strip(WHITE) for cell in cells], raw)

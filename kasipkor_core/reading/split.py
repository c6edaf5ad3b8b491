"""Text to rows: every record with its own line number, broken quotes put right line by line."""

import csv
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
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

csv.field_size_limit(1 << 28)
_FOUND = 200
_LONGEST = 200
_SPAN = 4
MOST_ROWS = 2_000_000
SECONDS = 15.0


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


def split_rows(lines: list[str], dialect: Dialect) -> Split:
    """Return all rows of a text, blank lines too.

    Args:
        lines: Physical lines with their ends.
        dialect: How the text is written.

    Returns:
        Rows with line numbers, and a note for every line whose quotes had to be put right.
    """
    width = find_width(lines, dialect)
    prepared = [prepare_text(line, dialect) for line in lines] if _is_special(dialect) else lines
    split = Split()
    start, until = 0, time.monotonic() + SECONDS
    while start < len(prepared):
        start = _split_from(prepared, start, dialect, width, split)
        refuse_many(len(split.rows) - _LONGEST)
        if split.notes and time.monotonic() > until:
            raise Unreadable(
                "The quotes in this file are broken in too many places to read it. "
                "The first one is in line {line}; save the file again from its source.",
                line=next((note.row for note in split.notes), 1),
            )
    return split


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


def _split_from(lines: list[str], start: int, dialect: Dialect, width: int, split: Split) -> int:
    """Read on from one line until the end or until a quote has swallowed lines.

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
        if end - last == 1 and len(cells) == width and _is_sound(cells, lines[last], dialect):
            split.rows.append(_row(end, cells, dialect))
            last = end
            continue
        taken = _count_own(lines[last:end], lines[last : last + _SPAN], cells, dialect, width)
        spanned = lines[last : last + taken]
        cells = cells if last + taken == end else []
        _add_unusual(spanned, last + 1, cells, dialect=dialect, width=width, split=split)
        last += taken
        if last != end:
            return last


def _is_sound(cells: list[str], line: str, dialect: Dialect) -> bool:
    """Tell whether the quotes of one line enclose its cells; a quote left in one is looked into."""
    quote = dialect.quote
    if not quote or quote not in line or not any(quote in cell for cell in cells):
        return True
    return _is_strict([line], dialect) or len(split_tolerant(line, dialect)) != len(cells)


def _is_strict(lines: list[str], dialect: Dialect) -> bool:
    """Tell whether every quote that opens a cell is closed at the cell's end."""
    try:
        return len(list(read_cells(lines, dialect, strict=True))) == 1
    except csv.Error:
        return False


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
    if len(cells) == width and len(spanned) <= _SPAN and _is_strict(spanned, dialect):
        return False
    fits = [len(split_tolerant(line, dialect)) == width for line in spanned[:50]]
    return all(fits) or (len(cells) != width and any(fits[1:]))


def _goes_on(line: list[str], dialect: Dialect, width: int) -> bool:
    """Tell whether quotes of a line with too few cells may reach into the next lines."""
    if not dialect.quote or line[0].count(dialect.quote) < 2:  # noqa: PLR2004 - one stray, one open
        return False
    return 1 < len(split_tolerant(line[0], dialect)) < width


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
    sound = len(cells) == width and (len(spanned) > 1 or _is_sound(cells, spanned[0], dialect))
    if not sound and dialect.quote and dialect.quote in raw:
        tolerant = split_tolerant(raw, dialect)
        lazy = tolerant if len(tolerant) == width else split_lazily(raw, dialect)
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


def split_tolerant(line: str, dialect: Dialect) -> list[str]:
    """Return the cells of one line, taking a quote for a letter where it encloses nothing."""
    line = line.rstrip("\r\n")
    if not dialect.quote:
        return line.split(dialect.char)
    cells: list[str] = []
    position = 0
    pattern = _pattern_of(dialect)
    while True:
        match = pattern.match(line, position)
        if match is None:  # cannot happen: both halves match nothing at all too
            return [*cells, line[position:]]
        quoted = match.group(1)
        text = (
            match.group(2) if quoted is None else quoted.replace(dialect.quote * 2, dialect.quote)
        )
        if quoted is None and "\n" in text:  # a line break outside quotes ends a record
            return []
        cells.append(_open(text, dialect.quote) if quoted is None else text)
        if match.end() >= len(line):
            return cells
        position = match.end() + 1


def _open(text: str, quote: str) -> str:
    """Return what stands between a cell's first and last letter when both are quotes."""
    bare = text.strip()
    return bare[1:-1] if len(bare) > 2 and bare[0] == bare[-1] == quote else text  # noqa: PLR2004


def split_lazily(line: str, dialect: Dialect) -> list[str]:
    """Return the cells of one line, each quoted cell ending at a quote before a delimiter."""
    quote, char = re.escape(dialect.quote), re.escape(dialect.char)
    pattern = re.compile(rf"{quote}((?:[^{quote}]|{quote}(?!{char}|$))*+){quote}|([^{char}]*)")
    cells, position = [], 0
    while match := pattern.match(line, position):
        quoted = match.group(1)
        text = match.group() if quoted is None else quoted.replace(dialect.quote * 2, dialect.quote)
        cells.append(text)
        position = match.end() + 1
        if match.end() >= len(line) or line[match.end()] != dialect.char:
            break
    return cells if position > len(line) else []


@lru_cache(maxsize=32)
def _pattern_of(dialect: Dialect) -> re.Pattern[str]:
    quote, char = re.escape(dialect.quote), re.escape(dialect.char)
    blank = "" if dialect.char in " \t" else " ?"
    return re.compile(
        rf"{blank}{quote}((?:[^{quote}]|{quote}{quote})*+){quote} ?(?={char}|$)|([^{char}]*)"
    )

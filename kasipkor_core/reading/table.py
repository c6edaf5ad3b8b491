"""Where the table of a file begins and ends, and which of its rows are no records."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kasipkor_core.reading.beside import cut_rows, find_gap
from kasipkor_core.reading.blocks import (
    choose_block,
    find_least,
    list_blocks,
    skip_preamble,
    typical_of,
)
from kasipkor_core.reading.dialect import Dialect
from kasipkor_core.reading.grid import Note
from kasipkor_core.reading.header import Block, Merge, count_header_rows, join_header
from kasipkor_core.reading.kinds import VALUES, kind_of, list_families
from kasipkor_core.reading.sorting import Profile, sort_rows
from kasipkor_core.reading.split import Row

_HEAD = 2_000
_FOUND = 200
_LONGEST_NAME = 60


@dataclass
class Framed:
    """A table cut out of the rows of a file.

    Attributes:
        header: Joined header; empty without one.
        header_row: Number of its last row.
        records: The records.
        width: Columns that the table has.
        families: Kind of each column.
        notes: What was left out and why.
        profile: What is usual for the records.
    """

    header: list[str] = field(default_factory=list)
    header_row: int | None = None
    records: list[Row] = field(default_factory=list)
    width: int = 0
    families: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    profile: Profile | None = None


def frame_table(
    rows: Sequence[Row],
    *,
    sheet: bool,
    merges: Sequence[Merge] = (),
    dialect: Dialect | None = None,
    until: float = math.inf,
) -> Framed:
    """Return the first table among the rows of a file.

    Args:
        rows: All rows in file order, blank ones too.
        sheet: Whether the rows come from a sheet, where all are equally wide.
        merges: Merged ranges of the sheet, rows and columns counted from 0.
        dialect: How a text is written; null for sheets.
        until: Moment (``time.monotonic``) from which on rows are kept without a look.

    Returns:
        Header, records and what was left out; nothing at all for blank rows only.
    """
    start, typical, end = _find_start(rows, sheet=sheet)
    if start is None:
        return Framed()
    width = _find_width(rows[start:end] if end else rows[start:], sheet=sheet, typical=typical)
    start = _include_groups(rows, start, merges, width)
    block = _cut_block(rows, start, width, typical, merges)
    count = count_header_rows(block)
    if not count and (above := _find_lone(rows, start, width, sheet=sheet)) is not None:
        raised = _cut_block(rows, above, width, typical, merges)
        if further := count_header_rows(raised):
            start, block, count = above, raised, further
    first = _index_after(rows, start, count)
    profile = _profile(rows, start, first, count, typical, sheet=sheet, block=block, width=width)
    profile = replace(profile, dialect=dialect, until=until)
    framed = Framed(width=width, families=list(profile.families), profile=profile)
    framed.notes = _note_titles(rows[:start])
    if count:
        names = join_header(block, count)
        named = len(names) if sheet else max(len(row.cells) for row in rows[start:first])
        framed.header = _extend_header(names[:named], rows, start, count, sheet=sheet)
        framed.header_row = rows[first - 1].number
    else:
        framed.notes.append(Note("no_header", rows[start].number, found=_show(rows[start])))
    framed.records = sort_rows(rows, first, profile, framed.notes)
    _leave_beside(framed)
    if not framed.records:
        framed.notes.append(Note("no_records", framed.header_row))
    return framed


def _leave_beside(framed: Framed) -> None:
    """Leave out and note the table that stands to the right of this one."""
    gap = find_gap(framed.header, framed.records)
    if gap is not None:
        names = " ".join(filter(None, framed.header[gap:]))[:_FOUND]
        framed.notes.append(Note("other_table", framed.header_row, found=names))
        framed.header, framed.families = framed.header[:gap], framed.families[:gap]
        framed.records = cut_rows(framed.records, gap)
        framed.width = min(framed.width, gap)


def _show(row: Row) -> str:
    return " ".join(cell for cell in row.cells if cell)[:_FOUND]


def count_filled(row: Row) -> int:
    """Return how many cells of a row have something in them."""
    return len(row.cells) - row.cells.count("")


def _find_start(rows: Sequence[Row], *, sheet: bool) -> tuple[int | None, int, int]:
    """Return where the first table begins, how many cells its rows fill, and where its rows end.

    The end is 0 when the rows that stand together are too few to tell the width.
    """
    filled = [count_filled(row) for row in rows[:_HEAD]]
    if not any(filled):
        filled = [count_filled(row) for row in rows]
    blocks = [skip_preamble(each, filled) for each in list_blocks(rows, filled, sheet=sheet)]
    if not blocks:
        return None, 0, 0
    chosen = choose_block(blocks, filled)
    typical = typical_of(chosen, filled)
    least = find_least(typical)
    fullest = max(filled[index] for index in chosen)
    end = chosen[-1] + 1 if len(chosen) > 2 else 0  # noqa: PLR2004
    for index in chosen:
        if filled[index] >= least and _is_wide(rows[index], chosen, rows, sheet=sheet):
            return index, typical, end
    return next(index for index in chosen if filled[index] == fullest), typical, end


def _is_wide(row: Row, block: list[int], rows: Sequence[Row], *, sheet: bool) -> bool:
    if sheet:
        return True
    widths = Counter(len(rows[index].cells) for index in block)
    common = {width for width, count in widths.items() if count >= len(block) / 4}
    filled = count_filled(row)
    return len(row.cells) in common or (bool(common) and filled >= 0.8 * max(common))


def _find_width(rows: Sequence[Row], *, sheet: bool, typical: int) -> int:
    if sheet:
        return max((len(row.cells) for row in rows[:1]), default=0)
    least = find_least(typical)
    near = [len(row.cells) for row in rows[:_HEAD] if count_filled(row) >= least]
    run = near[: max(10, len(near) // 3)]
    return Counter(run).most_common(1)[0][0] if run else len(rows[0].cells)


def _include_groups(rows: Sequence[Row], start: int, merges: Sequence[Merge], width: int) -> int:
    """Return where the header begins when a row of group names stands on the first full row."""
    above = start - 1
    if above < 0 or width < 3:  # noqa: PLR2004 - no room for groups
        return start
    cells = rows[above].cells
    filled = [index for index, cell in enumerate(cells) if cell]
    if not filled or filled[0] == 0 or filled[-1] >= width:
        return start
    spans = [right - left + 1 for first, left, last, right in merges if first == above]
    if spans and max(spans) >= width - 1:
        return start
    return above


def _find_lone(rows: Sequence[Row], start: int, width: int, *, sheet: bool) -> int | None:
    """Return the row of names apart from, or narrower than, a table without header, or null."""
    above = next((i for i in range(start - 1, -1, -1) if count_filled(rows[i])), None)
    if above is None or width < 2:  # noqa: PLR2004
        return None
    cells, filled = rows[above].cells, count_filled(rows[above])
    full = len(cells) == width and filled >= width - 1
    # Decimal commas widen records at most to double the width of their header.
    narrow = not sheet and above == start - 1 and min(3, width - 1) <= len(cells) < width
    names = narrow and filled == len(cells) and 2 * filled >= width
    words = not any(kind_of(cell) in VALUES or len(cell) > _LONGEST_NAME for cell in cells)
    return above if (full and above < start - 1) or (names and words) else None


def _cut_block(
    rows: Sequence[Row], start: int, width: int, typical: int, merges: Sequence[Merge]
) -> Block:
    least = find_least(typical)
    near = [
        row.cells
        for index, row in enumerate(rows[start : start + _HEAD // 4])
        if count_filled(row) >= (least if index > 6 else 1)  # noqa: PLR2004 - header rows may be thin
    ]
    moved = [
        (first - start, left, last - start, right)
        for first, left, last, right in merges
        if start <= first and left < width
    ]
    return Block(near, width, moved)


def _index_after(rows: Sequence[Row], start: int, count: int) -> int:
    """Return the index after so many rows that are not blank."""
    index = start
    while count and index < len(rows):
        count -= 1 if count_filled(rows[index]) else 0
        index += 1
    return index


def _profile(
    rows: Sequence[Row],
    start: int,
    first: int,
    count: int,
    typical: int,
    *,
    sheet: bool,
    block: Block,
    width: int,
) -> Profile:
    least = find_least(typical)
    below = [cells for cells in block.rows[count:] if cells not in block.rows[:count]]
    full = [cells for cells in below if len(cells) - cells.count("") >= least]
    families = list_families(full or below, width)
    header = [row.cells for row in rows[start:first] if any(row.cells)]
    profile = Profile(width=width, least=least, families=families, header=header, sheet=sheet)
    key = next((i for i, family in enumerate(families) if family in ("number", "date")), None)
    return replace(profile, key=key)


def _extend_header(
    header: list[str], rows: Sequence[Row], start: int, count: int, *, sheet: bool
) -> list[str]:
    """Return the header with the names that reach beyond the width of the records."""
    if sheet or count != 1:
        return header
    cells = rows[start].cells
    names = [" ".join(cell.split()) for cell in cells]
    return names if len(names) > len(header) else header


def _note_titles(rows: Sequence[Row]) -> list[Note]:
    return [Note("title_line", row.number, found=_show(row)) for row in rows if count_filled(row)]

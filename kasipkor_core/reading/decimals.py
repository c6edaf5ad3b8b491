"""Decimal commas that nobody enclosed, in every record: joined where one reading is left."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from kasipkor_core.reading.kinds import parse_number
from kasipkor_core.reading.split import Row

_WHOLE = re.compile(r"[+\-−]?\d{1,9}", re.ASCII)
_FRACTION = re.compile(r"\d{1,3}", re.ASCII)
_MOST_READINGS = 500
_SAMPLE = 500
_NEAR = 0.011

Pairs = tuple[int, ...]


def join_decimals(records: Sequence[Row], named: int) -> list[Row] | None:
    """Return the records as wide as their header, commas between two numbers taken for decimal.

    Args:
        records: Records of a text divided by commas.
        named: Cells of the header.

    Returns:
        As many records; those of a rarer width as they are. Null when the header's width, the
        digits and the sums of the rows leave more than one reading, or none.
    """
    widths = Counter(len(row.cells) for row in records)
    width = max(widths, key=lambda each: widths[each], default=0)
    if not 1 < named < width <= 2 * named:
        return None
    usual = [row.cells for row in islice(records, _SAMPLE * 4) if len(row.cells) == width]
    readings = list(islice(_list_readings(_list_pairs(usual), width - named), _MOST_READINGS))
    if len(readings) > 1:
        readings = [each for each in readings if _adds_up(usual[:_SAMPLE], each)]
    if len(readings) != 1:
        return None
    pairs = readings[0]
    if not all(_is_joinable(row.cells, pairs) for row in records if len(row.cells) == width):
        return None
    return [
        row._replace(cells=_join(row.cells, pairs)) if len(row.cells) == width else row
        for row in records
    ]


def _list_pairs(rows: Sequence[list[str]]) -> list[int]:
    """Return the columns that may be the whole part of a number whose fraction is the next."""
    counted = [str(number) for number in range(1, len(rows) + 1)]
    columns = list(zip(*rows, strict=True))
    first = 1 if list(columns[0]) == counted else 0
    return [left for left in range(first, len(columns) - 1) if _may_join(columns, left)]


def _may_join(columns: Sequence[tuple[str, ...]], left: int) -> bool:
    cells = list(zip(columns[left], columns[left + 1], strict=True))
    both = [(whole, part) for whole, part in cells if whole or part]
    codes = any(len(whole) > 1 and whole.startswith("0") for whole, _ in both)
    return bool(both) and not codes and all(map(_is_number, both))


def _is_number(parts: tuple[str, str]) -> bool:
    return bool(_WHOLE.fullmatch(parts[0]) and _FRACTION.fullmatch(parts[1]))


def _list_readings(pairs: list[int], count: int) -> Iterator[Pairs]:
    """Yield every choice of so many pairs that share no column."""
    if not count:
        yield ()
        return
    if _count_apart(pairs) < count:
        return
    for place, left in enumerate(pairs):
        rest = [each for each in pairs[place + 1 :] if each > left + 1]
        for further in _list_readings(rest, count - 1):
            yield (left, *further)


def _count_apart(pairs: list[int]) -> int:
    """Return how many pairs at most share no column."""
    count, free = 0, 0
    for left in pairs:
        if left >= free:
            count, free = count + 1, left + 2
    return count


def _adds_up(rows: Sequence[list[str]], pairs: Pairs) -> bool:
    """Tell whether the last joined number of each row is the sum of the other joined ones."""
    if len(pairs) < 3:  # noqa: PLR2004 - two numbers and their sum
        return False
    for cells in rows:
        numbers = [parse_number(f"{cells[left]},{cells[left + 1]}") or 0.0 for left in pairs]
        if abs(sum(numbers[:-1]) - numbers[-1]) > _NEAR:
            return False
    return True


def _is_joinable(cells: list[str], pairs: Pairs) -> bool:
    return all(
        _is_number((cells[left], cells[left + 1])) or not cells[left] + cells[left + 1]
        for left in pairs
    )


def _join(cells: list[str], pairs: Pairs) -> list[str]:
    joined = list(cells)
    for left in reversed(pairs):
        parts = joined[left : left + 2]
        joined[left : left + 2] = [",".join(parts) if all(parts) else ""]
    return joined

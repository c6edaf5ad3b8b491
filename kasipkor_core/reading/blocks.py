"""Runs of rows that stand together, and which of them is the first table."""

from collections.abc import Sequence

from kasipkor_core.reading.split import Row

_PREAMBLE_ROWS = 12


def find_least(typical: int) -> int:
    """Return how many cells a row must fill to be one of the table without further question."""
    return max(min(2, typical), (typical + 1) // 2)


def typical_of(block: list[int], filled: list[int]) -> int:
    """Return how many cells the middle row of a block fills; lone cells count only among such."""
    several = [filled[index] for index in block if filled[index] > 1]
    wide = len(several) > 2 and sorted(several)[len(several) // 2] > 3  # noqa: PLR2004
    enough = len(several) * (4 if wide else 2) >= len(block)
    counts = sorted(several if enough else [filled[index] for index in block])
    return counts[len(counts) // 2]


def list_blocks(rows: Sequence[Row], filled: list[int], *, sheet: bool) -> list[list[int]]:
    """Return runs of rows that stand together: no blank row between, no lasting change of width."""
    blocks: list[list[int]] = [[]]
    runs = {} if sheet else _list_runs(rows, filled)
    width = 0
    for index, count in enumerate(filled):
        if not count:
            blocks.append([])
            width = 0
            continue
        if runs.get(index, 0) and width and runs[index] != width:
            blocks.append([])
        width = runs.get(index, 0) or width
        blocks[-1].append(index)
    return [block for block in blocks if block]


def _list_runs(rows: Sequence[Row], filled: list[int]) -> dict[int, int]:
    """Return the width at the first row of each run of three rows of one width."""
    runs, begin = {}, 0
    for index in range(1, len(filled) + 1):
        ends = index == len(filled) or len(rows[index].cells) != len(rows[begin].cells)
        if not ends:
            continue
        width = len(rows[begin].cells)
        if index - begin >= 3 and width > 1 and min(filled[begin:index]) > 1:  # noqa: PLR2004
            runs[begin] = width
        begin = index
    return runs


def skip_preamble(block: list[int], filled: list[int]) -> list[int]:
    """Return a block without the thin rows at its head that stand right on a wider table."""
    most = 0
    for place, index in enumerate(block[: _PREAMBLE_ROWS + 1]):
        if place and filled[index] >= max(4, 2 * most):
            wide = sum(filled[each] * 2 > filled[index] for each in block[place:])
            return block[place:] if wide > 1 and wide * 2 >= len(block) - place else block
        most = max(most, filled[index])
        if most > 2:  # noqa: PLR2004 - a name and its value
            break
    return block


def choose_block(blocks: list[list[int]], filled: list[int]) -> list[int]:
    """Return the first block that is a table and no preamble before a wider one."""
    several = [block for block in blocks if len(block) > 1 and typical_of(block, filled) > 1]
    if not several:
        return max(blocks, key=lambda block: (max(filled[i] for i in block), len(block)))
    widest = max(typical_of(block, filled) for block in several)
    for block in several:
        typical = typical_of(block, filled)
        narrow = typical <= 2 and widest >= 2 * typical  # noqa: PLR2004 - a name and its value
        if not (narrow and len(block) <= _PREAMBLE_ROWS):
            return block
    return several[0]

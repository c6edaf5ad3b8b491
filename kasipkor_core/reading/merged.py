"""Cells merged downwards: a text is that of every row it covers, a number is not guessed."""

import re
from collections.abc import Sequence

from kasipkor_core.reading.build import name_letters
from kasipkor_core.reading.grid import Note
from kasipkor_core.reading.header import Merge
from kasipkor_core.reading.kinds import kind_of
from kasipkor_core.reading.split import Row
from kasipkor_core.reading.table import Framed

_CODE = re.compile(r"0\d+")


def fill_down(
    rows: Sequence[Row], merges: Sequence[Merge], framed: Framed, *, left: int
) -> list[Note]:
    """Write the text of cells merged downwards into the records' rows below them.

    Args:
        rows: All rows of the sheet; their cells are changed.
        merges: Merged ranges, rows and columns counted from 0.
        framed: The table cut out of the rows.
        left: Column of the sheet that is the first here.

    Returns:
        A note on each merged cell, an error on a number.
    """
    notes = []
    numbers = {row.number for row in framed.records}
    for first, column, last, _ in merges:
        below = [row.cells for row in rows[first + 1 : last + 1] if column < len(row.cells)]
        text = rows[first].cells[column] if below else ""
        if not text or rows[first].number not in numbers:
            continue
        is_number = kind_of(text) == "number" and not _CODE.fullmatch(text)
        empty = [cells for cells in below if not cells[column]]
        letter = name_letters(left + column, 1)[0]
        if is_number:
            notes.append(Note("merged_number", rows[first].number, letter, text))
        elif empty:
            notes.append(Note("merged_text", rows[first].number, letter, text))
            for cells in empty:
                cells[column] = text
    return notes

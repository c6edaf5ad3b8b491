"""Things: rows that speak of the same thing, found by the numbers of their texts.

The checks decide; here a million rows become the few that a check could find anything in.
"""

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute

from kasipkor_core.sheets.coded import Coded, Mask, Numbers

_compute: Any = pyarrow.compute
Keys = npt.NDArray[np.int32] | npt.NDArray[np.int64]
_DENSE = 16  # places a row that a table of all things may take; beyond, things are hashed
_LEAST = 1 << 16
_INT32 = np.iinfo(np.int32).max


class Things:
    """For each row the thing it speaks of, what its texts name together.

    Attributes:
        keys: A number for each row, the same for the same thing.
        space: All keys are less.
    """

    def __init__(self, columns: Sequence[Coded], *, within: "Things | None" = None) -> None:
        """Number the things, or parts of things; an empty cell is a text of its own."""
        self.keys: Keys = within.keys if within else np.zeros(len(columns[0].numbers), np.int32)
        self.space: int = within.space if within else 1
        for column in columns:
            self._part(column)

    def _part(self, column: Coded) -> None:
        has_empty = bool(column.empty.any())
        width = len(column.texts) + has_empty
        self.space *= width
        keys: Any = self.keys.astype(np.int32 if self.space <= _INT32 else np.int64)
        keys *= width
        keys += column.numbers
        keys += has_empty
        self.keys = keys
        if self.space > max(_DENSE * len(self.keys), _LEAST):
            encoded: Any = _compute.dictionary_encode(pa.array(self.keys))
            self.keys = encoded.indices.to_numpy()
            self.space = len(encoded.dictionary)

    def list_firsts(self) -> tuple[Numbers, Numbers]:
        """Return one row of each thing; and for each row the place of its thing among these."""
        rows = self._last(np.arange(len(self.keys), dtype=np.int32))
        known = rows >= 0
        places = np.cumsum(known, dtype=np.int32) - 1
        return rows[known], places[self.keys]

    def find_repeated(self) -> Mask:
        """Return the rows whose thing another row speaks of too."""
        spoken = np.zeros(self.space, np.bool_)
        spoken[self.keys] = True
        if np.count_nonzero(spoken) == len(self.keys):  # as in every clean sheet
            return np.zeros(len(self.keys), np.bool_)
        return self.find_apart(np.arange(len(self.keys), dtype=np.int32))

    def find_apart(self, numbers: Numbers) -> Mask:
        """Return the rows of the things whose rows do not all have the same number."""
        apart: Mask = self._last(numbers)[self.keys] != numbers
        if not apart.any():
            return apart
        marked = np.zeros(self.space, np.bool_)
        marked[self.keys[apart]] = True
        return cast("Mask", marked[self.keys])

    def _last(self, numbers: Numbers) -> Numbers:
        """Return for each thing the number that one of its rows has; -1 without any row."""
        last = np.full(self.space, -1, np.int32)
        last[self.keys] = numbers
        return last


def find_marks(values: dict[str, Coded], rows: pa.Int32Array) -> dict[str, pa.Table]:
    """Return the rows of a sheet of marks that checks have to look at.

    Args:
        values: The fields of the sheet, row by row.
        rows: The file's own row numbers.

    Returns:
        By the name of the temporary table:

        - ``staged_again``: rows of which another has the same contest, entry, aspect and judge.
        - ``staged_apart``: rows of which another has the same contest, entry and aspect, but
          another mark.
        - ``staged_said``: one row for each contest, aspect and mark there is.
    """
    marked = np.flatnonzero(~values["mark"].empty).astype(np.int32)
    names = ("contest", "entry", "aspect", "judge", "mark")
    contest, entry, aspect, judge, mark = (_keep(values[name], marked) for name in names)
    things = Things([contest, entry, aspect])
    again = Things([judge], within=things).find_repeated()
    apart = things.find_apart(mark.numbers)
    said, _ = Things([contest, aspect, mark]).list_firsts()
    return {
        "staged_again": _take(values, rows, marked[again]),
        "staged_apart": _take(values, rows, marked[apart]),
        "staged_said": _take(values, rows, marked[said]),
    }


def _keep(column: Coded, rows: Numbers) -> Coded:
    return column if len(rows) == len(column.numbers) else column.keep(rows)


def _take(values: dict[str, Coded], rows: pa.Int32Array, wanted: Numbers) -> pa.Table:
    columns = {name: column.keep(wanted).to_arrow() for name, column in values.items()}
    return pa.table({"source_row": cast("Any", rows).take(pa.array(wanted)), **columns})

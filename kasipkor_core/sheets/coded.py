"""Coded columns: a column by its distinct texts, and for each row the number of its text.

A million cells hold a few thousand texts. Texts are read once, and rows are compared by number.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute

from kasipkor_core.sheets.arrow import Texts

_compute: Any = pyarrow.compute  # the stubs do not know arrays of texts
Numbers = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
EMPTY = -1
_THREADS = 4
_REPEATED = 16


@dataclass(frozen=True)
class Coded:
    """A column of texts.

    Attributes:
        texts: The distinct texts.
        numbers: For each row the number of its text, -1 where the cell is empty.
    """

    texts: tuple[str, ...]
    numbers: Numbers

    @property
    def empty(self) -> Mask:
        """Return where there is no text."""
        return cast("Mask", self.numbers == EMPTY)

    def list_texts(self, rows: Numbers) -> list[str | None]:
        """Return the texts of some rows."""
        known = (*self.texts, None)
        return [known[number] for number in self.numbers[rows].tolist()]

    def keep(self, rows: Numbers | Mask) -> "Coded":
        """Return the column of some rows only."""
        return Coded(self.texts, self.numbers[rows])

    def to_arrow(self) -> Texts:
        """Return one text a row, null where the cell is empty."""
        if not self.texts:
            return pa.nulls(len(self.numbers), pa.string())
        return pa.array(self.texts, pa.string()).take(self._number())

    def to_dictionary(self) -> Any:  # noqa: ANN401 - pa.DictionaryArray, or texts
        """Return the same without writing a text again for each row, if there are few texts."""
        if len(self.texts) * _REPEATED > len(self.numbers) or not self.texts:
            return self.to_arrow()
        return pa.DictionaryArray.from_arrays(self._number(), pa.array(self.texts, pa.string()))

    def _number(self) -> Any:  # noqa: ANN401 - pa.Int32Array
        empty = self.empty
        return pa.array(self.numbers, mask=empty if empty.any() else None)


def encode_columns(table: pa.Table, indexes: Iterable[int]) -> dict[int, Coded]:
    """Return some columns of a grid by their index; cells of blanks only are empty."""
    wanted = sorted(set(indexes))
    with ThreadPoolExecutor(_THREADS) as pool:
        columns = pool.map(lambda index: _encode(table.column(index)), wanted)
        return dict(zip(wanted, columns, strict=True))


def _encode(column: Any) -> Coded:  # noqa: ANN401 - pa.ChunkedArray
    encoded = _compute.dictionary_encode(column.cast(pa.string())).combine_chunks()
    texts: list[str | None] = encoded.dictionary.to_pylist()
    indices: Any = encoded.indices.fill_null(EMPTY) if encoded.null_count else encoded.indices
    numbers = cast("Numbers", indices.to_numpy())
    bare = _compute.utf8_trim_whitespace(encoded.dictionary)
    blank = _compute.equal(_compute.utf8_length(bare), 0)
    if not _compute.any(blank).as_py():
        return Coded(tuple(text or "" for text in texts), numbers)
    said = zip(texts, blank.to_pylist(), strict=True)
    return code([None if is_blank else text for text, is_blank in said], numbers)


def code(texts: Sequence[str | None], numbers: Numbers) -> Coded:
    """Return the column whose rows say the numbered texts, of which some are null or the same."""
    places = {text: place for place, text in enumerate(_list_distinct(texts))}
    if len(places) == len(texts):  # every number keeps its text
        return Coded(tuple(places), numbers)
    lookup = [EMPTY if text is None else places[text] for text in texts]
    return Coded(tuple(places), np.array([*lookup, EMPTY], np.int32)[numbers])


def repeat(text: str | None, count: int) -> Coded:
    """Return a column that says the same text, or nothing, in every row."""
    numbers = np.full(count, EMPTY if text is None else 0, np.int32)
    return Coded(() if text is None else (text,), numbers)


def join(parts: Sequence[Coded]) -> Coded:
    """Return the columns below one another as one."""
    if len(parts) == 1:
        return parts[0]
    texts = [text for part in parts for text in part.texts]
    starts = np.cumsum([0, *(len(part.texts) for part in parts)])[:-1]
    moved = [
        np.where(part.empty, EMPTY, part.numbers + start)
        for part, start in zip(parts, starts, strict=True)
    ]
    return code(texts, np.concatenate(moved))


def append_text(column: Coded, text: str) -> Coded:
    """Return the column with the same text at the end of each of its texts."""
    return Coded(tuple(one + text for one in column.texts), column.numbers)


def append_columns(columns: Sequence[Coded], apart: str) -> Coded:
    """Return the texts of several columns as one text a row; an empty cell is an empty text."""
    filled = [fill(column, "") for column in columns]
    rows = np.stack([column.numbers for column in filled], axis=1)
    distinct, numbers = np.unique(rows, axis=0, return_inverse=True)
    lines = (zip(filled, row, strict=True) for row in distinct.tolist())
    texts = [apart.join(column.texts[number] for column, number in line) for line in lines]
    return code(texts, numbers.reshape(-1).astype(np.int32))


def fill_down(column: Coded) -> Coded:
    """Return the column with the text above in place of each empty cell."""
    rows = np.arange(len(column.numbers))
    above = np.maximum.accumulate(np.where(column.empty, 0, rows))
    return Coded(column.texts, column.numbers[above])


def fill(column: Coded, text: str, *, where: Mask | None = None) -> Coded:
    """Return the column with one text where the mask says so, or else in each empty cell."""
    mask = column.empty if where is None else where
    if not mask.any():
        return column
    place = len(column.texts)
    return code((*column.texts, text), np.where(mask, np.int32(place), column.numbers))


def _list_distinct(texts: Sequence[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text is not None))

"""Arrow: the few columnar steps of staging, typed."""

from typing import Any, cast

import pyarrow as pa
import pyarrow.compute

_compute: Any = pyarrow.compute  # the stubs do not know arrays of texts
Texts = pa.StringArray
Numbers = pa.Int32Array


def list_cells(table: pa.Table, index: int) -> Texts:
    """Return one column of a grid as texts; cells of blanks only are null."""
    column: Any = cast("Any", table.column(index)).cast(pa.string()).combine_chunks()
    blank = _compute.equal(_compute.utf8_length(_compute.utf8_trim_whitespace(column)), 0)
    return cast("Texts", _compute.if_else(blank, pa.scalar(None, pa.string()), column))


def make_texts(values: list[str | None]) -> Texts:
    """Return texts."""
    return pa.array(values, pa.string())


def repeat_text(text: str | None, count: int) -> Texts:
    """Return the same text, or null, ``count`` times."""
    return cast("Texts", cast("Any", pa).repeat(pa.scalar(text, pa.string()), count))


def repeat_number(number: int | None, count: int) -> Numbers:
    """Return the same number, or null, ``count`` times."""
    return cast("Numbers", cast("Any", pa).repeat(pa.scalar(number, pa.int32()), count))


def encode(texts: Texts) -> tuple[list[str], Numbers]:
    """Return the distinct texts, and for each row the index of its text, null when empty."""
    encoded: Any = _compute.dictionary_encode(texts)
    return encoded.dictionary.to_pylist(), encoded.indices


def take(values: list[str | None], indices: Numbers) -> Texts:
    """Return the value of each index; null stays null."""
    return cast("Texts", cast("Any", make_texts(values)).take(indices))


def fill_down(texts: Texts) -> Texts:
    """Return the texts with the one above in place of each null."""
    return cast("Texts", _compute.fill_null_forward(texts))


def fill_text(texts: Texts, text: str) -> Texts:
    """Return the texts with one text in place of each null."""
    return cast("Texts", _compute.fill_null(texts, text))


def fill_where_empty(values: Texts, *, found: Texts, text: str) -> Texts:
    """Return the values, and the text where nothing was found (not where it was unreadable)."""
    filler = pa.scalar(text, pa.string())
    return cast("Texts", _compute.if_else(_compute.is_null(found), filler, values))


def join_texts(first: Texts, second: Texts | str, separator: str) -> Texts:
    """Return both texts with the separator between them; null when one is null."""
    return cast("Texts", _compute.binary_join_element_wise(first, second, separator))


def find_numbers(indices: Numbers, wanted: list[int]) -> pa.BooleanArray:
    """Return where an index is one of the wanted."""
    values = pa.array(wanted, pa.int32())
    return cast("pa.BooleanArray", _compute.is_in(indices, value_set=values))


def find_empty(values: Texts) -> pa.BooleanArray:
    """Return where there is no value."""
    return cast("pa.BooleanArray", _compute.is_null(values))


def invert(mask: pa.BooleanArray) -> pa.BooleanArray:
    """Return the opposite."""
    return cast("pa.BooleanArray", _compute.invert(mask))


def keep_texts(texts: Texts, mask: pa.BooleanArray) -> Texts:
    """Return the texts where the mask says so."""
    return cast("Texts", cast("Any", texts).filter(mask))


def keep_numbers(numbers: Numbers, mask: pa.BooleanArray) -> Numbers:
    """Return the numbers where the mask says so."""
    return cast("Numbers", cast("Any", numbers).filter(mask))

"""Arrow: the few columnar steps of staging, typed."""

from typing import Any, cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Texts = pa.StringArray
Numbers = pa.Int32Array


def make_texts(values: list[str | None]) -> Texts:
    """Return texts."""
    return pa.array(values, pa.string())


def repeat_text(text: str | None, count: int) -> Texts:
    """Return the same text, or null, ``count`` times."""
    return cast("Texts", cast("Any", pa).repeat(pa.scalar(text, pa.string()), count))


def repeat_number(number: int | None, count: int) -> Numbers:
    """Return the same number, or null, ``count`` times."""
    return cast("Numbers", cast("Any", pa).repeat(pa.scalar(number, pa.int32()), count))


def take_numbers(numbers: Numbers, rows: npt.NDArray[np.int32]) -> Numbers:
    """Return the numbers of some rows."""
    return cast("Numbers", cast("Any", numbers).take(pa.array(rows)))

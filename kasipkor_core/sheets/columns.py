"""Columns: one column of a sheet becomes values and doubts, by its distinct texts."""

from decimal import Decimal

import numpy as np
import pyarrow as pa

from kasipkor_core.sheets import arrow, coded
from kasipkor_core.sheets.coded import Coded, Numbers
from kasipkor_core.sheets.formats import SheetField
from kasipkor_core.sheets.resolve import Resolver
from kasipkor_core.sheets.things import Things
from kasipkor_core.sheets.values import Cell

DOUBTS_TYPES: dict[str, pa.DataType] = {
    "source_row": pa.int32(),
    "source_column": pa.string(),
    "field": pa.string(),
    "type": pa.string(),
    "found": pa.string(),
    "value": pa.string(),
    "repair": pa.string(),
    "hint": pa.string(),
    "minimum": pa.string(),
    "maximum": pa.string(),
    "decimals": pa.int32(),
}
DOUBTS = pa.schema(DOUBTS_TYPES)


def resolve_column(
    found: Coded, resolver: Resolver, field: SheetField, *, context: Coded | str
) -> tuple[Coded, Numbers, list[Cell]]:
    """Read a column by its distinct texts.

    Args:
        found: The texts of the cells.
        resolver: Reads one text in its context.
        field: The field of the column.
        context: What else decides, one a row, or one for all.

    Returns:
        The values; for every row the place of its cell, -1 when empty; the cells.
    """
    if isinstance(context, str):
        places, cells = found.numbers, [resolver(text, context) for text in found.texts]
    else:
        firsts, places = Things([context, found]).list_firsts()
        pairs = zip(found.list_texts(firsts), context.list_texts(firsts), strict=True)
        cells = [
            Cell(None) if text is None else resolver(text, around or "") for text, around in pairs
        ]
    values = coded.code([cell.value for cell in cells], places)
    return coded.fill_down(values) if field.fill_down else values, places, cells


def find_doubts(
    field: SheetField,
    *,
    found: Coded,
    places: Numbers,
    cells: list[Cell],
    rows: arrow.Numbers,
    letter: str,
) -> pa.Table:
    """Return the cells of a column that were put right, cannot be read, or are out of range."""
    is_doubted = [_is_doubtful(cell, field) for cell in cells]
    if not any(is_doubted):
        return DOUBTS.empty_table()
    doubted = np.flatnonzero(np.array([*is_doubted, False])[places]).astype(np.int32)
    numbers = places[doubted]
    count = len(doubted)
    return pa.table(
        {
            "source_row": arrow.take_numbers(rows, doubted),
            "source_column": arrow.repeat_text(letter, count),
            "field": arrow.repeat_text(field.name, count),
            "type": arrow.repeat_text(field.type, count),
            "found": found.keep(doubted).to_arrow(),
            "value": coded.code([cell.value for cell in cells], numbers).to_arrow(),
            "repair": coded.code([cell.repair for cell in cells], numbers).to_arrow(),
            "hint": coded.code([cell.hint for cell in cells], numbers).to_arrow(),
            "minimum": arrow.repeat_text(_write(field.minimum), count),
            "maximum": arrow.repeat_text(_write(field.maximum), count),
            "decimals": arrow.repeat_number(field.decimals, count),
        },
        schema=DOUBTS,
    )


def _write(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _is_doubtful(cell: Cell, field: SheetField) -> bool:
    if cell.repair is not None:
        return True
    if cell.value is None or field.type not in {"decimal", "integer", "season"}:
        return False
    number = Decimal(cell.value)
    return (
        (field.minimum is not None and number < field.minimum)
        or (field.maximum is not None and number > field.maximum)
        or (field.decimals is not None and -_exponent(number) > field.decimals)
    )


def _exponent(number: Decimal) -> int:
    return int(number.normalize().as_tuple().exponent)

"""Columns: one column of a sheet becomes values and doubts, by its distinct texts."""

from decimal import Decimal

import pyarrow as pa

from kasipkor_core.sheets import arrow
from kasipkor_core.sheets.arrow import Numbers, Texts
from kasipkor_core.sheets.formats import SheetField
from kasipkor_core.sheets.resolve import Resolver
from kasipkor_core.sheets.values import Cell

SEPARATOR = "\x1f"
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
    found: Texts, resolver: Resolver, field: SheetField, *, context: Texts | str
) -> tuple[Texts, Numbers, list[Cell]]:
    """Read a column by its distinct texts.

    Args:
        found: The texts, null where the cell is empty.
        resolver: Reads one text in its context.
        field: The field of the column.
        context: What else decides, one a row, or one for all.

    Returns:
        The values; for every row the index of its cell, null when empty; the cells.
    """
    if isinstance(context, str):
        texts, indices = arrow.encode(found)
        cells = [resolver(text, context) for text in texts]
    else:
        texts, indices = arrow.encode(
            arrow.join_texts(arrow.fill_text(context, ""), found, SEPARATOR)
        )
        pairs = (text.split(SEPARATOR, 1) for text in texts)
        cells = [resolver(text, around) for around, text in pairs]
    values = arrow.take([cell.value for cell in cells], indices)
    return arrow.fill_down(values) if field.fill_down else values, indices, cells


def find_doubts(
    field: SheetField,
    *,
    found: Texts,
    indices: Numbers,
    cells: list[Cell],
    rows: Numbers,
    letter: str,
) -> pa.Table:
    """Return the cells of a column that were put right, cannot be read, or are out of range."""
    doubted = [number for number, cell in enumerate(cells) if _is_doubtful(cell, field)]
    if not doubted:
        return DOUBTS.empty_table()
    mask = arrow.find_numbers(indices, doubted)
    numbers = arrow.keep_numbers(indices, mask)
    count = len(numbers)
    return pa.table(
        {
            "source_row": arrow.keep_numbers(rows, mask),
            "source_column": arrow.repeat_text(letter, count),
            "field": arrow.repeat_text(field.name, count),
            "type": arrow.repeat_text(field.type, count),
            "found": arrow.keep_texts(found, mask),
            "value": arrow.take([cell.value for cell in cells], numbers),
            "repair": arrow.take([cell.repair for cell in cells], numbers),
            "hint": arrow.take([cell.hint for cell in cells], numbers),
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

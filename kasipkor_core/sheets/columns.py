"""Columns: one column of a sheet becomes values and doubts, by its distinct texts."""

from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from kasipkor_core.sheets.formats import SheetField
from kasipkor_core.sheets.resolve import Resolver
from kasipkor_core.sheets.values import Cell

SEPARATOR = "\x1f"
DOUBTS = pa.schema(
    [
        ("source_row", pa.int32()),
        ("source_column", pa.string()),
        ("field", pa.string()),
        ("type", pa.string()),
        ("found", pa.string()),
        ("value", pa.string()),
        ("repair", pa.string()),
        ("hint", pa.string()),
        ("minimum", pa.string()),
        ("maximum", pa.string()),
        ("decimals", pa.int32()),
    ]
)


def resolve_column(
    found: pa.Array, resolver: Resolver, field: SheetField, *, context: pa.Array | str
) -> tuple[pa.Array, pa.Array, list[Cell]]:
    """Read a column by its distinct texts.

    Args:
        found: The texts, null where the cell is empty.
        resolver: Reads one text in its context.
        field: The field of the column.
        context: What else decides, one a row, or one for all.

    Returns:
        The values; for every row the index of its cell, null when empty; the cells.
    """
    joined = found if isinstance(context, str) else _join(context, found)
    encoded = pc.dictionary_encode(joined)
    texts = encoded.dictionary.to_pylist()
    if isinstance(context, str):
        cells = [resolver(text, context) for text in texts]
    else:
        cells = [resolver(*reversed(text.split(SEPARATOR, 1))) for text in texts]
    values = pa.array([cell.value for cell in cells], pa.string()).take(encoded.indices)
    if field.fill_down:
        values = pc.fill_null_forward(values)
    return values, encoded.indices, cells


def find_doubts(
    field: SheetField,
    *,
    found: pa.Array,
    indices: pa.Array,
    cells: list[Cell],
    rows: pa.Array,
    letter: str,
) -> pa.Table:
    """Return the cells of a column that were put right, cannot be read, or are out of range."""
    doubted = [number for number, cell in enumerate(cells) if _is_doubtful(cell, field)]
    if not doubted:
        return DOUBTS.empty_table()
    mask = pc.is_in(indices, value_set=pa.array(doubted, indices.type))
    numbers = indices.filter(mask)
    count = len(numbers)
    parts = (
        pa.array([cell[part] for cell in cells], pa.string()).take(numbers) for part in range(3)
    )
    value, repair, hint = parts
    return pa.table(
        [
            rows.filter(mask),
            pa.repeat(letter, count),
            pa.repeat(field.name, count),
            pa.repeat(field.type, count),
            found.filter(mask),
            value,
            repair,
            hint,
            _repeat(field.minimum, count),
            _repeat(field.maximum, count),
            pa.repeat(pa.scalar(field.decimals, pa.int32()), count),
        ],
        schema=DOUBTS,
    )


def list_cells(table: pa.Table, index: int) -> pa.Array:
    """Return one column of a grid as texts; cells of blanks only are null."""
    column = table.column(index).cast(pa.string()).combine_chunks()
    blank = pc.equal(pc.utf8_length(pc.utf8_trim_whitespace(column)), 0)
    return pc.if_else(blank, pa.scalar(None, pa.string()), column)


def _join(context: pa.Array, found: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(pc.fill_null(context, ""), found, SEPARATOR)


def _repeat(number: Decimal | None, count: int) -> pa.Array:
    return pa.repeat(pa.scalar(None if number is None else str(number), pa.string()), count)


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

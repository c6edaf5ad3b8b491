"""Staging: a mapped grid becomes temporary tables, columnar from end to end."""

import re
from collections.abc import Mapping
from decimal import Decimal

import duckdb
import numpy as np
import pyarrow as pa

from kasipkor_core import house
from kasipkor_core.reading.grid import Grid
from kasipkor_core.sheets import arrow, coded
from kasipkor_core.sheets.coded import Coded
from kasipkor_core.sheets.columns import DOUBTS, find_doubts, resolve_column
from kasipkor_core.sheets.formats import Format, SheetField
from kasipkor_core.sheets.job import Job, describe_columns, describe_fields, describe_sheet
from kasipkor_core.sheets.known import load_known
from kasipkor_core.sheets.mapping import POINTS, SheetMapping
from kasipkor_core.sheets.resolve import make_resolver
from kasipkor_core.sheets.season import find_season
from kasipkor_core.sheets.things import find_marks
from kasipkor_core.sheets.values import clean

_POINTS = SheetField(
    name=POINTS, type="decimal", minimum=Decimal(0), maximum=Decimal(1000), decimals=3
)
_KEEP = {
    "staged_point": "create or replace temp table staged_point as from given",
    "staged_doubt": "create or replace temp table staged_doubt as from given",
    "staged_missing": "create or replace temp table staged_missing as from given",
    "staged_column": "create or replace temp table staged_column as from given",
    "staged_field": "create or replace temp table staged_field as from given",
    "staged_sheet": "create or replace temp table staged_sheet as from given",
    "staged_again": "create or replace temp table staged_again as from given",
    "staged_apart": "create or replace temp table staged_apart as from given",
    "staged_said": "create or replace temp table staged_said as from given",
}
_MISSING_TYPES: dict[str, pa.DataType] = {
    "source_row": pa.int32(),
    "source_column": pa.string(),
    "field": pa.string(),
}
_MISSING = pa.schema(_MISSING_TYPES)
_POINT_TYPES: dict[str, pa.DataType] = {
    "source_row": pa.int32(),
    "source_column": pa.string(),
    "criterion": pa.string(),
    "points": pa.string(),
}
_POINT = pa.schema(_POINT_TYPES)
_SHARE = 100_000
_READY = re.compile(r"^create or replace temp view ready_(\w+) as$", re.MULTILINE)


def stage(
    cursor: duckdb.DuckDBPyConnection,
    grid: Grid,
    fmt: Format,
    mapping: SheetMapping,
    *,
    contest: str | None = None,
    season: int | None = None,
    accepted: Mapping[str, str] | None = None,
) -> None:
    """Put a mapped sheet into the temporary tables that checks and ready views read.

    Args:
        cursor: A cursor of a staff reader at the head, of its own: it keeps the tables.
        grid: The sheet.
        fmt: Format of its kind.
        mapping: What its columns mean.
        contest: The contest chosen at upload, for sheets without a contest column.
        season: The season chosen at upload.
        accepted: Repairs the user took: ``field:found`` to the value, as
            ``region:Павладар`` to ``KZ-55`` (``Finding.repair``).

    Source:
        DESIGN 2 (all text, plus coordinates).
    """
    cells = coded.encode_columns(grid.table, _list_used(mapping))
    known = load_known(cursor, _list_contests(cells, fmt, mapping, contest))
    season, season_from = find_season(grid, fmt, season)
    job = Job(grid, cells, fmt, mapping, contest, season, season_from, known, dict(accepted or {}))
    values, raw = _stage_rows(job)
    points = _stage_points(job)
    rows = _number_rows(job)
    cursor.register("staged_raw", _share(rows, raw))
    cursor.register("staged", _share(rows, values))
    if fmt.wide == "judges":
        for name, table in find_marks(values, rows).items():
            _keep(cursor, name, table)
    _keep(cursor, "staged_point", points)
    _keep(cursor, "staged_doubt", pa.concat_tables([DOUBTS.empty_table(), *job.doubts]))
    _keep(cursor, "staged_missing", pa.concat_tables([_MISSING.empty_table(), *job.missing]))
    _keep(cursor, "staged_column", describe_columns(job))
    _keep(cursor, "staged_field", describe_fields(job))
    _keep(cursor, "staged_sheet", describe_sheet(job))
    for folder in ("staged", "ready"):
        file = house.SQL / folder / f"{fmt.kind}.sql"
        cursor.execute(file.read_text(encoding="utf-8"))


def list_ready(kind: str) -> tuple[str, ...]:
    """Return the fact tables a kind of sheet has ``ready_*`` views for."""
    text = (house.SQL / "ready" / f"{kind}.sql").read_text(encoding="utf-8")
    return tuple(name for name in _READY.findall(text) if name != "contest")


def _share(rows: pa.Int32Array, columns: dict[str, Coded]) -> pa.Table:
    """Return the columns as one table, in pieces small enough for every core to have its share."""
    texts = {name: column.to_dictionary() for name, column in columns.items()}
    whole = pa.table({"source_row": rows, **texts})
    return pa.Table.from_batches(whole.to_batches(max_chunksize=_SHARE), schema=whole.schema)


def _keep(cursor: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    cursor.register("given", table)
    try:
        cursor.execute(_KEEP[name])
    finally:
        cursor.unregister("given")


def _list_used(mapping: SheetMapping) -> list[int]:
    return [index for index, column in enumerate(mapping.columns) if column.field]


def _list_contests(
    cells: dict[int, Coded], fmt: Format, mapping: SheetMapping, contest: str | None
) -> set[str]:
    """Return the contests a sheet names; a subject ``contest/entry`` names its contest."""
    named = {contest} if contest else set()
    for sheet_field in fmt.fields:
        if sheet_field.type == "contest":
            for index in mapping.find(sheet_field.name):
                named |= {clean(text).partition("/")[0] for text in cells[index].texts}
    return named


def _find_judges(job: Job) -> tuple[int, ...]:
    """Return the columns that each hold one judge's marks."""
    return job.mapping.find("mark") if job.fmt.wide == "judges" else ()


def _number_rows(job: Job) -> pa.Int32Array:
    """Return the row numbers, once for every judge who has a column."""
    judges = max(1, len(_find_judges(job)))
    return pa.concat_arrays([job.rows] * judges)


def _stage_rows(job: Job) -> tuple[dict[str, Coded], dict[str, Coded]]:
    """Return the fields and their texts as found; with a column a judge, rows judge by judge."""
    slices = [_stage_slice(job, number) for number in range(max(1, len(_find_judges(job))))]
    values, raw = (
        {name: coded.join([part[name] for part in parts]) for name in parts[0]}
        for parts in zip(*slices, strict=True)
    )
    return values, raw


def _stage_slice(job: Job, number: int) -> tuple[dict[str, Coded], dict[str, Coded]]:
    """Return the rows of the sheet, staged and raw; with a column a judge, those of one judge."""
    judges = _find_judges(job)
    main = judges[number] if judges else job.find(job.fmt.main)
    values: dict[str, Coded] = {}
    raw: dict[str, Coded] = {}
    for sheet_field in job.fmt.fields:
        name = sheet_field.name
        judge = job.judge(judges[number]) if judges else None
        if name == "judge" and judge:
            values[name] = raw[name] = coded.repeat(judge, len(job.rows))
            continue
        index = judges[number] if name == "mark" and judges else job.find(name)
        is_new = number == 0 or name == "mark"
        raw[name], values[name] = _stage_field(job, sheet_field, index, values, is_new=is_new)
    letter = None if main is None else job.letter(main)
    values["source_column"] = coded.repeat(letter, len(job.rows))
    return values, raw


def _stage_field(
    job: Job,
    sheet_field: SheetField,
    index: int | None,
    values: dict[str, Coded],
    *,
    is_new: bool,
) -> tuple[Coded, Coded]:
    """Return a field's texts and values; note its doubts and gaps once."""
    default = job.give_default(sheet_field)
    if index is None:
        count = len(job.rows)
        return coded.repeat(None, count), coded.repeat(default, count)
    found = job.cells[index]
    context = job.find_context(sheet_field, values)
    resolved = _resolve(job, sheet_field, context, index, is_new=is_new)
    if default is None:
        return found, resolved
    return found, coded.fill(resolved, default, where=found.empty)


def _resolve(
    job: Job, sheet_field: SheetField, context: Coded | str, index: int, *, is_new: bool
) -> Coded:
    found = job.cells[index]
    resolver = make_resolver(sheet_field, job.known, job.accepted)
    values, places, cells = resolve_column(found, resolver, sheet_field, context=context)
    if is_new:
        doubts = find_doubts(
            sheet_field,
            found=found,
            places=places,
            cells=cells,
            rows=job.rows,
            letter=job.letter(index),
        )
        job.doubts.append(doubts)
        _note_missing(job, sheet_field, values, doubts, job.letter(index))
    return values


def _note_missing(
    job: Job, sheet_field: SheetField, values: Coded, doubts: pa.Table, letter: str
) -> None:
    """Note where a required field is empty (where it is wrong, it is a doubt already)."""
    is_optional = not sheet_field.required or job.give_default(sheet_field) is not None
    if is_optional or sheet_field.name == "mark":  # an empty mark is "not marked"
        return
    empty = np.flatnonzero(values.empty).astype(np.int32)
    doubted = doubts.column("source_row").to_numpy()
    rows = arrow.take_numbers(job.rows, empty[~np.isin(job.rows.to_numpy()[empty], doubted)])
    names = {
        "source_column": arrow.repeat_text(letter, len(rows)),
        "field": arrow.repeat_text(sheet_field.name, len(rows)),
    }
    job.missing.append(pa.table({"source_row": rows, **names}, schema=_MISSING))


def _stage_points(job: Job) -> pa.Table:
    """Return the points of all criterion columns, one row a cell; empty cells are left out."""
    tables = [_POINT.empty_table()]
    for index in job.mapping.find(POINTS):
        column = job.mapping.columns[index]
        points = _resolve(job, _POINTS, "", index, is_new=True)
        given = np.flatnonzero(~points.empty).astype(np.int32)
        cells = {
            "source_row": arrow.take_numbers(job.rows, given),
            "source_column": arrow.repeat_text(column.letter, len(given)),
            "criterion": arrow.repeat_text(column.criterion, len(given)),
            "points": points.keep(given).to_arrow(),
        }
        tables.append(pa.table(cells, schema=_POINT))
    return pa.concat_tables(tables)

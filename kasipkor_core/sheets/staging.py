"""Staging: a mapped grid becomes temporary tables, columnar from end to end."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from kasipkor_core import house
from kasipkor_core.reading.grid import Grid
from kasipkor_core.sheets.columns import DOUBTS, find_doubts, list_cells, resolve_column
from kasipkor_core.sheets.formats import Format, SheetField
from kasipkor_core.sheets.known import Known, load_known
from kasipkor_core.sheets.mapping import POINTS, SheetMapping
from kasipkor_core.sheets.resolve import make_resolver
from kasipkor_core.sheets.values import clean

_POINTS = SheetField(name=POINTS, type="decimal", minimum=0, decimals=3)
_KEEP = {
    "staged": "create or replace temp table staged as from given",
    "staged_point": "create or replace temp table staged_point as from given",
    "staged_doubt": "create or replace temp table staged_doubt as from given",
    "staged_missing": "create or replace temp table staged_missing as from given",
    "staged_column": "create or replace temp table staged_column as from given",
    "staged_field": "create or replace temp table staged_field as from given",
    "staged_sheet": "create or replace temp table staged_sheet as from given",
}
_MISSING = pa.schema(
    [("source_row", pa.int32()), ("source_column", pa.string()), ("field", pa.string())]
)
_POINT = pa.schema(
    [
        ("source_row", pa.int32()),
        ("source_column", pa.string()),
        ("criterion", pa.string()),
        ("points", pa.string()),
    ]
)
_CONTEXT_OF = {
    "contest": "",
    "unit": "programme",
    "industry": "",
    "region": "when",
    "member": "when",
}


_READY = re.compile(r"^create or replace temp view ready_(\w+) as$", re.MULTILINE)


@dataclass(frozen=True)
class _Job:
    """What is staged: everything the steps share."""

    grid: Grid
    fmt: Format
    mapping: SheetMapping
    contest: str | None
    season: int | None
    known: Known
    accepted: dict[str, str]
    doubts: list[pa.Table] = field(default_factory=list)
    missing: list[pa.Table] = field(default_factory=list)


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
            ``region:Павладар`` to ``KZ-55``.

    Source:
        DESIGN 2 (all text, plus coordinates).
    """
    known = load_known(cursor, _list_contests(grid, fmt, mapping, contest))
    job = _Job(grid, fmt, mapping, contest, season, known, dict(accepted or {}))
    slices = [_stage_slice(job, number) for number in range(max(1, len(_find_judges(job))))]
    tables = {
        "staged": pa.concat_tables([staged for staged, _ in slices]),
        "staged_point": _stage_points(job),
        "staged_column": _describe_columns(job),
        "staged_field": _describe_fields(job),
        "staged_sheet": _describe_sheet(job),
    }
    tables["staged_doubt"] = pa.concat_tables([DOUBTS.empty_table(), *job.doubts])
    tables["staged_missing"] = pa.concat_tables([_MISSING.empty_table(), *job.missing])
    cursor.register("staged_raw", pa.concat_tables([raw for _, raw in slices]))
    for name, table in tables.items():
        _keep(cursor, name, table)
    for folder in ("staged", "ready"):
        file = house.SQL / folder / f"{fmt.kind}.sql"
        cursor.execute(file.read_text(encoding="utf-8"))


def list_ready(kind: str) -> tuple[str, ...]:
    """Return the fact tables a kind of sheet has ``ready_*`` views for."""
    text = (house.SQL / "ready" / f"{kind}.sql").read_text(encoding="utf-8")
    return tuple(name for name in _READY.findall(text) if name != "contest")


def _keep(cursor: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    cursor.register("given", table)
    try:
        cursor.execute(_KEEP[name])
    finally:
        cursor.unregister("given")


def _list_contests(grid: Grid, fmt: Format, mapping: SheetMapping, contest: str | None) -> set[str]:
    """Return the contests a sheet names; a subject ``contest/entry`` names its contest."""
    named = {contest} if contest else set()
    for sheet_field in fmt.fields:
        if sheet_field.type == "contest":
            for index in mapping.find(sheet_field.name):
                texts = list_cells(grid.table, index).unique().to_pylist()
                named |= {clean(text).partition("/")[0] for text in texts if text}
    return named


def _find_judges(job: _Job) -> tuple[int, ...]:
    """Return the columns that each hold one judge's marks."""
    return job.mapping.find("mark") if job.fmt.wide == "judges" else ()


def _stage_slice(job: _Job, number: int) -> tuple[pa.Table, pa.Table]:
    """Return the rows of the sheet, staged and raw; with a column a judge, those of one judge."""
    judges = _find_judges(job)
    values: dict[str, pa.Array] = {"source_row": job.grid.rows.cast(pa.int32())}
    raw: dict[str, pa.Array] = dict(values)
    for sheet_field in job.fmt.fields:
        index = next(iter(job.mapping.find(sheet_field.name)), None)
        if sheet_field.name == "mark" and judges:
            index = judges[number]
        judge = job.mapping.columns[judges[number]].judge if judges else None
        if sheet_field.name == "judge" and judge:
            raw["judge"] = pa.repeat(judge, len(job.grid.rows))
            values["judge"] = raw["judge"]
            continue
        is_new = number == 0 or sheet_field.name == "mark"
        raw[sheet_field.name], values[sheet_field.name] = _stage_field(
            job, sheet_field, index, values, is_new=is_new
        )
    main = judges[number] if judges else next(iter(job.mapping.find(job.fmt.main)), None)
    letter = None if main is None else job.mapping.columns[main].letter
    letters = pa.repeat(pa.scalar(letter, pa.string()), len(job.grid.rows))
    return pa.table({**values, "source_column": letters}), pa.table(raw)


def _stage_field(
    job: _Job,
    sheet_field: SheetField,
    index: int | None,
    values: dict[str, pa.Array],
    *,
    is_new: bool,
) -> tuple[pa.Array, pa.Array]:
    """Return a field's texts and values; note its doubts and gaps once."""
    if index is None:
        given = _give_default(job, sheet_field)
        empty = pa.repeat(pa.scalar(given, pa.string()), len(job.grid.rows))
        return pa.nulls(len(job.grid.rows), pa.string()), empty
    found = list_cells(job.grid.table, index)
    resolver = make_resolver(sheet_field, job.known, job.accepted)
    context = _find_context(job, sheet_field, values)
    resolved, indices, cells = resolve_column(found, resolver, sheet_field, context=context)
    if is_new:
        letter = job.mapping.columns[index].letter
        rows = values["source_row"]
        job.doubts.append(
            find_doubts(
                sheet_field, found=found, indices=indices, cells=cells, rows=rows, letter=letter
            )
        )
        _note_missing(job, sheet_field, resolved, found, letter)
    default = _give_default(job, sheet_field)
    return found, resolved if default is None else _fill_empty(resolved, found, default)


def _fill_empty(resolved: pa.Array, found: pa.Array, default: str) -> pa.Array:
    return pc.if_else(pc.is_null(found), pa.scalar(default, pa.string()), resolved)


def _give_default(job: _Job, sheet_field: SheetField) -> str | None:
    if sheet_field.name == "contest":
        return job.contest
    if sheet_field.type == "season" and job.season is not None:
        return str(job.season)
    return None


def _find_context(
    job: _Job, sheet_field: SheetField, values: dict[str, pa.Array]
) -> pa.Array | str:
    """Return what else decides the meaning of a cell."""
    kind = _CONTEXT_OF.get(sheet_field.type)
    if kind == "":
        return ""
    if kind == "programme":
        programme = pc.fill_null(values["programme"], "worldskills")
        return pc.binary_join_element_wise(programme, job.fmt.kind, " ")
    if kind == "when":
        name = "contest" if "contest" in values else "season"
        return pc.fill_null(values[name], "") if name in values else ""
    if sheet_field.type in {"entry", "aspect", "judge"} and "contest" in values:
        return _join_kind(job, values["contest"])
    return f"\x1e{job.fmt.kind}"


def _join_kind(job: _Job, contest: pa.Array) -> pa.Array | str:
    if not job.mapping.find("contest"):
        return f"{job.contest or ''}\x1e{job.fmt.kind}"
    return pc.binary_join_element_wise(pc.fill_null(contest, ""), job.fmt.kind, "\x1e")


def _note_missing(
    job: _Job, sheet_field: SheetField, resolved: pa.Array, found: pa.Array, letter: str
) -> None:
    """Note where a required field is empty (not where it is wrong: that is a doubt)."""
    if not sheet_field.required or _give_default(job, sheet_field) is not None:
        return
    if sheet_field.name == "mark":
        return  # an empty mark is "not marked"
    doubted = job.doubts[-1].filter(pc.is_null(job.doubts[-1]["value"]))["source_row"]
    rows = job.grid.rows.cast(pa.int32()).filter(pc.is_null(resolved))
    rows = rows.filter(pc.invert(pc.is_in(rows, value_set=doubted.combine_chunks())))
    count = len(rows)
    columns = [rows, pa.repeat(letter, count), pa.repeat(sheet_field.name, count)]
    job.missing.append(pa.table(columns, schema=_MISSING))


def _stage_points(job: _Job) -> pa.Table:
    """Return the points of all criterion columns, one row a cell; empty cells are left out."""
    tables = [_POINT.empty_table()]
    rows = job.grid.rows.cast(pa.int32())
    resolver = make_resolver(_POINTS, job.known, job.accepted)
    for index in job.mapping.find(POINTS):
        column = job.mapping.columns[index]
        found = list_cells(job.grid.table, index)
        points, indices, cells = resolve_column(found, resolver, _POINTS, context="")
        job.doubts.append(
            find_doubts(
                _POINTS, found=found, indices=indices, cells=cells, rows=rows, letter=column.letter
            )
        )
        is_given = pc.is_valid(points)
        count = pc.sum(is_given).as_py() or 0
        names = [pa.repeat(column.letter, count), pa.repeat(column.criterion, count)]
        tables.append(
            pa.table([rows.filter(is_given), *names, points.filter(is_given)], schema=_POINT)
        )
    return pa.concat_tables(tables)


def _describe_columns(job: _Job) -> pa.Table:
    columns = job.mapping.columns
    cells = [len(job.grid.rows) - job.grid.table.column(i).null_count for i in range(len(columns))]
    return pa.table(
        {
            "source_column": pa.array([column.letter for column in columns], pa.string()),
            "header": pa.array([column.header for column in columns], pa.string()),
            "field": pa.array([column.field for column in columns], pa.string()),
            "criterion": pa.array([column.criterion for column in columns], pa.string()),
            "judge": pa.array([column.judge for column in columns], pa.string()),
            "how": pa.array([column.how for column in columns], pa.string()),
            "suggestion": pa.array(
                [",".join(column.suggestions) for column in columns], pa.string()
            ),
            "cells": pa.array(cells, pa.int64()),
        }
    )


def _describe_fields(job: _Job) -> pa.Table:
    """Return the fields of the format: required ones, and those given at upload."""
    fields = job.fmt.fields
    return pa.table(
        {
            "field": pa.array([one.name for one in fields], pa.string()),
            "is_required": pa.array([one.required for one in fields], pa.bool_()),
            "is_given": pa.array(
                [_give_default(job, one) is not None for one in fields], pa.bool_()
            ),
        }
    )


def _describe_sheet(job: _Job) -> pa.Table:
    return pa.table(
        {
            "kind": [job.fmt.kind],
            "sheet": [job.grid.sheet],
            "contest": pa.array([job.contest], pa.string()),
            "season": pa.array([job.season], pa.int32()),
            "header_row": pa.array([job.grid.header_row], pa.int32()),
            "records": pa.array([len(job.grid.rows)], pa.int64()),
        }
    )

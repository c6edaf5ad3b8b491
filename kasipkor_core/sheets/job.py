"""Job: one sheet on its way into the temporary tables, and what describes it."""

from dataclasses import dataclass, field

import pyarrow as pa

from kasipkor_core.reading.grid import Grid
from kasipkor_core.sheets import arrow, coded
from kasipkor_core.sheets.arrow import Numbers
from kasipkor_core.sheets.coded import Coded
from kasipkor_core.sheets.formats import Format, SheetField
from kasipkor_core.sheets.known import Known
from kasipkor_core.sheets.mapping import SheetMapping

IN_KIND = "\x1e"  # between a contest and the kind of sheet, in the context of a resolver
IN_TERM = " "  # between season, term and first day
_WHEN = ("season", "term", "starts_on")


@dataclass(frozen=True)
class Job:
    """What is staged: everything the steps share, and what they note on the way.

    ``cells`` are the columns that mean something, by their index in the grid.
    """

    grid: Grid
    cells: dict[int, Coded]
    fmt: Format
    mapping: SheetMapping
    contest: str | None
    season: int | None
    season_from: str | None
    known: Known
    accepted: dict[str, str]
    doubts: list[pa.Table] = field(default_factory=list)
    missing: list[pa.Table] = field(default_factory=list)

    @property
    def rows(self) -> Numbers:
        """Return the file's own row numbers."""
        return self.grid.rows

    def letter(self, index: int) -> str:
        """Return the file's own letter of a column."""
        return self.mapping.columns[index].letter

    def judge(self, index: int) -> str | None:
        """Return the judge a column is of."""
        return self.mapping.columns[index].judge

    def find(self, name: str) -> int | None:
        """Return the first column of a field."""
        return next(iter(self.mapping.find(name)), None)

    def give_default(self, sheet_field: SheetField) -> str | None:
        """Return what was chosen at upload for a field."""
        if sheet_field.name == "contest":
            return self.contest
        if sheet_field.type == "season" and self.season is not None:
            return str(self.season)
        return None

    def find_context(self, sheet_field: SheetField, values: dict[str, Coded]) -> Coded | str:
        """Return what else decides the meaning of a cell: programme, contest or season."""
        if sheet_field.type == "unit":
            programme = coded.fill(values["programme"], self.fmt.programme)
            return coded.append_text(programme, f" {self.fmt.kind}")
        if sheet_field.type in {"region", "area", "member"}:
            if "term" in values:
                return coded.append_columns([values[name] for name in _WHEN], IN_TERM)
            return values.get("contest", values.get("season", values.get("period", "")))
        if sheet_field.type in {"entry", "aspect", "judge"}:
            if not self.mapping.find("contest"):
                return f"{self.contest or ''}{IN_KIND}{self.fmt.kind}"
            named = coded.fill(values["contest"], "")
            return coded.append_text(named, f"{IN_KIND}{self.fmt.kind}")
        return ""


def describe_columns(job: Job) -> pa.Table:
    """Return the columns of the file and what they mean."""
    columns = job.mapping.columns
    table = job.grid.table
    cells = [len(job.rows) - table.column(index).null_count for index in range(len(columns))]
    return pa.table(
        {
            "source_column": arrow.make_texts([column.letter for column in columns]),
            "header": arrow.make_texts([column.header for column in columns]),
            "field": arrow.make_texts([column.field for column in columns]),
            "criterion": arrow.make_texts([column.criterion for column in columns]),
            "judge": arrow.make_texts([column.judge for column in columns]),
            "how": arrow.make_texts([column.how for column in columns]),
            "suggestion": arrow.make_texts([",".join(column.suggestions) for column in columns]),
            "cells": pa.array(cells, pa.int64()),
        }
    )


def describe_fields(job: Job) -> pa.Table:
    """Return the fields of the format: required ones, and those given at upload."""
    fields = job.fmt.fields
    given = [job.give_default(one) is not None for one in fields]
    return pa.table(
        {
            "field": arrow.make_texts([one.name for one in fields]),
            "is_required": pa.array([one.required for one in fields], pa.bool_()),
            "is_given": pa.array(given, pa.bool_()),
        }
    )


def describe_sheet(job: Job) -> pa.Table:
    """Return the one row about the whole sheet."""
    return pa.table(
        {
            "kind": arrow.make_texts([job.fmt.kind]),
            "sheet": arrow.make_texts([job.grid.sheet]),
            "contest": arrow.make_texts([job.contest]),
            "season": pa.array([job.season], pa.int32()),
            "season_from": arrow.make_texts([job.season_from]),
            "header_row": pa.array([job.grid.header_row], pa.int32()),
            "records": pa.array([len(job.rows)], pa.int64()),
        }
    )

"""Showing a view as it is: the columns of the contract, filtered by equality, in a fixed order."""

from collections.abc import Mapping
from datetime import UTC, datetime

import duckdb
import pyarrow as pa
from rapidfuzz import process

from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.fetching import fetch
from kasipkor_core.store.connect import Store
from kasipkor_core.store.names import resolve_public
from kasipkor_core.store.query import Audience, Reader, open_cursor, read_head, read_now
from kasipkor_core.store.spread import spread_cells

_VIEWS = """
    select view_name from duckdb_views()
    where schema_name = 'mart' and database_name = current_database()
    order by view_name
"""
_ROWS = "from query_table($view)"
_ROWS_OF_CONTEST = "from query_table($view) where contest_no = $contest_no"
_AT = "select coalesce(max(batch_no), 0) from fact.arrival where arrived_at <= $moment"
_ORDERS = {
    "leaderboard": "contest, place nulls last, entry",
    "awards": "contest, place nulls last, entry",
    "batches": "batch_no",
    "contests": "contest",
    "contest_steps": "contest, step_no",
    "sheet_checks": "contest, batch_no",
    "appeals": "contest, appeal",
    "draws": "contest, purpose, batch_no, drawn nulls last, entry",
    "workplaces": "contest, workplace",
    "marking_forms": "contest, form, ord",
    "tie_record": "contest, place, step, entry",
    "vacancy_ranking": "contest, place nulls last, candidate",
    "passports": "contest, examinee",
    "works": "contest, entry",
    "selection": "contest, candidate, step_no",
    "selection_funnel": "contest, step_no",
    "selection_deadlines": "contest, ord, candidate nulls first",
    "accreditors": "scheme, industry, ord",
    "centre_passport": "ruleset, ord",
    "centre_steps": "organisation, region, profile, list, step",
    "indicators": "ord, scope, target_year",
    "indicator_targets": "indicator, year, region nulls first, batch_no desc",
    "progress": "indicator, period, region, organisation nulls first",
    "quota_seats": "programme, season, level, region, place, mark desc nulls last, contest, entry",
    "benchmark": "programme, season, level, stream, region, organisation nulls first",
    "schedule": "season, programme, no nulls last, first_month nulls last, starts_on, item",
    "schedule_clashes": "kind, first, second, starts_on, reason",
    "schedule_load": "programme, season, level, month",
    "participation": "programme, season, unit, region",
}
_SPREAD = {"passport_export": ("contest", "examinee")}


def show_view(store: Store, view: str, *, where: Mapping[str, str], reader: Reader) -> pa.Table:
    """Return the rows of a view whose columns have the given values.

    A view of cells comes as the table it describes, filtered by the columns of the view.

    Args:
        store: The open ledger.
        view: Name without ``mart.``.
        where: Column to value, as text; an empty value asks for null.
        reader: Whose eyes.

    Raises:
        NotFound: no such view, column or contest.
    """
    cursor = open_cursor(store, reader)
    try:
        relation = _table(cursor, view, contest=where.get("contest"))
        columns = relation.columns
        for column, value in where.items():
            relation = _filter(relation, column, value)
        order = _ORDERS.get(view) or ", ".join(f'"{column}"' for column in columns)
        table = fetch(relation.order(order))
        return spread_cells(table, keys=_SPREAD[view]) if view in _SPREAD else table
    finally:
        cursor.close()


def list_view_names(store: Store) -> list[str]:
    """Return the names of the views people may read."""
    cursor = store.cursor()
    try:
        return [name for (name,) in cursor.execute(_VIEWS).fetchall()]
    finally:
        cursor.close()


def read_as_of(store: Store, text: str | None, *, audience: Audience, lang: str) -> Reader:
    """Return a reader at a batch number, at a moment, or now.

    Args:
        store: The open ledger.
        text: A batch number, an ISO 8601 time (UTC when it names no zone), or nothing.
        audience: Whose eyes.
        lang: Language of names.

    Raises:
        Refused: the text is neither.
    """
    head = read_head(store)
    if not text:
        return Reader(as_of=head, audience=audience, lang=lang)
    as_of = int(text) if text.isdecimal() else _find_moment(store, text)
    return Reader(as_of=min(as_of, head), audience=audience, lang=lang)


def _table(
    cursor: duckdb.DuckDBPyConnection, view: str, *, contest: str | None
) -> duckdb.DuckDBPyRelation:
    names = [name for (name,) in cursor.execute(_VIEWS).fetchall()]
    if view not in names:
        near = process.extractOne(view, names)
        raise NotFound(
            "There is no view {view}. Nearest: {near}. Views: {views}.",
            view=view,
            near=near[0] if near else "–",
            views=", ".join(names),
        )
    named = {"view": f"mart.{view}"}
    relation = cursor.sql(_ROWS, params=named)
    if not contest or "contest_no" not in relation.columns:
        return relation
    # a filter on the relation is not pushed into the view: 190 ms instead of 12
    number = resolve_public(cursor, contest)
    return cursor.sql(_ROWS_OF_CONTEST, params=named | {"contest_no": number})


def _filter(relation: duckdb.DuckDBPyRelation, column: str, value: str) -> duckdb.DuckDBPyRelation:
    if column not in relation.columns:
        raise NotFound(
            "The view has no column {column}. Columns: {columns}.",
            column=column,
            columns=", ".join(relation.columns),
        )
    if not value:
        return relation.filter(duckdb.ColumnExpression(column).isnull())
    return relation.filter(
        duckdb.ColumnExpression(column).cast(duckdb.sqltypes.VARCHAR)
        == duckdb.ConstantExpression(value)
    )


def _find_moment(store: Store, text: str) -> int:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Refused(
            "{text} is neither a batch number nor a time. Write 41 or 2026-11-21T14:05.", text=text
        ) from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    cursor = open_cursor(store, read_now(store))
    try:
        row = cursor.execute(_AT, {"moment": moment}).fetchone()
        return int(row[0]) if row else 0
    finally:
        cursor.close()

"""Rows of a view beside rows of the second engine."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import duckdb

from kasipkor_core.store.compare import Difference

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = dict[str, Any]


def read_rows(cursor: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    """Return the rows of a query by the names of their columns."""
    answer = cursor.execute(sql)
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def list_columns(found: "DataclassInstance") -> Row:
    """Return the fields of what the second engine found."""
    return {one.name: getattr(found, one.name) for one in fields(found)}


def list_differences(
    view: str,
    in_views: Mapping[tuple[str, str], Row],
    in_recount: Mapping[tuple[str, str], Row],
) -> Iterator[Difference]:
    """Yield what differs; a row is known by its contest or event, and its entry or region.

    Args:
        view: Name of the view.
        in_views: What the view says.
        in_recount: What the second engine says; only its columns are compared.
    """
    for key in sorted(in_views.keys() | in_recount.keys()):
        if key not in in_views or key not in in_recount:
            yield Difference(*key, f"{view}.*", key in in_views, key in in_recount)
            continue
        for field, expected in in_recount[key].items():
            if in_views[key][field] != expected:
                yield Difference(*key, f"{view}.{field}", in_views[key][field], expected)

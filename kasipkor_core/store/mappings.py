"""Confirmed mappings, remembered per person, kind of sheet and header."""

import json
from datetime import UTC, datetime

import duckdb

from kasipkor_core.sheets import SheetMapping, list_meanings
from kasipkor_core.store.connect import Store

_RECALL = """
    select columns
    from app.mapping
    where actor = $actor and sheet_kind = $kind and header_sha256 = $digest
    order by remembered_at desc
    limit 1
"""
_FORGET = """
    delete from app.mapping
    where actor = $actor and sheet_kind = $kind and header_sha256 = $digest
"""
_REMEMBER = "insert into app.mapping values ($actor, $kind, $digest, $columns, $at)"


def recall_mapping(store: Store, *, actor: str, kind: str, digest: str) -> dict[str, str] | None:
    """Return what the columns of such a header meant the last time, by column letter."""
    cursor = store.cursor()
    try:
        return _recall(cursor, {"actor": actor, "kind": kind, "digest": digest})
    finally:
        cursor.close()


def remember_mapping(
    cursor: duckdb.DuckDBPyConnection, *, actor: str, kind: str, mapping: SheetMapping
) -> None:
    """Keep what the columns of such a header mean; the newest word of a person holds.

    Args:
        cursor: Of the sheet's batch: nobody waits for the append lock once more.
        actor: Who uploads.
        kind: Kind of sheet.
        mapping: What the columns mean.
    """
    key = {"actor": actor, "kind": kind, "digest": mapping.header_digest}
    meanings = list_meanings(mapping)
    if meanings == _recall(cursor, key):
        return
    columns = json.dumps(meanings, ensure_ascii=False)
    cursor.execute(_FORGET, key)
    cursor.execute(_REMEMBER, {**key, "columns": columns, "at": datetime.now(UTC)})


def _recall(cursor: duckdb.DuckDBPyConnection, key: dict[str, str]) -> dict[str, str] | None:
    row = cursor.execute(_RECALL, key).fetchone()
    return json.loads(row[0]) if row else None

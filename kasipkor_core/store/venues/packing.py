"""Packing: everything a lent ledger was told since its copy, in the numbers it has there."""

import datetime as dt
from collections.abc import Iterator

import duckdb
import pyarrow as pa

from kasipkor_core import house
from kasipkor_core.errors import Refused
from kasipkor_core.fetching import fetch
from kasipkor_core.store.connect import Store
from kasipkor_core.store.entitled import refuse_role
from kasipkor_core.store.query import open_cursor, read_now
from kasipkor_core.store.venues.lending import Lent, find_lent
from kasipkor_core.store.venues.package import Manifest, write_package
from kasipkor_core.store.verify import verify_chain

_FOLDER = house.SQL / "merge" / "pack"
_HEAD = "select batch_no, sha256 from ledger.batch order by batch_no desc limit 1"
_MIGRATION = "select max(name) from migration"
_TABLES = """
    select table_name
    from duckdb_columns()
    where
        schema_name = 'ledger'
        and database_name = current_database()
        and column_name = 'batch_no'
    order by table_name
"""
_BASE = "set variable base = $base::integer"
_ROWS = "from query_table($name) where batch_no > getvariable('base')::integer order by all"


def pack_venue(
    store: Store, *, now: dt.datetime, is_open: bool = False, actor_role: str = "operator"
) -> bytes:
    """Return what a lent ledger holds beyond its copy, as a signed package.

    It may be packed as often as one likes: the office takes only what it does not have.

    Args:
        store: The open ledger of the venue.
        now: What the clock of this computer says.
        is_open: Not sealed for the office: whoever has the file reads names and marks.
        actor_role: Role of the actor.

    Raises:
        Damaged: the ledger is not what was written.
        NotAllowed: the role may not.
        Refused: it is no lent copy, or nothing was written since.
    """
    refuse_role(actor_role, "merge")
    lent = find_lent(store)
    if lent is None:
        raise Refused(
            "This ledger was not lent by an office, so nobody could merge it. Begin with a copy "
            "that the office made by: kasipkor lend FILE --venue NAME."
        )
    verify_chain(store)
    with store.append_lock:  # all tables are of one moment
        cursor = open_cursor(store, read_now(store))
        try:
            manifest = _describe(cursor, lent, now)
            if manifest.head_batch_no <= lent.base_batch_no:
                raise Refused(
                    "Nothing was written since the copy was lent: there is nothing to pack."
                )
            tables = dict(_gather(cursor, lent.base_batch_no))
        finally:
            cursor.close()
    office_key = None if is_open else lent.office_key
    return write_package(manifest, tables, secret=lent.secret, office_key=office_key)


def read_migration(cursor: duckdb.DuckDBPyConnection) -> str:
    """Return the newest migration: what the tables of a ledger look like."""
    (name,) = cursor.execute(_MIGRATION).fetchone() or ("",)
    return str(name)


def _describe(cursor: duckdb.DuckDBPyConnection, lent: Lent, now: dt.datetime) -> Manifest:
    head_batch_no, head_sha256 = cursor.execute(_HEAD).fetchone() or (0, "")
    return Manifest(
        venue=lent.venue,
        public_key=lent.public_key,
        base_batch_no=lent.base_batch_no,
        base_sha256=lent.base_sha256,
        head_batch_no=head_batch_no,
        head_sha256=head_sha256,
        exported_at_us=int(now.timestamp() * 1_000_000),
        migration=read_migration(cursor),
    )


def _gather(cursor: duckdb.DuckDBPyConnection, base: int) -> Iterator[tuple[str, pa.Table]]:
    """Yield tables by name: all of the ledger that carry a batch, and what hangs on those."""
    cursor.execute(_BASE, {"base": base})
    for (name,) in cursor.execute(_TABLES).fetchall():
        table = fetch(cursor.sql(_ROWS, params={"name": f"ledger.{name}"}))
        if table.num_rows:
            yield f"ledger.{name}", table
    for file in sorted(_FOLDER.glob("*.sql")):
        yield file.stem, fetch(cursor.sql(file.read_text(encoding="utf-8")))

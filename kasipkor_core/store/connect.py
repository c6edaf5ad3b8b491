"""Opening the ledger: one process, one connection, one appender, many readers."""

import re
from contextlib import closing
from functools import partial
from pathlib import Path, PureWindowsPath

import duckdb

from kasipkor_core.errors import Damaged, Held, NotFound, Refused
from kasipkor_core.settings import read_settings
from kasipkor_core.store import migrate, reference, rewrite, standings, views
from kasipkor_core.store.drafts import write_drafts
from kasipkor_core.store.gathered import Gathered
from kasipkor_core.store.handle import MEMORY, Store
from kasipkor_core.store.lake import Lake, is_lake
from kasipkor_core.store.replica import Replica

__all__ = ["MEMORY", "PLANNING", "Store", "open_lake", "open_store"]

_HOLDER = re.compile(r"(?:held|already open) in\s+(?P<program>.+?) \(PID (?P<pid>\d+)\)")
_CLOSED = "Cannot open file"  # the system's words, in its language, follow
# Nested views are planned anew for each question, and what is asked is small: these two look at
# every operator of a plan again and again. Without them eight views of a national season are
# planned in 1.0 s instead of 1.6 s, and run no slower.
PLANNING: dict[str, str] = {
    "disabled_optimizers": "compressed_materialization,statistics_propagation"
}
SCHEMAS = frozenset({"ledger", "tally", "private", "app", "ref", *views.LAYERS, "main", "temp"})


def open_store(
    path: str | Path = MEMORY, *, create: bool = True, keeps_former: bool = True
) -> Store:
    """Open the ledger, bring it to the newest shape and make its views.

    Args:
        path: File of the database, or ``:memory:``, or the place of a lake.
        create: Make the file when it is missing.
        keeps_former: Copy the file of a former version before it is changed.

    Raises:
        NotFound: there is no such file and ``create`` is false.
        Refused: the file has the name of a schema, DuckDB could not tell them apart; or there is
            no room for the copy.
        Held: another process has it open.
        Damaged: the file is no database of ours.
    """
    if is_lake(path):
        return _open_shared(str(path), create=create)
    where = MEMORY if str(path) == MEMORY else str(Path(path).resolve())  # the server moves on
    file = Path(where)
    if where != MEMORY:
        _refuse_unfit(file, create=create)
    store = Store(path=where, connection=_connect(where))
    try:
        former = keeps_former and where != MEMORY and migrate.find_former(store.connection, file)
        if former:
            store.close()  # on Windows nobody can read a file that DuckDB has open
            migrate.keep_former(file, former)
            store = Store(path=where, connection=_connect(where))
        migrate.apply_migrations(store.connection)
        if where != MEMORY and rewrite.is_due(store.connection):
            store.close()
            rewrite.rewrite_file(file, _connect)
            store = Store(path=where, connection=_connect(where))
        _make_views(store)
    except duckdb.CatalogException as error:
        store.close()
        raise _explain(where, str(error)) from error
    except BaseException:
        store.close()
        raise
    return store


def _open_shared(place: str, *, create: bool) -> Store:
    """Open a lake: its ledger is brought to the newest shape, and a copy of it into memory."""
    connection = _connect(MEMORY)
    try:
        lake = open_lake(connection, place, create=create)
        migrate.apply_migrations(connection)
        replica = _copy_lake(connection, lake)
        store = Store(MEMORY, connection, replica.append_lock, replica=replica)
        store.gathered = Gathered(partial(write_drafts, store))
        _make_views(store)
    except BaseException:
        connection.close()
        raise
    return store


def _copy_lake(connection: duckdb.DuckDBPyConnection, lake: Lake) -> Replica:
    try:
        return Replica(connection, lake)
    except duckdb.Error:
        lake.refuse_silent()
        raise


def open_lake(connection: duckdb.DuckDBPyConnection, place: str, *, create: bool) -> Lake:
    """Attach a lake to a connection as ``shared_lake`` and bring it to the newest shape.

    Args:
        connection: Of one process; it can have one lake.
        place: As ``ducklake:postgres:dbname=kasipkor host=db``.
        create: Make the lake when it is missing.

    Raises:
        NotFound: there is none and ``create`` is false.
        Refused: it cannot be reached or made; the message says what to do.
    """
    lake = Lake(connection, place)
    try:
        with lake.lock():
            lake.attach(create=create, folder=read_settings().folder)
            with closing(lake.cursor()) as cursor:
                migrate.apply_migrations(cursor)
    except duckdb.Error:
        lake.refuse_silent()
        raise
    return lake


def _make_views(store: Store) -> None:
    reference.load_reference(store.connection)
    views.create_views(store.connection)
    standings.complete_standings(store)


def _refuse_unfit(path: Path, *, create: bool) -> None:
    if path.stem in SCHEMAS:
        raise Refused(
            "A database cannot be called {name}: the ledger uses that word inside. "
            "Call it kasipkor.duckdb.",
            name=path.name,
        )
    if not create and not path.exists():
        raise NotFound(
            "There is no database at {path}. Start the dashboard or import a sheet first, "
            "or name another file with --db.",
            path=path,
        )
    path.parent.mkdir(parents=True, exist_ok=True)


def _connect(path: str) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(path, config={"storage_compatibility_version": "v1.5.0", **PLANNING})
    except duckdb.ConnectionException as error:
        raise Held(
            "This process has {path} open already, in another mode. Close it first.", path=path
        ) from error
    except duckdb.IOException as error:
        raise _explain(path, str(error)) from error


def _explain(path: str, words: str) -> Held | Refused | Damaged:
    holder = _HOLDER.search(words)
    if holder:
        return Held(
            "{path} is held by {program} (process {pid}). Stop it, or use its dashboard.",
            path=path,
            program=PureWindowsPath(holder["program"]).name,
            pid=holder["pid"],
        )
    if _CLOSED in words:
        return Refused(
            "The system refuses {path}: {words}. Check the name, the rights and the room.",
            path=path,
            words=words.partition('": ')[2].splitlines()[0].rstrip("."),
        )
    return Damaged(
        "{path} cannot be opened as a database of Kasipkor. Restore a backup: {words}",
        path=path,
        words=words.splitlines()[0],
    )

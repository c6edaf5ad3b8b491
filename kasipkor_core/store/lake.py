"""The lake: the facts of a store that several servers share.

Its catalogue is a Postgres database, its rows are Parquet files in one folder or bucket: DuckLake.
Every server reads a copy of it (``replica.py``). Here it is reached and made, and one writer is
let in.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb

from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store.bucket import hide_keys, name_folder, open_folder, refuse_unreached
from kasipkor_core.store.tables import escape

_POSTGRES = "ducklake:postgres:"
_SCHEMA = "kasipkor"  # of the Postgres database, for the tables of the catalogue
_EXTENSIONS = ("ducklake", "postgres_scanner", "httpfs")
_SETTINGS = (
    # Whoever began before another has written is refused: the catalogue decides, not the lock.
    "set global ducklake_max_retry_count = 0",
    "set global pg_pool_max_connections = 16",
)
_LIMITS = (  # seconds; tcp_user_timeout in thousandths
    "connect_timeout=5 keepalives_idle=10 keepalives_interval=5 keepalives_count=3 "
    "tcp_user_timeout=20000 application_name=kasipkor"
)
_LOCK = 0x6B61736970  # its number in the Postgres database
_WAIT = (  # a server that is gone or frozen does not keep the others out
    "set local tcp_keepalives_idle = 15",
    "set local tcp_keepalives_interval = 5",
    "set local idle_in_transaction_session_timeout = ''5min''",
    "set local lock_timeout = ''2min''",
    f"select pg_advisory_xact_lock({_LOCK})",
)
_NEWEST = f"""
    from postgres_query('shared_door', 'select max(snapshot_id) from {_SCHEMA}.ducklake_snapshot')
"""
_NUMBERS = f"""
    from postgres_query(
        'shared_door',
        $$
            select part.schema_name || '.' || one.table_name, one.table_id
            from {_SCHEMA}.ducklake_table as one
            inner join {_SCHEMA}.ducklake_schema as part on part.schema_id = one.schema_id
            where one.end_snapshot is null and part.end_snapshot is null
        $$
    )
"""
_FILES = f"""
    from postgres_query(
        'shared_door',
        $$
            select
                snapshot.snapshot_id as number,
                change.changes_made as made,
                part.schema_name || '.' || one.table_name as name,
                part.path || one.path || file.path as path,
                file.encryption_key as key
            from {_SCHEMA}.ducklake_snapshot as snapshot
            left join {_SCHEMA}.ducklake_snapshot_changes as change
                on change.snapshot_id = snapshot.snapshot_id
            left join {_SCHEMA}.ducklake_data_file as file
                on file.begin_snapshot = snapshot.snapshot_id
            left join {_SCHEMA}.ducklake_table as one
                on one.table_id = file.table_id and one.end_snapshot is null
            left join {_SCHEMA}.ducklake_schema as part
                on part.schema_id = one.schema_id and part.end_snapshot is null
            where snapshot.snapshot_id > %d
            order by snapshot.snapshot_id, file.data_file_id
        $$
    )
"""
_FOLDER = f"""
    from postgres_query(
        'shared_door', $$ select value from {_SCHEMA}.ducklake_metadata where key = 'data_path' $$
    )
"""
_HAS = f"""
    from postgres_query(
        'shared_door', $$ select to_regclass('{_SCHEMA}.ducklake_snapshot') is not null $$
    )
"""


def is_lake(place: str | Path) -> bool:
    """Tell whether the place of a store is a lake, and not a file."""
    return isinstance(place, str) and place.startswith("ducklake:")


def say_silent() -> Refused:
    """Return what is said when a lake cannot be opened."""
    return Refused(
        "The Postgres database of the shared store does not answer. Check that it runs, and its "
        "name, host, user and password in KASIPKOR_STORE."
    )


class Lake:
    """A lake that a process has reached; in its database the name is ``shared_lake``."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, place: str) -> None:
        """Reach the Postgres database.

        Args:
            connection: To a database in memory.
            place: As ``ducklake:postgres:dbname=kasipkor host=db``.

        Raises:
            Refused: the place is written otherwise, or the packages of a lake are not installed,
                or Postgres does not answer.
        """
        if not place.startswith(_POSTGRES):
            raise Refused(
                "A shared store is named as ducklake:postgres:dbname=kasipkor host=NAME, as "
                "Postgres is told where to connect."
            )
        self._connection = connection
        self._folder = ""
        self._address = _limit(place.removeprefix(_POSTGRES))
        # With threads of its own DuckDB turns round and round while one of them waits for Postgres.
        self._waiting = duckdb.connect(config={"threads": 1})
        for each in (connection, self._waiting):
            _load_extensions(each)
            for setting in _SETTINGS:
                each.execute(setting)
            _reach(each, self._address, "shared_door", "type postgres")

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Return a fresh cursor; unqualified tables and schemas are those of the lake."""
        cursor = self._connection.cursor()
        cursor.execute("use shared_lake")
        return cursor

    @contextmanager
    def begin(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor of the lake in a transaction; what is not committed is left out."""
        with end_before_closing(self.cursor()) as cursor:
            cursor.execute("begin")
            yield cursor

    def attach(self, *, create: bool, folder: str) -> None:
        """Attach the lake, made when it is missing.

        Args:
            create: Make it when it is missing.
            folder: Where its files go when it is made; every server reaches it under this name.

        Raises:
            NotFound: there is none, and ``create`` is false.
            Refused: there is none, and the folder is not said; or it is not reached.
        """
        # Rows kept in Postgres: a cut session, or another server that moves them into files, would
        # be a fatal error of DuckLake 1.0, which ends the process.
        options = [f"metadata_schema '{_SCHEMA}'", "data_inlining_row_limit 0"]
        if self._has_tables():
            self._folder = str(self._ask(_FOLDER)[0][0])
        elif not create:
            raise NotFound(
                "There is no shared store in this Postgres database yet. Start the dashboard, "
                "import a sheet, or copy a database into it."
            )
        elif not folder:
            raise Refused(
                "The shared store is made now: say in KASIPKOR_FOLDER which folder or bucket, the "
                "same for all servers, its files go to."
            )
        else:
            self._folder = name_folder(folder)
            options += [f"data_path '{escape(self._folder)}'", "encrypted true"]
        open_folder(self._connection, self._folder)
        address = f"{_POSTGRES}{self._address}"
        _reach(self._connection, address, "shared_lake", ", ".join(options))

    def close(self) -> None:
        """Let go of the session that waits for the lock."""
        self._waiting.close()

    def refuse_silent(self) -> None:
        """Say who does not answer, when something went wrong.

        Raises:
            Refused: the Postgres database, or the folder.
        """
        try:
            self.read_newest()
        except duckdb.Error as error:
            raise say_silent() from error
        refuse_unreached(self._connection, self._folder)

    def read_newest(self) -> int:
        """Return the number of the newest snapshot: it grows with everything that is written."""
        return int(self._ask(_NEWEST)[0][0])

    def list_numbers(self) -> dict[str, str]:
        """Return the number of each table, by which the lake lists its changes."""
        return {str(name): str(number) for name, number in self._ask(_NUMBERS)}

    def list_files(self, *, since: int) -> list[tuple[int, str | None, str | None, str, str]]:
        """Return the snapshots after one and the files that each has brought.

        Returns:
            Rows of snapshot, what it changed as DuckLake writes it, table, where the file lies and
            its key; the last three are null for a snapshot that brought none.
        """
        return [
            (number, made, table, f"{self._folder}{path}", key)
            for number, made, table, path, key in self._ask(_FILES % since)
        ]

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Wait for the lock of all servers and hold it.

        It is a Postgres session of its own. Should it be cut while somebody writes, the catalogue
        refuses whoever comes second.
        """
        with end_before_closing(self._waiting.cursor()) as door:
            door.execute("begin")
            door.execute(f"call postgres_execute('shared_door', '{'; '.join(_WAIT)}')")
            yield

    def _has_tables(self) -> bool:
        return bool(self._ask(_HAS)[0][0])

    def _ask(self, question: str) -> list[tuple[Any, ...]]:
        cursor = self._connection.cursor()
        try:
            return cursor.execute(question).fetchall()
        finally:
            cursor.close()


def _reach(connection: duckdb.DuckDBPyConnection, address: str, name: str, options: str) -> None:
    try:
        connection.execute(f"attach '{escape(address)}' as {name} ({options})")
    except duckdb.Error as error:
        raise say_silent() from error


def _limit(address: str) -> str:
    """Return an address that notices a network which swallows everything; its own words hold."""
    return address if "://" in address else f"{_LIMITS} {address}"


@contextmanager
def end_before_closing(
    cursor: duckdb.DuckDBPyConnection,
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Close a cursor outside of any transaction: inside one, a cut session ends the process."""
    try:
        yield cursor
    finally:
        with suppress(duckdb.Error):
            cursor.execute("rollback")
        cursor.close()


def _load_extensions(connection: duckdb.DuckDBPyConnection) -> None:
    for name in _EXTENSIONS:
        connection.execute(f"load '{escape(_find_extension(name))}'")
    hide_keys(connection)


def _find_extension(name: str) -> Path:
    """Return the file of an extension, as its package brings it."""
    try:
        folder = files(f"duckdb_extension_{name}")
    except ModuleNotFoundError as error:
        raise Refused(
            "A shared store needs packages that are not installed here: install kasipkor[shared]."
        ) from error
    file = Path(str(folder / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"))
    if not file.exists():
        raise Refused(
            "The packages of the shared store are made for another DuckDB than {version}. "
            "Install kasipkor[shared] again.",
            version=duckdb.__version__,
        )
    return file

"""The lake: the facts of a store that several servers share.

Its catalogue is a Postgres database, its rows are Parquet files in one folder (DuckLake). Every
server reads a copy of it (``replica.py``). Here it is reached and made, and one writer let in.
"""

from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb

from kasipkor_core.errors import NotFound, Refused

_POSTGRES = "ducklake:postgres:"
_SCHEMA = "kasipkor"  # of the Postgres database, for the tables of the catalogue
_EXTENSIONS = ("ducklake", "postgres_scanner", "httpfs")
_SETTINGS = (
    # Whoever began before another has written is refused: the catalogue decides, not the lock.
    "set global ducklake_max_retry_count = 0",
    "set global pg_pool_max_connections = 16",
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
    from postgres_query('door', 'select max(snapshot_id) from {_SCHEMA}.ducklake_snapshot')
"""
_NUMBERS = f"""
    from postgres_query(
        'door',
        $$
            select part.schema_name || '.' || one.table_name, one.table_id
            from {_SCHEMA}.ducklake_table as one
            inner join {_SCHEMA}.ducklake_schema as part on part.schema_id = one.schema_id
            where one.end_snapshot is null and part.end_snapshot is null
        $$
    )
"""
_HAS = f"""
    from postgres_query(
        'door', $$ select to_regclass('{_SCHEMA}.ducklake_snapshot') is not null $$
    )
"""


def is_lake(place: str | Path) -> bool:
    """Tell whether the place of a store is a lake, and not a file."""
    return isinstance(place, str) and place.startswith("ducklake:")


class Lake:
    """A lake that a process has reached; in its database the name is ``lake``."""

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
        self._address = place.removeprefix(_POSTGRES)
        _load_extensions(connection)
        for setting in _SETTINGS:
            connection.execute(setting)
        try:
            connection.execute(f"attach '{_escape(self._address)}' as door (type postgres)")
        except duckdb.Error as error:
            raise Refused(
                "The Postgres database of the shared store does not answer. Check that it runs, "
                "and its name, host, user and password in KASIPKOR_STORE."
            ) from error

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Return a fresh cursor; unqualified tables and schemas are those of the lake."""
        cursor = self._connection.cursor()
        cursor.execute("use lake")
        return cursor

    def attach(self, *, create: bool, folder: str) -> None:
        """Attach the lake, made when it is missing.

        Args:
            create: Make it when it is missing.
            folder: Where its files go when it is made: a folder that every server reaches under
                the same name, or ``s3://bucket/folder``.

        Raises:
            NotFound: there is none, and ``create`` is false.
            Refused: there is none, and the folder is not said.
        """
        options = [f"metadata_schema '{_SCHEMA}'"]
        if not self._has_tables():
            if not create:
                raise NotFound(
                    "There is no shared store in this Postgres database yet. Start the dashboard, "
                    "import a sheet, or copy a database into it."
                )
            if not folder:
                raise Refused(
                    "The shared store is made now: say in KASIPKOR_FOLDER which folder, the same "
                    "for all servers, its files go to."
                )
            options += [f"data_path '{_escape(folder)}'", "encrypted true"]
        address = _escape(f"{_POSTGRES}{self._address}")
        self._connection.execute(f"attach '{address}' as lake ({', '.join(options)})")

    def read_newest(self) -> int:
        """Return the number of the newest snapshot: it grows with everything that is written."""
        return int(self._ask(_NEWEST)[0][0])

    def list_numbers(self) -> dict[str, str]:
        """Return the number of each table, by which the lake lists its changes."""
        return {str(name): str(number) for name, number in self._ask(_NUMBERS)}

    def wait(self) -> duckdb.DuckDBPyConnection:
        """Wait for the lock of all servers; return what holds it until it is closed.

        It is a Postgres session of its own. Should it be cut while somebody writes, the catalogue
        refuses whoever comes second.
        """
        door = self._connection.cursor()
        try:
            door.execute("begin")
            door.execute(f"call postgres_execute('door', '{'; '.join(_WAIT)}')")
        except BaseException:
            door.close()
            raise
        return door

    def _has_tables(self) -> bool:
        return bool(self._ask(_HAS)[0][0])

    def _ask(self, question: str) -> list[tuple[Any, ...]]:
        cursor = self._connection.cursor()
        try:
            return cursor.execute(question).fetchall()
        finally:
            cursor.close()


def _load_extensions(connection: duckdb.DuckDBPyConnection) -> None:
    for name in _EXTENSIONS:
        connection.execute(f"load '{_escape(str(_find_extension(name)))}'")


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


def _escape(text: str) -> str:
    return text.replace("'", "''")

"""An open ledger, as everybody who reads or writes holds it."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field

import duckdb

from kasipkor_core.store.gathered import Gathered
from kasipkor_core.store.replica import Replica

MEMORY = ":memory:"


@dataclass
class Store:
    """An open ledger.

    Attributes:
        path: File of the database, or ``:memory:``.
        connection: The one connection; nobody queries it, everybody takes ``cursor()``.
        append_lock: Held by the one appender.
        unsent: Notices that the mail server has not taken, as long as this process runs.
        replica: What keeps this copy level with a lake; null: the ledger is nobody else's.
        gathered: What is typed here and not yet in the lake; null: the ledger is nobody else's.
    """

    path: str
    connection: duckdb.DuckDBPyConnection
    append_lock: AbstractContextManager[object] = field(default_factory=threading.Lock)
    unsent: int = 0
    replica: Replica | None = None
    gathered: Gathered | None = None

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Return a fresh cursor: connections shared by threads give silently wrong numbers."""
        return self.connection.cursor()

    @contextmanager
    def writing(self, *, end: str = "commit") -> Iterator[duckdb.DuckDBPyConnection]:
        """Hold the append lock and one transaction; commit at the end, or leave nothing."""
        with self.append_lock:
            cursor = self.cursor()
            try:
                cursor.execute("begin")
                yield cursor
                if self.replica and end == "commit":
                    self.replica.commit(cursor)
                else:
                    cursor.execute(end)
            except BaseException:
                with suppress(duckdb.Error):  # nothing is open any more
                    cursor.execute("rollback")
                raise
            finally:
                cursor.close()

    def close(self) -> None:
        """Let go of the file, or of the lake."""
        if self.gathered:
            self.gathered.close()
        if self.replica:
            self.replica.lake.close()
        self.connection.close()

"""A server's copy of a lake: read as fast as a file, written here and in the lake at once.

To ask the lake itself takes some 15 ms for each table that a view looks at, and a sheet on its way
into the ledger looks a hundred times. So each process holds the whole ledger in memory. What others
have written is fetched by the lake's own list of changes; what is written here goes to the lake
first.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from types import TracebackType

import duckdb

from kasipkor_core.errors import Refused
from kasipkor_core.store.changes import Change, list_changes, send_changes
from kasipkor_core.store.lake import Lake, end_before_closing
from kasipkor_core.store.news import News, add_news, read_news
from kasipkor_core.store.tables import copy_rows, list_tables

_PAUSE = 0.25  # seconds between two looks at whether others have written
_ADDED = frozenset({"tables_inserted_into", "inlined_insert"})
_ALTERED = frozenset({"tables_deleted_from", "inlined_delete", "rewrite_delete"})
_HEAD = "select id from ducklake_current_snapshot('shared_lake')"
_SNAPSHOTS = """
    select changes
    from ducklake_snapshots('shared_lake')
    where snapshot_id > $known and snapshot_id <= $head
"""


class Replica:
    """The copy, and how far it has come.

    Attributes:
        append_lock: Held by the one writer of all servers; while it is held the copy is level with
            the lake.
        changing: Held while the copy changes.
        lake: The lake.
        silent_since: When the lake was first found not to answer, of the monotonic clock; null: it
            answers.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, lake: Lake) -> None:
        """Fetch all of an attached lake into the migrated, empty ledger of a connection."""
        self.append_lock = AppendLock(self, lake)
        self.changing = threading.Lock()
        self.lake = lake
        self._connection = connection
        self._tables = list_tables(connection)
        self._known = 0
        self._looked = 0.0
        self.silent_since: float | None = None
        self._fetch(self._fetch_all)

    def find_silence(self) -> int:
        """Return for how many seconds the lake has not answered."""
        return int(time.monotonic() - self.silent_since) if self.silent_since else 0

    def look(self) -> None:
        """Fetch what others have written, unless somebody has just looked or is about it.

        When the lake does not answer, what is here can still be read, and nobody waits for it.
        """
        if time.monotonic() - self._looked < _PAUSE or not self.changing.acquire(blocking=False):
            return
        if self.silent_since is None:
            self._look()
        else:
            threading.Thread(target=self._look, name="Silence", daemon=True).start()

    def _look(self) -> None:
        try:
            if self.silent_since is not None:
                self.lake.refuse_silent()
            self.catch_up()
            self.silent_since = None
        except (duckdb.Error, Refused):
            self._fall_silent()
        finally:
            self._looked = time.monotonic()
            self.changing.release()

    def catch_up(self) -> None:
        """Fetch what others have written; whoever calls holds ``changing``."""
        if self.lake.read_newest() == self._known:
            return
        news = read_news(self.lake, since=self._known)
        if news is None:
            self._fetch(self._fetch_changes)
        else:
            self._add(news)

    def _add(self, news: News) -> None:
        with end_before_closing(self._connection.cursor()) as cursor:
            cursor.execute("begin")
            add_news(cursor, self._tables, news)
            cursor.execute("commit")
        self._known = news.head

    def commit(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Commit a transaction to the lake, then here; whoever calls holds the append lock.

        Raises:
            Refused: another server has written since, or the lake broke off.
        """
        changes = list_changes(cursor, self._connection, self._tables)
        if changes:
            self._send(changes)
            self.silent_since = None
        cursor.execute("commit")
        self._known += bool(changes)

    def _send(self, changes: Sequence[Change]) -> None:
        is_sent = False
        try:
            with self.lake.begin() as there:
                self._refuse_overtaken(there)
                send_changes(there, changes)
                is_sent = True
                there.execute("commit")
        except duckdb.Error as error:
            self._fall_silent()
            if not is_sent:
                raise _say_nothing_written() from error
            raise Refused(
                "The shared store broke off while this was being written. Look whether it is "
                "among the newest batches; if not, try again."
            ) from error

    def _fall_silent(self) -> None:
        self.silent_since = self.silent_since or time.monotonic()

    def _refuse_overtaken(self, there: duckdb.DuckDBPyConnection) -> None:
        if there.execute(_HEAD).fetchone() != (self._known,):
            raise Refused(
                "Another server has written at the same moment. Nothing was written: try again."
            )

    def _fetch(self, fetch: Callable[[duckdb.DuckDBPyConnection, int], None]) -> None:
        with end_before_closing(self._connection.cursor()) as cursor:
            cursor.execute("begin")
            row = cursor.execute(_HEAD).fetchone()
            head = int(row[0]) if row else 0
            fetch(cursor, head)
            cursor.execute("commit")
        self._known = head

    def _fetch_all(self, cursor: duckdb.DuckDBPyConnection, _: int) -> None:
        for table in self._tables:
            cursor.execute(f"delete from {table.name}")
        copy_rows(cursor, self._tables, source="shared_lake", target="memory")

    def _fetch_changes(self, cursor: duckdb.DuckDBPyConnection, head: int) -> None:
        told = cursor.execute(_SNAPSHOTS, {"known": self._known, "head": head}).fetchall()
        if len(told) < head - self._known:  # snapshots in between were let go
            self._fetch_all(cursor, head)
            return
        kinds = defaultdict(set)
        for (changes,) in told:
            for kind, numbers in changes.items():
                for number in numbers:
                    kinds[number].add(kind)
        known = self.lake.list_numbers()
        for table in self._tables:
            changed = kinds[known[table.name]]
            if changed & _ALTERED:
                cursor.execute(f"delete from {table.name}")
                copy_rows(cursor, [table], source="shared_lake", target="memory")
            elif changed & _ADDED:
                schema, _, name = table.name.partition(".")
                cursor.execute(
                    f"insert into {table.name} ({table.columns}) select {table.columns} "
                    "from ducklake_table_insertions("
                    f"'shared_lake', '{schema}', '{name}', {self._known + 1}, {head})"
                )


def _say_nothing_written() -> Refused:
    return Refused("The shared store does not answer. Nothing was written: try again.")


class AppendLock:
    """The one lock of all servers; it is taken before the transaction begins."""

    def __init__(self, replica: Replica, lake: Lake) -> None:
        """Keep what is locked."""
        self._replica = replica
        self._lake = lake
        self._here = threading.Lock()
        self._held = ExitStack()

    def __enter__(self) -> None:
        """Wait for the threads of this process, then for other servers; fetch what they wrote.

        Raises:
            Refused: the lake does not answer.
        """
        with ExitStack() as held:
            held.enter_context(self._here)
            try:
                held.enter_context(self._lake.lock())
                held.enter_context(self._replica.changing)
                self._replica.catch_up()
            except duckdb.Error as error:
                raise _say_nothing_written() from error
            self._held = held.pop_all()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the next one write."""
        self._held.close()

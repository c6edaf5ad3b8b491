"""A ready ledger for every test: making a hundred views takes seconds, borrowing one 0.01 s.

A template is made once a test run by ``open_store`` itself and copied by each worker as often as
ledgers are open at once. A ledger that a test gives back is emptied and lent to the next, unless
its views, tables or reference tables are not as they were. What many tests begin with is played
once a run, and its facts are laid into a lent ledger.
"""

import fcntl
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from kasipkor_core.store import MEMORY, Store, open_store
from kasipkor_core.store.connect import PLANNING

FOLDER = "KASIPKOR_TEST_TEMPLATE"
_COPY = "copy from database template to memory"
_HOLD_FACTS = "schema_name in ('ledger', 'tally', 'private', 'app') and table_name <> 'made'"
_FACTS = f"""
    select schema_name || '.' || table_name
    from duckdb_tables()
    where database_name = $database and {_HOLD_FACTS} and estimated_size > 0
"""
_SHAPE = f"""
    select
        (select (max(view_oid), count(*)) from duckdb_views()),
        (select (max(table_oid), sum(column_count)) from duckdb_tables() where not temporary),
        (select sum(estimated_size) from duckdb_tables() where not ({_HOLD_FACTS})),
        (select count(*) from duckdb_tables() where temporary)
"""
_free = []  # ledgers that were given back


def make_folder():
    """Make the folder of the template for this run and the workers it starts; return it."""
    folder = tempfile.TemporaryDirectory(prefix="kasipkor-test-")
    os.environ[FOLDER] = folder.name
    return folder


def find_template():
    """Return the file of the empty template, made by the first who asks."""
    return find_file("template", lambda draft: open_store(draft).close())


def find_played(name, play):
    """Return the file of a ledger on which ``play`` was played once this run, whoever asks first.

    Args:
        name: Of the play; two plays never share one.
        play: Takes an empty store and writes into it.
    """

    def make(draft):
        store = open_ready()
        play(store)
        keep(store, draft)
        store.close()

    return find_file(name, make)


def open_played(name, play):
    """Return a store in memory on which ``play`` has been played; see ``find_played``."""
    return open_copy(find_played(name, play))


def lend(name, play):
    """Return a fixture: a ledger in memory on which ``play`` has been played."""

    @pytest.fixture
    def ledger():
        store = open_played(name, play)
        yield store
        store.close()

    return ledger


def find_file(name, make):
    """Return the file ``make`` wrote the first time somebody asked this run.

    Args:
        name: Of the file; two makers never share one.
        make: Takes the path to write to.
    """
    folder = Path(os.environ[FOLDER])
    file = folder / f"{name}.duckdb"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            draft = folder / f"{name}-draft.duckdb"
            make(draft)
            draft.rename(file)
    return file


def connect_ready():
    """Return a connection to a ledger in memory as ``open_store`` leaves an empty one."""
    con = duckdb.connect(config={"threads": 1, **PLANNING})  # two workers share two cores
    con.execute(f"attach '{find_template()}' as template (read_only)")
    con.execute(_COPY)
    con.execute("detach template")
    return con


@dataclass
class Lent(Store):
    """A ledger that is given back when it is closed.

    Attributes:
        shape: Views, tables and the rows of reference tables as they were: what is made anew has a
            new number.
    """

    shape: tuple = ()

    def close(self):
        if self.connection.execute(_SHAPE).fetchone() == self.shape:
            _free.append(self)
        else:
            self.connection.close()


def open_ready():
    """Return an empty store in memory, as ``open_store(MEMORY)`` makes it."""
    if not _free:
        con = connect_ready()
        return Lent(path=MEMORY, connection=con, shape=con.execute(_SHAPE).fetchone())
    given_back = _free.pop()
    con = given_back.connection
    for (table,) in con.execute(_FACTS, {"database": "memory"}).fetchall():
        con.execute(f"delete from {table}")
    return Lent(path=MEMORY, connection=con, shape=given_back.shape)


def open_copy(file):
    """Return a store in memory that begins with the facts of the ledger in a file."""
    store = open_ready()
    lay_facts(store.connection, file)
    return store


def lay_facts(con, file, *, but=()):
    """Lay the facts of the ledger in a file into an empty one; tables of ``but`` are left out."""
    con.execute(f"attach '{_find_facts(Path(file))}' as kept (read_only)")
    for (table,) in con.execute(_FACTS, {"database": "kept"}).fetchall():
        if table not in but:
            con.execute(f"insert into {table} select * from kept.{table}")
    con.execute("detach kept")


def _find_facts(file):
    """Return a file with nothing but the tables of facts: views take long to attach."""
    facts = file.with_suffix(".facts")
    if not facts.exists():
        draft = Path(tempfile.mkdtemp(dir=file.parent)) / "facts"
        with duckdb.connect() as con:
            con.execute(f"attach '{file}' as kept (read_only)")
            con.execute(f"attach '{draft}' as facts (storage_version 'v1.5.0')")
            for (table,) in con.execute(_FACTS, {"database": "kept"}).fetchall():
                con.execute(f"create schema if not exists facts.{table.partition('.')[0]}")
                con.execute(f"create table facts.{table} as from kept.{table}")
        draft.rename(facts)
    return facts


def keep(store, file):
    """Write a store in memory into a file that ``open_copy`` reads; return the file.

    Stored as ``open_store`` does: an older format keeps views in other words, and a start would
    make them anew.
    """
    store.connection.execute(f"attach '{file}' as kept (storage_version 'v1.5.0')")
    store.connection.execute("copy from database memory to kept")
    store.connection.execute("detach kept")
    return file

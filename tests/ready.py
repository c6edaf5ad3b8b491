"""A ready ledger copied from one template: making a hundred views takes seconds, copying 0.1 s.

The template is made once a test run by ``open_store`` itself and shared by all workers. What many
tests begin with is played once a run and copied in the same way.
"""

import fcntl
import os
import tempfile
from pathlib import Path

import duckdb

from kasipkor_core.store import MEMORY, Store, open_store
from kasipkor_core.store.connect import PLANNING

FOLDER = "KASIPKOR_TEST_TEMPLATE"
_COPY = "copy from database template to memory"


def make_folder():
    """Make the folder of the template for this run and the workers it starts; return it."""
    folder = tempfile.TemporaryDirectory(prefix="kasipkor-test-")
    os.environ[FOLDER] = folder.name
    return folder


def find_template():
    """Return the file of the empty template, made by the first who asks."""
    return _find("template", lambda draft: open_store(draft).close())


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

    return _find(name, make)


def open_played(name, play):
    """Return a store in memory on which ``play`` has been played; see ``find_played``."""
    return open_copy(find_played(name, play))


def _find(name, make):
    folder = Path(os.environ[FOLDER])
    file = folder / f"{name}.duckdb"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            draft = folder / f"{name}-draft.duckdb"
            make(draft)
            draft.rename(file)
    return file


def connect_copy(file):
    """Return a connection to a copy in memory of a ledger in a file."""
    con = duckdb.connect(config={"threads": 1, **PLANNING})  # two workers share two cores
    con.execute(f"attach '{file}' as template (read_only)")
    con.execute(_COPY)
    con.execute("detach template")
    return con


def connect_ready():
    """Return a connection to a ledger in memory as ``open_store`` leaves an empty one."""
    return connect_copy(find_template())


def open_ready():
    """Return an empty store in memory, as ``open_store(MEMORY)`` makes it."""
    return Store(path=MEMORY, connection=connect_ready())


def open_copy(file):
    """Return a store in memory that begins as the ledger in a file."""
    return Store(path=MEMORY, connection=connect_copy(file))


def keep(store, file):
    """Write a store in memory into a file that ``open_copy`` reads; return the file.

    Stored as ``open_store`` does: an older format keeps views in other words, and a start would
    make them anew.
    """
    store.connection.execute(f"attach '{file}' as kept (storage_version 'v1.5.0')")
    store.connection.execute("copy from database memory to kept")
    store.connection.execute("detach kept")
    return file

"""A ledger copied whole into another store: a file into a lake, a lake into a file."""

from contextlib import closing
from pathlib import Path

from kasipkor_core.errors import Refused
from kasipkor_core.store.backup import write_backup
from kasipkor_core.store.connect import Store, open_lake, open_store
from kasipkor_core.store.lake import is_lake
from kasipkor_core.store.query import read_head
from kasipkor_core.store.tables import copy_rows, list_tables
from kasipkor_core.store.verify import verify_chain

_HERE = "select current_database()"
_BATCHES = "select count(*) from shared_lake.ledger.batch"


def copy_store(source: str | Path, target: str | Path) -> int:
    """Copy a ledger into a new store and prove it there; return its newest batch.

    Everything comes along: facts and their hashes, names and keys, invitations and tokens. The
    source stays as it is, and nobody writes into it meanwhile.

    Args:
        source: A file or a lake.
        target: A file that does not exist, or a lake without batches.

    Raises:
        NotFound: there is no such source.
        Refused: something is in the target already, or both are lakes.
        Damaged: the source, or what came of it, does not hold.
    """
    if is_lake(source) and is_lake(target):
        raise Refused("Copy a shared store into a file first, then the file into the other one.")
    with closing(open_store(source, create=False)) as opened:
        verify_chain(opened)
        if is_lake(target):
            fill_lake(opened, str(target))
        else:
            write_backup(opened, Path(target))
    with closing(open_store(target, create=False)) as copied:
        verify_chain(copied)
        return read_head(copied)


def fill_lake(store: Store, place: str) -> None:
    """Copy all that a store holds into a lake without batches, in one transaction.

    Raises:
        Refused: the lake holds batches, or cannot be reached or made.
    """
    lake = open_lake(store.connection, place, create=True)
    with closing(lake), lake.lock(), lake.begin() as cursor:
        if cursor.execute(_BATCHES).fetchone() != (0,):
            raise Refused("The shared store holds batches already. Copy into a new one.")
        (name,) = store.connection.execute(_HERE).fetchone() or ("",)
        copy_rows(cursor, list_tables(store.connection), source=f'"{name}"', target="shared_lake")
        cursor.execute("commit")

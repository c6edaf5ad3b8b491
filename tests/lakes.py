"""What the tests of lakes share: a place for one, its hashes, a season carried into it and back."""

import pytest

from kasipkor_core.store import copy_store, load_demo, open_store
from tests import postgres

_HASHES = "select sha256 from ledger.batch order by batch_no"


def lend_place():
    """Return a fixture: the place of a lake that is not made yet, on a Postgres of its own."""

    @pytest.fixture
    def place(monkeypatch):
        with postgres.run_postgres() as server:
            named, folder = server.make_place()
            monkeypatch.setenv("KASIPKOR_FOLDER", folder)
            yield named

    return place


def read_hashes(store):
    """Return the hash of every batch, in order."""
    return [sha256 for (sha256,) in store.connection.execute(_HASHES).fetchall()]


def carry_there_and_back(place, folder):
    """Carry the demonstration season from a file into a lake and on into another file.

    Returns:
        Its hashes, and the two files.
    """
    file, back = folder / "season.duckdb", folder / "back.duckdb"
    first = open_store(file)
    load_demo(first)
    hashes = read_hashes(first)
    first.close()
    assert copy_store(file, place) == len(hashes)
    assert copy_store(place, back) == len(hashes)
    return hashes, file, back

"""A ledger moved from a file into a lake and back: the demonstration season, every hash kept."""

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import copy_store, load_demo, open_store, verify
from tests import postgres

MISSING = postgres.say_missing()
pytestmark = [pytest.mark.long, pytest.mark.skipif(MISSING is not None, reason=str(MISSING))]
HASHES = "select sha256 from ledger.batch order by batch_no"


@pytest.fixture
def place(monkeypatch):
    with postgres.run_postgres() as server:
        named, folder = server.make_place()
        monkeypatch.setenv("KASIPKOR_FOLDER", folder)
        yield named


def read_hashes(store):
    return [sha256 for (sha256,) in store.connection.execute(HASHES).fetchall()]


def test_a_ledger_goes_into_a_lake_and_back_with_every_hash(place, tmp_path):
    file, back = tmp_path / "lake.duckdb", tmp_path / "back.duckdb"
    first = open_store(file)
    load_demo(first)
    hashes = read_hashes(first)
    first.close()

    assert copy_store(file, place) == len(hashes)
    assert copy_store(place, back) == len(hashes)
    for each in (place, back):
        store = open_store(each)
        assert read_hashes(store) == hashes
        assert verify(store) == []
        store.close()
    with pytest.raises(Refused, match="holds batches already"):
        copy_store(file, place)

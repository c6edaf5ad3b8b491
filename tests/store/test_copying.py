"""A ledger moved from a file into a lake and back: the demonstration season, every hash kept."""

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import copy_store, open_store, verify
from tests import postgres
from tests.lakes import carry_there_and_back, lend_place, read_hashes

MISSING = postgres.say_missing()
pytestmark = [pytest.mark.long, pytest.mark.skipif(MISSING is not None, reason=str(MISSING))]
place = lend_place()


def test_a_ledger_goes_into_a_lake_and_back_with_every_hash(place, tmp_path):
    hashes, file, back = carry_there_and_back(place, tmp_path)

    for each in (place, back):
        store = open_store(each)
        assert read_hashes(store) == hashes
        assert verify(store) == []
        store.close()
    with pytest.raises(Refused, match="holds batches already"):
        copy_store(file, place)

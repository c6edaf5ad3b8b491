"""What the ledger knows about the contests of a sheet."""

import pytest

from kasipkor_core.sheets.known import load_known
from tests.sheets.world import OBLAST, REPUBLIC, make_world


@pytest.fixture(scope="module")
def world():
    return make_world()


def test_a_sheet_of_several_contests_knows_the_entries_of_each(world):
    known = load_known(world.con, [REPUBLIC, OBLAST, "жоқ"])

    assert {contest: set(entries) for contest, entries in known.entries.items()} == {
        REPUBLIC: {"e1", "007", "e3"},
        OBLAST: {"e9"},
    }
    assert set(known.fold_entries(OBLAST).values()) == {"e9"}
    assert known.fold_entries("жоқ") == {}

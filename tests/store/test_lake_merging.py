"""An office whose ledger is a lake lends a copy, and takes back what a venue did on it."""

import os
import subprocess
import sys

import pytest

from kasipkor_core.store import (
    append_erasure,
    append_undo,
    lend_copy,
    open_store,
    read_head,
    verify,
)
from tests import postgres, venues
from tests.giving import REPUBLIC, give
from tests.lakes import lend_place
from tests.store.test_lake import list_unlike, wait_for
from tests.venues import OBLAST, SCORES, board, merge, pack

CALL = "from kasipkor_core.cli import main; main()"
MISSING = postgres.say_missing()
pytestmark = [pytest.mark.long, pytest.mark.skipif(MISSING is not None, reason=str(MISSING))]
place = lend_place()


@pytest.fixture
def two(place):
    """Two servers of the office; batches 1 and 2 are written."""
    opened = [open_store(place) for _ in range(2)]
    venues.begin(opened[0])
    yield opened
    for each in opened:
        each.close()


def test_a_copy_of_a_lake_is_lent_and_what_the_venue_did_is_merged_by_another_server(two, tmp_path):
    here, there = two
    lend_copy(here, tmp_path / "aktobe.duckdb", venue="Aktobe", actor="office")
    venue = open_store(tmp_path / "aktobe.duckdb")
    give(venue, SCORES, kind="scores", contest=REPUBLIC)
    append_undo(venue, 3, actor="jury", reason="wrong sheet")
    give(venue, SCORES.replace("90", "70"), kind="scores", contest=REPUBLIC)
    append_erasure(venue, f"{REPUBLIC}/b", actor="jury", reason="asked for")
    data, stood = pack(venue), board(venue, REPUBLIC)
    venue.close()
    give(here, "entry,name,total\nx,Xan,70\n", kind="scores", contest=OBLAST)
    wait_for(there, 3)
    merged = merge(there, data)
    wait_for(here, read_head(there))

    assert merged.batches == {3: 5, 4: 6, 5: 7, 6: 8}
    assert [board(each, REPUBLIC) for each in two] == [stood, stood]
    assert [list_unlike(each) for each in two] == [[], []]
    assert [verify(each, all_contests=True) for each in two] == [[], []]
    assert merge(here, data).batch_no is None


def test_the_commands_of_a_day_with_a_laptop_take_a_lake(two, place, tmp_path):
    stick, package, sheet = (tmp_path / name for name in ("a.duckdb", "a.package", "scores.csv"))
    sheet.write_text(SCORES, encoding="utf-8")

    def run(*arguments, store=place):
        return subprocess.run(
            [sys.executable, "-c", CALL, *map(str, arguments)],
            env={**os.environ, "KASIPKOR_STORE": str(store)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    run("lend", stick, "--venue", "Aktobe")
    run("import", sheet, "--kind", "scores", "--contest", REPUBLIC, store=stick)
    run("pack", package, store=stick)
    run("merge", package, "--dry-run")

    assert read_head(two[0]) == 2
    assert run("merge", package) == "3\n"
    assert wait_for(two[0], 4) < 30
    assert [row["entry"] for row in board(two[0], REPUBLIC)] == ["a", "b"]
    assert verify(two[0]) == []

"""What a writer of a lake waits for: the lock of all servers once, and without any work."""

import threading
import time

import pytest

from kasipkor_core import sheets
from kasipkor_core.reading import read_grid
from kasipkor_core.store import open_store
from kasipkor_core.store.mappings import recall_mapping
from tests import postgres
from tests.giving import REPUBLIC, give, hold_contests
from tests.store.test_lake import wait_for

MISSING = postgres.say_missing()
pytestmark = [pytest.mark.long, pytest.mark.skipif(MISSING is not None, reason=str(MISSING))]
SCORES = "entry,name,total\na,Айгерім,90\nb,Болат,90\nc,Дана,70\n"


@pytest.fixture(scope="module")
def two():
    """Two servers on a lake with three contests: batch 1."""
    with postgres.run_postgres() as server, pytest.MonkeyPatch.context() as patched:
        place, folder = server.make_place()
        patched.setenv("KASIPKOR_FOLDER", folder)
        opened = [open_store(place) for _ in range(2)]
        hold_contests(opened[0])
        yield opened
        for each in opened:
            each.close()


def recall(store):
    grid = read_grid(SCORES.encode(), name="sheet.csv")
    digest = sheets.header_digest(grid)
    return recall_mapping(store, actor="organiser", kind="scores", digest=digest)


def test_a_sheet_with_a_new_header_is_one_act_of_the_lake(two):
    here, there = two
    before = here.replica.lake.read_newest()
    give(here, SCORES, kind="scores", contest=REPUBLIC)

    assert here.replica.lake.read_newest() == before + 1

    wait_for(there, 2)

    assert recall(there) is not None
    assert recall(there) == recall(here)


def test_whoever_waits_for_the_lock_leaves_the_processor_alone(two):
    here, there = two

    def wait():
        with there.replica.lake.lock():
            pass

    waiting = threading.Thread(target=wait)
    with here.replica.lake.lock():
        waiting.start()
        time.sleep(0.5)
        used = time.process_time()
        time.sleep(3)
        used = time.process_time() - used
        assert waiting.is_alive()
    waiting.join()

    assert used < 0.1

"""What is typed at one of several servers: read at once there, and soon at the others."""

import time

import pytest

from kasipkor_core.store import gathered, open_store, read_draft, read_head, save_draft
from tests import postgres
from tests.lakes import lend_place

MISSING = postgres.say_missing()
pytestmark = [pytest.mark.long, pytest.mark.skipif(MISSING is not None, reason=str(MISSING))]
TYPED = {"actor": "Төреші", "kind": "marks", "place": "A1"}

place = lend_place()


@pytest.fixture
def two(place):
    """Two servers on a new lake."""
    both = open_store(place), open_store(place)
    yield both
    for each in both:
        each.close()


def wait_for_draft(store, content):
    """Wait until a server has what is typed elsewhere."""
    started = time.monotonic()
    while read_draft(store, **TYPED) != content:
        assert time.monotonic() - started < 30
        time.sleep(0.05)
        read_head(store)


def test_what_is_typed_is_read_at_once_here_and_soon_elsewhere_and_takes_the_lock_seldom(
    two, monkeypatch
):
    monkeypatch.setattr(gathered, "PAUSE", 0.5)
    here, there = two
    before = here.replica.lake.read_newest()
    for typed in map(str, range(30)):
        save_draft(here, {"mark": typed}, **TYPED)

        assert read_draft(here, **TYPED) == {"mark": typed}

    wait_for_draft(there, {"mark": "29"})

    assert here.replica.lake.read_newest() - before <= 2

    save_draft(there, None, **TYPED)
    wait_for_draft(here, None)


def test_what_is_typed_last_is_written_when_a_server_is_stopped(two):
    here, there = two
    save_draft(here, {"mark": "2"}, **TYPED)
    here.close()

    wait_for_draft(there, {"mark": "2"})

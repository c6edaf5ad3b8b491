"""A ledger in memory, and the few acts that most tests begin with."""

import pytest

from kasipkor_core.store import MEMORY, open_store
from tests.giving import CONTESTS, give


@pytest.fixture
def store():
    opened = open_store(MEMORY)
    yield opened
    opened.close()


@pytest.fixture
def season(store):
    """A ledger with three contests: batch 1."""
    give(store, CONTESTS, kind="contests")
    return store

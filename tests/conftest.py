"""A ledger in memory, and the few acts that most tests begin with."""

import pytest

from kasipkor_core.store import MEMORY, open_store
from tests.giving import CONTESTS, give
from tests.record import Record


def pytest_addoption(parser):
    parser.addoption("--record", metavar="NAME", help="keep the outcome in docs/checks.md")


def pytest_configure(config):
    name = config.getoption("--record")
    if name and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Record(name))


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

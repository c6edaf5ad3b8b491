"""A ledger in memory, and the few acts that most tests begin with."""

import os

import pytest

from tests import ready
from tests.giving import CONTESTS, give
from tests.record import Record


def pytest_addoption(parser):
    parser.addoption("--record", metavar="NAME", help="keep the outcome in docs/checks.md")


def pytest_configure(config):
    name = config.getoption("--record")
    if name and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Record(name))
    if ready.FOLDER not in os.environ:
        config.add_cleanup(ready.make_folder().cleanup)


@pytest.fixture
def store():
    opened = ready.open_ready()
    yield opened
    opened.close()


@pytest.fixture
def season(store):
    """A ledger with three contests: batch 1."""
    give(store, CONTESTS, kind="contests")
    return store

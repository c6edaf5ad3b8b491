"""A ledger in memory, and the few acts that most tests begin with."""

import os
import shutil
import sys

import pytest

from tests import ready
from tests.giving import hold_contests
from tests.record import Record


def pytest_addoption(parser):
    parser.addoption("--record", metavar="NAME", help="keep the outcome in docs/checks.md")


def pytest_configure(config):
    name = config.getoption("--record")
    if name and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Record(name))
    if ready.FOLDER not in os.environ:
        config.add_cleanup(ready.make_folder().cleanup)


@pytest.hookimpl(tryfirst=True)  # before -m picks
def pytest_collection_modifyitems(items):
    """Leave the first case of a ``sampled`` test in every run, the others to the long one.

    The ``early`` come first: what takes long by itself would else be waited for at the end.
    """
    items.sort(key=lambda item: item.get_closest_marker("early") is None)
    seen = set()
    for item in items:
        name = item.nodeid.partition("[")[0]
        if item.get_closest_marker("sampled") and name in seen:
            item.add_marker(pytest.mark.long)
        seen.add(name)


@pytest.fixture
def store():
    opened = ready.open_ready()
    yield opened
    opened.close()


season = ready.lend("season", hold_contests)  # a ledger with three contests: batch 1


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command; return exit code, stdout and stderr."""
    monkeypatch.setenv("KASIPKOR_DB", str(tmp_path / "kasipkor.duckdb"))
    monkeypatch.setenv("KASIPKOR_ACTOR", "operator")
    monkeypatch.setenv("KASIPKOR_LANG", "en")

    from kasipkor_core import cli

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["kasipkor", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out, err = capsys.readouterr()
        return left.value.code, out, err

    return call


@pytest.fixture
def file(tmp_path):
    def write(text, name="sheet.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def loaded(run, tmp_path):
    """The command on a ledger that has the contests: batch 1."""
    shutil.copy(ready.find_played("season", hold_contests), tmp_path / "kasipkor.duckdb")
    return run

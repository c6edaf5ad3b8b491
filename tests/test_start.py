"""What a start does before it listens: looked at in a process of its own, without a clock."""

import gc
import json
import os
import subprocess
import sys
import tomllib

import pytest

from kasipkor_core import house
from kasipkor_core.loading import loading

LOOK = """
import gc, json, sys
from importlib.abc import MetaPathFinder

seen = {}

class Looking(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        seen.setdefault(name, gc.isenabled())

sys.meta_path.insert(0, Looking())
from kasipkor_core.__main__ import main
sys.argv[1:] = ["serve", "--db", "ledger.duckdb"]  # a name that is refused when all is loaded
try:
    main()
except SystemExit as end:
    asked = ("duckdb", "typer", "streamlit", "altair", "kasipkor_core.web.serve")
    told = {"code": end.code, "collects": gc.isenabled(), "while": {n: seen[n] for n in asked}}
    print(json.dumps({**told, "openpyxl": "openpyxl" in sys.modules}))
"""


def test_a_start_looks_for_no_garbage_while_it_loads_and_leaves_alone_what_no_board_needs(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LOOK],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(house.ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stdout)

    assert set(told.pop("while").values()) == {False}
    assert told == {"code": 1, "collects": True, "openpyxl": False}


@pytest.fixture
def _unfrozen():
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("_unfrozen")
def test_what_is_loaded_is_never_looked_at_again():
    with loading():
        loaded = [[] for _ in range(100)]

    assert len(loaded) == 100
    assert gc.get_freeze_count() > len(loaded)
    assert gc.isenabled()


def test_the_command_is_started_as_python_starts_the_package():
    scripts = tomllib.loads((house.ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "scripts"
    ]

    assert scripts == {"kasipkor": "kasipkor_core.__main__:main"}

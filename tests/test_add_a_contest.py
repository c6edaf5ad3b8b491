"""The worked example of data/README.md: from an empty file to a leaderboard, as it stands there."""

import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest

from kasipkor_core import house

pytestmark = pytest.mark.long  # both play on one checkout
TEXT = (house.DATA / "README.md").read_text(encoding="utf-8")
FILES = re.findall(r"Write `([^`]+)`:\n\n```\w+\n(.*?)```", TEXT, re.DOTALL)
CONSOLE = re.search(r"```console\n(.*?)```", TEXT, re.DOTALL)[1]
COMMANDS = re.findall(
    r"^\$ (?:KASIPKOR_ACTOR=(\w+) )?kasipkor (.*)\n((?:(?!\$).*\n)*)", CONSOLE, re.MULTILINE
)
RUN = "from kasipkor_core.cli import main; main()"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of the project with the files that the example writes by hand."""
    copy = tmp_path_factory.mktemp("checkout")
    for folder in ("data", "kasipkor_core", "pages", "sql"):
        left_out = shutil.ignore_patterns("*.duckdb*", "__pycache__", "demo")
        shutil.copytree(house.ROOT / folder, copy / folder, ignore=left_out)
    for name, text in FILES:
        (copy / name).write_text(text, encoding="utf-8")
    return copy


def run(checkout, command, actor="secretary"):
    return subprocess.run(
        [sys.executable, "-c", RUN, *shlex.split(command)],
        cwd=checkout,
        env=os.environ | {"KASIPKOR_DB": "example.duckdb", "KASIPKOR_ACTOR": actor},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_example_prints_what_the_page_shows(checkout):
    assert len(FILES) == 3
    for actor, command, shown in COMMANDS:
        done = run(checkout, command, actor or "secretary")

        assert (done.returncode, done.stdout) == (0, shown), f"{command}\n{done.stderr}"


def test_a_mistake_in_a_ruleset_names_file_line_and_key_and_nothing_starts(checkout):
    broken = checkout / "data" / "rulesets" / "broken.toml"
    good = dict(FILES)["data/rulesets/young-chef.toml"]
    broken.write_text(good.replace('combine = "mean"', 'combine = "best"'), encoding="utf-8")
    done = run(checkout, "show awards --lang en")
    broken.unlink()

    assert done.returncode == 1
    assert done.stdout == ""
    assert "broken.toml, line 12: key marking.combine" in done.stderr

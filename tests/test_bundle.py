"""The program as a wheel, and packed for a computer without internet."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, distribution

import pytest

from kasipkor_core.house import ROOT

OPEN = "from kasipkor_core.store import open_store; print(open_store().cursor() is not None)"
PINS = re.compile(r"^([a-z0-9.-]+==\S+)", re.MULTILINE)
MEGABYTE = 1_000_000
ALONE = shutil.which("unshare") and shutil.which("ip") and os.geteuid() == 0


def test_a_wheel_brings_its_rulesets_views_and_screens_along(tmp_path):
    wheel = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*wheel, "--wheel-dir", tmp_path, ROOT], check=True)
    (file,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(file).extractall(tmp_path / "site")
    opened = subprocess.run(
        [sys.executable, "-c", OPEN],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        check=True,
        capture_output=True,
        text=True,
    )

    assert opened.stdout == "True\n"


def test_a_bundle_takes_the_libraries_of_the_lock_and_none_of_the_tests():
    every = PINS.findall((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    ours = PINS.findall((ROOT / ".ci" / "run.lock").read_text(encoding="utf-8"))

    assert set(ours) < set(every)
    assert not [pin for pin in ours if pin.startswith(("pytest", "mypy", "playwright"))]


def test_what_make_run_installs_stays_under_its_size():
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    pins = PINS.findall((ROOT / ".ci" / "run.lock").read_text(encoding="utf-8"))
    installed = 0
    for pin in pins:
        with contextlib.suppress(PackageNotFoundError):  # of another system, or only for building
            places = [file.locate() for file in distribution(pin.partition("==")[0]).files]
            kept = [place for place in places if place.suffix != ".pyc" and place.exists()]
            installed += sum(place.stat().st_size for place in kept)

    assert "run: $(RUNS)\n" in make
    assert "$(RUNS): .ci/run.lock pyproject.toml\n" in make
    assert 500 * MEGABYTE < installed < 900 * MEGABYTE


def test_every_library_says_what_it_is_for():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = tomllib.loads(text)["project"]["dependencies"]

    assert [name for name in asked if f'"{name}",  # ' not in text] == []


@pytest.mark.long
@pytest.mark.skipif(not ALONE, reason="needs root, unshare and ip to take the network away")
def test_a_bundle_starts_in_an_empty_folder_without_any_network(tmp_path):
    subprocess.run(["make", "bundle"], cwd=ROOT, check=True)
    bundles = (ROOT / "dist").glob("kasipkor-*-linux-*.zip")
    newest = max(bundles, key=lambda file: file.stat().st_mtime)
    shutil.unpack_archive(newest, tmp_path)
    (folder,) = tmp_path.iterdir()
    (folder / "start.sh").chmod(0o755)  # unpack_archive forgets it; people's programs do not
    found = subprocess.run(
        ["unshare", "--net", sys.executable, ROOT / "tests" / "offline.py", folder],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    told = json.loads(found.stdout)
    installed = sum(
        file.stat().st_size
        for file in (folder / ".venv").rglob("*")
        if file.is_file() and file.suffix != ".pyc"
    )

    assert told == {"/healthz": 200, "/": 200, "/board/": 200}
    assert installed < 900 * MEGABYTE

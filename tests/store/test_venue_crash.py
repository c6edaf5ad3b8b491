"""A merge that is killed has written all of a package or nothing of it."""

import random
import signal
import subprocess
import sys
import time

import pytest

from kasipkor_core.store import lend_copy, open_store, read_head, verify_chain
from tests import venues
from tests.giving import REPUBLIC, give

MERGER = """
import sys
from pathlib import Path

from kasipkor_core.store import open_store
from tests.venues import merge

store = open_store(sys.argv[1])
print("ready", flush=True)
merge(store, Path(sys.argv[2]).read_bytes())
print("done", flush=True)
"""
BATCHES = 12


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """An office's file and the package of a venue that wrote twelve batches."""
    folder = tmp_path_factory.mktemp("day")
    office = open_store(folder / "office.duckdb")
    venues.begin(office)
    lend_copy(office, folder / "venue.duckdb", venue="Aktobe", actor="office")
    office.close()
    venue = open_store(folder / "venue.duckdb")
    for serial in range(BATCHES):
        rows = "".join(f"e{serial}x{n},Name {n},{n % 100}\n" for n in range(40))
        give(venue, "entry,name,total\n" + rows, kind="scores", contest=REPUBLIC)
    (folder / "package").write_bytes(venues.pack(venue))
    venue.close()
    return folder


def start_merge(office, package):
    """Start a merge; return its process once it has the office's ledger open."""
    process = subprocess.Popen(
        [sys.executable, "-c", MERGER, str(office), str(package)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    return process


def kill_one_merge(office, package, moment):
    """Start a merge, kill it after a while; return whether it had acknowledged."""
    process = start_merge(office, package)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    said = process.stdout.read()
    process.wait()
    process.stdout.close()
    return "done" in said


def measure_merge(office, package):
    """Return how many seconds a merge takes that nobody kills."""
    began = time.monotonic()
    process = start_merge(office, package)
    assert process.stdout.read() == "done\n"
    process.wait()
    process.stdout.close()
    return time.monotonic() - began


@pytest.mark.long
def test_a_merge_killed_at_any_moment_is_whole_or_absent(day, tmp_path):
    seed = random.randrange(10**6)
    chance, heads, kept = random.Random(seed), [], (day / "office.duckdb").read_bytes()
    office = tmp_path / "office.duckdb"
    office.write_bytes(kept)
    whole = measure_merge(office, day / "package")
    for number in range(12):
        office = tmp_path / f"office-{number}.duckdb"
        office.write_bytes(kept)
        acknowledged = kill_one_merge(office, day / "package", chance.uniform(0, whole))
        store = open_store(office)
        verify_chain(store)
        heads.append((read_head(store), acknowledged))
        store.close()

    assert {head for head, _ in heads} <= {2, 3 + BATCHES}, seed
    assert all(head == 3 + BATCHES for head, acknowledged in heads if acknowledged), seed

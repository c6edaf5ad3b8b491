"""Kills at random moments: what was acknowledged is there, what was not is whole or absent."""

import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import open_store, query, read_head, read_now, verify_chain
from tests.giving import CONTESTS, REPUBLIC, give

WRITER = """
import sys
from kasipkor_core.store import open_store, read_head
from tests.giving import REPUBLIC, give

store = open_store(sys.argv[1])
print("ready", flush=True)
for serial in range(read_head(store), 10_000):
    rows = "".join(f"e{serial}x{n},Name {n},{n % 100}\\n" for n in range(40))
    give(store, "entry,name,total\\n" + rows, kind="scores", contest=REPUBLIC)
    print(read_head(store), flush=True)
"""
SCORES = "select batch_no, count(*)::integer as rows from fact.score group by batch_no"


def make_ledger(path):
    store = open_store(path)
    give(store, CONTESTS, kind="contests")
    store.close()


def kill_one_writer(path, moment):
    """Start a writer, kill it after a while; return the newest batch it acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "ready\n"
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    said = process.stdout.read()
    process.wait()
    process.stdout.close()
    return max((int(number) for number in re.findall(r"^(\d+)\n", said, re.MULTILINE)), default=1)


def read_counts(path):
    """Open the ledger as it was left; return the rows of each batch of scores."""
    store = open_store(path)
    try:
        verify_chain(store)
        rows = query(store, SCORES, read_now(store)).to_pylist()
        return {row["batch_no"]: row["rows"] for row in rows}
    finally:
        store.close()


def check_kills(path, kills, seed):
    chance = random.Random(seed)
    make_ledger(path)
    for _ in range(kills):
        acknowledged = kill_one_writer(path, chance.uniform(0.02, 0.7))
        counts = read_counts(path)

        assert set(counts.values()) <= {40}, seed
        assert max(counts, default=1) >= acknowledged, seed
        assert sorted(counts) == list(range(2, max(counts, default=1) + 1)), seed


def test_an_acknowledged_sheet_survives_a_kill_and_a_half_written_one_is_absent(tmp_path):
    check_kills(tmp_path / "kasipkor.duckdb", kills=3, seed=random.randrange(10**6))


@pytest.mark.long
def test_an_acknowledged_sheet_survives_two_hundred_kills(tmp_path):
    check_kills(tmp_path / "kasipkor.duckdb", kills=200, seed=random.randrange(10**6))


@pytest.mark.long
def test_a_log_cut_anywhere_opens_clean_or_to_the_last_acknowledged_batch(tmp_path):
    source = tmp_path / "kasipkor.duckdb"
    make_ledger(source)
    while not (log := Path(f"{source}.wal")).exists() or log.stat().st_size < 10_000:
        kill_one_writer(source, 0.5)
    data, chance = log.read_bytes(), random.Random(7)
    for serial in range(200):
        copy = tmp_path / f"copy{serial}.duckdb"
        shutil.copyfile(source, copy)
        Path(f"{copy}.wal").write_bytes(data[: chance.randrange(len(data))])
        try:
            counts = read_counts(copy)
        except (Refused, duckdb.Error) as error:
            raise AssertionError(serial) from error

        assert set(counts.values()) <= {40}
        copy.unlink()


def test_a_retry_after_an_unheard_acknowledgement_hears_that_the_sheet_is_there(season):
    text = "entry,name,total\na,Aigerim,90\n"
    give(season, text, kind="scores", contest=REPUBLIC)
    with pytest.raises(Refused) as refused:
        give(season, text, kind="scores", contest=REPUBLIC)

    assert str(refused.value) == (
        "The same file is in the ledger already, as batch 2. Nothing was written."
    )
    assert read_head(season) == 2

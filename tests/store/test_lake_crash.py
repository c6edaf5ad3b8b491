"""Several processes on one lake, killed and cut off at random: one chain, nothing lost."""

import random
import signal
import subprocess
import sys
import time

import pytest

from kasipkor_core.store import open_store, query, read_now, verify, verify_chain
from tests import postgres
from tests.giving import hold_contests

MISSING = postgres.say_missing()
pytestmark = [pytest.mark.long, pytest.mark.skipif(MISSING is not None, reason=str(MISSING))]
WRITER = """
import sys
from kasipkor_core.errors import Refused
from kasipkor_core.store import open_store
from tests.giving import REPUBLIC, give

place, name = sys.argv[1:]
store = open_store(place)
print("ready", flush=True)
for serial in range(10_000):
    rows = "".join(f"{name}{serial}x{n},Name {n},{n % 100}\\n" for n in range(20))
    try:
        receipt = give(store, "entry,name,total\\n" + rows, kind="scores", contest=REPUBLIC)
    except Refused as error:
        print("refused", error.message, flush=True)
        continue
    print("batch", receipt.batch_no, f"{name}{serial}", flush=True)
"""
WRITTEN = """
    select
        score.batch_no,
        min(split_part(entry.entry, 'x', 1)) as name,
        count(*)::integer as rows
    from fact.score as score
    inner join fact.entry as entry
        on entry.contest_no = score.contest_no
        and entry.entry_no = score.entry_no
    group by score.batch_no
    order by score.batch_no
"""
SECONDS = 45


def start_writer(place, name):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, place, name], stdout=subprocess.PIPE, text=True
    )


def wait_until_ready(process):
    while line := process.stdout.readline():
        if line == "ready\n":
            return
    pytest.fail("a writer did not open the lake")


def end_writer(process):
    """Kill a writer; return what it has said."""
    process.send_signal(signal.SIGKILL)
    said = process.stdout.read()
    process.wait()
    process.stdout.close()
    return said.splitlines()


@pytest.mark.parametrize("seed", range(2))
def test_killed_and_cut_off_writers_leave_one_chain_with_all_they_acknowledged(monkeypatch, seed):
    chance = random.Random(seed)
    with postgres.run_postgres() as server:
        place, folder = server.make_place()
        monkeypatch.setenv("KASIPKOR_FOLDER", folder)
        first = open_store(place)
        hold_contests(first)
        first.close()

        writers = [start_writer(place, name) for name in "abcd"]
        for writer in writers:
            wait_until_ready(writer)
        said, until = [], time.monotonic() + SECONDS
        while time.monotonic() < until:
            time.sleep(chance.uniform(2, 6))
            if len(writers) > 2 and chance.random() < 0.3:
                said += end_writer(writers.pop(chance.randrange(len(writers))))
            else:
                server.cut(place, chance.choice(["true", "random() < 0.3", "random() < 0.3"]))
        for writer in writers:
            said += end_writer(writer)

        acknowledged = [tuple(line.split()[1:]) for line in said if line.startswith("batch ")]
        print(len(acknowledged), {line for line in said if line.startswith("refused")})  # noqa: T201
        store = open_store(place)
        verify_chain(store)
        written = query(store, WRITTEN, read_now(store)).to_pylist()
        numbers = [row["batch_no"] for row in written]

        assert len(acknowledged) > 4
        assert numbers == list(range(2, len(numbers) + 2))
        assert {row["rows"] for row in written} == {20}
        assert {*acknowledged} <= {(str(row["batch_no"]), row["name"]) for row in written}
        assert verify(store) == []
        store.close()

"""Several processes on one lake, killed and cut off at random: one chain, nothing lost."""

import random
import signal
import subprocess
import sys
import threading
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
SECONDS, LONGEST = 45, 600
ENOUGH = 5  # acknowledged, however slow the machine is


class Writer:
    """A process that writes sheets; what it says is read as it comes."""

    def __init__(self, place, name, said):
        self._process = subprocess.Popen(
            [sys.executable, "-c", WRITER, place, name], stdout=subprocess.PIPE, text=True
        )
        self._ready = threading.Event()
        self._reading = threading.Thread(target=self._read, args=(said,))
        self._reading.start()

    def wait_until_ready(self):
        assert self._ready.wait(LONGEST)

    def kill(self):
        """Kill it, and read all that it has said."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._reading.join()
        self._process.stdout.close()

    def _read(self, said):
        for line in self._process.stdout:
            if line == "ready\n":
                self._ready.set()
            else:
                said.append(line.rstrip())


def list_acknowledged(said):
    return [tuple(line.split()[1:]) for line in said if line.startswith("batch ")]


def wait_for_one_more(said, before):
    """Wait until something was acknowledged: cuts that come quicker would let nothing through."""
    until = time.monotonic() + 60
    while len(list_acknowledged(said)) == before and time.monotonic() < until:
        time.sleep(0.1)


def kill_and_cut(writers, said, server, place, chance):
    """Kill a writer or cut some of their sessions, again and again; two writers are left."""
    for writer in writers:
        writer.wait_until_ready()
    begun, known = time.monotonic(), 0
    while time.monotonic() - begun < SECONDS or known < ENOUGH:
        assert time.monotonic() - begun < LONGEST
        wait_for_one_more(said, known)
        time.sleep(chance.uniform(0, 6))
        known = len(list_acknowledged(said))
        if len(writers) > 2 and chance.random() < 0.3:
            writers.pop(chance.randrange(len(writers))).kill()
        else:
            server.cut(place, chance.choice(["true", "random() < 0.3", "random() < 0.3"]))


@pytest.mark.parametrize("seed", range(2))
def test_killed_and_cut_off_writers_leave_one_chain_with_all_they_acknowledged(monkeypatch, seed):
    with postgres.run_postgres() as server:
        place, folder = server.make_place()
        monkeypatch.setenv("KASIPKOR_FOLDER", folder)
        first = open_store(place)
        hold_contests(first)
        first.close()

        said = []
        writers = [Writer(place, name, said) for name in "abcd"]
        try:
            kill_and_cut(writers, said, server, place, random.Random(seed))
        finally:
            for writer in writers:
                writer.kill()

        acknowledged = list_acknowledged(said)
        print(len(acknowledged), {line for line in said if line.startswith("refused")})  # noqa: T201
        store = open_store(place)
        verify_chain(store)
        written = query(store, WRITTEN, read_now(store)).to_pylist()
        numbers = [row["batch_no"] for row in written]

        assert numbers == list(range(2, len(numbers) + 2))
        assert {row["rows"] for row in written} == {20}
        assert {*acknowledged} <= {(str(row["batch_no"]), row["name"]) for row in written}
        assert verify(store) == []
        store.close()

"""Several servers on one lake beside one server on a file: uploads a second, boards, memory."""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kasipkor_core.store import open_store, read_head
from kasipkor_core.store.copying import fill_lake
from tests import postgres
from tests.bench.board import MARKS_A_CONTEST, QUERIES, make_ledger, measure_query
from tests.bench.say import say
from tests.giving import give

UNITS = ("09", "10", "17", "33")
CONTESTS = "programme,season,level,unit,ruleset\n" + "".join(
    f"worldskills,2026,republic,{unit},worldskills-demo\n" for unit in UNITS
)
VIEWS = ("mart.leaderboard", "mart.lineage")


def run(*, quick=False):
    """Return uploads a second by number of processes, and boards at one size, both ways."""
    missing = postgres.say_missing()
    if missing:
        raise RuntimeError(missing)
    seconds, size = (4, 240_000) if quick else (20, 2_400_000)
    with tempfile.TemporaryDirectory() as name, postgres.run_postgres(is_durable=True) as server:
        folder = Path(name)
        uploads = [measure_uploads(prepare(folder / "uploads.duckdb"), 1, seconds)]
        for processes in (1, 2, 4):
            place = prepare(make_place(server))
            uploads.append(measure_uploads(place, processes, seconds, is_watched=True))
        boards = measure_boards(folder / "board.duckdb", make_place(server), size=size)
    return {"uploads": uploads, "boards": boards}


def make_place(server):
    place, folder = server.make_place()
    os.environ["KASIPKOR_FOLDER"] = folder
    return place


def prepare(place):
    """Make a store with four contests; return its place."""
    store = open_store(place)
    give(store, CONTESTS, kind="contests")
    store.close()
    return place


def measure_uploads(place, processes, seconds, *, is_watched=False):
    """Return how many sheets of 20 entries so many processes write, and when others see them."""
    command = [sys.executable, "-m", "tests.bench.shared", "upload", str(place)]
    writers = [
        subprocess.Popen(
            [*command, unit, str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for unit in UNITS[:processes]
    ]
    for writer in writers:
        writer.stdout.readline()
    watcher = open_store(place) if is_watched else None
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    seen = watch(watcher, writers) if watcher else {}
    found = [json.loads(writer.communicate()[0]) for writer in writers]
    taken = sorted(one for each in found for one in each["taken"])
    late = [
        max(0.0, seen[int(number)] - at)  # others see it when it is committed, before it is said
        for each in found
        for number, at in each["at"].items()
        if int(number) in seen
    ]
    figures = {
        "lake": is_watched,
        "processes": processes,
        "sheets": len(taken),
        "a_second": len(taken) / max(each["seconds"] for each in found),
        "median": statistics.median(taken),
        "p95": taken[int(len(taken) * 0.95)],
        "seen_median": statistics.median(late) if late else None,
        "seen_worst": max(late, default=None),
    }
    say(figures)
    return figures


def upload(place, unit, seconds):
    """Write sheets for so long, when told to begin; return seconds of each and when it was done."""
    store = open_store(place)
    write_sheet(store, unit, 0)  # the first one also makes what a process makes once
    say("ready")
    sys.stdin.readline()
    begun, taken, at = time.monotonic(), [], {}
    while time.monotonic() - begun < float(seconds):
        started = time.monotonic()
        batch_no = write_sheet(store, unit, len(taken) + 1)
        at[batch_no] = time.monotonic()
        taken.append(at[batch_no] - started)
    return {"taken": taken, "at": at, "seconds": time.monotonic() - begun}


def write_sheet(store, unit, serial):
    """Write a sheet of 20 entries; return its batch number."""
    name = f"{unit}x{serial}"
    rows = "".join(f"{name}x{number},Name {number},{number}\n" for number in range(20))
    contest = f"worldskills-2026-republic-{unit}"
    return give(store, f"entry,name,total\n{rows}", kind="scores", contest=contest).batch_no


def watch(store, writers):
    """Return when another server first saw each batch, until the writers are done."""
    seen, last, ends = {}, read_head(store), time.monotonic() + 1
    while time.monotonic() < ends:
        if any(not has_said(writer) for writer in writers):
            ends = time.monotonic() + 1
        head, now = read_head(store), time.monotonic()
        seen |= dict.fromkeys(range(last + 1, head + 1), now)
        last = head
        time.sleep(0.1)
    store.close()
    return seen


def has_said(writer):
    """Tell whether a writer has said what it did: it then ends by itself."""
    return writer.poll() is not None


def measure_boards(file, place, *, size):
    """Return milliseconds of boards both ways, seconds to copy and to open, memory."""
    contests = size // MARKS_A_CONTEST
    store = make_ledger(file, contests=contests, mixed=contests)
    here = measure_views(store, contests)
    started = time.monotonic()
    fill_lake(store, place)
    copied = time.monotonic() - started
    store.close()
    command = [sys.executable, "-m", "tests.bench.shared", "look", place, str(contests)]
    there = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    figures = {"marks": size, "copied": copied, "here": here, **there}
    say(figures)
    return figures


def look(place, contests):
    """Return what a server of its own has of a lake: seconds to open, memory, boards."""
    before, started = read_memory(), time.monotonic()
    store = open_store(place)
    opened = time.monotonic() - started
    views = measure_views(store, int(contests))
    return {"opened": opened, "memory_mb": read_memory() - before, "there": views}


def measure_views(store, contests):
    """Return median and 95th percentile of each view, in ms."""
    return {
        name: measure_query(store, QUERIES[name], contests=contests, runs=40)[:2] for name in VIEWS
    }


def read_memory():
    """Return the resident megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def write(figures, machine):
    """Return the part of docs/performance.md."""
    boards = figures["boards"]
    return [
        "## Several servers\n",
        machine,
        "Sheets of 20 entries into a contest for each process, one after the other in each, for",
        "20 s, after a first one: seconds from the bytes to acknowledged, and from then until",
        "another server reads the batch. All of them and Postgres, with fsync, share the cores,",
        "and sheets are checked and written one after the other in all processes together.\n",
        "| store | processes | uploads a second | median | p95 | read elsewhere, median | worst |",
        "|---|--:|--:|--:|--:|--:|--:|",
        *(write_uploads(one) for one in figures["uploads"]),
        "",
        f"{boards['marks'] / 1e6:g} million marks went from a file into a lake in",
        f"{boards['copied']:.1f} s; a server opens that lake in {boards['opened']:.1f} s and takes",
        f"{boards['memory_mb']:.0f} MB for its copy. One contest's board, ms, median (p95):\n",
        "| view | file | lake |",
        "|---|--:|--:|",
        *(
            f"| `{view}` | {here[0]:.1f} ({here[1]:.1f}) | {there[0]:.1f} ({there[1]:.1f}) |"
            for view, here in boards["here"].items()
            for there in (boards["there"][view],)
        ),
        "",
    ]


def write_uploads(f):
    seen = ("–", "–")
    if f["seen_median"] is not None:
        seen = (f"{f['seen_median']:.2f}", f"{f['seen_worst']:.2f}")
    return (
        f"| {'lake' if f['lake'] else 'file'} | {f['processes']} | {f['a_second']:.1f} "
        f"| {f['median']:.2f} | {f['p95']:.2f} | {seen[0]} | {seen[1]} |"
    )


if __name__ == "__main__":
    what, *given = sys.argv[1:]
    say(json.dumps({"upload": upload, "look": look}[what](*given)))

"""What growth costs: the same questions and acts at 2.4, 24 and 100 million marks.

``python -m tests.bench --only growth`` (``GROWTH_MARKS=2400000`` for these sizes only). The ledger
is that of ``board``: season after season, the sheets of each in random order. It is made and
measured in processes of their own, so that the memory is that of asking. Its hashes are not
reckoned: reading the chain is timed, whatever it finds.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kasipkor_core import house
from kasipkor_core.store import (
    commit,
    narrow,
    open_store,
    query,
    read_now,
    understand,
    write_backup,
)
from kasipkor_core.store.verify import list_broken
from tests.bench.board import A_SEASON, MARKS_A_CONTEST, make_ledger, measure_query
from tests.bench.live import read_memory
from tests.bench.say import say
from tests.bench.start import measure as take

SIZES = (2_400_000, 24_000_000, 100_000_000)
RUNS = 40
EMPTY = {"progress", "quota_matches"}  # the bench has no indicators, and nobody looks alike
BOARD = "select * from mart.leaderboard where contest_no = $contest_no"
EVENT = {"season": 2026, "programme": "worldskills", "level": "oblast"}
NATIONAL = {  # files of sql/reads, as the screens ask: what, which event, the aim
    "event_teams": ("the national team table", EVENT, "at once"),
    "quotas": ("quotas", EVENT, "at once"),
    "quota_matches": ("winners who may be one person", EVENT, "at once"),
    "progress": ("progress", {}, "at once"),
    "contests": ("all contests, for the choices of every screen", {}, None),
}
UNITS = ("01", "07", "09", "17", "32")
ENTRIES, ASPECTS = 20, 50
HELD = "programme,season,level,unit,starts_on\n" + "".join(
    f"worldskills,2027,republic,{unit},2027-05-03\n" for unit in UNITS
)
GROWN, AT_ONCE = 1.5, 100  # aims: times from the smallest to the largest, milliseconds
MEASURES = {  # what, unit, digits, aim
    "board": ("one contest's board", "ms", 1, "grown"),
    "board_p95": ("the same, p95", "ms", 1, None),
    "board_first": ("the same, looked at for the first time since the start", "ms", 1, None),
    **{name: (what, "ms", 1, aim) for name, (what, _, aim) in NATIONAL.items()},
    "upload": ("a sheet of 1,000 marks: bytes to committed", "s", 3, "grown"),
    "opened": ("opening the ledger", "s", 2, None),
    "backup": ("a backup", "s", 1, None),
    "verify": ("reading and hashing the whole chain", "s", 1, None),
    "file_mb": ("file", "MB", 0, None),
    "asked_mb": ("resident memory after the boards and the sheets", "MB", 0, None),
    "peak_mb": ("most resident memory, verifying", "MB", 0, None),
}


def run(*, quick=False):
    """Return the measures of each size."""
    asked = os.environ.get("GROWTH_MARKS")
    sizes = (240_000,) if quick else tuple(map(int, asked.split(","))) if asked else SIZES
    figures = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "growth.duckdb"
            call("make", size, path)
            figures.append({"marks": size, **json.loads(call("measure", size, path))})
        say(figures[-1])
    return figures


def call(step, size, path):
    """Run a step in a process of its own; return the last line it said."""
    command = [sys.executable, "-m", "tests.bench.growth", step, str(size), str(path)]
    said = subprocess.run(command, cwd=house.ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return said.stdout.splitlines()[-1]


def make(size, path):
    started = time.perf_counter()
    make_ledger(path, contests=size // MARKS_A_CONTEST, mixed=A_SEASON).close()
    os.sync()  # nothing is measured beside the writing of it
    return {"made": time.perf_counter() - started}


def measure(size, path):
    opened, store = take(lambda: open_store(path))
    looks = [
        measure_query(store, BOARD, contests=size // MARKS_A_CONTEST, runs=RUNS) for _ in range(2)
    ]
    (first, _, _), (board, p95, _) = looks
    figures = {"opened": opened, "board_first": first, "board": board, "board_p95": p95}
    for name, (_, event, _) in NATIONAL.items():
        figures[name] = measure_read(store, name, event)
    figures["upload"] = statistics.median(upload(store))
    figures["asked_mb"] = read_memory("self")
    copy = path.with_name("copy.duckdb")
    figures["backup"], _ = take(lambda: write_backup(store, copy))
    figures["file_mb"] = copy.stat().st_size / 1e6
    copy.unlink()
    figures["verify"], _ = take(lambda: list_broken(store))
    figures["peak_mb"] = read_memory("self", "VmHWM")
    store.close()
    return figures


def measure_read(store, name, event):
    """Return the milliseconds of a question of the screens, the median of five."""
    sql = (house.SQL / "reads" / f"{name}.sql").read_text(encoding="utf-8")
    reader = read_now(store)

    def ask():
        near = narrow(store, reader, **event) if event else reader
        assert query(store, sql, near, **event).num_rows or name in EMPTY

    times = [take(ask)[0] for _ in range(5)]
    return statistics.median(times) * 1000


def upload(store):
    """Return the seconds that the marks of each new contest take from bytes to committed."""
    aspects = [f"{'ABCDE'[n // 10]}1.M{1 + n % 10}" for n in range(ASPECTS)]
    numbers = [f"{n:02}" for n in range(1, ENTRIES + 1)]
    contests = [f"worldskills-2027-republic-{unit}" for unit in UNITS]
    scheme = "".join(f"{one[:2]},M,{one},2\n" for one in aspects)
    marks = "".join(f"{n},{one},1.25\n" for n in numbers for one in aspects)
    entries = "".join(f"{one},{n},Competitor {n}\n" for one in contests for n in numbers)
    give(store, HELD, "contests")
    give(store, f"contest,entry,name\n{entries}", "entries")
    times = []
    for contest in contests:
        give(store, f"sub_criterion,type,aspect,max_mark\n{scheme}", "scheme", contest)
        started = time.perf_counter()
        give(store, f"entry,aspect,mark\n{marks}", "marks", contest)
        times.append(time.perf_counter() - started)
    return times


def give(store, text, kind, contest=None):
    prepared = understand(
        store, text.encode(), file_name=f"{kind}.csv", kind=kind, contest=contest, actor="bench"
    )
    commit(store, prepared)


def write(figures, machine):
    """Return the part of docs/performance.md."""
    rows = [write_measure(figures, name) for name in MEASURES]
    sizes = " | ".join(f"{f['marks'] / 1e6:g} M" for f in figures)
    return [
        "## What growth costs\n",
        machine,
        f"Contests of {ENTRIES} entries with {MARKS_A_CONTEST:,} marks, {A_SEASON:,} a season, one",
        "season after the other, the sheets of each in random order. Boards: the median of 40",
        "contests of all seasons with fresh cursors, looked at again as open screens do; what the",
        "screens ask of the nation: the median of five, for the newest season. The last column:",
        "the largest to the smallest, and the aim.\n",
        f"| | {sizes} | |",
        "|---|" + "--:|" * len(figures) + "---|",
        *rows,
        "",
    ]


def write_measure(figures, name):
    what, unit, digits, aim = MEASURES[name]
    cells = " | ".join(f"{f[name]:,.{digits}f}" for f in figures)
    first, last = figures[0][name], figures[-1][name]
    times = f"{last / first:.2f} times"
    if aim == "grown":
        times += f"; aim {GROWN:g}: {'met' if last <= GROWN * first else '**missed**'}"
    elif aim == "at once":
        times += f"; aim under {AT_ONCE} ms: {'met' if last < AT_ONCE else '**missed**'}"
    return f"| {what}, {unit} | {cells} | {times} |"


if __name__ == "__main__":
    step, size, path = sys.argv[1:]
    say(json.dumps({"make": make, "measure": measure}[step](int(size), Path(path))))

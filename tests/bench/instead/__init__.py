"""Against what people use instead: pandas, a spreadsheet, a plain Streamlit app; one run for all.

``python -m tests.bench --only instead``. The season, the files and what is right are in ``season``;
each rival is what a competent person writes from the printed rules in an hour.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kasipkor_core import house
from kasipkor_core.store import open_store, query, read_now
from tests.bench.instead import season, workbook
from tests.bench.live import read_cpu, read_memory, run_server, start_viewers
from tests.bench.say import say
from tests.bench.soak import SERVE

HERE = Path(__file__).parent
UNITS = """
    select unit from ref.unit where programme = 'worldskills' and edition = '2026' order by unit
"""
VIEWERS = 20
LOOK_EVERY = 0.05  # seconds
OFFICE = ("soffice", "--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML")
TOOL_HEAD = (
    "| | season ranked, s | one mark more, s | peak memory, MB | places right "
    "| with shared places | scale right | awards right |"
)
SAID = {
    "own": "Kasipkor",
    "frames": "pandas",
    "rounded": "pandas, totals rounded",
    "office": "LibreOffice",
}


def run(*, quick=False):
    """Return of each tool seconds, memory and what it got right; two boards under viewers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contests = season.invent(list_units()[: 6 if quick else 60])
        season.write_files(contests, folder)
        right = season.recount(contests)
        tools = {
            "own": run_own(folder),
            "frames": run_frames(folder),
            "rounded": run_frames(folder, "--rounded"),
        }
        if shutil.which("soffice"):
            tools["office"] = run_office(folder)
        figures = [
            {"tool": tool, **times, **season.compare(found, right)}
            for tool, (times, found) in tools.items()
        ]
        for one in figures:
            say(one)
        contest = max(contests, key=lambda one: len(one.competitors)).contest
        seconds = 6 if quick else 20
        boards = [
            watch("plain", start_plain(folder), contest, page="", seconds=seconds),
            watch("own", start_own(folder), contest, page="live", seconds=seconds),
        ]
    marks = sum(1 for one in contests for c in one.competitors for _ in season.list_marks(c))
    return {"marks": marks, "tools": figures, "boards": boards}


def list_units():
    store = open_store()
    units = [row["unit"] for row in query(store, UNITS, read_now(store)).to_pylist()]
    store.close()
    return units


def measure(command):
    """Run a command; return its seconds, the most memory it or a child had, and what it said."""
    started, peak = time.perf_counter(), 0
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen(command, cwd=house.ROOT, **quiet) as process:
        while process.poll() is None:
            peak = max(peak, *(read_peak(pid) for pid in list_family(process.pid)))
            time.sleep(LOOK_EVERY)
        seconds = time.perf_counter() - started
        assert process.returncode == 0, command
        return seconds, peak, process.stdout.read()


def list_family(pid):
    """Return a process and all that it started."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").glob("*/children"))
        children = [child for task in tasks for child in task.read_text().split()]
    except OSError:  # it has ended
        return [pid]
    return [pid, *(one for child in children for one in list_family(child))]


def read_peak(pid):
    try:
        return read_memory(pid, "VmHWM")
    except (OSError, StopIteration):  # it has ended
        return 0


def run_own(folder):
    command = [sys.executable, "-m", "tests.bench.instead.own", folder, folder / "own.duckdb"]
    _, peak, said = measure([*command, folder / "own.csv"])
    return {**json.loads(said), "peak_mb": peak}, read_answer(folder / "own.csv")


def run_frames(folder, *options):
    """Run the pandas script; one mark more is the whole script again."""
    command = [sys.executable, HERE / "frames.py", folder, folder / "frames.csv", *options]
    first, peak, _ = measure(command)
    again, _, _ = measure(command)
    return {"first": first, "again": again, "peak_mb": peak}, read_answer(folder / "frames.csv")


def run_office(folder):
    """Let LibreOffice reckon the workbook; one mark more is to open and reckon it again."""
    book, reckoned = folder / "season.xlsx", folder / "reckoned"
    workbook.write_workbook(folder, book)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [*OFFICE, profile, "--outdir", reckoned, book]
    measure(["soffice", "--headless", "--terminate_after_init", profile])  # a person's own is there
    first, peak, _ = measure(command)
    again, _, _ = measure(command)
    times = {"first": first, "again": again, "peak_mb": peak}
    return times, workbook.read_answer(reckoned / book.name)


def read_answer(file):
    found = {}
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            result = (int(row["place"]), int(row["scale"]), row["award"] or None)
            found.setdefault(row["contest"], {})[row["entry"]] = result
    return found


def start_plain(folder):
    command = [sys.executable, "-m", "streamlit", "run", HERE / "plain.py", "--server.headless"]
    options = ["true", "--browser.gatherUsageStats", "false", "--server.port"]
    return start([*command, *options], SEASON_FILES=str(folder))


def start_own(folder):
    return start([*SERVE, "--port"], KASIPKOR_DB=str(folder / "own.duckdb"))


def start(command, **given):
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return run_server(command, env=os.environ | given, **quiet)


def watch(name, server, contest, *, page, seconds):
    """Return what viewers of one board saw, and how busy its server was."""
    with server as (process, port):
        clients = start_viewers(
            port, viewers=VIEWERS, seconds=seconds, settle=5, contests=[contest], page=page
        )
        with clients:
            time.sleep(5)
            before, started = read_cpu(process.pid), time.monotonic()
            found = json.loads(clients.stdout.readline())
            cpu = (read_cpu(process.pid) - before) / (time.monotonic() - started)
        figures = {"name": name, "cpu": cpu, "memory_mb": read_memory(process.pid), **found}
    say(figures)
    return figures


def write(figures, machine):
    """Return the part of docs/performance.md."""
    tools, boards = figures["tools"], figures["boards"]
    whole = tools[0]["contests"]
    rows = [
        f"| {SAID[f['tool']]} | {f['first']:.2f} | {f['again']:.2f} | {f['peak_mb']:.0f} "
        f"| {f['places']} | {f['ties']} | {f['scale']} | {f['awards']} |"
        for f in tools
    ]
    named = {"plain": "plain Streamlit", "own": "Kasipkor"}
    seen = [
        f"| {named[f['name']]} | {f['opened_p50']:.0f} | {f['p50']:.0f} | {f['p95']:.0f} "
        f"| {f['cpu'] * 100:.0f} % | {f['memory_mb']:.0f} |"
        for f in boards
    ]
    return [
        "## Against what people use instead\n",
        machine,
        f"{whole} contests of two seasons, on the scales of 700 and 500, with {figures['marks']:,}",
        "marks: shared places, guests, absent ones, missing marks and scores, open re-scores. Each",
        "rival is written from the printed rules as a competent person does in an hour",
        "(`tests/bench/instead`); right is what the second engine says. In how many contests all",
        f"places are right, in how many of the {tools[0]['tied']} with shared places, all scale",
        "scores, all awards. One mark more: the whole anew, in Kasipkor a sheet of one row and its",
        f"board. To lay out contests, entries and schemes took Kasipkor {tools[0]['laid']:.1f} s",
        "more, once; LibreOffice opens a workbook that is already built.\n",
        TOOL_HEAD,
        "|---|--:|--:|--:|--:|--:|--:|--:|",
        *rows,
        "",
        f"The board of one contest open with {VIEWERS} viewers: a plain Streamlit app on its",
        "defaults, which ranks the files with pandas, not rounded, when somebody refreshes, and",
        "the Live page. Opened: from asking to the last message; both in ms.\n",
        "| | opened | refresh p50 | refresh p95 | processor | memory, MB |",
        "|---|--:|--:|--:|--:|--:|",
        *seen,
        "",
    ]

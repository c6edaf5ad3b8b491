"""The Live page under viewers, and the way of a mark from its sheet to every open screen."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from kasipkor_core import house
from kasipkor_core.store import commit, load_demo, open_store, query, read_now, understand
from tests.bench.say import say
from tests.demo.build import start_season
from tests.demo.republic import run_championship

CONTEST = "worldskills-2026-republic-17"
TOTALS = """
    select leaderboard.entry, leaderboard.total
    from mart.leaderboard as leaderboard
    where leaderboard.contest_no = (select contest_no from mart.contests where contest = $contest)
"""
START_WITHIN = 180


def run(*, quick=False):
    """Return figures of the page as it ships and on Streamlit's defaults, and of one new mark."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "demo.duckdb"
        make_demo(base)
        counts, seconds = ((5, 20), 6) if quick else ((20, 200, 500, 1000), 20)
        figures = [watch(base, viewers=count, seconds=seconds) for count in counts]
        figures += [
            watch(base, viewers=count, seconds=seconds, defaults=True) for count in counts[:2]
        ]
        delay = measure_delay(base, viewers=5 if quick else 20)
    return {"viewers": figures, "delay": delay}


def make_demo(path):
    """Write the demonstration season."""
    store = open_store(path)
    load_demo(store)
    store.close()


@contextlib.contextmanager
def serve(base, *, defaults=False):
    """Run the dashboard on a copy of the database; yield its process and port."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "bench.duckdb"
        shutil.copy(base, database)
        command = [sys.executable, "-m", "tests.bench.host", str(database)]
        command += ["--defaults"] if defaults else []
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        with run_server([*command, "--port"], **pipes) as running:
            yield running


@contextlib.contextmanager
def run_server(command, **options):
    """Start a server whose last argument is the port, once it answers yield process and port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([*command, str(port)], cwd=house.ROOT, text=True, **options)
    try:
        wait_until_healthy(port, process)
        yield process, port
    finally:
        process.terminate()
        process.wait(timeout=60)


def wait_until_healthy(port, process):
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError):
            address = f"http://127.0.0.1:{port}/_stcore/health"
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        time.sleep(0.05)
    raise RuntimeError("the dashboard did not start")


def start_viewers(
    port, *, viewers, seconds, settle=4.0, marker="", contests=(CONTEST,), times=1, page="live"
):
    """Start the viewers; return them once all have the page open, None if they never get it."""
    command = [
        *(sys.executable, "-m", "tests.bench.viewers", f"ws://127.0.0.1:{port}/_stcore/stream"),
        *("--viewers", str(viewers), "--seconds", str(seconds), "--settle", str(settle)),
        *("--marker", marker, "--times", str(times), "--page", page),
        *(word for contest in contests for word in ("--query", f"contest={contest}")),
    ]
    process = subprocess.Popen(command, cwd=house.ROOT, stdout=subprocess.PIPE, text=True)
    return process if process.stdout.readline().strip() == "ready" else None


def watch(base, *, viewers, seconds, defaults=False):
    """Return what so many viewers saw, and how busy the server was meanwhile."""
    with serve(base, defaults=defaults) as (server, port):
        settle = 4 + viewers / 20  # who came together parts
        clients = start_viewers(port, viewers=viewers, seconds=seconds, settle=settle)
        if clients is None:
            return {"defaults": defaults, "viewers": viewers, "p50": None}
        time.sleep(settle)
        before, started = read_cpu(server.pid), time.monotonic()
        found = json.loads(clients.stdout.readline())
        cpu = (read_cpu(server.pid) - before) / (time.monotonic() - started)
        clients.wait(timeout=60)
        memory = read_memory(server.pid)
    figures = {"defaults": defaults, "cpu": cpu, "memory_mb": memory, **found}
    say(figures)
    return figures


def read_cpu(pid):
    """Return the processor seconds a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def read_memory(pid, line="VmRSS"):
    """Return the resident megabytes of a process: now, or the most there were (``VmHWM``)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(one.split()[1]) / 1024 for one in lines if one.startswith(line))


def measure_delay(base, *, viewers):
    """Return seconds from the upload of a new mark to when the screens show the new total."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "one-mark.csv"
        sheet.write_text(write_new_mark(), encoding="utf-8")
        marker = foresee_total(base, sheet)
        with serve(base) as (server, port):
            clients = start_viewers(port, viewers=viewers, seconds=12, marker=marker)
            time.sleep(6)
            server.stdin.write(f"import {sheet} marks {CONTEST}\n")
            server.stdin.flush()
            times = read_answer(server)
            found = json.loads(clients.stdout.readline())
            clients.wait(timeout=60)
    seen = sorted(at - times["started"] for at in found["marker_seen"])
    figures = {
        "viewers": viewers,
        "seen": len(seen),
        "appended": times["done"] - times["started"],
        "median": seen[len(seen) // 2] if seen else None,
        "worst": seen[-1] if seen else None,
    }
    say(figures)
    return figures


def read_answer(server):
    """Return the host's next answer; Streamlit greets on the same pipe."""
    return json.loads(next(line for line in server.stdout if line.startswith("{")))


def write_new_mark():
    """Return a sheet with the first measurement that the contest still lacks."""
    contest = next(c for c in run_championship(start_season()) if c.skill.contest == CONTEST)
    for entry, region in contest.entries.items():
        for aspect in contest.scheme:
            if aspect.kind == "M" and aspect.aspect not in contest.marking.given[entry]:
                judge = next(name for name, own in contest.judges if own != region)
                mark = f"{aspect.max_mark:.2f}"
                return f"entry,aspect,judge,mark\n{entry},{aspect.aspect},{judge},{mark}\n"
    raise RuntimeError("every mark of the demonstration contest is in")


def foresee_total(base, sheet):
    """Return the total as the board will write it, found on a copy of the database."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.duckdb"
        shutil.copy(base, copy)
        store = open_store(copy)
        before = read_totals(store)
        prepared = understand(
            store,
            sheet.read_bytes(),
            file_name=sheet.name,
            kind="marks",
            contest=CONTEST,
            actor="bench",
        )
        commit(store, prepared, reason="bench")
        new = [total for entry, total in read_totals(store).items() if total != before[entry]]
        store.close()
    return f"{new[0]:.2f}".replace(".", ",")


def read_totals(store):
    rows = query(store, TOTALS, read_now(store), contest=CONTEST).to_pylist()
    return {row["entry"]: row["total"] for row in rows}

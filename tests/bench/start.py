"""The first start on an empty database, and the next one: what a person waits for the port."""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from kasipkor_core.store import load_demo, open_store
from tests.bench.live import run_server
from tests.bench.say import say
from tests.bench.screens import open_page

STARTS = 3


def run(*, quick=False):
    """Return the seconds to make the ledger, to load the demonstration season, to open again.

    And those from starting ``kasipkor serve`` on it to the first board, all that its script draws:
    the median of some starts, and of one right after an installation, which compiles libraries.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "start.duckdb"
        made, store = measure(lambda: open_store(path))
        loaded, batches = (0, 0) if quick else measure(lambda: load_demo(store))
        store.close()
        opened, again = measure(lambda: open_store(path))
        again.close()
        page = "awards" if quick else "live"
        boards = sorted(time_board(path, page) for _ in range(1 if quick else STARTS))
        compiled = time_board(path, page, {"PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")})
    figures = {"made": made, "loaded": loaded, "batches": batches, "opened": opened}
    figures |= {"board": boards[len(boards) // 2], "compiled": compiled}
    say(figures)
    return figures


def time_board(path, page, more=None):
    """Return the seconds from the start of the server on a copy of the ledger to its first page."""
    copy = shutil.copy(path, path.with_name("served.duckdb"))
    command = [sys.executable, "-m", "kasipkor_core", "serve", "--db", copy, "--port"]
    started = time.perf_counter()
    with run_server(command, env={**os.environ, **(more or {})}) as (_, port):
        asyncio.run(open_page(f"ws://127.0.0.1:{port}/_stcore/stream", page))
        return time.perf_counter() - started


def measure(act):
    """Return the seconds of an act and what it returns."""
    started = time.perf_counter()
    found = act()
    return time.perf_counter() - started, found

"""The first start on an empty database, and the next one: what a person waits for the port."""

import asyncio
import tempfile
import time
from pathlib import Path

from kasipkor_core.store import load_demo, open_store
from tests.bench.live import serve
from tests.bench.say import say
from tests.bench.screens import open_page


def run(*, quick=False):
    """Return the seconds to make the ledger, to load the demonstration season, to open again.

    And those from starting the server on it to the first board, all that its script draws.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "start.duckdb"
        made, store = measure(lambda: open_store(path))
        loaded, batches = (0, 0) if quick else measure(lambda: load_demo(store))
        store.close()
        opened, again = measure(lambda: open_store(path))
        again.close()
        board, _ = measure(lambda: show_board(path, "awards" if quick else "live"))
    figures = {"made": made, "loaded": loaded, "batches": batches, "opened": opened, "board": board}
    say(figures)
    return figures


def show_board(path, page):
    """Start the server on a copy of the ledger and open a page."""
    with serve(path) as (_, port):
        asyncio.run(open_page(f"ws://127.0.0.1:{port}/_stcore/stream", page))


def measure(act):
    """Return the seconds of an act and what it returns."""
    started = time.perf_counter()
    found = act()
    return time.perf_counter() - started, found

"""The first start on an empty database, and the next one: what a person waits for the port."""

import tempfile
import time
from pathlib import Path

from kasipkor_core.store import load_demo, open_store
from tests.bench.say import say


def run(*, quick=False):
    """Return the seconds to make the ledger, to load the demonstration season, to open again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "start.duckdb"
        made, store = measure(lambda: open_store(path))
        loaded, batches = (0, 0) if quick else measure(lambda: load_demo(store))
        store.close()
        opened, again = measure(lambda: open_store(path))
        again.close()
    say(f"made in {made:.1f} s, {batches} batches loaded in {loaded:.1f} s, opened {opened:.2f} s")
    return {"made": made, "loaded": loaded, "batches": batches, "opened": opened}


def measure(act):
    """Return the seconds of an act and what it returns."""
    started = time.perf_counter()
    found = act()
    return time.perf_counter() - started, found

"""Every screen of the demonstration season: how long the server takes to its last message."""

import asyncio
import contextlib
import tempfile
from pathlib import Path

from kasipkor_core.ui import menus
from tests.bench.live import CONTEST, make_demo, serve
from tests.bench.say import say
from tests.bench.viewers import Viewer, Watch

WARM = 5
QUERY = {"live": f"contest={CONTEST}"}


def run(*, quick=False):
    """Return the cold and the warm milliseconds of each screen."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "demo.duckdb"
        make_demo(base)
        addresses = menus.list_addresses()
        return [measure(base, page) for page in (addresses[:3] if quick else addresses)]


def measure(base, page):
    """Open a screen on a server that has shown nothing yet, then again as other visitors."""
    with serve(base) as (_, port):
        url = f"ws://127.0.0.1:{port}/_stcore/stream"
        cold, *warm = (asyncio.run(open_page(url, page)) for _ in range(1 + WARM))
    figures = {"screen": f"/{page}", "cold": cold, "warm": sorted(warm)[WARM // 2]}
    say(figures)
    return figures


async def open_page(url, page):
    """Return the milliseconds until the script of the page has finished."""
    watch = Watch()
    viewer = Viewer(url, page=page, query=QUERY.get(page, ""), watch=watch)
    task = asyncio.ensure_future(viewer.stay())
    await asyncio.wait_for(viewer.ready.wait(), timeout=60)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    if not watch.opened:
        raise RuntimeError(f"/{page} failed")
    return watch.opened[0] * 1000

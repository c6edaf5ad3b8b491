"""Two servers on one lake: what is uploaded at the one is on the screen of the other."""

import json
import time
import urllib.request

import pytest

from kasipkor_core.store import copy_store
from tests import postgres
from tests.browser import world
from tests.browser.conftest import Site, drop, serve, stop
from tests.browser.test_ledger import AFTER, BEFORE, read_order, wait_for_order

MISSING = postgres.say_missing()
pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.skipif(MISSING is not None, reason=str(MISSING)),
]


@pytest.fixture
def sites(ledger, monkeypatch, tmp_path):
    """Two servers on a lake into which the ledger of the other tests was copied."""
    with postgres.run_postgres() as server:
        place, folder = server.make_place()
        monkeypatch.setenv("KASIPKOR_FOLDER", folder)
        copy_store(ledger[0], place)
        logs = [tmp_path / f"site{number}.log" for number in range(2)]
        running = []
        try:
            for log in logs:
                with log.open("wb") as written:
                    running.append(serve(place, written))
            yield [Site(port, log) for (_, port), log in zip(running, logs, strict=True)]
        finally:
            for process, _ in running:
                stop(process)


def read_batch(site):
    with urllib.request.urlopen(f"{site.address}/healthz", timeout=5) as answer:  # noqa: S310
        return json.load(answer)["batch_no"]


def test_a_sheet_uploaded_at_one_server_is_on_the_board_of_the_other(sites, window):
    here, there = sites
    board = there.open(window(), f"/live?contest={world.UPLOAD}&lang=kk")
    wait_for_order(board, BEFORE)
    upload = here.open(window(), f"/upload?contest={world.UPLOAD}&lang=kk")
    drop(upload, "marks-last.csv", world.LAST_SHEET)
    head = read_batch(there)

    upload.locator(".st-key-write button").click()
    while read_batch(here) == head:
        time.sleep(0.02)
    written = time.monotonic()
    while read_batch(there) == head:
        time.sleep(0.02)
    known = time.monotonic() - written
    wait_for_order(board, AFTER)
    shown = time.monotonic() - written
    print(f"known at the other server after {known:.2f} s, shown after {shown:.2f} s")  # noqa: T201

    assert known < 2
    assert read_order(board) == AFTER

"""A network that fails for a while: the page goes on where it was, with what came meanwhile."""

import socket
import threading
import time

import pytest
from playwright.sync_api import expect

from tests.browser import world
from tests.browser.conftest import drop, settle
from tests.browser.test_ledger import AFTER, BEFORE, read_order, wait_for_order

pytestmark = [pytest.mark.browser, pytest.mark.long]
PATH = f"/live?contest={world.UPLOAD}&lang=ru&region=KZ-35"


class Cable:
    """What lies between a browser and a server, and can be pulled."""

    def __init__(self, to):
        self._to, self._is_in, self._ends = to, True, []
        self._door = socket.create_server(("localhost", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._open, daemon=True).start()

    def pull(self):
        """Cut every connection, and let none come about."""
        self._is_in = False
        for end in self._ends:
            end.close()

    def plug(self):
        self._is_in = True

    def close(self):
        self.pull()
        self._door.close()

    def _open(self):
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            if not self._is_in:
                near.close()
                continue
            far = socket.create_connection(("localhost", self._to))
            self._ends += [near, far]
            for pair in ((near, far), (far, near)):
                threading.Thread(target=_carry, args=pair, daemon=True).start()


def _carry(one, other):
    try:
        while said := one.recv(65536):
            other.sendall(said)
    except OSError:
        pass
    finally:
        for end in (one, other):
            end.close()


@pytest.fixture
def cable(cold_site):
    laid = Cable(int(cold_site.address.rpartition(":")[2]))
    yield laid
    laid.close()


def test_after_a_cut_the_board_goes_on_where_it_was_with_what_came_meanwhile(
    cold_site, cable, browser
):
    context = browser.new_context(viewport={"width": 390, "height": 500})
    context.set_default_timeout(90_000)
    page = context.new_page()
    page.goto(f"http://localhost:{cable.port}{PATH}")
    settle(page)
    assert read_order(page) == BEFORE
    main = page.get_by_test_id("stMain")
    main.evaluate("one => one.scrollTo(0, 300)")
    loads = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))

    cable.pull()
    other = cold_site.open(context.new_page(), f"/upload?contest={world.UPLOAD}&lang=ru")
    drop(other, "web.csv", world.LAST_SHEET)
    other.locator(".st-key-write button").click()
    other.locator(".st-key-onward").wait_for()
    time.sleep(3)
    assert read_order(page) == BEFORE
    cable.plug()
    wait_for_order(page, AFTER)

    expect(page.get_by_role("dialog")).to_have_count(0)
    assert loads == []
    assert main.evaluate("one => one.scrollTop") == 300
    assert page.url.endswith(PATH)
    context.close()

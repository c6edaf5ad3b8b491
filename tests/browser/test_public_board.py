"""The public board in a real browser: with a script and without, from a server and from files."""

import functools
import http.server
import threading
import time
from contextlib import contextmanager

import pytest
import uvicorn

from kasipkor_core.public import export_site
from tests.browser.conftest import find_port, read_by_everybody
from tests.documents import published as played
from tests.giving import REPUBLIC
from tests.ready import lend
from tests.web.boards import show

pytestmark = pytest.mark.browser

BOARD = f"/kk/contests/{REPUBLIC}.html"
PATHS = (
    "/kk/index.html",
    "/kk/seasons/2026.html",
    "/kk/events/worldskills-2026-republic.html",
    BOARD,
    BOARD.replace("contests", "embed"),
    BOARD.replace("contests", "hall"),
    BOARD.replace("/kk/", "/ru/"),
)
ledger = lend("published", played.hold)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        """Say nothing."""


@contextmanager
def serve_files(folder):
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("localhost", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://localhost:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def serve_board(publisher, app):
    """Serve the board from a thread; the publisher looks by itself."""
    port = find_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run)
    publisher.start()
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://localhost:{port}/board"
    finally:
        server.should_exit = True
        thread.join()
        publisher.end()


@pytest.fixture
def files(ledger, tmp_path):
    """A server of files with an exported board."""
    export_site(ledger, tmp_path / "site")
    with serve_files(tmp_path / "site") as address:
        yield address


def read_rows(page):
    return page.get_by_test_id("board").locator("tr").all_inner_texts()


def test_without_a_script_the_board_is_the_same_plain_table(files, window):
    said = {}
    for has_script in (True, False):
        page = window(java_script_enabled=has_script)
        page.goto(files + BOARD)
        said[has_script] = read_rows(page)

    assert said[True] == said[False]
    assert len(said[True]) == 8  # the head and seven


def test_from_files_everything_is_there_and_nothing_is_asked_of_anybody_else(files, window):
    page = window()
    asked = []
    page.on("response", lambda answer: asked.append((answer.url, answer.status)))
    page.route(lambda url: not url.startswith(files), lambda route: _refuse(route, asked))
    page.goto(f"{files}/index.html")
    page.wait_for_url("**/kk/index.html")  # the root leads to Kazakh
    for path in PATHS:
        page.goto(files + path)
        page.wait_for_load_state("load")
        page.evaluate("document.fonts.ready")
        fonts = page.evaluate("[...document.fonts].filter(one => one.status === 'loaded').length")

        assert fonts >= 1, path
    failed = [(url, status) for url, status in asked if status != 200]
    assert failed == []
    assert len(asked) > len(PATHS)


def _refuse(route, asked):
    asked.append((route.request.url, "of somebody else"))
    route.abort()


@pytest.mark.sampled
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_can_be_read_by_everybody_and_fits_a_phone(files, browser, scheme):
    pages = list(read_by_everybody(browser, scheme, [files + path for path in PATHS]))

    assert len(pages) == 2 * len(PATHS)


def test_a_publication_comes_onto_an_open_board_by_itself(ledger, window):
    publisher, app = show(ledger)
    with serve_board(publisher, app) as address:
        page = window()
        page.goto(address + BOARD)
        hall = window()
        hall.goto(address + BOARD.replace("contests", "hall"))
        table = page.get_by_test_id("board").element_handle()
        played.decide(ledger, "sign_off", REPUBLIC, "signed")
        played.publish(ledger, REPUBLIC)
        page.get_by_test_id("board").get_by_text("47,58").wait_for()
        hall.get_by_test_id("hall").get_by_text("47,58").wait_for()

        assert table.is_visible() is False  # another table, on the same page
        assert page.locator(".p-lost").is_hidden()
        for one in (page, hall):
            one.close()  # before the server: they would ask on


@pytest.mark.long
def test_a_lost_connection_is_said_and_the_board_stays(ledger, browser):
    publisher, app = show(ledger)
    with serve_board(publisher, app) as address, browser.new_context() as context:
        context.set_default_timeout(90_000)
        page = context.new_page()  # no window: the console calls the lost answer an error
        page.goto(address + BOARD)
        rows = read_rows(page)
        page.route("**/*.json", lambda route: route.fulfill(status=502))
        page.get_by_text("Байланыс үзілді").wait_for()

        assert read_rows(page) == rows
        page.unroute("**/*.json")
        page.get_by_text("Байланыс үзілді").wait_for(state="hidden")


@pytest.mark.long
def test_of_a_hall_screen_one_page_is_seen_at_a_time(files, window):
    page = window()
    page.goto(files + BOARD.replace("contests", "hall"))
    seen = page.evaluate(
        """() => {
            const other = document.querySelector('.k-hall').cloneNode(true);
            other.hidden = true;
            document.body.append(other);
            const all = [...document.querySelectorAll('.k-hall')];
            return all.filter(one => one.checkVisibility()).length;
        }"""
    )

    assert seen == 1
    assert (
        page.locator("h1").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") > 50
    )


@pytest.mark.long
def test_on_paper_there_is_the_table_and_no_button(files, window):
    page = window(color_scheme="dark")
    page.goto(files + BOARD)
    page.emulate_media(media="print")

    assert page.get_by_test_id("board").is_visible()
    assert page.locator(".p-links").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"

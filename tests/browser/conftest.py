"""One server and one browser for the folder; a window each for those who look."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import duckdb
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from kasipkor_core import house
from kasipkor_core.store import load_demo, open_store
from tests.browser import world
from tests.ready import find_file, find_template

_SERVE = "from kasipkor_core.cli import main; main()"
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_STARTS_WITHIN = 90  # seconds


class Site:
    """A running server and how to open its pages; ``batch`` is the one the undo is tried on."""

    def __init__(self, port, log, batch=0):
        self.address = f"http://localhost:{port}"
        self.log = log
        self.batch = batch

    def open(self, page, path):
        """Go to a page and wait until it stands still; the server has nothing to complain of."""
        self.send(page, path, wait_until="load")
        self.settle(page)
        return page

    def send(self, page, path, wait_until="commit"):
        """Have a page go somewhere and do not wait until it is there."""
        page.goto(self.address + path, wait_until=wait_until)

    def settle(self, page):
        """Wait until a page stands still; the server has nothing to complain of."""
        settle(page)
        assert "Traceback" not in self.log.read_text(encoding="utf-8"), page.url


def settle(page):
    """Wait until the script of the page has run and what it drew has arrived."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    if "screen=hall" in page.url:
        page.locator(".k-hall").wait_for()
        return
    page.locator(".st-key-footer").wait_for()
    page.locator(".st-key-language button:visible").wait_for()


def drop(page, name, sheet):
    """Put a file into the drop zone and wait for what it says."""
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": sheet.encode()}
    )
    page.locator(".st-key-write button").wait_for()
    settle(page)


def find_port():
    """Return a port that is free now."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return free.getsockname()[1]


def serve(database, log, port=None, *, before=""):
    """Start the server as people do, after a statement; return its process and port."""
    port = port or find_port()
    options = ["serve", "--port", str(port), "--db", str(database)]
    command = [sys.executable, "-c", f"{before}\n{_SERVE}", *options]
    process = subprocess.Popen(command, cwd=house.ROOT, stdout=log, stderr=log)
    _wait(process, f"http://localhost:{port}/_stcore/health")
    return process, port


def _wait(process, address):
    """Wait for the health of the server: asking for it opens no page."""
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310  our own server
                return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    process.kill()
    pytest.fail("the server did not start")


def stop(process):
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def ledger():
    """The file of the ledger, to be copied, and the batch that the undo is tried on: its last."""
    path = find_file("site", _make_site)
    with duckdb.connect(path, read_only=True) as con:
        return path, con.execute("select max(batch_no) from ledger.batch").fetchone()[0]


def _make_site(path):
    shutil.copy(find_template(), path)
    world.make_ledger(path)


@contextmanager
def run_site(ledger, folder):
    """Serve a copy of the ledger for as long as the block lasts."""
    path, batch = ledger
    database = shutil.copy(path, folder)
    written = folder / "site.log"
    with written.open("wb") as log:
        process, port = serve(database, log)
        try:
            yield Site(port, written, batch)
        finally:
            stop(process)


@pytest.fixture(scope="session")
def site(ledger, tmp_path_factory):
    with run_site(ledger, tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(scope="session")
def season_site(tmp_path_factory):
    """A server with the demonstration season, which takes a while to load."""
    path = tmp_path_factory.mktemp("season") / "season.duckdb"
    store = open_store(path)
    load_demo(store)
    store.close()
    with run_site((path, 0), tmp_path_factory.mktemp("season_site")) as running:
        yield running


@pytest.fixture
def cold_site(ledger, tmp_path):
    """A server that nobody has asked for a page."""
    with run_site(ledger, tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    found = shutil.which("chromium") or "/usr/bin/chromium"
    if not Path(found).exists():
        pytest.fail("chromium is missing: run make browser")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=_QUIET)
        yield opened
        opened.close()


def read_by_everybody(browser, scheme, addresses):
    """Yield pages without Streamlit, each on a desk and a phone: no violation, nothing too wide."""
    for width in (1440, 390):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )
        context.set_default_timeout(90_000)
        page = context.new_page()
        for address in addresses:
            page.goto(address)
            broken = Axe().run(page).response["violations"]

            assert [one["id"] for one in broken] == [], address
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
            yield page
        context.close()


@contextmanager
def open_windows(browser):
    """Open windows of people who know nothing of each other; an error in one fails the block."""
    contexts, errors = [], []

    def open_window(width=1440, height=900, **wishes):
        context = browser.new_context(viewport={"width": width, "height": height}, **wishes)
        context.set_default_timeout(90_000)  # a slow machine is no failure
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: _note_error(said, errors))
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def window(browser):
    with open_windows(browser) as opened:
        yield opened


def _note_error(said, errors):
    """Keep what the console calls an error; Streamlit tries two addresses that are not there."""
    if said.type == "error" and "/_stcore/" not in said.location["url"]:
        errors.append(f"{said.text} {said.location['url']}")

"""Venues: a signed-in administrator takes the copy and the package off the page."""

import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

from kasipkor_core.store import Identity, make_invite, open_store
from tests import venues
from tests.browser.conftest import run_site, settle
from tests.giving import REPUBLIC, give
from tests.ready import find_played

pytestmark = [pytest.mark.browser, pytest.mark.long]


def come(site, page, link):
    """Sign in by a link and open the page."""
    page.goto(f"{site.address}/sign-in/{link}?lang=en")
    page.get_by_role("button", name="Sign in").click()
    settle(page)
    site.open(page, "/venues?lang=en")


def take(page, key):
    """Press a button that makes a file; return the file."""
    with page.expect_download() as download:
        page.locator(f".st-key-{key} button").click()
    return Path(download.value.path()).read_bytes()


@contextmanager
def run(path, folder):
    """Serve a copy of a ledger; yield the site and a link: whoever was invited is asked for."""
    store = open_store(path, create=False)
    link = make_invite(store, Identity("aliya@example.kz", "administrator"), by="test")
    store.close()
    folder.mkdir()
    with run_site((path, 0), folder) as site:
        yield site, link


def test_what_is_lent_and_packed_on_the_page_is_what_the_office_merges(tmp_path, window):
    kept = Path(shutil.copy(find_played("venue-office", venues.begin), tmp_path / "kept.duckdb"))
    with run(kept, tmp_path / "office") as (site, link):
        page = window()
        come(site, page, link)
        page.locator(".st-key-lend button").click()
        page.locator(".st-key-lend_venue input").fill("Aktobe")
        page.locator(".st-key-lend_venue input").press("Enter")
        copy = take(page, "lend_now")
        page.close()
    lent = tmp_path / "copy.duckdb"
    lent.write_bytes(copy)
    store = open_store(lent, create=False)
    give(store, venues.SCORES, kind="scores", contest=REPUBLIC)
    store.close()
    with run(lent, tmp_path / "venue") as (site, link):
        page = window()
        come(site, page, link)
        package = take(page, "pack_now")
        page.close()
    office = open_store(tmp_path / "office" / kept.name, create=False)
    merged = venues.merge(office, package)
    office.close()

    assert (merged.venue, merged.batches) == ("Aktobe", {3: 4})

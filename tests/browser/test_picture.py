"""The picture of the README, taken from the demonstration season: KASIPKOR_PICTURES=1."""

import os

import pytest

from kasipkor_core import house
from kasipkor_core.store import load_demo, open_store
from tests.browser.conftest import run_site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not os.environ.get("KASIPKOR_PICTURES"), reason="KASIPKOR_PICTURES is unset"
    ),
]


def test_the_picture_shows_the_board_of_the_season(window, tmp_path):
    path = tmp_path / "season.duckdb"
    store = open_store(path)
    load_demo(store)
    store.close()
    picture = house.ROOT / "docs" / "live.png"
    (tmp_path / "site").mkdir()
    with run_site((path, 0), tmp_path / "site") as site:
        page = site.open(window(1440, 946), "/live")
        page.evaluate("document.fonts.ready.then(() => true)")
        page.screenshot(path=picture, animations="disabled")
        page.close()

    assert picture.stat().st_size > 50_000

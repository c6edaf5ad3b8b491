"""The pictures of the README and of the guides: KASIPKOR_PICTURES=1 takes them anew."""

import os

import pytest

from kasipkor_core import house, i18n
from tests.browser import world
from tests.browser.conftest import drop
from tests.browser.pictures import take_small
from tests.browser.screens import SEASON, speak

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not os.environ.get("KASIPKOR_PICTURES"), reason="KASIPKOR_PICTURES is unset"
    ),
]

DESK, PHONE = (1120, 780), (390, 1080)
OF_SEASON = {
    "board": "/live?contest={board}",
    "jury-missing": "/my-contests?contest={entered}",
    "jury-judges": "/judges?contest={entered}",
    "jury-marks": "/marks?contest={entered}",
    "admin-overview": "/?region=KZ-71",
    "admin-progress": "/progress?region=KZ-71",
    "admin-quotas": "/quotas?region=KZ-55",
}
OF_PHONE = {"jury-marks"}
SCROLLED = {"jury-missing": ".st-key-onward"}  # this stands in the middle


def test_the_picture_shows_the_board_of_the_season(season_site, window):
    picture = house.ROOT / "docs" / "live.png"
    page = season_site.open(window(1440, 946), "/live")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.screenshot(path=picture, animations="disabled")
    page.close()

    assert picture.stat().st_size > 50_000


@pytest.mark.parametrize("lang", i18n.LANGS)
def test_the_guides_have_their_pictures_of_the_season(season_site, window, lang):
    page = window(*DESK)
    page.set_default_timeout(90_000)
    for name, path in OF_SEASON.items():
        wide, high = PHONE if name in OF_PHONE else DESK
        page.set_viewport_size({"width": wide, "height": high})
        season_site.open(page, speak(path.format(**SEASON), lang))
        if name in SCROLLED:
            page.locator(SCROLLED[name]).evaluate("one => one.scrollIntoView({block: 'center'})")
        _take(page, name, lang)


@pytest.mark.parametrize("lang", i18n.LANGS)
def test_the_guide_of_organisers_shows_a_sheet_on_its_way_and_an_undo(site, window, lang):
    page = window(*DESK)
    page.set_default_timeout(90_000)
    for name, sheet in (("wrong", world.BROKEN_SHEET), ("clean", world.LAST_SHEET)):
        site.open(page, speak(f"/upload?contest={world.BOARD}", lang))
        drop(page, "web.csv", sheet)
        _take(page, f"upload-{name}", lang)
    site.open(page, speak(f"/batches?batch={site.batch}", lang))
    page.locator(".st-key-undo button").click()
    page.locator(".st-key-undo_reason input").wait_for()
    page.locator(".st-key-undo_block").evaluate("one => one.scrollIntoView({block: 'end'})")
    _take(page, "undo", lang)


def _take(page, name, lang):
    picture = take_small(page, house.ROOT / "docs" / "pictures" / f"{name}.{lang}.png")

    assert 10_000 < picture.stat().st_size < 150_000

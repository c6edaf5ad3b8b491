"""Every screen of the menus is usable without eyes or mouse: axe-core finds nothing serious."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import world
from tests.browser.screens import list_paths, speak

pytestmark = pytest.mark.browser

BAD = {"serious", "critical"}


def find_violations(page):
    """Return rule and first node of each serious or critical violation."""
    found = Axe().run(page).response["violations"]
    return [
        (one["id"], one["nodes"][0]["target"][0], len(one["nodes"]))
        for one in found
        if one["impact"] in BAD
    ]


def _count_landmarks(page):
    heading, main = page.get_by_role("heading", level=1), page.get_by_role("main")
    return {"first headings": heading.count(), "main landmarks": main.count()}


def look(site, window, lang, scheme="light"):
    """Return what is wrong by screen: violations, or other than one first heading and one main."""
    bad = {}
    page = window(color_scheme=scheme)
    page.set_default_timeout(60_000)
    for path in list_paths():
        site.open(page, speak(path, lang))
        found = find_violations(page)
        found += [name for name, one in _count_landmarks(page).items() if one != 1]
        bad |= {path: found} if found else {}
    return bad


def test_no_screen_has_a_serious_violation_and_each_has_one_first_heading_and_a_main_landmark(
    site, window
):
    assert look(site, window, "kk") == {}


@pytest.mark.long
@pytest.mark.parametrize(("lang", "scheme"), [("kk", "dark"), ("ru", "light"), ("en", "light")])
def test_no_screen_has_a_serious_violation_in_another_dress(site, window, lang, scheme):
    assert look(site, window, lang, scheme) == {}


def test_a_board_and_a_list_can_be_scrolled_with_the_keyboard(site, window):
    page = site.open(window(390, 844), f"/live?contest={world.BOARD}")
    region = page.locator(".k-scroll").first
    region.focus()

    assert region.evaluate("one => document.activeElement === one")

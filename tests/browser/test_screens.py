"""Every screen, seen once: usable without eyes or mouse, fit for a phone, no dead style.

axe-core looks at each screen as it opens; then the window is made as narrow as a phone.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError as TooLate

from kasipkor_core import ui, words
from tests.browser import world
from tests.browser.conftest import drop, open_windows, settle
from tests.browser.screens import FINAL, HALL, list_paths, speak

pytestmark = [pytest.mark.browser, pytest.mark.early]

BAD = {"serious", "critical"}
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
STYLES = sorted((Path(ui.__file__).parent / "style").glob("*.css"))
FITS = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
    .every(one => one.scrollWidth <= one.clientWidth)"""
PSEUDO = re.compile(r"::?(hover|before|after|focus-visible)")
OF_DATA = {  # whether an award or a decision is there, the contest says
    *(f"k-{award}" for award in words.AWARDS),
    *(f"k-seat-{state}" for state in (*words.SEATS, "missed")),
    *(f"k-range-{state}" for state in words.RANGES),
    "k-held",
    "k-rehearsal",  # a copy that is rehearsed with
    "k-missed",
    "k-quiet",  # a centre that is ready
    "appeals",
    "draws",
    "k-hash",  # a draw
    "chain",  # an act that does not count
    "changes_",  # what a correction changes: in one contest or in several
    "k-enter",  # ways to sign in at a provider
    "st-key-sides",  # a sheet that was read
}


@dataclass
class Walk:
    """What was seen on the way through all screens.

    Attributes:
        violations: Rule, first node and number of nodes of each violation, by screen.
        landmarks: First headings and main landmarks that are not one, by screen.
        wide: Screens and themes that scroll sideways on a phone.
        left: Selectors of the style sheet that found nothing.
    """

    violations: dict = field(default_factory=dict)
    landmarks: dict = field(default_factory=dict)
    wide: list = field(default_factory=list)
    left: set = field(default_factory=set)


def take_walk(site, pages, lang, scheme="light", *, phones=("light", "dark")):
    """Go through all screens and say what was seen; the next one loads while one is looked at.

    Args:
        site: The server.
        pages: Two windows.
        lang: Language of the screens.
        scheme: Light or dark, for the wide window.
        phones: Themes in which a screen must fit a phone.
    """
    seen = Walk(left=list_selectors())
    paths = [*list_paths(), None]
    site.send(pages[0], speak(paths[0], lang))
    for number, (path, following) in enumerate(pairwise(paths)):
        page = pages[number % 2]
        site.settle(page)
        if following:
            site.send(pages[1 - number % 2], speak(following, lang))
        if path == "/upload":
            drop(page, "marks-broken.csv", world.BROKEN_SHEET)
        _look(page, path, seen)
        page.set_viewport_size(PHONE)
        for theme in phones:
            page.emulate_media(color_scheme=theme)
            settle(page)
            seen.wide += [] if _fits(page) else [(path, theme)]
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(WIDE)
    return seen


def _look(page, path, seen):
    bad = [
        (one["id"], one["nodes"][0]["target"][0], len(one["nodes"]))
        for one in Axe().run(page).response["violations"]
        if one["impact"] in BAD
    ]
    counts = {
        "first headings": page.get_by_role("heading", level=1).count(),
        "main landmarks": page.get_by_role("main").count(),
    }
    odd = {name: count for name, count in counts.items() if count != 1}
    seen.violations |= {path: bad} if bad else {}
    seen.landmarks |= {path: odd} if odd else {}
    seen.left = _list_unmatched(page, seen.left)


def _fits(page):
    """Return whether nothing scrolls sideways, or soon does not: charts are drawn anew."""
    try:
        page.wait_for_function(FITS, timeout=10_000)
    except TooLate:
        return False
    return True


def list_selectors():
    """Return the selectors of the style sheet, without states and made-up elements."""
    text = re.sub(
        r"/\*.*?\*/|@media[^{]*\{",
        "",
        "".join(path.read_text(encoding="utf-8") for path in STYLES),
        flags=re.DOTALL,
    )
    heads = re.findall(r"([^{}]+)\{", text)
    parts = [part for head in heads for part in re.split(r",(?![^(]*\))", head)]
    found = {PSEUDO.sub("", part).strip() or "*" for part in parts}
    return {one for one in found if not OF_DATA & set(re.findall(r"[\w-]+", one))}


def _list_unmatched(page, selectors):
    return set(
        page.evaluate("all => all.filter(one => !document.querySelector(one))", sorted(selectors))
    )


@pytest.fixture(scope="module")
def walk(site, browser):
    with open_windows(browser) as window:
        pages = [window(color_scheme="light") for _ in range(2)]
        yield take_walk(site, pages, "kk", phones=("light",))  # the long walks look at both


def test_no_screen_has_a_serious_violation(walk):
    assert walk.violations == {}


def test_each_screen_has_one_first_heading_and_a_main_landmark(walk):
    assert walk.landmarks == {}


def test_no_screen_scrolls_sideways_on_a_phone(walk):
    assert walk.wide == []


def test_every_selector_of_the_style_sheet_still_finds_something(site, window, walk):
    left = walk.left
    page = window()
    for path in (HALL, FINAL, f"{FINAL}&screen=hall"):
        site.open(page, path)
        left = _list_unmatched(page, left)
    site.open(page, f"/upload?contest={world.STYLE}")
    page.get_by_test_id("stFileUploaderDropzone").wait_for()  # its code comes when it is needed
    left = _list_unmatched(page, left)
    drop(page, "marks-last.csv", world.LAST_SHEET)
    left = _list_unmatched(page, left)
    page.locator(".st-key-write button").click()
    page.locator(".st-key-onward").wait_for()

    assert _list_unmatched(page, left) == set()


@pytest.mark.long
@pytest.mark.parametrize(("lang", "scheme"), [("kk", "dark"), ("ru", "light"), ("en", "light")])
def test_no_screen_has_a_serious_violation_in_another_dress(site, window, lang, scheme):
    seen = take_walk(site, [window(color_scheme=scheme) for _ in range(2)], lang, scheme)

    assert (seen.violations, seen.landmarks, seen.wide) == ({}, {}, [])


def test_a_board_and_a_list_can_be_scrolled_with_the_keyboard(site, window):
    page = site.open(window(390, 844), f"/live?contest={world.BOARD}")
    region = page.locator(".k-scroll").first
    region.focus()

    assert region.evaluate("one => document.activeElement === one")

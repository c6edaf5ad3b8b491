"""What stands where, and that it stays there: only a browser shows it."""

import re
from pathlib import Path

import pytest

from kasipkor_core import ui
from kasipkor_core.charts.quotas import SEAT_WORDS
from kasipkor_core.charts.ranges import RANGE_WORDS
from kasipkor_core.ui import words
from tests.browser import world
from tests.browser.conftest import drop, settle
from tests.browser.screens import FINAL, HALL, list_paths, speak

pytestmark = pytest.mark.browser

STYLES = sorted((Path(ui.__file__).parent / "style").glob("*.css"))
PSEUDO = re.compile(r"::?(hover|before|after|focus-visible)")
OF_DATA = {  # whether an award or a decision is there, the contest says
    *(f"k-{award}" for award in words.AWARDS),
    *(f"k-seat-{state}" for state in (*SEAT_WORDS, "missed")),
    *(f"k-range-{state}" for state in RANGE_WORDS),
    "k-held",
    "k-missed",
    "k-quiet",  # a centre that is ready
}


def test_the_hall_screen_is_one_table_and_no_widgets(site, window):
    page = site.open(window(1920, 1080), HALL)
    page.locator(".k-hall").wait_for()
    shown = page.evaluate(
        "[...document.querySelectorAll('button, input, a, [role=button]')].filter(one =>"
        " document.elementFromPoint(...(r => [r.x + r.width / 2, r.y + r.height / 2])"
        "(one.getBoundingClientRect())) === one).length"
    )

    assert (shown, page.get_by_test_id("hall").locator("tr").count()) == (0, 6)


def test_two_refreshes_of_a_live_board_move_nothing(site, window):
    page = site.open(window(), f"/live?contest={world.BOARD}")
    board = page.get_by_test_id("board").element_handle()
    page.evaluate(_COUNT_RUNS)
    before = board.bounding_box()
    page.wait_for_function("() => window.runs >= 2", timeout=30_000)
    settle(page)

    assert page.get_by_test_id("board").evaluate("(now, then) => now === then", board)
    assert board.bounding_box() == before


_COUNT_RUNS = """
    window.runs = 0;
    const app = document.querySelector('[data-testid="stApp"]');
    new MutationObserver(() => {
        window.runs += app.dataset.testScriptState === 'notRunning';
    }).observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
"""


@pytest.mark.parametrize("lang", ["kk", pytest.param("ru", marks=pytest.mark.long)])
def test_no_page_scrolls_sideways_on_a_phone_in_either_theme(site, window, lang):
    wide = []
    page = window(390, 844, color_scheme="dark")
    for path in list_paths():
        site.open(page, speak(path, lang))
        if path == "/upload":
            drop(page, "marks-broken.csv", world.BROKEN_SHEET)
        for theme in ("dark", "light"):
            page.emulate_media(color_scheme=theme)
            settle(page)
            wide += [(path, theme)] if _is_too_wide(page) else []

    assert wide == []


def _is_too_wide(page):
    return page.evaluate(
        "[document.documentElement, document.querySelector('[data-testid=stMain]')]"
        ".some(one => one.scrollWidth > one.clientWidth)"
    )


def test_every_selector_of_the_style_sheet_still_finds_something(site, window):
    left = {one for one in list_selectors() if not OF_DATA & set(re.findall(r"[\w-]+", one))}
    page = window()
    for path in (*list_paths(), HALL, FINAL, f"{FINAL}&screen=hall"):
        site.open(page, path)
        left = _list_unmatched(page, left)
    site.open(page, f"/upload?contest={world.STYLE}")
    drop(page, "marks-broken.csv", world.BROKEN_SHEET)
    left = _list_unmatched(page, left)
    site.open(page, f"/upload?contest={world.STYLE}")
    drop(page, "marks-last.csv", world.LAST_SHEET)
    left = _list_unmatched(page, left)
    page.locator(".st-key-write button").click()
    page.locator(".st-key-onward").wait_for()

    assert _list_unmatched(page, left) == set()


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
    return {PSEUDO.sub("", part).strip() or "*" for part in parts}


def _list_unmatched(page, selectors):
    return set(
        page.evaluate("all => all.filter(one => !document.querySelector(one))", sorted(selectors))
    )

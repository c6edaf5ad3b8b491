"""What stands where, and that it stays there: only a browser shows it."""

import pytest

from tests.browser import world
from tests.browser.conftest import settle
from tests.browser.screens import HALL

pytestmark = pytest.mark.browser


@pytest.mark.long
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
    page.wait_for_function("() => window.runs >= 2", timeout=90_000)
    settle(page)

    assert page.get_by_test_id("board").evaluate("(now, then) => now === then", board)
    assert board.bounding_box() == before


def test_a_chart_that_comes_late_has_had_its_place_from_the_first(site, window):
    page, held = window(), []
    page.route("**/ArrowVegaLiteChart*.js", lambda route: held.append(route))  # noqa: PLW0108
    site.open(page, "/progress")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(1_000)
    before = page.evaluate(_PLACES)
    for route in held:
        route.continue_()
    page.wait_for_function(f"() => ({_COUNT_DRAWN})() === {len(before['charts'])}")
    page.wait_for_timeout(1_000)

    assert len(before["charts"]) > 1
    assert page.evaluate(_PLACES) == before


_COUNT_DRAWN = """() => [...document.querySelectorAll('[class*=st-key-][class*=_chart] svg.marks')]
    .filter(one => one.getClientRects().length).length"""
_PLACES = """() => {
    const list = selector => [...document.querySelectorAll(selector)]
        .filter(one => one.offsetParent)
        .map(one => one.getBoundingClientRect())
        .map(box => [Math.round(box.top), Math.round(box.height)]);
    return {
        charts: list('[class*=st-key-][class*=_chart]'),
        below: list('[data-testid=stMain] :is(h1, h2, h3), .st-key-footer'),
    };
}"""
_COUNT_RUNS = """
    window.runs = 0;
    const app = document.querySelector('[data-testid="stApp"]');
    new MutationObserver(() => {
        window.runs += app.dataset.testScriptState === 'notRunning';
    }).observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
"""

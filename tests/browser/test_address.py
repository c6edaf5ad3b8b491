"""What stands in the address is what the page shows, also on a server just started."""

import pytest
from playwright.sync_api import expect

from tests.browser import world
from tests.browser.conftest import settle

pytestmark = pytest.mark.browser


def test_the_first_request_to_a_cold_server_may_be_a_deep_link_with_filters(cold_site, window):
    page = cold_site.open(window(), f"/live?contest={world.BOARD}&lang=ru&region=KZ-75")

    expect(page.get_by_role("heading", level=1)).to_have_text("Веб-технологии")
    expect(page.locator(".st-key-filter_region input")).to_have_value("г. Алматы")
    expect(page.get_by_test_id("board").locator("tbody tr")).to_have_count(6)
    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_a_wrong_address_says_so_in_the_readers_language_and_leads_to_the_overview(site, browser):
    page = browser.new_page()  # the console calls the answer 404 an error, and it is meant
    answer = page.goto(f"{site.address}/contest?lang=ru")
    told = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Обзор").click()
    settle(page)

    assert (answer.status, told) == (404, "По этому адресу ничего нет")
    assert page.url == f"{site.address}/?lang=ru"
    assert page.evaluate("document.documentElement.lang") == "ru"
    page.close()


def test_page_address_and_headings_follow_the_chosen_language_and_filters_stay(site, window):
    page = site.open(window(), "/live?region=KZ-75&season=2026")
    told = [_tell(page)]
    for name in ("Русский", "English"):
        page.locator(".st-key-language button:visible").click()
        page.get_by_role("menuitem", name=name).or_(page.get_by_role("option", name=name)).click()
        page.wait_for_function(
            "former => document.documentElement.lang !== former", arg=told[-1][0]
        )
        settle(page)
        told.append(_tell(page))

    assert told == [
        ("kk", "Веб-технологиялар", "region=KZ-75&season=2026"),
        ("ru", "Веб-технологии", "lang=ru&region=KZ-75&season=2026"),
        ("en", "Web Technologies", "lang=en&region=KZ-75&season=2026"),
    ]


def _tell(page):
    """Return the language of the page, its heading, and the codes of its address."""
    lang = page.evaluate("document.documentElement.lang")
    codes = page.url.partition("?")[2].split("&")
    return lang, page.get_by_role("heading", level=1).inner_text(), "&".join(sorted(codes))


_FREE_POINT = """selector => {
    const tenths = [...Array(9).keys()].map(number => (number + 1) / 10);
    for (const one of document.querySelectorAll(selector)) {
        one.scrollIntoView({block: 'center'});
        const box = one.getBoundingClientRect();
        const points = tenths.flatMap(x => tenths.map(y =>
            [box.x + box.width * x, box.y + box.height * y]));
        const free = points.find(point => document.elementFromPoint(...point) === one);
        if (free) return free;
    }
    return null;
}"""  # the cities lie on their regions


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ("/", ".st-key-wide_participants_map .mark-shape path"),
        ("/progress", ".st-key-figure_progress_dots .mark-rect path"),
    ],
)
def test_a_click_on_the_map_or_on_a_row_filters_the_page_and_stands_in_the_address(
    site, window, path, mark
):
    page = site.open(window(1440, 1400), path)
    chosen = page.locator(".st-key-filter_region input")
    before = chosen.input_value()
    page.mouse.click(*page.wait_for_function(_FREE_POINT, arg=mark).json_value())
    page.wait_for_url("**region=KZ-*")
    settle(page)

    assert (before, chosen.input_value() in {"", before}) == ("Барлық өңір", False)

"""The days of three people: an organiser, a juror, an administrator, from the first screen on."""

import csv
import io
import re

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser import world
from tests.browser.conftest import drop, run_site, settle
from tests.browser.test_ledger import AFTER, BEFORE, list_findings, read_order, wait_for_order

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.fixture(scope="module")
def day(ledger, tmp_path_factory):
    """A ledger of its own: what the three do stays among them."""
    with run_site(ledger, tmp_path_factory.mktemp("days")) as running:
        yield running


def walk(page, menu, screen, address):
    """Go to a screen as people do: by the menu at the top."""
    page.get_by_role("button", name=menu, exact=True).click()
    page.locator("a:visible").filter(has_text=re.compile(f"{screen}$")).first.click()
    page.wait_for_url(re.compile(rf"/{address}\b"))
    settle(page)


def choose(page, label, words):
    """Choose from a list by typing, as with a keyboard alone."""
    box = page.get_by_role("combobox", name=re.compile(label)).first
    box.click()
    box.fill(words)
    page.get_by_role("option").first.click()
    settle(page)


def title(page):
    """Return the title with plain blanks: figures stay with their unit by others."""
    return " ".join(page.get_by_role("heading", level=1).inner_text().split())


def test_an_organiser_uploads_mends_sees_the_board_and_takes_it_back(day, window):
    page = day.open(window(), f"/live?contest={world.UPLOAD}")
    before = read_order(page)
    day.open(page, f"/upload?contest={world.UPLOAD}")
    drop(page, "web.csv", world.BROKEN_SHEET)
    wrong, said = list_findings(page), title(page)
    day.open(page, f"/upload?contest={world.UPLOAD}")
    drop(page, "web.csv", world.LAST_SHEET)
    ready = title(page)
    page.locator(".st-key-write button").click()
    page.locator(".st-key-onward").get_by_role("link", name="Кестеге өту").click()
    page.get_by_test_id("board").wait_for()
    wait_for_order(page, AFTER)

    assert before == BEFORE
    assert (sorted(wrong), said) == (
        ["above_maximum", "not_a_number", "unknown_entry"],
        "Парақ әзірге жазылмады: 3 ұяшық қате",
    )
    assert ready.startswith("6 жазба")

    walk(page, "Ұйымдастыру", "Бумалар", "batches")
    page.locator(".st-key-undo button").click()
    reason = page.locator(".st-key-undo_reason input")
    reason.fill("басқа жарыстың парағы")
    reason.press("Enter")
    page.locator(".st-key-undo_now button:enabled").click()
    expect(page.get_by_text("енді есепке алынбайды")).to_be_visible()
    day.open(page, f"/live?contest={world.UPLOAD}")

    assert read_order(page) == BEFORE


def test_a_juror_finds_what_is_missing_and_who_differs_and_enters_a_mark_on_a_phone(day, window):
    page = day.open(window(), "/")
    walk(page, "Қазылар", "Менің жарыстарым", "my-contests")
    day.open(page, f"/my-contests?contest={world.STYLE}")
    row = page.get_by_test_id("marking").locator("tbody tr").first
    missing = row.locator(".k-col-entries").inner_text()
    page.get_by_role("link", name="Төрешілер", exact=True).last.click()
    page.wait_for_url("**/judges**")
    settle(page)
    expect(page.locator("table").first).to_contain_text("Екінші төреші")

    phone = day.open(window(390, 844), f"/marks?contest={world.STYLE}")
    most = phone.locator(".st-key-narrow_marks button").filter(has_text=re.compile("^20$"))
    most.last.click()
    phone.locator(".st-key-write_marks button:enabled").click()
    expect(phone.get_by_text(re.compile("бума болып жазылды|бума ретінде жазылды"))).to_be_visible()
    day.open(page, f"/my-contests?contest={world.STYLE}")
    row = page.get_by_test_id("marking").locator("tbody tr").first

    assert int(missing) - int(row.locator(".k-col-entries").inner_text()) == 1


def test_an_administrator_filters_to_the_region_finds_the_gap_and_takes_the_quota_away(day, window):
    page = day.open(window(), "/")
    choose(page, "өңір|Өңір", "Алматы қ.")
    page.locator(".st-key-my_region button:visible").click()
    settle(page)
    walk(page, "Прогресс", "Өңірлер", "progress")
    gap = title(page)
    with page.expect_download() as taken:
        page.locator(".st-key-progress_download button:visible").click()
        page.get_by_role("button", name="CSV", exact=True).click()
    rows = list(csv.DictReader(io.StringIO(taken.value.path().read_text("utf-8-sig"))))
    walk(page, "Іріктеу", "Квоталар", "quotas")
    with page.expect_download() as handed:
        page.locator(".st-key-handout button:visible").click()
        page.get_by_role("button", name="XLSX", exact=True).click()
    sheet = load_workbook(io.BytesIO(handed.value.path().read_bytes())).active

    assert "region=KZ-75" in page.url
    assert ("82,5 %" in gap, "85 %" in gap) == (True, True)
    assert [row["region"] for row in rows if row["region"] == "KZ-75"] != []
    assert sheet.max_row > 1
    day.open(page, "/progress")
    page.locator(".st-key-my_region button:visible").click()
    page.wait_for_url("**region=KZ-75**")

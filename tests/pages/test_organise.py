"""The organiser's screens: contests, participants, applications, mark entry, readiness."""

import datetime as dt
import re

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.store import MEMORY, Reader, open_store, query, read_head
from kasipkor_core.ui import applying, new_contest, screen_sheet
from tests.giving import CONTESTS, REPUBLIC, give

PAGES = house.ROOT / "pages" / "organise"
OBLAST = "worldskills-2026-oblast-KZ-35-17"
ENTRIES = "entry,name,region\n01,Әлия Серік,KZ-75\n02,Болат Оспан,KZ-35\n"
SCHEME = "sub_criterion,name,day,type,aspect,description,max_mark\nA1,Work,1,M,A1.M1,first,100\n"
EXPERTS = "contest,name,region,role\n" + "".join(
    f"{REPUBLIC},{name},KZ-{code},judge\n" for name, code in (("Дана Ким", 11), ("Ерлан Ким", 15))
)
SCORES = "entry,name,region,total\n01,Дана,KZ-35,80\n02,Ерлан,KZ-35,70\n"
TODAY = dt.date(2026, 11, 26)
FORM = {
    "organisation": "Ақтау колледжі",
    "full_name": "Әлия Серік",
    "profession": "аспаз",
    "phones": "+7 701 000 00 00",
    "email": "aliya@example.kz",
    "region": "KZ-47",
    "industry": None,
    "consent": True,
}


@pytest.fixture(scope="module")
def opened():
    """One ledger for the module; its tests add to it and count nothing."""
    store = open_store(MEMORY)
    give(store, CONTESTS, kind="contests")
    give(store, SCHEME, kind="scheme", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries", contest=REPUBLIC)
    give(store, EXPERTS, kind="experts")
    give(store, SCORES, kind="scores", contest=OBLAST)
    yield store
    store.close()


def open_page(store, name, **codes):
    ui.use_store(store)
    page = AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=60)
    return _run(page, codes)


def open_in_frame(store, name, **codes):
    """Open a page that leads to others: only the frame knows them."""
    ui.use_store(store)
    app = AppTest.from_file(str(house.ROOT / "app.py"), default_timeout=60)
    return _run(app.run().switch_page(f"pages/organise/{name}.py"), codes)


def _run(page, codes):
    for parameter, code in {"lang": "en", **codes}.items():
        page.query_params[parameter] = code
    return page.run()


def show(store, sql):
    return query(store, sql, Reader(as_of=read_head(store))).to_pylist()


def test_no_step_is_done_for_a_file_that_was_not_read(opened):
    page = open_page(opened, "upload")
    page.file_uploader(key="sheets").upload("scores.xlsx", b"%PDF-1.7\n", "application/pdf").run()

    assert page.title[0].value == "The file could not be read; nothing was written"
    assert [one.value for one in page.markdown if ":material/" in one.value] == [
        ":orange[:material/error: Not read]"
    ]


@pytest.mark.long
def test_a_contest_is_signed_and_published_with_reasons_from_its_page(opened):
    page = open_in_frame(opened, "contests", contest=OBLAST)
    titles = [page.title[0].value]
    page.text_input(key="sign_off_reason").set_value("complete").run()
    page.button(key="sign_off_now").click().run()
    titles.append(page.title[0].value)
    page.button(key="publish_now").click().run()
    titles.append(page.title[0].value)

    assert titles == [
        "Web Technologies: all marked, not signed",
        "Web Technologies: signed",
        "Web Technologies: published",
    ]
    assert not page.exception


@pytest.mark.long
def test_a_contest_that_is_not_complete_offers_no_signature(opened):
    page = open_in_frame(opened, "contests", contest=REPUBLIC)

    assert page.title[0].value == "Web Technologies: planned"
    assert "sign_off_now" not in {button.key for button in page.button}


@pytest.mark.long
def test_the_list_of_contests_says_how_many_wait_and_a_filter_may_leave_none(opened):
    listed = open_page(opened, "contests")
    empty = open_page(opened, "contests", season="1999", lang="kk")

    assert "for a signature" in listed.title[0].value
    assert (empty.title[0].value, len(empty.exception)) == ("Сүзгіге сай жарыс жоқ", 0)


@pytest.mark.long
def test_a_new_contest_is_a_sheet_of_one_row_and_its_findings_are_told(opened):
    ui.use_store(opened)
    values = {"programme": "worldskills", "season": 2026, "level": "oblast", "unit": "17"}
    lacking = screen_sheet.check(new_contest.make_sheet(values))
    given = screen_sheet.write(new_contest.make_sheet(values | {"region": "KZ-43"}))
    again = screen_sheet.write(new_contest.make_sheet(values | {"region": "KZ-43"}))
    found = show(opened, "select state from mart.contests where contest like '%KZ-43-17'")

    assert (lacking.is_clean, given.receipt.records, again.receipt) == (False, 1, None)
    assert found == [{"state": "planned"}]


def test_a_region_is_left_out_where_the_level_has_none():
    sheet = new_contest.make_sheet({"programme": "worldskills", "level": "republic", "region": "x"})

    assert dict(zip(sheet.header, sheet.rows[0], strict=True))["region"] == ""


def test_a_name_is_found_in_other_letters(opened):
    page = open_page(opened, "participants")
    page.text_input(key="people_search").set_value("Aliya").run()

    assert page.title[0].value == "1 participant is found"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, {"Әлия", "Болат", "Дана", "Ерлан"}),
        ({"region": "KZ-75"}, {"Әлия"}),
        ({"region": "KZ-35"}, {"Болат", "Дана", "Ерлан"}),
        ({"region": "KZ-35", "level": "oblast"}, {"Дана", "Ерлан"}),
        ({"season": "1999"}, set()),
    ],
)
def test_filters_leave_the_participants_of_a_region_level_and_season(opened, filters, found):
    page = open_page(opened, "participants", **filters)
    html = "".join(one.proto.body for one in page.get("html"))

    assert {name for name in ("Әлия", "Болат", "Дана", "Ерлан") if name in html} == found


def test_bp_05_an_application_gets_a_receipt_and_a_late_one_a_warning(opened):
    ui.use_store(opened)
    fields = [
        {"field": name, "label": name, "is_required": name != "industry", "due_on": None}
        for name in FORM
    ]
    missing = applying.list_missing(fields, FORM | {"email": " ", "consent": False})
    outcome = screen_sheet.write(applying.make_sheet(fields, FORM, TODAY))
    rows = show(opened, "select receipt, name, status, due_on, missing from mart.applications")

    assert missing == ["email", "consent"]
    assert {one.code for one in outcome.findings} >= {"late_application"}
    assert rows == [
        {
            "receipt": f"{outcome.receipt.batch_no}-1",
            "name": "Әлия Серік",
            "status": "late",
            "due_on": dt.date(2023, 1, 20),
            "missing": [],
        }
    ]


@pytest.mark.parametrize(
    ("inclusive", "today", "said"),
    [
        (True, dt.date(2023, 1, 20), "Applications are taken until the end of 20 January 2023."),
        (True, dt.date(2023, 1, 21), "The deadline was 20 January 2023."),
        (False, dt.date(2023, 1, 20), "The deadline was 19 January 2023."),
    ],
)
def test_bp_03_the_last_day_counts_unless_the_ruleset_says_otherwise(inclusive, today, said):
    fields = [{"due_on": dt.date(2023, 1, 20), "is_due_inclusive": inclusive}]

    assert applying.say_deadline(fields, today, "en").replace("\xa0", " ").startswith(said)


def test_the_form_says_what_is_missing_and_sends_nothing(opened):
    before = read_head(opened)
    page = open_page(opened, "participants", view="apply")
    page.button[-1].click().run()

    assert page.error[0].value.startswith("Not sent:")
    assert read_head(opened) == before


def test_mark_entry_counts_the_marks_of_its_form_and_offers_nothing_to_write_at_first(opened):
    page = open_page(opened, "marks", contest=REPUBLIC)
    page.selectbox(key=f"judge_{_number(opened)}").set_value("Дана Ким").run()

    assert page.title[0].value == "A1: 0 of 2 marks entered"
    assert page.button(key="write_marks").disabled


@pytest.mark.long
def test_marks_of_the_phone_form_are_saved_compared_and_written(opened):
    page = open_page(opened, "marks", contest=REPUBLIC)
    page.selectbox(key=f"judge_{_number(opened)}").set_value("Ерлан Ким").run()
    key = f"phone_{REPUBLIC}|A1|Ерлан Ким|first_01_A1.M1"
    page.segmented_control(key=key).set_value(100).run()
    page.button(key="write_marks").click().run()
    rows = show(
        opened, "select entry, aspect, judge, value from mart.lineage where number = 'mark'"
    )

    assert rows == [{"entry": "01", "aspect": "A1.M1", "judge": "Ерлан Ким", "value": 100}]
    assert page.title[0].value == "A1: 1 of 2 marks entered"


def _number(store):
    sql = f"select contest_no from mart.contests where contest = '{REPUBLIC}'"
    return show(store, sql)[0]["contest_no"]


def test_readiness_has_a_finding_as_its_title(opened):
    page = open_page(opened, "readiness")

    assert "cannot be published yet" in page.title[0].value
    assert not page.exception


def test_the_radar_shows_skills_by_regions_and_each_problem_with_owner_and_day(opened):
    page = open_page(opened, "readiness")
    shown = " ".join(one.proto.body for one in page.get("html"))

    assert 'data-testid="radar"' in shown
    assert "No chief expert is named" in shown
    assert re.search(r'<span class="k-under">[a-z ]+ · \d+\W\w+\W2026 · overdue<', shown)

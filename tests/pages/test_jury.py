"""The pages of juries and the archive: what waits, ties and decisions, judges, past results."""

import dataclasses

import pytest

from kasipkor_core.store import append_decision, query, read_now
from kasipkor_core.ui import marking, ties, why
from kasipkor_core.ui.session import Eyes, see_with
from tests.giving import REPUBLIC, confirm, give, hold_contests
from tests.pages.test_why import ENTRIES, SCHEME, open_page, sheet
from tests.ready import lend

OPEN = sheet({("03", "A1.J1"): (0, 3), ("02", "B1.M1"): ()})
PROFESSIONALS = "best-professionals-2026-oblast-KZ-43-education"
CONTEST = "programme,season,level,region,unit\nbest-professionals,2026,oblast,KZ-43,education\n"
TIED = """entry,name,region,judge,total
01,Қасымова Әлия,KZ-43,Бірінші,80
02,Алиев Ерлан,KZ-43,Бірінші,80
03,Ким Иван,KZ-43,Бірінші,60
"""
FURTHER = "04,Ли Анна,KZ-43,Бірінші,60\n"


def mark(store):
    """Hold a contest with a re-score, a mark that is missing, and judges."""
    hold_contests(store)
    give(store, SCHEME, kind="scheme", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries", contest=REPUBLIC)
    give(store, OPEN, kind="marks", contest=REPUBLIC)


def tie(store):
    """Hold a contest in which two share the first place and only one may win (BP-15)."""
    give(store, CONTEST, kind="contests")
    confirm(store, PROFESSIONALS)
    give(store, TIED, kind="scores", contest=PROFESSIONALS)


marked, tied = lend("jury_marked", mark), lend("jury_tied", tie)


def texts(page):
    """Return all HTML of a page as one text."""
    return "".join(one.proto.body for one in page.get("html"))


def test_wm_08_a_juror_sees_what_is_missing_and_where_judges_disagree(marked):
    page = open_page(marked, "jury/contests.py", contest=REPUBLIC, lang="en")

    assert page.title[0].value == "1 contest waits for marks or a signature"
    assert "1 aspect to be scored again: the judges differ too much" in texts(page)
    assert "Төреші 1 0 · Төреші 2 3" in texts(page)
    assert "any judge 1" in texts(page)


def test_bp_16_a_contest_is_signed_with_a_reason_when_nothing_is_missing(marked):
    give(marked, sheet(), kind="marks", contest=REPUBLIC, replaces="yes")
    page = open_page(marked, "jury/contests.py", contest=REPUBLIC, lang="en")
    page.text_input(key="decide_reason").set_value("All three experts agree").run()
    page.button(key="decide_now").click().run()
    state = query(
        marked,
        "select state from mart.contests where contest = $contest",
        read_now(marked),
        contest=REPUBLIC,
    )

    assert state["state"].to_pylist() == ["signed"]
    assert page.title[0].value == "No contest waits for a jury"


def test_nothing_of_the_jurys_part_of_live_is_read_before_it_is_opened(marked, monkeypatch):
    monkeypatch.setattr(marking, "show_marking", lambda *_: 1 / 0)
    page = open_page(marked, "results/live.py", contest=REPUBLIC, lang="en")

    assert [one.label for one in page.expander] == [
        "For the jury: what is missing, where judges disagree"
    ]


@pytest.mark.long
def test_bp_15_a_tie_is_decided_with_names_and_reason_and_both_are_kept(tied):
    page = open_page(tied, "jury/ties.py", lang="en")
    before = page.title[0].value
    page.radio(key="decide_choice").set_value("The first place goes to Алиев Ерлан").run()
    page.text_input(key="decide_reason").set_value("vote 3:2").run()
    page.button(key="decide_now").click().run()
    rows = query(tied, "select entry, award, decided_by from mart.awards", read_now(tied))

    assert before == "1 tie waits for the jury"
    assert page.title[0].value == "1 place is shared, none waits for the jury"
    assert [row for row in rows.to_pylist() if row["award"] == "winner"] == [
        {"entry": "02", "award": "winner", "decided_by": "jury"}
    ]
    assert "vote 3:2" in texts(page)


def test_what_a_decision_changes_is_shown_before_it_is_recorded_and_what_is_shown_is_approved(tied):
    page = open_page(tied, "jury/ties.py", lang="en")
    page.radio(key="decide_choice").set_value("The first place goes to Алиев Ерлан").run()
    page.button(key="decide_ahead").click().run()
    shown = "".join(one.proto.body for one in page.get("html"))
    page.text_input(key="decide_reason").set_value("vote 3:2").run()
    page.button(key="decide_now").click().run()
    rows = query(tied, "select entry from mart.awards where award = 'winner'", read_now(tied))

    assert 'data-testid="changes_results"' in shown
    assert "Алиев Ерлан" in shown
    assert rows.to_pylist() == [{"entry": "02"}]
    assert not page.exception


def test_of_many_shared_places_the_first_are_drawn_and_the_others_counted(tied, monkeypatch):
    give(tied, TIED + FURTHER, kind="scores", contest=PROFESSIONALS, replaces="yes")
    monkeypatch.setattr(ties, "MOST", 1)
    page = open_page(tied, "jury/ties.py", lang="en")
    monkeypatch.setattr(ties, "MOST", 2)
    whole = open_page(tied, "jury/ties.py", lang="en")

    assert [texts(one).count('data-testid="tie"') for one in (page, whole)] == [1, 2]
    assert [one.value for one in page.caption if "more place" in one.value] == [
        "1 more place is shared: choose a region, a skill or a contest."
    ]
    assert not [one.value for one in whole.caption if "more place" in one.value]


@pytest.mark.long
def test_a_decision_without_a_reason_cannot_be_pressed(tied):
    page = open_page(tied, "jury/ties.py")

    assert page.button(key="decide_now").disabled


@pytest.mark.long
def test_judges_are_not_compared_where_there_are_few_participants(marked):
    page = open_page(marked, "jury/judges.py", contest=REPUBLIC, lang="en")

    assert page.title[0].value == "Too few participants to compare the judges"
    assert any("official result is not adjusted" in one.value for one in page.markdown)


FOUND = {
    "Алия": "1 result for “Алия”",
    "Aliya": "1 result for “Aliya”",
    "kasymova alia": "1 result for “kasymova alia”",
    "нет такого": "No final result is found",
    "": "3 final results, seasons: 1",
}


@pytest.mark.long
def test_the_archive_finds_a_name_by_any_of_its_letters_and_a_regions_medals(marked):
    give(marked, sheet(), kind="marks", contest=REPUBLIC, replaces="yes")
    append_decision(
        marked, "sign_off", subject=REPUBLIC, value="chief_expert", actor="chief", reason="done"
    )
    titles = {
        typed: open_page(marked, "results/archive.py", q=typed, lang="en").title[0].value
        for typed in FOUND
    }
    page = open_page(marked, "results/archive.py", region="KZ-71", lang="en")

    assert titles == FOUND
    assert page.title[0].value == "1 final result, seasons: 1"
    assert any("Medals over the seasons" in one.value for one in page.markdown)


@pytest.mark.long
def test_what_is_not_final_is_not_in_the_archive(marked):
    page = open_page(marked, "results/archive.py", lang="en")

    assert page.title[0].value == "No final result is found"


def test_wm_08_places_hidden_from_a_role_are_not_told_by_the_walk_either():
    contest = {"is_final": False, "show_places_while_marking": False}
    who = dataclasses.replace(see_with(Eyes(1, "staff", "kk", "local")), role="expert")

    assert (why.sees_places(who, contest), why.sees_places(who, {**contest, "is_final": True})) == (
        False,
        True,
    )

"""Four eyes on the page of a contest: who did each step, the check, and the refusal in words."""

import pytest

from tests.giving import give
from tests.pages.test_jury import texts
from tests.pages.test_why import open_page
from tests.web.people import CONTEST, be, identify

SCORES = "entry,name,region,total\n01,Дана,KZ-35,80\n02,Ерлан,KZ-35,70\n"
MORE = "entry,name,region,total\n03,Айгүл,KZ-35,60\n"
EXPERT, CHIEF = identify("expert").person, identify("chief_expert").person


def open_contest(store):
    return open_page(store, "jury/contests.py", contest=CONTEST, lang="en")


def keys(page):
    return {button.key for button in page.button}


def test_wm_09_an_expert_checks_what_others_entered_and_the_page_says_who(season, monkeypatch):
    give(season, SCORES, kind="scores", contest=CONTEST, actor=CHIEF, name="day-1.csv")
    give(season, MORE, kind="scores", contest=CONTEST, actor=EXPERT, name="day-2.csv")
    be(season, "expert", monkeypatch)
    page = open_contest(season)
    before, choices = texts(page), [one.options for one in page.selectbox if one.key]
    page.text_input(key="check_reason").set_value("as on paper").run()
    page.button(key="check_now").click().run()
    after = texts(page)

    assert "Checked by a second person · 0 / 2" in before
    assert "next: somebody who entered none of it" in before
    assert not any("2 · day-1.csv" in options for options in choices)
    assert "Checked by a second person · 1 / 2" in after
    assert "check_now" not in keys(page)
    assert any("You entered these sheets" in one.value for one in page.markdown)


@pytest.mark.long
def test_bp_16_whoever_entered_reads_why_the_signature_is_refused(season, monkeypatch):
    give(season, SCORES, kind="scores", contest=CONTEST, actor=CHIEF)
    be(season, "chief_expert", monkeypatch)
    page = open_contest(season)
    page.text_input(key="decide_reason").set_value("seen").run()
    page.button(key="decide_now").click().run()
    said = " ".join(one.value for one in (*page.error, *page.warning, *page.markdown))

    assert f"{CHIEF} entered batch 2 of" in said
    assert "Let a second person check the sheet first, or sign." in said


@pytest.mark.long
def test_where_nobody_is_asked_to_sign_in_the_page_says_that_four_eyes_are_not_kept(season):
    give(season, SCORES, kind="scores", contest=CONTEST)
    page = open_contest(season)

    assert any("four eyes are not kept here" in one.value for one in page.markdown)
    assert "check_now" in keys(page)

"""Appeals and draws on the page: what is entered, what the next step is, what the public reads."""

import pytest

from kasipkor_core.store import append_decision, append_publication, query, read_head, read_now
from tests.giving import confirm, give
from tests.pages.test_jury import CONTEST, PROFESSIONALS, TIED, texts
from tests.pages.test_why import open_page
from tests.web.people import CONTEST as OWN
from tests.web.people import be, identify

SCORES = "entry,name,region,total\n01,Дана Ким,KZ-35,80\n02,Ерлан Оспан,KZ-35,70\n"
WORDS = "A3 дұрыс қосылмаған, 8 701 111 22 33"


def open_appeals(store, **codes):
    return open_page(store, "govern/appeals.py", lang="en", **codes)


def show(store, sql):
    return query(store, sql, read_now(store)).to_pylist()


def test_an_appeal_is_entered_and_admitted_on_its_page(season):
    give(season, SCORES, kind="scores", contest=OWN)
    page = open_appeals(season, contest=OWN)
    titles = [page.title[0].value]
    page.selectbox(key="appeal_entry").set_value("02")
    page.text_area(key="appeal_words").set_value(WORDS)
    next(one for one in page.button if one.label == "Enter").click().run()
    titles.append(page.title[0].value)
    register = texts(page)
    page.text_input(key="ruling_admitted_reason").set_value("in time").run()
    page.button(key="ruling_admitted_now").click().run()
    found = show(season, "select entry, about, state, reason from mart.appeals")

    assert titles == ["Nobody has appealed", "1 appeal waits"]
    assert "Ерлан Оспан" in register
    assert found == [{"entry": "02", "about": "marks", "state": "admitted", "reason": WORDS}]
    assert {button.key for button in page.button} >= {"ruling_upheld_now", "ruling_rejected_now"}
    assert not page.exception


@pytest.mark.long
def test_an_appeal_without_words_is_refused_and_stays_in_the_form(season):
    give(season, SCORES, kind="scores", contest=OWN)
    page = open_appeals(season, contest=OWN)
    next(one for one in page.button if one.label == "Enter").click().run()

    assert page.title[0].value == "Nobody has appealed"
    assert not page.exception


@pytest.mark.long
def test_the_public_reads_the_notice_without_persons_and_is_offered_nothing(season, monkeypatch):
    give(season, SCORES, kind="scores", contest=OWN)
    told = {"subject": f"{OWN}/02", "actor": "jury", "reason": WORDS}
    number = append_decision(season, "appeal", value="sum", **told)
    append_decision(season, "ruling", value=f"{number} admitted", **told)
    append_decision(season, "ruling", value=f"{number} rejected", **told)
    signed = {"subject": OWN, "value": "signed", "actor": "chief", "reason": "seen"}
    append_decision(season, "sign_off", **signed)
    append_publication(season, [OWN], as_of=read_head(season), actor="office")
    monkeypatch.setenv("KASIPKOR_IDENTITY", "on")
    be(season, "public", monkeypatch)
    page = open_appeals(season, contest=OWN)
    tables = [one.proto.body for one in page.get("html")]
    register = next(body for body in tables if 'data-testid="appeals"' in body)

    assert "✓ closed · rejected" in register
    assert "the sum of the points" in register
    assert [word for word in ("Ерлан", "8 701", "jury", "/02") if word in register] == []
    assert [body for body in tables if "Ерлан" in body or "8 701" in body] == []
    assert not page.text_area
    assert any("working days after the publication" in one.value for one in page.markdown)


@pytest.mark.long
def test_bp_15_lots_are_drawn_on_the_page_and_the_record_shows_the_numbers(store, monkeypatch):
    give(store, CONTEST, kind="contests")
    confirm(store, PROFESSIONALS)
    give(store, TIED, kind="scores", contest=PROFESSIONALS)
    be(store, "local", monkeypatch)
    page = open_page(store, "jury/ties.py", lang="en")
    page.text_input(key="draw_reason").set_value("protocol 4").run()
    page.button(key="draw_now").click().run()
    waiting = texts(page)
    given = page.text_input(key="draw_given").value
    page.text_input(key="draw_given").set_value("another").run()
    page.text_input(key="reveal_reason").set_value("protocol 4").run()
    page.button(key="reveal_now").click().run()
    refused = show(store, "select seed from mart.draws")
    page.text_input(key="draw_given").set_value(given).run()
    page.text_input(key="reveal_reason").set_value("protocol 4").run()
    page.button(key="reveal_now").click().run()
    rows = show(store, "select drawn, entry, number from mart.draws order by drawn")
    won = show(store, "select entry from mart.leaderboard where award = 'winner'")

    assert "not revealed" in waiting
    assert {row["seed"] for row in refused} == {None}
    assert won == [{"entry": rows[0]["entry"]}]
    assert rows[0]["number"][:12] in texts(page)
    assert not page.exception


@pytest.mark.long
def test_a_juror_without_the_right_to_decide_sees_the_record_and_no_draw(store, monkeypatch):
    give(store, CONTEST, kind="contests")
    confirm(store, PROFESSIONALS)
    give(store, TIED, kind="scores", contest=PROFESSIONALS)
    signed = {"subject": PROFESSIONALS, "value": "signed", "actor": "chief", "reason": "seen"}
    append_decision(store, "sign_off", **signed)  # before it a jury sees no places (WM-08)
    be(store, "auditor", monkeypatch)
    page = open_page(store, "jury/ties.py", lang="en")

    assert identify("auditor").role == "auditor"
    assert "What is compared" in texts(page)
    assert "draw_now" not in {button.key for button in page.button}

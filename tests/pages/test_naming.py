"""Contests: how the public reads names, and the decision about it."""

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.store import query, read_now
from tests.giving import REPUBLIC, give, hold_contests
from tests.ready import open_played
from tests.store import test_names_at_the_next_level as below
from tests.web.people import be

ENTRIES = """entry,name,birth_date
01,Сейтова Әлия,2010-05-01
02,Бекова Дана,2005-01-01
03,Ким Аян,
"""


def play(store):
    hold_contests(store)
    give(store, ENTRIES, kind="entries", contest=REPUBLIC)


@pytest.fixture
def held():
    store = open_played("naming", play)
    ui.use_store(store)
    yield store
    store.close()


def open_page():
    app = AppTest.from_file(str(house.ROOT / "app.py"), default_timeout=60)
    app = app.run().switch_page("pages/organise/contests.py")
    app.query_params["contest"], app.query_params["lang"] = REPUBLIC, "en"
    page = app.run()
    assert len(page.exception) == 0
    return page


def say(page):
    return " ".join(one.value for one in page.markdown)


def read_public_names(store):
    sql = "select entry, public_name as name from mart.public_names order by entry"
    return {row["entry"]: row["name"] for row in query(store, sql, read_now(store)).to_pylist()}


def test_whoever_decides_sees_who_is_a_minor_whose_name_changes_and_decides(held):
    page = open_page()
    before = say(page)
    page.button(key="naming_ahead").click().run()
    foreseen = say(page)
    page.text_input(key="naming_reason").set_value("consent").run()
    page.button(key="naming_now").click().run()
    after = say(page)

    assert "The public reads all names in full · 1 participant is a minor" in before
    assert "of 1 participant no birth date is known" in before
    assert "Names in public 1" in foreseen
    assert "1 name is short" in after
    assert read_public_names(held) == {"01": "Сейтова Ә.", "02": None, "03": None}


@pytest.mark.long
def test_one_entry_may_have_a_decision_of_its_own(held):
    page = open_page()
    page.selectbox(key="naming_of").set_value("03").run()
    page.selectbox(key="naming_how").set_value("short").run()
    page.text_input(key="naming_reason").set_value("letter").run()
    page.button(key="naming_now").click().run()

    assert read_public_names(held) == {"01": None, "02": None, "03": "Ким А."}


@pytest.mark.long
def test_whoever_may_not_decide_sees_how_it_is_and_no_button(held, monkeypatch):
    be(held, "auditor", monkeypatch)
    page = open_page()

    assert "The public reads all names in full" in say(page)
    assert [one.key for one in page.button if str(one.key).startswith("naming")] == []


@pytest.mark.long
def test_what_came_with_an_entry_from_below_is_said_with_its_contest():
    store = open_played("names-below", below.hold)
    ui.use_store(store)
    below.decide(store)
    below.advance(store)
    page = open_page()
    said = [one.value for one in page.caption if one.value.startswith("01 ·")]
    page = page.switch_page("pages/jury/ties.py").run()
    listed = " ".join(one.proto.body for one in page.get("html"))

    assert len(said) == 1
    assert said[0].startswith("01 · Сейтова Әлия: all names short. Decided in ")
    assert said[0].endswith("entry a.")
    assert "letter 12 · Decided in " in listed
    assert not page.exception
    store.close()

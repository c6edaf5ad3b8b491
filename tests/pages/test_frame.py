"""The frame and the pages inside it, as app.py runs them."""

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from tests.giving import give

SCORES = """contest,entry,name,region,A,B
worldskills-2026-oblast-KZ-35-17,01,Алиев Ерлан,KZ-35,40,47.42
worldskills-2026-oblast-KZ-35-17,02,Бекова Дана,KZ-35,40,
"""


@pytest.fixture
def board(season):
    give(season, SCORES, kind="scores")
    return season


def open_app(store, **query):
    ui.use_store(store)
    app = AppTest.from_file(str(house.ROOT / "app.py"), default_timeout=30)
    for name, code in query.items():
        app.query_params[name] = code
    return app.run()


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("kk", "Қазір 1 жарыс жүріп жатыр, 1 іс сізді күтеді"),
        ("ru", "Сейчас идёт 1 соревнование, вас ждёт 1 дело"),
        ("en", "1 contest is being marked now, 1 matter waits for you"),
    ],
)
def test_the_overview_says_how_many_contests_are_being_marked_and_what_waits(board, lang, title):
    assert [one.value for one in open_app(board, lang=lang).title] == [title]


@pytest.mark.long
def test_a_filter_that_leaves_nothing_says_so_and_keeps_the_bar(board):
    app = open_app(board, lang="en", season="1999")

    assert (app.title[0].value, app.button(key="my_region").label, len(app.error)) == (
        "No contest is being marked now",
        "My region",
        0,
    )


@pytest.mark.long
def test_an_empty_ledger_has_an_overview_too(store):
    assert len(open_app(store).error) == 0


@pytest.mark.long
def test_every_page_says_that_the_visitor_is_local(board):
    said = [one.value for one in open_app(board, lang="en").caption]

    assert any(sentence.startswith("Nobody is asked to sign in") for sentence in said)


def test_an_error_of_the_program_is_told_by_a_number_and_never_by_a_trace(board, monkeypatch):
    monkeypatch.setattr("kasipkor_core.ui.overview.title", lambda *_: 1 / 0)
    app = open_app(board, lang="en")

    assert [one.value.split(";")[0] for one in app.error] == ["This page could not be shown"]
    assert "ZeroDivisionError" not in str(app.main)

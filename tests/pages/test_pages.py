"""The pages on Streamlit's own test bench: address, language, acts, errors."""

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.store import read_head
from kasipkor_core.ui import batches

PAGES = house.ROOT / "pages"


def open_page(store, path, **query):
    ui.use_store(store)
    page = AppTest.from_file(str(PAGES / path), default_timeout=20)
    for name, code in query.items():
        page.query_params[name] = code
    return page.run()


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("kk", "1 бума, бәрі күшінде"),
        ("ru", "1 пакет, действует"),
        ("en", "1 batch, all in force"),
        ("xx", "1 бума, бәрі күшінде"),
    ],
)
def test_the_language_of_the_address_is_spoken_and_an_unknown_one_is_kazakh(season, lang, title):
    page = open_page(season, "organise/batches.py", lang=lang)

    assert [one.value for one in page.title] == [title]


def test_the_list_of_batches_names_the_contest_and_its_number_leads_to_the_act():
    row = {
        "batch_no": 7,
        "kind": "sheet",
        "sheet_kind": "marks",
        "in_force": True,
        "contest": "worldskills-2026-republic-17",
        "rows": 75,
        "at": dt.datetime(2026, 11, 27, 5, 50, tzinfo=dt.UTC),
        "actor": "jury.17",
    }
    names = {row["contest"]: "Web Technologies · 2026/27"}
    html = batches.render_list([row], "en", names=names, link={"region": "KZ-75"})

    assert '<a href="?region=KZ-75&amp;batch=7&amp;lang=en" target="_self">7</a>' in html
    assert "Web Technologies · 2026/27 · 75 records" in html
    assert row["contest"] not in html


def test_a_batch_is_undone_with_a_reason_and_the_undo_can_be_undone(season):
    page = open_page(season, "organise/batches.py", lang="en")
    for reason in ("wrong file", "right after all"):
        page.button(key="undo").click().run()
        page.text_input(key="undo_reason").set_value(reason).run()
        page.button(key="undo_now").click().run()

    assert (page.title[0].value, read_head(season)) == ("3 batches, 1 not in force", 3)


def test_an_undo_without_a_reason_cannot_be_pressed(season):
    page = open_page(season, "organise/batches.py")
    page.button(key="undo").click().run()

    assert page.button(key="undo_now").disabled


def test_a_filter_in_the_address_is_chosen_in_the_list(season):
    page = open_page(season, "organise/batches.py", region="KZ-35", lang="en")

    assert page.selectbox(key="filter_region").value == "KZ-35"


def test_a_choice_in_the_list_goes_into_the_address_as_a_code(season):
    page = open_page(season, "organise/batches.py", contest="some", lang="en")
    page.selectbox(key="filter_region").set_value("KZ-71").run()

    assert dict(page.query_params) == {"region": "KZ-71", "lang": "en"}


def test_a_code_that_does_not_exist_is_shown_as_no_choice(season):
    page = open_page(season, "organise/batches.py", region="KZ-99")

    assert page.selectbox(key="filter_region").value == ""


def test_an_empty_ledger_says_so_and_what_to_do(store):
    page = open_page(store, "organise/batches.py", lang="en")

    assert [one.value for one in page.title] == ["Nothing has been written yet"]

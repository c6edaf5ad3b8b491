"""The screen of documents: what can be issued, the act, what is issued."""

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.store import query, read_now
from tests.documents.before import announce
from tests.documents.elsewhere import IIN, make_certificate, sign_file
from tests.documents.season import PEOPLE, hand_out, list_states, play, sign, write_scores
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import open_ready

PAGE = house.ROOT / "pages" / "organise" / "documents.py"
TIES = house.ROOT / "pages" / "jury" / "ties.py"


@pytest.fixture
def ledger():
    store = open_ready()
    yield store
    store.close()


def open_page(store, path=PAGE, **codes):
    ui.use_store(store)
    page = AppTest.from_file(str(path), default_timeout=60)
    for parameter, code in {"lang": "en", **codes}.items():
        page.query_params[parameter] = code
    return page.run()


@pytest.mark.long
def test_before_a_result_is_final_the_screen_says_what_is_to_be_done(ledger):
    give(ledger, CONTESTS, kind="contests")
    page = open_page(ledger)

    assert not page.exception
    assert page.title[0].value == "No result is final yet"
    assert "Upload its entries" in "".join(one.value for one in page.markdown)


def list_buttons(page):
    return [one.proto.label for one in page.get("download_button")]


@pytest.mark.long
def test_before_a_contest_begins_the_screen_offers_its_papers_and_no_result(ledger):
    announce(ledger)
    page = open_page(ledger, contest=REPUBLIC)

    assert not page.exception
    assert page.title[0].value == "The papers before the contest can be printed"
    said = "Confirmation of participation"
    assert list_buttons(page) == ["Start list", "Marking forms", "Badges", said, f"{said} (ZIP)"]
    assert "issue_now" not in {button.key for button in page.button}


@pytest.mark.long
def test_workplaces_are_drawn_on_the_screen_of_documents_by_a_hash_and_then_a_seed(ledger):
    announce(ledger)
    page = open_page(ledger, contest=REPUBLIC)
    page.text_input(key="workplace_draw_reason").set_value("protocol 1").run()
    page.button(key="workplace_draw_now").click().run()
    assert not page.exception
    assert page.text_input(key=f"workplace_draw_given_{REPUBLIC}").value

    page.text_input(key="workplace_reveal_reason").set_value("protocol 1").run()
    page.button(key="workplace_reveal_now").click().run()
    assert not page.exception
    assert "Written as batch" in page.info[0].value
    assert [row["workplace"] for row in list_workplaces(ledger)] == [1, 2, 3]
    assert "workplace_draw_now" not in {button.key for button in page.button}
    decided = "".join(one.value for one in open_page(ledger, TIES, contest=REPUBLIC).get("html"))
    assert decided.count("Workplaces: hash of the seed") == 1  # of three entries


def list_workplaces(store):
    sql = "select workplace from mart.workplaces order by workplace"
    return query(store, sql, read_now(store)).to_pylist()


@pytest.mark.long
def test_where_nothing_can_be_marked_yet_the_screen_offers_no_marking_forms(ledger):
    play(ledger)
    page = open_page(ledger, contest=REPUBLIC)

    assert not page.exception
    offered = [label for label in list_buttons(page) if "(ZIP)" not in label]
    before = ["Start list", "Badges", "Confirmation of participation"]
    assert offered == [*before, "Summary of marks", "Decisions of the jury"]


@pytest.mark.long
def test_documents_are_issued_with_one_button_and_those_that_no_longer_hold_come_first(ledger):
    play(ledger)
    page = open_page(ledger)
    can = len(PEOPLE) + 1  # certificates and the protocol; diplomas and titles beside them
    assert not page.exception
    assert int(page.title[0].value.split()[0]) > can

    page.button(key="issue_now").click().run()
    assert not page.exception
    assert page.title[0].value.startswith("All ")
    assert "were issued as batch 5" in page.info[0].value
    assert set(list_states(ledger).values()) == {"valid"}

    give(
        ledger,
        write_scores(PEOPLE | {"e": (*PEOPLE["e"][:2], 56)}),
        kind="scores",
        contest=REPUBLIC,
        replaces="yes",
    )
    sign(ledger)
    page.run()
    assert "no longer say" in page.title[0].value
    russian = open_page(ledger, lang="ru", contest=REPUBLIC)
    assert "не соответству" in russian.title[0].value


@pytest.mark.long
def test_an_electronic_signature_is_attached_on_the_screen_of_documents_and_shown_there(ledger):
    play(ledger)
    issued = hand_out(ledger, "certificate", entries=["a"])
    signature = sign_file(issued.files[0], make_certificate("Әсел"))
    page = open_page(ledger, contest=REPUBLIC)
    assert page.button(key="attach_now").disabled
    page.file_uploader(key="signed_file").upload("a.p7s", signature, "application/octet-stream")
    page.run()
    page.button(key="attach_now").click().run()

    assert not page.exception
    assert "Written as batch 6" in page.info[0].value
    said = "".join(one.value for one in page.get("html"))
    assert "Not all of the electronic signature can be confirmed here" in said
    assert f"IIN {IIN}" in said

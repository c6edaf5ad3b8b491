"""What an act would change stands on the screen before the button that writes it."""

import dataclasses

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.store import Difference, Foreseen, append_undo, read_head
from kasipkor_core.ui import changes, consequences, incoming
from kasipkor_core.ui.incoming import Incoming
from kasipkor_core.ui.session import Eyes, see_with
from tests.documents.season import PEOPLE, play, write_scores
from tests.foreseeing import issue_plain
from tests.giving import REPUBLIC, give
from tests.ready import open_played

SWAPPED = PEOPLE | {"a": (*PEOPLE["a"][:2], 79)}
BATCHES = str(house.ROOT / "pages" / "organise" / "batches.py")


def _issue(store):
    play(store)
    issue_plain(store, REPUBLIC)


@pytest.fixture
def issued():
    store = open_played("issued-plain", _issue)
    ui.use_store(store)
    yield store
    store.close()


def take(text, *, replaces):
    file = Incoming("scores.csv", text.encode(), "scores", REPUBLIC, replaces=replaces)
    incoming.check(file)
    return file


def open_undo(batch_no):
    page = AppTest.from_file(BATCHES, default_timeout=60)
    page.query_params["lang"] = "en"
    page.query_params["batch"] = str(batch_no)
    return page.run().button(key="undo").click().run()


def read_html(page):
    return "".join(one.proto.body for one in page.get("html"))


def test_a_file_that_corrects_something_is_looked_at_by_itself_and_what_it_changes_is_known(issued):
    file = take(write_scores(SWAPPED), replaces=3)
    counts = consequences.render_badges(file.foreseen, "en")

    assert (file.is_clean, file.corrects) == (True, True)
    assert counts == (
        ":gray-badge[Places 2] :gray-badge[Awards 2] :gray-badge[Points 1] "
        ":orange-badge[Quota seats 2] :red-badge[Documents 3] :red-badge[Signatures 1]"
    )


@pytest.mark.long
def test_a_list_that_is_another_one_by_now_is_shown_anew_and_nothing_is_written(issued):
    file = take(write_scores(SWAPPED), replaces=3)
    append_undo(issued, 5, actor="office", reason="printed on the wrong form")
    incoming.write(file, "en")

    assert str(file.error).startswith("Others wrote meanwhile")
    assert (file.receipt, file.foreseen.batch_no, read_head(issued)) == (None, 7, 6)


@pytest.mark.long
def test_juries_that_mark_one_contest_side_by_side_do_not_stop_each_other(season):
    ui.use_store(season)
    give(season, "entry,name,total\na,Aigerim,70\n", kind="scores", contest=REPUBLIC)
    one, other = (
        take(f"entry,name,total\n{entry},{name},{points}\n", replaces="no")
        for entry, name, points in (("b", "Bolat", 80), ("c", "Dana", 90))
    )
    incoming.write(one, "en")
    incoming.write(other, "en")

    assert (one.foreseen.corrects, one.corrects) == (True, False)
    assert (other.error, other.receipt.batch_no) == (None, 4)


def test_an_undo_lists_what_it_changes_before_it_is_confirmed(issued):
    page = open_undo(3)
    html = read_html(page)

    assert [one.value for one in page.header] == ["What the undo of batch 3 changes"]
    assert "1 → <b>–</b>" in html
    assert "Valid → <b>Superseded</b>" in html
    assert "Signed → <b>Void</b>" in html
    assert read_head(issued) == 5


def test_wm_08_places_of_a_contest_that_is_marked_are_not_told_to_who_may_not_see_them(issued):
    file = take(write_scores(SWAPPED), replaces=3)
    jury = dataclasses.replace(see_with(Eyes(5, "staff", "kk", "local")), role="chief_expert")
    signed = consequences.hide_places(file.foreseen, jury)
    give(issued, write_scores(SWAPPED), kind="scores", contest=REPUBLIC, replaces=3)
    unsigned = dataclasses.replace(jury, as_of=6)
    marking = consequences.hide_places(file.foreseen, unsigned)

    assert signed == file.foreseen
    assert {one.field for one in marking.differences} == {"document", "signature"}


@pytest.mark.long
def test_an_undo_that_changes_no_result_says_so(issued):
    give(issued, "name,region\nТараз колледжі,KZ-31\n", kind="organisations")
    page = open_undo(6)

    assert ":gray[No place, award, seat, start list or paper changes.]" in [
        one.value for one in page.markdown
    ]


def test_every_value_that_the_ledger_may_tell_has_a_word():
    told = {
        "seat": ("in", "hold", "out", "reserve", "replacement", "given_up"),
        "start_list": ("listed", "entitled", "stray"),
        "document": ("valid", "superseded", "revoked"),
        "signature": ("signed",),
    }
    named = {
        field: changes.KINDS[kind].show(
            [
                Difference(field, REPUBLIC, "a", "A", "KZ-75", "diploma", "1", code, None)
                for code in codes
            ],
            changes.Names("kk", {}),
        )
        for (field, codes), kind in zip(
            told.items(), ("seats", "start_lists", "papers", "signatures"), strict=True
        )
    }

    assert {field: len(shown.body) for field, shown in named.items()} == {
        field: len(codes) for field, codes in told.items()
    }
    assert Foreseen(1).table().num_rows == 0

"""Venues: an administrator lends, sees where both sides differ, answers, and merges."""

import pytest

from kasipkor_core.store import find_lent, read_head
from tests import ready, venues
from tests.giving import REPUBLIC, give
from tests.web.people import be
from tests.web.test_canary import open_app

office = ready.lend("venue-office", venues.begin)


def come(office, package, monkeypatch):
    """Return the page with a package of a venue laid on it."""
    be(office, "administrator", monkeypatch)
    page = open_app("venues", lang="en")
    page.file_uploader(key="package").upload("a.package", package, "application/octet-stream").run()
    return page


def test_a_conflict_is_answered_on_the_page_and_the_package_merged(office, tmp_path, monkeypatch):
    venue = venues.lend(office, tmp_path)
    for side, total in ((venue, 90), (office, 70)):
        give(side, f"entry,judge,total\na,J1,{total}\n", kind="scores", contest=REPUBLIC)
    page = come(office, venues.pack(venue), monkeypatch)
    title, before = page.title[0].value, page.button(key="merge_now").disabled
    shown = " ".join(one.proto.body for one in page.get("html"))
    page.segmented_control(key=f"take_{REPUBLIC}").set_value("venue").run()
    page.button(key="merge_now").click().run()

    assert (before, "Marked on both sides" in shown, "90.00<br>" in shown) == (True, True, True)
    assert [one.value for one in page.success] == ["Aktobe is merged: batches 5 to 5."]
    assert (title, page.title[0].value) == (
        "No package of a venue has come yet",
        "1 package merged",
    )
    assert venues.board(office, REPUBLIC) == venues.board(venue, REPUBLIC)
    assert not page.exception


@pytest.mark.long
def test_a_lent_copy_packs_and_takes_no_package(office, tmp_path, monkeypatch):
    venue = venues.lend(office, tmp_path)
    give(venue, venues.SCORES, kind="scores", contest=REPUBLIC)
    be(venue, "administrator", monkeypatch)
    page = open_app("venues", lang="en")

    assert [one.value for one in page.code] == [find_lent(venue).public_key]
    assert page.get("file_uploader") == []
    assert not page.exception


@pytest.mark.long
def test_a_package_that_was_changed_is_told_and_nothing_is_written(office, tmp_path, monkeypatch):
    venue = venues.lend(office, tmp_path)
    give(venue, venues.SCORES, kind="scores", contest=REPUBLIC)
    page = come(office, venues.pack(venue)[:-1] + b"x", monkeypatch)

    assert len(page.error) == 1
    assert read_head(office) == 2


@pytest.mark.long
def test_a_key_that_nobody_knows_is_shown_and_the_package_waits_for_it(
    office, tmp_path, monkeypatch
):
    venue = venues.lend(office, tmp_path)
    give(venue, venues.SCORES, kind="scores", contest=REPUBLIC)
    office.connection.execute("delete from app.venue")
    page = come(office, venues.pack(venue), monkeypatch)
    key = find_lent(venue).public_key
    shown = [one.value for one in page.code]
    page.button(key="merge_now").click().run()
    refused = len(page.error)
    page.text_input(key="package_key").set_value(key[:16]).run()
    page.button(key="merge_now").click().run()

    assert (shown, refused) == ([key], 1)
    assert [one.value for one in page.success] == ["Aktobe is merged: batches 4 to 4."]
    assert not page.exception


@pytest.mark.long
def test_a_copy_on_which_nothing_was_written_has_nothing_to_pack(office, tmp_path, monkeypatch):
    be(venues.lend(office, tmp_path), "administrator", monkeypatch)
    page = open_app("venues", lang="en")

    assert page.get("download_button") == []
    assert "there is nothing to pack" in " ".join(one.value for one in page.markdown)
    assert not page.exception

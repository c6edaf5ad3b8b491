"""Drafts count nowhere: they are kept for a person and a place, and forgotten when written."""

from kasipkor_core.store import read_draft, read_head, save_draft, verify_chain

MINE = {"actor": "dana", "kind": "marks"}


def test_the_newest_draft_of_a_person_and_place_is_read_back(store):
    save_draft(store, {"01\tA1.M1": "1"}, place="c|A1|Дана|first", **MINE)
    save_draft(store, {"01\tA1.M1": "2"}, place="c|A1|Дана|first", **MINE)

    assert read_draft(store, place="c|A1|Дана|first", **MINE) == {"01\tA1.M1": "2"}


def test_another_person_or_place_has_no_draft(store):
    save_draft(store, {"x": "1"}, place="c|A1|Дана|first", **MINE)

    assert read_draft(store, place="c|A1|Дана|second", **MINE) is None
    assert read_draft(store, actor="other", kind="marks", place="c|A1|Дана|first") is None


def test_a_forgotten_draft_is_gone(store):
    save_draft(store, {"x": "1"}, place="p", **MINE)
    save_draft(store, None, place="p", **MINE)

    assert read_draft(store, place="p", **MINE) is None


def test_a_draft_is_no_act_on_the_ledger(season):
    before = read_head(season)
    save_draft(season, {"x": "1"}, place="p", **MINE)
    verify_chain(season)

    assert read_head(season) == before

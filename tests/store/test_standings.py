"""Standings of selections are read from snapshots, which say what the facts in force give."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core import house
from kasipkor_core.errors import KasipkorError
from kasipkor_core.store import (
    Reader,
    append_decision,
    append_undo,
    query,
    read_head,
    verify,
)
from kasipkor_core.store.migrate import apply_migrations
from kasipkor_core.store.query import open_cursor
from kasipkor_core.store.standings import complete_standings, list_unlike_standings
from kasipkor_core.store.views import create_views
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import keep, open_copy, open_ready
from tests.sheets.cases_selection import HEAD, result
from tests.store.test_random_ledgers import publish

SELECTION = "civil-service-2023-oblast-KZ-79-басшы"
ANNOUNCED = """programme,season,level,region,unit,starts_on,ends_on
civil-service,2023,oblast,KZ-79,басшы,2023-09-04,2023-12-29
"""
KEPT = {
    "heads": "from tally.selection order by all",
    "standings": "from tally.selection_standing order by all",
}
PLACES = """
    select candidate, step, status, place
    from mart.selection
    where step = 'ability'
    order by candidate
"""


def write_results(points, *, pq=90):
    """Return a sheet with who passed the fifth step, and has so many points in the sixth."""
    return HEAD + "".join(
        result(name, "pq", "", pq, category="C-4")
        + result(name, "pq", "proctor", status="passed")
        + result(name, "ability", "", score)
        + result(name, "ability", "proctor", status="passed")
        for name, score in points.items()
    )


def decide(store, kind, value, subject=SELECTION):
    append_decision(store, kind, subject=subject, value=value, actor="commission", reason="seen")


def announce(store):
    """Batches 1 to 3: the selection, with its readings confirmed."""
    give(store, ANNOUNCED, kind="contests")
    decide(store, "reading", "all")
    decide(store, "reading", "interview_max=50")


def play(store):
    """Batches 4 to 10: results, a signature, an exclusion undone, other results, publications."""
    announce(store)
    give(store, write_results({"a": 45, "b": 40, "c": 30, "d": 20}), kind="selection",
         contest=SELECTION)  # fmt: skip
    decide(store, "sign_off", "signed")
    publish(store, SELECTION, 5)
    decide(store, "exclude", "ability", f"{SELECTION}/a")
    append_undo(store, 7, actor="commission", reason="a mistake")
    give(store, write_results({"a": 25, "b": 40, "c": 30, "e": 44}), kind="selection",
         contest=SELECTION, replaces="yes")  # fmt: skip
    publish(store, SELECTION, 7)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    season = open_ready()
    play(season)
    yield keep(season, tmp_path_factory.mktemp("kept") / "played.duckdb")
    season.close()


@pytest.fixture
def played(kept):
    store = open_copy(kept)
    yield store
    store.close()


def list_unlike(store, *, as_of, audience):
    cursor = open_cursor(store, Reader(as_of=as_of, audience=audience))
    try:
        return list_unlike_standings(cursor)
    finally:
        cursor.close()


def read_kept(store):
    return {name: store.cursor().execute(sql).fetchall() for name, sql in KEPT.items()}


def read_places(store, as_of):
    rows = query(store, PLACES, Reader(as_of=as_of)).to_pylist()
    return {row["candidate"]: row["place"] for row in rows if row["status"] != "out"}


@pytest.mark.long
def test_places_are_shown_as_they_stood_at_each_horizon(played):
    assert read_places(played, 4) == {"a": 1, "b": 2, "c": 3}
    assert read_places(played, 7) == {"b": 1, "c": 2, "d": 3}
    assert read_places(played, 8) == read_places(played, 4)
    assert read_places(played, 10) == {"e": 1, "b": 2, "c": 3}


@pytest.mark.parametrize("audience", ["staff", "public"])
def test_the_newest_snapshot_says_what_the_facts_in_force_give(played, audience):
    assert list_unlike(played, as_of=read_head(played), audience=audience) == []


@pytest.mark.long
def test_snapshots_say_at_every_horizon_and_to_everybody_what_the_facts_in_force_give(played):
    check_every_horizon(played)


def check_every_horizon(store):
    found = {
        (at, audience): list_unlike(store, as_of=at, audience=audience)
        for at in range(1, read_head(store) + 1)
        for audience in ("staff", "public")
    }

    assert {key: rows for key, rows in found.items() if rows} == {}


def test_an_act_that_changes_no_standing_names_the_snapshot_that_holds(played):
    heads = played.cursor().execute(
        "select at_batch_no, standing_batch_no from tally.selection order by at_batch_no"
    )

    assert dict(heads.fetchall()) == {
        1: 1, 2: 2, 3: 3, 4: 4, 5: 4, 6: 4, 7: 7, 8: 8, 9: 9, 10: 9,
    }  # fmt: skip


def test_a_contest_that_is_no_selection_has_no_standings(store):
    give(store, CONTESTS, kind="contests")
    give(store, "entry,total\na,90\n", kind="scores", contest=REPUBLIC)

    assert read_kept(store) == {"heads": [], "standings": []}


@pytest.mark.parametrize(
    ("change", "batch_no"),
    [
        ("update tally.selection_standing set place = 9 where place = 1", 4),
        ("delete from tally.selection_standing where entry_no = 1", 4),
        ("update tally.selection set standing_batch_no = 4 where at_batch_no = 9", 9),
    ],
)
def test_a_change_of_a_snapshot_breaks_the_hash_of_its_batch(played, change, batch_no):
    played.cursor().execute(change)

    (first, *_) = verify(played)
    assert (first.batch_no, first.what) == (batch_no, "its totals")


@pytest.mark.long
def test_snapshots_of_a_former_version_are_reckoned_as_if_they_were_made_today(played):
    kept = read_kept(played)
    cursor = played.cursor()
    cursor.execute("drop table tally.selection")
    cursor.execute("drop table tally.selection_standing")
    cursor.execute("delete from migration where name = '0019_standing'")

    assert apply_migrations(cursor) == ["0019_standing"]
    create_views(played.connection, anew=True)
    complete_standings(played)
    assert read_kept(played) == kept
    assert verify(played) == []


@pytest.mark.long
def test_the_hash_of_a_former_version_holds_and_its_standings_are_checked_against_facts():
    text = (house.SQL / "views" / "audit" / "tally.sql").read_text(encoding="utf-8")
    former = text.replace("tally_sha256", "new_sha256").replace("shown_sha256", "tally_sha256")
    store = open_ready()
    store.cursor().execute(former[: former.index("comment on")])
    play(store)
    create_views(store.connection, anew=True)
    for table in ("selection", "selection_standing"):
        store.cursor().execute(f"delete from tally.{table}")
    complete_standings(store)

    assert verify(store) == []

    store.cursor().execute("update tally.selection_standing set place = 9 where place = 1")
    found = {(one.contest, one.what) for one in verify(store)}
    store.close()
    assert (SELECTION, "stored standings of entry no 5") in found


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["sheet", "sheet", "exclude", "tie", "reading", "undo", "undo", "publish"]),
        st.dictionaries(st.sampled_from("abcd"), st.integers(20, 45), min_size=1, max_size=4),
        st.integers(0, 99),
    ),
    min_size=3,
    max_size=7,
)


def step(store, act, points, pick):
    """Carry out one act; what the ledger refuses is no matter of this test."""
    if act == "sheet":
        sheet = write_results(points, pq=50 + pick % 50)
        give(store, sheet, kind="selection", contest=SELECTION, replaces="yes")
    elif act == "undo":
        append_undo(store, 2 + pick % read_head(store), actor="commission", reason="a mistake")
    elif act == "publish":
        publish(store, SELECTION, 1 + pick % read_head(store))
    elif act == "reading":
        decide(store, "reading", f"interview_max={1 + pick}")
    else:
        value = "ability" if act == "exclude" else str(1 + pick % 3)
        decide(store, act, value, f"{SELECTION}/{min(points)}")


@pytest.mark.long
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS)
def test_whatever_is_written_or_undone_the_snapshots_say_what_the_facts_give(acts):
    store = open_ready()
    try:
        announce(store)
        for act in acts:
            try:
                step(store, *act)
            except KasipkorError:
                continue
        check_every_horizon(store)
        assert verify(store) == []
    finally:
        store.close()

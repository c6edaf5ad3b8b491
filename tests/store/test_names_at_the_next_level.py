"""A decision about an entry's names goes on with it to the next level; a contest's stays there."""

import pytest

from kasipkor_core.store import (
    Reader,
    append_advance,
    append_decision,
    append_publication,
    append_undo,
    foresee_decision,
    open_store,
    query,
    read_head,
    read_head_of_all,
    read_now,
    read_published,
    restore_backup,
    verify,
)
from tests import venues
from tests.giving import give
from tests.ready import keep, open_played

OBLAST, REPUBLIC = "worldskills-2026-oblast-KZ-35-17", "worldskills-2026-republic-17"
CONTESTS = """programme,season,level,region,unit,starts_on,ends_on
worldskills,2026,oblast,KZ-35,17,2026-04-10,2026-04-18
worldskills,2026,republic,,17,2026-11-10,2026-11-18
"""
ENTRIES = """entry,name,birth_date,region
a,Сейтова Әлия,2010-05-01,KZ-35
b,Оспан Болат,1999-11-10,KZ-35
"""
FULL = {"01": "Сейтова Әлия"}
SHORT = {"01": "Сейтова Ә."}


def hold(store):
    """An oblast of two entries, the first of which goes on."""
    give(store, CONTESTS, kind="contests")
    give(store, ENTRIES, kind="entries", contest=OBLAST)
    give(store, "entry,total\na,90\nb,80\n", kind="scores", contest=OBLAST)
    sign(store, OBLAST)


@pytest.fixture
def oblast():
    store = open_played("names-below", hold)
    yield store
    store.close()


@pytest.fixture
def republic(oblast):
    advance(oblast)
    return oblast


def sign(store, contest):
    told = {"value": "signed", "actor": "chief", "reason": "done"}
    return append_decision(store, "sign_off", subject=contest, **told)


def advance(store):
    return append_advance(store, OBLAST, actor="office").batch_no


def decide(store, value="short", subject=f"{OBLAST}/a"):
    told = {"actor": "office", "reason": "letter 12"}
    return append_decision(store, "names", subject=subject, value=value, **told)


def undo(store, batch_no):
    return append_undo(store, batch_no, actor="office", reason="by mistake").batch_no


def publish(store):
    """Give the next level a result, sign and publish it."""
    give(store, "entry,total\n01,90\n", kind="scores", contest=REPUBLIC)
    append_publication(store, [REPUBLIC], as_of=sign(store, REPUBLIC), actor="office")


def number_of(store, contest):
    sql = "select contest_no from ledger.contest where contest = $contest"
    return store.cursor().execute(sql, {"contest": contest}).fetchone()[0]


def shown(store, reader=None, contest=REPUBLIC):
    """Return how the public reads the names of a contest; before it is published, how it will."""
    sql = (
        "select entry, coalesce(public_name, name) as name from mart.public_names"
        " where contest = $contest order by entry"
    )
    rows = query(store, sql, reader or read_now(store), contest=contest).to_pylist()
    return {row["entry"]: row["name"] for row in rows}


def read_board(store):
    """Return the names on the public board."""
    reader = read_published(store).reader("kk")
    sql = "select entry, name from mart.leaderboard where contest = $contest"
    return {
        row["entry"]: row["name"] for row in query(store, sql, reader, contest=REPUBLIC).to_pylist()
    }


def test_what_was_decided_before_the_entry_went_on_holds_at_the_next_level(oblast):
    decide(oblast)
    advance(oblast)
    publish(oblast)

    assert read_board(oblast) == SHORT
    assert verify(oblast, all_contests=True) == []


def test_what_is_decided_afterwards_holds_there_at_once_and_so_does_its_undo(republic):
    publish(republic)
    first = read_board(republic)
    decided = decide(republic)
    then, undone = read_board(republic), undo(republic, decided)

    assert (first, then, read_board(republic)) == (FULL, SHORT, FULL)
    assert read_head_of_all(republic, head=undone) == undone  # open boards are drawn anew
    undo(republic, undone)
    assert (read_board(republic), verify(republic)) == (SHORT, [])


def test_a_newer_decision_about_the_entry_itself_says_otherwise_and_a_newer_one_below_again(
    republic,
):
    decide(republic)
    own = decide(republic, "full", f"{REPUBLIC}/01")
    first = shown(republic)
    decide(republic, "minors")
    then = shown(republic)
    decide(republic, "full")

    assert (first, then, shown(republic)) == (FULL, SHORT, FULL)
    undo(republic, own)
    assert (shown(republic), verify(republic)) == (FULL, [])


@pytest.mark.long
@pytest.mark.parametrize(
    ("below", "here", "expected"),
    [("full", "minors", SHORT), ("minors", "short", SHORT), ("short", "full", SHORT)],
)
def test_it_makes_names_short_and_never_full_beside_what_the_contest_decided(
    republic, below, here, expected
):
    decide(republic, here, REPUBLIC)
    decide(republic, below)

    assert (shown(republic), verify(republic)) == (expected, [])


def test_what_was_decided_about_a_whole_contest_stays_with_it(republic):
    decide(republic, subject=OBLAST)

    assert shown(republic) == FULL
    assert shown(republic, contest=OBLAST)["a"] == SHORT["01"]


def test_nothing_goes_back_to_the_level_below(republic):
    decide(republic, subject=f"{REPUBLIC}/01")

    assert shown(republic, contest=OBLAST)["a"] == FULL["01"]


@pytest.mark.long
def test_to_undo_the_going_on_makes_no_published_name_longer_and_the_next_of_its_number_is_free(
    oblast,
):
    decide(oblast)
    advanced = advance(oblast)
    publish(oblast)
    undo(oblast, read_head(oblast) - 1)  # the signature, so that the entry can be taken out
    undo(oblast, read_head(oblast) - 3)
    undo(oblast, advanced)
    published = read_board(oblast)
    give(oblast, "entry,name,region\n01,Ким Аян,KZ-71\n", kind="entries", contest=REPUBLIC)

    assert published == SHORT
    assert shown(oblast) == {"01": "Ким Аян"}
    assert verify(oblast) == []


@pytest.mark.long
def test_a_later_sheet_of_the_next_level_shows_the_name_short_too(oblast):
    decide(oblast)
    advance(oblast)
    give(oblast, "entry,name,region\n01,Сейтова Айым,KZ-35\n", kind="entries", contest=REPUBLIC)

    assert (shown(oblast), verify(oblast)) == ({"01": "Сейтова А."}, [])


def test_the_preview_below_names_the_next_level_too(republic):
    foreseen = foresee_decision(republic, "names", subject=f"{OBLAST}/a", value="short")

    assert {(one.contest, one.entry, one.after) for one in foreseen.differences} == {
        (OBLAST, "a", SHORT["01"]),
        (REPUBLIC, "01", SHORT["01"]),
    }


def test_why_is_shown_at_the_next_level_and_the_reason_to_staff_of_the_contest_below(republic):
    decided = decide(republic)
    sql = (
        "select contest, entry, from_contest, from_entry, value, reason, batch_no"
        " from mart.decisions where kind = 'names' order by contest"
    )
    here = Reader(as_of=read_head(republic), scope=(number_of(republic, REPUBLIC),))
    below = (OBLAST, "a", None, None, "short", "letter 12", decided)
    passed = (REPUBLIC, "01", OBLAST, "a", "short", "letter 12", decided)

    assert [
        tuple(row.values()) for row in query(republic, sql, read_now(republic)).to_pylist()
    ] == [
        below,
        passed,
    ]
    assert [tuple(row.values()) for row in query(republic, sql, here).to_pylist()] == [
        (*passed[:5], None, decided)
    ]
    assert query(republic, sql, read_now(republic, audience="public")).num_rows == 0
    assert shown(republic, here) == SHORT


@pytest.mark.long
@pytest.mark.parametrize("goes_on", ["before", "after"])
def test_what_a_venue_decided_holds_at_the_next_level_once_it_is_merged(oblast, tmp_path, goes_on):
    if goes_on == "before":
        advance(oblast)
    venue = venues.lend(oblast, tmp_path)
    decide(venue)
    if goes_on == "after":
        advance(venue)
    venues.merge(oblast, venues.pack(venue))

    assert (shown(oblast), verify(oblast, all_contests=True)) == (SHORT, [])


@pytest.mark.long
def test_a_ledger_taken_back_shows_names_of_the_next_level_as_was_decided_then(republic, tmp_path):
    decided = decide(republic)
    undo(republic, decided)
    path = keep(republic, tmp_path / "kept.duckdb")
    for up_to, names in ((decided, SHORT), (decided - 1, FULL)):
        restore_backup(path, tmp_path / f"{up_to}.duckdb", up_to=up_to)
        restored = open_store(tmp_path / f"{up_to}.duckdb")

        assert (shown(restored), verify(restored)) == (names, [])
        restored.close()

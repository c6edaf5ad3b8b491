"""A board is read through its snapshot; at every horizon it shows what the facts in force say."""

import pytest

from kasipkor_core import house
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
from kasipkor_core.store.views import create_views
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import keep, open_copy, open_ready
from tests.store.test_random_ledgers import publish

SCORES = "entry,name,total\na,Aigerim,90\nb,Bolat,80\n"
OTHERS = "entry,name,total\na,Aigerim Qyzy,91\nb,Bolat,80\nc,Dana,70\n"
TEAM = f"contest,entry,name,region\n{REPUBLIC},b,Zere,KZ-35\n{REPUBLIC},b,Arman,KZ-35\n"
DIFFERENCE = (house.SQL / "checks" / "verify_board.sql").read_text(encoding="utf-8")
SIGNED = """
    select distinct status = 'final' as is_final
    from mart.leaderboard
    where contest = 'worldskills-2026-republic-17'
"""
KEPT = {
    "heads": "from tally.contest order by contest_no, at_batch_no",
    "totals": "from tally.entry_total order by contest_no, at_batch_no, entry_no",
}


def decide(store, kind, value):
    append_decision(store, kind, subject=REPUBLIC, value=value, actor="chief", reason="seen")


def play(store):
    """Batches 2 to 11; the signature of 3 holds from 3 to 4, again at 6, and from 10 on."""
    give(store, SCORES, kind="scores", contest=REPUBLIC)
    decide(store, "sign_off", "signed")
    publish(store, REPUBLIC, 3)
    give(store, TEAM, kind="entries")
    append_undo(store, 5, actor="chief", reason="too early")
    append_undo(store, 6, actor="chief", reason="not too early")
    give(store, OTHERS, kind="scores", contest=REPUBLIC, replaces="yes")
    decide(store, "reopen", "again")
    decide(store, "sign_off", "signed")
    publish(store, REPUBLIC, 8)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    season = open_ready()
    give(season, CONTESTS, kind="contests")
    play(season)
    yield keep(season, tmp_path_factory.mktemp("kept") / "played.duckdb")
    season.close()


@pytest.fixture
def played(kept):
    store = open_copy(kept)
    yield store
    store.close()


def read_kept(store):
    return {name: store.cursor().execute(sql).fetchall() for name, sql in KEPT.items()}


def test_a_board_shows_at_every_horizon_and_to_everybody_what_the_facts_in_force_say(played):
    found = {
        (at, audience): query(played, DIFFERENCE, Reader(as_of=at, audience=audience)).to_pylist()
        for at in range(1, read_head(played) + 1)
        for audience in ("staff", "public")
    }

    assert {key: rows for key, rows in found.items() if rows} == {}


def test_a_signature_shows_until_a_fact_changes_and_not_for_a_publication(played):
    states = [
        query(played, SIGNED, Reader(as_of=at)).to_pylist()[0]["is_final"]
        for at in range(2, read_head(played) + 1)
    ]

    assert states == [False, True, True, False, False, False, False, False, True, True]


@pytest.mark.long
def test_snapshots_of_a_former_version_are_completed_as_if_they_were_made_today(played):
    kept = read_kept(played)
    cursor = played.cursor()
    for table, column in (
        ("tally.contest", "contest_batch_no"),
        ("tally.contest", "is_signed"),
        ("tally.entry_total", "entry_batch_no"),
        ("tally.contest", "ranked"),
        ("tally.contest", "is_complete"),
        ("tally.entry_total", "distance_to_next"),
        ("tally.contest", "contest"),
        ("tally.contest", "programme"),
        ("tally.contest", "season"),
        ("tally.contest", "level"),
        ("tally.contest", "ruleset_hash"),
        ("tally.contest", "is_archive"),
        ("tally.entry_total", "entry"),
        ("tally.entry_total", "ord"),
    ):
        cursor.execute(f"alter table {table} drop column {column}")
    made = ["0010_board", "0017_order", "0018_shown"]
    cursor.execute("delete from migration where list_contains($made, name)", {"made": made})

    assert apply_migrations(cursor) == made
    assert read_kept(played) == kept
    assert verify(played) == []


@pytest.mark.long
def test_the_spans_of_a_former_version_are_read_from_its_log_of_force(played):
    cursor = played.cursor()
    spans = "from tally.span order by all"
    kept = cursor.execute(spans).fetchall()
    cursor.execute("drop table tally.span")
    cursor.execute("delete from migration where name = '0013_span'")

    assert apply_migrations(cursor) == ["0013_span"]
    assert cursor.execute(spans).fetchall() == kept
    assert verify(played) == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("version", "touch"),
    [
        ("former_sha256", "is_signed = false"),
        ("board_sha256", "ranked = ranked + 1"),
        ("order_sha256", "level = 'college'"),
    ],
)
@pytest.mark.sampled
def test_the_hash_of_a_former_version_holds_and_its_snapshots_are_checked_against_facts(
    season, version, touch
):
    text = (house.SQL / "views" / "audit" / "tally.sql").read_text(encoding="utf-8")
    former = text.replace("tally_sha256", "new_sha256").replace(version, "tally_sha256")
    season.cursor().execute(former[: former.index("comment on")])
    play(season)
    create_views(season.connection, anew=True)

    assert verify(season) == []

    season.cursor().execute(f"update tally.contest set {touch} where at_batch_no > 1")

    assert [str(problem.what) for problem in verify(season)] == [
        f"the board of entry no {number}" for number in (1, 2, 3)
    ]


def test_a_reader_without_variables_sees_no_board(played):
    blind = open_cursor(played, Reader(as_of=read_head(played)))
    blind.execute("reset variable audience")

    assert blind.execute("select count(*) from fact.board").fetchall() == [(0,)]
    assert played.cursor().execute("select count(*) from fact.board").fetchall() == [(0,)]


@pytest.mark.parametrize(
    ("eyes", "scans"),
    [({}, 1), ({"scope": (1,)}, 2), ({"audience": "public"}, 2)],
)
def test_for_staff_who_see_everything_no_publication_is_looked_up(played, eyes, scans):
    reader = Reader(as_of=read_head(played), **eyes)
    explained = query(played, "explain (format json) select * from fact.batch", reader)

    assert explained.to_pylist()[0]["explain_value"].count("SEQ_SCAN") == scans

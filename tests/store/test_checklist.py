"""The checklist of a publication: the writer asks, whatever a screen shows."""

import pytest

from kasipkor_core import house
from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    append_decision,
    append_publication,
    append_undo,
    read_head,
    read_now,
    show_view,
)
from tests.giving import CONTESTS, REPUBLIC, confirm, give
from tests.ready import open_played

OTHER = "worldskills-2026-oblast-KZ-35-17"
SCORES = "entry,name,region,total\na,Айгерім,KZ-75,80\nb,Болат,KZ-71,70\nc,Дана,KZ-35,60\n"
TOUR = "best-professionals-2022-oblast-KZ-43-teacher"
TOURS = """programme,season,level,region,unit,starts_on,ends_on
best-professionals,2022,oblast,KZ-43,teacher,20.12.2022,20.01.2023
"""
SHARED = "entry,name,region,judge,total\na,Айгерім,KZ-43,Т1,90\nb,Болат,KZ-43,Т1,90\n"


def play(store):
    """Batch 2: scores of a contest; 3: its signature. 4: scores of another one, not signed."""
    give(store, CONTESTS, kind="contests")
    give(store, SCORES, kind="scores", contest=REPUBLIC)
    decide(store, "sign_off", REPUBLIC)
    give(store, SCORES, kind="scores", contest=OTHER)


def play_tour(store):
    """Two share the first place, the jury has not decided, no expert is named; signed."""
    give(store, TOURS, kind="contests")
    confirm(store, TOUR)
    give(store, SHARED, kind="scores", contest=TOUR)
    decide(store, "sign_off", TOUR)


def decide(store, kind, subject, value="yes"):
    append_decision(store, kind, subject=subject, value=value, actor="jury", reason="хаттама 7")


def publish(store, *contests, as_of=None):
    return append_publication(store, contests, as_of=as_of or read_head(store), actor="office")


def see(store):
    """Return what the public sees of any contest."""
    public = read_now(store, audience="public")
    return show_view(store, "leaderboard", where={}, reader=public)["entry"].to_pylist()


def tamper(store, *statements):
    cursor = store.cursor()
    for statement in statements:
        cursor.execute(statement)
    cursor.close()


@pytest.fixture
def signed():
    store = open_played("checklist", play)
    yield store
    store.close()


@pytest.fixture
def tour():
    store = open_played("checklist_tour", play_tour)
    yield store
    store.close()


@pytest.mark.long
def test_a_signed_contest_that_holds_is_published(signed):
    publish(signed, REPUBLIC)

    assert see(signed) == ["a", "b", "c"]


def test_one_contest_that_is_blocked_keeps_all_of_an_event_and_nothing_is_written(signed):
    head = read_head(signed)
    with pytest.raises(Refused, match=f"{OTHER} cannot be published: the final form is not signed"):
        publish(signed, REPUBLIC, OTHER)

    assert (read_head(signed), see(signed)) == (head, [])


@pytest.mark.long
def test_what_counts_is_the_batch_that_is_published_and_a_later_one_is_none(signed):
    with pytest.raises(Refused, match="the final form is not signed"):
        publish(signed, REPUBLIC, as_of=2)
    for number in (read_head(signed) + 1, 99):  # what is written later would be public at once
        with pytest.raises(Refused, match="There is no batch"):
            publish(signed, REPUBLIC, as_of=number)
    append_undo(signed, 3, actor="chief", reason="wrong form")
    with pytest.raises(Refused, match="the final form is not signed"):
        publish(signed, REPUBLIC)
    publish(signed, REPUBLIC, as_of=3)

    assert see(signed) == ["a", "b", "c"]


@pytest.mark.long
def test_bp_11_bp_15_bp_17_what_the_jury_left_open_blocks_until_it_decides_or_somebody_answers(
    tour,
):
    told = []
    for problem in ("experts_missing", "not_decided", "winner_undecided"):
        with pytest.raises(Refused, match="cannot be published") as refused:
            publish(tour, TOUR)
        told.append((problem, str(refused.value)))
        decide(tour, "waiver", TOUR, problem)
    publish(tour, TOUR)
    waived = show_view(tour, "readiness", where={"contest": TOUR}, reader=read_now(tour))
    decisions = show_view(tour, "decisions", where={"kind": "waiver"}, reader=read_now(tour))

    assert [problem in words for problem, words in told] == [True] * 3
    assert {
        row["problem"]: row["waived_by"] for row in waived.to_pylist() if row["severity"] == "error"
    } == {"experts_missing": "jury", "not_decided": "jury", "winner_undecided": "jury"}
    assert decisions["reason"].to_pylist() == ["хаттама 7"] * 3


@pytest.mark.long
@pytest.mark.parametrize("problem", ["not_signed", "marks_missing", "rescore_needed"])
@pytest.mark.sampled
def test_bp_16_a_signature_and_marks_cannot_be_waived(signed, problem):
    decide(signed, "waiver", OTHER, problem)
    shown = show_view(signed, "readiness", where={"contest": OTHER}, reader=read_now(signed))

    with pytest.raises(Refused, match="the final form is not signed"):
        publish(signed, OTHER)
    assert set(
        shown.filter(shown["severity"].to_numpy(zero_copy_only=False) == "error")[
            "waived_by"
        ].to_pylist()
    ) == {None}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("update ledger.score set points = 81 where points = 80", "batch 2 is not what was"),
        ("update ledger.batch set actor = 'x' where batch_no = 1", "batch 1 is not what was"),
        ("update ledger.batch set sha256 = '00' where batch_no = 3", "batch 3 is not what was"),
        ("update ledger.decision set who = 'x'", "batch 3 is not what was"),
        ("update tally.entry_total set place = 9 where place = 2", r"different results \(totals"),
    ],
)
@pytest.mark.sampled
def test_what_does_not_hold_is_not_published(signed, change, said):
    tamper(signed, change)

    with pytest.raises(Refused, match=said):
        publish(signed, REPUBLIC)


@pytest.mark.long
def test_what_the_second_engine_counts_differently_is_not_published(signed):
    text = (house.SQL / "views" / "mart" / "leaderboard.sql").read_text(encoding="utf-8")
    view = text.partition("comment on")[0]
    tamper(signed, view.replace("    board.place,\n", "    board.place + 1 as place,\n", 1))

    with pytest.raises(Refused, match=r"different results \(mart\.leaderboard\.place\)"):
        publish(signed, REPUBLIC)
    assert see(signed) == []

"""What a correction would change is told beforehand, and looking leaves no trace."""

import pytest

from kasipkor_core import access
from kasipkor_core.errors import NotAllowed
from kasipkor_core.store import (
    MEMORY,
    Outdated,
    Reader,
    Store,
    append_advance,
    append_decision,
    append_undo,
    commit,
    find_contest,
    foresee_decision,
    foresee_sheet,
    foresee_undo,
    read_head,
    read_now,
    verify,
)
from tests.documents.season import PEOPLE, play, sign, write_entries, write_scores
from tests.foreseeing import foresee, issue_plain, prepare, tell
from tests.giving import REPUBLIC, give
from tests.movement import ENFORCED, Championship
from tests.ready import open_played
from tests.store.test_advance import OBLAST, _hold_oblast

SWAPPED = PEOPLE | {"a": (*PEOPLE["a"][:2], 79)}


def _issue(store):
    play(store)
    issue_plain(store, REPUBLIC)


@pytest.fixture
def issued():
    """A signed championship with its protocol and a diploma for each award: batches 1 to 5."""
    store = open_played("issued-plain", _issue)
    yield store
    store.close()


def correct(store):
    return foresee(store, write_scores(SWAPPED), kind="scores", contest=REPUBLIC, replaces="yes")


def test_a_mark_that_swaps_two_places_names_both_diplomas_the_protocol_and_the_signature(issued):
    foreseen = correct(issued)

    assert tell(foreseen, "place", "award") == [
        ("place", "a", "1", "2"),
        ("place", "b", "2", "1"),
        ("award", "a", "gold", "silver"),
        ("award", "b", "silver", "gold"),
    ]
    assert {(one.what, one.entry, one.before, one.after) for one in foreseen.differences
            if one.field == "document"} == {
        ("diploma", "a", "valid", "superseded"),
        ("diploma", "b", "valid", "superseded"),
        ("protocol", None, "valid", "superseded"),
    }  # fmt: skip
    assert tell(foreseen, "signature") == [("signature", None, "signed", None)]


def test_an_award_set_by_hand_and_an_exclusion_name_what_they_change(issued):
    award = foresee_decision(issued, "award", subject=f"{REPUBLIC}/b", value="gold")
    excluded = foresee_decision(issued, "exclude", subject=f"{REPUBLIC}/a", value="-")

    assert tell(award, "place", "award") == [("award", "b", "silver", "gold")]
    assert ("place", "b", "2", "1") in tell(excluded, "place")
    assert {(one.what, one.entry) for one in award.differences if one.field == "document"} == {
        ("diploma", "b"),
        ("protocol", None),
    }


def test_a_decision_is_refused_once_it_would_change_something_else(issued):
    decision = {"subject": f"{REPUBLIC}/b", "value": "gold"}
    approved = foresee_decision(issued, "award", **decision)
    append_undo(issued, 5, actor="office", reason="printed on the wrong form")
    with pytest.raises(Outdated):
        append_decision(
            issued, "award", actor="jury", reason="votes", approved=approved, **decision
        )


@pytest.mark.long
def test_to_look_ahead_leaves_nothing_behind(issued):
    before = read_head(issued)
    correct(issued)
    foresee_undo(issued, 3)
    foresee_decision(issued, "exclude", subject=f"{REPUBLIC}/a", value="-")

    assert read_head(issued) == before
    assert verify(issued) == []
    assert not issued.append_lock.locked()


@pytest.mark.long
def test_a_correction_of_a_name_changes_no_place_and_says_which_papers_it_supersedes(issued):
    people = PEOPLE | {"a": ("Әлиұлы Қазыбек Нұрланұлы", *PEOPLE["a"][1:])}
    foreseen = foresee(issued, write_entries(people), kind="entries", replaces="yes")

    assert [(one.field, one.what, one.entry) for one in foreseen.differences] == [
        ("document", "protocol", None),
        ("document", "diploma", "a"),
        ("signature", None, None),
    ]


@pytest.mark.long
def test_an_undo_names_the_places_that_go_and_its_undo_those_that_come_back(issued):
    gone = foresee_undo(issued, 3)
    undo = append_undo(issued, 3, actor="chief", reason="wrong day").batch_no
    back = foresee_undo(issued, undo)

    assert tell(gone, "place") == [("place", e, str(n), None) for n, e in enumerate("abcde", 1)]
    assert tell(back, "place") == [("place", e, None, str(n)) for n, e in enumerate("abcde", 1)]
    assert {one.after for one in back.differences if one.field == "document"} == {"valid"}


def test_the_undo_of_an_issue_names_the_papers_it_takes_back_and_no_place(issued):
    foreseen = foresee_undo(issued, 5)

    assert {(one.field, one.before, one.after) for one in foreseen.differences} == {
        ("document", "valid", "revoked")
    }
    assert len(foreseen.differences) == 4


def test_a_first_sheet_corrects_nothing_and_is_not_carried_out(season):
    foreseen = foresee(season, "entry,name,total\na,Aigerim,90\n", kind="scores", contest=REPUBLIC)

    assert (foreseen.differences, foreseen.corrects) == ((), False)


def limited(*marks):
    """Lay a region that may send one person, and a contest of one entry for every mark."""
    championship = Championship(ENFORCED, ("maximum = 30 ", "maximum = 1 "))
    for mark in marks:
        championship.hold(mark)
    championship.ledger.lay_contest(championship.ruleset, 9, unit="01", level="republic")
    return Store(MEMORY, championship.settle().con)


@pytest.mark.long
def test_a_correction_that_pushes_an_entry_over_the_line_names_its_seat_in_another_contest():
    store = limited(90, 80)
    foreseen = foresee(
        store, "entry,total\ne1,95\n", kind="scores", contest="contest-2", replaces="yes"
    )

    assert [
        (one.contest, one.entry, one.region, one.before, one.after)
        for one in foreseen.differences
        if one.field == "seat"
    ] == [
        ("contest-1", "e1", "KZ-35", "in", "out"),
        ("contest-2", "e1", "KZ-35", "out", "in"),
    ]


@pytest.mark.long
def test_a_seat_that_ties_waits_for_a_decision():
    store = limited(90, 80)
    foreseen = foresee(
        store, "entry,total\ne1,90\n", kind="scores", contest="contest-2", replaces="yes"
    )

    assert [(one.contest, one.after) for one in foreseen.differences if one.field == "seat"] == [
        ("contest-1", "hold"),
        ("contest-2", "hold"),
    ]


@pytest.fixture
def advanced():
    """The oblast of KZ-35, whose first entry is on the start list of the republic."""
    store = open_played("oblast", _hold_oblast)
    append_advance(store, OBLAST, actor="organiser")
    yield store
    store.close()


@pytest.mark.long
def test_who_went_on_and_loses_the_right_is_named_with_the_entry_of_the_next_level(advanced):
    foreseen = foresee(
        advanced, "entry,total\na,70\nb,80\n", kind="scores", contest=OBLAST, replaces="yes"
    )

    assert [
        (one.entry, one.what, one.number, one.before, one.after)
        for one in foreseen.differences
        if one.field == "start_list"
    ] == [
        ("a", REPUBLIC, "01", "listed", "stray"),
        ("b", None, None, None, "entitled"),
    ]


@pytest.mark.long
def test_the_undo_of_an_advance_takes_its_entries_off_the_start_list(advanced):
    foreseen = foresee_undo(advanced, read_head(advanced))

    assert tell(foreseen, "start_list") == [("start_list", "a", "listed", None)]


@pytest.mark.long
def test_what_was_approved_is_written_as_long_as_it_is_what_would_happen(issued):
    prepared = prepare(
        issued, write_scores(SWAPPED), kind="scores", contest=REPUBLIC, replaces="yes"
    )
    approved = foresee_sheet(issued, prepared, replaces="yes")
    give(issued, "name,region\nТараз колледжі,KZ-31\n", kind="organisations")
    receipt = commit(issued, prepared, replaces="yes", approved=approved)

    assert receipt.batch_no == approved.batch_no + 1


@pytest.mark.long
def test_what_was_approved_is_refused_once_it_would_be_something_else(issued):
    prepared = prepare(
        issued, write_scores(SWAPPED), kind="scores", contest=REPUBLIC, replaces="yes"
    )
    approved = foresee_sheet(issued, prepared, replaces="yes")
    undo = foresee_undo(issued, 3)
    append_undo(issued, 5, actor="office", reason="printed on the wrong form")
    with pytest.raises(Outdated):
        commit(issued, prepared, replaces="yes", approved=approved)
    with pytest.raises(Outdated):
        append_undo(issued, 3, actor="chief", reason="wrong day", approved=undo)

    assert read_head(issued) == 6


def test_who_may_not_write_is_told_before_and_sees_of_other_places_what_the_public_sees(issued):
    elsewhere = access.Scope(region="KZ-10")
    prepared = prepare(
        issued, write_scores(SWAPPED), kind="scores", contest=REPUBLIC, replaces="yes"
    )
    with pytest.raises(NotAllowed):
        foresee_sheet(issued, prepared, replaces="yes", actor_role="organiser", scope=elsewhere)
    here = find_contest(issued, REPUBLIC, read_now(issued))
    other = Reader(as_of=0, scope=(here + 1,))

    assert foresee_sheet(issued, prepared, replaces="yes", reader=other).differences == ()


@pytest.mark.long
def test_a_signature_given_again_is_the_next_thing_a_correction_would_void(issued):
    give(issued, write_scores(SWAPPED), kind="scores", contest=REPUBLIC, replaces="yes")
    unsigned = tell(foresee_undo(issued, 6), "signature")
    sign(issued)

    assert unsigned == []
    assert tell(foresee_undo(issued, 6), "signature") == [("signature", None, "signed", None)]

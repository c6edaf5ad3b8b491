"""Where a venue and its office have both changed something: told, asked about, never guessed."""

import datetime as dt

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    append_decision,
    append_erasure,
    append_undo,
    look_at_package,
    merge_package,
    read_head,
    verify,
)
from tests import ready, venues
from tests.giving import CONTESTS, REPUBLIC, give
from tests.store.test_random_ledgers import publish
from tests.venues import OBLAST, board, lend, merge, pack

office = ready.lend("venue-office", venues.begin)


def look(office, data, answers=None, *, now=None):
    return look_at_package(office, data, now=now or venues.now(), answers=answers)


def tell(seen):
    """Return the conflicts as short rows."""
    return [
        (one.kind, one.contest, one.entry, one.what, one.venue, one.centre)
        for one in seen.conflicts
    ]


def mark(store, total, **options):
    sheet = f"entry,judge,total\na,J1,{total}\n"
    return give(store, sheet, kind="scores", contest=REPUBLIC, **options)


def totals(store):
    return {row["entry"]: row["total"] for row in board(store, REPUBLIC)}


@pytest.fixture
def both(office, tmp_path):
    """Both sides have marked entry a: 90 there, 70 here."""
    venue = lend(office, tmp_path)
    mark(venue, 90)
    mark(office, 70)
    yield office, venue
    venue.close()


def test_an_entry_marked_twice_is_told_with_both_values_and_both_batches(both):
    office, venue = both
    seen = look(office, pack(venue))

    assert tell(seen) == [
        ("both_changed", REPUBLIC, None, None, "scores", "scores"),
        ("marked_twice", REPUBLIC, "a", "score total J1", "90.000", "70.000"),
    ]
    assert {(one.venue_batch_no, one.centre_batch_no) for one in seen.conflicts} == {(3, 3)}


def test_without_an_answer_nothing_is_written(both):
    office, venue = both
    with pytest.raises(Refused, match="without an answer"):
        merge(office, pack(venue))

    assert (read_head(office), verify(office)) == (3, [])


@pytest.mark.long
@pytest.mark.parametrize(("whose", "total"), [("venue", 90), ("centre", 70)])
def test_a_contest_is_whose_somebody_said_it_is_and_stays_so(both, whose, total):
    office, venue = both
    merge(office, pack(venue), answers={REPUBLIC: whose})
    first, broken = totals(office), verify(office, all_contests=True)
    give(venue, f"contest,entry,name\n{OBLAST},n,Nur\n", kind="entries")
    later = merge(office, pack(venue))

    assert (first["a"], broken, later.conflicts) == (total, [], ())
    assert totals(office)["a"] == total


@pytest.mark.long
def test_a_contest_left_to_the_centre_can_be_given_to_the_venue_later_with_all_it_did(both):
    office, venue = both
    merge(office, pack(venue), answers={REPUBLIC: "centre"})
    give(venue, "entry,judge,total\nb,J1,60\n", kind="scores", contest=REPUBLIC)
    data = pack(venue)
    seen = look(office, data)
    merge(office, data, answers={REPUBLIC: "venue"})

    assert [one.kind for one in seen.open] == ["both_changed", "marked_twice"]
    assert (board(office), verify(office, all_contests=True)) == (board(venue), [])


@pytest.mark.long
def test_what_the_office_does_after_it_gave_a_contest_to_the_venue_is_asked_about_anew(both):
    office, venue = both
    merge(office, pack(venue), answers={REPUBLIC: "venue"})
    give(venue, "entry,judge,total\nb,J1,60\n", kind="scores", contest=REPUBLIC)
    quiet = look(office, pack(venue)).conflicts
    append_decision(
        office, "exclude", subject=f"{REPUBLIC}/b", value="excluded", actor="jury", reason="left"
    )

    assert quiet == ()
    assert [one.kind for one in look(office, pack(venue)).open] == ["both_changed"]


def test_a_late_entry_and_the_marks_of_a_venue_go_together_when_somebody_says_so(office, tmp_path):
    venue = lend(office, tmp_path)
    mark(venue, 90)
    give(office, f"contest,entry,name\n{REPUBLIC},late,Late One\n", kind="entries")
    merge(office, pack(venue), answers={REPUBLIC: "both"})

    assert (set(totals(office)), totals(office)["a"]) == ({"a", "b", "late"}, 90)
    assert verify(office, all_contests=True) == []


@pytest.mark.long
def test_both_is_no_answer_where_the_same_was_marked_twice(both):
    office, venue = both
    with pytest.raises(Refused, match="cannot be taken from both"):
        merge(office, pack(venue), answers={REPUBLIC: "both"})


@pytest.mark.long
def test_both_is_no_answer_where_one_side_has_signed_what_the_other_changed(office, tmp_path):
    give(office, venues.SCORES, kind="scores", contest=REPUBLIC)
    venue = lend(office, tmp_path)
    give(venue, f"contest,entry,name\n{REPUBLIC},late,Late One\n", kind="entries")
    append_decision(
        office, "sign_off", subject=REPUBLIC, value="signed", actor="chief", reason="seen"
    )
    seen = look(office, pack(venue))
    with pytest.raises(Refused, match="cannot be taken from both"):
        merge(office, pack(venue), answers={REPUBLIC: "both"})

    assert [one.kind for one in seen.conflicts] == ["both_changed"]


@pytest.mark.long
def test_a_publication_of_the_venue_does_not_publish_what_the_office_did(office, tmp_path):
    venue = lend(office, tmp_path)
    publish(venue, REPUBLIC, 2)
    mark(office, 70)
    seen = look(office, pack(venue))
    with pytest.raises(Refused, match="cannot be taken from both"):
        merge(office, pack(venue), answers={REPUBLIC: "both"})
    merge(office, pack(venue), answers={REPUBLIC: "venue"})

    assert [(one.kind, one.venue) for one in seen.open] == [("both_changed", "publication")]
    assert {row["total"] for row in board(office, REPUBLIC, audience="public")} == {None}


@pytest.mark.long
def test_what_was_decided_about_names_goes_with_the_contest(office, tmp_path):
    venue = lend(office, tmp_path)
    mark(venue, 90)
    append_decision(
        office, "names", subject=REPUBLIC, value="short", actor="office", reason="parents"
    )
    shown = "select count(*) from private.shown_entry where naming is not null"
    before = office.cursor().execute(shown).fetchone()
    merge(office, pack(venue), answers={REPUBLIC: "venue"})

    assert (before, office.cursor().execute(shown).fetchone()) == ((2,), (0,))
    assert verify(office, all_contests=True) == []


@pytest.mark.long
def test_an_answer_about_nothing_is_refused(both):
    office, venue = both
    with pytest.raises(Refused, match="no conflict about"):
        merge(office, pack(venue), answers={OBLAST: "venue"})


@pytest.mark.long
def test_a_contest_and_an_entry_made_on_both_sides_with_other_rules_are_told(office, tmp_path):
    venue = lend(office, tmp_path)
    sheet = CONTESTS.replace("2026", "2027")
    give(venue, sheet, kind="contests")
    give(
        office,
        sheet.replace("worldskills,2027-11-10", "worldskills-demo,2027-11-11"),
        kind="contests",
    )
    contest = REPUBLIC.replace("2026", "2027")
    for side, name in ((venue, "Asel"), (office, "Ainur")):
        give(side, f"contest,entry,name,region\n{contest},a,{name},KZ-35\n", kind="entries")
    seen = [row for row in tell(look(office, pack(venue))) if row[1] == contest]

    assert [row[0] for row in seen] == [
        "both_changed",
        "made_twice",
        "ruleset_differs",
        "made_twice",
    ]
    assert seen[3][2:] == ("a", "entry", "Asel KZ-35 active", "Ainur KZ-35 active")
    assert [value.split()[0] for value in seen[2][4:]] == ["worldskills", "worldskills-demo"]


@pytest.mark.long
def test_the_same_person_id_for_two_names_is_told_and_keeps_nothing_out(office, tmp_path):
    venue = lend(office, tmp_path)
    for side, contest, name in ((venue, REPUBLIC, "Asel"), (office, OBLAST, "Ainur")):
        give(side, f"contest,entry,person,name\n{contest},p,P7,{name}\n", kind="entries")
    merged = merge(office, pack(venue))

    assert tell(merged) == [("person_differs", None, None, "P7", "Asel", "Ainur")]


@pytest.mark.long
def test_an_expert_listed_on_both_sides_is_put_right_before_the_merge(office, tmp_path):
    venue = lend(office, tmp_path)
    sheet = f"contest,name,region,role\n{REPUBLIC},Sanat Omar,KZ-35,judge\n"
    for side in (venue, office):
        give(side, sheet, kind="experts")
    seen = look(office, pack(venue))
    append_undo(office, 3, actor="office", reason="the venue lists its own")
    merge(office, pack(venue))

    assert [(one.kind, one.is_answerable) for one in seen.open] == [("listed_twice", False)]
    assert verify(office) == []


@pytest.mark.long
def test_who_was_erased_here_is_not_brought_back_by_a_package(office, tmp_path):
    give(office, f"contest,entry,name\n{REPUBLIC},z,Zarina\n", kind="entries")
    venue = lend(office, tmp_path)
    sheet = f"contest,entry,name,region\n{REPUBLIC},z,Zarina,KZ-35\n"
    give(venue, sheet, kind="entries", replaces=3)
    append_erasure(office, f"{REPUBLIC}/z", actor="office", reason="asked")
    seen = look(office, pack(venue), {REPUBLIC: "venue"})
    append_erasure(venue, f"{REPUBLIC}/z", actor="office", reason="asked")
    merge(office, pack(venue), answers={REPUBLIC: "venue"})

    assert [(one.kind, one.entry, one.is_answerable) for one in seen.open] == [
        ("erased", "z", False)
    ]
    assert verify(office) == []


@pytest.mark.long
def test_a_clock_that_is_ahead_or_goes_back_is_told_and_can_be_answered(office, tmp_path):
    venue = lend(office, tmp_path)
    mark(venue, 90)
    early = venues.now() - dt.timedelta(days=1)
    data = pack(venue)
    seen = look(office, data, now=early)
    merge_package(office, data, actor="office", now=early, answers={"clock": "venue"})

    assert [(one.kind, one.what) for one in seen.conflicts] == [
        ("clock", "ahead of ours"),
        ("clock", "package, ahead of ours"),
    ]
    assert verify(office) == []


@pytest.mark.long
def test_who_was_erased_at_the_venue_is_erased_here_too_before_a_merge(office, tmp_path):
    give(office, f"contest,entry,name\n{REPUBLIC},z,Zarina\n", kind="entries")
    venue = lend(office, tmp_path)
    sheet = f"contest,entry,name,region\n{REPUBLIC},z,Zarina,KZ-35\n"
    give(office, sheet, kind="entries", replaces=3)
    append_erasure(venue, f"{REPUBLIC}/z", actor="venue", reason="asked")
    data = pack(venue)
    seen = look(office, data, {REPUBLIC: "venue"})
    append_erasure(office, f"{REPUBLIC}/z", actor="office", reason="asked")
    merge(office, data, answers={REPUBLIC: "venue"})

    assert [(one.kind, one.entry) for one in seen.open] == [("erased_there", "z")]
    assert verify(office) == []

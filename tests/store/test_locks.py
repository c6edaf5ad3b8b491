"""The states of WM-09: entered, checked, accepted, locked; what is locked cannot be changed."""

import pytest

from kasipkor_core.errors import NotAllowed, Refused
from kasipkor_core.store import append_decision, append_undo, query, read_head, read_now, verify
from tests.giving import give
from tests.web.people import CONTEST, identify

SHEET = "entry,name,region,A,B\n01,Ерлан,KZ-35,40,30\n02,Айгүл,KZ-35,20,10\n"
OTHER = SHEET.replace("40,30", "40,31")
STATES = "select sub_criterion, state from mart.sub_criteria order by sub_criterion"


def decide(store, kind, value="all", *, actor="chief", entry=None, **who):
    subject = f"{CONTEST}/{entry}" if entry else CONTEST
    return append_decision(
        store, kind, subject=subject, value=value, actor=actor, reason="as on paper", **who
    )


def enter(store, text=SHEET, *, replaces="no", actor="asel"):
    return give(
        store, text, kind="scores", contest=CONTEST, actor=actor, replaces=replaces
    ).batch_no


def states(store):
    rows = query(store, STATES, read_now(store)).to_pylist()
    return {row["sub_criterion"]: row["state"] for row in rows}


def steps(store):
    sql = "select step, status, number, expected from mart.contest_steps where contest = $c"
    rows = query(store, sql, read_now(store), c=CONTEST).to_pylist()
    return {row["step"]: (row["status"], row["number"], row["expected"]) for row in rows}


def test_wm_09_a_part_goes_from_draft_to_locked_and_back_only_by_the_chief_expert(season):
    seen = []
    enter(season, SHEET.replace("20,10", "20,"))
    seen.append(states(season))
    enter(season, replaces="yes")
    seen.append(states(season))
    decide(season, "check", actor="marat")
    seen.append(states(season))
    for entry in ("01", "02"):
        decide(season, "accept", "A", entry=entry, actor="expert")
    seen.append(states(season))
    for entry in ("01", "02"):
        decide(season, "accept", "B", entry=entry, actor="expert")
    decide(season, "lock", "B")
    seen.append(states(season))
    decide(season, "unlock", "B")
    seen.append(states(season))

    assert seen == [
        {"A": "entered", "B": "draft"},
        {"A": "entered", "B": "entered"},
        {"A": "checked", "B": "checked"},
        {"A": "accepted", "B": "checked"},
        {"A": "accepted", "B": "locked"},
        {"A": "accepted", "B": "accepted"},
    ]
    assert verify(season) == []


@pytest.mark.long
def test_wm_09_what_is_locked_can_neither_be_replaced_nor_undone_nor_added_to(season):
    number = enter(season)
    decide(season, "check", actor="marat")
    decide(season, "lock", "B")
    head = read_head(season)
    for change in (
        lambda: enter(season, OTHER, replaces="yes"),
        lambda: append_undo(season, number, reason="wrong", actor="asel"),
        lambda: enter(season, "entry,name,region,A,B\n03,Дана,KZ-35,1,2\n"),
    ):
        with pytest.raises(Refused, match=r"Part B of .* is locked"):
            change()
    after_refusals = read_head(season)
    enter(season, SHEET.replace("40,30", "41,30"), replaces="yes")

    assert after_refusals == head
    assert states(season) == {"A": "entered", "B": "locked"}


@pytest.mark.long
def test_wm_09_unlocked_or_reopened_it_can_be_changed_again(season):
    enter(season)
    decide(season, "check", actor="marat")
    decide(season, "lock")
    decide(season, "unlock", "B")
    enter(season, OTHER, replaces="yes")
    decide(season, "check", actor="marat")
    decide(season, "lock", "B")
    decide(season, "sign_off")
    decide(season, "reopen")
    enter(season, SHEET, replaces="yes")

    assert states(season) == {"A": "entered", "B": "entered"}


@pytest.mark.long
def test_wm_09_a_lock_waits_for_marks_for_the_second_person_and_for_every_acceptance(season):
    enter(season, SHEET.replace("20,10", "20,"))
    with pytest.raises(Refused, match=r"Part B .*1 marks are missing"):
        decide(season, "lock")
    enter(season, replaces="yes")
    with pytest.raises(Refused, match=r"Part A .*1 sheets wait for a second person"):
        decide(season, "lock")
    decide(season, "check", actor="marat")
    decide(season, "accept", entry="01", actor="expert")
    with pytest.raises(Refused, match=r"Part A .*1 entries are not accepted"):
        decide(season, "lock", "A")
    decide(season, "accept", entry="02", actor="expert")
    decide(season, "lock")

    assert states(season) == {"A": "locked", "B": "locked"}
    assert steps(season)["locked"] == ("done", 2, 2)


def test_wm_09_who_entered_the_marks_of_an_entry_cannot_accept_them(season):
    enter(season)
    with pytest.raises(Refused, match="who entered the marks of 01 cannot accept"):
        decide(season, "accept", entry="01", actor=" ASEL ")


@pytest.mark.long
def test_wm_09_a_mark_brought_later_needs_another_acceptance(season):
    enter(season)
    for entry in ("01", "02"):
        decide(season, "accept", entry=entry, actor="expert")
    decide(season, "check", actor="marat")
    before = states(season)
    enter(season, OTHER, replaces="yes")
    decide(season, "check", actor="marat")

    assert before == {"A": "accepted", "B": "accepted"}
    assert states(season) == {"A": "checked", "B": "checked"}


@pytest.mark.long
def test_wm_09_a_contest_that_locks_is_signed_when_all_of_it_is_locked(season):
    enter(season)
    decide(season, "check", actor="marat")
    decide(season, "lock", "A")
    with pytest.raises(Refused, match="part B is not locked"):
        decide(season, "sign_off")
    decide(season, "lock", "B")
    decide(season, "sign_off")

    assert steps(season)["signed"][0] == "done"


def test_wm_09_the_chief_expert_locks_and_unlocks_and_an_expert_accepts(season):
    enter(season)
    decide(season, "check", actor="marat")
    for role in ("expert", "jury_representative", "organiser", "auditor", "public"):
        known = identify(role) if role != "public" else None
        who = {"actor_role": role} | ({"scope": known.scope} if known else {})
        for kind in ("lock", "unlock"):
            with pytest.raises(NotAllowed):
                decide(season, kind, **who)
    expert = identify("expert")
    decide(season, "accept", entry="01", actor="e", actor_role="expert", scope=expert.scope)
    with pytest.raises(Refused, match="has no part C"):
        decide(season, "lock", "C")
    with pytest.raises(Refused, match="of one entry"):
        decide(season, "accept")

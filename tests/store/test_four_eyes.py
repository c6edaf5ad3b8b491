"""Four eyes: whoever entered a sheet neither checks it nor signs its contest alone."""

import pytest

from kasipkor_core.errors import NotAllowed, Refused
from kasipkor_core.store import (
    Reader,
    SheetRefused,
    append_decision,
    append_publication,
    append_undo,
    query,
    read_head,
    read_now,
    verify,
)
from tests.giving import REPUBLIC, give
from tests.web.people import CONTEST, identify

FIRST = "entry,name,region,total\na,Aigerim,KZ-35,80\nb,Bolat,KZ-75,70\n"
SECOND = "entry,name,region,total\nc,Dana,KZ-71,60\n"
OTHER_MARK = FIRST.replace("80", "81")
STEPS = """
    select step, status, is_next, who, number, expected
    from mart.contest_steps
    where contest = $contest
    order by step_no
"""
CHECKS = "select batch_no, is_checked, is_seconded from mart.sheet_checks order by batch_no"


def decide(store, kind, value="signed", *, actor, subject=REPUBLIC, **who):
    return append_decision(
        store, kind, subject=subject, value=value, actor=actor, reason="as on paper", **who
    )


def enter(store, text=FIRST, *, actor="asel", replaces="no"):
    return give(
        store, text, kind="scores", contest=REPUBLIC, actor=actor, replaces=replaces
    ).batch_no


def list_steps(store, contest=REPUBLIC):
    return query(store, STEPS, read_now(store), contest=contest).to_pylist()


def statuses(store):
    return {row["step"]: row["status"] for row in list_steps(store)}


def next_step(store):
    return [row["step"] for row in list_steps(store) if row["is_next"]]


def seconded(store):
    return {
        row["batch_no"]: (row["is_checked"], row["is_seconded"])
        for row in query(store, CHECKS, read_now(store)).to_pylist()
    }


@pytest.mark.long
def test_wm_09_whoever_entered_a_sheet_cannot_check_it_and_a_second_person_can(season):
    enter(season)
    with pytest.raises(Refused) as refused:
        decide(season, "check", "2", actor="asel")
    before = next_step(season)
    decide(season, "check", "2", actor="marat")

    assert str(refused.value).startswith("Four eyes (WM-09): asel entered batch 2 of ")
    assert (before, next_step(season)) == (["checked"], ["signed"])
    assert list_steps(season)[1] == {
        "step": "checked",
        "status": "done",
        "is_next": False,
        "who": "marat",
        "number": 1,
        "expected": 1,
    }


def test_bp_16_whoever_entered_cannot_sign_alone_but_after_a_check_by_another(season):
    enter(season)
    with pytest.raises(Refused) as refused:
        decide(season, "sign_off", actor="asel")
    decide(season, "check", "all", actor="marat")
    decide(season, "sign_off", actor="asel")

    assert "asel entered batch 2 of" in str(refused.value)
    assert "cannot sign it alone" in str(refused.value)
    assert statuses(season)["signed"] == "done"
    assert verify(season) == []


@pytest.mark.long
def test_bp_16_the_signature_of_somebody_else_is_the_second_person_itself(season):
    enter(season)
    decide(season, "sign_off", actor="chief")

    assert statuses(season) == {
        "entered": "done",
        "checked": "by_signature",
        "signed": "done",
        "published": "open",
    }
    assert next_step(season) == ["published"]
    assert seconded(season) == {2: (False, True)}


@pytest.mark.long
def test_a_person_is_the_same_in_other_letters_and_in_another_role(season):
    enter(season, actor="Asel@Example.kz")
    for who in (" asel@example.kz", "ASEL@EXAMPLE.KZ"):
        with pytest.raises(Refused, match="Four eyes"):
            decide(season, "sign_off", actor=who, actor_role="administrator")


@pytest.mark.long
def test_of_several_sheets_each_needs_a_second_person(season):
    enter(season)
    enter(season, SECOND, actor="marat")
    decide(season, "check", "2", actor="marat")
    with pytest.raises(Refused) as refused:
        decide(season, "check", "all", actor="marat")
    with pytest.raises(Refused) as alone:
        decide(season, "sign_off", actor="marat")
    shown = list_steps(season)[1]
    decide(season, "check", "3", actor="asel")
    decide(season, "sign_off", actor="marat")

    assert "marat entered batch 3" in str(refused.value)
    assert "marat entered batch 3" in str(alone.value)
    assert (shown["status"], shown["number"], shown["expected"]) == ("open", 1, 2)
    assert statuses(season)["signed"] == "done"


@pytest.mark.long
def test_a_replaced_sheet_loses_its_check_and_gets_it_back_with_the_undo(season):
    enter(season)
    decide(season, "check", "2", actor="marat")
    enter(season, OTHER_MARK, replaces="yes")
    replaced = (seconded(season), statuses(season)["checked"])
    with pytest.raises(Refused, match="cannot sign it alone"):
        decide(season, "sign_off", actor="asel")
    append_undo(season, 4, actor="asel", reason="the first was right")

    assert replaced == ({4: (False, False)}, "void")
    assert seconded(season) == {2: (True, True)}
    decide(season, "sign_off", actor="asel")


@pytest.mark.long
def test_a_later_change_voids_a_check_of_all_and_a_signature_and_says_so(season):
    enter(season)
    decide(season, "check", "all", actor="marat")
    decide(season, "sign_off", actor="chief")
    enter(season, SECOND)

    assert statuses(season) == {
        "entered": "done",
        "checked": "void",
        "signed": "void",
        "published": "open",
    }
    assert next_step(season) == ["checked"]


@pytest.mark.long
def test_reopening_takes_the_signature_away_and_not_the_check(season):
    enter(season)
    decide(season, "check", "2", actor="marat")
    decide(season, "sign_off", actor="chief")
    decide(season, "reopen", actor="chief")

    assert seconded(season) == {2: (True, True)}
    assert statuses(season)["signed"] == "void"


@pytest.mark.long
def test_a_check_is_about_a_sheet_of_marks_that_counts(season):
    enter(season)
    for value in ("1", "3", "sheet", ""):
        with pytest.raises(Refused, match="no marks or points that count"):
            decide(season, "check", value, actor="marat")
    with pytest.raises(Refused, match="no marks or points that count"):
        decide(season, "check", "2", actor="marat", subject=f"{REPUBLIC}/a")
    append_undo(season, 2, actor="asel", reason="wrong contest")
    with pytest.raises(Refused, match="no marks or points that count"):
        decide(season, "check", "all", actor="marat")


DECISIONS = "kind,subject,value,who,reason\n{kind},{contest},{value},{who},on paper\n"


@pytest.mark.long
@pytest.mark.parametrize(("actor", "who"), [("asel", "chief"), ("registrar", "Asel ")])
@pytest.mark.parametrize(("kind", "value"), [("sign_off", "signed"), ("check", "2")])
@pytest.mark.sampled
def test_a_sheet_of_decisions_is_no_way_round_for_who_brings_or_is_named(
    season, actor, who, kind, value
):
    enter(season)
    row = DECISIONS.format(kind=kind, contest=REPUBLIC, value=value, who=who)
    with pytest.raises(Refused, match="Four eyes") as refused:
        give(season, row, kind="decisions", actor=actor)
    good = DECISIONS.format(kind=kind, contest=REPUBLIC, value=value, who="chief")
    give(season, good, kind="decisions", actor="registrar")

    assert not isinstance(refused.value, SheetRefused)
    assert seconded(season) == {2: (kind == "check", True)}


@pytest.mark.long
def test_local_is_let_through_where_nobody_is_asked_and_is_no_second_person(season):
    enter(season)
    decide(season, "sign_off", actor="asel", actor_role="local")
    decide(season, "check", "2", actor="marat", actor_role="local")

    assert seconded(season) == {2: (False, False)}
    assert statuses(season)["checked"] == "alone"
    assert verify(season) == []


@pytest.mark.long
def test_cs_34_a_member_who_entered_signs_after_another_member_did(season):
    enter(season)
    with pytest.raises(Refused, match="cannot sign it alone"):
        decide(season, "sign_off", actor="asel")
    decide(season, "sign_off", actor="marat")

    assert decide(season, "sign_off", actor="asel") == 4


@pytest.mark.long
def test_an_expert_checks_in_the_own_contest_and_signs_nowhere(season):
    give(season, FIRST, kind="scores", contest=CONTEST, actor="asel")
    enter(season)
    expert = identify("expert")
    who = {"actor": expert.person, "actor_role": "expert", "scope": expert.scope}
    decide(season, "check", "2", subject=CONTEST, **who)
    with pytest.raises(NotAllowed):
        decide(season, "check", "3", **who)
    for kind in ("sign_off", "award", "reopen"):
        with pytest.raises(NotAllowed):
            decide(season, kind, subject=CONTEST, **who)
    for role in ("auditor", "participant", "public"):
        with pytest.raises(NotAllowed):
            decide(season, "check", "2", subject=CONTEST, actor="x", actor_role=role)

    assert seconded(season) == {2: (True, True), 3: (False, False)}


@pytest.mark.long
def test_the_public_reads_the_steps_without_names(season):
    enter(season)
    decide(season, "check", "2", actor="marat")
    decide(season, "sign_off", actor="chief")
    append_publication(season, [REPUBLIC], as_of=read_head(season), actor="office")
    head = read_head(season)
    rows = {
        audience: query(season, STEPS, Reader(head, audience), contest=REPUBLIC).to_pylist()
        for audience in ("staff", "public")
    }
    names = "select entered_by, checked_by, is_checked from mart.sheet_checks"
    sheets = query(season, names, Reader(head, "public")).to_pylist()

    assert [row["who"] for row in rows["staff"]] == ["asel", "marat", "chief", "office"]
    assert [row["status"] for row in rows["staff"]] == ["done"] * 4
    assert {row["who"] for row in rows["public"]} == {None}
    assert sheets == [{"entered_by": None, "checked_by": None, "is_checked": True}]

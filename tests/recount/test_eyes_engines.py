"""The second person behind a sheet: the view and the second engine on random decisions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core import house
from kasipkor_core.recount.eyes import Eyes, Sheet, Vouch, count_eyes
from kasipkor_core.store.compare_eyes import compare_eyes
from tests.kit import Ledger

PEOPLE = st.sampled_from(["asel", "Asel ", "marat"])
ROLES = st.sampled_from(["operator", "operator", "local"])
VALUES = st.sampled_from(["all", "2", "3", "signed"])
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("sheet"), PEOPLE, ROLES),
        st.tuples(st.sampled_from(["check", "sign_off", "reopen"]), PEOPLE, ROLES, PEOPLE, VALUES),
        st.tuples(st.just("undo"), st.integers(2, 5)),
    ),
    min_size=2,
    max_size=8,
)


def name_actor(ledger, actor, role):
    ledger.con.execute(
        "update ledger.batch set actor = $actor, actor_role = $role where batch_no = $n",
        {"actor": actor, "role": role, "n": ledger.batch_no},
    )


def lay_act(ledger, act):
    match act:
        case ("sheet", actor, role):
            ledger.lay("score", {"entry_no": ledger.batch_no, "points": 1})
            name_actor(ledger, actor, role)
        case ("undo", number):
            ledger.undo(1, min(number, ledger.batch_no))
        case (kind, actor, role, who, value):
            ledger.lay("decision", {"kind": kind, "value": value, "who": who})
            name_actor(ledger, actor, role)


def lay_acts(*acts):
    ledger = Ledger()
    ledger.lay_contest()
    for act in acts:
        lay_act(ledger, act)
    return ledger


@pytest.mark.long
@settings(max_examples=8, deadline=None)
@given(ACTS)
def test_both_engines_say_the_same_of_any_sheets_and_decisions(acts):
    assert compare_eyes(lay_acts(*acts).con) == []


ENTERED = ("sheet", "asel", "operator")
SEEN = {  # what the view would lose, and the acts that show it
    "lower(trim(signed.actor)) <> lower(trim(entered.actor))": (
        ENTERED, ("check", "Asel ", "operator", "marat", "2"),
    ),
    "lower(trim(decision.who)) <> lower(trim(entered.actor))": (
        ENTERED, ("check", "marat", "operator", "asel", "2"),
    ),
    "signed.actor_role <> 'local'": (ENTERED, ("sign_off", "marat", "local", "marat", "signed")),
    "decision.batch_no > coalesce(last_change.batch_no, 0)": (
        ENTERED, ("check", "marat", "operator", "marat", "all"), ENTERED,
    ),
    "decision.value = sheet.batch_no::varchar": (
        ENTERED, ("check", "marat", "operator", "marat", "3"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", SEEN)
def test_a_rule_that_the_view_loses_is_seen_by_the_second_engine(rule):
    ledger = lay_acts(*SEEN[rule])
    text = (house.SQL / "views" / "fact" / "vouched.sql").read_text(encoding="utf-8")
    assert text.count(rule) == 1
    before = compare_eyes(ledger.con)
    ledger.con.execute(text.replace(rule, "true"))

    assert (before, compare_eyes(ledger.con) != []) == ([], True)


def test_wm_09_the_second_engine_by_hand():
    sheets = [Sheet(2, "asel"), Sheet(3, "marat")]
    said = [
        Vouch(4, "check", "2", "marat", "marat", "expert"),
        Vouch(5, "sign_off", "signed", "asel", "asel", "chief_expert"),
    ]

    assert count_eyes(sheets, said, changed_batch_no=3) == [
        Eyes(2, is_checked=True, is_seconded=True),
        Eyes(3, is_checked=False, is_seconded=True),
    ]
    assert count_eyes(sheets, said, changed_batch_no=6) == [
        Eyes(2, is_checked=True, is_seconded=True),
        Eyes(3, is_checked=False, is_seconded=False),
    ]

"""The register of a jury: the views and the second engine on random decisions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core.recount.panel import Conflict, Said, judge_conflicts
from kasipkor_core.store.compare import compare_contests
from kasipkor_core.store.compare_panel import compare_panel
from tests.kit import Ledger

ENTRIES = st.sampled_from([None, 1, 2])
JUDGES = st.sampled_from([1, 2])
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("conflict"), ENTRIES, JUDGES, st.just("relative")),
        st.tuples(st.just("conflict_ruling"), ENTRIES, JUDGES, st.sampled_from(["aside", "kept"])),
        st.tuples(st.just("replacement"), st.none(), JUDGES, st.just("2")),
        st.tuples(st.just("penalty"), st.sampled_from([1, 2]), st.none(), st.just("warning")),
        st.tuples(st.just("exclude"), st.sampled_from([1, 2]), st.none(), st.just("removal")),
        st.tuples(st.just("undo"), st.integers(5, 9), st.none(), st.none()),
    ),
    max_size=8,
)


def lay_acts(*acts):
    ledger = Ledger()
    ledger.lay_contest()
    ledger.lay_entries(2)
    ledger.name_judges("Асқар", "Болат")
    ledger.lay("score", {"entry_no": 1, "points": 80}, {"entry_no": 2, "points": 70})
    for kind, entry_no, judge_no, word in acts:
        if kind == "undo":
            ledger.undo(1, min(entry_no, ledger.batch_no))
        else:
            value = word if judge_no is None else f"{judge_no} {word}"
            ledger.decide(kind, value, entry_no=entry_no)
    ledger.tally()
    return ledger


def places(ledger):
    return ledger.column("mart.leaderboard", "(place, total)")


@pytest.mark.long
@settings(max_examples=8, deadline=None)
@given(ACTS)
def test_both_engines_say_the_same_of_any_register(acts):
    ledger = lay_acts(*acts)

    assert compare_panel(ledger.con) == []
    assert compare_contests(ledger.con, contests=[1]) == {1: []}


def test_both_engines_say_the_same_of_a_conflict_its_decision_and_a_replacement():
    ledger = lay_acts(
        ("conflict", 1, 1, "relative"),
        ("conflict", None, 2, "trained"),
        ("conflict_ruling", 1, 1, "aside"),
        ("replacement", None, 2, "1"),
        ("penalty", 2, None, "warning"),
    )
    rows = ledger.read(
        "select judge, entry, state, successor from mart.conflicts order by batch_no"
    )

    assert compare_panel(ledger.con) == []
    assert [tuple(row.values()) for row in rows] == [
        ("Асқар", "e1", "aside", None),
        ("Болат", None, "replaced", "Асқар"),
    ]


def test_wm_02_bp_07_a_warning_moves_no_place_and_takes_no_point():
    warned = lay_acts(("penalty", 1, None, "warning"), ("penalty", 1, None, "warning"))

    assert places(warned) == places(lay_acts())
    assert compare_contests(warned.con, contests=[1]) == {1: []}


def test_a_decision_about_the_whole_contest_settles_what_was_declared_about_an_entry():
    said = [
        Said(5, 0, "conflict", "1 relative", 3),
        Said(6, 0, "conflict_ruling", "1 kept", None),
        Said(7, 0, "conflict", "1 relative", 4),
        Said(8, 0, "conflict_ruling", "2 aside", 4),
    ]

    assert judge_conflicts(said) == [Conflict(5, 0, "kept"), Conflict(7, 0, "open")]

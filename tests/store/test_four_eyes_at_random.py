"""Whatever people try, no signature holds over a sheet that one person stands behind alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store import append_undo, read_now
from kasipkor_core.store.compare_eyes import compare_eyes
from kasipkor_core.store.query import open_cursor
from tests.giving import give
from tests.ready import open_ready
from tests.store.test_four_eyes import decide, enter

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["sheet", "sheet", "check", "check", "sign_off", "reopen", "undo"]),
        st.sampled_from(["asel", "marat", "dana"]),
        st.integers(0, 9),
    ),
    min_size=3,
    max_size=9,
)
ALONE = """
    select
        list(distinct sheet.batch_no) as alone
    from score.sheet_check as sheet
    inner join score.sign_off as state on state.contest_no = sheet.contest_no
    where state.is_signed and not sheet.is_seconded
"""


def play(store, acts):
    for serial, (act, who, pick) in enumerate(acts):
        try:
            match act:
                case "sheet":
                    text = f"entry,name,total\ne{pick % 3},N{serial},{40 + serial}\n"
                    enter(store, text, actor=who, replaces="yes" if pick % 2 else "no")
                case "undo":
                    append_undo(store, 2 + pick, actor=who, reason="mistaken")
                case "check":
                    value = "all" if pick > 6 else str(2 + pick)
                    decide(store, "check", value, actor=who)
                case kind:
                    decide(store, kind, actor=who)
        except (Refused, NotFound):
            continue


def check_random(acts):
    store = open_ready()
    try:
        give(store, "programme,season,level,unit,ruleset\nworldskills,2026,republic,17,worldskills",
             kind="contests")  # fmt: skip
        play(store, acts)
        cursor = open_cursor(store, read_now(store))

        assert compare_eyes(cursor) == []
        assert cursor.execute(ALONE).fetchall() == [(None,)]
    finally:
        store.close()


@pytest.mark.long
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS)
def test_no_signature_ever_holds_over_a_sheet_with_one_person_a_hundred_times(acts):
    check_random(acts)

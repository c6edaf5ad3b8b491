"""Random ledgers: at every horizon and for both audiences the views say what the account says."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core.store import Reader, append_undo, query, verify
from kasipkor_core.store.batch import Act, enter_force, open_batch, run_file, seal
from kasipkor_core.store.cut import cut_back
from kasipkor_core.store.names import resolve_contest
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import open_ready
from tests.store.account import Account

NEVER_PUBLISHED = "worldskills-2026-republic-09"
NAMES = (REPUBLIC, "worldskills-2026-oblast-KZ-35-17", NEVER_PUBLISHED)
BOARD = """
    select contest, entry, total, place
    from mart.leaderboard
    where place is not null
"""
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["sheet", "sheet", "replace", "undo", "undo", "publish"]),
        st.integers(0, 2),
        st.dictionaries(
            st.sampled_from(["a", "b", "c", "d", "e"]), st.integers(0, 100), min_size=1, max_size=4
        ),
        st.integers(0, 99),
    ),
    min_size=4,
    max_size=11,
)


def publish(store, contest, up_to):
    with open_batch(store) as batch:
        contest_no = resolve_contest(batch.cursor, contest)
        run_file(batch, "publication", contest_no=contest_no, published_batch_no=up_to)
        seal(batch, Act("publication", "chief"), enter_force(batch))


def sheet(points, serial):
    rows = "\n".join(f"{entry},N{entry} {serial},{total}" for entry, total in points.items())
    return f"entry,name,total\n{rows}\n"


def overlapping(account, contest, points):
    return [
        batch
        for batch in sorted(account.counting(contest))
        if account.facts[batch].get(contest, {}).keys() & points.keys()
    ]


def play(store, account, acts):
    give(store, CONTESTS, kind="contests")
    account.write(lambda number: [(name, number, True) for name in NAMES])
    for serial, given_act in enumerate(acts):
        step(store, account, given_act, serial)


def step(store, account, given_act, serial):
    act, which, points, pick = given_act
    contest = NAMES[which]
    former = overlapping(account, contest, points)
    if act in {"sheet", "replace"} and len(former) <= 1:
        if contest not in account.states[-1] or 1 not in account.counting(contest):
            return
        text = sheet(points, serial)
        give(store, text, kind="scores", contest=contest, replaces="yes" if former else "no")
        account.sheet(contest, points, replaced=former[0] if former else None)
    elif act == "undo":
        undo(store, account, pick)
    elif act == "publish" and contest != NEVER_PUBLISHED and 1 in account.counting(contest):
        up_to = 1 + pick % account.head
        publish(store, contest, up_to)
        account.publish(contest, up_to)


def undo(store, account, pick):
    counting = sorted({batch for found in account.states[-1].values() for batch in found} - {1})
    if not counting:
        return
    batch = counting[pick % len(counting)]
    if comes_back_beside_another(account, batch):
        return
    append_undo(store, batch, actor="chief", reason="mistaken")
    account.undo(batch)


def comes_back_beside_another(account, batch):
    trial = Account(account.contests, dict(account.facts), list(account.states))
    trial.turned, trial.publications = dict(account.turned), dict(account.publications)
    trial.undo(batch)
    for contest in account.contests:
        seen = set()
        for counting in trial.counting(contest):
            keys = trial.facts[counting].get(contest, {}).keys()
            if seen & keys:
                return True
            seen |= keys
    return False


def read_board(store, at, audience):
    rows = query(store, BOARD, Reader(as_of=at, audience=audience)).to_pylist()
    return {(row["contest"], row["entry"]): (int(row["total"]), row["place"]) for row in rows}


def check_up_to(store, account, head):
    for at in range(head + 1):
        for audience in ("staff", "public"):
            assert read_board(store, at, audience) == account.board(at, audience), (at, audience)
    assert verify(store) == []


def check_every_horizon(acts):
    store = open_ready()
    account = Account(NAMES)
    try:
        play(store, account, acts)
        check_up_to(store, account, account.head)
        half = (1 + account.head) // 2
        cut_back(store, half)
        check_up_to(store, account, half)
    finally:
        store.close()


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS)
def test_views_say_at_every_horizon_what_a_plain_account_says(acts):
    check_every_horizon(acts)


@pytest.mark.long
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS)
def test_views_say_at_every_horizon_what_a_plain_account_says_eighty_times(acts):
    check_every_horizon(acts)

"""Who may write what: asked by the ledger in the transaction, whatever a screen shows."""

from typing import get_args

import pytest

from kasipkor_core import access
from kasipkor_core.access import Scope
from kasipkor_core.errors import NotAllowed, Refused
from kasipkor_core.store import (
    Reader,
    append_advance,
    append_decision,
    append_publication,
    append_undo,
    commit,
    entitled,
    list_contests_of,
    query,
    read_head,
    understand,
)
from tests.giving import REPUBLIC, give, hold_contests
from tests.ready import lend
from tests.web.people import CONTEST, REGION, identify

SCORES = f"contest,entry,name,region,A,B\n{CONTEST},01,Алиев Ерлан,KZ-35,40,47.42\n"
ELSEWHERE = "worldskills-2026-oblast-KZ-75-17"
OTHERS = f"contest,entry,name,region,A,B\n{ELSEWHERE},01,Бекова Дана,KZ-75,40,47.42\n"
PEOPLE = """organisation,full_name,profession,region,consent,phones,email
Колледж,Алиев Ерлан,Повар,{region},иә,87770000000,a@b.kz
"""


def hold_two(store):
    """Hold a contest in each of two regions; the own one has a score: batch 3."""
    hold_contests(store)
    give(
        store,
        "programme,season,level,region,unit,ruleset\nworldskills,2026,oblast,KZ-75,17,worldskills",
        kind="contests",
    )
    give(store, SCORES, kind="scores")


two = lend("two_regions", hold_two)


def upload(store, text, kind, **who):
    prepared = understand(
        store, text.encode(), file_name="s.csv", kind=kind, actor=who.pop("actor", "x")
    )
    return commit(store, prepared, **who)


def signed(role, scope=None):
    known = identify(role) if role in access.INVITED else None
    return {"actor_role": role, "scope": scope or (known.scope if known else Scope())}


ACTS = {
    "upload": lambda s, who: upload(s, SCORES.replace(",01,", ",02,"), "scores", **who),
    "undo": lambda s, who: append_undo(s, 3, reason="wrong", actor="x", **who),
    "decide": lambda s, who: append_decision(
        s, "waiver", subject=CONTEST, value="flag", reason="so", actor="x", **who
    ),
    "publish": lambda s, who: append_publication(s, [CONTEST], as_of=3, actor="x", **who),
    "advance": lambda s, who: append_advance(s, CONTEST, actor="x", **who),
}
KINDS = {
    ("sheet", "scores"): "upload",
    ("sheet", "targets"): "set_target",
    ("undo", None): "undo",
    ("decision", None): "decide",
    ("decision", "check"): "check",
    ("advance", None): "decide",
    ("publication", None): "publish",
    ("document", None): "decide",
}


def test_what_the_table_says_a_role_may_not_do_is_refused_before_anything_is_looked_at():
    for role in (*get_args(access.Role), "king", ""):
        for (kind, sheet_kind), act in KINDS.items():
            try:
                entitled.refuse_role(role, kind, sheet_kind)
                is_refused = False
            except NotAllowed:
                is_refused = True

            assert is_refused is not access.may(role, act), (role, kind)
    for role in ("operator", "demo", "local"):
        entitled.refuse_role(role, "erasure")
    with pytest.raises(NotAllowed):
        entitled.refuse_role("administrator", "erasure")


def test_every_way_to_write_asks(two):
    head = read_head(two)
    for role in ("public", "participant", "auditor", "king", ""):
        for act in ACTS.values():
            with pytest.raises(NotAllowed, match="may not do this"):
                act(two, signed(role))

    assert read_head(two) == head


@pytest.mark.parametrize("role", ["organiser", "chief_expert"])
@pytest.mark.sampled
def test_a_role_of_one_place_writes_there_and_nowhere_else(two, role):
    upload(two, SCORES.replace("01", "02"), "scores", **signed(role))
    head = read_head(two)
    elsewhere = {
        "other": (OTHERS, "scores"),
        "both": (SCORES.replace("01", "03") + OTHERS.split("\n")[1] + "\n", "scores"),
    }
    for text, kind in elsewhere.values():
        with pytest.raises(Refused, match="and this touches more than that"):
            upload(two, text, kind, **signed(role))
    for subject in (ELSEWHERE, REPUBLIC):
        with pytest.raises(Refused, match="and this touches more than that"):
            append_decision(
                two, "waiver", subject=subject, value="x", reason="so", actor="x", **signed(role)
            )
    with pytest.raises(Refused, match="and this touches more than that"):
        append_undo(two, 1, actor="x", reason="all contests", **signed(role))

    assert read_head(two) == head


def test_a_bound_role_that_names_no_place_writes_nowhere(two):
    with pytest.raises(Refused, match="and this touches more than that"):
        upload(two, SCORES.replace("01", "02"), "scores", **signed("organiser", Scope()))


def test_an_organiser_brings_applications_of_the_own_region_only(two):
    upload(two, PEOPLE.format(region=REGION), "participants", **signed("organiser"))
    with pytest.raises(Refused, match="and this touches more than that"):
        upload(two, PEOPLE.format(region="KZ-75"), "participants", **signed("organiser"))


def test_staff_of_one_region_sees_its_own_applications_and_acts_only(two):
    upload(two, PEOPLE.format(region=REGION), "participants", **signed("organiser"))
    upload(two, PEOPLE.format(region="KZ-75"), "participants", **signed("administrator"))
    both = read_head(two)
    scope = list_contests_of(two, Scope(region=REGION))

    def see(question, region):
        reader = Reader(both, scope=scope, region=region)
        return [value for row in query(two, question, reader).to_pylist() for value in row.values()]

    assert see("select region from mart.applications", REGION) == [REGION]
    assert see("select region from mart.applications", None) == []
    assert see("select batch_no from mart.batches where batch_no > 3", REGION) == [both - 1]


def test_staff_of_one_region_sees_other_regions_as_the_public_does(two):
    give(two, OTHERS, kind="scores")
    head = read_head(two)
    boards = "select contest, total from mart.leaderboard order by contest"
    own = Reader(head, scope=list_contests_of(two, Scope(region=REGION)))
    seen = query(two, boards, own)["contest"].to_pylist()
    everything = query(two, boards, Reader(head))["contest"].to_pylist()
    acts = query(two, "select batch_no from mart.batches order by 1", own)["batch_no"].to_pylist()

    assert (seen, everything) == ([CONTEST], [CONTEST, ELSEWHERE])
    assert acts == [1, 3]
    assert query(two, boards, Reader(head, scope=())).num_rows == 0
    assert query(two, boards, Reader(head, "public", scope=own.scope)).num_rows == 0

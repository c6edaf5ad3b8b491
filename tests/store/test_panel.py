"""The register of a jury: who declares, who decides, who takes over; penalties take no points."""

import pytest

from kasipkor_core.errors import NotAllowed, NotFound, Refused
from kasipkor_core.store import (
    Reader,
    SheetRefused,
    append_decision,
    query,
    read_head,
    read_now,
    verify,
)
from tests.giving import give, hold_contests
from tests.ready import lend
from tests.web.people import CONTEST, identify

ASKAR, BOLAT, DANA = "Ахметов Асқар", "Болатов Болат", "Данаева Дана"
EXPERTS = (
    f"contest,name,region,role\n{CONTEST},{ASKAR},KZ-55,judge\n{CONTEST},{BOLAT},KZ-75,judge\n"
)
SCORES = f"entry,name,region,judge,total\n01,Ерлан,KZ-35,{ASKAR},80\n02,Айгүл,KZ-35,{ASKAR},70\n"
HEAD = "kind,subject,expert,value,who,reason\n"


def hold_panel(store):
    """Hold a contest with two experts, of whom one gave two marks: batch 3."""
    hold_contests(store)
    give(store, EXPERTS, kind="experts")
    give(store, SCORES, kind="scores", contest=CONTEST)


panel = lend("panel", hold_panel)


def decide(store, kind, value, *, expert=None, entry=None, actor="chief", **who):
    subject = f"{CONTEST}/{entry}" if entry else CONTEST
    return append_decision(
        store, kind, subject=subject, value=value, expert=expert, actor=actor, reason="so", **who
    )


def read(store, sql, **params):
    return [tuple(row.values()) for row in query(store, sql, read_now(store), **params).to_pylist()]


def conflicts(store):
    return read(store, "select judge, entry, relation, state from mart.conflicts order by batch_no")


def problems(store):
    return read(store, "select problem, severity from mart.readiness where problem like 'conf%'")


def test_a_declared_conflict_is_open_until_somebody_decides_and_readiness_warns_of_it(panel):
    decide(panel, "conflict", "relative", expert=ASKAR, entry="01")
    before = conflicts(panel), problems(panel)
    decide(panel, "conflict_ruling", "kept", expert=ASKAR, entry="01")

    assert before == (
        [(ASKAR, "01", "relative", "open")],
        [("conflict_open", "warning")],
    )
    assert (conflicts(panel), problems(panel)) == ([(ASKAR, "01", "relative", "kept")], [])


def test_who_stands_aside_from_an_entry_brings_no_mark_of_it_and_may_mark_the_others(panel):
    decide(panel, "conflict", "trained", expert=BOLAT, entry="01")
    decide(panel, "conflict_ruling", "aside", expert=BOLAT, entry="01")
    sheet = f"entry,name,region,judge,total\n01,Ерлан,KZ-35,{BOLAT},60\n"
    with pytest.raises(SheetRefused) as refused:
        give(panel, sheet, kind="scores", contest=CONTEST)
    give(panel, sheet.replace("01,Ерлан", "02,Айгүл"), kind="scores", contest=CONTEST)

    assert [found.code for found in refused.value.findings] == ["judge_aside"]


@pytest.mark.long
def test_a_replaced_expert_s_marks_count_on_and_lineage_says_who_took_over(panel):
    before = read(panel, "select entry, total, place from mart.leaderboard order by entry")
    decide(panel, "replacement", BOLAT, expert=ASKAR)
    lineage = "select distinct judge, replaced_by from mart.lineage where number = 'points'"

    assert read(panel, "select entry, total, place from mart.leaderboard order by entry") == before
    assert read(panel, lineage) == [(ASKAR, BOLAT)]
    assert read(panel, "select judge, successor, marks from mart.replacements") == [
        (ASKAR, BOLAT, 2)
    ]
    assert verify(panel) == []


def test_wm_02_bp_07_a_penalty_is_a_record_without_points_and_a_removal_is_an_exclusion(panel):
    decide(panel, "penalty", "warning", entry="01")
    with pytest.raises(Refused, match="takes no points"):
        decide(panel, "penalty", "-5", entry="01")
    with pytest.raises(Refused, match="one entry"):
        decide(panel, "penalty", "warning")
    warned = read(panel, "select entry, total, place from mart.leaderboard order by entry")
    decide(panel, "exclude", "removal", entry="01")

    assert [row[1:] for row in warned] == [(80, 1), (70, 2)]
    assert read(panel, "select entry, penalty, who from mart.penalties order by batch_no") == [
        ("01", "warning", "chief"),
        ("01", "removal", "chief"),
    ]
    assert read(panel, "select place from mart.leaderboard order by entry") == [(None,), (1,)]


@pytest.mark.parametrize("who", [ASKAR, f" {ASKAR.upper()} "])
def test_nobody_decides_about_the_own_conflict_or_the_own_replacement(panel, who):
    decide(panel, "conflict", "interest", expert=ASKAR, actor=who)
    for kind, value in (("conflict_ruling", "kept"), ("replacement", BOLAT)):
        with pytest.raises(Refused, match="about the own conflict"):
            decide(panel, kind, value, expert=ASKAR, actor=who)


def test_what_does_not_hold_by_itself_is_refused_and_leaves_nothing(panel):
    head = read_head(panel)
    with pytest.raises(Refused, match="Nothing was declared"):
        decide(panel, "conflict_ruling", "aside", expert=ASKAR)
    with pytest.raises(NotFound, match="No expert of the contest is called"):
        decide(panel, "conflict", "relative", expert=DANA)
    with pytest.raises(Refused, match="Say whom it is about"):
        decide(panel, "conflict", "relative")
    with pytest.raises(Refused, match="two experts"):
        decide(panel, "replacement", ASKAR, expert=ASKAR)
    with pytest.raises(Refused, match="says one of: relative"):
        decide(panel, "conflict", "cousin", expert=ASKAR)

    assert (read_head(panel), read(panel, "select judge from fact.judge")) == (head, [(ASKAR,)])


def test_who_was_replaced_or_stands_in_a_conflict_takes_over_from_nobody(panel):
    decide(panel, "conflict", "other", expert=BOLAT)
    with pytest.raises(Refused, match="cannot take over"):
        decide(panel, "replacement", BOLAT, expert=ASKAR)
    decide(panel, "conflict_ruling", "kept", expert=BOLAT)
    decide(panel, "replacement", BOLAT, expert=ASKAR)
    with pytest.raises(Refused, match="cannot take over"):
        decide(panel, "replacement", ASKAR, expert=BOLAT)


def test_an_expert_declares_and_the_chief_expert_decides(panel):
    expert, chief = (
        {"actor_role": role, "scope": identify(role).scope} for role in ("expert", "chief_expert")
    )
    decide(panel, "conflict", "relative", expert=ASKAR, **expert)
    for kind, value, entry in (
        ("conflict_ruling", "kept", None),
        ("replacement", BOLAT, None),
        ("penalty", "warning", "01"),
    ):
        named = None if entry else ASKAR
        with pytest.raises(NotAllowed):
            decide(panel, kind, value, expert=named, entry=entry, **expert)
    decide(panel, "conflict_ruling", "kept", expert=ASKAR, **chief)

    assert conflicts(panel) == [(ASKAR, None, "relative", "kept")]


@pytest.mark.long
def test_a_sheet_of_decisions_brings_the_register_and_no_name_stands_in_the_chain(panel):
    rows = (
        f"conflict,{CONTEST}/01,{ASKAR},relative,Серік,туысы\n"
        f"conflict_ruling,{CONTEST}/01,{ASKAR},aside,Серік,бағаламайды\n"
        f"replacement,{CONTEST},{ASKAR},{BOLAT},Серік,ауырып қалды\n"
        f"penalty,{CONTEST}/02,,warning,Серік,телефон\n"
    )
    give(panel, HEAD + rows, kind="decisions")
    written = "select value from ledger.decision order by source_row"

    assert conflicts(panel) == [(ASKAR, "01", "relative", "replaced")]
    assert read(panel, written) == [("1 relative",), ("1 aside",), ("1 2",), ("warning",)]
    assert read(panel, "select penalty from mart.penalties") == [("warning",)]
    assert verify(panel) == []


@pytest.mark.long
def test_the_public_reads_nothing_of_the_register(panel):
    decide(panel, "conflict", "relative", expert=ASKAR, entry="01")
    decide(panel, "replacement", BOLAT, expert=ASKAR)
    decide(panel, "penalty", "warning", entry="01")
    decide(panel, "sign_off", "signed", actor="second")
    from kasipkor_core.store import append_publication

    append_publication(panel, [CONTEST], as_of=read_head(panel), actor="admin")
    public = Reader(as_of=read_head(panel), audience="public")
    shown = {
        view: query(panel, f"select count(*) as n from mart.{view}", public)["n"][0].as_py()
        for view in ("conflicts", "replacements", "penalties")
    }
    told = query(panel, "select distinct kind from mart.decisions", public)["kind"].to_pylist()
    words = query(panel, "select words, replaced_by from mart.lineage", public).to_pylist()

    assert shown == {"conflicts": 0, "replacements": 0, "penalties": 0}
    assert told == ["sign_off"]
    assert {tuple(row.values()) for row in words} == {(None, None)}

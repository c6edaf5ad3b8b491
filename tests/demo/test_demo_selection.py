"""The invented selections: no findings, three stages, one published with a winner and no names."""

import pytest

from kasipkor_core.store import (
    append_decision,
    append_publication,
    commit,
    query,
    read_now,
    understand,
    verify,
)
from tests.demo.build import DATA, start_season
from tests.demo.selection import ESSAY, SELECTIONS, add_selections
from tests.ready import open_ready


@pytest.fixture(scope="module")
def loaded():
    """Return a store with the selections alone, and the findings of their sheets."""
    store = open_ready()
    season = start_season()
    add_selections(season)
    findings = []
    for step in season.steps:
        if step["do"] == "publish":
            told = {name: step[name] for name in ("actor", "reason")}
            now = read_now(store).as_of
            append_publication(store, step["contests"], as_of=now, actor_role="demo", **told)
            continue
        if step["do"] == "sign_off":
            told = {name: step[name] for name in ("actor", "reason")} | {"actor_role": "demo"}
            append_decision(store, "sign_off", subject=step["contest"], value="signed", **told)
            continue
        data = (DATA / "demo" / step["file"]).read_bytes()
        prepared = understand(
            store, data, file_name=step["file"], kind=step["kind"], actor=step["actor"]
        )
        findings += [(one.code, one.cell, one.found) for one in prepared.findings]
        commit(store, prepared, reason=step["reason"], replaces="no")
    yield store, findings
    store.close()


def read(store, sql, audience="staff"):
    return query(store, sql, read_now(store, audience=audience)).to_pylist()


@pytest.mark.long
def test_the_invented_selections_have_no_findings(loaded):
    assert loaded[1] == []


@pytest.mark.long
def test_both_engines_agree_on_the_invented_selections(loaded):
    assert verify(loaded[0]) == []


@pytest.mark.long
def test_the_invented_selections_stand_at_three_stages(loaded):
    rows = read(loaded[0], "select contest, winner, is_signed, listed from mart.selection_outcome")
    found = {row.pop("contest"): row for row in rows}
    ended, ability, essay = (found[one.contest] for one in SELECTIONS)

    assert (ended["winner"] is not None, ended["is_signed"], ended["listed"]) == (True, True, 3)
    assert (ability["winner"], essay["winner"]) == (None, None)
    steps = read(
        loaded[0], "select distinct contest, step from mart.selection where status = 'waiting'"
    )
    waiting = {row["contest"]: row["step"] for row in steps}
    assert waiting[SELECTIONS[2].contest] == ESSAY
    assert SELECTIONS[0].contest not in waiting


@pytest.mark.long
def test_cs_40_the_public_reads_numbers_and_totals_of_the_signed_one_only(loaded):
    shown = read(loaded[0], "from mart.selection", audience="public")

    assert {row["contest"] for row in shown} == {SELECTIONS[0].contest}
    assert [row["name"] for row in shown] == [None] * 3
    assert sorted(row["place"] for row in shown) == [1, 2, 3]

"""Workplaces are drawn like a tie: a hash before, a seed after, and anybody draws them again."""

import re
import subprocess
import sys

import pytest

from kasipkor_core import house
from kasipkor_core.errors import NotAllowed, Refused
from kasipkor_core.recount.draw import commit_to, give_workplaces
from kasipkor_core.store import append_decision, append_undo, query, read_head, read_now, verify
from kasipkor_core.store.compare_draws import compare_draws
from kasipkor_core.store.query import Reader, open_cursor
from tests.documents.before import announce, describe
from tests.giving import REPUBLIC, give
from tests.ready import open_played

SEED = "алма ағашы 17"
STARTING = ("1", "10", "2")
PLACES = "select entry, workplace from mart.workplaces where contest = $contest"


@pytest.fixture
def announced():
    """A championship before its first day: three entries start, one withdrew."""
    store = open_played("announced", announce)
    yield store
    store.close()


@pytest.fixture
def drawn(announced):
    """The same with its workplaces drawn."""
    decide(announced, "workplace_draw", commit_to(SEED))
    decide(announced, "workplace_reveal", SEED)
    return announced


def decide(store, kind, value, **options):
    given = {"actor": "chief", "reason": "жеребе хаттамасы"} | options
    return append_decision(store, kind, subject=REPUBLIC, value=value, **given)


def show(store, audience="staff"):
    rows = query(store, PLACES, Reader(read_head(store), audience), contest=REPUBLIC).to_pylist()
    return {row["entry"]: row["workplace"] for row in rows}


def run_script(*arguments):
    text = (house.ROOT / "docs" / "draw.md").read_text(encoding="utf-8")
    script = re.search(r"```python\n(.*?)```", text, re.DOTALL)[1]
    run = [sys.executable, "-I", "-c", script, *arguments]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()[::2]


def test_every_entry_that_starts_has_a_workplace_and_anybody_draws_it_again(announced):
    number = decide(announced, "workplace_draw", commit_to(SEED))
    before = show(announced)
    decide(announced, "workplace_reveal", SEED)
    given = show(announced)
    chain = query(
        announced,
        "select sha256 from mart.batches where batch_no = $number",
        read_now(announced),
        number=number,
    )["sha256"][0].as_py()

    assert before == {}
    assert sorted(given) == sorted(STARTING)
    assert sorted(given.values()) == [1, 2, 3]
    assert given == give_workplaces(SEED, chain, REPUBLIC, STARTING)
    assert sorted(given, key=given.get) == run_script(
        commit_to(SEED), chain, SEED, REPUBLIC, *STARTING
    )
    assert compare_draws(open_cursor(announced, read_now(announced))) == []


@pytest.mark.long
def test_a_ledger_with_drawn_workplaces_verifies(drawn):
    assert verify(drawn) == []


@pytest.mark.long
def test_a_start_list_follows_the_workplaces_and_says_how_to_draw_them_again(drawn):
    given = show(drawn)
    (sheet,) = describe(drawn, "start_list")

    assert [row[:2] for row in sheet["rows"]] == [
        [str(place), entry] for entry, place in sorted(given.items(), key=lambda one: one[1])
    ]
    said = " ".join(sheet["parts"][0]["lines"])
    assert SEED in said
    assert commit_to(SEED) in said


def test_a_start_list_before_the_draw_leaves_room_for_the_workplace(announced):
    (sheet,) = describe(announced, "start_list")

    assert [row[0] for row in sheet["rows"]] == ["", "", ""]
    assert sheet["parts"] == []


@pytest.mark.long
def test_workplaces_are_drawn_once_until_the_act_is_undone_and_the_next_draw_says_so(drawn):
    with pytest.raises(Refused, match="The workplaces were drawn in batch"):
        decide(drawn, "workplace_draw", commit_to("another"))
    head = read_head(drawn)
    append_undo(drawn, head, actor="chief", reason="protocol not signed")
    assert show(drawn) == {}

    append_undo(drawn, head - 1, actor="chief", reason="the seed was seen")
    decide(drawn, "workplace_draw", commit_to("another"))
    decide(drawn, "workplace_reveal", "another")
    earlier = query(drawn, "select distinct earlier_draws as n from mart.workplaces",
                    read_now(drawn))["n"].to_pylist()  # fmt: skip
    assert (len(show(drawn)), earlier) == (3, [1])


def test_a_draw_of_workplaces_wants_a_hash_somebody_who_starts_and_its_own_seed(announced):
    with pytest.raises(Refused, match="SHA-256 of its seed"):
        decide(announced, "workplace_draw", SEED)
    with pytest.raises(Refused, match="No draw of"):
        decide(announced, "workplace_reveal", SEED)
    with pytest.raises(Refused, match="Nobody starts"):
        append_decision(
            announced, "workplace_draw", subject="worldskills-2026-republic-09",
            value=commit_to(SEED), actor="chief", reason="x",
        )  # fmt: skip
    with pytest.raises(NotAllowed):
        decide(announced, "workplace_draw", commit_to(SEED), actor_role="expert")
    decide(announced, "workplace_draw", commit_to(SEED))
    with pytest.raises(Refused, match="waits for its seed"):
        decide(announced, "workplace_draw", commit_to(SEED))
    with pytest.raises(Refused, match="not the seed"):
        decide(announced, "workplace_reveal", SEED.upper())
    with pytest.raises(Refused, match="No draw of"):
        decide(announced, "reveal", SEED)


@pytest.mark.long
def test_who_joins_between_the_two_acts_is_not_drawn_over(announced):
    decide(announced, "workplace_draw", commit_to(SEED))
    give(announced, "entry,name,region\n7,Жаңа Келген,KZ-43\n", kind="entries", contest=REPUBLIC)

    with pytest.raises(Refused, match="Others start now than at the draw"):
        decide(announced, "workplace_reveal", SEED)


@pytest.mark.long
def test_who_joins_or_leaves_after_the_draw_moves_nobody(drawn):
    given = show(drawn)
    give(drawn, "entry,name,region\n7,Жаңа Келген,KZ-43\n", kind="entries", contest=REPUBLIC)
    append_decision(
        drawn, "exclude", subject=f"{REPUBLIC}/10", value="all", actor="chief", reason="rules"
    )

    assert show(drawn) == given
    assert [row[:2] for row in describe(drawn, "start_list")[0]["rows"]] == [
        [str(place), entry]
        for entry, place in sorted(given.items(), key=lambda one: one[1])
        if entry != "10"
    ] + [["", "7"]]


@pytest.mark.long
def test_an_entry_whose_sheet_was_undone_was_drawn_all_the_same(drawn):
    given = show(drawn)
    append_undo(drawn, 3, actor="office", reason="wrong file")

    assert show(drawn) == given
    assert compare_draws(open_cursor(drawn, read_now(drawn))) == []


@pytest.mark.long
def test_a_draw_of_workplaces_is_no_step_of_a_tie_and_no_award(drawn):
    counts = query(
        drawn,
        "select (select count(*) from mart.tie_record) as steps,"
        " (select count(*) from mart.decisions where kind = 'award') as awards",
        read_now(drawn),
    ).to_pylist()

    assert counts == [{"steps": 0, "awards": 0}]


def test_the_public_sees_no_workplace_before_the_contest_is_published(drawn):
    assert show(drawn, "public") == {}


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("view", "was", "bug"),
    [
        ("mart/workplaces", "draw.drawn as workplace", "4 - draw.drawn as workplace"),
        ("score/draw", "order by number)", "order by number desc)"),
        ("score/draw", "draw.chain_sha256, contest.contest", "contest.contest"),
    ],
)
def test_a_rule_that_a_view_loses_is_seen_by_the_second_engine(drawn, view, was, bug):
    text = (house.SQL / "views" / f"{view}.sql").read_text(encoding="utf-8")
    assert text.count(was) == 1
    cursor = open_cursor(drawn, read_now(drawn))
    cursor.execute(text.replace(was, bug))

    assert compare_draws(cursor) != []


def test_a_seed_that_was_changed_in_the_file_is_seen_by_the_second_engine(drawn):
    drawn.cursor().execute(
        "update ledger.decision set value = 'another' where kind = 'workplace_reveal'"
    )

    assert compare_draws(open_cursor(drawn, read_now(drawn))) != []

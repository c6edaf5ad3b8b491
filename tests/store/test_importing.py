"""What an import does to the ledger, beyond the rows it writes."""

from dataclasses import replace

import pytest

from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store import (
    SheetRefused,
    append_decision,
    append_undo,
    examine,
    list_dependants,
    query,
    read_head,
    read_now,
    understand,
    verify,
)
from tests.giving import REPUBLIC, give, hold_contests
from tests.ready import open_played

SCHEME = "sub_criterion,type,aspect,max_mark\nA1,M,A1.M1,60\nA1,M,A1.M2,40\n"
ENTRIES = f"contest,entry,name,region\n{REPUBLIC},a,Aigerim,KZ-75\n{REPUBLIC},b,Bolat,KZ-71\n"
MARKS = "entry,aspect,mark\na,A1.M1,50\nb,A1.M1,40\n"
COLLEGES = "name,region,students\nТараз колледжі,KZ-31,400\nОрал колледжі,KZ-27,300\n"


def _mark(store):
    hold_contests(store)
    give(store, SCHEME, kind="scheme", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries")
    give(store, MARKS, kind="marks", contest=REPUBLIC)


@pytest.fixture
def marked():
    """Batch 2: scheme; 3: entries; 4: marks."""
    store = open_played("marked", _mark)
    yield store
    store.close()


def totals(store):
    sql = "select entry, total::integer as total from mart.leaderboard order by entry"
    return {row["entry"]: row["total"] for row in query(store, sql, read_now(store)).to_pylist()}


def test_a_second_sheet_of_the_same_contest_adds_to_the_first(marked):
    give(marked, "entry,aspect,mark\na,A1.M2,30\n", kind="marks", contest=REPUBLIC)

    assert totals(marked) == {"a": 80, "b": 40}


@pytest.mark.long
def test_a_corrected_sheet_replaces_the_one_batch_whose_marks_it_repeats(marked):
    give(marked, "entry,aspect,mark\na,A1.M2,30\n", kind="marks", contest=REPUBLIC)
    receipt = give(
        marked,
        "entry,aspect,mark\na,A1.M1,55\nb,A1.M1,40\n",
        kind="marks",
        contest=REPUBLIC,
        replaces="yes",
    )

    assert receipt.replaced == 4
    assert totals(marked) == {"a": 85, "b": 40}


def test_the_diff_names_what_is_added_changed_with_old_and_new_and_removed(marked):
    sheet = "entry,aspect,mark\na,A1.M1,55\na,A1.M2,1\n"
    read = understand(
        marked, sheet.encode(), file_name="x", kind="marks", contest=REPUBLIC, actor="a"
    )
    diff = examine(marked, read, replaces="yes").diff.to_pylist()

    assert [(row["change"], row["old"], row["new"]) for row in diff] == [
        ("changed", "50.000", "55.000"),
        ("added", None, "1.000"),
        ("removed", "40.000", None),
    ]
    assert read_head(marked) == 4


@pytest.mark.long
def test_a_sheet_that_overlaps_two_batches_asks_which_one_it_replaces(marked):
    give(marked, "entry,aspect,mark\na,A1.M2,30\n", kind="marks", contest=REPUBLIC)
    both = "entry,aspect,mark\na,A1.M1,1\na,A1.M2,1\n"
    with pytest.raises(Refused) as refused:
        give(marked, both, kind="marks", contest=REPUBLIC, replaces="yes")

    assert "Several batches could be replaced: 4, 5." in str(refused.value)


def test_a_sheet_of_no_contest_can_be_replaced_too(season):
    give(season, COLLEGES, kind="organisations")
    receipt = give(season, COLLEGES.replace("400", "410"), kind="organisations", replaces="yes")

    assert receipt.replaced == 2


@pytest.mark.long
def test_the_undone_may_come_back_as_the_same_bytes(marked):
    append_undo(marked, 4, actor="chief", reason="wrong day")
    give(marked, MARKS, kind="marks", contest=REPUBLIC)

    assert totals(marked) == {"a": 50, "b": 40}
    assert read_head(marked) == 6


def test_an_undo_leaves_alone_what_was_replaced_in_the_meantime(marked):
    append_undo(marked, 4, actor="chief", reason="wrong day")
    append_undo(marked, 5, actor="chief", reason="right after all")
    better = "entry,aspect,mark\na,A1.M1,60\nb,A1.M1,55\n"
    give(marked, better, kind="marks", contest=REPUBLIC, replaces="yes")
    before = totals(marked)

    append_undo(marked, 6, actor="chief", reason="wrong again")  # 4 is out by its replacement
    append_undo(marked, 8, actor="chief", reason="and right")

    assert totals(marked) == before
    assert verify(marked) == []


@pytest.mark.long
def test_an_undo_of_an_undo_is_refused_when_the_same_marks_came_back_meanwhile(marked):
    append_undo(marked, 4, actor="chief", reason="wrong day")
    give(marked, MARKS, kind="marks", contest=REPUBLIC)
    with pytest.raises(Refused) as refused:
        append_undo(marked, 5, actor="chief", reason="right after all")

    assert "Batches 4 and 6 would both bring the same mark" in str(refused.value)
    assert read_head(marked) == 6


def test_an_undo_lists_what_builds_on_the_batch_and_needs_a_reason(marked):
    with pytest.raises(Refused):
        append_undo(marked, 2, actor="chief", reason=" ")

    assert list_dependants(marked, 2) == (4,)
    assert append_undo(marked, 2, actor="chief", reason="old scheme").dependants == (4,)


def test_a_batch_that_is_not_in_force_cannot_be_undone_and_none_cannot_either(marked):
    append_undo(marked, 4, actor="chief", reason="wrong day")
    with pytest.raises(Refused):
        append_undo(marked, 4, actor="chief", reason="again")
    with pytest.raises(NotFound):
        append_undo(marked, 99, actor="chief", reason="none")

    assert read_head(marked) == 5


def test_a_refused_sheet_leaves_no_trace_at_all(marked):
    before = query(marked, "select count(*)::integer as rows from ledger.mark", read_now(marked))
    with pytest.raises(SheetRefused):
        give(marked, "entry,aspect,mark\na,A1.M2,30\nz,A1.M2,1\n", kind="marks", contest=REPUBLIC)
    after = query(marked, "select count(*)::integer as rows from ledger.mark", read_now(marked))

    assert (before, read_head(marked)) == (after, 4)


def test_a_confirmed_mapping_is_remembered_for_the_same_sender_and_header(marked):
    sheet = b"entry,aspect,mark,note\na,A1.M2,30,x\n"
    read = understand(marked, sheet, file_name="x", kind="marks", contest=REPUBLIC, actor="jury")
    give(marked, sheet, kind="marks", contest=REPUBLIC, actor="jury")
    again = understand(marked, sheet, file_name="x", kind="marks", contest=REPUBLIC, actor="jury")

    assert [column.how for column in read.mapping.columns][:3] == ["exact"] * 3
    assert {column.how for column in again.mapping.columns} == {"remembered"}


@pytest.mark.long
def test_a_decision_changes_the_ruleset_and_its_undo_brings_the_former_back(marked):
    sql = "select ruleset from mart.contests where contest = $contest"
    number = append_decision(
        marked,
        "ruleset",
        subject=REPUBLIC,
        value="worldskills-500",
        actor="chief",
        reason="older scale",
    )
    changed = query(marked, sql, read_now(marked), contest=REPUBLIC).to_pylist()
    append_undo(marked, number, actor="chief", reason="no")

    assert changed == [{"ruleset": "worldskills-500"}]
    assert query(marked, sql, read_now(marked), contest=REPUBLIC).to_pylist() == [
        {"ruleset": "worldskills"}
    ]


@pytest.mark.long
def test_a_contest_is_signed_only_when_nothing_is_missing_and_a_later_mark_voids_it(marked):
    signed = {"subject": REPUBLIC, "value": "signed", "actor": "chief", "reason": "counted"}
    with pytest.raises(Refused) as refused:
        append_decision(marked, "sign_off", **signed)
    give(marked, "entry,aspect,mark\na,A1.M2,30\nb,A1.M2,1\n", kind="marks", contest=REPUBLIC)
    append_decision(marked, "sign_off", **signed)
    status = "select distinct status from mart.leaderboard"
    final = query(marked, status, read_now(marked)).to_pylist()
    append_undo(marked, 5, actor="jury", reason="wrong day")

    assert "2 marks are missing" in str(refused.value)
    assert final == [{"status": "final"}]
    assert query(marked, status, read_now(marked)).to_pylist() == [{"status": "provisional"}]


def test_an_ambiguous_region_is_asked_for_and_the_answer_is_taken(season):
    sheet = "entry,name,region,total\na,Aigerim,Алматы,90\n".encode()
    read = understand(
        season, sheet, file_name="x", kind="scores", contest=REPUBLIC, actor="organiser"
    )
    (asked,) = examine(season, read).errors
    answered = examine(season, replace(read, accepted={"region:Алматы": "KZ-75"}))

    assert asked.code == "ambiguous_region"
    assert asked.options == (("region:Алматы", "KZ-19"), ("region:Алматы", "KZ-75"))
    assert answered.errors == ()

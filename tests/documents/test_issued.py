"""An issued document is a fact: bound to the result it states, and to nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core import access
from kasipkor_core.documents import merge, pack, reprint, set_files, spread_number
from kasipkor_core.documents.checking import check_file, check_number
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.errors import NotAllowed, NotFound, Refused
from kasipkor_core.store import (
    Reader,
    append_revocation,
    append_undo,
    find_contest,
    query,
    read_head,
    read_now,
    verify,
)
from tests.documents.season import (
    PEOPLE,
    hand_out,
    list_states,
    play,
    sign,
    write_entries,
    write_scores,
)
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import open_copy

AWARDS = "select entry, award from mart.leaderboard where contest = $contest"
ALL = ("protocol", "diploma", "certificate")


def read_awards(store):
    rows = query(store, AWARDS, read_now(store), contest=REPUBLIC).to_pylist()
    return {row["entry"]: row["award"] for row in rows}


def correct(store, people):
    """Import corrected sheets; bytes that are in force already are left alone."""
    for kind, text in (("entries", write_entries(people)), ("scores", write_scores(people))):
        before = write_entries(PEOPLE) if kind == "entries" else write_scores(PEOPLE)
        if text != before:
            contest = REPUBLIC if kind == "scores" else None
            give(store, text, kind=kind, contest=contest, replaces="yes")


@pytest.mark.long
def test_papers_are_issued_by_those_who_may_decide_there_and_by_nobody_else(final):
    elsewhere = access.Scope(region="KZ-10")
    for role, scope in (("auditor", access.EVERYWHERE), ("organiser", elsewhere)):
        with pytest.raises(NotAllowed):
            hand_out(final, "diploma", actor_role=role, scope=scope)
    here = access.Scope(contest=REPUBLIC)

    assert hand_out(final, "diploma", actor_role="chief_expert", scope=here).papers


@pytest.mark.long
def test_a_document_is_checked_by_its_number_as_printed_and_by_its_file(final):
    issued = hand_out(final, "diploma", entries=["a"])
    number = issued.papers[0].paper.number
    answer = check_number(final, spread_number(number).lower())

    assert (answer.status, answer.is_signed) == ("valid", True)
    assert (answer.contest, answer.entry, answer.name) == (REPUBLIC, "a", PEOPLE["a"][0])
    assert (answer.award, answer.batch_no) == ("gold", issued.batch_no - 1)
    assert check_file(final, issued.files[0]) == answer
    assert check_file(final, issued.files[0] + b" ") is None
    assert check_number(final, "0000-0000-0000") is None


def test_issuing_is_an_act_in_the_chain_and_voids_no_signature(final):
    issued = hand_out(final, *ALL)
    rows = query(
        final,
        "select kind, rows from mart.batches where batch_no = $batch_no",
        read_now(final),
        batch_no=issued.batch_no,
    ).to_pylist()
    is_final = query(
        final,
        "select is_final from mart.contests where contest = $contest",
        read_now(final),
        contest=REPUBLIC,
    )

    assert rows == [{"kind": "document", "rows": len(issued.papers)}]
    assert is_final["is_final"].to_pylist() == [True]
    assert verify(final) == []

    final.cursor().execute("update ledger.document set entry_no = 2 where entry_no = 1")
    assert [problem.batch_no for problem in verify(final)] == [issued.batch_no]


@pytest.mark.long
def test_what_is_issued_and_valid_is_not_issued_twice_but_in_another_language(final):
    hand_out(final, "diploma")
    with pytest.raises(Refused, match="issued and valid already"):
        hand_out(final, "diploma")

    assert hand_out(final, "diploma", lang="ru").papers


@pytest.mark.long
def test_what_is_due_says_in_which_languages_a_valid_paper_states_it_already(final):
    for lang in ("kk", "ru"):
        hand_out(final, "certificate", lang=lang, entries=["a", "b"])
    correct(final, PEOPLE | {"a": ("Әлиұлы Қазыбек Нұрланұлы", *PEOPLE["a"][1:])})
    sql = "select entry, list_sort(valid_in) as langs from mart.due where kind = 'certificate'"
    rows = query(final, f"{sql} order by entry", read_now(final)).to_pylist()

    said = {row["entry"]: row["langs"] for row in rows}
    assert said == dict.fromkeys(PEOPLE) | {"b": ["kk", "ru"]}


@pytest.mark.long
def test_nothing_is_issued_before_the_result_is_final(store):
    give(store, CONTESTS, kind="contests")
    give(store, write_scores(PEOPLE), kind="scores", contest=REPUBLIC)
    with pytest.raises(Refused, match="is not final"):
        hand_out(store, "diploma")


def test_nothing_is_issued_when_the_result_changes_while_the_papers_are_set(final):
    def interfere(number, _):
        if number == 1:
            correct(final, PEOPLE | {"a": ("Әлиұлы Қазыбек Нұрланұлы", *PEOPLE["a"][1:])})

    with pytest.raises(Refused, match=r"is not final|result changed"):
        hand_out(final, "certificate", tell=interfere)

    assert list_states(final) == {}


def test_papers_are_issued_once_whatever_else_is_issued_while_they_are_set(final):
    def interfere(number, _):
        if number == 1:
            hand_out(final, "diploma")
            hand_out(final, "certificate", entries=["a"])

    with pytest.raises(Refused, match="issued and valid already"):
        hand_out(final, "certificate", tell=interfere)
    assert hand_out(final, "certificate").papers

    assert {kind for kind, _ in list_states(final)} == {"certificate", "diploma"}


@pytest.mark.long
def test_wm_37_the_best_of_the_event_waits_until_all_its_contests_are_signed(store):
    play(store, contests=CONTESTS)
    with pytest.raises(Refused):
        hand_out(store, "best_of_event")
    sign(store, REPUBLIC.replace("-17", "-09"))

    assert [paper.kind for paper in hand_out(store, "best_of_event").papers] == ["best_of_event"]


@settings(max_examples=6, deadline=None)
@given(
    renamed=st.sets(st.sampled_from(sorted(PEOPLE)), max_size=2),
    rescored=st.dictionaries(st.sampled_from(sorted(PEOPLE)), st.integers(40, 95), max_size=2),
)
@pytest.mark.long
def test_a_correction_supersedes_exactly_the_documents_whose_facts_it_changes(
    played, renamed, rescored
):
    store = open_copy(played)
    hand_out(store, *ALL)
    before, issued = read_awards(store), set(list_states(store))
    people = {
        entry: (f"{name} Түзетілген" if entry in renamed else name, region, rescored.get(entry, x))
        for entry, (name, region, x) in PEOPLE.items()
    }
    correct(store, people)
    after, states = read_awards(store), list_states(store)
    store.close()

    changed = {entry for entry in PEOPLE if people[entry] != PEOPLE[entry]}
    expected = {}
    for kind, entry in issued:
        touched = {
            "protocol": bool(changed),
            "certificate": entry in renamed,
            "diploma": entry in renamed or before.get(entry) != after.get(entry),
        }[kind]
        expected[kind, entry] = "superseded" if touched else "valid"
    assert states == expected


@pytest.mark.long
def test_a_correction_taken_back_makes_the_document_valid_again(final):
    hand_out(final, "certificate", entries=["a"])
    people = PEOPLE | {"a": ("Әлиұлы Қазыбек Нұрланұлы", *PEOPLE["a"][1:])}
    correct(final, people)
    corrected = read_head(final)
    assert list_states(final) == {("certificate", "a"): "superseded"}

    append_undo(final, corrected, actor="organiser", reason="the first was right")
    assert list_states(final) == {("certificate", "a"): "valid"}


def test_a_superseded_document_leads_to_the_one_in_its_place(final):
    old = hand_out(final, "certificate", entries=["a"]).papers[0].paper.number
    correct(final, PEOPLE | {"a": ("Әлиұлы Қазыбек Нұрланұлы", *PEOPLE["a"][1:])})
    sign(final)
    new = hand_out(final, "certificate", entries=["a"]).papers[0].paper.number
    answer = check_number(final, old)

    assert (answer.status, answer.newer, answer.name) == ("superseded", new, PEOPLE["a"][0])
    assert answer.is_signed
    assert check_number(final, new).name == "Әлиұлы Қазыбек Нұрланұлы"


@pytest.mark.long
def test_one_document_is_taken_back_with_a_reason_and_the_others_hold(final):
    issued = hand_out(final, "certificate", entries=["a", "b"])
    number = issued.papers[0].paper.number
    with pytest.raises(Refused, match="needs a reason"):
        append_revocation(final, number, actor="organiser", reason=" ")
    append_revocation(final, number, actor="organiser", reason="misprint")

    assert list_states(final) == {("certificate", "a"): "revoked", ("certificate", "b"): "valid"}
    with pytest.raises(Refused, match="taken back already"):
        append_revocation(final, number, actor="organiser", reason="misprint")
    with pytest.raises(NotFound):
        append_revocation(final, "NOSUCHNUMBER", actor="organiser", reason="misprint")
    assert verify(final) == []


@pytest.mark.long
def test_undoing_the_batch_takes_all_its_documents_back(final):
    issued = hand_out(final, "certificate")
    append_undo(final, issued.batch_no, actor="organiser", reason="wrong layout")

    assert set(list_states(final).values()) == {"revoked"}


@pytest.mark.long
def test_the_list_of_documents_is_never_public(final):
    hand_out(final, "certificate")
    public = Reader(as_of=read_head(final), audience="public")

    assert query(final, "select document from mart.documents", public).num_rows == 0
    assert query(final, "select document from mart.document_numbers", public).num_rows == 0


@pytest.mark.long
def test_when_salts_are_erased_no_digest_tells_a_name(final):
    hand_out(final, "certificate", entries=["a"])
    final.cursor().execute("delete from private.document")

    assert list_states(final) == {("certificate", "a"): "superseded"}
    assert verify(final) == []


@pytest.mark.long
def test_a_paper_is_printed_again_as_it_was_whatever_was_corrected_since(final):
    issued = hand_out(final, *ALL, lang="ru")
    correct(final, PEOPLE | {"a": ("Әлиұлы Қазыбек Нұрланұлы", *PEOPLE["a"][1:])})
    reader = read_now(final)
    rows = read_rows(final, "documents", reader, contest_no=find_contest(final, REPUBLIC, reader))

    assert set_files(reprint(final, rows)) == list(issued.files)


@pytest.mark.long
def test_papers_are_packed_by_person_and_merged_by_kind(final):
    issued = hand_out(final, "diploma", "certificate", entries=["a"])

    assert sorted(merge(issued.papers)) == ["certificate.pdf", "diploma.pdf"]
    assert pack(issued.papers, issued.files) == pack(issued.papers, issued.files)

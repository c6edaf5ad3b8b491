"""Verify names the first batch that is not what was written, whatever byte was changed."""

import pytest

from kasipkor_core.errors import Damaged
from kasipkor_core.store import (
    append_decision,
    append_undo,
    read_original,
    verify,
    verify_chain,
)
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import keep, open_copy, open_ready

SCORES = "entry,name,judge,total\na,Aigerim,J1,90\nb,Bolat,J1,80\n"
ENTRIES = f"contest,entry,name,birth_date\n{REPUBLIC},c,Dana,2008-02-03\n"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Batch 2: scores; 3: entries with birth dates; 4: an undo of 3; 5: a decision."""
    season = open_ready()
    give(season, CONTESTS, kind="contests")
    give(season, SCORES, kind="scores", contest=REPUBLIC)
    give(season, ENTRIES, kind="entries")
    append_undo(season, 3, actor="chief", reason="wrong contest")
    append_decision(
        season, "award", subject=f"{REPUBLIC}/a", value="medallion", actor="jury", reason="fair"
    )
    yield keep(season, tmp_path_factory.mktemp("kept") / "written.duckdb")
    season.close()


@pytest.fixture
def written(kept):
    store = open_copy(kept)
    yield store
    store.close()


def first_broken(store):
    problems = verify(store)
    return (problems[0].batch_no, problems[0].what) if problems else None


TAMPERINGS = {
    "a score": ("update ledger.score set points = 91 where points = 90", (2, "its facts")),
    "the row a score came from": (
        "update ledger.score set source_row = 7 where points = 90",
        (2, "its facts"),
    ),
    "a score that vanishes": ("delete from ledger.score where points = 80", (2, "its facts")),
    "a score that appears": (
        "insert into ledger.score by name select * replace (5 as batch_no) from ledger.score",
        (5, "its facts"),
    ),
    "a total": ("update tally.entry_total set place = 2 where place = 1", (2, "its totals")),
    "the head of a snapshot": ("update tally.contest set entries = 3", (1, "its totals")),
    "a signature in a snapshot": (
        "update tally.contest set is_signed = true where contest_batch_no is not null",
        (1, "its totals"),
    ),
    "where a snapshot finds an entry": (
        "update tally.entry_total set entry_batch_no = 1",
        (2, "its totals"),
    ),
    "a name": ("update private.name set name = 'Bolat' where name = 'Aigerim'", (2, "a name")),
    "a name that is lost": ("delete from private.name", (2, "a name")),
    "a judge that is lost": ("delete from private.judge", (2, "a judge")),
    "a key of a file that is lost": ("delete from private.file_key", (2, "its file")),
    "a key of another length": ("update private.file_key set key = 'x'::blob", (2, "its file")),
    "a key of a contact that is lost": ("delete from private.key", (3, "a contact")),
    "a contact that is another person's": (
        "update private.contact set name_no = name_no + 1",
        (3, "a contact"),
    ),
    "a contact and its key that are another person's": (
        """
        update private.contact set name_no = name_no + 1;
        update private.key set name_no = name_no + 1
        """,
        (3, "a contact"),
    ),
    "a contact that is said to be of another kind": (
        "update private.contact set field = 'email'",
        (3, "a contact"),
    ),
    "how an entry is shown": (
        "update private.shown_entry set region = 'KZ-10'",
        (2, "a shown entry"),
    ),
    "how the public reads a name": (
        "update private.shown_entry set public_name = 'Bolat'",
        (2, "a shown entry"),
    ),
    "who is a minor": ("update ledger.entry_fact set is_minor = true", (2, "its facts")),
    "an entry that is not shown": ("delete from private.shown_entry", (2, "a shown entry")),
    "a name folded for comparing": (
        "update private.name set folded = 'bolat' where name = 'Aigerim'",
        (2, "a name"),
    ),
    "a judge": ("update private.judge set judge = 'J2'", (2, "a judge")),
    "a birth date": (
        "update private.contact set cipher = cipher || 'x'::blob",
        (3, "a contact"),
    ),
    "an entry's id": ("update ledger.entry set entry = 'z' where entry = 'a'", (2, "its facts")),
    "a contest's id": ("update ledger.contest set contest = contest || 'x'", (1, "its facts")),
    "the log of force": (
        "update ledger.force set is_in_force = true where not is_in_force",
        (4, "its facts"),
    ),
    "a batch that counts again behind its back": (
        "update tally.span set last_batch_no = 2147483647 where batch_no = 3",
        (4, "when it counts"),
    ),
    "a batch that never counted": (
        "delete from tally.span where batch_no = 2",
        (2, "when it counts"),
    ),
    "what a publication lets the public read": (
        "update tally.span set published_batch_no = 4 where batch_no = 2",
        (2, "when it counts"),
    ),
    "a decision": ("update ledger.decision set value = 'gold'", (5, "its facts")),
    "the ruleset": ("update ledger.ruleset set content = content || ' '", (1, "its facts")),
    "the actor": ("update ledger.batch set actor = 'x' where batch_no = 3", (3, "its own row")),
    "the reason": ("update ledger.batch set reason = 'x' where batch_no = 4", (4, "its own row")),
    "a plain original": (
        "update ledger.original set bytes = bytes || 'x'::blob where not is_encrypted",
        (1, "its file"),
    ),
    "an encrypted original": (
        "update ledger.original set bytes = 'x'::blob || bytes where is_encrypted",
        (2, "its file"),
    ),
    "a batch that vanishes": (
        "delete from ledger.batch where batch_no = 3",
        (3, "facts of no batch"),
    ),
}


def test_an_untouched_ledger_holds(written):
    assert verify(written, all_contests=True) == []


@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_change_behind_its_back_is_found_at_the_first_broken_batch(written, name):
    sql, expected = TAMPERINGS[name]
    written.cursor().execute(sql)

    assert first_broken(written) == expected


@pytest.mark.parametrize("name", ["a score", "a batch that vanishes", "a total"])
@pytest.mark.parametrize("size", ["_MOST_BATCHES", "_MOST_ROWS"])
def test_a_long_chain_is_read_in_parts_and_nothing_is_left_out_between_them(
    written, monkeypatch, name, size
):
    monkeypatch.setitem(verify.__globals__, size, 1)
    whole = verify(written, all_contests=True)
    sql, expected = TAMPERINGS[name]
    written.cursor().execute(sql)
    written.cursor().execute("update tally.contest set at_batch_no = 99 where at_batch_no = 5")

    assert whole == []
    assert first_broken(written) == expected
    assert ("totals of no batch", 99) in [(one.what, one.batch_no) for one in verify(written)]


def test_the_message_names_the_batch_and_the_remedy(written):
    written.cursor().execute("update ledger.score set points = 91 where points = 90")
    with pytest.raises(Damaged) as damaged:
        verify_chain(written)

    assert str(damaged.value) == (
        "Batch 2 is not what was written: its facts differs. Restore a backup."
    )


@pytest.mark.long
def test_a_total_that_is_not_what_the_marks_give_is_found_even_when_its_hash_is_right(written):
    cursor = written.cursor()
    cursor.execute("update tally.entry_total set award = 'gold' where at_batch_no = 5")
    cursor.execute("""
        update ledger.batch set tally_sha256 = tally.tally_sha256
        from audit.tally as tally where tally.batch_no = 5 and ledger.batch.batch_no = 5
    """)
    cursor.execute("""
        update ledger.batch set sha256 = chain.expected_sha256
        from audit.batch as chain where chain.batch_no = 5 and ledger.batch.batch_no = 5
    """)

    assert {problem.contest for problem in verify(written)} == {REPUBLIC}


def test_an_original_comes_back_as_it_was_and_personal_ones_are_kept_encrypted(written):
    kept = (
        written.cursor().execute("select bytes from ledger.original where is_encrypted").fetchall()
    )

    assert read_original(written, 2) == SCORES.encode()
    assert read_original(written, 3) == ENTRIES.encode()
    assert all(b"Dana" not in blob and b"Aigerim" not in blob for (blob,) in kept)

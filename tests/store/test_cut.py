"""A backup restored up to a batch is the ledger as it was when that batch was the newest."""

import shutil

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.house import SQL
from kasipkor_core.store import (
    Reader,
    append_decision,
    append_erasure,
    append_undo,
    export_chain,
    open_store,
    query,
    read_head,
    restore_backup,
    verify,
)
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import keep, open_ready

SCORES = "entry,name,judge,total\na,Aigerim,J1,90\nb,Bolat,J1,80\n"
ENTRIES = f"contest,entry,name,birth_date\n{REPUBLIC},c,Dana,2008-02-03\n"
BOARD = "select entry, name, total, place, award from mart.leaderboard order by contest_no, ord"
CARRIES = """
    select schema_name || '.' || table_name
    from duckdb_columns()
    where
        schema_name in ('ledger', 'tally', 'private', 'app')
        and column_name in ('batch_no', 'at_batch_no')
        and schema_name || '.' || table_name <> 'app.erasure'
"""


@pytest.fixture(scope="module")
def backup(tmp_path_factory):
    """Batch 2: scores; 3: entries with birth dates; 4: undoes 2; 5: undoes 4; 6: an award."""
    store = open_ready()
    give(store, CONTESTS, kind="contests")
    give(store, SCORES, kind="scores", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries")
    append_undo(store, 2, actor="chief", reason="wrong day")
    append_undo(store, 4, actor="chief", reason="right day")
    append_decision(
        store, "award", subject=f"{REPUBLIC}/a", value="medallion", actor="jury", reason="fair"
    )
    yield keep(store, tmp_path_factory.mktemp("kept") / "backup.duckdb")
    store.close()


def restore(backup, folder, up_to):
    restore_backup(backup, folder / "restored.duckdb", up_to=up_to)
    return open_store(folder / "restored.duckdb")


def look(store, at):
    return [query(store, BOARD, Reader(as_of=moment)).to_pylist() for moment in range(1, at + 1)]


@pytest.mark.parametrize("up_to", [2, 4])
def test_up_to_a_batch_every_moment_is_as_it_was_and_the_chain_is_its_beginning(
    backup, tmp_path, up_to
):
    whole = open_store(shutil.copy(backup, tmp_path / "whole.duckdb"))
    told, moments = list(export_chain(whole, as_of=up_to)), look(whole, up_to)
    whole.close()
    restored = restore(backup, tmp_path, up_to)
    found = read_head(restored), verify(restored), look(restored, up_to)
    chain = list(export_chain(restored, as_of=up_to))
    restored.close()

    assert found == (up_to, [], moments)
    assert chain == told


def test_after_it_the_next_sheet_takes_the_next_number(backup, tmp_path):
    restored = restore(backup, tmp_path, 2)
    receipt = give(restored, ENTRIES, kind="entries")
    broken = verify(restored)
    restored.close()

    assert (receipt.batch_no, broken) == (3, [])


def test_who_came_later_has_left_no_trace_in_the_file(backup, tmp_path):
    restore(backup, tmp_path, 2).close()

    assert b"Dana" in backup.read_bytes()
    assert b"Dana" not in (tmp_path / "restored.duckdb").read_bytes()


@pytest.mark.parametrize("up_to", [0, 7])
def test_a_batch_that_the_backup_does_not_hold_is_refused(backup, tmp_path, up_to):
    with pytest.raises(Refused, match="holds batches 1 to"):
        restore(backup, tmp_path, up_to)

    assert not (tmp_path / "restored.duckdb").exists()


def test_what_was_erased_does_not_come_back(backup, tmp_path):
    later = open_store(shutil.copy(backup, tmp_path / "later.duckdb"))
    append_erasure(later, f"{REPUBLIC}/c", actor="office", reason="asked")
    later.close()
    with pytest.raises(Refused, match="Batch 7 erased personal data"):
        restore(tmp_path / "later.duckdb", tmp_path, 6)


def test_every_table_that_carries_a_batch_is_cut(season):
    cut = (SQL / "restore" / "cut.sql").read_text(encoding="utf-8")
    tables = [name for (name,) in season.cursor().execute(CARRIES).fetchall()]

    assert [name for name in tables if f"delete from {name} where" not in cut] == []

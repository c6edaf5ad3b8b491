"""Backups that are made by themselves: when, which are kept, and that they can be restored."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from kasipkor_core.errors import Damaged
from kasipkor_core.store import (
    backup,
    export_chain,
    keep_backup,
    open_store,
    read_head,
    restore_backup,
    verify,
    write_backup,
)
from kasipkor_core.store.keeping import list_backups, list_spare
from tests.giving import give, hold_contests
from tests.ready import find_template

NOON = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)
MORE = "programme,season,level,region,unit\nworldskills,2026,oblast,KZ-75,17\n"


def name(moment, batch=1):
    return Path(f"kasipkor-{moment:%Y%m%dT%H%M%SZ}-{batch}.duckdb")


@pytest.fixture
def kept(tmp_path):
    store = open_store(shutil.copy(find_template(), tmp_path / "k.duckdb"))
    hold_contests(store)
    yield store, tmp_path / "second"
    store.close()


@pytest.mark.long
def test_a_backup_is_made_when_something_was_written_and_restores_to_the_same_chain(kept):
    store, folder = kept
    first = keep_backup(store, folder, now=NOON)
    again = keep_backup(store, folder, now=NOON + dt.timedelta(hours=1))
    give(store, MORE, kind="contests")
    second = keep_backup(store, folder, now=NOON + dt.timedelta(hours=2))
    target = folder.parent / "drill.duckdb"
    restore_backup(second, target)
    drilled = open_store(target)
    restored = read_head(drilled), verify(drilled)
    drilled.close()

    assert (first.name, again) == ("kasipkor-20261126T120000Z-1.duckdb", None)
    assert list_backups(folder) == [first, second]
    assert restored == (2, [])


@pytest.mark.long
def test_where_nobody_can_read_an_open_file_a_backup_is_written_row_by_row(kept, monkeypatch):
    store, folder = kept
    monkeypatch.setattr(backup, "CAN_COPY", False)  # as on Windows
    made = write_backup(store, folder / "rows.duckdb")
    copied = open_store(made, create=False)
    found = verify(copied), list(export_chain(copied, as_of=1))
    copied.close()

    assert found == ([], list(export_chain(store, as_of=1)))


@pytest.mark.long
def test_a_backup_that_is_not_what_was_written_is_not_restored(kept):
    store, folder = kept
    made = keep_backup(store, folder, now=NOON)
    data = bytearray(made.read_bytes())
    data[len(data) // 2] ^= 1
    made.write_bytes(data)
    target = folder.parent / "drill.duckdb"
    with pytest.raises(Damaged, match="its hash differs"):
        restore_backup(made, target)

    assert not target.exists()


def test_of_old_backups_the_newest_24_a_day_s_last_and_a_month_s_last_are_kept():
    hourly = [name(NOON - dt.timedelta(hours=hour)) for hour in range(24 * 400)]
    kept = sorted(set(hourly) - set(list_spare(hourly)), reverse=True)
    days = {path.name[9:17] for path in kept}
    months = {path.name[9:15] for path in kept}

    assert kept[:24] == hourly[:24]
    assert len(kept) == 24 + 12 + 11  # two of the 14 days and one of the 12 months are among the 24
    assert "20261114" in days
    assert min(months) == "202512"
    assert list_spare(hourly[:24]) == []


def test_other_files_of_the_folder_are_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "kasipkor-20261126T120000Z-1.duckdb.part").write_text("half")

    assert list_backups(tmp_path) == []
    assert list_backups(tmp_path / "nowhere") == []

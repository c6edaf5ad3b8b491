"""Alarms: room on the disk, the clock, backups that do not come."""

import datetime as dt
import shutil
from types import SimpleNamespace

import pytest

from kasipkor_core.store import Alarm, alarms, keep_backup, list_alarms, open_store
from tests.giving import give, hold_contests
from tests.ready import find_template

MEGABYTE = 1024 * 1024


def now(minutes=0):
    return dt.datetime.now(dt.UTC) + dt.timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("free", "found"),
    [(10_000, []), (999, [Alarm("disk_low", 999)]), (199, [Alarm("disk_full", 199)])],
)
def test_a_disk_that_fills_up_is_told_before_nothing_can_be_written(
    season, monkeypatch, free, found
):
    monkeypatch.setattr(
        alarms.shutil, "disk_usage", lambda _: SimpleNamespace(free=free * MEGABYTE)
    )
    monkeypatch.setattr(season, "path", "/somewhere/k.duckdb", raising=False)

    assert list_alarms(season, now=now()) == found


def test_a_clock_behind_what_was_written_last_is_told(season):
    (alarm,) = list_alarms(season, now=now(minutes=-600))

    assert (alarm.code, 30_000 < alarm.number <= 36_000) == ("clock_behind", True)
    assert list_alarms(season, now=now()) == []


@pytest.mark.long
def test_backups_that_do_not_come_are_told_after_two_intervals(tmp_path):
    store = open_store(shutil.copy(find_template(), tmp_path / "k.duckdb"))
    hold_contests(store)
    folder = tmp_path / "second"
    never = list_alarms(store, now=now(), backups=folder)
    keep_backup(store, folder, now=now())
    whole = list_alarms(store, now=now(minutes=500), backups=folder)
    hold_more(store)
    soon = list_alarms(store, now=now(minutes=100), backups=folder)
    late = list_alarms(store, now=now(minutes=130), backups=folder)
    store.close()

    assert (never, whole, soon) == ([Alarm("backup_late", None)], [], [])
    assert [(one.code, one.number >= 129) for one in late] == [("backup_late", True)]


def hold_more(store):
    text = "programme,season,level,region,unit\nworldskills,2026,oblast,KZ-75,17\n"
    give(store, text, kind="contests")

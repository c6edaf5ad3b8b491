"""A venue without internet: lent a copy, it works alone; its package comes back and is merged."""

import datetime as dt

import pytest

from kasipkor_core.store import (
    append_decision,
    append_undo,
    query,
    read_now,
    verify,
)
from kasipkor_core.store.venues import look_at_package, merge_package, pack_venue
from kasipkor_core.store.venues.lending import hand_over
from tests import ready
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import keep, open_copy

OBLAST = "worldskills-2026-oblast-KZ-35-17"
ENTRIES = f"""contest,entry,name,region,birth_date
{REPUBLIC},a,Aigerim,KZ-75,2008-02-03
{REPUBLIC},b,Bolat,KZ-71,2007-05-06
{OBLAST},c,Dana,KZ-35,2008-01-01
"""
BOARD = """
    select contest, entry, name, region, total, place, award, status
    from mart.leaderboard
    order by contest, ord
"""


def begin(store):
    """Batch 1: contests; 2: entries."""
    give(store, CONTESTS, kind="contests")
    give(store, ENTRIES, kind="entries")


def now():
    return dt.datetime.now(dt.UTC)


office = ready.lend("venue-office", begin)


def lend(office, folder, name="Aktobe"):
    copy = open_copy(keep(office, folder / f"{name}.duckdb"))
    hand_over(office, copy, venue=name, actor="office")
    return copy


def board(store):
    return query(store, BOARD, read_now(store)).to_pylist()


def test_what_a_venue_marked_stands_at_the_office_as_it_stood_there(office, tmp_path):
    venue = lend(office, tmp_path)
    give(venue, "entry,judge,total\na,J1,90\nb,J1,80\n", kind="scores", contest=REPUBLIC)
    append_decision(
        venue, "award", subject=f"{REPUBLIC}/b", value="medallion", actor="jury", reason="fair"
    )
    data = pack_venue(venue, now=now())
    there = board(venue)
    venue.close()

    give(office, "entry,name,total\nx,Xan,70\n", kind="scores", contest=OBLAST)
    merged = merge_package(office, data, actor="office", now=now())

    assert merged.batches == {3: 5, 4: 6}
    assert verify(office, all_contests=True) == []
    assert [row for row in board(office) if row["contest"] == REPUBLIC] == [
        row for row in there if row["contest"] == REPUBLIC
    ]

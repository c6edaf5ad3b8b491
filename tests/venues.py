"""An office and its venues: copies that are lent, worked on, packed and merged."""

import datetime as dt

from kasipkor_core.store import append_undo, merge_package, pack_venue, query, read_now
from kasipkor_core.store.cut import cut_back
from kasipkor_core.store.query import open_cursor
from kasipkor_core.store.venues.lending import hand_over
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import keep, open_copy

OBLAST = "worldskills-2026-oblast-KZ-35-17"
OTHER = "worldskills-2026-republic-09"
ENTRIES = f"""contest,entry,name,region,birth_date
{REPUBLIC},a,Aigerim,KZ-75,2008-02-03
{REPUBLIC},b,Bolat,KZ-71,2007-05-06
{OBLAST},c,Dana,KZ-35,2008-01-01
"""
SCORES = "entry,judge,total\na,J1,90\nb,J1,80\n"
_NUMBERS = (
    "(batch|contest|name)_no$|sha256$|^(undone|replaced)_by$|^(appeal|receipt)$|^correction|^venue"
)
_VIEWS = """
    select table_name, list(column_name) filter (not regexp_matches(column_name, $numbers))
    from duckdb_columns()
    where schema_name = 'mart' and database_name = current_database()
    group by table_name
    order by table_name
"""
_BOARD = """
    select contest, entry, name, region, total, scale, place, award, status
    from mart.leaderboard
    order by contest, ord
"""


def begin(store):
    """Batch 1: contests; 2: entries with birth dates."""
    give(store, CONTESTS, kind="contests")
    give(store, ENTRIES, kind="entries")


def now():
    return dt.datetime.now(dt.UTC)


def lend(office, folder, name="Aktobe"):
    """Return a copy of a ledger in memory, lent to a venue."""
    copy = open_copy(keep(office, folder / f"{name}.duckdb"))
    hand_over(office, copy, venue=name, actor="office")
    return copy


def pack(venue):
    return pack_venue(venue, now=now())


def merge(office, data, **told):
    return merge_package(office, data, actor="office", now=now(), **told)


def board(store, contest=None, *, audience="staff"):
    """Return the boards as rows; of one contest if it is named."""
    rows = query(store, _BOARD, read_now(store, audience=audience)).to_pylist()
    return [row for row in rows if contest in (None, row["contest"])]


def split(whole, folder, base):
    """Return an office as it was at a batch, and the whole ledger as the venue it was lent to then.

    The office has gone on: two acts that change nothing any more, so that all numbers differ.
    """
    file = keep(whole, folder / "whole.duckdb")
    office, venue = open_copy(file), open_copy(file)
    cut_back(office, base)
    hand_over(office, venue, venue="Aktobe", actor="office")
    venue.connection.execute(
        "update app.lent set base_batch_no = batch_no, base_sha256 = sha256 "
        "from ledger.batch where batch_no = $base",
        {"base": base},
    )
    go_on(office)
    return office, venue


def go_on(office):
    """Let an office write two acts that change nothing any more, and take two numbers."""
    again = give(office, CONTESTS.replace("2026", "2031"), kind="contests")
    append_undo(office, again.batch_no, actor="office", reason="another year")


def see(store, *only, audience="staff", but=()):
    """Return views as their rows, sorted, without numbers that a ledger gives by itself; or all."""
    cursor = open_cursor(store, read_now(store, audience=audience))
    try:
        views = cursor.execute(_VIEWS, {"numbers": _NUMBERS}).fetchall()
        return {
            name: sorted(map(repr, read_rows(cursor, name, columns)))
            for name, columns in views
            if name not in but and (not only or name in only)
        }
    finally:
        cursor.close()


def read_rows(cursor, name, columns):
    told = ", ".join(f'"{column}"' for column in columns)
    return cursor.execute(f"select {told} from mart.{name}").to_arrow_table().to_pylist()


def list_unlike(one, other):
    """Return what two ledgers show differently, by view."""
    return {name: (set(one[name]) ^ set(other[name])) for name in one if one[name] != other[name]}

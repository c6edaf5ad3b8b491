"""The contests of a place: what somebody with a role for it sees as staff."""

from kasipkor_core import access
from kasipkor_core.store.connect import Store

_OF_REGION = """
    select contest_no
    from ledger.contest_fact
    group by contest_no
    having max_by(coalesce(region, ''), batch_no) = $region
    order by contest_no
"""
_OF_CONTEST = "select contest_no from ledger.contest where contest = $contest"
_PERSONS = 0


def list_contests_of(store: Store, scope: access.Scope) -> tuple[int, ...]:
    """Return the numbers of the contests in a scope, in force or not.

    A contest is of the region that was written last. A region's include 0: its persons and
    organisations, of whom the reader's ``region`` says which are shown.
    """
    cursor = store.cursor()
    try:
        if scope.contest is not None:
            rows = cursor.execute(_OF_CONTEST, {"contest": scope.contest}).fetchall()
            return tuple(int(number) for (number,) in rows)
        rows = cursor.execute(_OF_REGION, {"region": scope.region}).fetchall()
        return (_PERSONS, *(int(number) for (number,) in rows))
    finally:
        cursor.close()

"""Verify: the chain, the kept files, the totals against the marks, one engine against the other."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from kasipkor_core import house
from kasipkor_core.errors import Damaged
from kasipkor_core.store.compare import compare_contests, compare_teams
from kasipkor_core.store.compare_benchmark import compare_benchmark
from kasipkor_core.store.compare_calendar import compare_calendar
from kasipkor_core.store.compare_draws import compare_draws
from kasipkor_core.store.compare_exams import compare_exams
from kasipkor_core.store.compare_eyes import compare_eyes
from kasipkor_core.store.compare_movement import compare_honours, compare_quotas
from kasipkor_core.store.compare_panel import compare_panel
from kasipkor_core.store.compare_progress import compare_centres, compare_progress
from kasipkor_core.store.compare_selection import compare_selections
from kasipkor_core.store.compare_vacancy import compare_vacancies
from kasipkor_core.store.connect import Store
from kasipkor_core.store.facts import ask_for
from kasipkor_core.store.originals import decrypt_contact, hash_bytes, unpack_original
from kasipkor_core.store.query import open_cursor, read_now
from kasipkor_core.store.standings import list_unlike_standings

_CHANGED = """
    select contest.contest_no, contest.contest, last_change.batch_no
    from fact.contest as contest
    inner join fact.last_change as last_change on last_change.contest_no = contest.contest_no
    left join app.verified as verified on verified.contest_no = contest.contest_no
    where $all or verified.batch_no is distinct from last_change.batch_no
    order by contest.contest_no
"""
_CONTACTS = """
    select
        coalesce(contact.name_no, key.name_no) as name_no,
        contact.field,
        contact.cipher,
        key.key
    from private.contact as contact
    full join private.key as key on key.name_no = contact.name_no
    order by all
"""
_FORGET = "delete from app.verified where contest_no = $contest_no"
_REMEMBER = "insert into app.verified values ($contest_no, $batch_no)"
_TOGETHER = 40  # contests of one plan
_SIZES = "select batch_no, row_count from ledger.batch order by batch_no"
_MOST_BATCHES, _MOST_ROWS = 5_000, 1_000_000  # of one part of the chain: half a gigabyte of text
_FAR = 2_147_483_647
_FOREMOST = ("its own row", "the batch before it")  # then nothing else is said of a batch
_NAME_SPAN = 10_000_000
_COMPARISONS = (
    compare_teams,
    compare_honours,
    compare_quotas,
    compare_benchmark,
    compare_progress,
    compare_centres,
    compare_vacancies,
    compare_exams,
    compare_calendar,
    compare_selections,
    compare_eyes,
    compare_panel,
    compare_draws,
)


@dataclass(frozen=True)
class Problem:
    """What is wrong.

    Attributes:
        batch_no: The batch that does not hold; null when it is about a contest.
        contest: The contest whose numbers differ; null when it is about a batch.
        what: What differs, in words.
    """

    batch_no: int | None
    contest: str | None
    what: str


def verify(store: Store, *, all_contests: bool = False) -> list[Problem]:
    """Check everything that was written; return what does not hold, the first broken batch first.

    Args:
        store: The open ledger.
        all_contests: Recount every contest, not only those changed since the last time.
    """
    broken = list_broken(store)
    return broken or _recount(store, all_contests=all_contests)


def verify_chain(store: Store) -> None:
    """Raise when any batch does not say what it said when it was written.

    Raises:
        Damaged: names the first broken batch.
    """
    for problem in list_broken(store):
        raise Damaged(
            "Batch {batch_no} is not what was written: {what} differs. Restore a backup.",
            batch_no=problem.batch_no,
            what=problem.what,
        )


def list_broken(store: Store) -> list[Problem]:
    """Return the batches that do not hold, by number: chain, facts, totals, names, files."""
    cursor = open_cursor(store, read_now(store))
    try:
        broken = [
            *_list_chain(cursor),
            *_list_personal(cursor),
            *_list_spans(cursor),
            *_list_originals(cursor),
            *_list_contacts(cursor),
        ]
    finally:
        cursor.close()
    return sorted(broken, key=lambda problem: (problem.batch_no or 0, problem.what))


def _read_check(name: str) -> str:
    return (house.SQL / "checks" / f"{name}.sql").read_text(encoding="utf-8")


def _list_chain(cursor: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    links = dict(cursor.execute(_read_check("verify_chain")).fetchall())
    check = _read_check("verify_content")
    for first, last in _list_parts(cursor):
        for batch_no, what in cursor.execute(check, {"first": first, "last": last}).fetchall():
            if links.get(batch_no) not in _FOREMOST:
                links.pop(batch_no, None)
                yield Problem(batch_no, None, what)
    for batch_no, what in links.items():
        yield Problem(batch_no, None, what)


def _list_parts(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[int, int]]:
    """Return first and last numbers that together are all there are, of batches or not."""
    first, batches, rows = -_FAR, 0, 0
    for batch_no, row_count in cursor.execute(_SIZES).fetchall():
        batches, rows = batches + 1, rows + row_count
        if batches == _MOST_BATCHES or rows >= _MOST_ROWS:
            yield first, batch_no
            first, batches, rows = batch_no + 1, 0, 0
    yield first, _FAR


def _list_personal(cursor: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    for batch_no, what in cursor.execute(_read_check("verify_personal")).fetchall():
        yield Problem(batch_no, None, what)


def _list_spans(cursor: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    for (batch_no,) in cursor.execute(_read_check("verify_span")).fetchall():
        yield Problem(batch_no, None, "when it counts")


def _list_originals(cursor: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    rows = cursor.execute(_read_check("verify_originals")).fetchall()
    for batch_no, file_sha256, stored, actual, is_encrypted, kept, key, is_erased in rows:
        erased = is_encrypted and key is None and is_erased
        if stored != actual or not (erased or _is_whole(kept, key, file_sha256, batch_no)):
            yield Problem(batch_no, None, "its file")


def _is_whole(kept: bytes, key: bytes | None, file_sha256: str, batch_no: int) -> bool:
    try:
        return hash_bytes(unpack_original(kept, key, batch_no=batch_no)) == file_sha256
    except Damaged:
        return False


def _list_contacts(cursor: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    for name_no, field, cipher, key in cursor.execute(_CONTACTS).fetchall():
        is_whole = cipher is not None and key is not None
        if not is_whole or decrypt_contact(cipher, key, name_no=name_no, field=field) is None:
            yield Problem(name_no // _NAME_SPAN, None, "a contact")


def _recount(store: Store, *, all_contests: bool) -> list[Problem]:
    cursor = open_cursor(store, read_now(store))
    try:
        changed = cursor.execute(_CHANGED, {"all": all_contests}).fetchall()
        problems = [
            problem
            for start in range(0, len(changed), _TOGETHER)
            for problem in _recount_contests(cursor, changed[start : start + _TOGETHER])
        ]
        _remember(store, changed, {problem.contest for problem in problems})
        problems += [*_list_boards(cursor), *_list_standings(cursor)]
        return problems + [
            Problem(None, None, str(found)) for compare in _COMPARISONS for found in compare(cursor)
        ]
    finally:
        cursor.close()


def _remember(store: Store, changed: list[tuple[int, str, int]], unlike: set[str | None]) -> None:
    """Keep at which batch the contests were found to be what their marks say."""
    alike = [(number, batch_no) for number, contest, batch_no in changed if contest not in unlike]
    if not alike:
        return
    with store.writing() as cursor:
        for contest_no, batch_no in alike:
            cursor.execute(_FORGET, {"contest_no": contest_no})
            cursor.execute(_REMEMBER, {"contest_no": contest_no, "batch_no": batch_no})


def _list_boards(cursor: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    for contest, entry_no in cursor.execute(_read_check("verify_board")).fetchall():
        yield Problem(None, contest, f"the board of entry no {entry_no}")


def _list_standings(cursor: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    for _, contest, entry_no in list_unlike_standings(cursor):
        yield Problem(None, contest, f"stored standings of entry no {entry_no}")


def _recount_contests(
    cursor: duckdb.DuckDBPyConnection, changed: list[tuple[int, str, int]]
) -> Iterator[Problem]:
    contests = [contest_no for contest_no, _, _ in changed]
    stored = cursor.execute(_read_check("verify_tally"), ask_for(contests)).fetchall()
    differences = compare_contests(cursor, contests=contests)
    for contest_no, contest, _ in changed:
        problems = [
            f"stored totals of entry no {entry_no}"
            for number, entry_no in stored
            if number == contest_no
        ]
        problems += [str(difference) for difference in differences.get(contest_no, ())]
        yield from (Problem(None, contest, what) for what in problems)

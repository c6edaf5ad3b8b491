"""Names of contests and entries, resolved once to the integers that facts carry."""

import duckdb

from kasipkor_core.errors import NotFound
from kasipkor_core.store.connect import Store
from kasipkor_core.store.query import Reader, set_reader

_CONTEST = "select contest_no from fact.contest where contest = $contest"
_SUBJECT = """
    select registry.contest_no
    from ledger.contest as registry
    where
        registry.contest = $subject
        and exists (
            select batch.batch_no
            from fact.batch as batch
            where batch.contest_no = registry.contest_no
        )
        and not exists (
            select fact.contest_no
            from ledger.contest_fact as fact
            where fact.contest_no = registry.contest_no
        )
"""
_ENTRY = """
    select entry.entry_no
    from fact.entry as entry
    where entry.contest_no = $contest_no and entry.entry = $entry
"""
_NEAR = """
    select contest from fact.contest
    order by jaro_winkler_similarity(contest, $contest) desc, contest
    limit 3
"""


def find_contest(store: Store, contest: str, reader: Reader) -> int:
    """Return the number of a contest this reader may see.

    Raises:
        NotFound: no such contest; the message lists near matches.
    """
    cursor = store.cursor()
    try:
        set_reader(cursor, reader)
        return resolve_contest(cursor, contest)
    finally:
        cursor.close()


def resolve_contest(cursor: duckdb.DuckDBPyConnection, contest: str) -> int:
    """Return the number of a contest, as the cursor's reader sees it.

    Raises:
        NotFound: no such contest; the message lists near matches.
    """
    for (contest_no,) in cursor.execute(_CONTEST, {"contest": contest}).fetchall():
        return int(contest_no)
    near = cursor.execute(_NEAR, {"contest": contest}).fetchall()
    raise NotFound(
        "There is no contest {contest}. Nearest: {near}. Check the id, or add the contest first.",
        contest=contest,
        near=", ".join(name for (name,) in near) or "–",
    )


def resolve_public(cursor: duckdb.DuckDBPyConnection, subject: str) -> int:
    """Return the number of what can be published: a contest, or a subject such as ``centres``.

    Raises:
        NotFound: no such contest or subject.
    """
    for (number,) in cursor.execute(_SUBJECT, {"subject": subject}).fetchall():
        return int(number)
    return resolve_contest(cursor, subject)


def resolve_subject(cursor: duckdb.DuckDBPyConnection, subject: str) -> tuple[int, int | None]:
    """Return contest and entry number of ``contest`` or ``contest/entry``.

    Raises:
        NotFound: no such contest or entry.
    """
    contest, _, entry = subject.partition("/")
    contest_no = resolve_contest(cursor, contest)
    if not entry:
        return contest_no, None
    row = cursor.execute(_ENTRY, {"contest_no": contest_no, "entry": entry}).fetchone()
    if not row:
        raise NotFound(
            "There is no entry {entry} in {contest}. Check the id on the start list.",
            entry=entry,
            contest=contest,
        )
    return contest_no, int(row[0])

"""Names that the public reads short: what can be decided about them, and when that holds."""

from collections.abc import Sequence

import duckdb

from kasipkor_core.errors import Refused

NAMINGS = ("short", "minors", "full")
_UNFIT = """
    select value
    from ledger.decision
    where batch_no = $batch_no and kind = 'names' and not list_contains($namings, value)
    order by value
    limit 1
"""
_NAMED = """
    select distinct reached_contest_no
    from audit.naming_reach
    where list_has_any($contests, [contest_no, reached_contest_no])
    order by reached_contest_no
"""
_TURNED = """
    select distinct reach.reached_contest_no
    from ledger.force as line
    inner join audit.naming_reach as reach
        on reach.contest_no = line.contest_no
        and reach.batch_no = line.subject_batch_no
    where line.batch_no = getvariable('as_of')::integer
    order by reach.reached_contest_no
"""


def refuse_unfit_names(cursor: duckdb.DuckDBPyConnection, batch_no: int) -> None:
    """Refuse a decision about names in public that says nothing known.

    Args:
        cursor: Inside the transaction, after the decisions are written.
        batch_no: The batch.

    Raises:
        Refused: the value is another than ``NAMINGS``.

    Source:
        docs/personal.md (minors' names in public).
    """
    given = {"batch_no": batch_no, "namings": list(NAMINGS)}
    unfit = cursor.execute(_UNFIT, given).fetchone()
    if unfit:
        raise Refused(
            "A decision about names in public cannot say {value}. Say one of: {words}.",
            value=unfit[0],
            words=", ".join(NAMINGS),
        )


def list_named(cursor: duckdb.DuckDBPyConnection, contests: Sequence[int]) -> list[int]:
    """Return where an act on the contests may change names in public, of all decisions ever made.

    Those of them about whose names, or about an entry that came to them, anything was decided; and
    those that an entry of theirs about which it was decided went on to.
    """
    rows = cursor.execute(_NAMED, {"contests": list(contests)}).fetchall()
    return [int(number) for (number,) in rows]


def list_renamed(cursor: duckdb.DuckDBPyConnection) -> list[int]:
    """Return the contests whose names the batch decides about, or takes such a decision back.

    Those that an entry decided about went on to are among them.

    Args:
        cursor: Inside the transaction, after the lines of force are written; reads at the batch.
    """
    return [int(number) for (number,) in cursor.execute(_TURNED).fetchall()]

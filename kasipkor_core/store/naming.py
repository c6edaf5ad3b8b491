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
    select distinct contest_no
    from ledger.decision
    where kind = 'names' and list_contains($contests, contest_no)
    order by contest_no
"""
_TURNED = """
    select distinct line.contest_no
    from ledger.force as line
    inner join ledger.decision as decision
        on decision.contest_no = line.contest_no
        and decision.batch_no = line.subject_batch_no
    where
        line.batch_no = getvariable('as_of')::integer
        and decision.kind = 'names'
    order by line.contest_no
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
    """Return those of the contests about whose names anything was ever decided."""
    rows = cursor.execute(_NAMED, {"contests": list(contests)}).fetchall()
    return [int(number) for (number,) in rows]


def list_renamed(cursor: duckdb.DuckDBPyConnection) -> list[int]:
    """Return the contests about whose names the batch decides, or takes such a decision back.

    Args:
        cursor: Inside the transaction, after the lines of force are written; reads at the batch.
    """
    return [int(number) for (number,) in cursor.execute(_TURNED).fetchall()]

"""Former sheets: the same bytes once more, and the batch a corrected sheet takes the place of."""

from typing import Literal

import duckdb

from kasipkor_core import sheets
from kasipkor_core.errors import Refused
from kasipkor_core.sheets import Format

Replace = Literal["no", "yes"] | int
_FORMER = """
    select batch.batch_no, force.contest_no
    from ledger.batch as batch
    inner join fact.batch as force on force.batch_no = batch.batch_no
    left join ledger.contest as registry on registry.contest_no = force.contest_no
    where
        batch.sheet_kind = $kind
        and batch.batch_no < getvariable('as_of')::integer
        and (force.contest_no = 0 or registry.contest in (select contest from ready_contest))
    order by batch.batch_no, force.contest_no
"""
_REPEATED = """
    select min(batch.batch_no)
    from ledger.batch as batch
    semi join fact.batch as in_force on in_force.batch_no = batch.batch_no
    where
        batch.file_sha256 = $file_sha256
        and batch.source_sheet is not distinct from $sheet
        and batch.sheet_kind = $kind
        and batch.contest is not distinct from $contest
"""


def find_repeated(
    cursor: duckdb.DuckDBPyConnection,
    *,
    file_sha256: str,
    sheet: str | None,
    kind: str,
    contest: str | None,
) -> int | None:
    """Return the batch in force that came from the same bytes, sheet, kind and contest."""
    key = {"file_sha256": file_sha256, "sheet": sheet, "kind": kind, "contest": contest}
    row = cursor.execute(_REPEATED, key).fetchone()
    return row[0] if row else None


def list_former(cursor: duckdb.DuckDBPyConnection, kind: str) -> dict[int, list[int]]:
    """Return the batches in force of the kind, each with its contests that the sheet has too.

    Contest 0 is what belongs to no contest.
    """
    former: dict[int, list[int]] = {}
    for batch_no, contest_no in cursor.execute(_FORMER, {"kind": kind}).fetchall():
        former.setdefault(batch_no, []).append(contest_no)
    return former


def list_overlapping(
    cursor: duckdb.DuckDBPyConnection, fmt: Format, former: dict[int, list[int]]
) -> tuple[int, ...]:
    """Return the former batches that speak of the same things as the staged sheet."""
    return tuple(batch_no for batch_no in former if sheets.overlaps(cursor, fmt, batch_no=batch_no))


def choose_former(
    cursor: duckdb.DuckDBPyConnection,
    fmt: Format,
    former: dict[int, list[int]],
    replaces: Replace,
) -> int | None:
    """Return the batch to replace, or null for none.

    Raises:
        Refused: several fit and none is named, or the named one does not fit.
    """
    if replaces == "no":
        return None
    fitting = list_overlapping(cursor, fmt, former)
    numbers = ", ".join(map(str, fitting)) or "–"
    if replaces == "yes" and len(fitting) > 1:
        raise Refused(
            "Several batches could be replaced: {batches}. Name one of them.", batches=numbers
        )
    if replaces == "yes":
        return fitting[0] if fitting else None
    if replaces not in fitting:
        raise Refused(
            "Batch {batch_no} has no such sheet for these contests in force. It can be: {batches}.",
            batch_no=replaces,
            batches=numbers,
        )
    return int(replaces)

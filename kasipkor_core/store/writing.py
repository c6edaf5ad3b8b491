"""A sheet inside its batch: staged, checked, written; whoever looks ahead walks the same way."""

from dataclasses import replace

import duckdb

from kasipkor_core import access, sheets
from kasipkor_core.errors import Refused
from kasipkor_core.sheets import Finding
from kasipkor_core.store.batch import (
    Act,
    Batch,
    enter_force,
    refuse_duplicates,
    run_file,
    seal,
    write_force,
)
from kasipkor_core.store.former import (
    Replace,
    choose_former,
    find_repeated,
    list_former,
    list_overlapping,
)
from kasipkor_core.store.originals import encrypt_contacts, keep_original
from kasipkor_core.store.prepared import Prepared


class SheetRefused(Refused):
    """The sheet has errors; they are listed in ``findings``."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep what was found for whoever prints it."""
        errors = sum(found.severity == "error" for found in findings)
        super().__init__(
            "The sheet was not written: {count} errors. Correct the named cells and upload again.",
            count=errors,
        )
        self.findings = findings


class SheetRepeated(Refused):
    """The same bytes are in force already, as batch ``batch_no``."""

    def __init__(self, batch_no: int) -> None:
        """Keep the batch for whoever asked."""
        super().__init__(
            "The same file is in the ledger already, as batch {batch_no}. Nothing was written.",
            batch_no=batch_no,
        )
        self.batch_no = batch_no


def stage_and_check(
    batch: Batch, prepared: Prepared, replaces: Replace
) -> tuple[Prepared, int | None]:
    """Stage a sheet on the batch, take what it replaces out of force, and check it.

    Returns:
        The sheet with what was found, and the batch whose place it takes, or null.
    """
    cursor = batch.cursor
    _stage(cursor, prepared)
    former = list_former(cursor, prepared.kind)
    chosen = choose_former(cursor, prepared.fmt, former, replaces)
    fitting = list_overlapping(cursor, prepared.fmt, former) if chosen else ()
    diff = sheets.diff(cursor, prepared.fmt, batch_no=chosen) if chosen else None
    repeated = find_repeated(
        cursor,
        file_sha256=prepared.file_sha256,
        sheet=prepared.grid.sheet or None,
        kind=prepared.kind,
        contest=prepared.contest,
    )  # asked before the former sheet is out of force: its own bytes do not take its place
    if chosen:
        write_force(batch, [(contest_no, chosen, False) for contest_no in former[chosen]])
        _stage(cursor, prepared)  # what is known has changed
    findings = tuple(sheets.check(cursor, prepared.fmt, grid=prepared.grid))
    if findings and not chosen:
        fitting = list_overlapping(cursor, prepared.fmt, former)
    examined = replace(
        prepared,
        findings=findings,
        repeated_of=repeated,
        replaceable=fitting,
        diff=diff,
    )
    return examined, chosen


def write_sheet(
    batch: Batch,
    examined: Prepared,
    former: int | None,
    *,
    reason: str = "",
    actor_role: str,
    scope: access.Scope,
) -> list[int]:
    """Write an examined sheet into its batch, totals and hash included.

    Args:
        batch: The batch; the sheet is staged on its cursor.
        examined: What ``stage_and_check`` said of it.
        former: The batch it takes the place of, which is out of force already.
        reason: Why, for a replacement.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Returns:
        Numbers of the contests it touches.

    Raises:
        SheetRefused: findings of severity error.
        SheetRepeated: the same bytes are in force already.
        Refused: the actor may not write this.
    """
    _refuse(examined)
    act = _append(batch, examined, former)
    contests = enter_force(batch)
    refuse_duplicates(batch, contests if former else [])
    signed = replace(act, reason=reason or None, actor_role=actor_role, scope=scope)
    seal(batch, signed, contests)
    return contests


def _stage(cursor: duckdb.DuckDBPyConnection, prepared: Prepared) -> None:
    sheets.stage(
        cursor,
        prepared.grid,
        prepared.fmt,
        prepared.mapping,
        contest=prepared.contest,
        season=prepared.season,
        accepted=prepared.accepted,
    )


def _refuse(examined: Prepared) -> None:
    if examined.repeated_of:
        raise SheetRepeated(examined.repeated_of)
    if examined.errors:
        raise SheetRefused(examined.findings)


def _append(batch: Batch, examined: Prepared, former: int | None) -> Act:
    for name in examined.fmt.appends:
        run_file(batch, name)
    if examined.fmt.holds("contact"):
        encrypt_contacts(batch)
    is_personal = any(one.personal for one in examined.fmt.fields)
    stored_sha256 = keep_original(
        batch, examined.data, file_sha256=examined.file_sha256, is_personal=is_personal
    )
    return Act(
        "sheet",
        examined.actor,
        sheet_kind=examined.kind,
        contest=examined.contest,
        file_name=examined.file_name,
        file_sha256=examined.file_sha256,
        stored_sha256=stored_sha256,
        replaces_batch_no=former,
    )

"""A sheet on its way into the ledger: read, understood, checked, and then whole or not at all."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import duckdb

from kasipkor_core import access, sheets
from kasipkor_core.errors import Refused
from kasipkor_core.reading import Grid, read_grid
from kasipkor_core.sheets import Finding, Format, SheetMapping
from kasipkor_core.store.batch import (
    Act,
    Batch,
    enter_force,
    open_batch,
    refuse_duplicates,
    run_file,
    seal,
    write_force,
)
from kasipkor_core.store.connect import Store
from kasipkor_core.store.entitled import refuse_role
from kasipkor_core.store.former import (
    Replace,
    choose_former,
    find_repeated,
    list_former,
    list_overlapping,
)
from kasipkor_core.store.mappings import recall_mapping, remember_mapping
from kasipkor_core.store.originals import encrypt_contacts, hash_bytes, keep_original
from kasipkor_core.store.prepared import Prepared


@dataclass(frozen=True)
class Receipt:
    """What an import wrote.

    Attributes:
        batch_no: Number of the batch.
        replaced: The batch it took the place of, or null.
        records: Records of the sheet.
        findings: Warnings and notes; errors keep a sheet out.
    """

    batch_no: int
    replaced: int | None
    records: int
    findings: tuple[Finding, ...]


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


def understand(
    store: Store,
    data: bytes,
    *,
    file_name: str,
    kind: str,
    actor: str,
    contest: str | None = None,
    season: int | None = None,
    sheet: str | None = None,
    mapping: SheetMapping | None = None,
    accepted: Mapping[str, str] | None = None,
) -> Prepared:
    """Read a sheet and say what its columns seem to mean; check nothing yet.

    Args:
        store: The open ledger.
        data: The bytes of the file.
        file_name: Its name, for people.
        kind: Kind of sheet, as in ``data/sheets``.
        actor: Who uploads: mappings are remembered per person and header.
        contest: The contest the sheet belongs to, when it has no such column.
        season: The season, when the sheet does not say.
        sheet: Sheet of the workbook; else the first that holds a table.
        mapping: What the user says the columns mean; else what they seem to mean.
        accepted: Repairs the user accepted.

    Raises:
        Unreadable: the bytes are no sheet.
        NotFound: no such kind of sheet.
    """
    fmt = sheets.read_format(kind)
    with ThreadPoolExecutor(1) as pool:  # neither of the two holds up the other
        file_sha256 = pool.submit(hash_bytes, data)
        grid = read_grid(data, name=file_name, sheet=sheet)
    known = recall_mapping(store, actor=actor, kind=kind, digest=sheets.header_digest(grid))
    return Prepared(
        data=data,
        file_sha256=file_sha256.result(),
        file_name=file_name,
        kind=kind,
        contest=contest,
        season=season,
        actor=actor,
        grid=grid,
        fmt=fmt,
        mapping=mapping or _propose(store, grid, fmt, contest=contest, remembered=known),
        accepted=accepted or {},
    )


def examine(store: Store, prepared: Prepared, *, replaces: Replace = "no") -> Prepared:
    """Check a sheet as it would be written now, with the mapping and repairs it has.

    Args:
        store: The open ledger; nothing is written.
        prepared: What ``understand`` or a former ``examine`` returned.
        replaces: ``no``, ``yes`` (the one batch whose keys overlap) or a batch number.

    Raises:
        Refused: the batch to replace is not clear.
    """
    cursor = store.cursor()
    try:
        cursor.execute("begin")
        batch = Batch.draft(cursor)
        examined, _ = _examine(batch, prepared, replaces)
        cursor.execute("rollback")
        return examined
    finally:
        cursor.close()


def commit(
    store: Store,
    prepared: Prepared,
    *,
    reason: str = "",
    replaces: Replace = "no",
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
) -> Receipt:
    """Write a sheet: whole, in one transaction, checked once more against the ledger of now.

    Args:
        store: The open ledger.
        prepared: What ``understand`` or ``examine`` returned.
        reason: Why, for a replacement.
        replaces: As in ``examine``.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Raises:
        SheetRefused: findings of severity error.
        SheetRepeated: the same bytes are in force already.
        Refused: the actor may not write this.
    """
    refuse_role(actor_role, "sheet", prepared.kind)
    with open_batch(store, sheet=prepared.grid.sheet or None) as batch:
        examined, former = _examine(batch, prepared, replaces)
        _refuse(examined)
        act = _append(batch, examined, former)
        contests = enter_force(batch)
        refuse_duplicates(batch, contests if former else [])
        signed = replace(act, reason=reason or None, actor_role=actor_role, scope=scope)
        seal(batch, signed, contests)
    remember_mapping(store, actor=prepared.actor, kind=prepared.kind, mapping=prepared.mapping)
    records = prepared.grid.table.num_rows
    return Receipt(batch.batch_no, former, records, examined.findings)


def _propose(
    store: Store,
    grid: Grid,
    fmt: Format,
    *,
    contest: str | None,
    remembered: Mapping[str, str] | None,
) -> SheetMapping:
    cursor = store.cursor()
    try:
        Batch.draft(cursor)
        criteria = sheets.list_criteria(cursor, contest=contest)
    finally:
        cursor.close()
    return sheets.propose_mapping(grid, fmt, remembered=remembered, criteria=criteria)


def _examine(batch: Batch, prepared: Prepared, replaces: Replace) -> tuple[Prepared, int | None]:
    cursor = batch.cursor
    _stage(cursor, prepared)
    former = list_former(cursor, prepared.kind)
    chosen = choose_former(cursor, prepared.fmt, former, replaces)
    diff = sheets.diff(cursor, prepared.fmt, batch_no=chosen) if chosen else None
    if chosen:
        write_force(batch, [(contest_no, chosen, False) for contest_no in former[chosen]])
        _stage(cursor, prepared)  # what is known has changed
    findings = tuple(sheets.check(cursor, prepared.fmt, grid=prepared.grid))
    examined = replace(
        prepared,
        findings=findings,
        repeated_of=find_repeated(
            cursor,
            file_sha256=prepared.file_sha256,
            sheet=prepared.grid.sheet or None,
            kind=prepared.kind,
            contest=prepared.contest,
        ),
        replaceable=list_overlapping(cursor, prepared.fmt, former) if findings else (),
        diff=diff,
    )
    return examined, chosen


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

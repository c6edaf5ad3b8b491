"""A sheet on its way into the ledger: read, understood, checked, and then whole or not at all."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from kasipkor_core import access, meters, sheets
from kasipkor_core.reading import Grid, read_grid
from kasipkor_core.sheets import Finding, Format, SheetMapping
from kasipkor_core.store.batch import Batch, open_batch, open_draft
from kasipkor_core.store.connect import Store
from kasipkor_core.store.entitled import refuse_role
from kasipkor_core.store.foreseen import STAFF, Foreseen, refuse_outdated
from kasipkor_core.store.former import Replace
from kasipkor_core.store.mappings import recall_mapping, remember_mapping
from kasipkor_core.store.originals import hash_bytes
from kasipkor_core.store.prepared import Prepared
from kasipkor_core.store.query import Reader
from kasipkor_core.store.writing import stage_and_check, write_sheet


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
    if replaces != "no":
        with open_draft(store) as batch:  # ending a span is an update: two of them would conflict
            return stage_and_check(batch, prepared, replaces)[0]
    cursor = store.cursor()
    try:
        cursor.execute("begin")
        examined, _ = stage_and_check(Batch.draft(cursor), prepared, replaces)
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
    approved: Foreseen | None = None,
    reader: Reader = STAFF,
) -> Receipt:
    """Write a sheet: whole, in one transaction, checked once more against the ledger of now.

    Args:
        store: The open ledger.
        prepared: What ``understand`` or ``examine`` returned.
        reason: Why, for a replacement.
        replaces: As in ``examine``.
        actor_role: Role of the actor.
        scope: The place that the role is given for.
        approved: What ``foresee_sheet`` said it changes; null: nobody was shown it.
        reader: With whose eyes that was read.

    Raises:
        SheetRefused: findings of severity error.
        SheetRepeated: the same bytes are in force already.
        Outdated: it would change something else than what was approved.
        Refused: the actor may not write this.
    """
    refuse_role(actor_role, "sheet", prepared.kind)
    with meters.count_upload(), open_batch(store, sheet=prepared.grid.sheet or None) as batch:
        examined, former = stage_and_check(batch, prepared, replaces)
        meters.count_findings(found.severity for found in examined.findings)
        contests = write_sheet(
            batch, examined, former, reason=reason, actor_role=actor_role, scope=scope
        )
        refuse_outdated(batch, contests, approved, reader)
        remember_mapping(
            batch.cursor, actor=prepared.actor, kind=prepared.kind, mapping=prepared.mapping
        )
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
    criteria = {}
    if fmt.wide == "criteria":
        cursor = store.cursor()
        try:
            Batch.draft(cursor)
            criteria = sheets.list_criteria(cursor, contest=contest)
        finally:
            cursor.close()
    return sheets.propose_mapping(grid, fmt, remembered=remembered, criteria=criteria)

"""One batch: the only way to write. Facts, force, totals and hash in one transaction."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import duckdb

from kasipkor_core import access, house
from kasipkor_core.errors import Refused
from kasipkor_core.store.connect import Store
from kasipkor_core.store.entitled import refuse_role, refuse_unentitled
from kasipkor_core.store.eyes import refuse_alone
from kasipkor_core.store.locks import refuse_locked
from kasipkor_core.store.naming import list_renamed, refuse_unfit_names
from kasipkor_core.store.panel import refuse_unfit_panel
from kasipkor_core.store.parts import refuse_unready
from kasipkor_core.store.query import Reader, set_reader
from kasipkor_core.store.standings import STILL_ACTS, STILL_DECISIONS, snapshot_standings

_NEXT = "select coalesce(max(batch_no), 0) + 1 from ledger.batch"
_TOUCHED = "select contest_no from audit.touched where batch_no = $batch_no order by contest_no"
_FORCE = """
    insert into ledger.force by name
    select
        unnest($contests::integer[]) as contest_no,
        getvariable('as_of')::integer as batch_no,
        unnest($subjects::integer[]) as subject_batch_no,
        unnest($states::boolean[]) as is_in_force
"""
_DUPLICATE = """
    select fact, key, first_batch_no, last_batch_no
    from audit.duplicate
    where contest_no = $contest_no
    order by fact, key
    limit 1
"""
_ENTERED = """
    select entry_no
    from ledger.entry_fact
    where contest_no between $low and $high and list_contains($contests, contest_no)
    limit 1
"""
_SHEET = "set variable sheet = $sheet::varchar"
_DIVIDERS = dict.fromkeys((0x1A, 0x1E, 0x1F), " ")  # what audit.* puts between cells, and for null
_CHANGES_NO_FACT = frozenset({"decision", "publication", "document"})
_NO_COLUMNS = frozenset({"scope", "decision"})


@dataclass(frozen=True)
class Act:
    """Who does what to the ledger, and why; the columns of ``ledger.batch``.

    Two are no columns: ``scope``, the place for which the actor has the role, and ``decision``,
    the kind of a decision made by hand. ``batch_id`` and ``recorded_at`` are given for a batch that
    was made elsewhere; else it gets a new id, and the moment.
    """

    kind: str
    actor: str
    actor_role: str = "operator"
    reason: str | None = None
    sheet_kind: str | None = None
    contest: str | None = None
    file_name: str | None = None
    file_sha256: str | None = None
    stored_sha256: str | None = None
    ruleset_hash: str | None = None
    replaces_batch_no: int | None = None
    undoes_batch_no: int | None = None
    scope: access.Scope = access.EVERYWHERE
    decision: str | None = None
    batch_id: str | None = None
    recorded_at: dt.datetime | None = None

    @property
    def changes_totals(self) -> bool:
        """Say whether places, awards and standings may be others after the act than before it."""
        if self.kind == "decision":
            return self.decision not in STILL_DECISIONS
        return self.kind not in STILL_ACTS

    @property
    def may_rename(self) -> bool:
        """Say whether the act may decide how the public reads names, or take that back."""
        decides = self.decision == "names" or self.sheet_kind == "decisions"
        return decides or self.kind in ("undo", "merge")


@dataclass(frozen=True)
class Batch:
    """A batch being written: its number, and the cursor that sees it and is thrown away."""

    batch_no: int
    cursor: duckdb.DuckDBPyConnection

    @classmethod
    def draft(cls, cursor: duckdb.DuckDBPyConnection) -> "Batch":
        """Return the batch that would come next, read with staff's eyes on this cursor."""
        batch = cls(batch_no=_read_number(cursor), cursor=cursor)
        set_reader(cursor, Reader(as_of=batch.batch_no))
        return batch


@contextmanager
def open_batch(store: Store, *, sheet: str | None = None) -> Iterator[Batch]:
    """Hold the append lock and one transaction; commit at the end, or leave nothing.

    Inserts never conflict by themselves, so the lock is taken before the number is read.
    """
    with _open(store, sheet, end="commit") as batch:
        yield batch


@contextmanager
def open_draft(store: Store, *, sheet: str | None = None) -> Iterator[Batch]:
    """Open a batch as ``open_batch`` does and leave nothing of it: what an act would change.

    The append lock is held too: ending a span is an update, and two of them would conflict.
    """
    with _open(store, sheet, end="rollback") as batch:
        yield batch


@contextmanager
def _open(store: Store, sheet: str | None, *, end: str) -> Iterator[Batch]:
    with store.writing(end=end) as cursor:
        batch = Batch.draft(cursor)
        cursor.execute(_SHEET, {"sheet": sheet})
        yield batch


def run_file(batch: Batch, name: str, **params: object) -> None:
    """Run ``sql/appends/<name>.sql`` on the batch; the signs that divide cells of the chain go."""
    given = {key: _undivide(value) for key, value in params.items()}
    batch.cursor.execute(_read_file(name), given or None)


def _undivide(value: object) -> object:
    return value.translate(_DIVIDERS) if isinstance(value, str) else value


def write_force(batch: Batch, lines: Sequence[tuple[int, int, bool]]) -> None:
    """Write lines of the log of force: contest, subject, whether it counts from this batch on."""
    batch.cursor.execute(
        _FORCE,
        {
            "contests": [contest_no for contest_no, _, _ in lines],
            "subjects": [subject for _, subject, _ in lines],
            "states": [is_in_force for _, _, is_in_force in lines],
        },
    )
    run_file(batch, "span_end")
    run_file(batch, "span")


def enter_force(batch: Batch) -> list[int]:
    """Let the batch's own facts count; return the contests it touches."""
    rows = batch.cursor.execute(_TOUCHED, {"batch_no": batch.batch_no}).fetchall()
    touched = [int(contest_no) for (contest_no,) in rows]
    write_force(batch, [(contest_no, batch.batch_no, True) for contest_no in touched])
    return touched


def refuse_duplicates(batch: Batch, contests: list[int]) -> None:
    """Refuse to let the same fact count twice.

    Raises:
        Refused: two batches in force bring the same mark, score, scale score or aspect.
    """
    for contest_no in contests:
        row = batch.cursor.execute(_DUPLICATE, {"contest_no": contest_no}).fetchone()
        if row:
            raise Refused(
                "Batches {first} and {last} would both bring the same {fact} ({key}). "
                "Undo one of them first.",
                fact=row[0],
                key=row[1],
                first=row[2],
                last=row[3],
            )


def seal(
    batch: Batch, act: Act, contests: list[int], *, places: Sequence[int] | None = None
) -> None:
    """Snapshot the totals of the touched contests and close the batch with its hash.

    Every batch passes here, so here it is asked whether the actor may write it.

    Args:
        batch: The batch.
        act: Who does what.
        contests: Numbers of the contests touched.
        places: Contests that the role must hold for; those touched if left out.

    Raises:
        Refused: the actor's role may not, or not for these contests; or a check or a signature
            needs a second person.
    """
    refuse_role(act.actor_role, act.kind, act.decision or act.sheet_kind)
    written = [batch.batch_no, act.undoes_batch_no, act.replaces_batch_no]
    refuse_unentitled(
        batch.cursor,
        role=act.actor_role,
        scope=act.scope,
        contests=contests if places is None else places,
        batches=[number for number in written if number],
    )
    refuse_alone(batch.cursor, batch.batch_no, actor=act.actor, role=act.actor_role)
    refuse_unfit_panel(batch.cursor, batch.batch_no, actor=act.actor)
    refuse_unready(batch.cursor, batch.batch_no, actor=act.actor, role=act.actor_role)
    if act.kind not in _CHANGES_NO_FACT:
        refuse_locked(batch.cursor, batch.batch_no, contests)
    close_batch(batch, act, contests)


def close_batch(batch: Batch, act: Act, contests: list[int]) -> None:
    """Snapshot the totals of the touched contests and close the batch with its hash.

    Nobody is asked whether the actor may: that was asked where the batch was made.
    """
    counted = [contest_no for contest_no in contests if contest_no]
    if counted:
        given = {"contests": counted, "low": min(counted), "high": max(counted)}
        if batch.cursor.execute(_ENTERED, given).fetchone():  # else there is nothing to count
            run_file(batch, "tally" if act.changes_totals else "tally_again", **given)
        told = {"kind": act.kind, "sheet_kind": act.sheet_kind}
        undone = {"undoes_batch_no": act.undoes_batch_no}
        run_file(batch, "tally_head", **given, **told, **undone)
        snapshot_standings(batch.cursor, batch.batch_no, is_reckoned=act.changes_totals)
    if act.may_rename:
        refuse_unfit_names(batch.cursor, batch.batch_no)
        renamed = list_renamed(batch.cursor)
        if renamed:
            run_file(batch, "shown_entry_again", contests=renamed)
    columns = {name: value for name, value in vars(act).items() if name not in _NO_COLUMNS}
    run_file(batch, "seal", **columns)


@cache
def _read_file(name: str) -> str:
    return (house.SQL / "appends" / f"{name}.sql").read_text(encoding="utf-8")


def _read_number(cursor: duckdb.DuckDBPyConnection) -> int:
    row = cursor.execute(_NEXT).fetchone()
    return int(row[0]) if row else 1

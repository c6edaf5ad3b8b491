"""Undo, and undo of an undo: what a batch wrote in the log of force, turned round.

What a later act has turned since stays as that act left it.
"""

from dataclasses import dataclass

from kasipkor_core import access
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store.batch import (
    Act,
    Batch,
    open_batch,
    refuse_duplicates,
    seal,
    write_force,
)
from kasipkor_core.store.connect import Store
from kasipkor_core.store.entitled import refuse_role
from kasipkor_core.store.foreseen import STAFF, Foreseen, refuse_outdated
from kasipkor_core.store.query import Reader

_BATCH = "select kind from ledger.batch where batch_no = $batch_no"
_ROOT = """
    with recursive
    chain as (
        select kind, sheet_kind, undoes_batch_no
        from ledger.batch
        where batch_no = $batch_no
        union all
        select undone.kind, undone.sheet_kind, undone.undoes_batch_no
        from ledger.batch as undone
        inner join chain on undone.batch_no = chain.undoes_batch_no
    )

    select kind, sheet_kind
    from chain
    where undoes_batch_no is null
"""
_ERASURE = "select count(*) from ledger.decision where batch_no = $batch_no and kind = 'erase'"
_IN_FORCE = "select count(*) from fact.batch where batch_no = $batch_no"
_LINES = """
    select line.contest_no, line.subject_batch_no, line.is_in_force
    from ledger.force as line
    inner join fact.batch as batch
        on batch.contest_no = line.contest_no
        and batch.batch_no = line.batch_no
    left join fact.batch as subject
        on subject.contest_no = line.contest_no
        and subject.batch_no = line.subject_batch_no
    where
        line.batch_no = $batch_no
        and line.is_in_force = (subject.batch_no is not null)
    order by line.contest_no, line.subject_batch_no
"""
_DEPENDANTS = """
    select distinct later.batch_no
    from ledger.batch as undone
    inner join ledger.force as line on line.batch_no = undone.batch_no
    inner join fact.batch as in_force on in_force.contest_no = line.contest_no
    inner join ledger.batch as later on later.batch_no = in_force.batch_no
    where
        undone.batch_no = $batch_no
        and later.batch_no > undone.batch_no
        and in_force.contest_no > 0
        and case coalesce(undone.sheet_kind, undone.kind)
            when 'contests' then true
            when 'scheme' then later.sheet_kind = 'marks'
            when 'advance' then later.sheet_kind in ('marks', 'scores', 'decisions')
            when 'entries' then later.sheet_kind in ('marks', 'scores', 'decisions')
            else later.kind in ('decision', 'publication')
        end
    order by later.batch_no
"""


@dataclass(frozen=True)
class Undone:
    """What an undo did.

    Attributes:
        batch_no: The number of the undo itself; undo that to take it back.
        undone: The batch that counts no more.
        dependants: Later batches in force that build on it.
    """

    batch_no: int
    undone: int
    dependants: tuple[int, ...]


def append_undo(
    store: Store,
    batch_no: int,
    *,
    actor: str,
    reason: str,
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
    approved: Foreseen | None = None,
    reader: Reader = STAFF,
) -> Undone:
    """Take a batch out of force, and bring back what it had taken out.

    Args:
        store: The open ledger.
        batch_no: The batch to undo; may be an undo.
        actor: Who undoes.
        reason: Why; never empty.
        actor_role: Role of the actor.
        scope: The place that the role is given for.
        approved: What ``foresee_undo`` said it changes; null: nobody was shown it.
        reader: With whose eyes that was read.

    Raises:
        NotAllowed: the role may not undo, not there, or not publish what is turned.
        NotFound: there is no such batch.
        Outdated: it would change something else than what was approved.
        Refused: it is not in force, no reason is given, or what comes back is there already.
    """
    if not reason.strip():
        raise Refused("An undo needs a reason. Say in a few words why.")
    with open_batch(store) as batch:
        dependants = _list_dependants(batch, batch_no)
        act = Act("undo", actor, actor_role, reason=reason, undoes_batch_no=batch_no, scope=scope)
        contests = write_undo(batch, act)
        refuse_outdated(batch, contests, approved, reader)
    return Undone(batch_no=batch.batch_no, undone=batch_no, dependants=dependants)


def write_undo(batch: Batch, act: Act) -> list[int]:
    """Write an undo into its batch, totals and hash included.

    Args:
        batch: The batch.
        act: Who undoes which batch, and why.

    Returns:
        Numbers of the contests it touches.

    Raises:
        NotAllowed: the role may not undo, not there, or not publish what is turned.
        NotFound: there is no such batch.
        Refused: it is not in force, or what comes back is there already.
    """
    refuse_role(act.actor_role, "undo")
    batch_no = act.undoes_batch_no or 0
    _refuse_idle(batch, batch_no)
    _refuse_turning(batch, batch_no, act.actor_role)
    contests = _turn_lines(batch, batch_no)
    refuse_duplicates(batch, contests)
    seal(batch, act, contests)
    return contests


def list_dependants(store: Store, batch_no: int) -> tuple[int, ...]:
    """Return the later batches in force that build on a batch: what an undo would leave hanging."""
    cursor = store.cursor()
    try:
        batch = Batch(batch_no=batch_no, cursor=cursor)
        cursor.execute("set variable audience = 'staff'")
        cursor.execute("set variable as_of = 2147483647")
        return _list_dependants(batch, batch_no)
    finally:
        cursor.close()


def _refuse_idle(batch: Batch, batch_no: int) -> None:
    found = batch.cursor.execute(_BATCH, {"batch_no": batch_no}).fetchone()
    if not found:
        raise NotFound("There is no batch {batch_no}. See the list of batches.", batch_no=batch_no)
    in_force = batch.cursor.execute(_IN_FORCE, {"batch_no": batch_no}).fetchone()
    if in_force == (0,):
        raise Refused(
            "Batch {batch_no} is not in force: it was undone or replaced. "
            "Undo that later batch instead.",
            batch_no=batch_no,
        )


def _refuse_turning(batch: Batch, batch_no: int, role: str) -> None:
    """Ask for the right to the act that is taken back, or that an undo of an undo brings back."""
    kind, sheet_kind = batch.cursor.execute(_ROOT, {"batch_no": batch_no}).fetchone() or ("", None)
    if kind in ("publication", "document"):
        refuse_role(role, kind, sheet_kind)
    if batch.cursor.execute(_ERASURE, {"batch_no": batch_no}).fetchone() != (0,):
        raise Refused("What was erased cannot be brought back.")


def _list_dependants(batch: Batch, batch_no: int) -> tuple[int, ...]:
    rows = batch.cursor.execute(_DEPENDANTS, {"batch_no": batch_no}).fetchall()
    return tuple(int(row[0]) for row in rows)


def _turn_lines(batch: Batch, batch_no: int) -> list[int]:
    lines = batch.cursor.execute(_LINES, {"batch_no": batch_no}).fetchall()
    contests = sorted({int(contest_no) for contest_no, _, _ in lines})
    turned = [(contest_no, subject, not is_in_force) for contest_no, subject, is_in_force in lines]
    write_force(batch, [(contest_no, batch.batch_no, True) for contest_no in contests] + turned)
    return contests

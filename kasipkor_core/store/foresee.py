"""Looking ahead: an act is carried out to its end, read, and taken back before anybody sees it."""

from kasipkor_core import access
from kasipkor_core.store.batch import Act, Batch, open_draft
from kasipkor_core.store.connect import Store
from kasipkor_core.store.decide import Told, write_decision
from kasipkor_core.store.foreseen import (
    STAFF,
    Foreseen,
    Plan,
    Values,
    compare_values,
    is_reckoned,
    list_events,
    plan_reads,
    read_values,
)
from kasipkor_core.store.former import Replace
from kasipkor_core.store.lines import Line
from kasipkor_core.store.prepared import Prepared
from kasipkor_core.store.query import Reader, open_cursor
from kasipkor_core.store.undo import write_undo
from kasipkor_core.store.writing import stage_and_check, write_sheet

_NAMED = """
    select registry.contest_no
    from ready_contest as named
    inner join ledger.contest as registry on registry.contest = named.contest
    order by registry.contest_no
"""
_MAKES_CONTESTS = frozenset({"contests", "archive"})


def foresee_sheet(
    store: Store,
    prepared: Prepared,
    *,
    replaces: Replace = "no",
    reader: Reader = STAFF,
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
) -> Foreseen:
    """Return what a sheet would change if it were written now; nothing is.

    Args:
        store: The open ledger.
        prepared: A sheet without errors, as ``examine`` returned it.
        replaces: As in ``examine``.
        reader: Whose eyes; its horizon is not used.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Returns:
        What ``commit`` will have changed if nobody else writes before. Nothing where no entry of
        these contests' events ever had a place: a first sheet corrects nothing.

    Raises:
        SheetRefused: findings of severity error.
        SheetRepeated: the same bytes are in force already.
        Refused: the actor may not write this.

    Source:
        DESIGN "Time is one number": before and after are two horizons of the same views.
    """
    with open_draft(store, sheet=prepared.grid.sheet or None) as batch:
        examined, former = stage_and_check(batch, prepared, replaces)
        if not (former or prepared.kind in _MAKES_CONTESTS or _is_about_reckoned(batch)):
            return Foreseen(batch.batch_no)
        contests = write_sheet(batch, examined, former, actor_role=actor_role, scope=scope)
        plan = plan_reads(batch.cursor, contests)
        after = read_values(batch.cursor, plan, reader, as_of=batch.batch_no)
    return _compare(store, batch, plan, reader, after)


def foresee_undo(
    store: Store,
    batch_no: int,
    *,
    reader: Reader = STAFF,
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
) -> Foreseen:
    """Return what an undo would change if it were written now; nothing is.

    Args:
        store: The open ledger.
        batch_no: The batch to undo; may be an undo.
        reader: Whose eyes; its horizon is not used.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Returns:
        What ``append_undo`` will have changed if nobody else writes before.

    Raises:
        NotAllowed: the role may not undo, not there, or not publish what is turned.
        NotFound: there is no such batch.
        Refused: it is not in force, or what comes back is there already.
    """
    with open_draft(store) as batch:
        act = Act("undo", "", actor_role, undoes_batch_no=batch_no, scope=scope)
        plan = plan_reads(batch.cursor, write_undo(batch, act))
        after = read_values(batch.cursor, plan, reader, as_of=batch.batch_no)
    return _compare(store, batch, plan, reader, after)


def foresee_decision(
    store: Store,
    kind: str,
    *,
    subject: str,
    value: str,
    reader: Reader = STAFF,
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
    expert: str | None = None,
) -> Foreseen:
    """Return what a decision would change if it were recorded now; nothing is.

    Args:
        store: The open ledger.
        kind: As in ``append_decision``, and so are the next two.
        subject: A contest, or ``contest/entry``.
        value: What would be decided.
        reader: Whose eyes; its horizon is not used.
        actor_role: Role of the actor.
        scope: The place that the role is given for.
        expert: Whom a replacement is about.

    Returns:
        What ``append_decision`` will have changed if nobody else writes before.

    Raises:
        NotAllowed: the role may not decide this, or not there.
        NotFound: no such contest or entry.
        Refused: it could not be recorded.
    """
    told = Told("", "-", actor_role, scope, expert=expert)
    with open_draft(store) as batch:
        plan = plan_reads(
            batch.cursor, write_decision(batch, Line(kind, None, subject, value), told)
        )
        after = read_values(batch.cursor, plan, reader, as_of=batch.batch_no)
    return _compare(store, batch, plan, reader, after)


def _is_about_reckoned(batch: Batch) -> bool:
    named = [int(number) for (number,) in batch.cursor.execute(_NAMED).fetchall()]
    return is_reckoned(batch.cursor, list_events(batch.cursor, named))


def _compare(store: Store, batch: Batch, plan: Plan, reader: Reader, after: Values) -> Foreseen:
    """Read what stood before, with the lock given back: a horizon does not change any more."""
    cursor = open_cursor(store, reader)
    try:
        before = read_values(cursor, plan, reader, as_of=batch.batch_no - 1)
    finally:
        cursor.close()
    return Foreseen(batch.batch_no, compare_values(before, after))

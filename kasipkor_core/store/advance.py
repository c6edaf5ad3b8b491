"""Advancing: the entries that go on from a contest become entries of the next level."""

from dataclasses import dataclass
from typing import Any

from kasipkor_core import access
from kasipkor_core.errors import Refused
from kasipkor_core.store.batch import Act, Batch, enter_force, open_batch, run_file, seal
from kasipkor_core.store.connect import Store
from kasipkor_core.store.entitled import refuse_role
from kasipkor_core.store.names import resolve_contest
from kasipkor_core.store.originals import copy_contacts

_STATE = """
    select contest.level, contest.is_final, ruleset.advancing_award is not null
        or exists (
            select rule.level
            from ref.level_rule as rule
            where rule.ruleset_hash = fact.ruleset_hash and rule.level = fact.level
        )
    from mart.contests as contest
    inner join fact.contest as fact on fact.contest_no = contest.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = fact.ruleset_hash
    where contest.contest_no = $contest_no
"""
_HELD = """
    with
    seat as materialized (
        select contest_no, contest, entry, programme, season, level, region, status
        from mart.quota_seats
    )

    select concat(seat.contest, '/', seat.entry)
    from seat
    where
        seat.status = 'hold'
        and (seat.programme, seat.season, seat.level, seat.region) in (
            select (own.programme, own.season, own.level, own.region)
            from seat as own
            where own.contest_no = $contest_no
        )
    order by 1
"""
_UNSIGNED = """
    select distinct contest.contest
    from score.seat_field as bound
    cross join unnest(bound.contest_nos) as listed (contest_no)
    inner join mart.contests as contest on contest.contest_no = listed.contest_no
    where
        bound.is_enforced
        and list_contains(bound.contest_nos, $contest_no)
        and not contest.is_final
    order by 1
"""
_NEXT = """
    select next_contest_no, next_contest, max_entries
    from mart.next_contests
    where contest_no = $contest_no
    order by next_contest
"""
_GOING = """
    select count(*), count(next_contest_no), any_value(next_contest)
    from mart.going_on
    where contest_no = $contest_no
"""
_ENTRIES = "select count(*) from fact.entry where contest_no = $contest_no"


@dataclass(frozen=True)
class Advanced:
    """What advancing wrote.

    Attributes:
        batch_no: Number of the batch.
        contest: The contest of the next level.
        entries: How many new entries it has.
    """

    batch_no: int
    contest: str
    entries: int


def append_advance(
    store: Store,
    contest: str,
    *,
    actor: str,
    reason: str = "",
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
) -> Advanced:
    """Make the entries that go on from a contest entries of the next level, linked to their own.

    Entries that are there already are left alone, so that a seat decided later can follow.

    Args:
        store: The open ledger.
        contest: The contest that is over.
        actor: Who lets them go on.
        reason: Why, if it needs saying.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Raises:
        NotFound: there is no such contest.
        Refused: its result is not final, a seat waits for a decision, there is no contest to go
            on to, or nobody is left to go on.
    """
    refuse_role(actor_role, "advance")
    with open_batch(store) as batch:
        contest_no = resolve_contest(batch.cursor, contest)
        _refuse_unsettled(batch, contest_no, contest)
        entries = _count_new(batch, contest_no, contest)
        to_contest_no, to_contest, maximum = _find_next(batch, contest_no, contest)
        _refuse_full(batch, to_contest_no, to_contest, maximum, entries)
        run_file(batch, "advancing", from_contest_no=contest_no, to_contest_no=to_contest_no)
        run_file(batch, "entry")
        run_file(batch, "entry_fact")
        run_file(batch, "entry_origin", from_contest_no=contest_no)
        run_file(batch, "shown_entry")
        copy_contacts(batch)
        act = Act(
            "advance", actor, actor_role, reason=reason or None, contest=to_contest, scope=scope
        )
        seal(batch, act, enter_force(batch))
    return Advanced(batch.batch_no, to_contest, entries)


def _read(batch: Batch, sql: str, contest_no: int) -> list[tuple[Any, ...]]:
    return batch.cursor.execute(sql, {"contest_no": contest_no}).fetchall()


def _refuse_unsettled(batch: Batch, contest_no: int, contest: str) -> None:
    ((level, is_final, has_rule),) = _read(batch, _STATE, contest_no)
    if not has_rule:
        raise Refused(
            "The ruleset of {contest} lets nobody go on from the level {level}. "
            "Choose a ruleset with a next level.",
            contest=contest,
            level=level,
        )
    unsigned = [name for (name,) in _read(batch, _UNSIGNED, contest_no)]
    if not is_final or unsigned:
        raise Refused(
            "Who goes on from {contest} is not final before these are signed: {contests}. "
            "Sign them off first.",
            contest=contest,
            contests=", ".join(unsigned or [contest]),
        )
    held = [subject for (subject,) in _read(batch, _HELD, contest_no)]
    if held:
        raise Refused(
            "Seats wait for a decision: {entries}. Decide each of them first: kind tie, value in "
            "or out.",
            entries=", ".join(held),
        )


def _find_next(batch: Batch, contest_no: int, contest: str) -> tuple[int, str, int | None]:
    found = _read(batch, _NEXT, contest_no)
    if not found:
        raise Refused(
            "There is no contest of the next level for {contest}. Add one of the same programme, "
            "season, stream and skill first.",
            contest=contest,
        )
    if len(found) > 1:
        raise Refused(
            "Several contests could follow {contest}: {contests}. Leave one of them.",
            contest=contest,
            contests=", ".join(name for _, name, _ in found),
        )
    number, name, maximum = found[0]
    return int(number), str(name), maximum


def _count_new(batch: Batch, contest_no: int, contest: str) -> int:
    ((going, gone, where),) = _read(batch, _GOING, contest_no)
    if not going:
        raise Refused(
            "Nobody goes on from {contest}: no entry has a seat. See the quota.", contest=contest
        )
    if going == gone:
        raise Refused(
            "All who go on from {contest} are in {next} already. Nothing was written.",
            contest=contest,
            next=where,
        )
    return int(going - gone)


def _refuse_full(
    batch: Batch, contest_no: int, contest: str, maximum: int | None, entries: int
) -> None:
    ((there,),) = _read(batch, _ENTRIES, contest_no)
    if maximum is not None and there + entries > maximum:
        raise Refused(
            "{contest} admits {maximum} entries; with these it would have {entries}. "
            "Raise the number or take entries out first.",
            contest=contest,
            maximum=maximum,
            entries=there + entries,
        )

"""What is locked cannot be changed; who locks a part locks all before signing (WM-09)."""

from collections.abc import Sequence

import duckdb

from kasipkor_core.errors import Refused

_LOOK = "set variable as_of = $as_of::integer"
_EVER_LOCKED = """
    select count(*)
    from ledger.decision
    where kind = 'lock' and list_contains($contests, contest_no)
"""
_LOCKED = """
    select registry.contest, lock.contest_no, list(lock.sub_criterion order by lock.sub_criterion)
    from score.lock as lock
    inner join ledger.contest as registry on registry.contest_no = lock.contest_no
    where list_contains($contests, lock.contest_no) and lock.is_locked
    group by registry.contest, lock.contest_no
    order by lock.contest_no
"""
_OPEN = """
    select part.sub_criterion
    from score.sub_criterion as part
    left join score.lock as lock
        on lock.contest_no = part.contest_no
        and lock.sub_criterion = part.sub_criterion
    where part.contest_no = $contest_no and not coalesce(lock.is_locked, false)
    order by part.sub_criterion
    limit 1
"""
_CHANGED = """
    with
    moment as (
        select unnest([$batch_no - 1, $batch_no])::integer as at_batch_no
    ),

    counted as (
        select moment.at_batch_no, span.batch_no
        from moment
        inner join tally.span as span
            on span.contest_no = $contest_no
            and moment.at_batch_no between span.first_batch_no and span.last_batch_no
    ),

    scheme as (
        select counted.at_batch_no, aspect.aspect, aspect.sub_criterion, aspect.max_mark
        from counted
        inner join ledger.aspect as aspect
            on aspect.contest_no = $contest_no
            and aspect.batch_no = counted.batch_no
    ),

    line as (
        select
            counted.at_batch_no, scheme.sub_criterion as part, mark.entry_no, mark.aspect as item,
            mark.judge_no, mark.mark as value
        from counted
        inner join ledger.mark as mark
            on mark.contest_no = $contest_no
            and mark.batch_no = counted.batch_no
        inner join scheme
            on scheme.at_batch_no = counted.at_batch_no
            and scheme.aspect = mark.aspect
        union all
        select
            counted.at_batch_no, score.criterion as part, score.entry_no, score.criterion as item,
            score.judge_no, score.points as value
        from counted
        inner join ledger.score as score
            on score.contest_no = $contest_no
            and score.batch_no = counted.batch_no
        union all
        select
            at_batch_no, sub_criterion as part, null as entry_no, aspect as item,
            null as judge_no, max_mark as value
        from scheme
    )

    select part
    from line
    where list_contains($parts, part)
    group by part, entry_no, item, judge_no, value
    having count(distinct at_batch_no) = 1
    order by part
    limit 1
"""


def refuse_locked(
    cursor: duckdb.DuckDBPyConnection, batch_no: int, contests: Sequence[int]
) -> None:
    """Refuse a batch that changes a mark, a point or an aspect of a locked part.

    Args:
        cursor: Inside the transaction, after the facts and the force are written.
        batch_no: The batch.
        contests: Numbers of the contests touched.

    Raises:
        Refused: names the part; it is unlocked first.
    """
    asked = {"contests": list(contests)}
    if cursor.execute(_EVER_LOCKED, asked).fetchone() == (0,):
        return
    cursor.execute(_LOOK, {"as_of": batch_no - 1})  # a part may be gone with what is undone
    locked = cursor.execute(_LOCKED, asked).fetchall()
    cursor.execute(_LOOK, {"as_of": batch_no})
    for contest, contest_no, parts in locked:
        told = {"contest_no": contest_no, "batch_no": batch_no, "parts": parts}
        changed = cursor.execute(_CHANGED, told).fetchone()
        if changed:
            raise Refused(
                "Part {part} of {contest} is locked (WM-09): this would change it. The chief "
                "expert unlocks it first, with a reason.",
                part=changed[0],
                contest=contest,
            )


def refuse_unlocked(cursor: duckdb.DuckDBPyConnection, contest_no: int, contest: str) -> None:
    """Refuse to sign a contest of which some parts were locked and others are not.

    Raises:
        Refused: names the first part that is open (WM-09: all locked, then the results).
    """
    asked = {"contests": [contest_no]}
    if cursor.execute(_EVER_LOCKED, asked).fetchone() == (0,):
        return
    open_ = cursor.execute(_OPEN, {"contest_no": contest_no}).fetchone()
    if open_:
        raise Refused(
            "{contest} cannot be signed: part {part} is not locked (WM-09). Lock every part first.",
            contest=contest,
            part=open_[0],
        )

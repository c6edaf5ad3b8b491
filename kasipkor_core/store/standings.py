"""Standings of selections: kept with each act, and reckoned for acts of former versions."""

from collections.abc import Collection
from functools import cache

import duckdb

from kasipkor_core import house
from kasipkor_core.store.facts import ask_for
from kasipkor_core.store.handle import Store
from kasipkor_core.store.panel import PANEL_KINDS

# After these, places, awards and standings are what they were before.
STILL_ACTS = frozenset({"publication", "document"})
STILL_DECISIONS = PANEL_KINDS | {
    "check",
    "accept",
    "lock",
    "unlock",
    "sign_off",
    "reopen",
    "appeal",
    "ruling",
    "penalty",
    "erase",
    "names",
}
_SELECTIONS = """
    select head.contest_no, max_by(former.standing_batch_no, former.at_batch_no)
    from tally.contest as head
    inner join ref.ruleset as ruleset
        on ruleset.ruleset_hash = head.ruleset_hash
        and ruleset.engine = 'funnel'
    left join tally.selection as former
        on former.contest_no = head.contest_no
        and former.at_batch_no < head.at_batch_no
    where head.at_batch_no = getvariable('as_of')::integer
    group by head.contest_no
    order by head.contest_no
"""
_IN_FORCE = """
    select contest.contest_no, contest.contest
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where ruleset.engine = 'funnel'
    order by contest.contest_no
"""
_LACKING = """
    select
        head.at_batch_no,
        not (
            list_contains($acts, batch.kind)
            or (batch.kind = 'decision' and coalesce(decided.is_still, false))
        ) as is_reckoned
    from tally.contest as head
    inner join ref.ruleset as ruleset
        on ruleset.ruleset_hash = head.ruleset_hash
        and ruleset.engine = 'funnel'
    inner join ledger.batch as batch on batch.batch_no = head.at_batch_no
    left join (
        select batch_no, bool_and(list_contains($decisions, kind)) as is_still
        from ledger.decision
        group by batch_no
    ) as decided on decided.batch_no = head.at_batch_no
    anti join tally.selection as selection
        on selection.contest_no = head.contest_no
        and selection.at_batch_no = head.at_batch_no
    group by all
    order by head.at_batch_no
"""
_STAFF = "set variable audience = 'staff'"
_AS_OF = "set variable as_of = $batch_no::integer"


def snapshot_standings(
    cursor: duckdb.DuckDBPyConnection, batch_no: int, *, is_reckoned: bool
) -> None:
    """Keep how candidates stand at a batch, for the selections among the contests it touches.

    What an ordinary sheet of marks pays is one look at the heads of the batch: planning the
    standings takes a good part of a second.

    Args:
        cursor: Reads as staff at the batch, whose heads (``tally.contest``) are written.
        batch_no: The batch.
        is_reckoned: Whether standings may be others than before; else what stood is named again.
    """
    stood = dict(cursor.execute(_SELECTIONS).fetchall())
    if not stood:
        return
    holds = {
        contest_no: former if former and not is_reckoned else batch_no
        for contest_no, former in stood.items()
    }
    reckoned = [contest_no for contest_no, number in holds.items() if number == batch_no]
    if reckoned:
        cursor.execute(_read_file("appends/selection_standing"), ask_for(reckoned))
    told = {"contests": list(holds), "standing_batches": list(holds.values())}
    cursor.execute(_read_file("appends/selection_head"), told)


def complete_standings(store: Store) -> None:
    """Reckon the standings that snapshots of former versions lack, as staff saw them then."""
    still = {"acts": sorted(STILL_ACTS), "decisions": sorted(STILL_DECISIONS)}
    lacking = store.connection.execute(_LACKING, still).fetchall()
    if not lacking:
        return
    with store.writing() as cursor:
        cursor.execute(_STAFF)
        for batch_no, is_reckoned in lacking:
            cursor.execute(_AS_OF, {"batch_no": batch_no})
            snapshot_standings(cursor, batch_no, is_reckoned=is_reckoned)


def list_unlike_standings(
    cursor: duckdb.DuckDBPyConnection, contests: Collection[int] | None = None
) -> list[tuple[int, str, int]]:
    """Return whose stored standing is not what the facts give: contest number, contest and entry.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).
        contests: Numbers of the contests to look at; all selections if left out.
    """
    named = {
        contest_no: contest
        for contest_no, contest in cursor.execute(_IN_FORCE).fetchall()
        if contests is None or contest_no in contests
    }
    if not named:
        return []
    check = _read_file("checks/verify_selection")
    rows = cursor.execute(check, ask_for(list(named))).fetchall()
    return [(contest_no, named[contest_no], entry_no) for contest_no, entry_no in rows]


@cache
def _read_file(name: str) -> str:
    return (house.SQL / f"{name}.sql").read_text(encoding="utf-8")

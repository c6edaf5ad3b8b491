"""The register of conflicts of interest, and penalties: the views against the second engine."""

from collections import defaultdict

import duckdb

from kasipkor_core.recount.panel import Said, count_penalties, judge_conflicts
from kasipkor_core.store.compare import Difference
from kasipkor_core.store.differences import Row, list_differences, read_rows

_DECISIONS = """
    select
        contest.contest, decision.batch_no, coalesce(decision.source_row, 0), decision.kind,
        decision.value, decision.entry_no
    from fact.decision as decision
    inner join fact.contest as contest on contest.contest_no = decision.contest_no
    where
        decision.kind in ('conflict', 'conflict_ruling', 'replacement', 'penalty')
        or (decision.kind = 'exclude' and decision.entry_no is not null)
"""
_CONFLICTS = """
    select contest, batch_no, coalesce(source_row, 0) as row_no, state
    from mart.conflicts
"""
_PENALTIES = """
    select penalty.contest, registry.entry_no, penalty.penalty, count(*) as number
    from mart.penalties as penalty
    inner join ledger.entry as registry
        on registry.contest_no = penalty.contest_no
        and registry.entry = penalty.entry
    group by penalty.contest, registry.entry_no, penalty.penalty
"""


def compare_panel(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where the register says something else than its decisions.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).
    """
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for contest, *row in cursor.execute(_DECISIONS).fetchall():
        said[contest].append(Said(*row))
    states: dict[tuple[str, str], Row] = {
        (contest, f"{one.batch_no}.{one.row}"): {"state": one.state}
        for contest, decisions in said.items()
        for one in judge_conflicts(decisions)
    }
    shown = {
        (row["contest"], f"{row['batch_no']}.{row['row_no']}"): {"state": row["state"]}
        for row in read_rows(cursor, _CONFLICTS)
    }
    counted: dict[tuple[str, str], Row] = {
        (contest, f"{entry_no} {penalty}"): {"number": number}
        for contest, decisions in said.items()
        for (entry_no, penalty), number in count_penalties(decisions).items()
    }
    listed = {
        (row["contest"], f"{row['entry_no']} {row['penalty']}"): {"number": row["number"]}
        for row in read_rows(cursor, _PENALTIES)
    }
    return [
        *list_differences("conflicts", shown, states),
        *list_differences("penalties", listed, counted),
    ]

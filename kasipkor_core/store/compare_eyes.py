"""The second person behind each sheet: the view against the second engine."""

from collections import defaultdict

import duckdb

from kasipkor_core.recount.eyes import Sheet, Vouch, count_eyes
from kasipkor_core.store.compare import Difference
from kasipkor_core.store.differences import Row, list_columns, list_differences, read_rows

_SHEETS = """
    select visible.contest_no, visible.batch_no, act.actor
    from fact.batch as visible
    inner join fact.act as act on act.batch_no = visible.batch_no
    where
        visible.contest_no > 0
        and act.kind = 'sheet'
        and act.sheet_kind in ('marks', 'scores', 'candidates', 'selection', 'exams')
"""
_DECISIONS = """
    select
        decision.contest_no, decision.batch_no, decision.kind, decision.value, decision.who,
        act.actor, act.actor_role
    from fact.decision as decision
    inner join fact.act as act on act.batch_no = decision.batch_no
    where decision.entry_no is null and decision.kind in ('check', 'sign_off', 'reopen')
"""
_CHANGES = "select contest_no, batch_no from fact.last_change"
_SHOWN = """
    select contest, contest_no, batch_no, is_checked, is_seconded
    from mart.sheet_checks
"""
_CONTESTS = "select contest_no, contest from fact.contest where not is_archive"


def compare_eyes(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where a sheet is said to have a second person and has none, or the other way.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).
    """
    sheets: defaultdict[int, list[Sheet]] = defaultdict(list)
    for number, batch_no, actor in cursor.execute(_SHEETS).fetchall():
        sheets[number].append(Sheet(batch_no, actor))
    said: defaultdict[int, list[Vouch]] = defaultdict(list)
    for number, *row in cursor.execute(_DECISIONS).fetchall():
        said[number].append(Vouch(*row))
    changes = dict(cursor.execute(_CHANGES).fetchall())
    counted: dict[tuple[str, str], Row] = {
        (contest, str(eyes.batch_no)): list_columns(eyes)
        for number, contest in cursor.execute(_CONTESTS).fetchall()
        for eyes in count_eyes(
            sheets[number], said[number], changed_batch_no=changes.get(number, 0)
        )
    }
    shown = {(row["contest"], str(row["batch_no"])): row for row in read_rows(cursor, _SHOWN)}
    return list(list_differences("sheet_checks", shown, counted))

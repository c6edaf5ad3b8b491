"""Simulated panels of judges, laid into a ledger in one go: many contests, bare totals."""

import numpy as np
import pyarrow as pa

ENTRY_SPREAD = 6.0  # points: how far apart the entries are
JUDGE_SPREAD = 4.0  # points: how far a judge is from the truth about one entry
SPREAD = float(np.hypot(ENTRY_SPREAD, JUDGE_SPREAD))  # one SD of what a judge gives
_LAID = """
    insert into ledger.score by name
    select contest_no, $batch_no as batch_no, entry_no, judge_no, 'total' as criterion,
        points::decimal(9, 3) as points, 1 as source_row
    from laid
"""
_NAMES = """
    insert into ledger.contest by name
    select range as contest_no, 'panel-' || range as contest
    from range(2, $panels + 1)
"""
_CONTEST = """
    insert into ledger.contest_fact by name
    select contest_no + range as contest_no, batch_no, programme, season, level, ruleset_hash,
        is_archive, source_row
    from ledger.contest_fact, range(1, $panels)
    where contest_no = 1
"""
_FORCE = """
    insert into ledger.force by name
    select range as contest_no, $batch_no as batch_no, $batch_no as subject_batch_no,
        true as is_in_force
    from range($first, $panels + 1)
"""


def simulate(seed, *, panels, entries, judges, bias=0.0, noisy=1.0):
    """Return points as an array of panels, entries, judges.

    Args:
        seed: Of the numbers.
        panels: How many panels.
        entries: Entries of each.
        judges: Judges of each; the first is the one in question.
        bias: Points that the first judge gives too much.
        noisy: How many times as uncertain as the others the first judge is.
    """
    numbers = np.random.default_rng(seed)
    truth = numbers.normal(70, ENTRY_SPREAD, (panels, entries, 1))
    errors = numbers.normal(0, JUDGE_SPREAD, (panels, entries, judges))
    errors[:, :, 0] = errors[:, :, 0] * noisy + bias
    return np.clip(np.round(truth + errors, 1), 0, 100)


def lay_panels(ledger, *groups):
    """Put every panel of each array into a contest of its own, 1 upwards through all groups."""
    panels = sum(len(points) for points in groups)
    ledger.lay_contest("best-professionals-2022")
    ledger.con.execute(_CONTEST, {"panels": panels})
    ledger.con.execute(_FORCE, {"batch_no": 1, "first": 2, "panels": panels})
    ledger.write_spans()
    ledger._open_batch("sheet", "scores")  # noqa: SLF001  one batch for a thousand contests
    ledger.con.register("laid", _list_points(groups))
    ledger.con.execute(_LAID, {"batch_no": ledger.batch_no})
    ledger.con.unregister("laid")
    ledger.con.execute(_FORCE, {"batch_no": ledger.batch_no, "first": 1, "panels": panels})
    ledger.con.execute(_NAMES, {"panels": panels})
    ledger.see()
    ledger.write_spans()


def _list_points(groups):
    """Return one row a judge and entry: contest_no, entry_no, judge_no, points."""
    tables, first = [], 0
    for points in groups:
        contest, entry, judge = np.indices(points.shape) + 1
        numbers = {"contest_no": contest + first, "entry_no": entry, "judge_no": judge}
        columns = {name: array.ravel() for name, array in numbers.items()}
        tables.append(pa.table(columns | {"points": points.ravel()}))
        first += len(points)
    return pa.concat_tables(tables)

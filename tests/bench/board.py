"""One contest's board on a small and a large nation: does its cost grow with the data?"""

import statistics
import tempfile
import time
from pathlib import Path

from kasipkor_core.store import open_store, read_now
from kasipkor_core.store.query import open_cursor
from tests.bench.say import say

HERE = Path(__file__).parent
MARKS_A_CONTEST = 1520
A_SEASON = 1200  # contests
QUERIES = {
    "mart.leaderboard": "select * from mart.leaderboard where contest_no = $contest_no",
    "mart.awards": "select * from mart.awards where contest_no = $contest_no",
    "score.entry_tally": "select * from score.entry_tally where contest_no = $contest_no",
    "mart.lineage": "select * from mart.lineage where contest_no = $contest_no",
}
RULESET = "select ruleset_hash from ref.ruleset where ruleset = 'worldskills-demo'"


def make_ledger(path, *, contests, mixed, has_marks=True, entries=20):
    """Write a synthetic nation into a new file and return the open store.

    Args:
        path: The file.
        contests: How many.
        mixed: The sheets of how many contests arrive in random order together.
        has_marks: With marks and totals.
        entries: Of each contest.
    """
    store = open_store(path)
    cursor = store.cursor()
    (ruleset_hash,) = cursor.execute(RULESET).fetchone()
    cursor.execute("set variable contests = $value::integer", {"value": contests})
    cursor.execute("set variable mixed = $value::integer", {"value": mixed})
    cursor.execute("set variable entries = $value::integer", {"value": entries})
    cursor.execute("set variable has_marks = $value::boolean", {"value": has_marks})
    cursor.execute("set variable ruleset_hash = $value::varchar", {"value": ruleset_hash})
    cursor.execute((HERE / "make_ledger.sql").read_text(encoding="utf-8"))
    cursor.close()
    return store


def measure_query(store, sql, *, contests, runs):
    """Return (median, p95, rows) in milliseconds of the query over distinct contests."""
    reader = read_now(store)
    times, rows = [], 0
    for run in range(runs + 3):
        contest_no = 1 + (run * 7919) % contests
        started = time.perf_counter()
        cursor = open_cursor(store, reader)
        rows = cursor.execute(sql, {"contest_no": contest_no}).to_arrow_table().num_rows
        cursor.close()
        times.append((time.perf_counter() - started) * 1000)
    kept = sorted(times[3:])
    return statistics.median(kept), kept[int(len(kept) * 0.95)], rows


def list_queries(store):
    """Return those of the queries whose view is there."""
    names = {
        f"{schema}.{name}"
        for schema, name in store.cursor()
        .execute("select schema_name, view_name from duckdb_views()")
        .fetchall()
    }
    return {name: sql for name, sql in QUERIES.items() if name in names}


def run(*, quick=False):
    """Return one figure a query, size and order of arrival."""
    sizes = (240_000, 2_400_000) if quick else (2_400_000, 24_000_000)
    figures = []
    for size in sizes:
        for is_mixed in (False, True):
            figures += run_one(size, is_mixed=is_mixed, runs=10 if quick else 40)
    return figures


def run_one(size, *, is_mixed, runs):
    contests = size // MARKS_A_CONTEST
    with tempfile.TemporaryDirectory() as folder:
        mixed = contests if is_mixed else 1
        store = make_ledger(Path(folder) / "bench.duckdb", contests=contests, mixed=mixed)
        figures = []
        for name, sql in list_queries(store).items():
            median, p95, rows = measure_query(store, sql, contests=contests, runs=runs)
            found = {"what": name, "marks": size, "mixed": is_mixed, "rows": rows}
            figures.append({**found, "median": median, "p95": p95})
            say(f"{size:>11,} {'mixed' if is_mixed else 'in order':9} {name:20} {median:7.1f} ms")
        store.close()
    return figures

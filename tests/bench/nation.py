"""A national season: 20 regions, 60 skills, 15 entries, 30 aspects, 3 judges; views and verify."""

import statistics
import tempfile
import time
from pathlib import Path

from kasipkor_core.sheets import read_format
from kasipkor_core.store import list_view_names, open_store, read_now
from kasipkor_core.store.batch import Act, enter_force, open_batch, run_file, seal
from kasipkor_core.store.query import open_cursor
from kasipkor_core.store.verify import verify
from tests.bench.say import say

HERE = Path(__file__).parent / "nation"
SKILLS = 60
RUNS = 7
ENOUGH = 5  # seconds: a slow view is measured fewer times, at least thrice
CONTEST = "select max(contest_no) from fact.contest"
MARKS = "select count(*) from fact.mark"
WHOLE = "from query_table($view)"
OF_CONTEST = "from query_table($view) where contest_no = $contest_no"
COLUMNS = (
    "select column_name from duckdb_columns() where schema_name = 'mart' and table_name = $view"
)


def run(*, quick=False):
    """Return the time of every view and of both ways to verify."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "nation.duckdb")
        for kind in ("contests", "entries", "scheme", "marks"):
            append(store, kind, skills=6 if quick else SKILLS)
        figures = {
            "marks": ask(store, MARKS)[0][0],
            "views": [measure_view(store, view) for view in list_view_names(store)],
            "verify_all": measure_verify(store, all_contests=True),
            "verify": measure_verify(store, all_contests=False),
        }
        store.close()
    return figures


def append(store, kind, *, skills):
    """Append one sheet of the whole nation, through the files every import goes through."""
    with open_batch(store) as batch:
        batch.cursor.execute("set variable skills = $n::integer", {"n": skills})
        batch.cursor.execute((HERE / f"{kind}.sql").read_text(encoding="utf-8"))
        for name in read_format(kind).appends:
            run_file(batch, name)
        seal(batch, Act("sheet", "bench", sheet_kind=kind), enter_force(batch))
    say(f"{kind} appended")


def ask(store, sql, **params):
    cursor = open_cursor(store, read_now(store))
    try:
        return cursor.execute(sql, params or None).fetchall()
    finally:
        cursor.close()


def measure_view(store, view):
    """Return milliseconds of the whole view, and of one contest's rows where it has contests."""
    columns = {name for (name,) in ask(store, COLUMNS, view=view)}
    whole, rows = measure(store, WHOLE, view=f"mart.{view}")
    one = None
    if "contest_no" in columns:
        contest_no = ask(store, CONTEST)[0][0]
        one, _ = measure(store, OF_CONTEST, view=f"mart.{view}", contest_no=contest_no)
    say(f"mart.{view:20} {whole:8.1f} ms {rows:8,} rows; one contest {one or 0:.1f} ms")
    return {"view": view, "rows": rows, "whole": whole, "one": one}


def measure(store, sql, **params):
    """Return the median of the milliseconds, and the number of rows."""
    reader = read_now(store)
    times, rows = [], 0
    for _ in range(RUNS):
        started = time.perf_counter()
        cursor = open_cursor(store, reader)
        rows = cursor.execute(sql, params).to_arrow_table().num_rows
        cursor.close()
        times.append((time.perf_counter() - started) * 1000)
        if len(times) >= 3 and sum(times) > ENOUGH * 1000:
            break
    return statistics.median(times), rows


def measure_verify(store, *, all_contests):
    """Return the seconds of a verify; it must find nothing."""
    started = time.perf_counter()
    problems = verify(store, all_contests=all_contests)
    seconds = time.perf_counter() - started
    assert not problems, problems[:3]
    say(f"verify{' --all' if all_contests else ''} {seconds:.1f} s")
    return seconds

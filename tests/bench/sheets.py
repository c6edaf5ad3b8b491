"""A sheet of marks, from its bytes to committed: how far from merely reading the file?"""

import resource
import tempfile
import time
from pathlib import Path

import duckdb
import xlsxwriter
from python_calamine import CalamineWorkbook

from kasipkor_core.reading import read_grid
from kasipkor_core.store import commit, examine, understand
from tests.bench.board import make_ledger
from tests.bench.say import say

CONTESTS = 10
MARKS_AN_ENTRY = 76
HEADING = ("contest", "entry", "aspect", "judge", "mark")
READ_CSV = "create table cells as from read_csv($file, all_varchar = true)"
ROWS = """
    select
        registry.contest,
        lpad(entries.entry_no::varchar, 4, '0') as entry,
        aspect.aspect,
        'Төреші ' || judges.judge_no as judge,
        case
            when aspect.kind = 'J'
                then (1 + hash(aspect.contest_no, entries.entry_no, aspect.aspect) % 2)::varchar
            when hash(aspect.contest_no, entries.entry_no, aspect.aspect) % 10 < 7
                then aspect.max_mark::decimal(9, 2)::varchar
            else '0'
        end as mark
    from ledger.aspect as aspect
    inner join ledger.contest as registry on registry.contest_no = aspect.contest_no
    cross join range(1, $entries + 1) as entries (entry_no)
    inner join range(1, 4) as judges (judge_no) on judges.judge_no = 1 or aspect.kind = 'J'
    order by registry.contest_no, aspect.source_row, entries.entry_no, judges.judge_no
    limit $rows
"""


def run(*, quick=False):
    """Return the figures of an xlsx and of a CSV."""
    shrink = 10 if quick else 1
    sizes = (("xlsx", 100_000), ("csv", 1_000_000))
    return [run_one(form, rows // shrink) for form, rows in sizes]


def run_one(form, rows):
    with tempfile.TemporaryDirectory() as folder:
        store = make_ledger(
            Path(folder) / "bench.duckdb",
            contests=CONTESTS,
            entries=rows // CONTESTS // MARKS_AN_ENTRY + 1,
            mixed=1,
            has_marks=False,
        )
        file = Path(folder) / f"marks.{form}"
        write_sheet(store, file, rows=rows)
        figures = {"form": form, "rows": rows, "megabytes": file.stat().st_size / 1e6}
        figures |= import_sheet(store, file)
        store.close()
    say(figures)
    return figures


def write_sheet(store, file, *, rows):
    cursor = store.cursor()
    params = {"rows": rows, "entries": rows // CONTESTS // MARKS_AN_ENTRY + 1}
    if file.suffix == ".csv":
        cursor.sql(ROWS, params=params).write_csv(str(file), header=True)
        return
    book = xlsxwriter.Workbook(str(file), {"constant_memory": True})
    sheet = book.add_worksheet("Бағалар")
    sheet.write_row(0, 0, HEADING)
    for number, row in enumerate(cursor.execute(ROWS, params).fetchall(), start=1):
        sheet.write_row(number, 0, (*row[:4], float(row[4])))
    book.close()


def read_raw(file):
    """Read the file as text and nothing else."""
    if file.suffix == ".csv":
        with duckdb.connect() as con:
            con.execute(READ_CSV, {"file": str(file)})
    else:
        CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()


def import_sheet(store, file):
    """Return seconds, the best of three in turn: raw, reading, checking (with mapping and staging).

    Then seconds of committing, and the peak memory.
    """
    data = file.read_bytes()
    raws, reads, boths = [], [], []
    for _ in range(3):
        raws.append(time_call(lambda: read_raw(file)))
        reads.append(time_call(lambda: read_grid(data, name=file.name)))
        started = time.perf_counter()
        prepared = understand(store, data, file_name=file.name, kind="marks", actor="bench")
        prepared = examine(store, prepared)
        boths.append(time.perf_counter() - started)
    findings = sorted({found.code for found in prepared.findings})
    started = time.perf_counter()
    receipt = commit(store, prepared, reason="bench")
    commits = time.perf_counter() - started
    return {
        "raw": min(raws),
        "read": min(reads),
        "check": min(boths) - min(reads),
        "commit": commits,
        "all": min(boths) + commits,
        "records": receipt.records,
        "findings": findings,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def time_call(call):
    started = time.perf_counter()
    call()
    return time.perf_counter() - started

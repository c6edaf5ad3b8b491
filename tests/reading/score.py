"""Scores of the reader and of baselines; `python -m tests.reading.score` writes the table."""

import csv
import datetime as dt
import io
import random
import re
import sys
import tempfile
import warnings
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

import duckdb
import openpyxl
import python_calamine
from openpyxl.utils.exceptions import InvalidFileException

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading import iter_rows, read_grid
from tests.reading.corpus import make_corpus
from tests.reading.sheets import make_business_xlsx, make_workbooks

_DECIMAL = re.compile(r"-?\d+\.\d+")
HEAD = """# Reading: how well broken files are read

Made by `python -m tests.reading.score {seed}`; the files come from `tests/reading/corpus.py` and
`tests/reading/sheets.py` with seed {seed}. A score is the mean of four measures, each 0 to 1: the
header is right, the share of records found exactly, precision and recall of the cells at their
place. The tests score fresh seeds in every run.

"""
NOTES = """
duckdb is `read_csv` with automatic detection, all columns as text. sniffer is Python's
`csv.Sniffer` with `csv.reader`. openpyxl and calamine read the first sheet with the first row as
its header; openpyxl reads xlsx only.

What is left out of the records (titles, blank lines, totals, signatures, footnotes, repeated
headers, further tables) is named in a note with its row. A row that cannot be recovered without
guessing stays as it is, with as many cells as it has, and is named too.

## What a sheet shows beside its values

| what | xlsx | xls | ods | xlsb |
|---|---|---|---|---|
| a code by its number format (0000, "KZ-"000) is read as shown | yes | Excel 97 on | yes | no |
| percent is read as shown (87.5 %: 87.5), named once a column | yes | yes | yes | no, 0.875 |
| hidden rows are read and named | yes | yes | yes | read, not named |
| the error of a formula (#DIV/0!) is an error at its cell | yes | yes | yes | no, an empty cell |
| a formula whose result was not saved is an error at its cell | yes | no | no | no |
| a text merged downwards is filled in and named, a number is an error | yes | yes | yes | no |

The library that reads the values of workbooks tells none of this but merged cells; it is found
in the parts of the file itself, which for xlsb nobody here does. A formula whose result is the
empty text is an empty cell when the file says that the result is a text, as spreadsheet programs
write it. A file made by a program that leaves both the kind and the value of a result out cannot
be told from one that was never reckoned: opened and saved in a spreadsheet program, it is read.
"""


def read_ours(case):
    try:
        grid = read_grid(case.data)
    except Unreadable:
        return [], []
    rows = list(iter_rows(grid))
    return (rows[0], rows[1:]) if grid.header else ([], rows)


def read_duckdb(case):
    """Read with DuckDB's automatic mode: its header, its rows, all as text."""
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        file.write(case.data)
        file.flush()
        try:
            found = duckdb.connect().execute("from read_csv(?, all_varchar = true)", [file.name])
            names = [column[0] for column in found.description]
            rows = [["" if cell is None else cell for cell in row] for row in found.fetchall()]
        except duckdb.Error:
            return [], []
    return ([] if names[:1] == ["column0"] or names[:1] == ["column00"] else names), rows


def read_sniffer(case):
    """Read with Python's csv.Sniffer and csv.reader, blank lines skipped."""
    text = case.data.decode("utf-8-sig", errors="replace")
    try:
        dialect = csv.Sniffer().sniff(text[:8192])
        headed = csv.Sniffer().has_header(text[:8192])
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), dialect) if row]
    except (csv.Error, StopIteration):
        return [], []
    return (rows[0], rows[1:]) if headed and rows else ([], rows)


def read_openpyxl(case):
    """Read the first sheet of an xlsx, its first row as the header."""
    try:
        rows = list(
            openpyxl.load_workbook(io.BytesIO(case.data), data_only=True).worksheets[0].values
        )
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        return [], []
    return headed(rows)


def read_calamine(case):
    """Read the first sheet of any workbook with calamine, its first row as the header."""
    sheet = python_calamine.CalamineWorkbook.from_filelike(
        io.BytesIO(case.data)
    ).get_sheet_by_index(0)
    return headed(sheet.to_python())


def headed(rows):
    texts = [[shorten(cell) for cell in row] for row in rows]
    return (texts[0], texts[1:]) if texts else ([], [])


def shorten(cell):
    if isinstance(cell, dt.date):
        return cell.isoformat()[:10]
    return "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)


READERS = {"ours": read_ours, "duckdb": read_duckdb, "sniffer": read_sniffer}
SHEET_READERS = {"ours": read_ours, "openpyxl": read_openpyxl, "calamine": read_calamine}


def score_case(case, reader):
    """Return the four measures of one file, each 0 to 1."""
    header, records = reader(case)
    header, records = norm(header), [norm(row) for row in records]
    truth = [norm(row) for row in case.records]
    cells, found = count_cells(truth), count_cells(records)
    same = sum((cells & found).values())
    rows = Counter(map(tuple, truth)) & Counter(map(tuple, records))
    return {
        "header": float(header == norm(case.header)),
        "records": ratio(2 * sum(rows.values()), len(truth) + len(records)),
        "precision": ratio(same, sum(found.values())),
        "recall": ratio(same, sum(cells.values())),
    }


def norm(row):
    """Return cells without white space around them and numbers without closing zeros."""
    cells = [str(cell).strip().replace("\r\n", "\n") for cell in row]
    return [cell.rstrip("0").rstrip(".") if _DECIMAL.fullmatch(cell) else cell for cell in cells]


def count_cells(rows):
    """Return the cells with their row and column: a shifted cell is a wrong cell."""
    return Counter(
        (tuple(row[:2]), column, cell) for row in rows for column, cell in enumerate(row)
    )


def ratio(part, whole):
    return part / whole if whole else 1.0


def mean(scores):
    return sum(sum(score.values()) / len(score) for score in scores) / len(scores)


def score_corpus(cases, readers=None):
    """Return for every habit and reader the mean of the four measures."""
    readers = readers or READERS
    found = defaultdict(lambda: defaultdict(list))
    for case in cases:
        for name, reader in readers.items():
            found[case.habits[0]][name].append(score_case(case, reader))
    return {habit: {name: mean(each) for name, each in by.items()} for habit, by in found.items()}


def overall(table, reader):
    return sum(row[reader] for row in table.values()) / len(table)


def write_report(path, seed):
    """Write the scores of one seed as a page of the documentation."""
    lines = [HEAD.format(seed=seed)]
    for title, cases, readers in (
        ("Delimited text", make_corpus(seed), READERS),
        ("Workbooks", list_workbooks(seed), SHEET_READERS),
    ):
        table = score_corpus(cases, readers)
        lines += [f"## {title}", "", f"| habit | files | {' | '.join(readers)} |"]
        lines.append("|---|--:" + "|--:" * len(readers) + "|")
        count = Counter(case.habits[0] for case in cases)
        for habit, row in table.items():
            shown = " | ".join(f"{row[name]:.3f}" for name in readers)
            lines.append(f"| {habit.replace('_', ' ')} | {count[habit]} | {shown} |")
        shown = " | ".join(f"**{overall(table, name):.3f}**" for name in readers)
        lines += [f"| **all habits** | {len(cases)} | {shown} |", ""]
    path.write_text("\n".join(lines) + NOTES, encoding="utf-8")


def list_workbooks(seed):
    return [*make_workbooks(seed, each=3), make_business_xlsx(random.Random(seed))]


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    write_report(Path("docs/reading.md"), int(sys.argv[1]) if len(sys.argv) > 1 else 1)

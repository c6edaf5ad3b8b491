"""Scores of the reader and of two baselines on the corpus; `python -m tests.reading.score` writes the table."""

import csv
import io
import sys
import tempfile
import warnings
from collections import Counter, defaultdict
from pathlib import Path

import duckdb

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading import iter_rows, read_grid
from tests.reading.corpus import make_corpus


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


READERS = {"ours": read_ours, "duckdb": read_duckdb, "sniffer": read_sniffer}


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
    return [str(cell).strip().replace("\r\n", "\n") for cell in row]


def count_cells(rows):
    """Return the cells with their row and column: a shifted cell is a wrong cell."""
    return Counter((tuple(row[:2]), column, cell) for row in rows for column, cell in enumerate(row))


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


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    scored = score_corpus(make_corpus(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
    for habit, row in scored.items():
        print(f"{habit:18}", *(f"{name} {value:.3f}" for name, value in row.items()))
    print("overall", *(f"{name} {overall(scored, name):.3f}" for name in READERS))
    _ = Path

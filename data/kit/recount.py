"""Recounts the contest of this folder with the SQL views that published it.

Needs Python 3.11 or newer and the package duckdb, nothing else, and no network:

    python recount.py

Reads facts/, rules/ and sql/, counts anew, writes recounted.csv and compares it with protocol.csv
byte for byte. Exit 0: the same; 1: they differ, and it says where.
"""

import csv
import hashlib
import io
import json
import sys
from decimal import Decimal
from pathlib import Path

import duckdb

HERE = Path(__file__).resolve().parent
CELLS = (
    "create table {table} as select * from read_csv($file, header = true, auto_detect = false,"
    " columns = {columns}, delim = ',', quote = '\"', escape = '\"', nullstr = '',"
    " allow_quoted_nulls = false, parallel = false)"
)


def main(folder):
    """Recount the contest of a folder; return the exit code."""
    kit = json.loads((folder / "kit.json").read_text(encoding="utf-8"))
    say(f"{kit['contest']}, as published at batch {kit['published_batch_no']}")
    changed = [*list_changed(folder, kit), *compare_parquet(folder)]
    recounted = recount(folder, kit)
    expected = (folder / "protocol.csv").read_bytes()
    if folder == HERE:
        (folder / "recounted.csv").write_bytes(recounted)
    for sentence in changed:
        say(sentence)
    if recounted != expected:
        for sentence in list_differences(expected, recounted):
            say(sentence)
        say("DIFFERENT: the recount does not give the table of the protocol.")
        return 1
    if changed:
        say("The table is the same, but this kit is not as it was published.")
        return 1
    rows = recounted.count(b"\n") - 1
    digest = hashlib.sha256(recounted).hexdigest()
    say(f"THE SAME: {rows} rows, byte for byte. SHA-256 {digest}")
    return 0


def recount(folder, kit):
    """Return the table that the views make of the facts, as CSV."""
    con = duckdb.connect()
    con.execute("create schema kit")
    for file in sorted((folder / "facts").glob("*.csv")):
        read_cells(con, f"kit.{file.stem}", file)
    for file in sorted((folder / "rules").glob("*.csv")):
        read_cells(con, f"kit.{file.stem}_of_rules", file)
    con.execute("set enable_external_access = false")  # from here on nothing else is read
    for name in kit["sql"]["shape"]:
        con.execute(read_text(folder / name))
    fill_rules(con, folder)
    con.execute(read_text(folder / kit["sql"]["load"]))
    contest_no = kit["contest_no"]
    for name, value in (("as_of", kit["published_batch_no"]), ("audience", "'staff'")):
        con.execute(f"set variable {name} = {value}")
    asked = {"contests": [contest_no], "low": contest_no, "high": contest_no}
    totals, heads = (read_text(folder / name) for name in kit["sql"]["tally"])
    con.execute(totals, asked)
    act = {"kind": "decision", "sheet_kind": None, "undoes_batch_no": None}
    con.execute(heads, asked | act)
    answer = con.execute(read_text(folder / kit["sql"]["protocol"]), {"contest_no": contest_no})
    return write_csv([column[0] for column in answer.description], answer.fetchall())


def read_cells(con, table, file):
    """Make a table of a CSV file; every cell is text."""
    with file.open(encoding="utf-8", newline="") as opened:
        names = next(csv.reader(opened))
    columns = "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in names) + "}"
    con.execute(CELLS.format(table=table, columns=columns), {"file": str(file)})


def fill_rules(con, folder):
    """Fill the tables of the rules."""
    for file in sorted((folder / "rules").glob("*.csv")):
        con.execute(f"insert into ref.{file.stem} by name from kit.{file.stem}_of_rules")


def list_changed(folder, kit):
    """Say which files are not as they were packed."""
    for name, digest in kit["files"].items():
        file = folder / name
        if not file.is_file():
            yield f"{name} is missing"
        elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            yield f"{name} was changed since it was published"


def compare_parquet(folder):
    """Say where the Parquet twin of a file of facts says something else."""
    con = duckdb.connect()
    for file in sorted((folder / "facts").glob("*.csv")):
        read_cells(con, "csv", file)
        con.execute(
            "create table parquet as select columns(*)::varchar from read_parquet($file)",
            {"file": str(file.with_suffix(".parquet"))},
        )
        for here, there in (("csv", "parquet"), ("parquet", "csv")):
            rows = con.execute(f"from {here} except all from {there}").fetchall()
            yield from (
                f"facts/{file.stem}: only in {here}: {row}" for row in sorted(rows, key=str)
            )
        con.execute("drop table csv; drop table parquet")


def list_differences(expected, recounted):
    """Say entry by entry where two tables differ."""
    before, after = read_rows(expected), read_rows(recounted)
    for entry in sorted(before.keys() | after.keys()):
        if entry not in before or entry not in after:
            where = "the protocol" if entry in before else "the recount"
            yield f"entry {entry} is only in {where}"
            continue
        for column, value in after[entry].items():
            if before[entry].get(column) != value:
                said = before[entry].get(column) or "nothing"
                yield f"entry {entry}: {column} is {said} in the protocol, {value or 'nothing'} now"
    if list(before) != list(after):
        yield "the order of the rows is another"


def read_rows(data):
    """Return the rows of a table by entry."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""))
    return {row["entry"]: row for row in rows}


def write_csv(header, rows):
    """Return rows as the protocol is written."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([write_cell(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8")


def write_cell(cell):
    """Return a cell as text: null empty, decimals with a point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def read_text(file):
    """Return the text of a file."""
    return file.read_text(encoding="utf-8")


def say(sentence):
    """Print a sentence, whatever letters the terminal knows."""
    sys.stdout.buffer.write(f"{sentence}\n".encode())
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE))

"""The same season through Kasipkor: ``python -m tests.bench.instead.own FOLDER DATABASE ANSWER``.

Prints the seconds of laying out contests, entries and schemes, of importing the marks and reading
every board, and of one mark more with the board it changes.
"""

import csv
import io
import json
import sys
import time
from pathlib import Path

from kasipkor_core.store import commit, open_store, query, read_now, understand
from tests.bench.say import say

BOARDS = """
    select contest, entry, place, scale, award
    from mart.leaderboard
    where place is not null
    order by contest, entry
"""
BOARD = "select entry, place, total from mart.leaderboard where contest_no = $contest_no"
NUMBER = "select contest_no from mart.contests where contest = $contest"


def give(store, data, kind):
    """Import a sheet as the command line does."""
    prepared = understand(store, data, file_name=f"{kind}.csv", kind=kind, actor="bench")
    return commit(store, prepared)


def write_scheme(folder):
    """Return the scheme with a column for the contest: the same for all."""
    with (folder / "contests.csv").open(encoding="utf-8", newline="") as file:
        contests = [row["contest"] for row in csv.DictReader(file)]
    lines = (folder / "scheme.csv").read_text(encoding="utf-8").splitlines()
    rows = [f"contest,{lines[0]}", *(f"{one},{line}" for one in contests for line in lines[1:])]
    return "\n".join(rows).encode()


def main():
    folder, database, answer = map(Path, sys.argv[1:])
    marks = (folder / "marks.csv").read_bytes()
    head, late = marks.splitlines(keepends=True)[0], marks.splitlines(keepends=True)[-1]
    started = time.perf_counter()
    store = open_store(database)
    for kind in ("contests", "entries"):
        give(store, (folder / f"{kind}.csv").read_bytes(), kind)
    give(store, write_scheme(folder), "scheme")
    laid = time.perf_counter()
    give(store, marks.removesuffix(late), "marks")
    query(store, BOARDS, read_now(store))
    ranked = time.perf_counter()
    give(store, head + late, "marks")
    contest = late.decode().partition(",")[0]
    (row,) = query(store, NUMBER, read_now(store), contest=contest).to_pylist()
    query(store, BOARD, read_now(store), contest_no=row["contest_no"])
    again = time.perf_counter()
    rows = query(store, BOARDS, read_now(store)).to_pylist()
    text = io.StringIO()
    csv.writer(text).writerows(
        [("contest", "entry", "place", "scale", "award"), *(r.values() for r in rows)]
    )
    answer.write_text(text.getvalue(), encoding="utf-8")
    store.close()
    say(json.dumps({"laid": laid - started, "first": ranked - laid, "again": again - ranked}))


if __name__ == "__main__":
    main()

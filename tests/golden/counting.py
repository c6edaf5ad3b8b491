"""Golden contests: a folder of sheets and their order in, the protocol out, byte for byte.

``python -m tests.golden.counting`` writes the protocols anew; read the difference before you
commit it.
"""

import csv
import io
from pathlib import Path

from kasipkor_core.output import write_csv
from kasipkor_core.store import MEMORY, load_demo, open_store, read_now, show_view

HERE = Path(__file__).parent
VIEWS = ("leaderboard", "awards", "teams", "honours")
FOLDERS = tuple(sorted(file.parent.name for file in HERE.glob("*/season.toml")))


def count(folder):
    """Import a folder's sheets; return each view's CSV."""
    store = open_store(MEMORY)
    try:
        load_demo(store, folder=HERE / folder)
        reader = read_now(store, lang="kk")
        return {view: write(show_view(store, view, where={}, reader=reader)) for view in VIEWS}
    finally:
        store.close()


def write(table):
    """Return a table as the command line writes it."""
    file = io.StringIO()
    write_csv(table.column_names, (row.values() for row in table.to_pylist()), file)
    return file.getvalue()


def read_rows(folder, view):
    with (HERE / folder / f"{view}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    for name in FOLDERS:
        for view, text in count(name).items():
            (HERE / name / f"{view}.csv").write_text(text, encoding="utf-8")

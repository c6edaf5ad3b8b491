"""What other servers have added: asked of the catalogue at once, read straight from the files.

The lake's own list of changes asks Postgres some eight times for each table. Most acts only add
rows, and then the catalogue says in one answer which files hold them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from kasipkor_core.store.lake import Lake
from kasipkor_core.store.tables import Table, escape

_ADDED = "inserted_into_table:"
_MOST = 200  # files: whoever is further behind reads them by the lake

File = tuple[str, str]  # where it lies, and its key


@dataclass(frozen=True)
class News:
    """What the catalogue says of the snapshots after one.

    Attributes:
        head: The newest snapshot.
        files: The new files of each table, oldest first.
    """

    head: int
    files: Mapping[str, Sequence[File]]


def read_news(lake: Lake, *, since: int) -> News | None:
    """Return what was added after a snapshot; null when the lake itself has to be asked.

    It has to when rows were taken away or changed, files were merged, snapshots in between were
    let go, or it is a great deal. All of it is one answer, so that no merging falls between.
    """
    rows = lake.list_files(since=since)
    made = {number: kinds or "" for number, kinds, *_ in rows}
    head = max(made, default=since)
    is_whole = len(made) == head - since and len(rows) <= _MOST
    if not is_whole or not all(map(_only_adds, made.values())):
        return None
    files: dict[str, list[File]] = defaultdict(list)
    for _, _, table, path, key in rows:
        if table is not None:
            files[table].append((path, key))
    return News(head, files)


def add_news(cursor: duckdb.DuckDBPyConnection, tables: Iterable[Table], news: News) -> None:
    """Add the rows of new files to the tables of a copy."""
    for table in tables:
        files = news.files.get(table.name)
        if files:
            rows = " union all ".join(_select(table, file) for file in files)
            cursor.execute(f"insert into {table.name} ({table.columns}) {rows}")


def _only_adds(kinds: str) -> bool:
    return all(kind.startswith(_ADDED) for kind in kinds.split(","))


def _select(table: Table, file: File) -> str:
    path, key = file
    return (
        f"select {table.columns} from read_parquet('{escape(path)}', "
        f"encryption_config = {{footer_key_value: from_base64('{escape(key)}')}})"
    )

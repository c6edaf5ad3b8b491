"""Laying a package beside the ledger: its tables to be read, its rows in the numbers of ours."""

from collections.abc import Iterator

import duckdb
import pyarrow as pa

from kasipkor_core import house
from kasipkor_core.errors import Refused
from kasipkor_core.fetching import fetch
from kasipkor_core.store.originals import rebind_contact
from kasipkor_core.store.venues.package import Package

_FOLDER = house.SQL / "merge"
OWN_WAY = frozenset({
    *("batch", "force", "contest", "entry", "judge", "ruleset"),
    *("merge", "merge_take", "venue_batch"),  # a venue merges nothing
})  # fmt: skip
_PRIVATE = ("key", "contact", "name", "judge", "document", "file_key")
_COLUMNS = """
    select table_name, list(column_name order by column_index)
    from duckdb_columns()
    where schema_name = 'ledger' and database_name = current_database()
    group by table_name
    having list_contains(list(column_name), 'batch_no')
    order by table_name
"""
_CONTESTS = ("contest_no", "for_contest_no", "from_contest_no")
_BATCHES = ("as_of_batch_no", "published_batch_no", "former_batch_no")
_NUMBERED = (*_CONTESTS, *_BATCHES, "entry_no", "from_entry_no", "judge_no")
NUMBERS = frozenset({*_NUMBERED, "batch_no", "name_no"})  # columns whose numbers are translated
_CONTACTS = """
    select
        contact.name_no,
        merge_batch.centre_no::bigint * 10000000 + contact.name_no % 10000000 as new_name_no,
        contact.field,
        contact.cipher,
        key.key
    from pack_private_contact as contact
    inner join pack_private_key as key on key.name_no = contact.name_no
    inner join merge_batch
        on merge_batch.venue_no = contact.name_no // 10000000
        and merge_batch.is_new
    order by all
"""


def show_package(cursor: duckdb.DuckDBPyConnection, package: Package) -> None:
    """Make the tables of a package readable on a cursor as ``pack_ledger_mark`` and the like.

    Raises:
        Refused: it holds a table that this version does not know.
    """
    known = {f"ledger.{name}" for name, _ in cursor.execute(_COLUMNS).fetchall()}
    known |= {"ledger.original", *(f"private.{name}" for name in _PRIVATE)}
    extra = set(package.tables) - known - {"erased", "result"}
    if extra:
        raise Refused("The package was made by another version of Kasipkor. Bring both to one.")
    for name in sorted(known | {"erased", "result"}):
        rows = package.tables.get(name)
        if rows is None:
            rows = fetch(cursor.sql(f"from {name} limit 0"))
        cursor.register("packed", rows)
        cursor.execute(f"create temp table pack_{name.replace('.', '_')} as from packed")
        cursor.unregister("packed")


def lay_package(cursor: duckdb.DuckDBPyConnection) -> None:
    """Write the new rows of a package: registries, facts, files, names and their keys."""
    run_merge(cursor, "registries")
    run_merge(cursor, "decisions")
    for name, columns in cursor.execute(_COLUMNS).fetchall():
        if name not in OWN_WAY:
            cursor.execute(write_insert(name, columns))
    _lay_contacts(cursor)
    run_merge(cursor, "force")


def write_insert(table: str, columns: list[str]) -> str:
    """Return the statement that writes the rows of one table in the numbers of this ledger.

    Args:
        table: A table of the schema ledger that carries a batch.
        columns: Its columns; what a number is about follows from its name.
    """
    source = "pack_translated_decision" if table == "decision" else f"pack_ledger_{table}"
    joins = dict(_list_joins(columns))
    told = ",\n".join(f"    {_number(name)} as {name}" for name in columns)
    return (
        f"insert into ledger.{table} by name\nselect\n{told}\nfrom {source} as fact\n"
        "inner join merge_batch as own on own.venue_no = fact.batch_no and own.is_new\n"
        + "".join(f"left join {join}\n" for join in joins.values())
        + f"order by own.centre_no{', fact.source_row' if 'source_row' in columns else ''}"
    )


def _list_joins(columns: list[str]) -> Iterator[tuple[str, str]]:
    for name in columns:
        owner = _find_owner(name, columns)
        if name in _CONTESTS:
            yield name, f"merge_contest as {name} on {name}.venue_no = fact.{name}"
        elif name in _BATCHES:
            yield name, f"merge_batch as {name} on {name}.venue_no = fact.{name}"
        elif owner:
            table = "merge_judge" if name == "judge_no" else "merge_entry"
            contest = f"{name}.venue_contest_no = fact.{owner}"
            yield name, f"{table} as {name} on {contest} and {name}.venue_no = fact.{name}"


def _find_owner(name: str, columns: list[str]) -> str | None:
    """Return the column with the contest that an entry or a judge is numbered in."""
    if name == "from_entry_no":
        return "from_contest_no"
    if name in ("entry_no", "judge_no"):
        return "for_contest_no" if "for_contest_no" in columns else "contest_no"
    return None


def _number(name: str) -> str:
    if name == "batch_no":
        return "own.centre_no"
    if name == "name_no":
        return "own.centre_no::bigint * 10000000 + fact.name_no % 10000000"
    if name in _NUMBERED:
        return f"coalesce({name}.centre_no, fact.{name})"
    return f"fact.{name}"


def _lay_contacts(cursor: duckdb.DuckDBPyConnection) -> None:
    """Encrypt contacts anew: a cipher opens at its own number only."""
    rows = [
        {"name_no": row["new_name_no"], "field": row["field"], "cipher": rebound}
        for row in fetch(cursor.sql(_CONTACTS)).to_pylist()
        if (rebound := rebind_contact(**row)) is not None
    ]
    if rows:
        cursor.from_arrow(pa.Table.from_pylist(rows)).insert_into("private.contact")


def run_merge(cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    """Run ``sql/merge/<name>.sql``."""
    cursor.execute(read_merge(name))


def read_merge(name: str) -> str:
    """Return ``sql/merge/<name>.sql``."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")

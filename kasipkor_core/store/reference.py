"""Reference tables: made of ``data/`` when that changed; rulesets in use live on in the ledger."""

import datetime as dt
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv

from kasipkor_core import house, rulesets
from kasipkor_core.sheets import fold
from kasipkor_core.store import made
from kasipkor_core.store.progress_reference import list_catalogues, list_progress_tables

_FOLDER = house.DATA / "reference"
_CODE = ("rulesets/*.py", "sheets/fold.py", "store/*reference.py")  # what makes the tables
_USED = "select ruleset, content from ledger.ruleset order by batch_no"
_NAMES = """
    select schema_name || '.' || table_name
    from duckdb_tables()
    where schema_name = 'ref' and database_name = current_database()
    order by table_name
"""
_CONTENT = "select bit_xor(hash(row)), count(*) from query_table($name) as row"
_PROGRAMMES = {
    "teacher_contest_2022_2023": "teacher-skill",
    "best_professionals_kz": "best-professionals",
    "competence_centre": "competence-centre",
    "state_language": "state-language",
}
_FIRST_DAY = dt.date(2015, 1, 1)
_LAST_DAY = dt.date(2035, 12, 31)
_SATURDAY = 5
_UNKNOWN_KINDS = frozenset({"total_row", "note", "kind"})
Row = dict[str, object]


def load_reference(con: duckdb.DuckDBPyConnection) -> None:
    """Make the ``ref`` tables anew, in one transaction.

    Nothing is done when neither what they are made from nor what they hold differs from the last
    time: making them takes most of the time of a start.
    """
    files_md5 = _hash_sources(con)
    if made.is_made(con, "ref", files_md5=files_md5, catalogue_md5=_hash_content(con)):
        return
    con.execute("begin")
    try:
        con.execute("create schema if not exists ref")
        for file in sorted((house.SQL / "ref").glob("*.sql")):
            con.execute(file.read_text(encoding="utf-8"))
        for name, table in _list_tables(con).items():
            _fill(con, f"ref.{name}", table)
        made.remember(con, "ref", files_md5=files_md5, catalogue_md5=_hash_content(con))
    except BaseException:
        con.execute("rollback")
        raise
    con.execute("commit")


def _hash_sources(con: duckdb.DuckDBPyConnection) -> str:
    """Return the hash of everything the content of a reference table may depend on."""
    data = [*_FOLDER.glob("*.csv"), *(house.DATA / "rulesets").glob("*.toml")]
    shapes = (house.SQL / "ref").glob("*.sql")
    code = (file for pattern in _CODE for file in house.PACKAGE.glob(pattern))
    used = (content for _, content in con.execute(_USED).fetchall())
    return made.hash_files([*data, *shapes, *code], *used)


def _hash_content(con: duckdb.DuckDBPyConnection) -> str:
    """Return the hash of what the reference tables hold, in whatever order."""
    names = [name for (name,) in con.execute(_NAMES).fetchall()]
    held = [(name, *con.execute(_CONTENT, {"name": name}).fetchall()) for name in names]
    return made.hash_files((), repr(held))


def _fill(con: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    con.from_arrow(table.select(con.table(name).columns)).insert_into(name)


def _list_tables(con: duckdb.DuckDBPyConnection) -> dict[str, pa.Table]:
    regions = _read("regions.csv")
    known = _list_rulesets(con)
    return {
        "region": pa.Table.from_pylist([_region(row) for row in regions if row["iso_code"]]),
        "region_alias": pa.Table.from_pylist(_aliases(regions)),
        "day": _list_days(),
        "unit": pa.Table.from_pylist(_skills() + _industries() + list_catalogues(_read, known)),
        "seat_word": pa.Table.from_pylist(_read("seat_words.csv")),
        "selection_word": pa.Table.from_pylist(_read("selection_words.csv")),
        **list_progress_tables(_read),
        **rulesets.build_reference(known),
    }


def _list_rulesets(con: duckdb.DuckDBPyConnection) -> tuple[rulesets.Ruleset, ...]:
    """Return the rulesets of the files, and those of old results that have no file any more."""
    known = {ruleset.ruleset_hash: ruleset for ruleset in rulesets.load_rulesets()}
    for name, content in con.execute(_USED).fetchall():
        old = rulesets.parse_ruleset(content, name=name)
        known.setdefault(old.ruleset_hash, old)
    return tuple(known.values())


def _read(name: str) -> list[dict[str, str]]:
    file: Path = _FOLDER / name
    options = pa.csv.ConvertOptions(strings_can_be_null=False)
    names = file.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    options.column_types = {column: pa.string() for column in names}
    rows: list[dict[str, str]] = pa.csv.read_csv(file, convert_options=options).to_pylist()
    return rows


def _region(row: dict[str, str]) -> Row:
    named = {key: row[key] for key in row if key.startswith(("name_", "short_"))}
    return {
        **named,
        "region": row["iso_code"],
        "kato": row["kato2"],
        "kind": row["kind"],
        "valid_from": row["valid_from"] or None,
        "valid_to": row["valid_to"] or None,
    }


def _aliases(regions: list[dict[str, str]]) -> list[Row]:
    listed = [
        _alias(row) for row in _read("region_aliases.csv") if row["kind"] not in _UNKNOWN_KINDS
    ]
    named = [
        _alias({"alias": row[key], "iso_code": row["iso_code"], "kind": "official"})
        for row in regions
        for key in (
            "iso_code",
            "kato2",
            "name_kk",
            "name_ru",
            "name_en",
            "short_kk",
            "short_ru",
            "short_en",
        )
        if row["iso_code"]
    ]
    known = {row["folded"] for row in listed}
    return listed + [row for row in named if row["folded"] not in known]


def _alias(row: dict[str, str]) -> Row:
    return {
        "alias": row["alias"],
        "folded": fold(row["alias"]),
        "region": row["iso_code"] or None,
        "lang": row.get("lang"),
        "kind": row["kind"],
        "valid_from": row.get("valid_from") or None,
        "valid_to": row.get("valid_to") or None,
    }


def _list_days() -> pa.Table:
    off = {row["day"]: row for row in _read("days_off.csv")}
    rows: list[Row] = []
    worked = 0
    for number in range((_LAST_DAY - _FIRST_DAY).days + 1):
        day = _FIRST_DAY + dt.timedelta(days=number)
        named = off.get(day.isoformat(), {})
        is_working = named.get("kind", "off" if day.weekday() >= _SATURDAY else "working")
        worked += is_working == "working"
        names = {key: named.get(key) for key in ("name_kk", "name_ru", "name_en")}
        rows.append(
            {"day": day, "is_working": is_working == "working", "working_no": worked, **names}
        )
    return pa.Table.from_pylist(rows)


def _skills() -> list[Row]:
    rows = _read("skills.csv")
    return [
        _unit(row, programme=programme, edition=edition, order=order, unit=row["number"])
        for programme in ("worldskills", "demo-exam")  # an exam is held in a skill (DE-10)
        for order, (edition, column) in enumerate(
            (("2024", "in_wsc2024_inferred"), ("2026", "in_wsc2026")), start=1
        )
        for row in rows
        if row[column].startswith("yes")
    ]


def _industries() -> list[Row]:
    return [
        _unit(row, programme=_PROGRAMMES[row["scheme"]], edition=None, order=1, unit=row["code"])
        for row in _read("industries.csv")
    ]


def _unit(
    row: dict[str, str], *, programme: str, edition: str | None, order: int, unit: str
) -> Row:
    return {
        "programme": programme,
        "edition": edition,
        "ord": order,
        "unit": unit,
        "name_kk": row["name_kk"],
        "name_ru": row["name_ru"],
        "name_en": row.get("name_en") or row.get("name_en_wsc2026"),
        "former_name_en": row.get("former_or_earlier_name_en") or None,
        "sector_kk": row.get("sector_kk"),
        "sector_ru": row.get("sector_ru"),
        "sector_en": row.get("sector_en"),
    }

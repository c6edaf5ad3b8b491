"""The published results of a season as a Frictionless Data Package: tables, schemas, licence."""

import datetime as dt
import hashlib
import tomllib
from functools import cache
from typing import Any

import pyarrow as pa

from kasipkor_core import house
from kasipkor_core.documents.packing import pack_files, write_csv, write_json
from kasipkor_core.errors import NotFound
from kasipkor_core.settings import read_settings
from kasipkor_core.store import Published, Store, query

_FOLDER = house.SQL / "open_data"
_COMMENTS = """
    select view_name as view, null as column_name, comment
    from duckdb_views()
    where schema_name = 'mart' and database_name = current_database()

    union all

    select table_name as view, column_name, comment
    from duckdb_columns()
    where schema_name = 'mart' and database_name = current_database()
"""
_OWN = {  # of tables that are no view
    ("regions", None): "What the codes of regions stand for.",
    ("regions", "region"): "ISO code.",
    ("regions", "name_kk"): "Name in Kazakh.",
    ("regions", "name_ru"): "Name in Russian.",
    ("regions", "name_en"): "Name in English.",
}
Words = dict[tuple[str, str | None], str]


def write_open_data(store: Store, season: int, published: Published, lang: str) -> bytes:
    """Return the Data Package of a season as a zip.

    Args:
        store: The open ledger.
        season: Year in which the season begins.
        published: What of it is published.
        lang: Language of the title and of the names of units.

    Raises:
        NotFound: nothing of this season is published.

    Source:
        Data Package 1.0 (Frictionless): datapackage.json beside its CSV files.
    """
    tables = read_open_data(store, season, published, lang)
    words = _read_words(store, published)
    files = {f"data/{name}.csv": write_csv(table) for name, table in tables.items()}
    resources = [
        _describe(name, table, files[f"data/{name}.csv"], words) for name, table in tables.items()
    ]
    about = _describe_package(season, published, lang) | {"resources": resources}
    return pack_files(files | {"datapackage.json": write_json(about)})


def read_open_data(
    store: Store, season: int, published: Published, lang: str
) -> dict[str, pa.Table]:
    """Return the tables of a season by name; see ``write_open_data``."""
    reader = published.reader(lang)

    def read(name: str) -> pa.Table:
        sql = (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
        return query(store, sql, reader, **{"season": season} if "$season" in sql else {})

    if not read("contests").num_rows:
        raise NotFound("Nothing of the season {season} is published.", season=season)
    return {name: read(name) for name in sorted(_read_package()["keys"])}


def _describe_package(season: int, published: Published, lang: str) -> dict[str, Any]:
    known, address = _read_package(), read_settings().address
    said = {
        "profile": "tabular-data-package",
        "name": f"{known['name']}-{season}",
        "title": known["title"][lang].format(season=season),
        "description": known["description"][lang].format(season=season),
        "version": str(published.version),
        "created": published.at and published.at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "homepage": address,
        "keywords": known["keywords"],
        "licenses": known["licenses"],
        "sources": [
            {
                "title": f"Kasipkor, ledger of results, publication {published.version}",
                "path": f"{address}/api/v1/views/contests?season={season}" if address else "",
            }
        ],
    }
    said["sources"] = [{key: one for key, one in row.items() if one} for row in said["sources"]]
    return {key: value for key, value in said.items() if value}


def _describe(name: str, table: pa.Table, data: bytes, words: Words) -> dict[str, Any]:
    keys = _read_package()["keys"][name]
    kinds = zip(table.column_names, table.schema.types, strict=True)
    schema: dict[str, Any] = {
        "fields": [
            {
                "name": column,
                "type": _name_type(kind),
                "description": words[name, column],
                **({"constraints": {"required": True}} if column in keys else {}),
            }
            for column, kind in kinds
        ],
        "missingValues": [""],
        "primaryKey": keys,
    }
    if "contest" in table.column_names and name != "contests":
        reference = {"resource": "contests", "fields": ["contest"]}
        schema["foreignKeys"] = [{"fields": ["contest"], "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"data/{name}.csv",
        "description": words[name, None],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }


def _name_type(kind: pa.DataType) -> str:
    known = (
        (pa.types.is_boolean, "boolean"),
        (pa.types.is_integer, "integer"),
        (pa.types.is_decimal, "number"),
        (pa.types.is_floating, "number"),
        (pa.types.is_date, "date"),
    )
    return next((name for is_kind, name in known if is_kind(kind)), "string")


def _read_words(store: Store, published: Published) -> Words:
    """Return what views and their columns are, as the database describes them."""
    rows = query(store, _COMMENTS, published.reader("en")).to_pylist()
    return {(row["view"], row["column_name"]): row["comment"] for row in rows} | _OWN


@cache
def _read_package() -> dict[str, Any]:
    path = house.DATA / "open_data" / "package.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))

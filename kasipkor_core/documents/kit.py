"""The recount kit: everything one needs to count a published contest again, and nothing else."""

import dataclasses
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from kasipkor_core import house, recount
from kasipkor_core.documents.packing import pack_files, write_csv, write_json, write_parquet
from kasipkor_core.errors import Refused
from kasipkor_core.rulesets import parse_ruleset
from kasipkor_core.store import Reader, Store, find_contest, list_views, query

FACTS = (
    "aspects",
    "batches",
    "contest",
    "decisions",
    "entries",
    "marks",
    "scale_scores",
    "scores",
    "works",
)
_RULES = ("award_rule", "criterion", "ruleset", "tie_break")
_ENGINE = ("awards", "contest", "facts", "marking", "rounding", "scale", "works")
_WANTED = ("audit.shown_entry", "mart.leaderboard", "score.entry_tally", "score.sign_off")
_TALLY = ("tally", "tally_head")
_READ = re.compile(r"\b(audit|fact|score|mart)\.([a-z_]+)")
_KEPT = re.compile(r"\b(ledger|tally|private|ref)\.([a-z_]+)")
_NOBODY = Reader(as_of=0, audience="public")  # asks for the shape of tables, not for rows
_SCHEMAS = ("ledger", "tally", "private", "ref", "audit", "fact", "score", "mart")
_SHAPE = """
    select
        concat_ws('.', schema_name, table_name) as name,
        string_agg(concat('"', column_name, '" ', data_type), ', ' order by column_index) as columns
    from duckdb_columns()
    where database_name = current_database()
    group by all
"""


def write_kit(store: Store, contest: str, reader: Reader) -> bytes:
    """Return the recount kit of a contest as a zip.

    Args:
        store: The open ledger.
        contest: Contest id.
        reader: The public's eyes: the kit is of what is published.

    Raises:
        NotFound: there is no such contest, or it is not published.
        Refused: it is not counted by points.
    """
    files = gather_kit(store, find_contest(store, contest, reader), reader)
    return pack_files(files)


def gather_kit(store: Store, contest_no: int, reader: Reader) -> dict[str, bytes]:
    """Return the files of the kit by name."""
    (head,) = _ask(store, "head", reader, contest_no).to_pylist()
    if head["engine"] != "points":
        raise Refused(
            "{contest} is not counted by points; there is no recount kit for it.",
            contest=head["contest"],
        )
    shape = _gather_sql(store)
    files = {
        **_gather_facts(store, contest_no, reader),
        **_gather_rules(store, head, reader),
        **shape,
        **_gather_engine(),
        "protocol.csv": write_csv(_ask(store, "protocol", reader, contest_no)),
    }
    about = {
        "contest": head["contest"],
        "contest_no": contest_no,
        "published_batch_no": head["published_batch_no"],
        "head_sha256": head["head_sha256"],
        "ruleset": head["ruleset"],
        "ruleset_hash": head["ruleset_hash"],
        "sql": {
            "shape": [name for name in shape if name.startswith("sql/shape/")],
            "load": "sql/load.sql",
            "tally": [f"sql/{name}.sql" for name in _TALLY],
            "protocol": "sql/protocol.sql",
        },
        "files": {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    return files | {"kit.json": write_json(about)}


def _gather_facts(store: Store, contest_no: int, reader: Reader) -> dict[str, bytes]:
    files = {}
    for name in FACTS:
        table = _ask(store, name, reader, contest_no)
        files[f"facts/{name}.csv"] = write_csv(table)
        files[f"facts/{name}.parquet"] = write_parquet(table)
    return files


def _gather_rules(store: Store, head: dict[str, Any], reader: Reader) -> dict[str, bytes]:
    content = head["content"]
    rules = recount.translate_ruleset(parse_ruleset(content, name=head["ruleset"]))
    tables = {
        f"rules/{name}.csv": write_csv(
            query(store, _read_sql(f"rules_{name}"), reader, ruleset_hash=head["ruleset_hash"])
        )
        for name in _RULES
    }
    return {
        **tables,
        "rules/rules.json": write_json(dataclasses.asdict(rules)),
        f"rules/{head['ruleset']}.toml": content.encode("utf-8"),
    }


def _gather_sql(store: Store) -> dict[str, bytes]:
    """Return tables, macros and views, numbered in the order they are made, and what runs them."""
    views = _list_needed()
    texts = [_read_bare(path) for path in views.values()]
    texts += [_read_bare(house.SQL / "appends" / f"{name}.sql") for name in _TALLY]
    macros = _list_macros(texts)
    named = {".".join(found) for text in texts for found in _KEPT.findall(text)}
    made = {
        "tables": _write_tables(store, named).encode("utf-8"),
        **{f"macro-{path.stem}": path.read_bytes() for path in macros},
        **{name: path.read_bytes() for name, path in views.items()},
    }
    return {
        **{f"sql/shape/{n:02}-{name}.sql": text for n, (name, text) in enumerate(made.items())},
        **{
            f"sql/{name}.sql": (house.SQL / "appends" / f"{name}.sql").read_bytes()
            for name in _TALLY
        },
        "sql/load.sql": (house.DATA / "kit" / "load.sql").read_bytes(),
        "sql/protocol.sql": (house.SQL / "kit" / "protocol.sql").read_bytes(),
    }


def _list_needed() -> dict[str, Path]:
    """Return the views that the protocol is made by, in one order that can be run."""
    files = list_views()
    reads: dict[str, set[str]] = {}
    asked = list(_WANTED)
    while asked:
        name = asked.pop()
        if name in files and name not in reads:
            found = {".".join(one) for one in _READ.findall(_read_bare(files[name]))}
            reads[name] = found & files.keys() - {name}
            asked += found
    return {name: files[name] for name in _order(reads)}


def _order(reads: Mapping[str, set[str]]) -> Iterator[str]:
    """Yield names after those they read; the same order in every process."""
    sorter = TopologicalSorter(reads)
    sorter.prepare()
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        yield from ready
        sorter.done(*ready)


def _list_macros(texts: Iterable[str]) -> list[Path]:
    """Return the macros that texts call, and those that these call, in an order that can be run."""
    known = {path.stem: path for path in sorted((house.SQL / "macros").glob("*.sql"))}
    called: set[str] = set()
    asked = list(texts)
    while asked:
        text = asked.pop()
        new = {name for name in known if re.search(rf"\.{name}\(", text)} - called
        called |= new
        asked += [_read_bare(known[name]) for name in new]
    return [path for name, path in known.items() if name in called]


def _write_tables(store: Store, names: set[str]) -> str:
    """Return tables that hold what the kit says; the rest of their columns stays empty."""
    shapes = {row["name"]: row["columns"] for row in query(store, _SHAPE, _NOBODY).to_pylist()}
    schemas = "".join(f"create schema if not exists {one};\n" for one in _SCHEMAS)
    tables = "".join(
        f"create table {name} ({shapes[name]});\n" for name in sorted(shapes.keys() & names)
    )
    return f"-- The tables that the views read, as the ledger has them.\n{schemas}{tables}"


def _gather_engine() -> dict[str, bytes]:
    """Return the scripts, what they are for, and the second engine, which knows no SQL."""
    folder = house.DATA / "kit"
    engine = Path(recount.__file__).parent
    return {
        **{path.name: path.read_bytes() for kind in ("*.py", "*.md") for path in folder.glob(kind)},
        **{
            f"kasipkor_core/recount/{name}.py": (engine / f"{name}.py").read_bytes()
            for name in _ENGINE
        },
        "kasipkor_core/__init__.py": b"",
        "kasipkor_core/recount/__init__.py": b"",
    }


def _ask(store: Store, name: str, reader: Reader, contest_no: int) -> Any:  # noqa: ANN401
    return query(store, _read_sql(name), reader, contest_no=contest_no)


def _read_sql(name: str) -> str:
    return (house.SQL / "kit" / f"{name}.sql").read_text(encoding="utf-8")


def _read_bare(path: Path) -> str:
    return re.sub(r"--.*", "", path.read_text(encoding="utf-8"))

"""The rules of the house that a reader would otherwise have to remember."""

import ast
import re
from pathlib import Path

import pytest
from streamlit.material_icon_names import ALL_MATERIAL_ICONS

from kasipkor_core import house
from tests.ready import open_ready

ROOT = house.ROOT
PACKAGE = ROOT / "kasipkor_core"
GROUND = {
    "access", "errors", "fetching", "house", "i18n", "loading", "meters", "numerals", "palette",
    "recount", "rulesets", "settings", "words",
}  # fmt: skip
ARROWS = {
    "reading": set(),
    "sheets": {"reading"},
    "store": {"sheets", "reading"},
    "charts": set(),
    "documents": {"store", "sheets"},
    "output": {"store", "sheets", "reading"},
    "ui": {"charts", "documents", "store", "sheets", "reading"},
    "public": {"documents", "store", "ui"},
    "web": {"public", "ui", "charts", "documents", "output", "store", "sheets", "reading"},
    "calling": {"output", "store", "sheets", "reading"},
    "admitting": {"calling", "documents", "output", "store"},
    "correcting": {"calling", "output", "store", "reading"},
    "erasing": {"calling", "output", "store"},
    "issuing": {"calling", "documents", "output", "store"},
    "keeping": {"calling", "output", "store"},
    "merging": {"calling", "output", "store"},
    "noticing": {"calling", "documents", "output", "store"},
    "proving": {"calling", "output", "store"},
    "rehearsing": {"calling", "output", "store", "web"},
    "sharing": {"calling", "documents", "output", "public", "store"},
    "cli": {
        "admitting",
        "correcting",
        "erasing",
        "issuing",
        "keeping",
        "merging",
        "noticing",
        "proving",
        "rehearsing",
        "sharing",
        "calling",
        "ui",
        "web",
        "output",
        "charts",
        "documents",
        "store",
        "sheets",
    }
    | {"reading"},
    "__main__": {"cli"},
}
LAYERS = {
    "fact": {"ledger", "tally", "private", "fact"},
    "score": {"fact", "score", "ref"},
    "mart": {"fact", "score", "ref", "mart"},
    "audit": {"ledger", "tally", "private", "fact", "audit"},
}
SCHEMAS = "ledger|tally|private|app|ref|fact|score|mart|audit"
VIEWS = sorted((ROOT / "sql" / "views").glob("*/*.sql"))
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def rooms_used(path: Path) -> set[str]:
    own = (name.split(".") for name in imported(path) if name.startswith("kasipkor_core."))
    return {parts[1] for parts in own} - {room(path)}


def tables_used(path: Path) -> set[str]:
    text = re.sub(r"--.*|'[^']*'", "", path.read_text(encoding="utf-8"))
    return set(re.findall(rf"(?:from|join)\s+\(?\s*({SCHEMAS})\.", text))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_between_rooms_go_one_way(path):
    allowed = GROUND | ARROWS.get(room(path), set())

    assert rooms_used(path) <= allowed or room(path) == "__init__"


def test_the_ground_stands_on_nothing_above_it():
    above = {
        str(path): rooms_used(path) - GROUND
        for path in MODULES
        if room(path) in GROUND and rooms_used(path) - GROUND
    }

    assert above == {}


def test_only_the_screens_import_streamlit():
    users = {
        room(path)
        for path in MODULES
        if any(name.split(".")[0] == "streamlit" for name in imported(path))
    }

    assert users <= {"ui", "web"}


def test_every_icon_is_one_that_streamlit_draws():
    sources = [*MODULES, *(ROOT / "pages").rglob("*.py")]
    text = "".join(path.read_text(encoding="utf-8") for path in sources)

    assert set(re.findall(r":material/(\w+):", text)) - ALL_MATERIAL_ICONS == set()


def test_answers_are_fetched_in_one_place_that_lets_them_take_their_own_room_only():
    found = {path.name for path in MODULES if "to_arrow_table" in path.read_text(encoding="utf-8")}

    assert found == {"fetching.py"}


def test_no_script_lies_directly_in_pages():
    assert list((ROOT / "pages").glob("*.py")) == []


def test_no_file_is_a_giant():
    files = [*MODULES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]
    giants = [str(file) for file in files if len(file.read_text().splitlines()) > 300]

    assert giants == []


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_a_view_reads_only_the_layers_below_it(path):
    assert tables_used(path) <= LAYERS[path.parent.name]


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_a_view_is_one_file_of_its_name_with_purpose_grain_and_source(path):
    name = f"{path.parent.name}.{path.stem}"
    text = path.read_text(encoding="utf-8")

    assert text.startswith(f"-- {name}: ")
    assert "\n-- grain: " in text
    assert "\n-- source: " in text
    assert text.count("create or replace view") == 1
    assert f"create or replace view {name} as" in text


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_a_view_names_its_columns(path):
    text = re.sub(r"--.*", "", path.read_text(encoding="utf-8"))

    assert not re.search(r"select\s+(distinct\s+)?(\w+\.)?\*", text)
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_a_view_asks_no_clock(path):
    text = re.sub(r"--.*", "", path.read_text(encoding="utf-8"))

    assert not re.search(r"\b(now|today|get_current_\w+)\(\)|\bcurrent_(date|time\w*)", text)


def test_every_view_and_every_column_is_described():
    store = open_ready()
    cursor = store.cursor()
    views = cursor.execute(
        "select schema_name || '.' || view_name from duckdb_views() "
        "where not internal and comment is null"
    ).fetchall()
    columns = cursor.execute(
        "select schema_name || '.' || table_name || '.' || column_name from duckdb_columns() "
        "where schema_name in ('fact', 'score', 'mart', 'audit') and comment is null"
    ).fetchall()
    store.close()

    assert (views, columns) == ([], [])


def test_the_lock_has_hashes_and_no_address():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)

    assert len(pins) == len(
        re.findall(r"^[a-z0-9-]+==.*\\\n    --hash=sha256:", text, re.MULTILINE)
    )
    assert "://" not in text


def test_the_ledger_uses_only_what_a_lake_has_too():
    store = open_ready()
    cursor = store.cursor()
    types = {
        name
        for (name,) in cursor.execute(
            "select distinct data_type from duckdb_columns() "
            "where schema_name in ('ledger', 'tally') and database_name = current_database()"
        ).fetchall()
    }
    constraints = cursor.execute(
        "select constraint_type from duckdb_constraints() where constraint_type <> 'NOT NULL'"
    ).fetchall()
    indexes = cursor.execute("select index_name from duckdb_indexes()").fetchall()
    store.close()

    assert constraints + indexes == []
    assert {name.split("(")[0] for name in types} <= {
        "BIGINT", "BLOB", "BOOLEAN", "DATE", "DECIMAL", "INTEGER", "TIMESTAMP WITH TIME ZONE",
        "UUID", "VARCHAR",
    }  # fmt: skip

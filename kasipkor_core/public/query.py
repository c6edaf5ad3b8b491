"""The page on which readers ask what is published themselves: SQL, in their own browser."""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path

import pyarrow as pa

from kasipkor_core import documents, house
from kasipkor_core.i18n import LANGS, format_season, mark, text
from kasipkor_core.public.engine import ENGINE
from kasipkor_core.public.frame import POLICY, Page, Place, write_page
from kasipkor_core.public.links import IN_FOLDER, QUERY
from kasipkor_core.public.parts import write_head, write_links, write_way
from kasipkor_core.store import Published, Store

_FOLDER = "query/"
_SCRIPT = Path(__file__).parent / "query.js"
# WebAssembly runs, in a worker made of a checked file; nothing but this site is asked.
_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'").replace(
    "connect-src 'self'", "connect-src 'self' blob:; worker-src blob:"
)
_READY = {  # files of sql/questions
    "medals_by_region": mark("Medals by region"),
    "medals_by_college": mark("Medals by college"),
    "shared_places": mark("Shared places"),
    "closest_contests": mark("The closest contests"),
    "seasons": mark("Contests by season"),
}
_WORDS = {  # what the script says
    "loads": mark("The database is being loaded …"),
    "counts": mark("The database counts …"),
    "rows": mark("Rows: {n}"),
    "more": mark("Rows: {n}; the first {shown} are shown, the file has all."),
    "fault": mark("The database does not understand the question:"),
    "lost": mark("The database could not be loaded. Check the connection and ask again."),
    "old": mark("This browser is too old for questions. Take the open data along instead."),
    "stopped": mark("Stopped."),
}
_DIGITS = 10
Tables = Mapping[str, pa.Table]


def write_query(
    store: Store, published: Published, seasons: Sequence[int], engine: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield the page in each language, its script, its data and the database, by path.

    Args:
        store: The open ledger.
        published: The version.
        seasons: The seasons of which anything is published.
        engine: What ``read_engine`` returned.
    """
    for name, body in engine.items():
        yield f"{_FOLDER}{name}", body
    yield _find_script(), _SCRIPT.read_bytes()
    for lang in LANGS:
        tables = _join(documents.read_open_data(store, one, published, lang) for one in seasons)
        files = {name: documents.write_csv(table) for name, table in tables.items()}
        paths = {name: f"data/{name}-{_hash(body)}.csv" for name, body in files.items()}
        for name, path in paths.items():  # what is the same in two languages is one file
            yield f"{_FOLDER}{path}", files[name]
        yield Place(lang, QUERY).path, _write_page(lang, tables, paths, seasons, engine)


def _join(seasons: Iterator[Tables]) -> Tables:
    """Return the tables of all seasons as one of each; the regions are the same in all."""
    found: dict[str, list[pa.Table]] = {}
    for tables in seasons:
        for name, table in tables.items():
            found.setdefault(name, []).append(table)
    return {
        name: parts[0] if name == "regions" else pa.concat_tables(parts)
        for name, parts in found.items()
    }


def _write_page(
    lang: str,
    tables: Tables,
    paths: Mapping[str, str],
    seasons: Sequence[int],
    engine: Mapping[str, bytes],
) -> bytes:
    place = Place(lang, QUERY)
    title = text("Questions to the open data", lang)
    about = text(
        "Whatever is published can be asked in SQL. The answer is counted in your browser alone; "
        "neither the question nor the answer leaves it.",
        lang,
    )
    way = [(text("Published results", lang), place.beside("index.html"))]
    asking = {
        "base": place.root() + _FOLDER,
        "checks": {name: _check(body) for name, body in engine.items()},
        "tables": [[name, paths[name], _write_load(name, table)] for name, table in tables.items()],
        "words": {name: text(words, lang) for name, words in _WORDS.items()},
    }
    main = (
        f"{write_way(way, lang)}{write_head(title, about)}"
        f'<div class="p-ask" data-ask="{escape(json.dumps(asking, ensure_ascii=False))}" hidden>'
        f"{_write_form(lang, engine)}{_write_tables(tables, lang)}</div>"
        f"{_write_without(place, seasons)}"
    )
    script = f'<script src="{place.to(_find_script())}" defer></script>'
    return write_page(Page(place, title, main + script, policy=_POLICY)).encode("utf-8")


def _write_form(lang: str, engine: Mapping[str, bytes]) -> str:
    """Return the ready questions, the field, its buttons, and where the answer will stand."""
    ready = {name: _read_question(name, lang) for name in _READY}
    buttons = "".join(
        f'<li><button type="button" data-sql="{escape(sql)}">{escape(text(_READY[name], lang))}'
        "</button></li>"
        for name, sql in ready.items()
    )
    loads = text(
        "The first question loads the database, {n} MB, once.",
        lang,
        n=round(len(engine[ENGINE]) / 1_000_000),
    )
    label = escape(text("Question in SQL", lang))
    return (
        f"<h2>{escape(text('Ready questions', lang))}</h2>"
        f'<ul class="p-links p-ready">{buttons}</ul>'
        f'<h2><label for="sql">{label}</label></h2>'
        f'<textarea id="sql" rows="12" spellcheck="false">{escape(next(iter(ready.values())))}'
        '</textarea><p class="p-acts">'
        f'<button type="button" class="p-go">{escape(text("Ask", lang))}</button>'
        f'<button type="button" class="p-stop" hidden>{escape(text("Stop", lang))}</button>'
        f'<a class="p-take" download="answer.csv" hidden>CSV</a></p>'
        f'<p class="k-rule p-said" role="status">{escape(loads)}</p>'
        '<pre class="p-fault" hidden></pre>'
        f'<div class="k-scroll p-answer" role="region" tabindex="0" hidden '
        f'aria-label="{escape(text("Answer", lang))}"></div>'
    )


def _write_tables(tables: Tables, lang: str) -> str:
    rows = "".join(
        f"<dt><code>{name}</code></dt><dd>"
        + ", ".join(f"<code>{column}</code>" for column in table.column_names)
        + "</dd>"
        for name, table in tables.items()
    )
    said = escape(text("Tables and their columns", lang))
    return f'<details class="p-tables"><summary>{said}</summary><dl>{rows}</dl></details>'


def _write_without(place: Place, seasons: Sequence[int]) -> str:
    """Return what a reader without scripts can do; the script hides it where it can do more."""
    said = text(
        "Without scripts no question can be asked here. Take the open data along as CSV and ask "
        "it with a spreadsheet or with DuckDB.",
        place.lang,
    )
    links = [
        (
            f"{text('Open data', place.lang)} {format_season(season)}",
            place.root() + IN_FOLDER.open_data(season, place.lang),
        )
        for season in seasons
    ]
    return f'<div class="p-without"><p class="k-rule">{escape(said)}</p>{write_links(links)}</div>'


def _write_load(name: str, table: pa.Table) -> str:
    """Return how the browser makes a table of its file: with our types, none of them guessed."""
    types = ", ".join(f"'{field.name}': '{_name_type(field.type)}'" for field in table.schema)
    return (
        f"create table {name} as from read_csv('{name}.csv', header = true, auto_detect = false, "
        f"delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, "
        f"columns = {{{types}}})"
    )


def _name_type(kind: pa.DataType) -> str:
    if pa.types.is_decimal(kind):
        return f"decimal({kind.precision}, {kind.scale})"
    known = (
        (pa.types.is_boolean, "boolean"),
        (pa.types.is_integer, "bigint"),
        (pa.types.is_floating, "double"),
        (pa.types.is_date, "date"),
    )
    return next((name for is_kind, name in known if is_kind(kind)), "varchar")


@cache
def _read_question(name: str, lang: str) -> str:
    """Return a ready question; regions are named in the reader's language."""
    file = house.SQL / "questions" / f"{name}.sql"
    sql = file.read_text(encoding="utf-8").partition("\n\n")[2]
    return sql.replace("name_kk", f"name_{lang}").strip()


@cache
def _find_script() -> str:
    return f"assets/query-{_hash(_SCRIPT.read_bytes())}.js"


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:_DIGITS]


def _check(body: bytes) -> str:
    """Return what a browser compares a file with before it takes it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(body).digest()).decode()}"

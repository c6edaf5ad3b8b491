"""The page of questions: its data are the open data, its ready questions can be answered."""

import html
import json
import re

import duckdb
import pytest

from kasipkor_core import documents
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import LANGS
from kasipkor_core.public import export_site
from kasipkor_core.public.engine import ENGINE
from kasipkor_core.public.query import write_query
from kasipkor_core.store import read_published
from tests.documents import published as played
from tests.ready import lend

ledger = lend("published", played.hold)
SEASONS = (2022, 2026)


@pytest.fixture
def files(ledger):
    return dict(write_query(ledger, read_published(ledger), SEASONS, {ENGINE: b"packed"}))


def read_asking(files, lang):
    page = files[f"{lang}/query.html"].decode()
    (said,) = re.findall(r'data-ask="([^"]*)"', page)
    return page, json.loads(html.unescape(said))


def open_tables(files, lang, folder):
    """Return a database with the tables, made as the page's script makes them."""
    connection = duckdb.connect()
    connection.execute(f"set file_search_path = '{folder}'")
    _, asking = read_asking(files, lang)
    for name, path, load in asking["tables"]:
        (folder / f"{name}.csv").write_bytes(files[f"query/{path}"])
        connection.execute(load)
    return connection


def test_the_tables_of_the_page_are_the_open_data_of_all_seasons(ledger, files, tmp_path):
    connection = open_tables(files, "ru", tmp_path)
    known = [documents.read_open_data(ledger, one, read_published(ledger), "ru") for one in SEASONS]
    rows = {
        name: [row for tables in known for row in tables[name].to_pylist()] for name in known[0]
    }
    rows["regions"] = known[0]["regions"].to_pylist()
    made = {name: connection.execute(f"from {name}").to_arrow_table().to_pylist() for name in rows}

    assert made == rows
    assert len(rows["results"]) > 7


def test_every_ready_question_has_an_answer_in_every_language(files, tmp_path):
    for lang in LANGS:
        (tmp_path / lang).mkdir()
        connection = open_tables(files, lang, tmp_path / lang)
        page, _ = read_asking(files, lang)
        questions = [html.unescape(sql) for sql in re.findall(r'data-sql="([^"]*)"', page)]
        counts = [len(connection.execute(sql).fetchall()) for sql in questions]

        assert (len(questions), min(counts) > 0) == (5, True)


def test_the_page_may_load_and_run_nothing_from_elsewhere(files):
    page, _ = read_asking(files, "kk")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)

    assert policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';")
    assert "connect-src 'self' blob:; worker-src blob:;" in policy
    assert [word for word in ("http:", "https:", "*", "'unsafe-eval'") if word in policy] == []


def test_another_database_than_the_pinned_one_is_refused_and_nothing_is_written(ledger, tmp_path):
    (tmp_path / "query").mkdir()
    (tmp_path / "query" / "duckdb.js").write_text("self.module.exports = {}")

    with pytest.raises(Refused, match=r"duckdb\.js is missing or is not the file"):
        export_site(ledger, tmp_path / "site", engine=tmp_path / "query")
    assert not (tmp_path / "site").exists()

"""Opening: what a person may call a database, and what is said when it cannot be opened."""

import pytest

from kasipkor_core.errors import Damaged, NotFound, Refused
from kasipkor_core.store import open_store, read_head
from kasipkor_core.store.migrate import apply_migrations
from kasipkor_core.store.reference import load_reference
from kasipkor_core.store.views import create_views
from tests.giving import CONTESTS, give


@pytest.mark.parametrize("name", ["ledger.duckdb", "mart.duckdb", "main.db"])
def test_a_database_named_like_a_schema_is_refused_before_it_is_made(tmp_path, name):
    with pytest.raises(Refused) as refused:
        open_store(tmp_path / name)

    assert str(refused.value).startswith(f"A database cannot be called {name}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
def test_a_database_opened_again_has_what_was_written(tmp_path):
    path = tmp_path / "season 2026" / "қысқы.duckdb"
    store = open_store(path)
    give(store, CONTESTS, kind="contests")
    store.close()
    again = open_store(path, create=False)

    assert read_head(again) == 1
    again.close()


def test_migrations_are_applied_once(store):
    assert apply_migrations(store.connection) == []


def test_a_migration_of_a_lower_number_that_comes_late_is_applied_all_the_same(store):
    store.cursor().execute("drop table ledger.vacancy; drop table ledger.candidate_answer")
    store.cursor().execute("delete from migration where name = '0004_vacancy'")

    assert apply_migrations(store.connection) == ["0004_vacancy"]
    assert apply_migrations(store.connection) == []


def test_a_database_of_a_newer_version_is_not_touched(store):
    store.cursor().execute("insert into migration values ('9999_later', now())")
    with pytest.raises(Damaged) as damaged:
        apply_migrations(store.connection)

    assert "made by a newer Kasipkor (it has 9999_later)" in str(damaged.value)


def test_a_missing_database_is_named_and_not_made(tmp_path):
    with pytest.raises(NotFound):
        open_store(tmp_path / "none.duckdb", create=False)

    assert list(tmp_path.iterdir()) == []


def list_statements(con):
    """Return the first words of what a start runs on a ledger that has its views."""
    ran = []

    class Watched:
        def execute(self, sql, *params):
            ran.append(sql.split()[0])
            return con.execute(sql, *params)

    create_views(Watched())
    return ran


def test_a_start_makes_no_view_that_stands_there_already(store):
    assert list_statements(store.connection) == ["select", "select"]


@pytest.mark.long
def test_a_view_that_was_changed_or_added_behind_our_back_is_put_right_at_the_next_start(store):
    con = store.connection
    text = "select sql from duckdb_views() where view_name = 'tally_head' or view_name = 'stray'"
    before = con.execute(text).fetchall()
    con.execute("create or replace view fact.tally_head as select 1 as contest_no")
    con.execute("create view mart.stray as select 1 as one")
    create_views(con)

    assert con.execute(text).fetchall() == before


@pytest.mark.long
def test_a_macro_that_was_changed_behind_our_back_is_put_right_at_the_next_start(store):
    con = store.connection
    con.execute("create or replace macro fact.is_change(kind, sheet_kind) as false")
    create_views(con)

    assert con.execute("select fact.is_change('sheet', 'marks')").fetchall() == [(True,)]


def test_a_reference_row_that_was_changed_behind_our_back_is_put_right_at_the_next_start(store):
    con = store.connection
    before = con.execute("select * from ref.region order by all").fetchall()
    con.execute("update ref.region set name_kk = 'Басқа' where region = 'KZ-75'")
    load_reference(con)

    assert con.execute("select * from ref.region order by all").fetchall() == before


def test_a_start_makes_no_reference_table_that_stands_there_already(store):
    con = store.connection
    number = "select max(table_oid) from duckdb_tables() where schema_name = 'ref'"
    before = con.execute(number).fetchall()
    load_reference(con)

    assert con.execute(number).fetchall() == before


@pytest.mark.long
def test_a_file_that_is_opened_again_has_its_views_as_they_were_left(tmp_path):
    open_store(tmp_path / "season.duckdb").close()
    again = open_store(tmp_path / "season.duckdb")

    assert list_statements(again.connection) == ["select", "select"]
    again.close()

"""A ledger of a former version: brought to the newest shape, and kept as it was beside it."""

import errno
import re
import shutil

import duckdb
import pytest

from kasipkor_core import house
from kasipkor_core.errors import Refused
from kasipkor_core.store import append_undo, open_store, query, read_now, verify
from kasipkor_core.store.migrate import apply_migrations, find_former, keep_former
from kasipkor_core.store.views import create_views
from tests.giving import REPUBLIC, give
from tests.ready import keep

FIRST = "0001_ledger"
SCORES = "entry,name,region,A,B\n01,Алиев Ерлан,KZ-35,40,47.42\n02,Бекова Дана,KZ-75,40,45.10\n"
LATER = SCORES.replace("45.10", "49")
BOARD = (
    "select entry, name, place, total, award, status from mart.leaderboard order by contest, ord"
)


def make_first(path):
    """Make a file as the first version did, without views."""
    con = duckdb.connect(path)
    con.execute((house.SQL / "migrations" / f"{FIRST}.sql").read_text(encoding="utf-8"))
    con.execute("create table migration (name varchar not null, applied_at timestamptz)")
    con.execute("insert into migration values ($name, now())", {"name": FIRST})
    return con


def write_as_the_first_version(season, tmp_path):
    """Write what was done in a ledger of today into a file that has only what the first had."""
    kept = keep(season, tmp_path / "today.duckdb")
    path = tmp_path / "first.duckdb"
    with make_first(path) as con:
        con.execute(f"attach '{kept}' as today (read_only)")
        tables = con.execute(
            "select schema_name || '.' || table_name from duckdb_tables() "
            "where database_name = 'first' and schema_name <> 'main'"
        ).fetchall()
        for (table,) in tables:
            columns = ", ".join(row[0] for row in con.execute(f"describe {table}").fetchall())
            con.execute(f"insert into {table} ({columns}) select {columns} from today.{table}")
    return path


def list_migrations(path):
    with duckdb.connect(path, read_only=True) as con:
        return [name for (name,) in con.execute("select name from migration").fetchall()]


@pytest.mark.long
def test_a_ledger_of_the_first_version_holds_and_shows_the_same_after_the_upgrade(season, tmp_path):
    text = (house.SQL / "views" / "audit" / "tally.sql").read_text(encoding="utf-8")
    hashes = text.replace("tally_sha256", "new_sha256").replace("former_sha256", "tally_sha256")
    season.cursor().execute(hashes[: hashes.index("comment on")])
    give(season, SCORES, kind="scores", contest=REPUBLIC)
    give(season, LATER, kind="scores", contest=REPUBLIC, replaces="yes")
    append_undo(season, 3, actor="chief", reason="қате парақ")
    create_views(season.connection, anew=True)
    shown = query(season, BOARD, read_now(season))
    path = write_as_the_first_version(season, tmp_path)

    upgraded = open_store(path)

    assert query(upgraded, BOARD, read_now(upgraded)) == shown
    assert verify(upgraded) == []
    upgraded.close()
    assert list_migrations(tmp_path / "first.duckdb.before-0002") == [FIRST]
    assert len(list_migrations(path)) == len(list((house.SQL / "migrations").glob("*.sql")))


def test_a_copy_is_taken_before_the_first_change_and_never_written_over(tmp_path):
    path = tmp_path / "kasipkor.duckdb"
    with make_first(path) as con:
        copies = [keep_former(path, find_former(con, path)) for _ in range(2)]
        apply_migrations(con)
        after = find_former(con, path)

    assert [copy.name for copy in copies] == [
        "kasipkor.duckdb.before-0002",
        "kasipkor.duckdb.before-0002-2",
    ]
    assert [list_migrations(copy) for copy in copies] == [[FIRST], [FIRST]]
    assert after is None


def test_a_new_ledger_is_not_copied(tmp_path):
    path = tmp_path / "kasipkor.duckdb"
    with duckdb.connect(path) as con:
        assert find_former(con, path) is None

    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_without_room_for_the_copy_the_ledger_stays_as_it_was_and_says_what_to_do(
    tmp_path, monkeypatch
):
    def fill(_, target):
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", fill)
    path = tmp_path / "kasipkor.duckdb"
    with make_first(path) as con, pytest.raises(Refused) as refused:
        keep_former(path, find_former(con, path))

    assert "No space left on device. Make room there, or start" in str(refused.value)
    assert list_migrations(path) == [FIRST]
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.long
def test_a_sheet_without_birth_dates_has_the_seal_it_had_before_ages_were_kept(season):
    give(season, "entry,name\n01,Ким Дана\n", kind="entries", contest=REPUBLIC)
    file = house.SQL / "views" / "audit" / "contest_digest.sql"
    view, _, _ = file.read_text(encoding="utf-8").partition("comment on")
    former, found = re.subn(r",\s+is_minor::varchar[^\n]*", "", view)
    now = season.cursor().execute("from audit.contest_digest order by all").fetchall()
    season.cursor().execute(former)
    before = season.cursor().execute("from audit.contest_digest order by all").fetchall()
    season.cursor().execute(view)

    assert found == 1
    assert before == now

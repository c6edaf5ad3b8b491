"""Several servers on one lake: a real Postgres, real Parquet files, real processes."""

import datetime as dt
import threading
import time

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    Identity,
    accept_invite,
    append_erasure,
    append_undo,
    connect,
    end_session,
    list_alarms,
    make_invite,
    open_store,
    query,
    read_head,
    read_now,
    read_session,
    tidy_lake,
    verify,
    verify_chain,
    write_backup,
)
from kasipkor_core.store.tables import list_tables
from tests import postgres
from tests.giving import REPUBLIC, give, hold_contests
from tests.lakes import read_hashes
from tests.own import mark
from tests.ready import connect_ready

MISSING = postgres.say_missing()
pytestmark = [pytest.mark.long, pytest.mark.skipif(MISSING is not None, reason=str(MISSING))]
BOARD = "select entry, place, total from mart.leaderboard where contest = $contest order by entry"
SCORES = "entry,name,total\na,Айгерім,90\nb,Болат,90\nc,Дана,70\n"
CORRECTED = "entry,name,total\na,Айгерім,91\nb,Болат,90\nc,Дана,70\n"
LOCKED = "pid in (select pid from pg_locks where locktype = 'advisory')"


@pytest.fixture(scope="module")
def server():
    with postgres.run_postgres() as running:
        yield running


@pytest.fixture
def place(server, monkeypatch):
    place, folder = server.make_place()
    monkeypatch.setenv("KASIPKOR_FOLDER", folder)
    return place


@pytest.fixture
def enter(place, monkeypatch):
    """Open the lake once more, as another server does; views are laid in, not made each time."""
    connect_ready().close()  # the template is made as every store is
    monkeypatch.setattr(connect, "_connect", lambda _: connect_ready())
    opened = []

    def once_more():
        opened.append(open_store(place))
        return opened[-1]

    yield once_more
    for each in opened:
        each.close()


@pytest.fixture
def two(enter):
    """Two servers on a new lake."""
    return enter(), enter()


@pytest.fixture
def held(two):
    """Two servers on a lake with three contests: batch 1."""
    hold_contests(two[0])
    return two


def read_board(store):
    rows = query(store, BOARD, read_now(store), contest=REPUBLIC).to_pylist()
    return {row["entry"]: (row["place"], float(row["total"])) for row in rows}


def list_unlike(store):
    """Return the tables whose rows are others in the lake than in a server's copy."""

    def ask(table, where):
        rows = f"select {table.columns} from {where}.{table.name}"
        return store.connection.execute(
            f"select count(*), bit_xor(hash(line)) from ({rows}) as line"
        ).fetchone()

    tables = list_tables(store.connection)
    return [one.name for one in tables if ask(one, "memory") != ask(one, "shared_lake")]


def list_codes(store):
    return {alarm.code for alarm in list_alarms(store, now=dt.datetime.now(dt.UTC))}


def wait_for(store, batch_no):
    """Return the seconds until a server has a batch."""
    started = time.monotonic()
    while read_head(store) < batch_no:
        assert time.monotonic() - started < 30
        time.sleep(0.05)
    return time.monotonic() - started


def test_a_sheet_is_written_into_the_lake_ranked_and_proved(held, enter):
    here, _ = held
    give(here, SCORES, kind="scores", contest=REPUBLIC)

    assert read_board(here) == {"a": (1, 90.0), "b": (1, 90.0), "c": (3, 70.0)}
    assert list_unlike(here) == []
    assert verify(here) == []

    later = enter()

    assert read_board(later) == {"a": (1, 90.0), "b": (1, 90.0), "c": (3, 70.0)}
    assert verify(later, all_contests=True) == []


def test_what_one_server_writes_the_other_reads_within_two_seconds(held):
    here, there = held
    give(here, SCORES, kind="scores", contest=REPUBLIC)

    assert wait_for(there, 2) < 2
    assert read_board(there) == read_board(here)

    batch_no = give(there, CORRECTED, kind="scores", contest=REPUBLIC, replaces="yes").batch_no

    assert wait_for(here, batch_no) < 2
    assert read_board(here) == {"a": (1, 91.0), "b": (2, 90.0), "c": (3, 70.0)}


def test_who_signs_in_at_one_server_is_signed_in_at_all_and_out_likewise(held):
    here, there = held
    jury = Identity(person="Төреші", role="administrator")
    secret = make_invite(here, jury, by="office")
    time.sleep(0.3)
    read_head(there)
    session = accept_invite(there, secret)
    time.sleep(0.3)
    read_head(here)

    assert read_session(here, session).person == "Төреші"
    with pytest.raises(Refused):
        accept_invite(here, secret)

    end_session(here, session)
    time.sleep(0.3)
    read_head(there)

    assert read_session(there, session) is None


def test_whatever_an_act_changes_is_changed_in_the_lake_and_in_every_copy(two, tmp_path):
    here, there = two
    mark(here)
    first = give(here, SCORES, kind="scores", contest=REPUBLIC.replace("-17", "-09")).batch_no
    append_undo(there, first, actor="office", reason="қате")
    append_erasure(here, f"{REPUBLIC}/01", actor="office", reason="өтініш бойынша")

    wait_for(there, read_head(here))

    assert [list_unlike(each) for each in two] == [[], []]
    assert tidy_lake(there)
    assert [tidy_lake(each) for each in two] == [False, False]
    time.sleep(0.3)
    read_head(here)
    assert [list_unlike(each) for each in two] == [[], []]
    assert [verify(each) for each in two] == [[], []]


def test_what_was_erased_is_in_no_file_of_the_lake_after_tidying(two, server, place):
    here, _ = two
    mark(here)
    (name,) = here.connection.execute(
        "select name from private.name where name like '%Серік%' limit 1"
    ).fetchone()
    assert name in server.dump(place)  # the catalogue has the first and the last name of a file
    files = server.list_files(place, "private.name")

    append_erasure(here, f"{REPUBLIC}/01", actor="office", reason="өтініш бойынша")
    tidy_lake(here)

    assert name not in server.dump(place)
    assert files
    assert not files & server.list_files(place, "private.name")


def test_a_server_that_comes_late_reads_the_whole_lake_anew(held):
    here, there = held
    give(here, SCORES, kind="scores", contest=REPUBLIC)
    here.connection.execute("call ducklake_expire_snapshots('shared_lake', older_than => now())")

    wait_for(there, 2)

    assert read_board(there) == read_board(here)
    assert list_unlike(there) == []


def test_of_two_servers_that_write_at_once_each_gets_numbers_of_its_own(held):
    def write(store, name):
        for serial in range(4):
            rows = f"entry,name,total\n{name}{serial},Name {name},{serial}\n"
            give(store, rows, kind="scores", contest=REPUBLIC)

    writers = [
        threading.Thread(target=write, args=(store, name))
        for store, name in zip((*held, held[0]), "xyz", strict=True)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    for each in held:
        wait_for(each, 13)
        verify_chain(each)
        assert list_unlike(each) == []
    assert read_hashes(held[0]) == read_hashes(held[1])


def test_whoever_loses_the_lock_while_writing_is_refused_and_leaves_nothing(held, server, place):
    here, there = held

    def lose():
        with here.writing() as cursor:
            cursor.execute("insert into app.notice (message_id, begun_at) values ('x', now())")
            server.cut(place, LOCKED)
            give(there, SCORES, kind="scores", contest=REPUBLIC)

    with pytest.raises(Refused, match="same moment"):
        lose()

    give(here, CORRECTED, kind="scores", contest=REPUBLIC.replace("-17", "-09"))

    assert read_head(here) == 3
    assert list_unlike(here) == []
    assert here.connection.execute("select count(*) from app.notice").fetchone() == (0,)
    assert verify(here) == []


def test_without_postgres_boards_are_read_and_nothing_is_written(held, server):
    here, _ = held
    give(here, SCORES, kind="scores", contest=REPUBLIC)
    board = read_board(here)
    server.stop()
    time.sleep(0.3)
    read_head(here)
    here.replica.silent_since -= 6

    assert read_board(here) == board
    assert "store_silent" in list_codes(here)
    with pytest.raises(Refused, match="does not answer"):
        give(here, CORRECTED, kind="scores", contest=REPUBLIC, replaces="yes")

    server.start()

    assert give(here, CORRECTED, kind="scores", contest=REPUBLIC, replaces="yes").batch_no == 3
    assert list_unlike(here) == []
    assert "store_silent" not in list_codes(here)


def test_a_backup_of_a_lake_is_a_file_that_opens_by_itself(held, tmp_path, monkeypatch):
    here, _ = held
    give(here, SCORES, kind="scores", contest=REPUBLIC)
    monkeypatch.undo()

    copy = open_store(write_backup(here, tmp_path / "copy.duckdb"))

    assert read_board(copy) == read_board(here)
    assert verify(copy) == []
    copy.close()

"""Several servers on one lake: a real Postgres, real Parquet files, real processes."""

import pytest

from kasipkor_core.store import (
    open_store,
    query,
    read_now,
    verify,
)
from kasipkor_core.store.tables import list_tables
from tests import postgres
from tests.giving import REPUBLIC, give, hold_contests

MISSING = postgres.say_missing()
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(MISSING is not None, reason=str(MISSING)),
]
BOARD = "select entry, place, total from mart.leaderboard where contest = $contest order by entry"
SCORES = "entry,name,total\na,Айгерім,90\nb,Болат,90\nc,Дана,70\n"


@pytest.fixture(scope="module")
def server():
    with postgres.run_postgres() as running:
        yield running


@pytest.fixture
def place(server, monkeypatch):
    return server.make_place(monkeypatch)


@pytest.fixture
def enter(place):
    """Open the lake once more, as another server does."""
    opened = []

    def once_more():
        opened.append(open_store(place))
        return opened[-1]

    yield once_more
    for each in opened:
        each.close()


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
    return [one.name for one in tables if ask(one, "memory") != ask(one, "lake")]


def test_a_sheet_is_written_into_the_lake_ranked_and_proved(enter):
    here = enter()
    hold_contests(here)
    give(here, SCORES, kind="scores", contest=REPUBLIC)

    assert read_board(here) == {"a": (1, 90.0), "b": (1, 90.0), "c": (3, 70.0)}
    assert list_unlike(here) == []
    assert verify(here) == []
    here.close()

    again = enter()

    assert read_board(again) == {"a": (1, 90.0), "b": (1, 90.0), "c": (3, 70.0)}
    assert verify(again, all_contests=True) == []

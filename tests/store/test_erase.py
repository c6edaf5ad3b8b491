"""Erasure: a person's name and contacts go for good; results, chain and everybody else stay."""

import pytest

from kasipkor_core import access
from kasipkor_core.errors import NotAllowed, NotFound, Refused
from kasipkor_core.store import (
    Receiver,
    add_receiver,
    append_erasure,
    append_undo,
    foresee_erasure,
    list_receivers,
    make_own_links,
    open_store,
    query,
    read_head,
    read_now,
    read_original,
    verify,
)
from tests.giving import REPUBLIC, give
from tests.own import mark, publish
from tests.ready import open_played

ALONE, TEAM = f"{REPUBLIC}/01", f"{REPUBLIC}/02"
WHY = {"actor": "office", "reason": "өтініш бойынша"}
APPLICATIONS = (
    "organisation,full_name,profession,phones,email,region,industry,consent\n"
    "Колледж,Әлия Серік,аспаз,+7 701 000 00 00,aliya@example.kz,KZ-35,,иә\n"
    "Лицей,Әлия Серік,тігінші,+7 702 000 00 00,other@example.kz,KZ-75,,иә\n"
)
BOARD = """
    select entry, name, region, members, place, total, award
    from mart.leaderboard
    where contest = $contest
    order by ord
"""

STATE = "select state, is_final, published_batch_no from mart.contests where contest = $contest"


@pytest.fixture
def marked():
    store = open_played("own", mark)
    yield store
    store.close()


def read_board(store, audience="staff"):
    return query(store, BOARD, read_now(store, audience=audience), contest=REPUBLIC).to_pylist()


def test_the_name_goes_and_the_result_stays_under_the_number_of_the_entry(marked):
    publish(marked)
    before = read_board(marked)
    erased = append_erasure(marked, ALONE, **WHY)
    after = read_board(marked)

    assert erased.entries == (ALONE,)
    assert [row for row in before if row["name"] == "Әлия Серік"] != []
    assert after == [row | {"name": None} if row["entry"] == "01" else row for row in before]
    assert read_board(marked, "public") == after
    assert verify(marked, all_contests=True) == []


@pytest.mark.long
def test_the_signature_and_the_publication_still_hold(marked):
    publish(marked)
    signed = (
        "select state, is_final, published_batch_no from mart.contests where contest = $contest"
    )
    before = query(marked, signed, read_now(marked), contest=REPUBLIC).to_pylist()
    append_erasure(marked, ALONE, **WHY)

    assert query(marked, signed, read_now(marked), contest=REPUBLIC).to_pylist() == before


@pytest.mark.long
def test_of_a_team_one_member_is_named_and_the_others_stay(marked):
    with pytest.raises(Refused, match="Бибігүл Оспан, Болат Оспан"):
        append_erasure(marked, TEAM, **WHY)
    append_erasure(marked, TEAM, member="болат  оспан", **WHY)

    assert [row["name"] for row in read_board(marked) if row["entry"] == "02"] == ["Бибігүл Оспан"]
    assert verify(marked) == []


def test_files_that_hold_the_name_can_be_read_no_more(marked):
    sheet = query(
        marked, "select batch_no from mart.batches where sheet_kind = 'entries'", read_now(marked)
    ).to_pylist()[0]["batch_no"]
    assert "Әлия" in read_original(marked, sheet).decode()
    erased = append_erasure(marked, ALONE, **WHY)

    assert erased.files == 1
    with pytest.raises(NotFound, match="erased"):
        read_original(marked, sheet)


def test_an_application_in_that_name_goes_with_it_if_it_is_from_the_same_place(marked):
    give(marked, APPLICATIONS, kind="participants")
    erased = append_erasure(marked, ALONE, **WHY)
    left = query(
        marked, "select name, region from mart.applications order by region", read_now(marked)
    ).to_pylist()

    assert len(erased.applications) == 1
    assert left == [
        {"name": None, "region": "KZ-35"},
        {"name": "Әлия Серік", "region": "KZ-75"},
    ]


def test_links_and_addresses_of_the_entry_end(marked):
    make_own_links(marked, REPUBLIC, by="test", entry="01")
    add_receiver(
        marked,
        Receiver("aliya@example.kz", "kk", access.Scope(contest=REPUBLIC, entry="01")),
        by="test",
    )
    append_erasure(marked, ALONE, **WHY)
    open_links = "select count(*) from app.invite where revoked_at is null"

    assert marked.cursor().execute(open_links).fetchall() == [(0,)]
    assert list_receivers(marked) == []


def test_to_look_at_what_would_go_erases_nothing(marked):
    head, before = read_head(marked), read_board(marked)
    foreseen = foresee_erasure(marked, ALONE)

    assert foreseen.entries == (ALONE,)
    assert (read_head(marked), read_board(marked)) == (head, before)


def test_it_cannot_be_undone(marked):
    erased = append_erasure(marked, ALONE, **WHY)

    with pytest.raises(Refused, match="cannot be brought back"):
        append_undo(marked, erased.batch_no, actor="office", reason="oops")


def test_it_needs_a_reason_an_entry_and_a_name_that_is_still_there(marked):
    with pytest.raises(Refused, match="reason"):
        append_erasure(marked, ALONE, actor="office", reason=" ")
    with pytest.raises(Refused, match="CONTEST/ENTRY"):
        append_erasure(marked, REPUBLIC, **WHY)
    append_erasure(marked, ALONE, **WHY)
    with pytest.raises(NotFound, match="left"):
        append_erasure(marked, ALONE, **WHY)


@pytest.mark.parametrize("role", ["chief_expert", "organiser", "auditor", "participant", "public"])
def test_only_an_administrator_erases(marked, role):
    with pytest.raises(NotAllowed):
        append_erasure(marked, ALONE, actor_role=role, **WHY)


@pytest.mark.long
def test_after_the_next_opening_the_name_is_nowhere_in_the_file(tmp_path):
    path = tmp_path / "season.duckdb"
    store = open_store(path)
    mark(store)
    append_erasure(store, ALONE, **WHY)
    store.close()
    name = "Әлия Серік".encode()
    assert name in path.read_bytes()

    reopened = open_store(path)
    board, problems = read_board(reopened), verify(reopened)
    reopened.close()

    assert name not in path.read_bytes()
    assert ([row["name"] for row in board if row["entry"] == "01"], problems) == ([None], [])
    assert [one.name for one in tmp_path.iterdir()] == ["season.duckdb"]

"""A board that refreshes reads as of the newest act that concerns its contest: that is enough."""

import pytest

from kasipkor_core import house
from kasipkor_core.store import (
    Reader,
    append_erasure,
    find_contest,
    load_demo,
    query,
    read_head,
    read_head_of,
    read_head_of_all,
    read_now,
)
from tests.documents import published as played
from tests.giving import REPUBLIC, give
from tests.ready import lend

ledger = lend("published", played.hold)
OF_CONTEST = ("leaderboard", "penalties", "marking_progress", "marking_judges", "disagreements")
PEOPLE = "name,region\nЖаңа Колледж,KZ-75\n"


def find_version(store, contest_no, head):
    of_all = read_head_of_all(store, head=head)
    return max(read_head_of(store, contest_no, head=head), of_all)


def read_live(store, contest_no, as_of, names=OF_CONTEST):
    """Return everything that the Live page shows of a contest."""
    reader = Reader(as_of=as_of)

    def read(name, **params):
        sql = (house.SQL / "reads" / f"{name}.sql").read_text(encoding="utf-8")
        return query(store, sql, reader, **params).to_pylist()

    own = [row for row in read("contests") if row["contest_no"] == contest_no]
    return own, {name: read(name, contest_no=contest_no) for name in names}


def list_moments(store):
    """Yield contest, head and an earlier number as of which the contest is the same."""
    contests = store.cursor().execute("select contest_no from ledger.contest").fetchall()
    for (contest_no,) in contests:
        for head in range(1, read_head(store) + 1):
            version = find_version(store, contest_no, head)
            if version < head:
                yield contest_no, head, version


def test_as_of_the_newest_act_on_it_a_contest_shows_what_it_shows_now(ledger):
    moments = list(list_moments(ledger))
    unlike = [
        (contest_no, head)
        for contest_no, head, version in moments[:: len(moments) // 6]
        if read_live(ledger, contest_no, head) != read_live(ledger, contest_no, version)
    ]

    assert len(moments) > 30
    assert unlike == []


@pytest.mark.long
def test_so_it_is_through_the_whole_demonstration_season(store):
    load_demo(store)
    moments = list(list_moments(store))
    unlike = [
        (contest_no, head)
        for contest_no, head, version in moments[:: len(moments) // 40]
        if read_live(store, contest_no, head) != read_live(store, contest_no, version)
    ]

    assert len(moments) > 1000
    assert unlike == []


def test_a_contest_has_a_new_version_by_its_own_acts_by_common_ones_and_by_an_erasure(ledger):
    contests = {
        name: find_contest(ledger, name, read_now(ledger)) for name in (REPUBLIC, played.PROFESSION)
    }

    def look():
        head = read_head(ledger)
        return [find_version(ledger, number, head) == head for number in contests.values()]

    played.decide(ledger, "award", f"{REPUBLIC}/07", "medallion")
    own = look()
    give(ledger, PEOPLE, kind="organisations")
    common = look()
    played.decide(ledger, "award", f"{REPUBLIC}/07", "certificate")
    again = look()
    append_erasure(ledger, f"{REPUBLIC}/03", actor="chief", reason="asked")
    erased = look()

    assert (own, common, again, erased) == ([True, False], [True, True], [True, False], [True] * 2)

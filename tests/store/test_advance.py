"""Going on to the next level: new entries with a link, once, and only when all is decided."""

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    MEMORY,
    Store,
    append_advance,
    append_decision,
    append_undo,
    query,
    read_now,
    verify,
)
from tests.giving import confirm, give
from tests.movement import ENFORCED, Championship
from tests.ready import open_played

CONTESTS = """programme,season,level,region,organisation,stream,unit
worldskills,2026,college,KZ-35,Политехникалық колледж,,17
worldskills,2026,oblast,KZ-35,,,17
worldskills,2026,oblast,KZ-55,,,17
worldskills,2026,oblast,KZ-35,,abilympics,17
worldskills,2026,republic,,,,17
worldskills,2026,republic,,,abilympics,17
"""
OBLAST, OTHER = "worldskills-2026-oblast-KZ-35-17", "worldskills-2026-oblast-KZ-55-17"
ABILYMPICS = "worldskills-2026-oblast-KZ-35-abilympics-17"
REPUBLIC = "worldskills-2026-republic-17"
ENTRIES = f"""contest,entry,name,birth_date,organisation,region
{OBLAST},a,Әлиева Дана,2008-02-03,Колледж 1,KZ-35
{OBLAST},a,Ким Аян,2008-04-05,Колледж 1,KZ-35
{OBLAST},b,Сейтов Болат,2007-01-02,Колледж 2,KZ-35
"""
SCORES = "entry,total\na,90\nb,80\n"


def _hold_oblast(store):
    give(store, CONTESTS, kind="contests")
    give(store, ENTRIES, kind="entries")
    give(store, SCORES, kind="scores", contest=OBLAST)
    sign(store, OBLAST)


@pytest.fixture
def season():
    """The oblast of KZ-35: a team of two before another entry, signed off."""
    store = open_played("oblast", _hold_oblast)
    yield store
    store.close()


def sign(store, contest):
    append_decision(
        store, "sign_off", subject=contest, value="signed", actor="chief", reason="done"
    )


def advance(store, contest=OBLAST):
    return append_advance(store, contest, actor="organiser")


def refuse(store, contest=OBLAST):
    with pytest.raises(Refused) as refused:
        advance(store, contest)
    return str(refused.value)


def rows(store, sql):
    return [tuple(row.values()) for row in query(store, sql, read_now(store)).to_pylist()]


def test_the_winner_becomes_an_entry_of_the_next_level_with_its_people_and_a_link(season):
    done = advance(season)
    members = rows(
        season,
        "select entry.entry, member.name, member.organisation, member.region"
        " from fact.entry_member as member inner join fact.entry as entry"
        " on entry.contest_no = member.contest_no and entry.entry_no = member.entry_no"
        f" inner join fact.contest as contest on contest.contest_no = member.contest_no"
        f" where contest.contest = '{REPUBLIC}' order by member.source_row",
    )

    assert (done.contest, done.entries) == (REPUBLIC, 1)
    assert members == [
        ("01", "Әлиева Дана", "Колледж 1", "KZ-35"),
        ("01", "Ким Аян", "Колледж 1", "KZ-35"),
    ]
    assert rows(
        season, "select contest, entry, from_contest, from_entry, is_still_in from mart.advanced"
    ) == [(REPUBLIC, "01", OBLAST, "a", True)]
    assert verify(season, all_contests=True) == []


@pytest.mark.long
def test_the_second_region_goes_on_with_the_next_numbers(season):
    advance(season)
    give(season, "entry,name,region,total\nx,Ли Вера,KZ-55,70\n", kind="scores", contest=OTHER)
    sign(season, OTHER)
    advance(season, OTHER)

    assert rows(season, "select entry, region from mart.advanced order by entry") == [
        ("01", "KZ-35"),
        ("02", "KZ-55"),
    ]


@pytest.mark.long
def test_going_on_twice_is_refused_and_after_an_undo_the_same_numbers_come_back(season):
    first = advance(season)
    said = refuse(season)
    append_undo(season, first.batch_no, actor="organiser", reason="too early")
    again = advance(season)

    assert said == (f"All who go on from {OBLAST} are in {REPUBLIC} already. Nothing was written.")
    assert again.entries == 1
    assert rows(season, "select entry from mart.advanced") == [("01",)]
    assert verify(season, all_contests=True) == []


@pytest.mark.long
def test_an_undo_may_not_bring_the_same_link_back_beside_another(season):
    first = advance(season)
    undo = append_undo(season, first.batch_no, actor="organiser", reason="too early")
    advance(season)
    with pytest.raises(Refused, match="entry_origin"):
        append_undo(season, undo.batch_no, actor="organiser", reason="after all")


@pytest.mark.long
def test_a_decision_afterwards_lets_one_more_follow(season):
    advance(season)
    append_decision(
        season, "tie", subject=f"{OBLAST}/b", value="in", actor="committee", reason="host"
    )
    done = advance(season)

    assert done.entries == 1
    assert rows(season, "select from_entry, entry from mart.advanced order by 1") == [
        ("a", "01"),
        ("b", "02"),
    ]


@pytest.mark.long
def test_an_entry_whose_result_below_has_changed_is_pointed_at(season):
    advance(season)
    append_decision(
        season, "waiver", subject=f"{OBLAST}/a", value="seat", actor="a", reason="illness"
    )

    assert rows(season, "select is_still_in from mart.advanced") == [(False,)]


@pytest.mark.long
def test_nobody_goes_on_from_a_result_that_is_not_signed(season):
    give(season, "entry,name,region,total\nx,Ли Вера,KZ-55,70\n", kind="scores", contest=OTHER)

    assert refuse(season, OTHER) == (
        f"Who goes on from {OTHER} is not final before these are signed: {OTHER}. "
        "Sign them off first."
    )


@pytest.mark.long
def test_without_a_contest_of_the_next_level_it_says_which_is_missing(season):
    give(season, "entry,name,region,total\nx,Ли Вера,KZ-35,70\n", kind="scores", contest=REPUBLIC)
    sign(season, REPUBLIC)

    assert refuse(season, REPUBLIC).startswith(
        f"There is no contest of the next level for {REPUBLIC}. Add one of the same programme"
    )


@pytest.mark.long
def test_streams_stay_apart(season):
    give(season, "entry,name,total\nx,Ли Вера,70\n", kind="scores", contest=ABILYMPICS)
    sign(season, ABILYMPICS)

    assert advance(season, ABILYMPICS).contest == "worldskills-2026-republic-abilympics-17"


@pytest.mark.long
def test_a_college_goes_on_to_its_own_region(season):
    (college,) = rows(season, "select contest from fact.contest where level = 'college'")[0]
    give(season, "entry,name,total\nx,Ли Вера,70\n", kind="scores", contest=college)
    sign(season, college)
    advance(season, college)
    origin = "select entry, region, from_contest from mart.advanced"

    assert rows(season, origin) == [("01", "KZ-35", college)]


def test_an_archive_or_a_ruleset_without_levels_lets_nobody_go_on(season):
    archive = "season,skill,region,scale_score\n2011,17,KZ-35,520\n"
    give(season, archive, kind="archive")

    assert refuse(season, "worldskills-2011-international-17").startswith(
        "The ruleset of worldskills-2011-international-17 lets nobody go on from the level"
    )


def limited(*marks):
    """Lay a region with a limit of one person and a contest for every mark, all signed."""
    championship = Championship(ENFORCED, ("maximum = 30 ", "maximum = 1 "))
    numbers = [championship.hold(mark) for mark in marks]
    ledger = championship.settle()
    ledger.lay_contest(f"{championship.ruleset}", 9, unit="01", level="republic")
    for number in numbers:
        ledger.decide("sign_off", "signed", contest_no=number)
    return ledger, Store(MEMORY, ledger.con)


@pytest.mark.long
def test_a_held_seat_of_the_region_stops_everybody_until_it_is_decided():
    ledger, store = limited(90, 90)
    said = refuse(store, "contest-1")
    ledger.decide("tie", "in", contest_no=1, entry_no=1)
    ledger.decide("tie", "out", contest_no=2, entry_no=1)

    assert said == (
        "Seats wait for a decision: contest-1/e1, contest-2/e1. "
        "Decide each of them first: kind tie, value in or out."
    )
    assert advance(store, "contest-1").entries == 1


@pytest.mark.long
def test_with_a_limit_every_contest_of_the_region_must_be_signed():
    ledger, store = limited(90, 80)
    ledger.decide("reopen", "-", contest_no=2)

    assert refuse(store, "contest-1").endswith("signed: contest-2. Sign them off first.")


@pytest.mark.long
def test_who_is_beyond_the_line_does_not_go_on():
    _, store = limited(90, 80)

    assert refuse(store, "contest-2") == (
        "Nobody goes on from contest-2: no entry has a seat. See the quota."
    )


@pytest.mark.long
def test_a_winner_of_best_professionals_goes_on_too(store):
    contests = "programme,season,level,region,unit\nbest-professionals,2022,oblast,KZ-43,teacher\n"
    contests += "best-professionals,2022,republic,,teacher\n"
    give(store, contests, kind="contests")
    oblast = "best-professionals-2022-oblast-KZ-43-teacher"
    confirm(store, oblast)
    sheet = "entry,name,region,judge,total\nx,Ли Вера,KZ-43,J1,70\ny,Ким Аян,KZ-43,J1,60\n"
    give(store, sheet, kind="scores", contest=oblast)
    sign(store, oblast)

    assert advance(store, oblast).contest == "best-professionals-2022-republic-teacher"


TAMPERINGS = {
    "the link": "update ledger.entry_origin set from_entry_no = 2",
    "a link that vanishes": "delete from ledger.entry_origin",
    "a link that appears": (
        "insert into ledger.entry_origin by name"
        " select * replace (7 as entry_no) from ledger.entry_origin"
    ),
}


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_changed_link_breaks_the_chain(season, name):
    done = advance(season)
    season.cursor().execute(TAMPERINGS[name])
    (problem, *_) = verify(season)

    assert (problem.batch_no, problem.what) == (done.batch_no, "its facts")


@pytest.mark.long
def test_persons_are_joined_by_a_decision_about_two_entries_only(season):
    def join(subject, value):
        return append_decision(
            season, "person_merge", subject=subject, value=value, actor="office", reason="passport"
        )

    with pytest.raises(Refused, match="about two entries"):
        join(f"{OBLAST}/a", OTHER)
    join(f"{OBLAST}/a", f"{OBLAST}/b")

    assert verify(season, all_contests=True) == []

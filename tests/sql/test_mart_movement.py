"""Benchmark, duties of the regions, participation."""

import datetime as dt
from decimal import Decimal

import pytest

from kasipkor_core.store.compare_benchmark import compare_benchmark
from tests.kit import Ledger
from tests.movement import Championship
from tests.recount.test_two_engines import plant
from tests.sql.test_mart_teams import MEDALS, lay_skill

TOP = (("XX", 540), ("XX", 530), ("XX", 520))
ABOVE = {"gold": (), "silver": TOP[:1], "bronze": TOP[:2]}


def read(ledger, view, *columns, **where):
    conditions = " and ".join(f"{name} is not distinct from ${name}" for name in where) or "true"
    sql = f"select {', '.join(columns)} from mart.{view} where {conditions} order by all"
    return [tuple(row.values()) for row in ledger.read(sql, **where)]


@pytest.mark.long
def test_ex_35_medals_of_a_region_are_worth_31_points_and_1_722_a_skill():
    ledger = Ledger()
    wished = ["gold"] * 3 + ["silver"] * 2 + ["bronze"] * 4 + ["medallion"] * 5
    for number, award in enumerate(wished + ["certificate"] * 4, 1):
        lay_skill(ledger, number, ("KZ-35", MEDALS[award]), *ABOVE.get(award, TOP))
    columns = ("gold", "silver", "bronze", "medallion", "skills", "medal_points")

    assert read(
        ledger, "benchmark", *columns, "points_per_skill", region="KZ-35", organisation=None
    ) == [(3, 2, 4, 5, 18, 31, Decimal("1.722"))]


def lay_colleges(ledger, number, season, *entries):
    """Lay an oblast contest: ``(organisation, points)`` an entry."""
    ledger.lay_contest(
        contest_no=number, level="oblast", region="KZ-35", season=season, unit=f"{number}"
    )
    rows = [{"organisation": name, "region": "KZ-35"} for name, _ in entries]
    ledger.lay_entries(*rows, contest_no=number)
    scores = [
        {"contest_no": number, "entry_no": at, "points": points}
        for at, (_, points) in enumerate(entries, 1)
    ]
    ledger.lay("score", *scores)
    ledger.tally(number)


@pytest.mark.long
def test_ws_12_a_college_is_compared_with_the_skills_held_in_its_region_and_the_year_before():
    ledger = Ledger()
    lay_colleges(ledger, 1, 2021, ("A", 90), ("B", 50))
    lay_colleges(ledger, 2, 2022, ("A", 90), ("B", 50))
    lay_colleges(ledger, 3, 2022, ("A", 50), ("B", 90))
    lay_colleges(ledger, 4, 2022, ("B", 70))
    columns = ("organisation", "entries", "winners", "medal_points", "skills", "skills_held",
               "skills_share", "medal_points_before", "medal_points_change")  # fmt: skip

    assert read(ledger, "benchmark", *columns, season=2022) == [
        ("A", 2, 1, 7, 2, 3, Decimal("66.7"), 4, 3),
        ("B", 3, 2, 11, 3, 3, Decimal("100.0"), 3, 8),
        (None, 5, 3, 18, 3, 3, Decimal("100.0"), 7, 11),
    ]
    assert compare_benchmark(ledger.con) == []


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("view", "old", "new", "field"),
    [
        ("score.bench_entry", "and competitor.is_competing", "", "entries"),
        (
            "mart.benchmark",
            "count(distinct contest_no)::integer as skills,",
            "count(contest_no)::integer as skills,",
            "skills",
        ),
        ("mart.benchmark", "achieved.season - 1", "achieved.season + 1", "entries_before"),
        ("mart.benchmark", "+ counted.skills_abroad", "", "skills_held"),
        ("mart.benchmark", "+ coalesce(own.skills, 0)", "", "skills_held"),
    ],
)
def test_a_bug_planted_in_the_benchmark_is_seen(view, old, new, field):
    ledger = Ledger()
    lay_colleges(ledger, 1, 2021, ("A", 90), ("B", 50))
    lay_colleges(ledger, 2, 2022, ("A", 90), ("A", 50))
    lay_colleges(ledger, 3, 2022, ("B", 70))
    championship = Championship(ledger=ledger, region="KZ-11")
    championship.hold(90, (80, {"is_guest": True}), (70, {"region": "KZ-35"}))
    for organisation in ("A", "B"):
        championship.hold(90, level="college", organisation=organisation)
    championship.settle()
    before = compare_benchmark(ledger.con)
    plant(ledger, view, old, new)
    found = {one.field.rpartition(".")[2] for one in compare_benchmark(ledger.con)}

    assert (before, field in found) == ([], True)


def test_ws_12_guests_do_not_count():
    championship = Championship()
    championship.hold(95, (90, {"region": "KZ-11", "is_guest": True}))

    assert read(championship.settle(), "benchmark", "region", "entries") == [("KZ-35", 1)]


def expert(number, name, kind, contest_no=1, role="judge"):
    return {
        "contest_no": 0,
        "for_contest_no": contest_no,
        "name_no": number,
        "employer_kind": kind,
        "role": role,
    }


def test_ws_06_every_region_shows_whether_it_held_the_event_its_streams_and_its_partners():
    championship = Championship()
    championship.hold(95, starts_on=dt.date(2022, 4, 11), ends_on=dt.date(2022, 4, 15))
    championship.hold(95, stream="abilympics", starts_on=dt.date(2022, 4, 12))
    ledger = championship.settle()
    ledger.lay_contest(contest_no=9, level="oblast", region="KZ-11", unit="17")
    for number, kind in ((901, "college"), (902, "enterprise"), (903, "association"), (904, None)):
        ledger.con.execute("insert into private.name values (?, '', ?, '')", [number, f"N{number}"])
        ledger.lay("expert", expert(number, f"N{number}", kind))
    ledger.lay("expert", expert(902, "N902", "enterprise", contest_no=2))
    columns = ("is_held", "contests", "contests_held", "starts_on", "ends_on", "streams",
               "streams_missing", "experts", "partners", "partner_share")  # fmt: skip

    assert read(ledger, "movement", *columns, region="KZ-35") == [
        (True, 2, 2, dt.date(2022, 4, 11), dt.date(2022, 4, 15), "abilympics, wsk",
         "agroskills, deafskills", 4, 2, Decimal("66.7")),
    ]  # fmt: skip
    assert read(ledger, "movement", *columns[:3], "experts", region="KZ-11") == [
        (False, 1, 0, None)
    ]
    assert read(ledger, "movement", "count(*)", "count(*) filter (is_held)") == [(20, 1)]


def test_ws_06_the_public_sees_no_number_of_experts_rather_than_none():
    championship = Championship()
    championship.hold(95)
    ledger = championship.settle()
    ledger.lay("expert", expert(901, "N", "enterprise"))
    ledger.publish()
    ledger.see(audience="public")

    assert read(ledger, "movement", "is_held", "experts", region="KZ-35") == [(True, None)]


def test_ws_05_colleges_are_counted_at_their_level():
    championship = Championship()
    for organisation in ("A", "B", "B"):
        championship.hold(95, level="college", organisation=organisation)

    assert read(
        championship.settle(), "movement", "level", "organisations", "contests", region="KZ-35"
    ) == [("college", 2, 3)]


def test_ws_17_a_confirmation_has_a_row_for_every_person_who_took_part_with_the_dates():
    championship = Championship()
    dates = {"starts_on": dt.date(2022, 3, 18), "ends_on": dt.date(2022, 3, 25)}
    championship.hold(
        (95, {"persons": ["A", "B"]}), (90, {"name": "Ким"}), (0, {"status": "absent"}), **dates
    )
    columns = ("entry", "name", "starts_on", "ends_on", "days", "working_days")

    # 21 to 23 March are days off, and the 19th and 20th a weekend
    assert read(championship.settle(), "participations", *columns) == [
        ("e1", None, *dates.values(), 8, 3),
        ("e1", None, *dates.values(), 8, 3),
        ("e2", "Ким", *dates.values(), 8, 3),
    ]

"""What is asked of one event looks at its contests only, and says what the whole view says."""

from dataclasses import replace

import pytest

from kasipkor_core import house
from kasipkor_core.store import MEMORY, Reader, Store, narrow, query
from tests.movement import Championship

VIEWS = {
    "event_teams": "mart.teams",
    "quotas": "mart.quotas",
    "quota_seats": "mart.quota_seats",
}
EVENT = {"season": 2022, "programme": "worldskills", "level": "oblast"}
EVENTS = "select distinct season, programme, level from {view} where region = $region"


def read(name):
    return (house.SQL / "reads" / f"{name}.sql").read_text(encoding="utf-8")


@pytest.fixture
def seasons():
    """Return three seasons of a region, the last published; people win twice, in two seasons."""
    held = Championship(season=2021)
    held.hold((95, {"person": "a"}), 90, 85)
    held.hold(93, 91)
    held = Championship(ledger=held.settle(), season=2022)
    held.hold((95, {"person": "a"}), 80)
    held.hold((95, {"person": "a"}), (95, {"region": "KZ-10"}), 81)
    held.hold(70, 60, 50)
    held = Championship(ledger=held.settle(), season=2023)
    held.hold(99, 98, 97)
    held.settle()
    held.ledger.publish(6)
    return held.ledger


def look(ledger, **eyes):
    return Store(MEMORY, ledger.con), Reader(as_of=ledger.batch_no, **eyes)


@pytest.mark.parametrize("audience", ["staff", "public"])
@pytest.mark.parametrize(("name", "view"), VIEWS.items())
def test_an_event_asked_by_itself_has_the_rows_that_the_whole_view_has(
    seasons, name, view, audience
):
    store, reader = look(seasons, audience=audience)
    events = query(store, EVENTS.format(view=view), reader, region="KZ-35").to_pylist()
    region = {"region": "KZ-35"} if name == "quota_seats" else {}

    assert len(events) == {"staff": 3, "public": 1}[audience]
    for event in events:
        asked = query(store, read(name), narrow(store, reader, **event), **event, **region)

        assert asked.num_rows
        assert asked.equals(query(store, read(name), reader, **event, **region))


def test_events_are_listed_as_the_views_have_them(seasons):
    store, reader = look(seasons)
    for name, view in (("team_events", "mart.teams"), ("quota_events", "mart.quotas")):
        listed = query(store, read(name), reader).to_pylist()
        events = query(store, EVENTS.format(view=view), reader, region="KZ-35").to_pylist()

        assert {(e["season"], e["programme"], e["level"]) for e in listed} == {
            (e["season"], e["programme"], e["level"]) for e in events
        }


def test_ex_06_two_who_are_one_person_by_an_entry_of_another_season_are_counted_once(seasons):
    for entry in ("contest-3/e1", "contest-5/e1"):
        seasons.decide("person_merge", entry, contest_no=2, entry_no=1)
    seasons.tally(2)
    store, reader = look(seasons)

    (quota,) = [
        row
        for row in query(store, read("quotas"), narrow(store, reader, **EVENT), **EVENT).to_pylist()
        if row["region"] == "KZ-35"
    ]

    assert (quota["winners"], quota["persons"]) == (3, 1)


@pytest.mark.parametrize(("between", "winners"), [((3, 5), 3), ((3, 3), 1), ((1, 6), 3)])
def test_views_of_an_event_look_at_no_contest_beyond_the_numbers_they_are_given(
    seasons, between, winners
):
    store, reader = look(seasons)
    near = replace(reader, between=between)
    rows = query(store, read("quotas"), near, **EVENT).to_pylist()
    teams = query(store, read("event_teams"), near, **EVENT).to_pylist()

    assert narrow(store, reader, **EVENT).between == (3, 5)
    assert [row["winners"] for row in rows if row["region"] == "KZ-35"] == [winners]
    assert [row["skills"] for row in teams if row["region"] == "KZ-35"] == [winners]


def test_an_event_whose_entries_are_of_no_region_is_not_listed_among_the_quotas(seasons):
    held = Championship(ledger=seasons, season=2024, region=None)
    held.hold(99, 98)
    held.settle()
    store, reader = look(seasons)
    whole = query(store, "select distinct season from mart.quotas", reader).to_pylist()
    listed = query(store, read("quota_events"), reader).to_pylist()

    assert {row["season"] for row in listed} == {row["season"] for row in whole} == {
        2021, 2022, 2023
    }  # fmt: skip


def test_no_contest_is_looked_up_for_an_event_that_nobody_holds(seasons):
    store, reader = look(seasons)
    event = EVENT | {"season": 1999}

    near = narrow(store, reader, **event)

    assert near.between == (1, 0)
    assert query(store, read("event_teams"), near, **event).num_rows == 0


def test_pairs_who_look_alike_are_found_by_event_as_in_the_whole_view(seasons):
    alike = {"name": "Әлиева Дана", "organisation": "Колледж"}
    held = Championship(ledger=seasons, season=2024)
    held.hold((95, alike))
    held.hold((95, alike))
    held.settle()
    store, reader = look(seasons)
    event = EVENT | {"season": 2024}
    asked = query(store, read("quota_matches"), narrow(store, reader, **event), **event)

    assert asked.to_pylist() == [{"region": "KZ-35", "matches_proposed": 1}]
    assert asked.equals(query(store, read("quota_matches"), reader, **event))

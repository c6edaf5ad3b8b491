"""What is asked of one event looks at its contests only, and says what the whole view says."""

import pytest

from kasipkor_core import house
from kasipkor_core.store import MEMORY, Reader, Store, narrow, query
from tests.movement import Championship

EVENT = "season = $season and programme = $programme and level = $level"
VIEWS = {
    "event_teams": "mart.teams",
    "quotas": "mart.quotas",
    "quota_seats": "mart.quota_seats",
}
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


@pytest.mark.parametrize("audience", ["staff", "public"])
@pytest.mark.parametrize(("name", "view"), VIEWS.items())
def test_an_event_asked_by_itself_has_the_rows_that_the_whole_view_has(
    seasons, name, view, audience
):
    store, reader = Store(MEMORY, seasons.con), Reader(as_of=seasons.batch_no, audience=audience)
    events = query(store, EVENTS.format(view=view), reader, region="KZ-35").to_pylist()
    whole = "quotas" if name == "quotas" else name
    region = {"region": "KZ-35"} if name == "quota_seats" else {}

    assert len(events) == {"staff": 3, "public": 1}[audience]
    for event in events:
        asked = query(store, read(whole), narrow(store, reader, **event), **event, **region)

        assert asked.num_rows
        assert asked.equals(query(store, read(whole), reader, **event, **region))


def test_events_are_listed_as_the_views_have_them(seasons):
    store, reader = Store(MEMORY, seasons.con), Reader(as_of=seasons.batch_no)
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
    store, reader = Store(MEMORY, seasons.con), Reader(as_of=seasons.batch_no)
    event = {"season": 2022, "programme": "worldskills", "level": "oblast"}

    (quota,) = [
        row
        for row in query(store, read("quotas"), narrow(store, reader, **event), **event).to_pylist()
        if row["region"] == "KZ-35"
    ]

    assert (quota["winners"], quota["persons"]) == (3, 1)


def test_no_contest_is_looked_up_for_an_event_that_nobody_holds(seasons):
    store, reader = Store(MEMORY, seasons.con), Reader(as_of=seasons.batch_no)
    event = {"season": 1999, "programme": "worldskills", "level": "oblast"}

    near = narrow(store, reader, **event)

    assert near.between == (1, 0)
    assert query(store, read("event_teams"), near, **event).num_rows == 0

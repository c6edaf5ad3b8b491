"""Events in the calendar: championships, state-language forum and contest, other events."""

import datetime as dt

import pytest

from kasipkor_core import house
from kasipkor_core.store import MEMORY, open_store, read_now, show_view, verify
from tests.giving import give

EVENTS = (house.DATA / "demo" / "calendar" / "events_2022.csv").read_bytes()


def show(store, view, **where):
    return show_view(store, view, where=where, reader=read_now(store)).to_pylist()


def test_ws_e_the_championships_stand_in_the_calendar_as_written(told):
    rows = {row["item"]: row for row in show(told, "schedule") if row["item"].startswith("WS-E")}
    facts = ("programme", "season", "status", "first_month", "last_month", "working_days")
    notes = dict(
        told.cursor()
        .execute("select event, note from ledger.event where note is not null")
        .fetchall()
    )

    assert {item: tuple(row[name] for name in facts) for item, row in rows.items()} == {
        "WS-E1": ("worldskills", 2022, "dated", "2022-11", "2022-11", 7),
        "WS-E2": ("worldskills", 2022, "stopped", None, None, None),
        "WS-E3": ("worldskills", 2022, "month_only", "2022-10", "2022-11", 42),
        "WS-E4": ("euroskills", 2023, "dated", "2023-09", "2023-09", 4),
    }
    assert (rows["WS-E1"]["region"], str(rows["WS-E4"]["starts_on"])) == ("KZ-71", "2023-09-05")
    assert "Кезекті WorldSkills" in notes["WS-E4"]
    assert "Германия екі рет" in notes["WS-E3"]


@pytest.fixture(scope="module")
def told():
    """A ledger that holds the events, for tests that only read."""
    store = open_store(MEMORY)
    give(store, EVENTS, kind="events")
    yield store
    store.close()


EV = [f"EV-{number:02d}" for number in (*range(1, 15), 16, 17)]  # EV-15 is no event


@pytest.mark.parametrize("event", EV)
def test_ev_other_events_stand_in_the_same_calendar(told, event):
    (row,) = show(told, "schedule", item=event)

    assert (row["contest"], row["kind"]) == ("schedule:other-2022", "event")
    assert row["status"] == ("dated" if event == "EV-01" else "undated")


def test_ev_05_what_repeats_says_how_often(told):
    repeats = {row["item"]: row["repeats"] for row in show(told, "schedule", kind="event")}

    assert [repeats[item] for item in ("EV-01", "EV-03", "EV-05", "EV-07", "EV-09")] == [
        "yearly", "regular", "monthly", "weekly", None,
    ]  # fmt: skip


def test_ind_19_the_windows_of_the_testing_stand_in_the_school_years_of_their_days(told):
    rows = show(told, "schedule", programme="qualification-testing")

    assert [(row["season"], str(row["starts_on"]), str(row["ends_on"])) for row in rows] == [
        (2021, "2022-04-11", "2022-04-29"),
        (2021, "2022-07-01", "2022-07-29"),
        (2022, "2022-11-01", "2022-11-30"),
    ]


def test_ev_15_nothing_personal_about_minors_is_kept(told):
    columns = (
        told.cursor()
        .execute("select column_name from duckdb_columns() where table_name = 'event'")
        .fetchall()
    )

    assert not {name for (name,) in columns} & {"name", "person", "family", "name_no"}


def test_sl_03_04_forum_and_contest_are_two_events_of_two_stages(told):
    rows = show(told, "schedule", programme="state-language")

    assert {
        row["item"]: (row["level"], row["first_month"], row["last_month"], row["regional_due_on"])
        for row in rows
    } == {
        "SL-03-forum": ("oblast", "2022-09", "2022-10", None),
        "SL-03-method": ("oblast", "2022-09", "2022-10", None),
        "SL-04-forum": ("republic", "2022-11", "2022-12", dt.date(2022, 10, 31)),
        "SL-04-method": ("republic", "2022-11", "2022-12", dt.date(2022, 10, 31)),
    }


CONTESTS = (
    "programme,season,level,region,unit,starts_on,ends_on\n"
    "state-language,2022,oblast,KZ-10,method,2022-10-24,{last}\n"
)


@pytest.mark.long
def test_sl_05_regional_results_come_by_31_october_and_every_region_has_a_winner(store):
    give(store, EVENTS, kind="events")
    give(store, CONTESTS.format(last="2022-11-02"), kind="contests")
    contest = "state-language-2022-oblast-KZ-10-method"
    scores = "entry,name,total\na,Aigerim,90\nb,Bolat,80\n"
    give(store, scores, kind="scores", contest=contest)
    found = show(store, "schedule_clashes", kind="SL-05", first="SL-04-method")
    late = show(store, "schedule_clashes", reason="regional_late")

    assert [(row["severity"], row["note"].count("KZ-")) for row in found] == [("warning", 19)]
    assert "KZ-10" not in found[0]["note"]
    assert {(row["second"], str(row["ends_on"]), row["days"]) for row in late} == {
        ("SL-04-forum", "2022-11-02", 2), ("SL-04-method", "2022-11-02", 2),
    }  # fmt: skip
    assert verify(store, all_contests=True) == []


@pytest.mark.long
def test_sl_01_02_places_and_a_winner_by_the_ruleset_until_criteria_are_filled_in(store):
    give(store, CONTESTS.format(last="2022-10-28"), kind="contests")
    contest = "state-language-2022-oblast-KZ-10-method"
    give(store, "entry,name,total\na,Aigerim,90\nb,Bolat,80\n", kind="scores", contest=contest)
    board = show(store, "leaderboard", contest=contest)

    assert [(row["entry"], row["place"], row["award"]) for row in board] == [
        ("a", 1, "winner"), ("b", 2, None),
    ]  # fmt: skip

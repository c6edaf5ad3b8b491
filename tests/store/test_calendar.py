"""The calendar through the importer: the real table as it ships, events, corrections."""

import datetime as dt
import io

import openpyxl
import pytest

from kasipkor_core import house
from kasipkor_core.sheets import season as season_of_sheet
from kasipkor_core.store import (
    SheetRefused,
    append_publication,
    append_undo,
    commit,
    examine,
    read_head,
    read_now,
    show_view,
    understand,
    verify,
)
from kasipkor_core.store.query import Reader
from tests.giving import give

DEMO = house.DATA / "demo" / "calendar"
TABLE = (DEMO / "teacher_schedule_2022.csv").read_bytes()
EVENTS = (DEMO / "events_2022.csv").read_bytes()
SCHEDULE = "schedule:teacher-skill-2022"
HEAD = "№,Сала атауы,Аймақ,Мерзімі\n"


def show(store, view, **where):
    return show_view(store, view, where=where, reader=read_now(store)).to_pylist()


def change(old, new):
    text = TABLE.decode()
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.fixture
def planned(store):
    """Batch 1: the schedule of 2022-2023 as it ships."""
    give(store, TABLE, kind="schedule")
    return store


@pytest.mark.long
def test_tc_03_the_table_imports_unaided_with_the_school_year_of_its_title(store):
    read = understand(store, TABLE, file_name="x.csv", kind="schedule", actor="organiser")
    found = {(one.severity, one.code) for one in examine(store, read).findings}
    give(store, TABLE, kind="schedule")
    rows = show(store, "schedule", contest=SCHEDULE)

    assert found == {("info", "title_line"), ("info", "former_region")}
    assert [(row["no"], row["region"], row["first_month"], row["last_month"]) for row in rows] == [
        (1, "KZ-23", "2022-10", "2022-11"),
        (2, "KZ-39", "2022-10", "2022-11"),
        (3, "KZ-63", "2022-10", "2022-11"),
        (4, "KZ-35", "2022-10", "2022-11"),
        (5, "KZ-31", "2022-10", "2022-10"),
        (6, "KZ-59", "2022-11", "2022-12"),
        (7, "KZ-11", "2023-02", "2023-02"),
        (8, "KZ-15", "2023-04", "2023-04"),
        (9, "KZ-47", "2022-10", "2022-10"),
        (10, "KZ-71", "2022-11", "2022-11"),
        (11, "KZ-75", "2022-12", "2022-12"),
        (12, "KZ-75", "2023-05", "2023-05"),
        (13, "KZ-31", "2022-11", "2022-11"),
    ]
    assert {row["unit_name"] for row in rows} >= {"Мұнай-газ", "IT", "Өнер және мәдениет"}
    assert verify(store, all_contests=True) == []


@pytest.mark.long
def test_tc_03_a_workbook_with_a_merged_title_says_the_same(store):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["2022-2023 оқу жылында конкурс өткізу кестесі"])
    sheet.merge_cells("A1:D1")
    for line in [HEAD, *TABLE.decode().split("Мерзімі\n")[1].splitlines()]:
        number, *words = line.strip().split(",")
        sheet.append([int(number) if number.isdigit() else number, *words])
    data = io.BytesIO()
    book.save(data)
    give(store, data.getvalue(), kind="schedule", name="кесте.xlsx")

    assert [row["no"] for row in show(store, "schedule", contest=SCHEDULE)] == [*range(1, 14)]


def test_ex_25_from_the_file_to_31_overlapping_pairs(planned):
    assert len(show(planned, "schedule_overlaps")) == 31
    assert show(planned, "schedule_clashes", kind="TC-C4") == []


def test_ex_28_almaty_without_a_word_is_asked_and_never_guessed(store):
    sheet = change("12,Спорт,Алматы қ.,", "12,Спорт,Алматы,")
    read = understand(store, sheet.encode(), file_name="x", kind="schedule", actor="organiser")
    (asked,) = examine(store, read).errors

    assert (asked.code, asked.cell) == ("ambiguous_region", "C17")
    assert asked.options == (("region:Алматы", "KZ-19"), ("region:Алматы", "KZ-75"))
    with pytest.raises(SheetRefused):
        give(store, sheet, kind="schedule")


@pytest.mark.long
def test_the_season_of_the_upload_comes_before_the_title_and_today_brings_a_warning(
    store, monkeypatch
):
    monkeypatch.setattr(season_of_sheet, "read_today", lambda: dt.date(2024, 7, 31))
    bare = (HEAD + TABLE.decode().split("Мерзімі\n")[1]).encode()
    warned = []
    for data, season in ((TABLE + b"\n", 2021), (TABLE, None), (bare, None)):
        read = understand(
            store, data, file_name="x.csv", kind="schedule", actor="organiser", season=season
        )
        found = commit(store, read).findings
        warned.append("season_assumed" in {one.code for one in found})

    assert warned == [False, False, True]
    assert {row["contest"] for row in show(store, "schedule")} == {
        "schedule:teacher-skill-2021", SCHEDULE, "schedule:teacher-skill-2023",
    }  # fmt: skip


@pytest.mark.long
def test_the_same_schedule_again_is_refused_and_a_corrected_one_takes_its_place(planned):
    dated = change("10,IT,Нұр-Сұлтан қ.", "10,IT,Астана")
    with pytest.raises(SheetRefused) as refused:
        give(planned, dated, kind="schedule")
    receipt = give(planned, dated, kind="schedule", replaces="yes")

    assert {one.code for one in refused.value.findings if one.severity == "error"} == {
        "already_scheduled"
    }
    assert receipt.replaced == 1
    assert len(show(planned, "schedule")) == 13


HOSTS = {
    "ШҚО": "KZ-63",
    "СҚО": "KZ-59",
    "Нұр-Сұлтан қ.": "KZ-71",
    "Алматы қ.": "KZ-75",
    "Алматы обл.": "KZ-19",
    "г. Алматы": "KZ-75",
    "Алматинская область": "KZ-19",
}


@pytest.mark.long
def test_tc_c1_a_host_resolves_to_one_code(store):
    units = ("IT", "Спорт", "Педагогика", "Энергетика", "Тау-кен", "Құрылыс", "Инженерлік")
    title = TABLE.decode().partition(HEAD.strip())[0]
    lines = [
        f"{number},{unit},{host},қараша"
        for number, (unit, host) in enumerate(zip(units, HOSTS, strict=True), start=1)
    ]
    give(store, title + HEAD + "\n".join(lines), kind="schedule")

    assert [row["region"] for row in show(store, "schedule")] == [*HOSTS.values()]


@pytest.mark.long
def test_tc_c1_a_schedule_may_come_in_parts_and_is_an_error_until_it_is_whole(store):
    head, _, rows = TABLE.decode().partition(HEAD.strip() + "\n")
    lines = rows.splitlines(keepends=True)
    found = []
    for part in (lines[:12], lines[12:]):
        receipt = give(store, head + HEAD + "".join(part), kind="schedule")
        said = [one.severity for one in receipt.findings if one.code == "schedule_incomplete"]
        clashes = show(store, "schedule_clashes", kind="TC-C1")
        found.append((said, [(row["severity"], row["note"]) for row in clashes]))

    assert found == [(["warning"], [("error", "12 / 13")]), ([], [])]


@pytest.mark.long
def test_an_undone_schedule_is_gone_and_comes_back(planned):
    append_undo(planned, 1, actor="chief", reason="wrong year")
    gone = len(show(planned, "schedule"))
    append_undo(planned, 2, actor="chief", reason="right after all")

    assert (gone, len(show(planned, "schedule"))) == (0, 13)


@pytest.mark.long
def test_the_public_sees_a_schedule_once_it_is_published(planned):
    def see():
        reader = Reader(as_of=read_head(planned), audience="public")
        return len(show_view(planned, "schedule", where={}, reader=reader))

    before = see()
    append_publication(planned, [SCHEDULE], as_of=1, actor="organiser")

    assert (before, see()) == (0, 13)


@pytest.mark.long
def test_tc_06_a_teacher_contest_has_places_and_no_awards_until_criteria_are_filled_in(store):
    header = "programme,season,level,unit,starts_on,ends_on,host\n"
    row = "teacher-skill,2022,republic,it,2022-11-21,2022-11-25,KZ-71\n"
    give(store, header + row, kind="contests")
    contest = "teacher-skill-2022-republic-it"
    scores = "entry,name,region,judge,total\n"
    scores += "a,Aigerim,KZ-10,J1,90\na,Aigerim,KZ-10,J2,80\nb,Bolat,KZ-11,J1,85\n"
    give(store, scores, kind="scores", contest=contest)
    board = show(store, "leaderboard", contest=contest)

    assert [(row["entry"], str(row["total"]), row["place"], row["award"]) for row in board] == [
        ("a", "85.000", 1, None), ("b", "85.000", 1, None),
    ]  # fmt: skip


def test_tc_c3_exact_days_of_a_contest_go_into_the_line_that_plans_it(planned):
    header = "programme,season,level,unit,starts_on,ends_on,host\n"
    row = "teacher-skill,2022,republic,it,2022-11-29,2022-12-01,KZ-71\n"
    give(planned, header + row, kind="contests")
    (line,) = show(planned, "schedule", unit="it")

    assert (line["status"], line["kind"], str(line["starts_on"])) == (
        "out_of_window", "schedule", "2022-11-29",
    )  # fmt: skip


@pytest.mark.long
def test_tc_d2_the_base_that_is_named_is_missing_no_more(store):
    rows = TABLE.decode().split("Мерзімі\n")[1].splitlines()
    named = [f"{row},{'Тараз колледжі' if row.startswith('13,') else ''}" for row in rows]
    sheet = HEAD.replace("\n", ",База\n") + "\n".join(named) + "\n"
    read = understand(
        store, sheet.encode(), file_name="x.csv", kind="schedule", actor="organiser", season=2022
    )
    commit(store, read)
    missing = show(store, "schedule_clashes", reason="base_missing")

    assert len(missing) == 12
    assert "teacher-skill-2022-republic-art_culture" not in {row["first"] for row in missing}


TAMPERINGS = {
    "a host": ("update ledger.schedule_item set region = 'KZ-10' where no = 1", 1),
    "a month": ("update ledger.schedule_item set first_month = 9 where no = 2", 1),
    "a contest that vanishes": ("delete from ledger.schedule_item where no = 3", 1),
    "a day": ("update ledger.event set starts_on = '2022-11-11' where event = 'WS-E1'", 2),
    "a note": ("update ledger.event set note = 'x' where event = 'WS-E4'", 2),
    "the ruleset": (
        "update ledger.ruleset set content = 'x' where ruleset = 'teacher-skill-2022'", 1,
    ),
}  # fmt: skip


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_change_behind_its_back_is_found_at_its_batch(planned, name):
    give(planned, EVENTS, kind="events")
    sql, batch_no = TAMPERINGS[name]
    planned.cursor().execute(sql)
    problem = verify(planned)[0]

    assert (problem.batch_no, problem.what) == (batch_no, "its facts")

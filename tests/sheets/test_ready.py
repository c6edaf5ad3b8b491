"""Ready: what the appender gets from a sheet, and what a corrected sheet would change."""

from decimal import Decimal
from pathlib import Path

import pytest

from kasipkor_core import sheets
from tests.sheets.world import BARE, OBLAST, REPUBLIC, check, make_world, stage

REAL = Path(__file__).parents[1] / "demo"


@pytest.fixture
def world():
    return make_world()


def read(world, view, *columns):
    listed = ", ".join(columns)
    rows = world.read(f"select {listed} from {view} order by source_row, {listed}")
    return [tuple(row.values()) for row in rows]


def test_criteria_become_scores_and_new_entries_are_made(world):
    stage(world, "scores", "Код,ФИО,Область,A,B,Итого\n005,Аян Б,Абай,1.5,,1.5\n", contest=OBLAST)

    assert read(world, "ready_score", "entry", "criterion", "points") == [
        ("005", "A", Decimal("1.500"))
    ]
    assert read(world, "ready_entry_fact", "entry", "name", "region", "status") == [
        ("005", "Аян Б", "KZ-10", "active")
    ]


def test_a_bare_total_is_a_score_and_known_entries_are_not_made_again(world):
    stage(world, "scores", "Код,Итого\ne9,70\n", contest=OBLAST)

    assert read(world, "ready_score", "criterion", "points") == [("total", Decimal("70.000"))]
    assert read(world, "ready_entry_fact", "entry") == []


def test_an_empty_mark_is_no_mark_and_no_zero(world):
    stage(
        world, "marks", "Код,Аспект,Оценка\ne1,A1.M1,\ne1,A1.J1,0\n007,A1.M1,-\n", contest=REPUBLIC
    )

    assert read(world, "ready_mark", "entry", "aspect", "mark") == [
        ("e1", "A1.J1", Decimal("0.000"))
    ]


def test_a_column_a_judge_gives_one_mark_a_judge_with_its_own_column(world):
    text = "Аты-жөні,Аспект,Сарапшы 1,Сарапшы 2\nӘлиева Айгерім,А1J1,1,2\n"
    stage(world, "marks", text, contest=REPUBLIC)

    assert read(world, "ready_mark", "entry", "aspect", "judge", "mark", "source_column") == [
        ("e1", "A1.J1", "Сарапшы 1", Decimal("1.000"), "C"),
        ("e1", "A1.J1", "Сарапшы 2", Decimal("2.000"), "D"),
    ]


def test_wm_03_aspects_without_an_id_are_numbered_by_place(world):
    text = "sub_criterion,type,max_mark\nA1,M,50\nA1,J,20\n,M,20\nA2,M,10\n"
    stage(world, "scheme", text, contest=BARE)

    assert read(world, "ready_aspect", "aspect", "criterion", "sub_criterion") == [
        ("A1.M1", "A", "A1"),
        ("A1.J1", "A", "A1"),
        ("A1.M2", "A", "A1"),
        ("A2.M1", "A", "A2"),
    ]


def test_wm_10_descriptor_rows_follow_their_aspect(world):
    text = (
        "Sub Criteria ID,Sub Criteria Name or Description,Aspect Type,Aspect - Description,"
        "Judg Score,Extra description,Max Mark\n"
        "A1,Plan,,,,,\n"
        ",,J,Neatness,,,60\n"
        ",,,,0,Untidy,\n"
        ",,,,3,Excellent,\n"
        ",,M,Length,,,40\n"
    )
    findings = check(world, "scheme", text, contest=BARE)

    assert [found.code for found in findings if found.severity == "error"] == []
    assert read(world, "ready_aspect_descriptor", "aspect", "score", "descriptor") == [
        ("A1.J1", 0, "Untidy"),
        ("A1.J1", 3, "Excellent"),
    ]
    assert read(world, "ready_aspect", "aspect", "sub_criterion_name", "description") == [
        ("A1.J1", "Plan", "Neatness"),
        ("A1.M1", "Plan", "Length"),
    ]


def test_the_real_scheme_is_understood_unaided(world):
    findings = check(
        world, "scheme", (REAL / "web_scheme_structure.csv").read_bytes(), contest=BARE
    )
    (row,) = world.read("select count(*) as aspects, sum(max_mark) as points from ready_aspect")

    assert findings == []
    assert row == {"aspects": 220, "points": Decimal("100.000")}


def test_the_real_archive_is_understood_unaided_and_makes_its_contests(world):
    data = (REAL / "wsc_2007_2011_results.csv").read_bytes().replace(b"2007,01,", b"2005,01,")
    findings = check(world, "archive", data)
    (row,) = world.read("""
        select
            (select count(*) from ready_scale_score) as scores,
            (select count(*) from ready_entry_fact) as entries,
            (select count(*) from ready_contest_fact) as contests,
            (select count(award_claimed) from ready_scale_score) as awards
    """)

    assert {found.code for found in findings} == {"unit_kept"}
    assert row == {"scores": 113, "entries": 113, "contests": 10, "awards": 59}


def test_contests_get_their_ids_and_the_ruleset_of_their_programme(world):
    text = (
        "programme,season,level,region,organisation,stream,unit\n"
        "worldskills,2023,республика,,,abilympics,35\n"
        "WorldSkills Kazakhstan,2022/23,облыстық,Алматы қ.,,,9\n"
        "worldskills,2023,college,KZ-55,№1 колледж,,10\n"
        "best-professionals,2022,oblast,KZ-43,,,teacher\n"
    )
    stage(world, "contests", text)
    rows = world.read("""
        select ready.contest, known.ruleset
        from ready_contest_fact as ready
        inner join known_ruleset as known on known.ruleset_hash = ready.ruleset_hash
        order by ready.source_row
    """)

    assert [tuple(row.values()) for row in rows] == [
        ("worldskills-2023-republic-abilympics-35", "worldskills"),
        ("worldskills-2022-oblast-KZ-75-09", "worldskills"),
        ("worldskills-2023-college-KZ-55-1_колледж-10", "worldskills"),
        ("best-professionals-2022-oblast-KZ-43-teacher", "best-professionals-2022"),
    ]


def test_phones_and_birth_dates_go_their_own_way(world):
    header = "Ұйым,Аты-жөні,Мамандығы,Өңірі,Телефон,Туған күні,Келісім"
    text = f"{header}\nК,Аян Б,м,Абай,+7 701,01.02.2003,иә\n"
    stage(world, "participants", text)

    assert read(
        world, "ready_application", "name", "contact_phones", "contact_birth_date", "has_consent"
    ) == [("Аян Б", "+7 701", "2003-02-01", True)]


def test_a_decision_is_about_a_contest_or_an_entry(world):
    text = (
        f"kind,subject,value,who,reason,at\nтең балл,{REPUBLIC}/007,1,жюри,тең,12.11.2022 10:00\n"
    )
    stage(world, "decisions", text)

    assert read(world, "ready_decision", "contest", "entry", "kind", "decided_at") == [
        (REPUBLIC, "007", "tie", "2022-11-12T04:00:00Z")
    ]


@pytest.mark.sampled
@pytest.mark.parametrize("kind", sheets.list_kinds())
def test_every_kind_is_staged_and_ready_even_from_an_empty_table(world, kind):
    fmt = sheets.read_format(kind)
    header = ",".join(one.name for one in fmt.fields)
    stage(world, kind, header + "\n")

    assert [
        world.read(f"select count(*) as n from ready_{name}")[0]["n"]
        for name in sheets.list_ready(kind)
    ] == [0 for _ in sheets.list_ready(kind)]
    assert sheets.diff(world.con, fmt, batch_no=0).num_rows == 0


def test_a_corrected_sheet_shows_what_it_changes(world):
    batch_no = world.lay(
        "mark",
        {"entry_no": 1, "aspect": "A1.M1", "mark": 1},
        {"entry_no": 2, "aspect": "A1.M1", "mark": 2},
    )
    fmt, _ = stage(
        world, "marks", 'Код,Аспект,Оценка\ne1,A1.M1,"1,5"\ne1,A1.J1,3\n', contest=REPUBLIC
    )
    rows = sheets.diff(world.con, fmt, batch_no=batch_no).to_pylist()

    assert [
        (r["change"], r["key"].split(" · ")[1:], r["old"], r["new"], r["source_row"]) for r in rows
    ] == [
        ("changed", ["e1", "A1.M1"], "1.000", "1.500", 2),
        ("added", ["e1", "A1.J1"], None, "3.000", 3),
        ("removed", ["007", "A1.M1"], "2.000", None, None),
    ]

"""Lists and sheets hold every row of the view they come from, in its order, and say as of when."""

import re

import pytest

from kasipkor_core import house
from kasipkor_core.documents import LISTS, write_list
from kasipkor_core.documents.listing import describe_list
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store import Reader, find_contest, open_store, query, read_head
from tests.browser import world
from tests.documents.season import read_pages
from tests.giving import give
from tests.ready import open_ready

CENTRE = "centres/Алматы көлік колледжі"
SUBJECTS = {
    "mark_summary": world.PUBLISHED,
    "delegation": f"worldskills-2026-republic-{world.REGION}",
    "quota_sheet": "worldskills-2026-republic",
    "vacancy_protocol": world.VACANCY,
    "vacancy_sheets": world.VACANCY,
    "indicators": "indicators:2024/KZ-75",
    "schedule": "schedule:teacher-skill-2026",
    "centre_check": CENTRE,
    "mark_acceptance": world.PUBLISHED,
    "tie_record": world.PUBLISHED,
    "jury_decisions": world.PUBLISHED,
    "participation": world.PUBLISHED,
    "exam_protocol": world.EXAM,
    "passport_extracts": world.EXAM,
    "centre_steps": CENTRE,
    "centre_passport": CENTRE,
    "centre_minutes": CENTRE,
    "centre_order": CENTRE,
    "centre_regulation": CENTRE,
}
_GATES = (
    "select count(*) as n from mart.centre_readiness where concat('centres/', organisation) ="
    " $subject"
)
ROWS = {  # counted in the view itself, not in the question of the list
    "mark_summary": "select count(*) as n from mart.criteria where contest = $subject",
    "delegation": "select count(*) as n from mart.quota_seats where season = 2026 and level ="
    " 'republic' and region = 'KZ-75' and $subject <> ''",
    "quota_sheet": "select count(*) as n from mart.quotas where season = 2026 and level ="
    " 'republic' and $subject <> ''",
    "vacancy_protocol": "select count(*) as n from mart.vacancy_ranking where contest = $subject",
    "vacancy_sheets": "select count(*) as n from mart.vacancy_answers where contest = $subject",
    "indicators": "select count(*) as n from mart.progress where region = 'KZ-75' and period ="
    " 2024 and organisation is null and $subject <> ''",
    "schedule": "select count(*) as n from mart.schedule where programme = 'teacher-skill' and"
    " season = 2026 and $subject <> ''",
    "centre_check": "select count(*) as n from mart.centre_steps where concat('centres/',"
    " organisation) = $subject",
    "mark_acceptance": "select count(*) as n from mart.aspects where contest = $subject",
    "tie_record": "select count(*) as n from mart.tie_record where contest = $subject",
    "jury_decisions": "select count(*) as n from mart.decisions where contest = $subject and kind"
    " <> 'check'",
    "participation": "select count(*) as n from mart.entries where contest = $subject and"
    " is_expected",
    "exam_protocol": "select count(*) as n from mart.passports where contest = $subject",
    "passport_extracts": "select count(*) as n from mart.passports where contest = $subject and"
    " eligible",
    "centre_steps": "select count(*) as n from mart.centre_steps where list = 'assessment' and"
    " concat('centres/', organisation) = $subject",
    "centre_passport": _GATES,
    "centre_minutes": _GATES,
    "centre_order": _GATES,
    "centre_regulation": _GATES,
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("lists") / "world.duckdb"
    world.make_ledger(path)
    store = open_store(path)
    yield store
    store.close()


def list_rows(data):
    """Return the texts of each row of a table, or of each page of a letter."""
    rows = []
    for paper in data["papers"]:
        if "rows" in paper:
            rows += paper["rows"]
            continue
        lines = [line for part in paper["parts"] for line in part["lines"]]
        parts = paper.get("sections", ())
        cells = [cell for part in parts for row in part.get("rows", ()) for cell in row]
        cells += [line for part in parts for line in part.get("lines", ())]
        rows.append([*(said for field in paper["fields"] for said in field), *lines, *cells])
    return rows


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("kind", SUBJECTS)
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_list_prints_every_row_of_its_view_in_order(ledger, kind, lang):
    reader = Reader(as_of=read_head(ledger), lang=lang)
    data = describe_list(ledger, kind, SUBJECTS[kind], reader)
    said = re.sub(r"\s+", "", "".join(read_pages(write_list(ledger, kind, SUBJECTS[kind], reader))))
    rows = list_rows(data)
    counted = query(ledger, ROWS[kind], reader, subject=SUBJECTS[kind])["n"][0].as_py()

    assert len(rows) == counted > 0
    place = 0
    for row in rows:
        for cell in row:
            found = said.find(re.sub(r"\s+", "", cell), place)
            assert found >= 0, (row, cell)
            place = found if cell else place
    assert (
        query(
            ledger, "select sha256 from mart.batches where batch_no = $n", reader, n=reader.as_of
        )["sha256"][0].as_py()
        in said
    )


@pytest.mark.long
def test_cc_19_a_regulation_has_the_six_parts_of_annex_1_and_its_cover_says_what_is_known(ledger):
    reader = Reader(as_of=read_head(ledger), lang="kk")
    (paper,) = describe_list(ledger, "centre_regulation", CENTRE, reader)["papers"]
    pages = read_pages(write_list(ledger, "centre_regulation", CENTRE, reader))

    assert [part["title"][:2] for part in paper["sections"]] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert dict(paper["fields"]) == {
        "Базалық ұйым": "Алматы көлік колледжі",
        "Келісілді: басшы, аты-жөні, күні": "_" * 40,
        "Бекітемін: басшы, аты-жөні, күні": "_" * 40,
        "Орталықтың атауы, бейіні": "_" * 40,
        "Елді мекен, жыл": "_" * 40,
    }
    assert "Білім туралы" not in pages[0]
    assert pages[1].startswith("1. Жалпы ережелер")


@pytest.mark.long
def test_cc_36_the_minutes_name_what_is_missing_beside_its_codes(ledger):
    reader = Reader(as_of=read_head(ledger), lang="ru")
    (paper,) = describe_list(ledger, "centre_minutes", CENTRE, reader)["papers"]
    missing = dict(paper["fields"])["Не хватает"].split(", ")
    named = [line for line in paper["parts"][0]["lines"] if line.startswith("CC-")]

    assert [line.partition(" · ")[0] for line in named] == missing
    assert named[0] == "CC-03 · Штатные квалифицированные работники"


@pytest.mark.long
def test_a_list_as_of_an_earlier_batch_shows_what_stood_then(ledger):
    reader = Reader(as_of=read_head(ledger), lang="en")
    find_contest(ledger, world.PUBLISHED, reader)
    then = Reader(as_of=2, lang="en")
    with pytest.raises(Refused, match="nothing to list"):
        write_list(ledger, "mark_summary", world.PUBLISHED, then)


def test_vc_27_and_cs_40_no_name_stands_on_the_protocol_of_a_selection():
    cells = {column.title for column in LISTS["civil_service"].columns}

    assert "Personal number" in cells
    assert not cells & {"Name", "Candidate", "Participant"}


def test_a_subject_of_another_form_is_refused_with_an_example(ledger):
    reader = Reader(as_of=read_head(ledger), lang="en")
    with pytest.raises(Refused, match="Write it as schedule:teacher-skill-2026"):
        write_list(ledger, "schedule", "worldskills", reader)
    with pytest.raises(NotFound, match="no document of kind prize"):
        write_list(ledger, "prize", "worldskills", reader)


@pytest.fixture(scope="module")
def commission():
    """The selections and examinations of the demonstration season."""
    store = open_ready()
    for folder, sheets in {
        "exams": (("contests", "contests"), ("examinees", "exams"), ("decisions", "decisions")),
        "selection": (
            ("contests", "contests"),
            ("readings", "decisions"),
            ("results", "selection"),
        ),
    }.items():
        for name, kind in sheets:
            data = (house.DATA / "demo" / folder / f"{name}.csv").read_bytes()
            actor = "registrar" if kind == "decisions" else "organiser"  # four eyes
            give(store, data, kind=kind, name=f"{folder}-{name}.csv", actor=actor)
    yield store
    store.close()


def read_words(store, kind, subject):
    reader = Reader(as_of=read_head(store), lang="ru")
    return re.sub(r"\s+", "", "".join(read_pages(write_list(store, kind, subject, reader))))


@pytest.mark.long
def test_cs_40_a_protocol_of_a_selection_has_every_number_at_every_step_and_no_name(commission):
    rows = query(
        commission,
        "select contest, candidate, step_name, name from mart.selection",
        Reader(as_of=read_head(commission), lang="ru"),
    ).to_pylist()
    contest = rows[0]["contest"]
    own = [row for row in rows if row["contest"] == contest]
    said = read_words(commission, "civil_service", contest)

    for number in {row["candidate"] for row in own}:
        steps = sum(row["candidate"] == number for row in own)
        assert said.count(number) == steps
    for step in {row["step_name"] for row in own}:
        assert re.sub(r"\s+", "", step) in said
    assert not [row for row in own if row["name"] and re.sub(r"\s+", "", row["name"]) in said]


@pytest.mark.long
def test_de_16_an_extract_of_passports_names_those_who_get_one_and_nobody_else(commission):
    rows = query(
        commission,
        "select contest, name, number, eligible from mart.passports",
        Reader(as_of=read_head(commission), lang="ru"),
    ).to_pylist()
    contest = next(row["contest"] for row in rows if row["eligible"])
    own = [row for row in rows if row["contest"] == contest]
    said = read_words(commission, "passports", contest)

    assert {re.sub(r"\s+", "", row["name"]) in said for row in own if row["eligible"]} == {True}
    assert not [
        row for row in own if not row["eligible"] and re.sub(r"\s+", "", row["name"]) in said
    ]

"""Mapping: headings of offices become fields; what is near waits for the user."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasipkor_core import sheets
from kasipkor_core.reading import read_grid

MESSY = Path(__file__).parents[1] / "reading" / "messy"


def propose(kind, header, **options):
    grid = read_grid(
        (header + "\n" + ",".join("1" for _ in header.split(","))).encode(), name="h.csv"
    )
    return sheets.propose_mapping(grid, sheets.read_format(kind), **options)


def list_meanings(kind, header, **options):
    return [column.meaning for column in propose(kind, header, **options).columns]


def test_headings_of_offices_are_understood():
    header = "№ п/п,Коды,Қатысушының аты-жөні,Өңірі,Критерийлер бойынша ұпай A,B,Барлығы"

    assert list_meanings("scores", header) == [
        "-", "entry", "name", "region", "points:A", "points:B", "total",
    ]  # fmt: skip


def test_a_column_a_judge_becomes_marks_of_that_judge():
    header = "Аты-жөні,Өңірі,Аспект №,Сарапшы 1,2-төреші,Ескертпе"

    assert list_meanings("marks", header) == [
        "entry", "region", "aspect", "mark:Сарапшы 1", "mark:2-төреші", "-",
    ]  # fmt: skip


def test_the_heading_of_an_export_of_the_competition_software_is_understood():
    header = (
        "Sub Criteria ID,Sub Criteria Name or Description,Aspect Type M = Meas J = Judg,"
        "Aspect - Description,Judg Score,Requirement (Measurement Only),WSSS Section,Max Mark"
    )

    assert list_meanings("scheme", header) == [
        "sub_criterion", "name", "type", "description", "score", "requirement", "wsos_section",
        "max_mark",
    ]  # fmt: skip


def test_the_last_word_names_a_criterion_in_any_alphabet():
    header = "Код,Баллы А,Мазмұны,Сапа"
    criteria = {"A": "A", "Мазмұны": "content", "quality": "quality", "сапа": "quality"}

    assert list_meanings("scores", header, criteria=criteria) == [
        "entry", "points:A", "points:content", "points:quality",
    ]  # fmt: skip


def test_a_near_heading_waits_for_the_user():
    near = propose("scores", "Код,Обласьт,Итого").columns[1]
    accepted = sheets.accept_near(propose("scores", "Код,Обласьт,Итого")).columns[1]

    assert (near.field, near.how, near.suggestions[0]) == (None, "near", "region")
    assert (accepted.field, accepted.how) == ("region", "chosen")


def test_a_chosen_meaning_is_taken_from_the_column_that_had_it():
    mapping = sheets.choose(propose("scores", "Код,Нәтиже,Итого"), "B", "total")

    assert [(column.meaning, column.how) for column in mapping.columns] == [
        ("entry", "exact"),
        ("total", "chosen"),
        ("-", "chosen"),
    ]


def test_a_remembered_mapping_says_the_same_again():
    chosen = sheets.choose(propose("scores", "Код,Нәтиже"), "B", "total")
    again = propose("scores", "Код,Нәтиже", remembered=sheets.list_meanings(chosen))

    assert [column.meaning for column in again.columns] == ["entry", "total"]
    assert again.header_digest == chosen.header_digest


@given(st.lists(st.text(alphabet="AbЖәі №.", min_size=1, max_size=9), min_size=2, max_size=6))
def test_a_mapping_survives_writing_and_reading(headings):
    mapping = propose("scores", ",".join(text.replace(",", "") for text in headings))

    assert sheets.parse_mapping(sheets.write_mapping(mapping)) == mapping


@pytest.mark.parametrize("kind", sheets.list_kinds())
def test_no_heading_means_two_fields_of_one_kind(kind):
    fields = sheets.read_format(kind).fields
    seen = [(sheets.fold(alias), one.name) for one in fields for alias in one.list_aliases()]

    assert len(dict(set(seen))) == len(set(seen))


@pytest.mark.parametrize("kind", sheets.list_kinds())
def test_every_field_has_a_label_in_each_language(kind):
    assert all(one.kk and one.ru and one.en for one in sheets.read_format(kind).fields)


def test_the_messy_sheets_of_offices_are_mapped_unaided():
    truth = json.loads((MESSY / "expected.json").read_text(encoding="utf-8"))
    fmt = sheets.read_format("scores")
    mapped = {
        name: sheets.propose_mapping(read_grid((MESSY / name).read_bytes(), name=name), fmt)
        for name in truth
    }

    assert {
        name for name, one in mapped.items() if not (one.find("entry") and one.find("total"))
    } == set()
    assert {column.how for one in mapped.values() for column in one.columns} == {"exact", "ignored"}

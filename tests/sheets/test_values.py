"""Values: what one cell says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasipkor_core.sheets import fold
from kasipkor_core.sheets.formats import list_offered, read_words
from kasipkor_core.sheets.values import (
    read_aspect,
    read_choice,
    read_date,
    read_datetime,
    read_decimal,
    read_integer,
    read_season,
    read_text,
)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_letters_that_look_alike_fold_to_the_same():
    assert fold("А1.М1  Ёж") == fold("a1 M1\u00a0еж")
    assert fold("Өңір") != fold("Онир")


@given(st.decimals(min_value=-999, max_value=999, places=3))
def test_a_number_is_read_as_it_was_written(number):
    assert Decimal(read_decimal(str(number)).value) == number
    assert Decimal(read_decimal(str(number).replace(".", ",")).value) == number


@pytest.mark.parametrize(
    ("found", "value", "repair"),
    [
        ("87.50", "87.50", None),
        ("87,5", "87.5", "decimal_comma"),
        (",5", "0.5", "decimal_comma"),
        ("1\u00a0234,5", "1234.5", "decimal_comma"),
        ("1 234", "1234", "spaces"),
        ("\u22123", "-3", "spaces"),
        ("'7", "7", "number_as_text"),
        ("87.44999999999999", "87.45", "noise"),
        ("1О", None, "not_a_number"),
        ("1e3", None, "not_a_number"),
        ("5 балл", None, "not_a_number"),
        ("12.3.4", None, "not_a_number"),
        ("١٢", None, "not_a_number"),
        ("１２,5", None, "not_a_number"),
    ],
)
def test_numbers_are_read_and_their_repairs_named(found, value, repair):
    cell = read_decimal(found)

    assert (cell.value, cell.repair) == (value, repair)


def test_a_letter_in_a_number_is_offered_never_taken():
    assert read_decimal("1О,5").hint == "10.5"
    assert [read_decimal(text).hint for text in ("١٢", "１２,5")] == ["12", "12.5"]


def test_digits_of_other_scripts_are_no_season_and_days_of_no_living_memory_no_days():
    assert read_season("٢٠٢٦").repair == "not_a_season"
    assert {read_date(text).repair for text in ("0001-01-01", "٢٠٢٦-١١-٢٤", "31.12.2201")} == {
        "not_a_date"
    }
    assert read_datetime("0001-01-01").repair == "not_a_date"


def test_whole_numbers_seasons_and_days():
    assert read_integer("3.0").value == "3"
    assert read_integer("3.5").repair == "not_whole"
    assert [read_season(text).value for text in ("2022", "2022/23", "2022–2023 оқу жылы")] == [
        "2022"
    ] * 3
    assert read_season("2022-2023 учебный год").value == "2022"
    assert {read_season(text).value for text in ("2022/25", "2022 абвгд")} == {None}
    assert {
        read_date(text).value
        for text in (
            "2025-11-24",
            "24.11.2025 г.",
            "24 қараша 2025",
            "24 ноября 2025",
            "2025 жылғы 24 қараша",
        )
    } == {"2025-11-24"}
    assert read_date("31.02.2025").value is None


def test_a_moment_is_local_time_and_kept_as_utc():
    assert read_datetime("24.11.2025 10:30").value == "2025-11-24T05:30:00Z"


def test_words_of_choices_are_known_in_three_languages():
    assert {read_choice(text, "status").value for text in ("неявка", "КЕЛМЕДІ", "absent")} == {
        "absent"
    }
    assert read_choice("келмедi", "status").value == "absent"
    assert read_choice("ұйықтап жатыр", "status").value is None


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_what_a_list_offers_in_a_language_is_read_as_its_value_and_as_no_other(lang):
    for name, choices in read_words().choices.items():
        offered = list_offered(name, lang)

        assert [read_choice(word, name).value for word in offered] == list(choices), name


def test_aspects_take_one_form():
    assert {read_aspect(text).value for text in ("А1.М1", "a1m1", "A1 M1", "A1,M1")} == {"A1.M1"}


def test_a_text_of_two_alphabets_is_mended_only_when_its_letters_look_alike():
    assert read_text("Aйгерім") == ("Айгерім", "look_alike", None)
    assert read_text("WorldSkillsші").repair is None
    assert read_text("+7 701 000 00 00").value == "+7 701 000 00 00"
    assert [read_text(text).repair for text in ("=1+1", "@x", "-2+cmd", "+a")] == ["formula"] * 4

"""Terms: months as offices write them, in Kazakh, Russian and English; a day is never guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasipkor_core.recount.calendar import find_span
from kasipkor_core.sheets.terms import find_window, read_term

MONTHS = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "en": "January February March April May June July August September October November December",
}


@pytest.mark.parametrize(
    ("found", "value"),
    [
        ("қазан-қараша", "10..11"),
        ("қараша- желтоқсан", "11..12"),
        ("Қазан – қараша айлары", "10..11"),
        ("қыркүйек-қазан айлары аралығында", "09..10"),
        ("ақпан", "02..02"),
        ("желтоқсан-қаңтар", "12..01"),
        ("қараша айында", "11..11"),
        ("қазанда", "10..10"),
        ("ноябрь", "11..11"),
        ("октябрь-ноябрь", "10..11"),
        ("в октябре", "10..10"),
        ("с октября по декабрь", "10..12"),
        ("октябрь, ноябрь и декабрь", "10..12"),
        ("декабрь 2022 г.", "2022-12..2022-12"),
        ("декабрь-январь 2023 г.", "2022-12..2023-01"),
        ("2022 жылғы желтоқсан – 2023 жылғы қаңтар", "2022-12..2023-01"),
        ("October–November", "10..11"),
        ("2022-10", "2022-10..2022-10"),
        ("11.2022", "2022-11..2022-11"),
    ],
)
def test_tc_s_months_are_read_in_three_languages(found, value):
    assert (read_term(found).value, read_term(found).repair) == (value, None)


@pytest.mark.parametrize(
    "found",
    ["24-28 қазан", "күзде", "2022", "қазан, қараша, ақпан", "2022-10-24", "13.2022", "IV тоқсан"],
)
def test_oq_10_what_is_no_month_is_not_guessed(found):
    assert (read_term(found).value, read_term(found).repair) == (None, "not_a_term")


@pytest.mark.parametrize("lang", MONTHS)
def test_every_month_of_a_language_is_known(lang):
    read = [read_term(word).value for word in MONTHS[lang].split()]

    assert read == [f"{number:02d}..{number:02d}" for number in range(1, 13)]


@given(season=st.integers(2015, 2033), first=st.integers(0, 11), length=st.integers(0, 11))
def test_tc_c2_a_window_lies_inside_its_school_year_and_both_engines_place_it_alike(
    season, first, length
):
    last = min(first + length, 11)
    months = [(number + 8) % 12 + 1 for number in (first, last)]  # counted from September
    window = find_window(f"{months[0]:02d}..{months[1]:02d}", season)

    assert window == find_span(season, (months[0], None), (months[1], None))
    assert dt.date(season, 9, 1) <= window[0] < window[1] <= dt.date(season + 1, 8, 31)

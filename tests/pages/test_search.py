"""A name is found however it is spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasipkor_core.ui.search import matches, skeleton

KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("Әлия", ["Әлия", "Алия", "алия", "Aliya", "Alia", "ALIIA", "Älia"]),
        ("Ерлан", ["Ерлан", "Yerlan", "Erlan"]),
        ("Дәулет", ["Даулет", "Daulet", "Däwlet"]),
        ("Жанар", ["Zhanar", "Janar"]),
        ("Қуаныш", ["Куаныш", "Kuanysh", "Quanysh"]),
        ("Шыңғыс", ["Чингис", "Шынгыс", "Shyngys", "Chingis"]),
        ("Хасенова Ғазиза", ["Газиза Хасенова", "Khassenova", "gaziza"]),
        ("Айгерім", ["Айгерим", "Aigerim", "Aygerim"]),
    ],
)
def test_a_name_is_found_in_kazakh_russian_and_latin_letters(name, spellings):
    assert [word for word in spellings if not matches(word, name)] == []


def test_another_name_is_not_found():
    assert [name for name in ("Болат", "Дана", "Алма", "Асия") if matches("Әлия", name)] == []


def test_a_code_or_an_organisation_is_found_too_and_nothing_finds_everybody():
    row = ("Дана Оспан", "04", "Ақтау колледжі")

    assert (matches("04", *row), matches("aktau", *row), matches("", *row)) == (True, True, True)


@given(st.text(alphabet=KAZAKH + " ", max_size=20))
def test_a_name_is_found_by_itself_and_by_its_words_in_any_order(name):
    turned = " ".join(reversed(name.split()))

    assert matches(name, name)
    assert matches(turned, name)
    assert matches(name.upper(), name)


@given(st.text(alphabet=KAZAKH, min_size=1, max_size=20))
def test_what_is_compared_is_plain_small_latin(name):
    assert set(skeleton(name)) <= set("abcdefghijklmnopqrstuvwxyz")

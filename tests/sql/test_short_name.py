"""A name as the public reads it where it is shortened."""

import re
import unicodedata

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core import house


@pytest.fixture(scope="module")
def short_name():
    con = duckdb.connect()
    con.execute("create schema score")
    con.execute((house.SQL / "macros" / "short_name.sql").read_text(encoding="utf-8"))
    yield lambda name: con.execute("select score.short_name($n)", {"n": name}).fetchone()[0]
    con.close()


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Сейтова Әлия Маратқызы", "Сейтова Ә. М."),
        ("Әлия Сейтова", "Әлия С."),
        ("Құрманғазы Ұлпан Ілиясқызы", "Құрманғазы Ұ. І."),
        ("Ким Анна-Мария", "Ким А.-М."),
        ("Сейтова-Бекова Һанша", "Сейтова-Бекова Һ."),
        ("Сейтова,Әлия", "Сейтова Ә."),
        ("О’Коннор\u00a0Шон", "О’Коннор Ш."),
        ("Сейтова", "Сейтова"),
        (None, None),
    ],
)
def test_a_short_name_is_the_first_word_and_initials(short_name, name, short):
    assert short_name(name) == short


PEOPLE = st.text("аәҚңӨЁy'’-‑. ,(2\u00a0\u200b\u0306", max_size=20)
INITIALS = re.compile(r"[^ .-]\.(-[^ .-]\.)*")


@settings(max_examples=100, deadline=None)
@given(PEOPLE)
def test_of_a_further_word_no_letter_but_the_first_remains_and_short_stays_short(short_name, name):
    short = short_name(name)
    hyphened = re.sub(r"\.?[-‑]", "-", unicodedata.normalize("NFC", name))
    words = re.findall(r"[^\s\u200b.,(]+", hyphened)
    is_alone = len([word for word in words if word.strip("-'’")]) < 2
    first, *further = short.split(" ")

    assert is_alone or [part for part in further if not INITIALS.fullmatch(part)] == []
    assert is_alone or first in hyphened
    assert (short == name) or not is_alone
    assert short_name(short) == short

"""Whatever the bytes: a grid, or Unreadable with a sentence; nothing else, and in bounded time."""

import io
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading import iter_rows, list_sheets, read_grid
from kasipkor_core.reading.strings import measure_text, strip_tags
from tests.reading.corpus import make_corpus
from tests.reading.sheets import make_workbooks

TEXTS = [case.data for case in make_corpus(5, each=1)]
BOOKS = [case.data for case in make_workbooks(5)]


def read_any(data):
    """Read bytes and use the result; only Unreadable may be raised, and its sentence must stand."""
    try:
        grid = read_grid(data, name="x.csv")
        list_sheets(data)
    except Unreadable as refusal:
        assert len(str(refusal)) > 20  # noqa: PT017 - a refusal is one of two good ends
        return
    assert grid.table.num_rows == len(grid.rows)
    assert len(list(iter_rows(grid))) == grid.table.num_rows + bool(grid.header)
    assert not grid.header or len(grid.header) == grid.table.num_columns == len(grid.letters)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([b"<a b=1>", b"</a>", b"<c/>", b"text", b"&gt;"])).map(b"".join))
def test_text_is_measured_as_what_is_left_without_its_tags(xml):
    assert measure_text(xml) == len(strip_tags(xml))


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=2000))
def test_random_bytes_never_break_the_reader(data):
    read_any(data)


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("ab1,;\t|\"'\\\n\r қ:.Ћ\ufdd0\x00"), max_size=300))
def test_random_text_never_breaks_the_reader(text):
    read_any(text.encode())


def mutate(data, rng):
    changed = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(changed) + 1)
        match rng.randrange(3):
            case 0:
                changed[place : place + 1] = bytes([rng.randrange(256)])
            case 1:
                del changed[place : place + rng.randint(1, 50)]
            case _:
                changed[place:place] = rng.choice([b'"', b"\n", b",", b"\x00", b"\r", b";" * 9])
    return bytes(changed)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(TEXTS), st.integers(0, 1 << 30))
def test_a_mutated_text_never_breaks_the_reader(data, seed):
    read_any(mutate(data, random.Random(seed)))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(BOOKS), st.integers(0, 1 << 30))
def test_a_mutated_workbook_never_breaks_the_reader(data, seed):
    read_any(mutate(data, random.Random(seed)))


BROKEN = {
    "an unclosed quote": lambda n: 'a,b,c\n1,"x,2\n' + "3,y,4\n" * n,
    "a quote in every line": lambda n: "a,b,c\n" + '1,"x,2\n' * n,
    "ragged rows": lambda n: "a,b,c\n" + "1,2,3\n1,2\n1,2,3,4\n" * (n // 3),
    "totals everywhere": lambda n: "a,b\nx,1\n" + "Total,1\n" * n,
    "blank first cells": lambda n: "a,b,c\n" + ",1,2\n" * n,
    "one long line": lambda n: "a," * n,
}


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("count", [20_000, pytest.param(1_500_000, marks=pytest.mark.long)])
def test_a_broken_file_is_read_or_refused_in_bounded_time(kind, count):
    data = BROKEN[kind](count).encode()

    begin = time.monotonic()
    read_any(data)

    assert time.monotonic() - begin < 30


def test_a_reader_of_bytes_needs_no_file():
    assert read_grid(io.BytesIO(b"a,b\n1,x\n").getvalue()).table.num_rows == 1

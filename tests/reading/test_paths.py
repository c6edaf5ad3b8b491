"""The columnar path and the careful path give the same grid for the same clean file."""

import csv
import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core.reading.columnar import read_clean
from kasipkor_core.reading.text import read_careful
from tests.reading.tables import MAKERS, Style, make_scores, write_line

CELLS = st.text(st.sampled_from("abй қ,;\"' .\n-7"), max_size=6)


def same(one, other):
    assert one.table.combine_chunks().equals(other.table.combine_chunks())
    assert one.rows.equals(other.rows)
    for name in (
        "header",
        "letters",
        "header_row",
        "encoding",
        "delimiter",
        "notes",
        "header_width",
    ):
        assert getattr(one, name) == getattr(other, name), name
    assert (one.widths is None) == (other.widths is None)


def write(rows, delimiter=",", end="\n"):
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(rows)
    return file.getvalue()


@pytest.fixture(autouse=True)
def small_files_count_as_large(monkeypatch):
    monkeypatch.setattr("kasipkor_core.reading.columnar._LEAST_BYTES", 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_clean_file_takes_the_columnar_path_and_gives_the_same_grid(encoding, delimiter):
    table = make_scores(random.Random(1), rows=400)
    style = Style(delimiter=delimiter, encoding=encoding)
    data = "".join(write_line(row, style) for row in [table.header, *table.records]).encode(
        encoding
    )

    columnar = read_clean(data, 2_000_000)

    assert columnar is not None
    same(columnar, read_careful(data))


@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 1 << 30),
    delimiter=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    odd=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), CELLS), max_size=6),
)
def test_whatever_the_columnar_path_accepts_the_careful_path_reads_alike(seed, delimiter, end, odd):
    rng = random.Random(seed)
    table = rng.choice(MAKERS)(rng, rows=40)
    for row, column, cell in odd:
        table.records[row % 40][column] = cell
    data = write([table.header, *table.records], delimiter, end).encode()

    columnar = read_clean(data, 2_000_000)

    if columnar is not None:
        same(columnar, read_careful(data))

"""A million rows become few by the numbers of their texts; nothing a check could find is lost."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core.sheets import coded, things
from kasipkor_core.sheets.things import Things

TEXT = st.sampled_from([None, "e1", "e2", "Ә", "", "  ", "1"])
ROWS = st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=40)


@pytest.fixture(params=["dense", "hashed"])
def way(request, monkeypatch):
    if request.param == "hashed":
        monkeypatch.setattr(things, "_DENSE", 0)
        monkeypatch.setattr(things, "_LEAST", 1)


def encode(rows):
    names = ("entry", "aspect", "mark")
    table = pa.table(
        {name: pa.array([row[i] for row in rows], pa.string()) for i, name in enumerate(names)}
    )
    return list(coded.encode_columns(table, range(3)).values())


def read_row(rows, number):
    """Return a row as it counts: a cell of blanks is empty."""
    return tuple(None if cell is None or not cell.strip() else cell for cell in rows[number])


@pytest.mark.long
@settings(deadline=None)
@given(rows=ROWS)
def test_a_coded_column_says_what_its_cells_say_and_blanks_are_empty(rows):
    for index, column in enumerate(encode(rows)):
        wanted = [read_row(rows, number)[index] for number in range(len(rows))]

        assert column.to_arrow().to_pylist() == wanted
        assert column.to_dictionary().to_pylist() == wanted


def test_few_texts_are_not_written_again_for_each_row():
    column = coded.repeat("Астана", 1000)

    assert isinstance(column.to_dictionary(), pa.DictionaryArray)
    assert column.to_dictionary().to_pylist() == ["Астана"] * 1000


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("seed", range(20))
def test_rows_of_one_thing_are_found_as_by_comparing_each_with_each(seed):
    random = np.random.default_rng(seed)
    cells = random.choice([None, "e1", "e2", "e3", " "], size=(seed * 3, 3)).tolist()
    entry, aspect, mark = encode(cells)
    rows = [read_row(cells, number) for number in range(len(cells))]
    found = Things([entry, aspect])
    firsts, places = found.list_firsts()

    assert found.find_repeated().tolist() == [
        sum(other[:2] == row[:2] for other in rows) > 1 for row in rows
    ]
    assert found.find_apart(mark.numbers).tolist() == [
        any(other[:2] == row[:2] and other[2] != row[2] for other in rows) for row in rows
    ]
    assert len(firsts) == len({row[:2] for row in rows})
    assert [rows[firsts[place]][:2] for place in places] == [row[:2] for row in rows]

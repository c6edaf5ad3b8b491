"""Answers of the database take the room of their rows, as long as somebody keeps them."""

import duckdb
import pyarrow as pa
import pytest

from kasipkor_core.fetching import fetch

ROWS = """
    select
        range as number,
        range::decimal(9, 3) as points,
        'participant ' || range as name,
        nullif(range, 3) as place,
        range % 2 = 0 as is_tied,
        [range] as batches
    from range($rows)
"""
ASIDE = 64 * 3  # bytes of a column that its buffers are rounded up by


@pytest.mark.parametrize("rows", [0, 1, 60, 2_048, 5_000])
def test_an_answer_is_one_piece_in_buffers_of_its_own_size(rows):
    before = pa.total_allocated_bytes()

    table = fetch(duckdb.connect().execute(ROWS, {"rows": rows}))

    taken = pa.total_allocated_bytes() - before
    assert table["name"].to_pylist() == [f"participant {number}" for number in range(rows)]
    assert all(column.num_chunks <= 1 for column in table.columns)
    assert table.nbytes <= taken <= table.nbytes + ASIDE * table.num_columns * 2


def test_a_relation_is_fetched_as_a_result_is():
    connection = duckdb.connect()

    table = fetch(connection.sql(ROWS, params={"rows": 3}))

    assert table.equals(connection.execute(ROWS, {"rows": 3}).to_arrow_table())

"""The reader against two baselines on generated broken files; seeds are fixed and fresh."""

import os

import pytest

from tests.reading.corpus import make_corpus
from tests.reading.score import (
    READERS,
    SHEET_READERS,
    list_workbooks,
    overall,
    score_corpus,
)

LEVEL = 0.985
NEAR = 0.01  # one stray quote in one file, which no reader can tell from a meant one
FRESH = int.from_bytes(os.urandom(4), "big")


@pytest.mark.parametrize(("seed", "each"), [(1, 2), (FRESH, 1)], ids=["fixed", "fresh"])
def test_broken_texts_are_read_better_than_by_duckdb_and_the_sniffer(seed, each):
    table = score_corpus(make_corpus(seed, each=each))

    lost = {habit: row for habit, row in table.items() if row["ours"] + NEAR < max(row.values())}
    assert not lost, f"seed {seed}"
    assert overall(table, "ours") > max(overall(table, name) for name in READERS if name != "ours")
    assert overall(table, "ours") > LEVEL, f"seed {seed}"


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, FRESH], ids=["fixed", "fresh"])
def test_office_workbooks_are_read_better_than_by_openpyxl_and_calamine(seed):
    table = score_corpus(list_workbooks(seed), SHEET_READERS)

    lost = {habit: row for habit, row in table.items() if row["ours"] < max(row.values())}
    assert not lost, f"seed {seed}"
    assert overall(table, "ours") > LEVEL, f"seed {seed}"


@pytest.mark.long
def test_many_fresh_seeds_stay_above_the_level():
    for seed in range(FRESH, FRESH + 20):
        table = score_corpus(make_corpus(seed, each=2))

        assert overall(table, "ours") > LEVEL, f"seed {seed}"

"""Where a number comes from: every value of an entry with its file, its cell and its hash."""

from decimal import Decimal

import pytest

from tests.giving import give

CONTEST = "worldskills-2026-oblast-KZ-35-10"
CONTESTS = "programme,season,level,region,unit\nworldskills,2026,oblast,KZ-35,10\n"
SCORES = "Код,Өңірі,A,B\n01,Астана қаласы,{a},20\n02,Алматы қаласы,41,30\n"
ROWS = """
    select entry, criterion, value, file_name, "row", "column", batch_no
    from mart.lineage
    where contest_no = $contest_no
    order by entry, criterion
"""


@pytest.fixture
def lineage(store):
    """Return a function that gives a sheet and returns the lineage by entry and criterion."""
    from kasipkor_core.store import find_contest, query, read_now

    give(store, CONTESTS, kind="contests")

    def read(text, **options):
        give(store, text, kind="scores", contest=CONTEST, name="scores.csv", **options)
        reader = read_now(store)
        contest_no = find_contest(store, CONTEST, reader)
        rows = query(store, ROWS, reader, contest_no=contest_no).to_pylist()
        return {(row.pop("entry"), row.pop("criterion")): row for row in rows}

    return read


def test_every_value_names_its_file_and_cell(lineage):
    found = lineage(SCORES.format(a="40.50"))

    assert found["01", "A"] == {
        "value": Decimal("40.500"),
        "file_name": "scores.csv",
        "row": 2,
        "column": "C",
        "batch_no": 2,
    }
    assert found["02", "B"]["row"] == 3


@pytest.mark.long
def test_changing_one_cell_changes_exactly_one_value(lineage):
    before = lineage(SCORES.format(a="40.50"))
    after = lineage(SCORES.format(a="39.50"), replaces="yes")

    changed = {key for key in before if before[key]["value"] != after[key]["value"]}
    assert changed == {("01", "A")}

"""Real contests: the sheets go in through the importer, the protocol comes out byte for byte."""

import csv
from decimal import Decimal

import pytest

from kasipkor_core.store import load_demo, query, read_now, verify
from tests.golden.counting import FOLDERS, HERE, count, read_rows
from tests.ready import open_ready

AWARDS = {
    "GOLD": "gold",
    "SILVER": "silver",
    "BRONZE": "bronze",
    "MEDALLION FOR EXCELLENCE": "medallion",
    "": "certificate",
}
SCHEME = """
    select kind, count(*)::integer as aspects, sum(max_mark) as points
    from fact.aspect group by kind order by kind
"""


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_same_sheets_give_the_same_protocol_byte_for_byte(folder):
    protocol = count(folder)
    kept = {view: (HERE / folder / f"{view}.csv").read_text(encoding="utf-8") for view in protocol}

    assert protocol == kept


def test_the_published_results_of_2007_and_2011_give_the_official_awards_of_all_113_entries():
    with (HERE / "wsc_2007_2011" / "wsc_2007_2011_results.csv").open(encoding="utf-8") as file:
        official = {
            (f"worldskills-{row['year']}-international-{row['skill']}", row["member"]): row["award"]
            for row in csv.DictReader(file)
        }
    ours = {
        (row["contest"], row["entry"]): row["award"] for row in read_rows("wsc_2007_2011", "awards")
    }

    assert ours == {key: AWARDS[award] for key, award in official.items()}
    assert len(ours) == 113


@pytest.fixture(scope="module")
def marked():
    store = open_ready()
    load_demo(store, folder=HERE / "cis_scheme_2024")
    yield store
    store.close()


def test_the_real_scheme_has_its_220_aspects_that_sum_to_100(marked):
    rows = query(marked, SCHEME, read_now(marked)).to_pylist()

    assert [(row["kind"], row["aspects"]) for row in rows] == [("J", 19), ("M", 201)]
    assert sum(row["points"] for row in rows) == Decimal(100)


def test_missing_marks_keep_the_contest_provisional_and_a_guest_is_out_of_ranking():
    board = {row["entry"]: row for row in read_rows("cis_scheme_2024", "leaderboard")}

    assert {row["status"] for row in board.values()} == {"provisional"}
    assert board["07"]["marks"] != board["07"]["marks_expected"] == "220"
    assert (board["08"]["place"], board["08"]["award"]) == ("", "")
    assert board["08"]["total"]


@pytest.mark.long
def test_both_engines_agree_on_the_marked_scheme(marked):
    assert verify(marked, all_contests=True) == []

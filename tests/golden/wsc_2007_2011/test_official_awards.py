"""Ten skills of WorldSkills 2007 and 2011: the official scores bring the official awards."""

import csv
from itertools import groupby
from pathlib import Path

from tests.kit import Ledger

FILE = Path(__file__).parent / "wsc_2007_2011_results.csv"
AWARDS = {
    "GOLD": "gold",
    "SILVER": "silver",
    "BRONZE": "bronze",
    "MEDALLION FOR EXCELLENCE": "medallion",
    "": "certificate",
}


def read_skills():
    with FILE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [list(group) for _, group in groupby(rows, lambda row: (row["year"], row["skill"]))]


def test_all_113_official_awards_come_out():
    ledger = Ledger()
    skills = read_skills()
    for number, rows in enumerate(skills, 1):
        ledger.lay_contest("worldskills-500", number, is_archive=True, level="international")
        entries = [{"entry_no": n, "region": row["member"]} for n, row in enumerate(rows, 1)]
        ledger.lay_entries(*entries, contest_no=number)
        scores = [
            {"contest_no": number, "entry_no": n, "scale": int(row["score_500"])}
            for n, row in enumerate(rows, 1)
        ]
        ledger.lay("scale_score", *scores)
    found = [
        award
        for number in range(1, len(skills) + 1)
        for award in ledger.column("score.entry_tally", "award", contest_no=number).values()
    ]

    assert found == [AWARDS[row["award"]] for rows in skills for row in rows]
    assert len(found) == 113

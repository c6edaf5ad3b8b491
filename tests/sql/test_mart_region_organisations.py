"""A region's organisations: what each does in a season, and the year before."""

import pytest

from tests.exams import ABSENT, lay_result, open_exam

PLACE = {"organisation": "Колледж", "region": "KZ-75"}


def read(ledger, *columns):
    names = ", ".join(columns)
    rows = ledger.read(
        f"select {names} from mart.region_organisations where region = 'KZ-75'"
        " order by season desc, organisation"
    )
    return [tuple(row.values()) for row in rows]


@pytest.mark.long
def test_ws_12_entries_points_and_exams_of_an_organisation_stand_beside_the_year_before():
    ledger = open_exam({"score": 80}, ABSENT, season=2022)
    lay_result(ledger, 2, "gold", contest="a", season=2022, **PLACE)
    lay_result(ledger, 3, "bronze", contest="b", season=2021, **PLACE)
    ledger.lay(
        "organisation",
        {"organisation": "КОЛЛЕДЖ", "region": "KZ-75", "contest_no": 0, "students": 500},
        {"organisation": "Тыныш", "region": "KZ-75", "contest_no": 0, "students": 90},
    )
    columns = ("entries", "medals", "medal_points", "medal_points_change", "exams", "examinees")

    assert read(ledger, "season", "lower(organisation)", "students", *columns) == [
        (2022, "колледж", 500, 1, 1, 4, 2, 1, 1),
        (2022, "тыныш", 90, 0, 0, 0, 0, 0, 0),
        (2021, "колледж", 500, 1, 1, 2, None, 0, 0),
        (2021, "тыныш", 90, 0, 0, 0, None, 0, 0),
    ]


def test_an_organisation_that_is_not_on_record_stays_listed_and_is_named_so():
    ledger = open_exam({"score": 80})

    assert read(ledger, "organisation", "students", "is_on_record") == [("Колледж", None, False)]

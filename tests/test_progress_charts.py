"""Charts of progress: the right rows in the right order, classes with the right borders."""

import pytest

from kasipkor_core import charts
from kasipkor_core.charts.centremap import _middles
from kasipkor_core.ui.progress_rows import find_step


def region(code, gap, status="met", value=None, shown=""):
    return {
        "code": code,
        "name": code,
        "gap": gap,
        "value": value,
        "status": status,
        "shown": shown,
        "figure": str(value),
        "target": "85 %",
        "word": status,
        "letter": "Ж",
        "label": "Оқулық",
        "indicator_name": "Оқулық",
    }


def data_of(spec, field):
    """Return the distinct rows of a spec that have a field, in their order."""
    tables = [rows for rows in spec["datasets"].values() if isinstance(rows, list)]
    return next(rows for rows in tables if rows and field in rows[0])


@pytest.mark.parametrize(
    ("gap", "shade"),
    [(-12.1, 0), (-12, 1), (-9.1, 1), (-9, 2), (-0.1, 4), (0, 5), (2.9, 5), (9, 8), (12, 9)],
)
def test_a_class_begins_at_its_border_and_the_target_belongs_to_those_who_reach_it(gap, shade):
    assert charts.shade_gap(gap, 3) == shade


@pytest.mark.parametrize(
    ("gaps", "unit", "step"),
    [([40], "percent", 3), ([-3, 2], "colleges", 1), ([11], "colleges", 3), ([-260], "tenge", 100),
     ([], "colleges", 1)],
)  # fmt: skip
def test_classes_are_three_percentage_points_or_a_round_number_that_holds_the_greatest_gap(
    gaps, unit, step
):
    assert find_step(gaps, unit) == step


def test_dots_stand_best_first_and_a_region_without_data_stays_at_the_end():
    rows = [region("B", -3, "not_met"), region("C", None, "no_data"), region("A", 4.5)]
    spec = charts.gap_dots(rows, lang="kk", theme="light")

    assert [row["code"] for row in data_of(spec, "gap")] == ["A", "B", "C"]


def test_without_a_target_dots_are_values_from_zero_on_and_no_line_is_gold():
    rows = [region("A", None, "no_target", 40.0), region("B", None, "no_target", 60.0)]
    spec = charts.value_dots(rows, lang="kk", theme="light")

    assert [row["code"] for row in data_of(spec, "gap")] == ["B", "A"]
    assert "#B07A00" not in str(spec["layer"])


def test_a_cell_has_its_letter_on_a_phone_and_the_gap_beside_it_elsewhere():
    cells = [region("A", 4.5, shown="+4,5") | {"shade": 6}]
    wide, narrow = (
        data_of(charts.heat_map(cells, lang="kk", theme="dark", narrow=form), "written")
        for form in (False, True)
    )

    assert [wide[0]["written"], narrow[0]["written"]] == ["Ж +4,5", "Ж"]


def test_another_region_is_chosen_without_making_the_chart_again():
    spec = charts.gap_dots([region("A", 1)], lang="kk", theme="light")
    other = charts.choose(spec, "KZ-10")
    names = {one["name"]: one.get("value") for one in other["params"]}

    assert (names["chosen"], other["layer"] is spec["layer"]) == ("KZ-10", True)


def test_all_panels_share_one_scale():
    rows = [
        {**region(code, None, value=value), "year": 2024, "run": 0, "low": 50.0}
        for code, value in (("A", 0.0), ("B", 100.0))
    ]
    first, second = data_of(charts.year_panels(rows, lang="kk", theme="light"), "step")

    assert first["height"] > first["step"] == second["step"] > second["height"]
    assert (first["inset"], second["inset"]) == (0.06, 1.06)


def test_every_region_has_a_place_for_its_centres_inside_the_country():
    places = _middles()

    assert len(places) == 20
    assert all(46 < east < 88 and 40 < north < 56 for east, north in places.values())

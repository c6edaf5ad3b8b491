"""Charts: specs that hold the right rows, words and numbers."""

import re
from collections import Counter
from decimal import Decimal

import altair as alt
import pyarrow as pa
import pytest
from altair.utils import schemapi

from kasipkor_core import charts
from kasipkor_core.charts.maps import find_breaks
from kasipkor_core.palette import colours
from kasipkor_core.ui import reads

BOARD = pa.Table.from_pylist(
    [
        {
            "entry": entry,
            "name": name,
            "place": place,
            "total": total,
            "distance_to_next": gap,
            "award": award,
        }
        for entry, name, place, total, gap, award in [
            ("02", "Бекова Дана", 2, Decimal("85.10"), Decimal("2.32"), "silver"),
            ("01", "Алиев Ерлан", 1, Decimal("87.42"), None, "gold"),
            ("03", "Сапар Айша", None, None, None, None),
        ]
    ]
)
TEAMS = pa.Table.from_pylist(
    [{"region_name": "Абай", "gold": 2, "silver": 0, "bronze": 1, "medallion": None}]
)


def rows_of(spec):
    return next(rows for rows in spec["datasets"].values() if isinstance(rows, list))


def test_the_chart_of_points_has_the_marked_entries_best_first_with_their_gap():
    spec = charts.leaderboard(BOARD, lang="kk", theme="light")

    assert [(row["label"], row["points"], row["gap"]) for row in rows_of(spec)] == [
        ("1  Алиев Ерлан", "87,42", ""),
        ("2  Бекова Дана", "85,10", "−2,32"),
    ]


def test_boards_share_the_checked_chart_but_neither_rows_nor_order_nor_height():
    one = charts.leaderboard(BOARD.slice(1, 1), lang="kk", theme="light")
    two = charts.leaderboard(BOARD, lang="kk", theme="light")

    assert [len(rows_of(spec)) for spec in (one, two)] == [1, 2]
    assert [spec["layer"][3]["encoding"]["y"]["sort"] for spec in (one, two)] == [
        ["1  Алиев Ерлан"],
        ["1  Алиев Ерлан", "2  Бекова Дана"],
    ]
    assert (two["height"] - one["height"], one["data"] == two["data"]) == (30, False)


def test_medals_stack_in_their_order_and_leave_out_what_is_none():
    spec = charts.medals(TEAMS, lang="ru", theme="dark")

    assert [(row["award"], row["count"], row["middle"]) for row in rows_of(spec)] == [
        ("Золото", 2, 1.0),
        ("Бронза", 1, 2.5),
    ]


@pytest.mark.parametrize(("lang", "decimal"), [("kk", ","), ("ru", ","), ("en", ".")])
def test_every_chart_carries_the_numbers_of_its_language(lang, decimal):
    spec = charts.leaderboard(BOARD, lang=lang, theme="light")

    assert spec["config"]["locale"]["number"]["decimal"] == decimal


def test_a_region_without_data_stays_on_the_map_and_says_so():
    spec = charts.kzmap(
        {"KZ-71": 4},
        names={"KZ-71": "Астана", "KZ-10": "Абай"},
        legend="Қатысушылар",
        lang="kk",
        theme="light",
    )
    said = [
        (row["code"], row["figure"])
        for rows in spec["datasets"].values()
        if isinstance(rows, list)
        for row in rows
        if row.get("code") == "KZ-10"
    ]

    assert said == [("KZ-10", "дерек жоқ")]


@pytest.mark.long
def test_a_region_without_data_is_drawn_in_the_colour_of_none_and_takes_no_class():
    names = {code: code for code in reads.region_names("en")}
    spec = charts.kzmap({"KZ-75": 30}, names=names, legend="", lang="en", theme="light")
    drawn = charts.draw_svg(spec | {"width": 600}).decode()
    fills = Counter(re.findall(r'fill="(#[0-9A-Fa-f]{6})"', drawn))
    discs_and_shapes = len(names) + 3 - 2  # the three cities have both, Almaty has a number

    assert fills[colours("light").empty] == discs_and_shapes


def test_borders_of_classes_are_rising_and_at_most_four():
    assert find_breaks([1, 1, 2, 3, 5, 8, 13, 21, 34, 55]) == [2, 5, 13, 34]


def test_equal_numbers_make_one_class():
    assert find_breaks([3, 3, 3]) == [3]


def test_the_server_asks_the_schema_about_no_chart_and_makes_the_same_ones(monkeypatch):
    wrong = alt.Chart(alt.NamedData("rows")).mark_bar().encode(x=alt.X("points:Q", stack="beside"))
    right = alt.Chart(alt.NamedData("rows")).mark_bar().encode(x=alt.X("points:Q", stack="zero"))
    with pytest.raises(schemapi.SchemaValidationError):
        charts.finish([wrong], lang="kk", theme="light")
    asked = charts.finish([right], lang="kk", theme="light")
    monkeypatch.setattr(schemapi, "DEBUG_MODE", schemapi.DEBUG_MODE)

    charts.trust()

    assert charts.finish([right], lang="kk", theme="light") == asked
    charts.finish([wrong], lang="kk", theme="light")


def test_layers_make_one_chart_that_the_schema_of_vega_lite_takes_as_a_whole():
    rows = [{"code": "KZ-10", "name": "Абай", "gap": 3.0, "shown": "+3,0", "figure": "88 %"}]
    spec = charts.gap_map(rows, step=3, lang="kk", theme="light")
    del spec["config"]["legend"]["layout"]  # Vega's own word, which Vega-Lite hands on
    views = {layer["name"] for layer in spec["layer"] if "name" in layer}

    alt.LayerChart.validate(spec)
    assert [one["name"] for one in spec["params"]] == ["pick_region", "pick_city", "chosen"]
    assert {view for one in spec["params"] for view in one.get("views", ())} == views

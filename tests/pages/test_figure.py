"""Figures: a chart goes to the browser as Arrow, with its picture and its table beside it."""

from decimal import Decimal

import pyarrow as pa

from kasipkor_core.ui import figure
from kasipkor_core.ui.head import keep_endings


def read_arrow(packed):
    return pa.ipc.open_stream(packed).read_all().to_pylist()


def test_rows_go_to_the_browser_as_arrow_and_a_map_as_it_is():
    rows, shape = [{"code": "KZ-10", "gap": 3}, {"code": "KZ-71", "gap": None}], {"arcs": []}
    spec = {"height": 30, "datasets": {"rows of two": rows, "shape of one": shape}}
    packed = figure.pack(spec)

    assert read_arrow(packed["datasets"]["rows of two"]) == rows
    assert packed["datasets"]["shape of one"] is shape
    assert spec["datasets"]["rows of two"] is rows


def test_a_row_without_columns_is_left_to_streamlit_because_arrow_would_lose_it():
    assert figure.pack({"datasets": {"one empty": [{}]}})["datasets"] == {"one empty": [{}]}


def test_a_column_that_only_later_rows_have_is_kept():
    packed = figure.pack({"datasets": {"later": [{"a": 1}, {"a": 2, "b": "x"}]}})

    assert read_arrow(packed["datasets"]["later"]) == [{"a": 1, "b": None}, {"a": 2, "b": "x"}]


def test_no_line_ends_between_a_figure_and_its_ending():
    assert keep_endings("176 жарыстың 56-сы, 17-құзырет, 2026-11-27, N-770878") == (
        "176 жарыстың 56\u2011сы, 17\u2011құзырет, 2026-11-27, N-770878"
    )


def test_a_column_of_points_has_no_idle_thousandths_and_all_its_rows_the_same_decimals():
    kind = pa.decimal128(9, 3)
    table = pa.table(
        {
            "whole": pa.array([Decimal(36), Decimal("0.5"), None], kind),
            "mean": pa.array([Decimal("18.335"), Decimal(18), None], kind),
            "count": pa.array([36, 1200, None], pa.int64()),
        }
    )
    shown = figure.name_columns(table, {name: name for name in table.column_names}, lang="kk")

    assert shown.to_pydict() == {
        "whole": ["36,00", "0,50", ""],
        "mean": ["18,335", "18,000", ""],
        "count": ["36", "1\u202f200", ""],
    }

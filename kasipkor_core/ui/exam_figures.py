"""The charts of demonstration exams: regions and competencies beside each other."""

from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import charts
from kasipkor_core.i18n import format_number, mark, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import reads
from kasipkor_core.ui.amounts import write_amount
from kasipkor_core.ui.exams import Row, write_span
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.picks import choose_code
from kasipkor_core.ui.session import Eyes, Visitor, see_with

_MEASURES = {"points": mark("Points"), "colleges": mark("Colleges that hold exams")}


def draw_comparison(who: Visitor, season: int) -> None:
    """Draw map and competencies beside the regions, by points or by colleges that hold exams."""
    measure = choose_code("measure", _MEASURES, label=text("Compare by", who.lang), lang=who.lang)
    left, right = st.columns(2)
    with left:
        _draw_map(who, season, measure)
        _draw_points(who, season, "unit", who.chosen("region"))
    with right:
        if measure == "colleges":
            _draw_colleges(who, season)
        else:
            _draw_points(who, season, "region", who.chosen("unit"))


def _draw_map(who: Visitor, season: int, measure: str) -> None:
    lang, key = who.lang, (who.eyes(), season, measure, who.chosen("unit"))
    region = who.chosen("region")
    rows = _list_values(*key)
    draw_figure(
        Figure(
            name="exam_map",
            title=text("Map", lang),
            about=text("percent of the colleges on record", lang)
            if measure == "colleges"
            else text("mean of points", lang),
            alt=text("Map of Kazakhstan: {name}", lang, name=text(_MEASURES[measure], lang)),
            make=lambda theme: charts.choose(_map(*key, theme, height=330), region),
            narrow=lambda theme: charts.choose(_map(*key, theme, height=230), region),
            table=pa.table({name: [row[name] for row in rows] for name in ("name", "figure")}),
            columns={"name": text("Region", lang), "figure": text(_MEASURES[measure], lang)},
            lang=lang,
            picks=charts.PICKS,
        )
    )


def _list_values(eyes: Eyes, season: int, measure: str, unit: str | None) -> list[Row]:
    if measure == "colleges":
        return list_colleges(eyes, season)
    rows = list_groups(eyes, season, "region", unit)
    return [{**row, "value": None if row["mean"] is None else round(row["mean"])} for row in rows]


@st.cache_resource(max_entries=128, show_spinner=False)
def _map(
    eyes: Eyes, season: int, measure: str, unit: str | None, theme: Theme, *, height: int
) -> dict[str, Any]:
    rows = [row for row in _list_values(eyes, season, measure, unit) if row["value"] is not None]
    return charts.kzmap(
        {row["code"]: row["value"] for row in rows},
        names=reads.region_names(eyes.lang),
        legend=text(_MEASURES[measure], eyes.lang),
        figures={row["code"]: row["figure"] for row in rows},
        lang=eyes.lang,
        theme=theme,
        height=height,
    )


def list_groups(eyes: Eyes, season: int, scope: str, other: str | None) -> list[Row]:
    """Return regions (scope region) or competencies (unit), the greatest mean first.

    Args:
        eyes: Whose eyes.
        season: The school year.
        scope: ``region`` or ``unit``.
        other: The chosen code of the other of the two; None: all.
    """
    level = scope if other is None else "region_unit"
    across = "unit" if scope == "region" else "region"
    return [
        _describe(row, scope, eyes.lang)
        for row in reads.read("exam_groups", see_with(eyes)).to_pylist()
        if row["season"] == season and row["scope"] == level and row[across] == other
    ]


def _describe(row: Row, scope: str, lang: str) -> Row:
    """Return a row as chart and table need it."""
    code = str(row[scope] or "")
    name = reads.region_name(code, lang) if scope == "region" else row["unit_name"] or code
    return {
        **{column: row[column] for column in ("exams", "examinees", "marked", "exempt")},
        **{column: row[column] for column in ("passports", "numbered", "blocked", "reached")},
        "code": code,
        "name": name,
        "low": _plain(row["lowest"]),
        "mean": _plain(row["mean"]),
        "high": _plain(row["highest"]),
        "figure": format_number(row["mean"], lang, 1),
        "span": write_span(row, lang),
        "people": format_number(row["marked"], lang),
    }


def _plain(value: Any) -> float | None:  # noqa: ANN401  decimal of the view
    return None if value is None else float(value)


def _draw_points(who: Visitor, season: int, scope: str, other: str | None) -> None:
    lang, key = who.lang, (who.eyes(), season, scope, other)
    is_region = scope == "region"
    rows = list_groups(*key)
    draw_figure(
        Figure(
            name=f"exam_{scope}s",
            title=text("Regions", lang) if is_region else text("Competencies", lang),
            about=text("points: mean, least and greatest", lang),
            alt=text("Regions by the mean of points", lang)
            if is_region
            else text("Competencies by the mean of points", lang),
            make=lambda theme: charts.choose(_ranges(*key, theme), who.chosen(scope)),
            narrow=None
            if is_region
            else lambda theme: charts.choose(_ranges(*key, theme, narrow=True), who.chosen(scope)),
            table=pa.Table.from_pylist(rows, schema=_SCHEMA),
            columns=_name_columns(rows, is_region=is_region, lang=lang),
            lang=lang,
            picks=charts.EXAM_PICKS[scope],
        )
    )


_COUNTS = ("exams", "examinees", "marked", "exempt", "passports", "numbered", "blocked", "reached")
_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("code", "name", "figure", "span", "people")]
    + [(name, pa.float64()) for name in ("low", "mean", "high")]
    + [(name, pa.int64()) for name in _COUNTS]
)


def _name_columns(rows: list[Row], *, is_region: bool, lang: str) -> dict[str, str]:
    columns = {
        "name": text("Region", lang) if is_region else text("Competency", lang),
        "figure": text("Mean", lang),
        "span": text("Least–greatest", lang),
        "exams": text("Exams", lang),
        "examinees": text("Came", lang),
        "exempt": text("Freed", lang),
        "passports": text("Passports", lang),
        "numbered": text("Numbered", lang),
    }
    if any(row["reached"] is not None for row in rows):
        columns["reached"] = text("Above the lowest grade", lang)
    return columns


@st.cache_resource(max_entries=128, show_spinner=False)
def _ranges(
    eyes: Eyes, season: int, scope: str, other: str | None, theme: Theme, *, narrow: bool = False
) -> dict[str, Any]:
    rows = list_groups(eyes, season, scope, other)
    return charts.point_ranges(rows, lang=eyes.lang, theme=theme, narrow=narrow)


def list_colleges(eyes: Eyes, season: int) -> list[Row]:
    """Return each region with the share of its colleges that hold an exam, in percent."""
    found = []
    for row in reads.read("exam_regions", see_with(eyes)).to_pylist():
        if row["season"] != season:
            continue
        share, lang = row["college_share"], eyes.lang
        says = text("{n} of {all} colleges", lang, n=row["colleges"], all=row["colleges_known"])
        found.append(
            {
                "code": row["region"],
                "name": reads.region_name(row["region"], lang),
                "value": _plain(share),
                "figure": write_amount(share, "percent", lang, 1),
                "status": "no_data" if share is None else "no_target",
                "word": says if row["colleges_known"] else text("no data", lang),
                "colleges": row["colleges"],
                "known": row["colleges_known"],
                "introduced": row["introduced"],
                "introduced_of": row["introduced_of"],
            }
        )
    return found


def _draw_colleges(who: Visitor, season: int) -> None:
    lang, key = who.lang, (who.eyes(), season)
    draw_figure(
        Figure(
            name="exam_colleges",
            title=text("Colleges that hold exams", lang),
            about=text("percent of the colleges on record; IND-03 stands beside it", lang),
            alt=text("Regions by the share of colleges that hold exams", lang),
            make=lambda theme: charts.choose(_shares(*key, theme), who.chosen("region")),
            table=pa.Table.from_pylist(list_colleges(*key)),
            columns={
                "name": text("Region", lang),
                "figure": text("Share", lang),
                "colleges": text("Colleges with an exam", lang),
                "known": text("Colleges on record", lang),
                "introduced": text("IND-03, reported", lang),
                "introduced_of": text("IND-03, of", lang),
            },
            lang=lang,
            picks=charts.GAP_PICKS,
        )
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _shares(eyes: Eyes, season: int, theme: Theme) -> dict[str, Any]:
    return charts.value_dots(list_colleges(eyes, season), lang=eyes.lang, theme=theme)

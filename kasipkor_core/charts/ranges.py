"""The chart of all regions: persons against the range, and the places of a what-if beside them."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from kasipkor_core.charts.look import LABEL, finish
from kasipkor_core.i18n import format_number, mark, text
from kasipkor_core.palette import Palette, Theme, colours

PICKS = {"pick_row": "region"}
RANGE_WORDS = {
    "below_min": mark("Below the range"),
    "in_range": mark("In the range"),
    "above_max": mark("Above the range"),
    "no_rule": mark("No rule"),
}
_MISSED = ("below_min", "above_max")
_ROW = 27
_COLUMN = 0.11  # of the axis: a column of figures right of the dots
_ROOM = 1.06
_TICKS = 6


def quota_range(rows: Sequence[Mapping[str, Any]], *, lang: str, theme: Theme) -> dict[str, Any]:
    """Draw persons by region against the least and the greatest number, best filled first.

    Args:
        rows: In the wanted order: region, region_name, persons, minimum, maximum, status (of
            ``mart.quotas``), and seats, seats_tied of a what-if or None.
        lang: Language of the labels.
        theme: light or dark.
    """
    tint = colours(theme)
    top = _find_top(rows)
    values = [_bar(row, top, lang) for row in rows]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        y=alt.Y(
            "region:N",
            sort=[row["region"] for row in values],
            title=None,
            axis=alt.Axis(labelLimit=160, domain=False, labelPadding=10),
            scale=alt.Scale(paddingInner=0, paddingOuter=0.1),
        )
    )
    end = top * _ROOM + 2 * top * _COLUMN
    x = _axis("persons", top, end)
    layers = [
        *_bounds(rows, x, tint, lang),
        base.mark_rule(color=tint.sky, strokeWidth=2).encode(
            x=_axis("zero", top, end), x2="persons:Q"
        ),
        *_what_if(base, values, top, end, tint),
        *_dots(base, x, tint),
        *_figures(base, top, end, tint, lang),
        _rows_to_click(base, top, end, tint, lang),
    ]
    chart = alt.layer(*layers).properties(height=max(1, len(values)) * _ROW, width="container")
    return finish(chart, lang=lang, theme=theme)


def _find_top(rows: Sequence[Mapping[str, Any]]) -> float:
    """Return the end of the axis: the range, the persons and the places of a what-if fit in."""
    names = ("persons", "maximum", "seats")
    return float(max([row[name] or 0 for row in rows for name in names], default=1) or 1)


def _axis(field: str, top: float, end: float) -> alt.X:
    return alt.X(
        f"{field}:Q",
        title=None,
        scale=alt.Scale(domain=[0, end], nice=False),
        axis=alt.Axis(orient="bottom", values=_ticks(top), format="d"),
    )


def _ticks(top: float) -> list[int]:
    """Return at most seven round numbers from zero on."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if top / step <= _TICKS)
    return list(range(0, int(top) + 1, step))


def _bar(row: Mapping[str, Any], top: float, lang: str) -> dict[str, Any]:
    seats = row["seats"]
    tied = f" + {row['seats_tied']}?" if row["seats_tied"] else ""
    return {
        "code": row["region"],
        "region": row["region_name"],
        "zero": 0,
        "end": top * (_ROOM + 2 * _COLUMN),
        "persons": row["persons"],
        "is_missed": row["status"] in _MISSED,
        "status": text(RANGE_WORDS[row["status"]], lang),
        "figure": format_number(row["persons"], lang),
        "seats": seats,
        "seats_figure": "" if seats is None else f"{format_number(seats, lang)}{tied}",
        "at_persons": top * (_ROOM + _COLUMN * 0.7),
        "at_seats": top * (_ROOM + _COLUMN * 1.8),
    }


def _bounds(
    rows: Sequence[Mapping[str, Any]], x: alt.X, tint: Palette, lang: str
) -> list[alt.Chart]:
    """Draw the least and the greatest number as lines, where one rule holds for all."""
    lines = []
    for name, key in (("minimum", mark("least {n}")), ("maximum", mark("most {n}"))):
        found = {row[name] for row in rows}
        if len(found) == 1 and None not in found:
            number = next(iter(found))
            lines.append({"persons": number, "label": text(key, lang, n=number)})
    if not lines:
        return []
    base = alt.Chart(alt.InlineData(values=lines)).encode(x=x)
    return [
        base.mark_rule(color=tint.gold, strokeWidth=2),
        base.mark_text(
            color=tint.gold_text, fontSize=LABEL, fontWeight="bold", align="left", dx=5
        ).encode(y=alt.value(-9), text="label:N"),
    ]


def _dots(base: alt.Chart, x: alt.X, tint: Palette) -> list[alt.Chart]:
    """Draw the persons: circle in the range or without one, diamond outside of it."""
    inside = base.transform_filter("!datum.is_missed").mark_point(
        shape="circle", filled=True, size=120, opacity=1, color=tint.sky
    )
    outside = base.transform_filter("datum.is_missed").mark_point(
        shape="diamond", filled=True, size=150, opacity=1, color=tint.act
    )
    return [inside.encode(x=x), outside.encode(x=x)]


def _what_if(
    base: alt.Chart, values: list[dict[str, Any]], top: float, end: float, tint: Palette
) -> list[alt.Chart]:
    """Draw the places of the what-if as hollow circles, dashed to what is."""
    if not any(value["seats"] is not None for value in values):
        return []
    x = _axis("seats", top, end)
    ring = base.mark_point(shape="circle", size=130, opacity=1, strokeWidth=1.6, color=tint.ink)
    stem = base.mark_rule(color=tint.faint, strokeDash=[3, 3])
    return [stem.encode(x=x, x2="persons:Q"), ring.encode(x=x)]


def _figures(
    base: alt.Chart,
    top: float,
    end: float,
    tint: Palette,
    lang: str,
) -> list[alt.Chart]:
    """Write the numbers as columns right of the dots, each under its head."""
    heads = [
        {"at": top * (_ROOM + _COLUMN * 0.7), "head": text("now", lang)},
        {"at": top * (_ROOM + _COLUMN * 1.8), "head": text("if so", lang)},
    ]
    columns = alt.Chart(alt.InlineData(values=heads)).mark_text(
        align="right", fontSize=LABEL, color=tint.mute
    )
    now = base.mark_text(align="right", fontSize=LABEL, fontWeight="bold", color=tint.ink)
    then = base.mark_text(align="right", fontSize=LABEL, color=tint.mute)
    return [
        columns.encode(x=_axis("at", top, end), y=alt.value(-9), text="head:N"),
        now.encode(x=_axis("at_persons", top, end), text="figure:N"),
        then.encode(x=_axis("at_seats", top, end), text="seats_figure:N"),
    ]


def _rows_to_click(base: alt.Chart, top: float, end: float, tint: Palette, lang: str) -> alt.Chart:
    """Lay a clear bar over each row: a click anywhere in it opens the region."""
    bars = base.mark_bar(opacity=0, color=tint.page, cursor="pointer")
    tips = [
        alt.Tooltip("region:N", title=text("Region", lang)),
        alt.Tooltip("figure:N", title=text("Persons", lang)),
        alt.Tooltip("status:N", title=text("Decision", lang)),
        alt.Tooltip("seats_figure:N", title=text("What if", lang)),
    ]
    picked = alt.selection_point(name="pick_row", fields=["code"], on="click", toggle=False)
    chart: alt.Chart = bars.encode(x=_axis("zero", top, end), x2="end:Q", tooltip=tips)
    return chart.add_params(picked)

"""The chart of all regions: persons against the range, and the places of a what-if beside them."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from kasipkor_core import words
from kasipkor_core.charts.look import LABEL, finish
from kasipkor_core.i18n import format_number, text
from kasipkor_core.palette import Palette, Theme, colours

PICKS = {"pick_row": "region"}
_MISSED = ("below_min", "above_max")
_ROW, _AXES = 27, 44
_FIGURES = 132  # pixels right of the dots: two columns of figures
_DOT = 8  # pixels left of zero: half a dot
_NOW, _THEN = {"expr": "width - 76"}, {"expr": "width - 6"}
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
    values = [_bar(row, lang) for row in rows]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        y=alt.Y(
            "region:N",
            sort=[row["region"] for row in values],
            title=None,
            axis=alt.Axis(labelLimit=160, domain=False, labelPadding=10),
        )
    )
    layers = [
        *_bounds(rows, top, tint),
        base.mark_rule(color=tint.sky, strokeWidth=2).encode(
            x=_x("zero", top), x2=alt.X2("persons:Q")
        ),
        *_what_if(base, values, top, tint),
        *_dots(base, top, tint),
        *_figures(base, tint, lang),
        _rows_to_click(base, tint, lang),
    ]
    height = max(1, len(values)) * _ROW + _AXES
    return finish(layers, lang=lang, theme=theme, height=height)


def _find_top(rows: Sequence[Mapping[str, Any]]) -> float:
    """Return the end of the axis: the range, the persons and the places of a what-if fit in."""
    names = ("persons", "maximum", "seats")
    return float(max([row[name] or 0 for row in rows for name in names], default=1) or 1)


def _x(field: str, top: float) -> alt.X:
    """Return the axis of persons, which leaves the columns of figures free."""
    return alt.X(
        f"{field}:Q",
        title=None,
        scale=alt.Scale(
            domain=[0, top * 1.04], nice=False, range=[_DOT, {"expr": f"width - {_FIGURES}"}]
        ),
        axis=alt.Axis(orient="bottom", values=_ticks(top), format="d", labelOverlap="greedy"),
    )


def _ticks(top: float) -> list[int]:
    """Return at most seven round numbers from zero on."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if top / step <= _TICKS)
    return list(range(0, int(top) + 1, step))


def _bar(row: Mapping[str, Any], lang: str) -> dict[str, Any]:
    seats = row["seats"]
    tied = f" + {row['seats_tied']}?" if row["seats_tied"] else ""
    return {
        "code": row["region"],
        "region": row["region_name"],
        "zero": 0,
        "persons": row["persons"],
        "is_missed": row["status"] in _MISSED,
        "status": text(words.RANGES[row["status"]], lang),
        "figure": format_number(row["persons"], lang),
        "seats": seats,
        "seats_figure": "" if seats is None else f"{format_number(seats, lang)}{tied}",
    }


def _bounds(rows: Sequence[Mapping[str, Any]], top: float, tint: Palette) -> list[alt.Chart]:
    """Draw the least and the greatest number as lines, where one rule holds for all."""
    charts = []
    for name, sign, dx in (("minimum", "≥", 18), ("maximum", "≤", -18)):
        found = {row[name] for row in rows if row["status"] != "no_rule"}
        if len(found) != 1 or None in found:
            continue
        number = next(iter(found))
        line = alt.InlineData(values=[{"persons": number, "label": f"{sign} {number}"}])
        base = alt.Chart(line).encode(x=_x("persons", top))
        label = base.mark_text(color=tint.gold_text, fontSize=LABEL, fontWeight="bold", dx=dx)
        charts += [
            base.mark_rule(color=tint.gold, strokeWidth=2),
            label.encode(y=alt.value(-9), text=alt.Text("label:N")),
        ]
    return charts


def _dots(base: alt.Chart, top: float, tint: Palette) -> list[alt.Chart]:
    """Draw the persons: circle in the range or without one, diamond outside of it."""
    inside = base.transform_filter("!datum.is_missed").mark_point(
        shape="circle", filled=True, size=110, opacity=1, color=tint.sky
    )
    outside = base.transform_filter("datum.is_missed").mark_point(
        shape="diamond", filled=True, size=150, opacity=1, color=tint.act
    )
    return [inside.encode(x=_x("persons", top)), outside.encode(x=_x("persons", top))]


def _what_if(
    base: alt.Chart, values: list[dict[str, Any]], top: float, tint: Palette
) -> list[alt.Chart]:
    """Draw the places of the what-if as hollow circles, dashed to what is."""
    if not any(value["seats"] is not None for value in values):
        return []
    ring = base.mark_point(shape="circle", size=190, opacity=1, strokeWidth=1.4, color=tint.ink)
    stem = base.mark_rule(color=tint.faint, strokeDash=[3, 3])
    return [
        stem.encode(x=_x("seats", top), x2=alt.X2("persons:Q")),
        ring.encode(x=_x("seats", top)),
    ]


def _figures(base: alt.Chart, tint: Palette, lang: str) -> list[alt.Chart]:
    """Write the numbers as columns right of the dots, each under its head."""
    heads = alt.Chart(alt.InlineData(values=[{}])).mark_text(
        align="right", fontSize=LABEL, color=tint.mute
    )
    now = base.mark_text(align="right", fontSize=LABEL, fontWeight="bold", color=tint.ink)
    then = base.mark_text(align="right", fontSize=LABEL, color=tint.mute)
    return [
        _head(heads, text("now", lang), _NOW),
        _head(heads, text("if so", lang), _THEN),
        now.encode(x=alt.value(_NOW), text=alt.Text("figure:N")),
        then.encode(x=alt.value(_THEN), text=alt.Text("seats_figure:N")),
    ]


def _head(heads: alt.Chart, word: str, at: dict[str, str]) -> alt.Chart:
    chart: alt.Chart = heads.encode(x=alt.value(at), y=alt.value(-9), text=alt.value(word))
    return chart


def _rows_to_click(base: alt.Chart, tint: Palette, lang: str) -> alt.Chart:
    """Lay a clear band over each row: a click anywhere in it opens the region."""
    bars = base.mark_rect(opacity=0, color=tint.page, cursor="pointer")
    tips = [
        alt.Tooltip("region:N", title=text("Region", lang)),
        alt.Tooltip("figure:N", title=text("Persons", lang)),
        alt.Tooltip("status:N", title=text("State", lang)),
        alt.Tooltip("seats_figure:N", title=text("What if", lang)),
    ]
    picked = alt.selection_point(name="pick_row", fields=["code"], on="click", toggle=False)
    wide = {"expr": "width"}
    chart: alt.Chart = bars.encode(x=alt.value(0), x2=alt.value(wide), tooltip=tips)
    return chart.add_params(picked)

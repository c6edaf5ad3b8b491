"""How severe judges are: a dot with its interval for each, around zero."""

from typing import Any

import altair as alt
import pyarrow as pa

from kasipkor_core.charts.look import LABEL, finish
from kasipkor_core.i18n import format_signed, text
from kasipkor_core.palette import Theme, colours

_ROW = 44
_APART = ("lenient", "severe")


def severity(judges: pa.Table, *, lang: str, theme: Theme) -> dict[str, Any]:
    """Draw the mean difference of each judge with its interval, the most lenient on top.

    Args:
        judges: ``mart.judges`` of one contest with ``name``; only judges with an interval.
        lang: Language of the labels.
        theme: light or dark.
    """
    tint = colours(theme)
    rows = [_row(row, lang) for row in judges.to_pylist()]
    reach = max((max(abs(row["low"]), abs(row["high"])) for row in rows), default=1) * 1.1 or 1
    scale = alt.Scale(domain=[-reach, reach], nice=False)
    axis = alt.Axis(format="+.2~f" if reach < 1 else "+.1~f", tickCount=7, labelExpr=_ZERO)
    y = alt.Y(
        "name:N", sort=[row["name"] for row in rows], title=None, axis=alt.Axis(labelLimit=240)
    )
    tips = [
        alt.Tooltip("name:N", title=text("Judge", lang)),
        alt.Tooltip("mean:N", title=text("Difference", lang)),
        alt.Tooltip("range:N", title=text("Interval", lang)),
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=y, tooltip=tips)
    marks = base.encode(x=alt.X("value:Q", title=None, scale=scale, axis=axis))
    colour = alt.condition("datum.apart", alt.value(tint.act), alt.value(tint.sky))
    zero = (
        alt.Chart(alt.InlineData(values=[{"value": 0}]))
        .mark_rule(color=tint.ink, strokeWidth=1.5)
        .encode(x=alt.X("value:Q", title=None, scale=scale, axis=axis))
    )
    ranges = base.mark_rule(strokeWidth=2.5).encode(
        x=alt.X("low:Q", title=None, scale=scale, axis=axis), x2=alt.X2("high:Q"), color=colour
    )
    dots = marks.mark_point(filled=True, size=130, opacity=1).encode(
        color=colour,
        shape=alt.Shape(
            "apart:N",
            scale=alt.Scale(domain=[False, True], range=["circle", "diamond"]),
            legend=None,
        ),
    )
    numbers = marks.mark_text(dy=-14, fontSize=LABEL, fontWeight="bold", color=tint.ink).encode(
        text=alt.Text("mean:N")
    )
    layers = [zero, ranges, dots, numbers]
    return finish(layers, lang=lang, theme=theme, height=max(1, len(rows)) * _ROW)


_ZERO = "datum.value === 0 ? '0' : datum.label"


def _row(row: dict[str, Any], lang: str) -> dict[str, Any]:
    low, high = row["interval_low"], row["interval_high"]
    return {
        "name": row["name"],
        "value": float(row["mean_difference"]),
        "low": float(low),
        "high": float(high),
        "mean": format_signed(row["mean_difference"], lang, 2),
        "range": f"{format_signed(low, lang, 2)} … {format_signed(high, lang, 2)}",
        "apart": row["note"] in _APART,
    }

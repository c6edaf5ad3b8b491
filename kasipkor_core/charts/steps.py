"""Years of one region: the line of its values under the steps of the target."""

from functools import cache
from typing import Any

import altair as alt

from kasipkor_core.charts.look import LABEL, fill, finish, when
from kasipkor_core.i18n import text
from kasipkor_core.palette import Palette, Theme, colours

_HALF = 0.5
_HEIGHT = 210
Place = dict[str, Any]  # title, scale and axis: the same in every layer


def target_steps(
    years: list[dict[str, Any]], *, lang: str, theme: Theme, narrow: bool = False
) -> dict[str, Any]:
    """Draw values by year and the target that held in each; nothing between two years.

    Args:
        years: Consecutive years: year, value (null: no data), figure, status, word, low and
            high (null: no target), target (its text).
        lang: Language of labels.
        theme: light or dark.
        narrow: Labels without the word before them: the form of phones.
    """
    rows = [_span(row) for row in years]
    _name_first(rows, lang, narrow=narrow)
    shown = [row["year"] for row in rows]
    return fill(
        _make_bare(lang, theme),
        {"rows": rows},
        years=shown,
        domain=[shown[0] - _HALF, shown[-1] + _HALF],
        room=_room(rows),
    )


@cache
def _make_bare(lang: str, theme: Theme) -> dict[str, Any]:
    """Return the chart without years."""
    tint = colours(theme)
    x: Place = {
        "title": None,
        "scale": alt.Scale(domain=["@domain"], nice=False),
        "axis": alt.Axis(values=["@years"], format="d", grid=False),
    }
    y: Place = {
        "title": None,
        "scale": alt.Scale(domain=["@room"], nice=False, zero=False),
        "axis": alt.Axis(labels=False, grid=False, ticks=False, domain=False),
    }
    base = alt.Chart(alt.NamedData("@rows")).encode(tooltip=_tips(lang))
    layers = [*_targets(base, tint, x, y), *_values(base, tint, x, y)]
    return finish(layers, lang=lang, theme=theme, height=_HEIGHT)


def _span(row: dict[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "begin": row["year"] - _HALF,
        "end": row["year"] + _HALF,
        "top": row["low"] if row["high"] is None else row["high"],
        "step": row["target"],
    }


def _name_first(rows: list[dict[str, Any]], lang: str, *, narrow: bool) -> None:
    """Put the word before the figure of the first step: the later ones need none."""
    stepped = [row for row in rows if row["target"]]
    if stepped and not narrow:
        stepped[0]["step"] = text("target {target}", lang, target=stepped[0]["target"])


def _room(rows: list[dict[str, Any]]) -> list[float]:
    """Return the least and greatest height with room for the labels above and below."""
    heights = [row[name] for row in rows for name in ("value", "low", "high")]
    known = [height for height in heights if height is not None] or [0, 1]
    span = max(known) - min(known) or max(abs(max(known)), 1)
    return [min(known) - span * 0.3, max(known) + span * 0.35]


def _targets(base: alt.Chart, tint: Palette, x: Place, y: Place) -> list[alt.Chart]:
    spans: Place = {
        "x": alt.X("begin:Q", **x),
        "x2": alt.X2("end:Q"),
    }
    lines = [
        base.transform_filter(f"isValid(datum.{limit})")
        .mark_rule(color=tint.gold, strokeWidth=2.5)
        .encode(y=alt.Y(f"{limit}:Q", **y), **spans)
        for limit in ("low", "high")
    ]
    labels = [  # on the side of the line where the value is not
        base.transform_filter(f"isValid(datum.top) && datum.status {side}")
        .mark_text(align="left", dx=6, dy=dy, fontSize=LABEL, color=tint.gold_text)
        .encode(x=alt.X("begin:Q", **x), y=alt.Y("top:Q", **y), text=alt.Text("step:N"))
        for side, dy in (("== 'met'", 12), ("!= 'met'", -9))
    ]
    return [*lines, *labels]


def _values(base: alt.Chart, tint: Palette, x: Place, y: Place) -> list[alt.Chart]:
    """Draw line, marks by status, numbers on the far side of the target; silence breaks it."""
    known = base.transform_filter("isValid(datum.value)")
    missed = "datum.status == 'not_met' || datum.status == 'exceeded'"
    mark = known.mark_point(filled=True, size=90, opacity=1).encode(
        x=alt.X("year:Q", **x),
        y=alt.Y("value:Q", **y),
        color=when(alt.ColorValue, missed, tint.act, tint.sky),
        shape=when(alt.ShapeValue, missed, "diamond", "circle"),
    )
    return [
        known.mark_line(color=tint.sky, strokeWidth=2).encode(
            x=alt.X("year:Q", **x), y=alt.Y("value:Q", **y), detail=alt.Detail("run:N")
        ),
        mark,
        *(
            known.transform_filter(side)
            .mark_text(dy=offset, fontSize=LABEL, fontWeight="bold", color=tint.ink)
            .encode(x=alt.X("year:Q", **x), y=alt.Y("value:Q", **y), text=alt.Text("figure:N"))
            for side, offset in ((missed, 19), (f"!({missed})", -17))
        ),
    ]


def _tips(lang: str) -> list[alt.Tooltip]:
    titles = {
        "year": text("Year", lang),
        "figure": text("Value", lang),
        "target": text("Target", lang),
        "word": text("Status", lang),
    }
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]

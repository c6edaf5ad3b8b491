"""Points of demonstration exams: the mean on the line from the least to the greatest."""

import textwrap
from functools import cache
from typing import Any

import altair as alt

from kasipkor_core.charts.look import IS_CHOSEN, LABEL, fill, finish, pick, when
from kasipkor_core.i18n import text
from kasipkor_core.palette import Theme, colours

EXAM_PICKS = {"region": {"pick_row": "region"}, "unit": {"pick_row": "unit"}}
_ROW, _LINE = 34, 16  # pixels: a row, and each further line of a long name
_FRAME = 40  # the axis, which the height holds too
_WRAP = {False: 34, True: 17}  # letters a line, of wide and of narrow charts
_STEP = 10  # points: the axis begins and ends at tens


def point_ranges(
    rows: list[dict[str, Any]], *, lang: str, theme: Theme, narrow: bool = False
) -> dict[str, Any]:
    """Draw mean, least and greatest points a row, the rows in the given order.

    Args:
        rows: code, name, low, mean, high (null: nobody is marked), figure, span, people (texts).
        lang: Language of labels.
        theme: light or dark.
        narrow: The form for phones: names in more lines.
    """
    rows = [{**row, "name": _wrap(row["name"], _WRAP[narrow])} for row in rows]
    lines = max((row["name"].count("\n") for row in rows), default=0)
    known = [row for row in rows if row["mean"] is not None]
    least = min((row["low"] for row in known), default=0) // _STEP * _STEP
    most = -(max((row["high"] for row in known), default=100) // -_STEP) * _STEP
    most = max(most, least + _STEP)  # all of them at one round figure still need room
    return fill(
        _make_bare(lang, theme),
        {"rows": [{**row, "label": row["figure"]} for row in rows]},
        height=max(1, len(rows)) * (_ROW + lines * _LINE) + _FRAME,
        domain=[least, most],
        order=[row["name"] for row in rows],
        low=least,
        high=most,
    )


@cache
def _make_bare(lang: str, theme: Theme) -> dict[str, Any]:
    """Return the chart without rows."""
    tint = colours(theme)
    x: dict[str, Any] = {
        "title": None,
        "scale": alt.Scale(domain=["@domain"], nice=False, zero=False),
        "axis": alt.Axis(tickCount=6, orient="bottom"),
    }
    titles = {"name": "", "figure": text("Mean", lang), "span": text("Least–greatest", lang)}
    tips = [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]
    tips.append(alt.Tooltip("people:N", title=text("Examinees", lang)))
    names = alt.Axis(labelLimit=300, grid=False, labelExpr="split(datum.label, '\\n')")
    base = alt.Chart(alt.NamedData("@rows")).encode(
        y=alt.Y("name:N", sort=["@order"], title=None, axis=names),
        tooltip=tips,
    )
    known = base.transform_filter("isValid(datum.mean)")
    band = base.mark_rect(color=tint.wash, cursor="pointer").encode(
        x=alt.XDatum("@low", **x),
        x2=alt.X2Datum("@high"),
        opacity=when(alt.OpacityValue, IS_CHOSEN, 1, 0),
    )
    line = known.mark_rule(strokeWidth=3, color=tint.sky, opacity=0.35, strokeCap="round")
    layers = [
        band.add_params(pick("pick_row")),
        line.encode(x=alt.X("low:Q", **x), x2=alt.X2("high:Q")),
        known.mark_point(filled=True, size=110, opacity=1, color=tint.sky).encode(
            x=alt.X("mean:Q", **x)
        ),
        known.mark_text(
            dy=-11, fontSize=LABEL, fontWeight="bold", color=tint.ink, baseline="middle"
        ).encode(x=alt.X("mean:Q", **x), text=alt.Text("label:N")),
    ]
    return finish(layers, lang=lang, theme=theme, is_choosable=True)


def _wrap(name: str, letters: int) -> str:
    return "\n".join(textwrap.wrap(name, letters, break_long_words=False)) or name

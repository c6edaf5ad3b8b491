"""Small multiples: one small panel a region, all on the same scales."""

from functools import cache
from typing import Any

import altair as alt

from kasipkor_core.charts.look import IS_CHOSEN, LABEL, fill, finish, pick, when
from kasipkor_core.i18n import text
from kasipkor_core.palette import Theme, colours

PANEL_PICKS = {"pick_panel": "region"}
_COLUMNS, _NARROW_COLUMNS = 5, 2
_HEIGHT = 104  # pixels a panel
_LEFT, _WIDE = 0.06, 0.86  # of a panel's width
_LOW, _HIGH = 0.86, 0.34  # of a panel's height, from its top


def year_panels(
    rows: list[dict[str, Any]], *, lang: str, theme: Theme, narrow: bool = False
) -> dict[str, Any]:
    """Draw the years of every region in a panel of its own; panels share both scales.

    The panels are laid out on one plane, not faceted: Vega-Lite gives facets no width of their
    frame, and the screen is as wide as it is.

    Args:
        rows: Regions by years: code, name, year, run, value (null: no data), figure, status,
            word, low (the target, null: none).
        lang: Language of labels.
        theme: light or dark.
        narrow: Two columns: the form of phones.
    """
    columns = _NARROW_COLUMNS if narrow else _COLUMNS
    placed = _place(rows, columns)
    deep = max((row["row"] for row in placed), default=0) + 1
    return fill(
        _make_bare(lang, theme),
        {"rows": placed},
        height=deep * _HEIGHT,
        columns=[0, columns],
        deep=[deep, 0],
    )


@cache
def _make_bare(lang: str, theme: Theme) -> dict[str, Any]:
    """Return the chart without panels."""
    tint = colours(theme)
    base = alt.Chart(alt.NamedData("@rows")).encode(tooltip=_tips(lang))
    name = base.transform_filter("datum.is_first").mark_text(
        align="left", baseline="top", fontSize=LABEL, fontWeight="bold", color=tint.ink
    )
    frame = (
        base.transform_filter("datum.is_first")
        .mark_rect(color=tint.wash)
        .encode(
            **_at("left", "top"),
            x2=alt.X2("right:Q"),
            y2=alt.Y2("bottom:Q"),
            opacity=when(alt.OpacityValue, IS_CHOSEN, 1, 0),
        )
        .add_params(pick("pick_panel"))
    )
    floor = base.transform_filter("datum.is_first").mark_rule(color=tint.line, strokeWidth=1)
    target = base.transform_filter("isValid(datum.step)").mark_rule(color=tint.gold, strokeWidth=2)
    known = base.transform_filter("isValid(datum.height)")
    missed = "datum.status == 'not_met' || datum.status == 'exceeded'"
    marks = known.mark_point(filled=True, size=46, opacity=1).encode(
        **_at("middle", "height"),
        color=when(alt.ColorValue, missed, tint.act, tint.sky),
        shape=when(alt.ShapeValue, missed, "diamond", "circle"),
    )
    last = base.transform_filter("datum.is_last").mark_text(
        align="right", baseline="top", fontSize=LABEL, color=tint.mute
    )
    layers = [
        frame,
        floor.encode(**_at("inset", "floor"), x2=alt.X2("inset_end:Q")),
        target.encode(**_at("begin", "step"), x2=alt.X2("end:Q")),
        known.mark_line(color=tint.sky, strokeWidth=2).encode(
            **_at("middle", "height"), detail=[alt.Detail("code:N"), alt.Detail("run:N")]
        ),
        marks,
        name.encode(**_at("inset", "title"), text=alt.Text("name:N")),
        last.encode(**_at("inset_end", "title"), text=alt.Text("figure:N")),
    ]
    return finish(layers, lang=lang, theme=theme, is_choosable=True)


def _at(x: str, y: str) -> dict[str, Any]:
    """Return the encoding of a place on the plane of all panels; no axes are drawn."""
    bare = alt.Axis(labels=False, grid=False, ticks=False, domain=False)
    wide = alt.Scale(domain=["@columns"], nice=False, zero=False)
    high = alt.Scale(domain=["@deep"], nice=False, zero=False)
    return {
        "x": alt.X(f"{x}:Q", title=None, axis=bare, scale=wide),
        "y": alt.Y(f"{y}:Q", title=None, axis=bare, scale=high),
    }


def _place(rows: list[dict[str, Any]], columns: int) -> list[dict[str, Any]]:
    """Return the rows with their places on the plane: columns wide, one unit a panel."""
    years = sorted({row["year"] for row in rows})
    codes = list(dict.fromkeys(row["code"] for row in rows))
    heights = [row[name] for row in rows for name in ("value", "low") if row[name] is not None]
    least, most = min(heights, default=0), max(heights, default=1)
    span = (most - least) or 1
    wide = _WIDE / max(len(years), 1)

    def lift(height: float | None, row: int) -> float | None:
        return None if height is None else row + _LOW - (height - least) / span * (_LOW - _HIGH)

    placed = []
    for item in rows:
        row, column = divmod(codes.index(item["code"]), columns)
        begin = column + _LEFT + years.index(item["year"]) * wide
        placed.append(
            {
                **item,
                "row": row,
                "left": column + 0.01,
                "right": column + 0.99,
                "top": row + 0.02,
                "bottom": row + 0.98,
                "inset": column + _LEFT,
                "inset_end": column + _LEFT + _WIDE,
                "title": row + 0.08,
                "floor": row + 0.95,
                "begin": begin,
                "middle": begin + wide / 2,
                "end": begin + wide,
                "height": lift(item["value"], row),
                "step": lift(item["low"], row),
                "is_first": item["year"] == years[0],
                "is_last": item["year"] == years[-1],
            }
        )
    return placed


def _tips(lang: str) -> list[alt.Tooltip]:
    titles = {
        "name": text("Region", lang),
        "year": text("Year", lang),
        "figure": text("Value", lang),
        "target": text("Target", lang),
        "word": text("Status", lang),
    }
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]

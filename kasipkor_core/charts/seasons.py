"""Medal points of the regions over seasons: the newest season filled, earlier ones hollow."""

from functools import cache
from typing import Any

import altair as alt

from kasipkor_core.charts.look import IS_CHOSEN, LABEL, fill, finish, hold, pick, when
from kasipkor_core.i18n import text
from kasipkor_core.palette import Theme, colours

SEASON_PICKS = {"pick_team": "region"}
_ROW = 30


def season_points(rows: list[dict[str, Any]], *, lang: str, theme: Theme) -> dict[str, Any]:
    """Draw medal points by region, one dot a season, best of the newest season first.

    Args:
        rows: Regions by seasons, in the order of the regions: code, name, season (its text),
            points, figure, entries, is_newest.
        lang: Language of labels.
        theme: light or dark.
    """
    most = max((row["points"] for row in rows), default=1) or 1
    names = list(dict.fromkeys(row["name"] for row in rows))
    low, high = -most * 0.03, most * 1.3
    return fill(
        _make_bare(lang, theme),
        {"rows": rows},
        height=max(1, len(names)) * _ROW,
        names=names,
        domain=[low, high],
        low=low,
        high=high,
    )


@cache
def _make_bare(lang: str, theme: Theme) -> dict[str, Any]:
    """Return the chart without rows."""
    tint = colours(theme)
    place: dict[str, Any] = {
        "title": None,
        "scale": alt.Scale(domain=["@domain"], nice=False),
        "axis": alt.Axis(tickMinStep=1, tickCount=6, format="d", orient="bottom"),
    }
    x = alt.X("points:Q", **place)
    base = alt.Chart(alt.NamedData("@rows")).encode(
        y=alt.Y("name:N", sort=["@names"], title=None, axis=alt.Axis(labelLimit=180, grid=False)),
        tooltip=[
            alt.Tooltip(f"{field}:N", title=text(title, lang)) for field, title in _TITLES.items()
        ],
    )
    newest = base.transform_filter("datum.is_newest")
    bands = (
        newest.mark_rect(color=tint.wash)
        .encode(
            x=alt.XDatum("@low", **place),
            x2=alt.X2Datum("@high"),
            opacity=when(alt.OpacityValue, IS_CHOSEN, 1, 0),
        )
        .add_params(pick("pick_team"))
    )
    spans = base.mark_rule(color=tint.faint, strokeWidth=2).encode(
        x=alt.X("min(points):Q", **place), x2=alt.X2("max(points):Q")
    )
    before = base.transform_filter("!datum.is_newest").mark_point(
        size=90, stroke=tint.faint, strokeWidth=2, fill=tint.page, opacity=1
    )
    dots = newest.mark_point(filled=True, size=110, color=tint.sky, opacity=1)
    numbers = newest.mark_text(align="left", dx=11, fontSize=LABEL, color=tint.ink)
    entries = newest.mark_text(align="left", dx=44, fontSize=LABEL, color=tint.mute).encode(
        opacity=when(alt.OpacityValue, "width > 480", 1, 0)
    )
    layers = (
        bands,
        spans.encode(tooltip=hold(alt.TooltipValue, None)),
        before.encode(x=x),
        dots.encode(x=x),
        numbers.encode(x=x, text=alt.Text("figure:N")),
        entries.encode(x=x, text=alt.Text("label:N")),
    )
    return finish(layers, lang=lang, theme=theme, is_choosable=True)


_TITLES = {
    "name": "Region",
    "season": "Season",
    "figure": "Medal points",
    "entries": "Entries",
}

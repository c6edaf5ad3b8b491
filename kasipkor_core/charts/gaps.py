"""The sorted dot plot: how far each region is from its target, or what it has without one."""

from functools import cache
from typing import Any

import altair as alt

from kasipkor_core.charts.look import IS_CHOSEN, LABEL, SIGNED, fill, finish, hold, pick, when
from kasipkor_core.i18n import sort_key, text
from kasipkor_core.palette import Palette, Theme, colours

GAP_PICKS = {"pick_row": "region"}
_ROW = 36
_NUMBER = 64  # pixels beside the dots: the numbers
Place = dict[str, Any]  # title, scale and axis: the same in every layer
_LEFT, _RIGHT = "datum.x < 0", "datum.x >= 0"
_MARKS = {
    "met": "circle",
    "not_met": "diamond",
    "exceeded": "diamond",
    "no_target": "circle",
    "no_data": "cross",
}


def gap_dots(rows: list[dict[str, Any]], *, lang: str, theme: Theme) -> dict[str, Any]:
    """Draw the gap to the target, the best region first; zero is the target.

    Args:
        rows: Regions: code, name, gap (null: no data), shown, figure, status, word.
        lang: Language of labels.
        theme: light or dark.
    """
    known = sorted(
        (row for row in rows if row["gap"] is not None),
        key=lambda row: (-row["gap"], sort_key(row["name"])),
    )
    silent = [row for row in rows if row["gap"] is None]
    most = max((abs(row["gap"]) for row in known), default=1) or 1
    drawn = [{**row, "x": row["gap"], "label": row["shown"]} for row in known]
    drawn += [{**row, "x": 0, "label": row["word"]} for row in silent]
    domain = [-most, most]
    return _draw(drawn, domain, lang=lang, theme=theme, has_target=True)


def value_dots(rows: list[dict[str, Any]], *, lang: str, theme: Theme) -> dict[str, Any]:
    """Draw the values themselves, the greatest first, where no target is set.

    Args:
        rows: Regions: code, name, value (null: no data), figure, status, word.
        lang: Language of labels.
        theme: light or dark.
    """
    known = sorted(
        (row for row in rows if row["value"] is not None),
        key=lambda row: (-row["value"], sort_key(row["name"])),
    )
    silent = [row for row in rows if row["value"] is None]
    most = max((row["value"] for row in known), default=1) or 1
    drawn = [{**row, "x": row["value"], "label": row["figure"]} for row in known]
    drawn += [{**row, "x": 0, "label": row["word"]} for row in silent]
    return _draw(drawn, [0, most], lang=lang, theme=theme, has_target=False)


def _draw(
    rows: list[dict[str, Any]],
    domain: list[float],
    *,
    lang: str,
    theme: Theme,
    has_target: bool,
) -> dict[str, Any]:
    return fill(
        _make_bare(lang, theme, has_target=has_target),
        {"rows": rows},
        height=max(1, len(rows)) * _ROW,
        domain=domain,
        order=[row["name"] for row in rows],
    )


@cache
def _make_bare(lang: str, theme: Theme, *, has_target: bool) -> dict[str, Any]:
    """Return the chart without rows."""
    tint = colours(theme)
    axis = alt.Axis(tickCount=6, labelExpr=SIGNED if has_target else "datum.label", orient="bottom")
    room: list[Any] = [_NUMBER if has_target else 0, {"expr": f"width - {_NUMBER}"}]
    scale = alt.Scale(domain=["@domain"], nice=False, range=room)
    x: Place = {"title": None, "scale": scale, "axis": axis}
    base = alt.Chart(alt.NamedData("@rows")).encode(
        y=alt.Y("name:N", sort=["@order"], title=None, axis=alt.Axis(labelLimit=180, grid=False)),
        tooltip=_tips(lang, has_target=has_target),
    )
    layers = [
        _bands(base, tint),
        _zero(tint, x, has_target=has_target),
        *_dots(base, tint, x),
        *_numbers(base, tint, x),
    ]
    return finish(layers, lang=lang, theme=theme, is_choosable=True)


def _tips(lang: str, *, has_target: bool) -> list[alt.Tooltip]:
    titles = {"name": text("Region", lang), "figure": text("Value", lang)}
    if has_target:
        titles |= {"shown": text("To the target", lang), "target": text("Target", lang)}
    titles["word"] = text("Status", lang)
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]


def _bands(base: alt.Chart, tint: Palette) -> alt.Chart:
    """Draw one band a row: it takes the click, and shows which region is chosen."""
    band: alt.Chart = (
        base.mark_rect(color=tint.wash)
        .encode(
            x=hold(alt.XValue, 0),
            x2=hold(alt.X2Value, {"expr": "width"}),
            opacity=when(alt.OpacityValue, IS_CHOSEN, 1, 0),
        )
        .add_params(pick("pick_row"))
    )
    return band


def _zero(tint: Palette, x: Place, *, has_target: bool) -> alt.Chart:
    colour, width = (tint.gold, 2.5) if has_target else (tint.line, 1)
    zero = alt.XDatum(0, **x)
    line: alt.Chart = (
        alt.Chart(alt.InlineData(values=[{}]))
        .mark_rule(color=colour, strokeWidth=width)
        .encode(x=zero)
    )
    return line


def _dots(base: alt.Chart, tint: Palette, x: Place) -> list[alt.Chart]:
    """Draw stem and dot: a circle meets the target, a diamond does not."""
    names = list(_MARKS)
    fills = [tint.act if _MARKS[name] == "diamond" else tint.sky for name in names]
    colour = alt.Color("status:N", scale=alt.Scale(domain=names, range=fills), legend=None)
    shape = alt.Shape(
        "status:N", scale=alt.Scale(domain=names, range=list(_MARKS.values())), legend=None
    )
    known = base.transform_filter("datum.status != 'no_data'")
    return [
        known.mark_rule(strokeWidth=2).encode(x=alt.X("x:Q", **x), x2=alt.X2Datum(0), color=colour),
        known.mark_point(filled=True, size=110, opacity=1).encode(
            x=alt.X("x:Q", **x), color=colour, shape=shape
        ),
    ]


def _numbers(base: alt.Chart, tint: Palette, x: Place) -> list[alt.Chart]:
    looks: tuple[tuple[str, Any, int], ...] = (
        (_RIGHT, {"align": "left"}, 11),
        (_LEFT, {"align": "right"}, -11),
    )
    return [
        base.transform_filter(side)
        .mark_text(dx=offset, fontSize=LABEL, color=tint.ink, **align)
        .encode(x=alt.X("x:Q", **x), text=alt.Text("label:N"))
        for side, align, offset in looks
    ]

"""The heat map of regions and indicators: the letter of the status in every cell."""

from functools import cache
from typing import Any

import altair as alt

from kasipkor_core.charts.look import IS_CHOSEN, LABEL, fill, finish, pick, when
from kasipkor_core.i18n import text
from kasipkor_core.palette import Palette, Theme, colours

HEAT_PICKS = {"pick_cell": "region"}
_ROW, _NARROW_ROW = 30, 26
_CLASSES = tuple(range(10))
_STRONG = "datum.shade < 2 || datum.shade > 7"  # where the text is in the colour of the page


def shade_gap(gap: float, step: float) -> int:
    """Return the class of a gap, 0 to 9; 5 begins at the target.

    Args:
        gap: Value less target.
        step: Width of a class.
    """
    return sum(gap >= step * border for border in range(-4, 5))


def heat_map(
    cells: list[dict[str, Any]], *, lang: str, theme: Theme, narrow: bool = False
) -> dict[str, Any]:
    """Draw one cell a region and indicator; the colour only repeats what the letter says.

    Args:
        cells: code, name, label (of the indicator), letter, shown, shade (null: no gap), figure,
            word; in the wanted order of rows and columns.
        lang: Language of labels.
        theme: light or dark.
        narrow: Letters only, heads upright: the form of phones.
    """
    names = list(dict.fromkeys(cell["name"] for cell in cells))
    return fill(
        _make_bare(lang, theme, narrow=narrow),
        {"cells": [_write(cell, narrow=narrow) for cell in cells]},
        height=len(names) * (_NARROW_ROW if narrow else _ROW),
        names=names,
        labels=list(dict.fromkeys(cell["label"] for cell in cells)),
    )


@cache
def _make_bare(lang: str, theme: Theme, *, narrow: bool) -> dict[str, Any]:
    """Return the chart without cells."""
    tight = alt.Scale(padding=0)
    rows = alt.Axis(labelLimit=180, grid=False)
    base = alt.Chart(alt.NamedData("@cells")).encode(
        x=alt.X("label:N", title=None, sort=["@labels"], axis=_heads(narrow=narrow), scale=tight),
        y=alt.Y("name:N", title=None, sort=["@names"], axis=rows, scale=tight),
        tooltip=_tips(lang),
    )
    layers = _layers(base, colours(theme))
    return finish(layers, lang=lang, theme=theme, is_choosable=True)


def _write(cell: dict[str, Any], *, narrow: bool) -> dict[str, Any]:
    written = cell["letter"] if narrow else f"{cell['letter']} {cell['shown']}".strip()
    return {**cell, "written": written}


def _heads(*, narrow: bool) -> alt.Axis:
    shared: dict[str, Any] = {
        "orient": "top",
        "grid": False,
        "labelLimit": 0,
        "labelOverlap": False,
    }
    if narrow:
        return alt.Axis(labelAngle=-90, labelAlign="left", labelBaseline="middle", **shared)
    return alt.Axis(
        labelExpr="split(datum.label, ' ')",
        labelAngle=0,
        labelBaseline="line-bottom",
        labelLineHeight=15,
        labelPadding=24,
        **shared,
    )


def _layers(base: alt.Chart, tint: Palette) -> list[alt.Chart]:
    scale = alt.Scale(domain=list(_CLASSES), range=list(tint.gaps))
    line: dict[str, Any] = {"stroke": tint.page, "strokeWidth": 2}
    return [
        base.mark_rect(color=tint.empty, **line).add_params(pick("pick_cell")),
        base.transform_filter("isValid(datum.shade)")
        .mark_rect(**line)
        .encode(color=alt.Color("shade:O", scale=scale, legend=None)),
        base.transform_filter(IS_CHOSEN).mark_rect(filled=False, stroke=tint.ink, strokeWidth=1.5),
        base.mark_text(fontSize=LABEL).encode(
            text=alt.Text("written:N"),
            color=when(alt.ColorValue, f"isValid(datum.shade) && ({_STRONG})", tint.page, tint.ink),
        ),
    ]


def _tips(lang: str) -> list[alt.Tooltip]:
    titles = {
        "name": text("Region", lang),
        "indicator_name": text("Indicator", lang),
        "figure": text("Value", lang),
        "shown": text("To the target", lang),
        "word": text("Status", lang),
    }
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]

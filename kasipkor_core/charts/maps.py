"""The map of Kazakhstan: oblasts by class of share, the three cities as discs."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import altair as alt

from kasipkor_core import house
from kasipkor_core.charts.look import LABEL, finish
from kasipkor_core.i18n import format_number, text
from kasipkor_core.palette import Palette, Theme, colours

PICKS = {"pick_region": "region", "pick_city": "region"}  # filter by selection parameter
_NARROW = 300
_CITIES = (
    ("KZ-71", 71.43, 51.13, -18),
    ("KZ-75", 76.95, 43.25, 22),
    ("KZ-79", 69.60, 42.32, 22),
)


@cache
def _regions() -> dict[str, Any]:
    path = house.DATA / "reference" / "regions.topojson"
    shape: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return shape


def kzmap(
    values: Mapping[str, float],
    *,
    names: Mapping[str, str],
    legend: str,
    lang: str,
    theme: Theme,
    height: int = 360,
) -> dict[str, Any]:
    """Draw numbers by region in at most five classes; the three cities as discs.

    Args:
        values: Number by ISO code; a region that is missing has no data.
        names: Short region names by ISO code.
        legend: What the numbers are, in the reader's language, for tooltips.
        lang: Language of numbers.
        theme: light or dark.
        height: Pixels; wide screens have the legend inside, narrow ones below.
    """
    tint = colours(theme)
    rows = [_region_row(code, name, values.get(code), lang) for code, name in names.items()]
    colour = _class_colour(tint, find_breaks(values.values()), inside=height > _NARROW)
    lookup = alt.LookupData(
        alt.InlineData(values=rows), key="code", fields=["code", "value", "name", "figure"]
    )
    shapes = (
        alt.Chart(
            alt.InlineData(
                values=_regions(), format=alt.TopoDataFormat(feature="regions", type="topojson")
            )
        )
        .mark_geoshape(stroke=tint.page, strokeWidth=1.2)
        .transform_lookup(lookup="properties.code", from_=lookup)
        .encode(color=colour, tooltip=_map_tips(lang, legend))
        .add_params(_pick("pick_region"))
    )
    layers = [shapes, *_city_layers(rows, tint, colour, _map_tips(lang, legend))]
    chart = alt.layer(*layers).project(
        type="conicEqualArea", rotate=[-67, 0, 0], parallels=[43, 53]
    )
    return finish(chart.properties(height=height, width="container"), lang=lang, theme=theme)


def _pick(name: str) -> alt.Parameter:
    """Return what a click on a region selects: its code, and nothing else changes."""
    return alt.selection_point(name=name, fields=["code"], on="click", toggle=False)


def _region_row(code: str, name: str, value: float | None, lang: str) -> dict[str, Any]:
    figure = text("no data", lang) if value is None else format_number(value, lang)
    return {"code": code, "name": name, "value": value, "figure": figure}


def find_breaks(values: Iterable[float]) -> list[float]:
    """Return up to four round borders that part the values into classes of like size."""
    ordered = sorted(values)
    if not ordered:
        return [1]
    cuts = {ordered[len(ordered) * part // 5] for part in range(1, 5)}
    return sorted(cuts - {ordered[0]}) or [ordered[0]]


def _map_tips(lang: str, legend: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=text("Region", lang)),
        alt.Tooltip("figure:N", title=legend),
    ]


def _class_colour(tint: Palette, breaks: list[float], *, inside: bool) -> Any:  # noqa: ANN401  altair's condition type
    fills = list(tint.shares)[-len(breaks) - 1 :]
    scale = alt.Scale(type="threshold", domain=breaks, range=fills)
    legend = alt.Legend(
        title=None,
        orient="bottom-left" if inside else "bottom",
        direction="horizontal",
        gradientLength=180,
        gradientThickness=14,
    )
    known = alt.Color("value:Q", scale=scale, legend=legend)
    return alt.condition("isValid(datum.value)", known, alt.value(tint.empty))


def _city_layers(
    rows: list[dict[str, Any]],
    tint: Palette,
    colour: Any,  # noqa: ANN401  altair's condition type
    tips: list[alt.Tooltip],
) -> list[alt.Chart]:
    """Draw rings, discs and names, these twice for a halo: the cities' shapes are too small."""
    by_code = {row["code"]: row for row in rows}
    places = [
        {**by_code[code], "lon": longitude, "lat": latitude, "offset": offset}
        for code, longitude, latitude, offset in _CITIES
        if code in by_code
    ]
    base = alt.Chart(alt.InlineData(values=places)).encode(
        longitude="lon:Q", latitude="lat:Q", tooltip=tips
    )
    disc = base.mark_circle(size=200, opacity=1, stroke=tint.ink, strokeWidth=1.5)
    return [
        base.mark_circle(size=330, opacity=1, color=tint.page),
        disc.encode(color=colour).add_params(_pick("pick_city")),
        *(_name_city(base, place["offset"], tint, halo) for place in places for halo in (4, 0)),
    ]


def _name_city(base: alt.Chart, offset: int, tint: Palette, halo: int) -> alt.Chart:
    """Draw the names that stand so far from their discs; a halo keeps them legible on the map."""
    look = {"stroke": tint.page, "strokeWidth": halo} if halo else {"color": tint.ink}
    named = base.transform_filter(f"datum.offset == {offset}")
    chart: alt.Chart = named.mark_text(dy=offset, fontSize=LABEL, fontWeight="bold", **look)
    return chart.encode(text="name:N")

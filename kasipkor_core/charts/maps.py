"""The map of Kazakhstan: oblasts by class of share, the three cities as discs."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import altair as alt

from kasipkor_core import house
from kasipkor_core.charts.look import IS_CHOSEN, LABEL, SIGNED, chosen, finish, pick
from kasipkor_core.i18n import format_number, text
from kasipkor_core.palette import Palette, Theme, colours

PICKS = {"pick_region": "region", "pick_city": "region"}  # filter by selection parameter
_NARROW = 300
CITIES = (
    ("KZ-71", 71.43, 51.13, -18),
    ("KZ-75", 76.95, 43.25, 22),
    ("KZ-79", 69.60, 42.32, 22),
)


@cache
def _regions() -> dict[str, Any]:
    path = house.DATA / "reference" / "regions.topojson"
    shape: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return shape


@cache
def list_shapes() -> dict[str, list[list[tuple[float, float]]]]:
    """Return the rings of each region as longitude and latitude, by ISO code."""
    shape = _regions()
    arcs = [_unfold(arc, shape["transform"]) for arc in shape["arcs"]]
    found: dict[str, list[list[tuple[float, float]]]] = {}
    for region in shape["objects"]["regions"]["geometries"]:
        parts = region["arcs"] if region["type"] == "MultiPolygon" else [region["arcs"]]
        rings = [ring for part in parts for ring in part]
        found[region["properties"]["code"]] = [
            [point for number in ring for point in _take(arcs, number)] for ring in rings
        ]
    return found


def _unfold(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """Return the points of an arc; in the file each is a step from the one before it."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * wide + west, y * high + south))
    return points


def _take(arcs: list[list[tuple[float, float]]], number: int) -> list[tuple[float, float]]:
    """Return an arc; a negative number is the same arc from its end."""
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def kzmap(
    values: Mapping[str, float],
    *,
    names: Mapping[str, str],
    legend: str,
    lang: str,
    theme: Theme,
    height: int = 360,
    figures: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Draw numbers by region in at most five classes; the three cities as discs.

    Args:
        values: Number by ISO code; a region that is missing has no data.
        names: Short region names by ISO code.
        legend: What the numbers are, in the reader's language, for tooltips.
        lang: Language of numbers.
        theme: light or dark.
        height: Pixels; wide screens have the legend inside, narrow ones below.
        figures: The numbers as people read them; whole numbers need none.
    """
    tint = colours(theme)
    rows = [
        _region_row(code, name, values.get(code), lang) | _name_figure(figures, code)
        for code, name in names.items()
    ]
    colour = _class_colour(tint, find_breaks(values.values()), inside=height > _NARROW)
    tips = _map_tips(lang, legend)
    return draw_country(rows, colour, tips=tips, lang=lang, theme=theme, height=height)


def gap_map(
    rows: list[dict[str, Any]], *, step: float, lang: str, theme: Theme, height: int = 360
) -> dict[str, Any]:
    """Draw the gap to the target by region in ten classes, warm below and sky above it.

    Args:
        rows: All regions: code, name, gap (null: no data), shown, figure, word.
        step: Width of a class: 3 percentage points, or what suits another unit.
        lang: Language of numbers.
        theme: light or dark.
        height: Pixels; wide screens have the legend inside, narrow ones below.
    """
    tint = colours(theme)
    borders = [step * number for number in range(-4, 5)]
    legend = alt.Legend(
        title=None,
        orient="bottom-left" if height > _NARROW else "bottom",
        direction="horizontal",
        gradientLength=220,
        gradientThickness=14,
        labelExpr=f"isFinite(datum.value) && datum.index % 2 ? ({SIGNED}) : ''",
    )
    scale = alt.Scale(type="threshold", domain=borders, range=list(tint.gaps))
    known = alt.Color("value:Q", scale=scale, legend=legend)
    colour = alt.condition("isValid(datum.value)", known, alt.value(tint.empty))
    tips = [
        alt.Tooltip("name:N", title=text("Region", lang)),
        alt.Tooltip("figure:N", title=text("Value", lang)),
        alt.Tooltip("shown:N", title=text("To the target", lang)),
        alt.Tooltip("word:N", title=text("Status", lang)),
    ]
    named = [{**row, "value": row["gap"]} for row in rows]
    return draw_country(named, colour, tips=tips, lang=lang, theme=theme, height=height)


def draw_country(
    rows: list[dict[str, Any]],
    colour: Any,  # noqa: ANN401  altair's condition type
    *,
    tips: list[alt.Tooltip],
    lang: str,
    theme: Theme,
    height: int,
) -> dict[str, Any]:
    """Draw the regions in their colours, the three cities as discs; the chosen one is outlined.

    Args:
        rows: All regions: code, name, value and the fields of the tooltips.
        colour: Colour by ``value``.
        tips: Tooltips of a region.
        lang: Language of numbers.
        theme: light or dark.
        height: Pixels.
    """
    tint = colours(theme)
    fields = list(rows[0]) if rows else ["code"]
    lookup = alt.LookupData(alt.InlineData(values=rows), key="code", fields=fields)
    shapes = (
        base_map()
        .mark_geoshape()
        .transform_lookup(lookup="properties.code", from_=lookup)
        .encode(
            color=colour,
            tooltip=tips,
            stroke=alt.condition(IS_CHOSEN, alt.value(tint.ink), alt.value(tint.page)),
            strokeWidth=alt.condition(IS_CHOSEN, alt.value(2.5), alt.value(1.2)),
        )
        .add_params(pick("pick_region"))
    )
    layers = [shapes, *_city_layers(rows, tint, colour, tips)]
    chart = project(alt.layer(*layers), height).add_params(chosen())
    return finish(chart, lang=lang, theme=theme)


def base_map() -> alt.Chart:
    """Return the shapes of the regions, without marks."""
    shape = alt.TopoDataFormat(feature="regions", type="topojson")
    return alt.Chart(alt.InlineData(values=_regions(), format=shape))


def project(chart: Any, height: int) -> alt.LayerChart:  # noqa: ANN401  a chart of layers
    """Return the map in the projection of the house."""
    placed = chart.project(type="conicEqualArea", rotate=[-67, 0, 0], parallels=[43, 53])
    sized: alt.LayerChart = placed.properties(height=height, width="container")
    return sized


def _region_row(code: str, name: str, value: float | None, lang: str) -> dict[str, Any]:
    figure = text("no data", lang) if value is None else format_number(value, lang)
    return {"code": code, "name": name, "value": value, "figure": figure}


def _name_figure(figures: Mapping[str, str] | None, code: str) -> dict[str, str]:
    return {"figure": figures[code]} if figures and code in figures else {}


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
        for code, longitude, latitude, offset in CITIES
        if code in by_code
    ]
    base = alt.Chart(alt.InlineData(values=places)).encode(
        longitude="lon:Q", latitude="lat:Q", tooltip=tips
    )
    disc = base.mark_circle(size=200, opacity=1, stroke=tint.ink, strokeWidth=1.5)
    return [
        base.mark_circle(size=330, opacity=1, color=tint.page),
        disc.encode(color=colour).add_params(pick("pick_city")),
        *(_name_city(base, place["offset"], tint, halo) for place in places for halo in (4, 0)),
    ]


def _name_city(base: alt.Chart, offset: int, tint: Palette, halo: int) -> alt.Chart:
    """Draw the names that stand so far from their discs; a halo keeps them legible on the map."""
    look = {"stroke": tint.page, "strokeWidth": halo} if halo else {"color": tint.ink}
    named = base.transform_filter(f"datum.offset == {offset}")
    chart: alt.Chart = named.mark_text(dy=offset, fontSize=LABEL, fontWeight="bold", **look)
    return chart.encode(text="name:N")

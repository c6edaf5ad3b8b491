"""The map of Kazakhstan: oblasts by class of a number, the three cities as discs."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import altair as alt

from kasipkor_core.charts.look import IS_CHOSEN, LABEL, SIGNED, fill, finish, pick, when
from kasipkor_core.charts.shapes import CITIES, read_shape
from kasipkor_core.i18n import format_number, text
from kasipkor_core.palette import Palette, Theme, colours

PICKS = {"pick_region": "region", "pick_city": "region"}  # filter by selection parameter
PROJECTION = {"type": "conicEqualArea", "rotate": [-67, 0, 0], "parallels": [43, 53]}
_NARROW = 300
_FIELDS = ("code", "name", "value", "figure", "shown", "word")
Row = dict[str, Any]


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
    rows = [
        _region_row(code, name, values.get(code), lang) | _name_figure(figures, code)
        for code, name in names.items()
    ]
    breaks = find_breaks(values.values())
    bare = _bare_values(lang, theme, legend, inside=height > _NARROW)
    fills = list(colours(theme).shares)[-len(breaks) - 1 :]
    return _fill_map(bare, rows, height, borders=breaks, fills=fills)


def gap_map(
    rows: list[Row], *, step: float, lang: str, theme: Theme, height: int = 360
) -> dict[str, Any]:
    """Draw the gap to the target by region in ten classes, warm below and sky above it.

    Args:
        rows: All regions: code, name, gap (null: no data), shown, figure, word.
        step: Width of a class: 3 percentage points, or what suits another unit.
        lang: Language of numbers.
        theme: light or dark.
        height: Pixels; wide screens have the legend inside, narrow ones below.
    """
    named = [{**row, "value": row["gap"]} for row in rows]
    borders = [step * number for number in range(-4, 5)]
    bare = _bare_gaps(lang, theme, inside=height > _NARROW)
    return _fill_map(bare, named, height, borders=borders, fills=list(colours(theme).gaps))


def _fill_map(bare: dict[str, Any], rows: list[Row], height: int, **scale: object) -> Row:
    by_code = {row["code"]: row for row in rows}
    places = [
        {**by_code[code], "lon": longitude, "lat": latitude, "offset": offset}
        for code, longitude, latitude, offset in CITIES
        if code in by_code
    ]
    tables = {"rows": rows, "places": places, "shape": read_shape()}
    return fill(bare, tables, height=height, **scale)


@cache
def _bare_values(lang: str, theme: Theme, legend: str, *, inside: bool) -> dict[str, Any]:
    """Return the map of values without data."""
    titles = {"name": text("Region", lang), "figure": legend}
    return _draw_country(titles, _legend(inside=inside, wide=180), lang=lang, theme=theme)


@cache
def _bare_gaps(lang: str, theme: Theme, *, inside: bool) -> dict[str, Any]:
    """Return the map of gaps without data; every second border is named, zero among them."""
    titles = {
        "name": text("Region", lang),
        "figure": text("Value", lang),
        "shown": text("To the target", lang),
        "word": text("Status", lang),
    }
    named = f"isFinite(datum.value) && datum.index % 2 ? ({SIGNED}) : ''"
    legend = _legend(inside=inside, wide=220, labelExpr=named)
    return _draw_country(titles, legend, lang=lang, theme=theme)


def _legend(*, inside: bool, wide: int, **more: Any) -> alt.Legend:  # noqa: ANN401  altair checks
    return alt.Legend(
        title=None,
        orient="bottom-left" if inside else "bottom",
        direction="horizontal",
        gradientLength=wide,
        gradientThickness=14,
        **more,
    )


def _draw_country(
    titles: Mapping[str, str], legend: alt.Legend, *, lang: str, theme: Theme
) -> dict[str, Any]:
    """Draw the regions in their colours, the three cities as discs; the chosen one is outlined."""
    tint = colours(theme)
    tips = [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]
    colour = _class_colour(tint, legend)
    lookup = alt.LookupData(alt.NamedData("@rows"), key="code", fields=list(_FIELDS))
    shapes = (
        base_map()
        .mark_geoshape(invalid="show")  # a region without data is drawn, in the colour of none
        .transform_lookup(lookup="properties.code", from_=lookup)
        .encode(
            color=colour,
            tooltip=tips,
            stroke=when(alt.StrokeValue, IS_CHOSEN, tint.ink, tint.page),
            strokeWidth=when(alt.StrokeWidthValue, IS_CHOSEN, 2.5, 1.2),
        )
        .add_params(pick("pick_region"))
    )
    layers = [shapes, *_city_layers(tint, colour, tips)]
    spec = finish(layers, lang=lang, theme=theme, is_choosable=True, projection=PROJECTION)
    spec["config"]["scale"] = {"invalid": {"color": {"value": tint.empty}}}
    return spec


def base_map() -> alt.Chart:
    """Return the shapes of the regions, called ``@shape``, without marks."""
    shape = alt.TopoDataFormat(feature="regions", type="topojson")
    return alt.Chart(alt.NamedData("@shape", format=shape))


def _region_row(code: str, name: str, value: float | None, lang: str) -> Row:
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


def _class_colour(tint: Palette, legend: alt.Legend) -> alt.ColorValue:
    known = {
        "test": "isValid(datum.value)",
        "field": "value",
        "type": "quantitative",
        "scale": alt.Scale(type="threshold", domain=["@borders"], range=["@fills"]),
        "legend": legend,
    }
    return alt.ColorValue(tint.empty, condition=known)


def _city_layers(tint: Palette, colour: alt.ColorValue, tips: list[alt.Tooltip]) -> list[alt.Chart]:
    """Draw rings, discs and names, these twice for a halo: the cities' shapes are too small."""
    base = alt.Chart(alt.NamedData("@places")).encode(
        longitude=alt.Longitude("lon:Q"), latitude=alt.Latitude("lat:Q"), tooltip=tips
    )
    disc = base.mark_circle(size=200, opacity=1, stroke=tint.ink, invalid="show").encode(
        strokeWidth=when(alt.StrokeWidthValue, IS_CHOSEN, 3.5, 1.5)  # its shape lies below the disc
    )
    offsets = dict.fromkeys(offset for *_, offset in CITIES)
    return [
        base.mark_circle(size=330, opacity=1, color=tint.page),
        disc.encode(color=colour).add_params(pick("pick_city")),
        *(_name_city(base, offset, tint, halo) for offset in offsets for halo in (4, 0)),
    ]


def _name_city(base: alt.Chart, offset: int, tint: Palette, halo: int) -> alt.Chart:
    """Draw the names that stand so far from their discs; a halo keeps them legible on the map."""
    look = {"stroke": tint.page, "strokeWidth": halo} if halo else {"color": tint.ink}
    named = base.transform_filter(f"datum.offset == {offset}")
    chart: alt.Chart = named.mark_text(dy=offset, fontSize=LABEL, fontWeight="bold", **look)
    return chart.encode(text=alt.Text("name:N"))

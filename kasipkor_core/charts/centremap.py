"""The map of competence centres: a mark a centre, in the middle of its region."""

from functools import cache
from typing import Any

import altair as alt

from kasipkor_core.charts.look import IS_CHOSEN, LABEL, fill, finish, pick, when
from kasipkor_core.charts.maps import PROJECTION, base_map
from kasipkor_core.charts.shapes import CITIES, list_shapes, read_shape
from kasipkor_core.i18n import text
from kasipkor_core.palette import Palette, Theme, colours

CENTRE_PICKS = {"pick_shape": "region", "pick_centre": "region"}
_NUDGES = {"KZ-11": (-2.2, 0.4), "KZ-19": (-0.9, 0.35), "KZ-61": (0.3, 1.3)}  # off the cities
_APART = 0.9  # degrees between the marks of one region


def centre_map(
    centres: list[dict[str, Any]], *, lang: str, theme: Theme, height: int = 360
) -> dict[str, Any]:
    """Draw centres: a filled circle is ready, a hollow diamond is not, with what it has.

    Args:
        centres: code (of the region), name, organisation, figure ("6 / 7"), is_ready, word.
        lang: Language of labels.
        theme: light or dark.
        height: Pixels.
    """
    tables = {"centres": _place(centres), "shape": read_shape()}
    return fill(_make_bare(lang, theme), tables, height=height)


@cache
def _make_bare(lang: str, theme: Theme) -> dict[str, Any]:
    """Return the map without centres."""
    tint = colours(theme)
    shapes = (
        base_map()
        .transform_calculate(code="datum.properties.code")
        .mark_geoshape(strokeWidth=1.2)
        .encode(
            color=when(alt.ColorValue, IS_CHOSEN, tint.shares[1], tint.empty),
            stroke=alt.StrokeValue(tint.page),
        )
        .add_params(pick("pick_shape"))
    )
    layers = [shapes, *_marks(tint, lang)]
    return finish(layers, lang=lang, theme=theme, is_choosable=True, projection=PROJECTION)


def _marks(tint: Palette, lang: str) -> list[alt.Chart]:
    """Draw the marks, and below them what the centre has."""
    titles = {
        "organisation": text("College", lang),
        "name": text("Region", lang),
        "figure": text("Conditions", lang),
        "word": text("Status", lang),
    }
    base = alt.Chart(alt.NamedData("@centres")).encode(
        longitude=alt.Longitude("lon:Q"),
        latitude=alt.Latitude("lat:Q"),
        tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()],
    )
    mark = base.mark_point(size=170, opacity=1, strokeWidth=2).encode(
        shape=when(alt.ShapeValue, "datum.is_ready", "circle", "diamond"),
        fill=when(alt.FillValue, "datum.is_ready", tint.sky, tint.page),
        stroke=when(alt.StrokeValue, "datum.is_ready", tint.sky, tint.ink),
    )
    halo, name = (
        base.mark_text(dy=18, fontSize=LABEL, **look).encode(
            text=alt.Text("figure:N"), opacity=when(alt.OpacityValue, "width > 480", 1, 0)
        )
        for look in ({"stroke": tint.page, "strokeWidth": 4}, {"color": tint.ink})
    )
    return [mark.add_params(pick("pick_centre")), halo, name]


def _place(centres: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the centres with their places; several of one region stand beside each other."""
    seen: dict[str, int] = {}
    placed = []
    for row in centres:
        number = seen.get(row["code"], 0)
        seen[row["code"]] = number + 1
        if row["code"] in _middles():
            longitude, latitude = _middles()[row["code"]]
            placed.append({**row, "lon": longitude + number * _APART, "lat": latitude})
    return placed


@cache
def _middles() -> dict[str, tuple[float, float]]:
    """Return longitude and latitude of the middle of each region's greatest ring."""
    middles = {
        code: _find_middle(max(rings, key=lambda ring: abs(_area(ring))))
        for code, rings in list_shapes().items()
    }
    for code, (east, north) in _NUDGES.items():
        longitude, latitude = middles[code]
        middles[code] = (longitude + east, latitude + north)
    return middles | {code: (longitude, latitude) for code, longitude, latitude, _ in CITIES}


Ring = list[tuple[float, float]]


def _area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def _find_middle(ring: Ring) -> tuple[float, float]:
    """Return the centroid of a ring on the plane of degrees."""
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    crossed = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairs]
    area = 3 * sum(cross for _, _, cross in crossed)
    longitude = sum((a[0] + b[0]) * cross for a, b, cross in crossed) / area
    latitude = sum((a[1] + b[1]) * cross for a, b, cross in crossed) / area
    return longitude, latitude

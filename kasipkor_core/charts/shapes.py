"""The shapes of the regions: as the file has them, and as rings of longitude and latitude."""

import json
from functools import cache
from typing import Any

from kasipkor_core import house

CITIES = (  # region, longitude, latitude, where its name stands above or below, in pixels
    ("KZ-71", 71.43, 51.13, -18),
    ("KZ-75", 76.95, 43.25, 22),
    ("KZ-79", 69.60, 42.32, 22),
)


@cache
def read_shape() -> dict[str, Any]:
    """Return the map as TopoJSON."""
    path = house.DATA / "reference" / "regions.topojson"
    shape: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return shape


@cache
def list_shapes() -> dict[str, list[list[tuple[float, float]]]]:
    """Return the rings of each region as longitude and latitude, by ISO code."""
    shape = read_shape()
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

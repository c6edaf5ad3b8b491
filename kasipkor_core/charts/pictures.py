"""A chart as a picture to take along: PNG and SVG, with the house's own letters."""

from functools import cache
from typing import Any

import vl_convert

from kasipkor_core import house

_WIDTH = 960  # pixels; on the screen a chart is as wide as its frame
_SCALE = 2
_PAGE = "#FFFFFF"


def draw_png(spec: dict[str, Any]) -> bytes:
    """Return a chart as a PNG picture of 1,920 pixels width."""
    _use_fonts()
    return bytes(vl_convert.vegalite_to_png(_fix(spec), scale=_SCALE, allowed_base_urls=[]))


def draw_svg(spec: dict[str, Any]) -> bytes:
    """Return a chart as SVG, its letters as text."""
    _use_fonts()
    return str(vl_convert.vegalite_to_svg(_fix(spec), allowed_base_urls=[])).encode()


@cache
def _use_fonts() -> None:
    vl_convert.register_font_directory(str(house.ROOT / "static"))


def _fix(spec: dict[str, Any]) -> dict[str, Any]:
    width = _WIDTH if spec.get("width") == "container" else spec.get("width", _WIDTH)
    return {**spec, "width": width, "background": _PAGE}

"""Layouts and data to PDF: Typst sets the pages; data never become part of its source."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any, Literal

from kasipkor_core import house
from kasipkor_core.documents.press import FONTS, Broken, borrow_press
from kasipkor_core.errors import Refused
from kasipkor_core.settings import read_settings

LAYOUTS = house.DATA / "templates"
Layouts = dict[str, bytes]
_PLACE = re.compile(r"┌─ (?:.*[/\\])?(?P<file>[^/\\]+):(?P<line>\d+):\d+")
_PPI = 110  # of pictures


def write_pdf(
    layout: str, data: dict[str, Any], *, made_on: dt.date, layouts: Layouts | None = None
) -> bytes:
    """Return a PDF; the same layout, data and day give the same bytes.

    Args:
        layout: Name of a file of ``data/templates`` without its ending.
        data: What the layout reads as ``data.json``: texts, numbers as text, lists.
        made_on: The day in the file's metadata.
        layouts: What ``read_layout`` gave, for whoever sets many files; null: as they are now.

    Raises:
        Refused: the layout is broken; names its file and line. Or it took too long.
    """
    files = read_layout(layout) if layouts is None else layouts
    return _compile(layout, data, files, made_on=made_on, form="pdf")[0]


def write_pictures(layout: str, data: dict[str, Any], *, made_on: dt.date) -> list[bytes]:
    """Return the same pages as PNG pictures, one a page."""
    return _compile(layout, data, read_layout(layout), made_on=made_on, form="png")


def read_layout(layout: str) -> Layouts:
    """Return the files that a layout is set from: itself, those it names, the logo.

    A layout can read every file that is given, so those that it does not name stay away.
    """
    named = find_named(f"{layout}.typ", read_layouts(read_settings().templates))
    return named | {"logo.svg": (FONTS / "logo-light.svg").read_bytes()}


def find_named(layout: str, every: Layouts) -> Layouts:
    """Return one of the layouts, and those that it names, and those that they name."""
    found: Layouts = {}
    waiting = [layout]
    while waiting:
        name = waiting.pop()
        found[name] = every[name]
        waiting += [
            other for other in every if other not in found and f'"{other}"'.encode() in found[name]
        ]
    return found


def read_layouts(own: Path | None) -> Layouts:
    """Return the layouts by file name; an organiser's own files take the place of ours."""
    folders = [LAYOUTS, *([own] if own else [])]
    return {
        path.name: path.read_bytes() for folder in folders for path in sorted(folder.glob("*.typ"))
    }


def _compile(
    layout: str,
    data: dict[str, Any],
    layouts: Layouts,
    *,
    made_on: dt.date,
    form: Literal["pdf", "png"],
) -> list[bytes]:
    said = json.dumps(data, ensure_ascii=False, sort_keys=True).encode()
    noon = dt.datetime.combine(made_on, dt.time(12), tzinfo=dt.UTC)
    try:
        with borrow_press() as press:
            return press.set(
                layout, said, layouts, format=form, ppi=_PPI, timestamp=int(noon.timestamp())
            )
    except Broken as error:
        raise _explain(layout, error) from error


def _explain(layout: str, error: Broken) -> Refused:
    place = _PLACE.search(error.diagnostic)
    return Refused(
        "The layout {file} is broken in line {line}: {words}. Correct it; nothing was issued.",
        file=place["file"] if place else f"{layout}.typ",
        line=place["line"] if place else "?",
        words=str(error),
    )

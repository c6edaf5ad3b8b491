"""Pictures of screens: whole pages to look through, and small ones for the guides."""

import io
import re

from PIL import Image

from tests.browser.conftest import settle

MOST_HIGH = 6000  # pixels
_COLOURS = 96  # of a small picture


def take_whole(page, path):
    """Write a picture of the whole page, however long."""
    wide, high = page.viewport_size["width"], page.viewport_size["height"]
    stand_still(page)
    page.set_viewport_size({"width": wide, "height": min(max(high, _measure(page)), MOST_HIGH)})
    stand_still(page)
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, animations="disabled")
    page.set_viewport_size({"width": wide, "height": high})
    return path


def take_small(page, path):
    """Write what the window shows with few colours: a guide is read over a slow line."""
    stand_still(page)
    shown = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    path.parent.mkdir(parents=True, exist_ok=True)
    shown.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path


def count_colours(path):
    """Return how many colours a picture has: a page that shows nothing has very few."""
    with Image.open(path) as picture:
        wide, high = picture.size
        return len(picture.convert("RGB").getcolors(wide * high) or ())


def name_picture(address):
    """Return the file name of an address: without language, ids shortened to their letters."""
    return re.sub(r"[^\w]+", "-", address).strip("-").lower() or "overview"


def stand_still(page):
    """Wait for the script, the fonts and what the charts draw after it."""
    settle(page)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(400)


def _measure(page):
    return page.evaluate(
        "Math.max(document.documentElement.scrollHeight,"
        " document.querySelector('[data-testid=stMain]').scrollHeight)"
    )

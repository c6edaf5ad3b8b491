"""Blocks that pages of the public board have in common, as HTML."""

import hashlib
from html import escape

from kasipkor_core import words
from kasipkor_core.i18n import text
from kasipkor_core.public import assets
from kasipkor_core.public.frame import Place
from kasipkor_core.public.shown import Row

_DIGITS = 20
Way = list[tuple[str, str]]  # name, link as it stands in HTML


def write_polled(place: Place, source: str, live: str, *, shown: str | None = None) -> str:
    """Return what a page shows now, and where its script asks for what comes after it.

    Args:
        place: The page.
        source: Path of the JSON that it asks for.
        live: The HTML in that JSON.
        shown: What the page shows instead, which is loaded anew when the JSON changes; null: the
            same, and what comes is put in its place.
    """
    lang = place.lang
    without = text("Without scripts this page does not refresh itself: load it again.", lang)
    said = {
        "poll": place.to(source),
        "version": hash_of(live),
        "look": assets.find_look(),
        "change": "swap" if shown is None else "reload",
        "lost": escape(text("The connection is lost; the board stays as it was.", lang)),
        "gone": escape(text("This result is not published, or no longer.", lang)),
    }
    marks = " ".join(f'data-{name}="{value}"' for name, value in said.items())
    return (
        '<p class="p-lost" role="status" hidden><span class="k-badge k-grey"></span></p>'
        f"<div {marks}>{live if shown is None else shown}</div>"
        f'<noscript><p class="k-rule">{escape(without)}</p></noscript>'
    )


def hash_of(live: str) -> str:
    """Return the version of what a page shows."""
    return hashlib.sha256(live.encode()).hexdigest()[:_DIGITS]


def write_head(title: str, about: str) -> str:
    """Return a title and the grey line below it."""
    return f'<h1>{escape(title)}</h1><p class="p-about">{escape(about)}</p>'


def write_way(way: Way, lang: str) -> str:
    """Return the links from the index down to the page."""
    parts = " › ".join(f'<a href="{link}">{escape(name)}</a>' for name, link in way)
    said = escape(text("Where this page lies", lang))
    return f'<nav class="p-way" aria-label="{said}">{parts}</nav>'


def write_links(links: Way) -> str:
    """Return links as buttons."""
    items = "".join(f'<li><a href="{link}">{escape(name)}</a></li>' for name, link in links)
    return f'<ul class="p-links">{items}</ul>'


def name_place(row: Row) -> str:
    """Return where a contest is held: its region in full, else the host."""
    return str(row["region_name"] or row["host_name"] or "")


def name_event(row: Row, lang: str) -> str:
    """Return what the event of a contest is called, without its season."""
    level = words.level_name(row, lang) or words.word(words.LEVELS, row["level"], lang)
    parts = (words.word(words.PROGRAMMES, row["programme"], lang), level, row["region_name"])
    return " · ".join(part for part in parts if part)

"""Badges: one a person, of whoever takes part in a contest or marks it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from kasipkor_core import words
from kasipkor_core.documents.codes import draw_code
from kasipkor_core.documents.papers import Frame
from kasipkor_core.documents.signing import find_site
from kasipkor_core.i18n import mark, text

Row = Mapping[str, Any]
_ROLES = {"participant": mark("Participant"), **words.EXPERTS}


def describe_badge(row: Row, frame: Frame, *, address: str) -> dict[str, Any]:
    """Return a badge as texts: who, in which role, from where, at what; nothing to reach them by.

    Args:
        row: Row of ``sql/reads/badges.sql``.
        frame: Contest and language.
        address: The site, without a last slash; empty for the one of the project.

    Returns:
        What the layout reads. A participant has ``qr`` and ``link``, the page of the entry that
        says how its place came about; it shows to the public what is published, no more.
    """
    unit, line = frame.name_contest()
    badge = {
        "role": words.word(_ROLES, row["role"], frame.lang),
        "role_code": row["role"],
        "name": row["name"],
        "region": row["region_name"] or "",
        "organisation": row["organisation"] or "",
        "unit": unit,
        "contest": line,
        "entry": row["entry"] or "",
        "note": text("out of ranking", frame.lang) if row["is_guest"] else "",
    }
    if row["entry"] is None or frame.contest is None:
        return badge
    link = write_page(frame.contest["contest"], row["entry"], frame.lang, address=address)
    return badge | {"qr": draw_code(link), "link": link}


def write_page(contest: str, entry: str, lang: str, *, address: str) -> str:
    """Return the address of an entry's own page."""
    codes = urlencode({"contest": contest, "entry": entry, "lang": lang})
    return f"{find_site(address)}/participant?{codes}"

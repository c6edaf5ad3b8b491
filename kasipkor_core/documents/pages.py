"""A row as a letter: its texts for the layout."""

from typing import Any

from kasipkor_core.documents.listings import Listing, Row
from kasipkor_core.documents.papers import Frame
from kasipkor_core.i18n import text


def describe_letter(listing: Listing, row: Row, frame: Frame) -> dict[str, Any]:
    """Return one page as texts; fields that are empty are left out.

    Args:
        listing: A listing whose layout has a page a row.
        row: Its row.
        frame: Contest, notes and language.
    """
    lang = frame.lang
    unit, line = frame.name_contest()
    fields = [(text(one.title, lang), one.cell(row, lang)) for one in listing.columns]
    return {
        "title": text(listing.title, lang),
        "about": fields[0][1],
        "unit": unit,
        "contest": line,
        "lead": listing.lead(row, lang) if listing.lead else "",
        "fields": [[label, said] for label, said in fields if said],
        "parts": list_parts(listing, row, lang),
        "signers": [text(signer, lang) for signer in listing.signers],
        "notes": list(frame.notes),
    }


def list_parts(listing: Listing, row: Row, lang: str) -> list[dict[str, Any]]:
    """Return what stands below the table or the fields: a title and its lines."""
    said = listing.part(row, lang) if listing.part else None
    return [{"title": said[0], "lines": said[1]}] if said else []

"""The passport of a competence centre: the form of annex 2, as far as the ledger can fill it."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from kasipkor_core import words
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.documents.listings import Listing, Row
from kasipkor_core.documents.pages import describe_letter
from kasipkor_core.documents.papers import Frame
from kasipkor_core.i18n import text
from kasipkor_core.store import Reader, Store

_EMPTY = 6  # rows to write into
_NARROW = frozenset({"no", "count", "made_year", "bought_year", "equipment_no", "code", "present"})


def describe_passports(
    store: Store, listing: Listing, rows: Sequence[Row], frame: Frame, reader: Reader
) -> list[dict[str, Any]]:
    """Return a passport for each profile of a centre as texts.

    Args:
        store: The open ledger.
        listing: The listing of passports.
        rows: Rows of ``sql/reads/list_centre_gate.sql``.
        frame: Notes and language.
        reader: Whose eyes, which batch.

    Source:
        Rulebook 8.7 (004, annex 2): a cover and nine sections; section 7 is the checklist.
    """
    form = read_rows(store, "list_centre_form", reader)
    sections = {no: list(group) for no, group in groupby(form, key=itemgetter("section"))}
    documents = read_rows(
        store, "list_centre_documents", reader, organisation=rows[0]["organisation"]
    )
    cover = sections.pop(0, [])
    passports = []
    for row in rows:
        own = [one for one in documents if _is_of(one, row)]
        passports.append(
            {
                **describe_letter(listing, row, frame),
                "fields": describe_cover(cover, row),
                "sections": [
                    _describe_section(number, fields, own, frame.lang)
                    for number, fields in sections.items()
                ],
            }
        )
    return passports


def _is_of(document: Row, row: Row) -> bool:
    return all(document[name] == row[name] for name in ("region", "profile"))


def describe_cover(fields: Sequence[Row], row: Row) -> list[list[str]]:
    """Return the fields of a cover: what is known, and lines to write on.

    The name of a centre and what it teaches are not known: its profile here is that of the check.
    """
    known = {"base_organisation": row["organisation"], "address": row["region_name"]}
    return [[one["field_name"], known.get(one["field"]) or "_" * 40] for one in fields]


def _describe_section(
    number: int, fields: Sequence[Row], documents: Sequence[Row], lang: str
) -> dict[str, Any]:
    if number == words.PASSPORT_DOCUMENTS:
        rows = [
            [str(place), one["item_name"], text(words.STEPS[one["state"]], lang)]
            for place, one in enumerate(documents, 1)
        ]
    else:
        rows = [[""] * len(fields)] * _EMPTY
    return {
        "title": f"{number}. {text(words.PASSPORT_SECTIONS[number], lang)}",
        "head": [one["field_name"] for one in fields],
        "widths": [0 if one["field"] in _NARROW else 1 for one in fields],
        "rows": rows,
    }

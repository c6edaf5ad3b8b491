"""Lists of a contest that can be printed: before it, and when its result is final."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import streamlit as st

from kasipkor_core import documents
from kasipkor_core.i18n import text
from kasipkor_core.ui import reads, session
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
_BEFORE = ("start_list", "marking_forms", "badges", "participation")
_AFTER = ("mark_summary", "mark_acceptance", "tie_record", "jury_decisions")
_CENTRE = (
    "centre_check",
    "centre_steps",
    "centre_passport",
    "centre_minutes",
    "centre_order",
    "centre_regulation",
)
LISTS_ALONE = {  # of programmes that are not judged by points
    "vacancy": ("vacancy_protocol", "vacancy_sheets"),
    "civil-service": (
        "civil_service",
        "candidate_notices",
        "service_notice",
        "appointment_sheet",
    ),
    "demo-exam": ("exam_protocol", "passports", "passport_extracts"),
}


def list_before(who: Visitor, contest: Row) -> list[str]:
    """Return which papers can be printed before a contest: what they stand on is there."""
    if contest["programme"] in LISTS_ALONE:
        return []
    found = _list_filled(who, contest, _BEFORE)
    return found if _BEFORE[0] in found else []


def list_after(who: Visitor, contest: Row) -> list[str]:
    """Return which lists a contest gives when its result is final."""
    if not contest["is_final"]:
        return []
    return _list_filled(who, contest, LISTS_ALONE.get(contest["programme"], _AFTER))


def _list_filled(who: Visitor, contest: Row, kinds: Iterable[str]) -> list[str]:
    """Return which lists have anything to list."""
    asked = {kind: documents.LISTS[kind].read for kind in kinds}
    found = reads.read_beside(asked.values(), who, contest_no=contest["contest_no"])
    return [kind for kind, name in asked.items() if found[name].num_rows]


def draw_lists(who: Visitor, contest: Row, kinds: Iterable[str]) -> None:
    """Offer lists of a contest, as the facts stand; they are set when pressed."""
    with st.container(horizontal=True):
        for kind in kinds:
            draw_list(who, kind, contest["contest"], contest["contest"])


def draw_list(who: Visitor, kind: str, subject: str, name: str) -> None:
    """Offer one list as a PDF, and one that has sheets as a zip of them too.

    Args:
        who: The visitor.
        kind: One of ``documents.LISTS``.
        subject: What it is about.
        name: How its file begins.
    """
    title = text(documents.LISTS[kind].title, who.lang)
    write = partial(documents.write_list, session.store(), kind, subject, who.reader())
    pack = partial(documents.pack_list, session.store(), kind, subject, who.reader())
    forms = [("pdf", "picture_as_pdf", title, write)]
    if documents.LISTS[kind].has_sheets:
        forms.append(("zip", "folder_zip", f"{title} (ZIP)", pack))
    for ending, icon, label, act in forms:
        st.download_button(
            label,
            act,
            file_name=f"{name}-{kind}.{ending}",
            mime=f"application/{ending}",
            key=f"list_{kind}_{ending}",
            on_click="ignore",
            icon=f":material/{icon}:",
        )


def draw_centre(who: Visitor, organisation: str) -> None:
    """Offer the papers of one competence centre, drafts included, to those who may see them all."""
    if who.audience == "staff":
        with st.container(horizontal=True):
            for kind in _CENTRE:
                draw_list(who, kind, f"centres/{organisation}", "centre")

"""Erasing a person, on the page of participants: what goes is said before it goes."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import format_season, ntext, text
from kasipkor_core.store import Erasure, append_erasure, foresee_erasure
from kasipkor_core.ui import acts, session
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

_MOST = 10  # a search that finds more has not found the person yet


def draw_erasure(people: pa.Table, wanted: str, who: Visitor) -> None:
    """Draw the way to erase one of the people a search has found, for those who may.

    Args:
        people: Rows of ``mart.entries`` that were found.
        wanted: What was searched for.
        who: Who looks.
    """
    if not access.may(who.role, "erase") or not wanted.strip():
        return
    named = people.filter(pc.is_valid(people["name"]))
    if not 0 < named.num_rows <= _MOST:
        return
    found = named.to_pylist()
    lang = who.lang
    with st.expander(text("Erase personal data", lang), icon=":material/person_remove:"):
        number = st.selectbox(
            text("Participant", lang),
            range(len(found)),
            format_func=lambda one: _name_person(found[one], lang),
            key="erase_person",
        )
        _draw_act(found[number], lang)


def _draw_act(row: dict[str, Any], lang: str) -> None:
    subject, member = _name_entry(row), row["name"]
    try:
        erased = foresee_erasure(session.store(), subject, member=member)
    except KasipkorError as error:
        tell(error, lang)
        return
    st.markdown(describe(erased, lang))

    def act(reason: str) -> int:
        told = session.look().signature()
        return append_erasure(
            session.store(), subject, member=member, reason=reason, **told
        ).batch_no

    acts.with_reason(
        text("Erase", lang),
        act,
        key="erase",
        said=text("This cannot be undone. Do not write the name into the reason.", lang),
        lang=lang,
        icon=":material/person_remove:",
    )


def _name_person(row: dict[str, Any], lang: str) -> str:
    entry = text("entry {entry}", lang, entry=row["entry"])
    season = format_season(row["season"])
    return " · ".join((row["name"], words.unit_title(row, lang), season, entry))


def _name_entry(row: dict[str, Any]) -> str:
    return f"{row['contest']}/{row['entry']}"


def describe(erased: Erasure, lang: str) -> str:
    """Return as Markdown what goes and what stays."""
    lines = [
        ntext(
            "Name and contacts go from {n} entry.",
            "Name and contacts go from {n} entries.",
            len(erased.entries),
            lang,
        )
        + " "
        + ", ".join(f"`{one}`" for one in erased.entries)
    ]
    if erased.applications:
        lines.append(
            ntext(
                "{n} application in this name from the same place goes too.",
                "{n} applications in this name from the same place go too.",
                len(erased.applications),
                lang,
            )
        )
    if erased.files:
        lines.append(
            ntext(
                "{n} uploaded file that holds the name can be downloaded no more.",
                "{n} uploaded files that hold the name can be downloaded no more.",
                erased.files,
                lang,
            )
        )
    if erased.papers:
        lines.append(
            ntext(
                "{n} issued paper can be compared with the result no more.",
                "{n} issued papers can be compared with the result no more.",
                erased.papers,
                lang,
            )
        )
    lines.append(text("Marks, places and awards stay under the number of the entry.", lang))
    return "\n".join(f"- {line}" for line in lines)

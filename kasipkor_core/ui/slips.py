"""Links for participants: made for a whole contest or one entry, shown once, printed as slips."""

from functools import partial
from typing import Any

import streamlit as st

from kasipkor_core import access, documents
from kasipkor_core.errors import KasipkorError, Refused
from kasipkor_core.i18n import ntext, text
from kasipkor_core.store import OwnLink, make_own_links
from kasipkor_core.ui import admission, reads, session
from kasipkor_core.ui.head import section
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

Row = dict[str, Any]
_STATE = "kasipkor_own_links"
_ALL = ""


def draw_slips(who: Visitor, contest: Row) -> None:
    """Draw the making of links and what came of it, for those who may let participants in."""
    lang = who.lang
    if not access.may(who.role, "admit"):
        return
    members = reads.read("members", who, contest_no=contest["contest_no"]).to_pylist()
    if not members:
        return
    section(text("Links for participants", lang))
    names = {row["entry"]: f"{row['entry']} · {row['name'] or ''}".strip(" ·") for row in members}
    with st.popover(text("Make links", lang), icon=":material/qr_code_2:", key="own_links"):
        st.markdown(
            text(
                "Each opens once and leads to the own result only. Links made before that nobody "
                "has opened stop working.",
                lang,
            )
        )
        st.selectbox(
            text("For whom", lang),
            [_ALL, *names],
            format_func=lambda entry: names.get(entry) or text("All participants", lang),
            key="own_links_for",
        )
        st.button(
            text("Make links", lang),
            type="primary",
            key="own_links_now",
            on_click=_make,
            args=(contest["contest"],),
        )
    _draw_made(who, contest)


def _make(contest: str) -> None:
    """Make the links, if whoever presses may still do so, and keep them for this screen."""
    who = session.look()
    try:
        if who.role == "local":
            raise Refused(
                "Nobody is asked to sign in here, so nobody has an own page. Start the server with "
                "KASIPKOR_IDENTITY=on."
            )
        made = make_own_links(
            session.store(),
            contest,
            by=who.person,
            entry=st.session_state["own_links_for"] or None,
            role=who.role,
            scope=who.scope,
            lang=who.lang,
        )
    except KasipkorError as error:
        st.session_state[_STATE] = error
        return
    st.session_state[_STATE] = (contest, made)


def _draw_made(who: Visitor, contest: Row) -> None:
    lang = who.lang
    made: KasipkorError | tuple[str, list[OwnLink]] | None = st.session_state.get(_STATE)
    if isinstance(made, KasipkorError):
        del st.session_state[_STATE]
        tell(made, lang)
    if not isinstance(made, tuple) or made[0] != contest["contest"]:
        return
    links, address = made[1], admission.find_base(st.context.url or "")
    said = ntext("{n} link was made.", "{n} links were made.", len(links), lang)
    kept = text("They are shown here only until you leave the page.", lang)
    st.info(f"{said} {kept}", icon=":material/link:")
    if len({link.entry for link in links}) == 1:
        for link in links:
            st.code(documents.write_link(link, address), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        st.download_button(
            text("Slips to cut out (PDF)", lang),
            partial(_write_slips, who, contest["contest"], links, address),
            file_name=f"{contest['contest']}-slips.pdf",
            mime="application/pdf",
            key="own_links_pdf",
            on_click="ignore",
            icon=":material/picture_as_pdf:",
        )
        st.download_button(
            text("List (CSV)", lang),
            partial(documents.write_links, links, address=address),
            file_name=f"{contest['contest']}-links.csv",
            mime="text/csv",
            key="own_links_csv",
            on_click="ignore",
            icon=":material/table:",
        )


def _write_slips(who: Visitor, contest: str, links: list[OwnLink], address: str) -> bytes:
    return documents.write_slips(session.store(), contest, links, who.reader(), address=address)

"""Notices: how many wait and went, who gets them; and a participant's own address."""

from html import escape

import streamlit as st

from kasipkor_core import access, documents
from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import mark, text
from kasipkor_core.store import Receiver, add_receiver, end_own_receivers, list_receivers
from kasipkor_core.ui import session
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

_STATE = "kasipkor_notices"
_STATES = {
    "due": mark("○ due"),
    "sent": mark("✓ sent"),
    "unsure": mark("◐ perhaps sent"),
}


def draw_notices(who: Visitor) -> None:
    """Draw what there is to tell, by receiver, and the button that sends it."""
    lang = who.lang
    section(text("Notices", lang))
    _draw_outcome(lang)
    listed = documents.list_notices(session.store())
    columns = [
        ("name", text("Who", lang)),
        ("contest", text("Contest", lang)),
        ("what", text("What", lang)),
        ("state", text("State", lang)),
    ]
    body = [
        [
            ("name", escape(one.receiver.email)),
            ("contest", escape(one.row["contest"])),
            ("what", escape(text(documents.NOTICES[one.row["kind"]], lang))),
            ("state", escape(text(_STATES[one.state], lang))),
        ]
        for one in sorted(listed, key=lambda one: (one.state, one.receiver.email))
    ]
    if body:
        st.html(render_table(columns, body, label=text("Notices", lang), testid="notices"))
    else:
        st.markdown(f":gray[{text('There is nothing to tell, or nobody to tell it to.', lang)}]")
    if documents.has_server():
        st.button(
            text("Send", lang),
            key="notices_send",
            icon=":material/outgoing_mail:",
            disabled=all(one.state != "due" for one in listed),
            on_click=_send,
        )


def _send() -> None:
    """Send what is due, if whoever presses may still do so."""
    lang = session.language()
    if not access.may(session.look().role, "invite"):
        return
    due = [one for one in documents.list_notices(session.store()) if one.state == "due"]
    try:
        went, refused = documents.send_notices(session.store(), due)
    except KasipkorError as error:
        st.session_state[_STATE] = error
        return
    said = text("Sent: {went}. Refused by the server: {refused}.", lang, went=went, refused=refused)
    st.session_state[_STATE] = said


def _draw_outcome(lang: str) -> None:
    outcome = st.session_state.pop(_STATE, None)
    if isinstance(outcome, KasipkorError):
        tell(outcome, lang)
    elif outcome:
        st.info(outcome, icon=":material/check_circle:")


def draw_own_address(who: Visitor) -> None:
    """Draw where a participant gets notices of the own result, and the way to end it."""
    lang = who.lang
    section(text("Notices", lang))
    _draw_outcome(lang)
    own = [one for one in list_receivers(session.store()) if one.scope == who.scope]
    st.markdown(
        text(
            "When the result is published or corrected, or your appeal is ruled upon, you get an "
            "e-mail. The address serves nothing else.",
            lang,
        )
    )
    for one in own:
        st.code(one.email, language=None)
    with st.form("own_notices", clear_on_submit=True):
        st.text_input(text("E-mail", lang), key="own_email")
        st.form_submit_button(text("Send it here", lang), on_click=_add_own)
    if own:
        st.button(text("No more e-mails", lang), key="own_notices_end", on_click=_end_own)


def _add_own() -> None:
    who = session.look()
    if who.scope.entry is None:
        return
    lang = session.language()
    known = Receiver(st.session_state["own_email"].strip(), lang, who.scope)
    try:
        add_receiver(session.store(), known, by=who.person)
    except KasipkorError as error:
        st.session_state[_STATE] = error


def _end_own() -> None:
    who = session.look()
    if who.scope.entry is not None:
        end_own_receivers(session.store(), who.scope)

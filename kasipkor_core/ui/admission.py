"""Who may come in: the list, a link for somebody new, and ending all that somebody has."""

import datetime as dt
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from kasipkor_core import access
from kasipkor_core.errors import KasipkorError, NotAllowed
from kasipkor_core.i18n import format_moment, mark, ntext, text
from kasipkor_core.settings import read_settings
from kasipkor_core.store import (
    Identity,
    end_everything,
    list_people,
    list_tokens,
    make_account,
    make_invite,
    rotate_token,
)
from kasipkor_core.ui import identity, reads, session
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.refusal import name_role
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

_STATE = "kasipkor_admission"
_KINDS = {
    "invite": mark("open link"),
    "session": mark("signed in"),
    "token": mark("token of a system"),
    "account": mark("account at a provider"),
}
_OVERLAPS = {
    0: mark("The old token ends at once"),
    1: mark("The old token holds for an hour"),
    24: mark("The old token holds for a day"),
    168: mark("The old token holds for a week"),
}


@dataclass(frozen=True)
class _NewToken:
    """A secret that is shown once."""

    secret: str


def read_people() -> list[dict[str, Any]]:
    """Return open invitations, sessions, tokens and accounts, the newest first."""
    return list_people(session.store())


def find_title(people: list[dict[str, Any]], lang: str) -> str:
    """Return the finding: how many are signed in."""
    count = len({row["person"] for row in people if row["kind"] == "session"})
    return ntext("{n} person is signed in", "{n} people are signed in", count, lang)


def draw_invitation(who: Visitor) -> None:
    """Draw the form that makes a link."""
    lang = who.lang
    with st.popover(text("Invite", lang), icon=":material/person_add:", key="invite"):
        st.text_input(text("Who it is for", lang), key="invite_person")
        role = st.selectbox(
            text("Role", lang),
            access.INVITED,
            format_func=lambda code: name_role(code, lang),
            key="invite_role",
        )
        if access.bound_by(role) == "region":
            st.selectbox(
                text("Region", lang),
                tuple(reads.region_names(lang)),
                format_func=lambda code: reads.region_name(code, lang),
                key="invite_region",
            )
        if access.bound_by(role) == "contest":
            contests = reads.read("contests", who)["contest"].to_pylist()
            st.selectbox(text("Contest", lang), contests, key="invite_contest")
        by_provider = bool(identity.list_providers()) and st.checkbox(
            text("Signs in with this e-mail at the provider", lang), key="invite_account"
        )
        st.button(
            text("Let in", lang) if by_provider else text("Make the link", lang),
            type="primary",
            key="invite_now",
            on_click=_invite,
            args=(st.context.url or "",),
        )


def _invite(page: str) -> None:
    """Make a link, if whoever presses may still do so, and keep it for the next run."""
    state = st.session_state
    role = state["invite_role"]
    place = access.bound_by(role)
    scope = access.Scope(
        region=state["invite_region"] if place == "region" else None,
        contest=state["invite_contest"] if place == "contest" else None,
    )
    try:
        who = _asked()
        known = Identity(state["invite_person"], role, scope)
        if state.get("invite_account"):
            make_account(session.store(), known, by=who.person, email=known.person)
            state[_STATE] = known
            return
        secret = make_invite(session.store(), known, by=who.person)
    except KasipkorError as error:
        state[_STATE] = error
        return
    state[_STATE] = f"{find_base(page)}/sign-in/{secret}"


def _asked() -> Visitor:
    """Return who presses.

    Raises:
        NotAllowed: they may not let people in, or no longer.
    """
    who = session.look()
    if not access.may(who.role, "invite") or who.role == "local":
        raise NotAllowed(
            "The role {role} may not do this. Ask an administrator for a role that may.",
            role=who.role,
        )
    return who


def find_base(page: str) -> str:
    """Return where people reach the server: as it is set, else as this page was reached."""
    split = urlsplit(page)
    folder = split.path.rpartition("/")[0]
    return read_settings().address or f"{split.scheme}://{split.netloc}{folder}"


def draw_outcome(lang: str) -> None:
    """Show the link that was just made, once, or what was wrong."""
    outcome = st.session_state.pop(_STATE, None)
    if isinstance(outcome, KasipkorError):
        tell(outcome, lang)
    elif isinstance(outcome, Identity):
        st.info(text("{person} may sign in now.", lang, person=outcome.person))
    elif isinstance(outcome, _NewToken):
        st.info(
            text("Give this token to the system. It is shown only now.", lang),
            icon=":material/key:",
        )
        st.code(outcome.secret, language=None, wrap_lines=True)
    elif outcome:
        st.info(
            text(
                "Send this link to the one it is for. It opens once, within seven days, and is "
                "shown only now.",
                lang,
            ),
            icon=":material/link:",
        )
        st.code(outcome, language=None, wrap_lines=True)


def draw_people(who: Visitor, people: list[dict[str, Any]]) -> None:
    """Draw the list, and the way to end all that somebody has."""
    lang = who.lang
    columns = [
        ("name", text("Who", lang)),
        ("kind", text("What", lang)),
        ("role", text("Role", lang)),
        ("place", text("Place", lang)),
        ("days", text("Until", lang)),
    ]
    body = [
        [
            ("name", escape(row["person"])),
            ("kind", escape(text(_KINDS[row["kind"]], lang))),
            ("role", escape(name_role(row["role"], lang))),
            ("place", escape(_place(row, lang))),
            ("days", escape(format_moment(row["expires_at"], lang))),
        ]
        for row in people
    ]
    if not body:
        return
    st.html(
        render_table(
            columns, body, label=text("Who may come in", lang), testid="people", leads="name"
        )
    )
    if who.role == "local":
        return
    names = sorted({row["person"] for row in people})
    with st.popover(text("End", lang), icon=":material/logout:", key="revoke"):
        st.selectbox(text("Who", lang), names, key="revoke_person")
        st.markdown(text("Signed out everywhere; open links and tokens are taken back.", lang))
        st.button(text("End", lang), key="revoke_now", on_click=_revoke)


def draw_rotation(who: Visitor) -> None:
    """Draw the way to give a system a new token, while the old one holds for a while."""
    lang = who.lang
    tokens = list_tokens(session.store())
    if not tokens or who.role == "local":
        return
    with st.popover(text("New token", lang), icon=":material/key:", key="rotate"):
        st.selectbox(
            text("System", lang),
            tokens,
            format_func=lambda one: _name_token(one, lang),
            key="rotate_token",
        )
        st.selectbox(
            text("Until when", lang),
            tuple(_OVERLAPS),
            index=2,
            format_func=lambda hours: text(_OVERLAPS[hours], lang),
            key="rotate_hours",
        )
        st.button(text("Make the token", lang), key="rotate_now", on_click=_rotate)


def _name_token(one: Identity, lang: str) -> str:
    place = reads.region_name(one.scope.region, lang) or one.scope.contest
    return " · ".join(filter(None, (one.person, name_role(one.role, lang), place)))


def _rotate() -> None:
    state = st.session_state
    overlap = dt.timedelta(hours=state["rotate_hours"])
    try:
        who = _asked()
        secret = rotate_token(
            session.store(), state["rotate_token"], by=who.person, overlap=overlap
        )
        state[_STATE] = _NewToken(secret)
    except KasipkorError as error:
        state[_STATE] = error


def _revoke() -> None:
    try:
        _asked()
        end_everything(session.store(), st.session_state["revoke_person"])
    except KasipkorError as error:
        st.session_state[_STATE] = error
    identity.forget()


def _place(row: dict[str, Any], lang: str) -> str:
    return reads.region_name(row["region"], lang) or row["contest"] or ""

"""Signing in at a provider of identities: Streamlit asks it, and a link of ours begins the session.

What Streamlit keeps about the person is only the door: inside there is one kind of session, whoever
came in by which way, so that signing out, ending and expiring mean the same for all.
"""

import datetime as dt
from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import i18n
from kasipkor_core.i18n import text
from kasipkor_core.store import Claims, Identity, find_accounts, make_invite
from kasipkor_core.ui import identity, session
from kasipkor_core.ui.head import head
from kasipkor_core.ui.refusal import name_role

LANG_COOKIE = "kasipkor_lang"  # in which language somebody went to the provider
_OPEN_FOR = dt.timedelta(minutes=2)  # from the provider's page to the press of our button
_LINKS = "kasipkor_entrances"
_ASKED = "at"  # in the address: begin signing in at this provider


def read_claims() -> Claims | None:
    """Return whom the provider has told us about in this browser; null for nobody."""
    user: Any = st.user
    if not identity.list_providers() or not user.get("is_logged_in"):
        return None
    issuer, subject, at = user.get("iss"), user.get("sub"), user.get("iat")
    if not issuer or not subject or not isinstance(at, int | float):
        return None
    return Claims(
        issuer=str(issuer),
        subject=str(subject),
        signed_in_at=dt.datetime.fromtimestamp(at, dt.UTC),
        email=str(user.get("email")) if user.get("email_verified") is True else None,
    )


def begin() -> None:
    """Send the browser to the provider that the address asks for; whoever is back reads on."""
    came_in = st.context.cookies.get(LANG_COOKIE, "")
    if came_in in i18n.LANGS and "lang" not in st.query_params and read_claims():
        st.query_params["lang"] = came_in
    asked = st.query_params.get(_ASKED)
    if asked in identity.list_providers():
        del st.query_params[_ASKED]
        st.login(asked)
        st.stop()


def draw_entrance(known: Identity, lang: str) -> bool:
    """Draw the way in for whom the provider knows and who has no session here yet.

    Returns:
        Whether it is all that the page shows: somebody known goes on to the session first. Whom
        nobody has given a role sees what is public, below a sentence that says what to do.
    """
    claims = read_claims() if known.role == "public" else None
    if claims is None:
        return False
    accounts = find_accounts(session.store(), claims)
    if not accounts:
        _draw_unknown(claims, lang)
        return False
    with head(text("One step to go", lang), text("As whom do you go on?", lang)):
        _draw_leave(lang)
    links = (_render_link(account, secret, lang) for account, secret in _make_links(accounts))
    st.html(f'<ul class="k-enter">{"".join(links)}</ul>')
    return True


def _render_link(account: Identity, secret: str, lang: str) -> str:
    place = account.scope.region or account.scope.contest
    words = (account.person, name_role(account.role, lang), place)
    said = escape(" · ".join(one for one in words if one))
    return f'<li><a href="sign-in/{secret}?lang={lang}">{said}</a></li>'


def _make_links(accounts: list[Identity]) -> list[tuple[Identity, str]]:
    """Return a link into a session for each account, made once while it is open."""
    made: tuple[dt.datetime, list[tuple[Identity, str]]] | None = st.session_state.get(_LINKS)
    now = dt.datetime.now(dt.UTC)
    if made is None or made[0] < now or [one for one, _ in made[1]] != accounts:
        links = [
            (one, make_invite(session.store(), one, by="provider", lasts=_OPEN_FOR))
            for one in accounts
        ]
        made = (now + _OPEN_FOR / 2, links)
        st.session_state[_LINKS] = made
    return made[1]


def _draw_unknown(claims: Claims, lang: str) -> None:
    """Say to somebody whom nobody has given a role here what to do."""
    with st.container(border=True, key="unknown_person"):
        st.markdown(
            text(
                "You have signed in, but nobody has given you a role here. You see what is public. "
                "Ask an administrator to let this person in:",
                lang,
            )
        )
        st.code(claims.email or f"{claims.issuer} · {claims.subject}", language=None)
        _draw_leave(lang)


def _draw_leave(lang: str) -> None:
    st.button(text("Sign out", lang), key="leave_provider", on_click=st.logout)

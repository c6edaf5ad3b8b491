"""Who looks: the session of the cookie, else the public; ``local`` where nobody is asked.

Nobody is asked to sign in only while the server listens on this computer alone, nobody was ever
let in, no provider of identities is named and KASIPKOR_IDENTITY is not ``on``.
"""

import time
from functools import lru_cache

import streamlit as st
from itsdangerous import BadSignature, Signer

from kasipkor_core import access
from kasipkor_core.settings import read_settings
from kasipkor_core.store import Identity, has_invites, read_session, read_signing_key
from kasipkor_core.ui import held

COOKIE = "kasipkor"
PUBLIC = Identity(person="public", role="public")
_LOOKS_A_SECOND = 2  # so soon a session that was ended is noticed
_SALT = "kasipkor session"


class _Gate:
    """Whether the server was started in a way that asks everybody, and where people sign in."""

    asks = False
    providers: tuple[str, ...] = ()


def ask_everybody(*, asks: bool) -> None:
    """Say whether the way the server listens asks people to sign in; forget who was known."""
    _Gate.asks = asks
    for known in (_invited, _find, _signer):
        known.cache_clear()


def offer(providers: tuple[str, ...]) -> None:
    """Say at which providers people can sign in; where there is one everybody is asked."""
    _Gate.providers = providers


def list_providers() -> tuple[str, ...]:
    """Return at which providers people can sign in."""
    return _Gate.providers


def is_asked() -> bool:
    """Tell whether people are asked who they are."""
    return _Gate.asks or bool(_Gate.providers) or read_settings().asks_identity or _invited(_tick())


def now() -> Identity:
    """Return who looks at the page of this run."""
    return of_cookie(read_cookie())


def read_cookie() -> str | None:
    """Return the cookie that the browser sent when the page was opened."""
    return st.context.cookies.get(COOKIE)


def of_cookie(cookie: str | None) -> Identity:
    """Return whose cookie it is: the public's without a session, ``local`` where none is asked."""
    if not is_asked():
        return Identity(person=read_settings().actor, role="local")
    secret = read_secret(cookie)
    return (_find(secret, _tick()) if secret else None) or PUBLIC


def read_secret(cookie: str | None) -> str | None:
    """Return the secret inside a cookie that we signed; null for any other."""
    if not cookie:
        return None
    try:
        return _signer().unsign(cookie).decode()
    except (BadSignature, UnicodeError):
        return None


def write_cookie(secret: str) -> str:
    """Return the cookie of a session."""
    return _signer().sign(secret).decode()


def forget() -> None:
    """Notice an end of sessions at once, not within half a second."""
    _find.cache_clear()


def scope_of(identity: Identity) -> access.Scope | None:
    """Return the place that an identity sees as staff; null when it is everywhere."""
    return None if access.is_everywhere(identity.role, identity.scope) else identity.scope


@lru_cache(maxsize=1)
def _invited(tick: int) -> bool:
    del tick
    return has_invites(held.store())


@lru_cache(maxsize=1024)
def _find(secret: str, tick: int) -> Identity | None:
    del tick
    return read_session(held.store(), secret)


@lru_cache(maxsize=1)
def _signer() -> Signer:
    return Signer(read_signing_key(held.store()), salt=_SALT)


def _tick() -> int:
    return int(time.monotonic() * _LOOKS_A_SECOND)

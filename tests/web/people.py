"""Somebody of every role, signed in as a browser is: by a link and a cookie."""

import re

from kasipkor_core import access, ui
from kasipkor_core.access import Scope
from kasipkor_core.store import Identity, accept_invite, make_invite
from kasipkor_core.ui import identity

REGION, CONTEST = "KZ-35", "worldskills-2026-oblast-KZ-35-17"
SCOPES = {"region": Scope(region=REGION), "contest": Scope(contest=CONTEST), None: Scope()}
SIGNED_OUT = "public"


def identify(role):
    """Return somebody in a role, for the one region or contest of the tests where it is bound."""
    return Identity(f"{role}@example.kz", role, SCOPES[access.bound_by(role)])


def sign_in(store, role):
    """Return the cookie of somebody in a role."""
    secret = make_invite(store, identify(role), by="test")
    return identity.write_cookie(accept_invite(store, secret))


def be(store, role, monkeypatch):
    """Let the pages of this test see the cookie of somebody in a role; none when signed out."""
    ui.use_store(store, asks_sign_in=role != "local")
    cookie = None if role in (SIGNED_OUT, "local") else sign_in(store, role)
    monkeypatch.setattr(identity, "read_cookie", lambda: cookie)


def cookie_of(answer):
    """Return the cookie that an answer sets, and what it says beside it."""
    found = re.search(rf"{identity.COOKIE}=([^;]*);(.*)", answer.headers["set-cookie"])
    return found[1], found[2].lower()

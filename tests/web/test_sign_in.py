"""Who is who: links that open once, sessions that end, and nothing but hashes in the database."""

import datetime as dt

import pytest

from kasipkor_core import ui
from kasipkor_core.access import Scope
from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    Identity,
    accept_invite,
    end_everything,
    has_administrator,
    make_invite,
    make_token,
    read_invite,
    read_session,
    read_token,
)
from kasipkor_core.ui import identity
from kasipkor_core.web.nearby import NearbyOnly
from tests.web.asking import ask, make_app
from tests.web.people import REGION, cookie_of, identify, sign_in

OWN = {"sec_fetch_site": "same-origin"}
CHIEF = Identity("chief@example.kz", "administrator")


@pytest.fixture
def asked(season):
    ui.use_store(season, asks_sign_in=True)
    return season


def test_a_link_signs_in_once_and_looking_at_it_does_not_use_it_up(asked):
    app, secret = make_app(asked), make_invite(asked, CHIEF, by="test")
    shown = [ask(app, f"/sign-in/{secret}").status for _ in range(2)]
    first = ask(app, f"/sign-in/{secret}", method="POST", **OWN)
    second = ask(app, f"/sign-in/{secret}", method="POST", **OWN)
    cookie, said = cookie_of(first)

    assert (shown, first.status, second.status) == ([200, 200], 303, 410)
    assert identity.of_cookie(cookie) == CHIEF
    assert {"httponly", "samesite=lax", "path=/"} <= {one.strip() for one in said.split(";")}
    assert "set-cookie" not in second.headers


def test_a_link_expires_and_can_be_taken_back(asked):
    old = make_invite(asked, CHIEF, by="test", lasts=dt.timedelta(seconds=-1))
    taken = make_invite(asked, CHIEF, by="test")
    end_everything(asked, CHIEF.person)

    for secret in (old, taken, "unknown", "", "' or true --"):
        with pytest.raises(Refused, match="used already, taken back or is too old"):
            read_invite(asked, secret)
        with pytest.raises(Refused):
            accept_invite(asked, secret)


def test_the_database_holds_no_secret_only_its_hash(asked):
    secrets = [make_invite(asked, CHIEF, by="test"), make_token(asked, CHIEF, by="test")]
    secrets.append(accept_invite(asked, make_invite(asked, CHIEF, by="test")))
    kept = asked.cursor().execute(
        "select secret_sha256 from app.invite union all select secret_sha256 from app.token"
        " union all select secret_sha256 from app.session"
    )
    hashes = {one for (one,) in kept.fetchall()}

    assert len(hashes) == 4
    assert not [secret for secret in secrets if any(secret in one for one in hashes)]


@pytest.mark.parametrize("change", ["{}x", "x{}", "{}.{}", ""])
def test_a_cookie_that_we_did_not_sign_is_nobody(asked, change):
    cookie = sign_in(asked, "administrator")

    assert identity.of_cookie(change.format(cookie, cookie)).role == "public"
    assert identity.of_cookie(None).role == "public"


def test_signing_out_ends_this_session_and_everywhere_ends_all(asked):
    app = make_app(asked)
    here, there, third = (sign_in(asked, "auditor") for _ in range(3))
    left = ask(app, "/sign-out", method="POST", cookie=f"{identity.COOKIE}={here}", **OWN)
    after_one = [identity.of_cookie(one).role for one in (here, there)]
    ask(app, "/sign-out/everywhere", method="POST", cookie=f"{identity.COOKIE}={there}", **OWN)

    assert (left.status, after_one) == (303, ["public", "auditor"])
    assert {identity.of_cookie(one).role for one in (here, there, third)} == {"public"}


def test_revoking_somebody_ends_sessions_links_and_tokens(asked):
    known = identify("organiser")
    invite, token = make_invite(asked, known, by="test"), make_token(asked, known, by="test")
    session = accept_invite(asked, make_invite(asked, known, by="test"))
    before = (read_session(asked, session), read_token(asked, token))
    end_everything(asked, known.person)

    assert before == (known, known)
    assert (read_session(asked, session), read_token(asked, token)) == (None, None)
    with pytest.raises(Refused):
        read_invite(asked, invite)


@pytest.mark.parametrize("said", [{}, {"sec_fetch_site": "cross-site"}, {"origin": "https://x.kz"}])
def test_no_other_site_can_make_a_browser_sign_in_or_out(asked, said):
    app, secret = make_app(asked), make_invite(asked, CHIEF, by="test")
    cookie = sign_in(asked, "auditor")
    kept = {"cookie": f"{identity.COOKIE}={cookie}"}
    answers = [
        ask(app, path, method="POST", **kept, **said).status
        for path in (f"/sign-in/{secret}", "/sign-out", "/sign-out/everywhere")
    ]

    assert answers == [403, 403, 403]
    assert (read_invite(asked, secret), identity.of_cookie(cookie).role) == (CHIEF, "auditor")


def test_a_get_changes_nothing(asked):
    app, cookie = make_app(asked), sign_in(asked, "auditor")
    for path in ("/sign-out", "/sign-in"):
        ask(app, path, cookie=f"{identity.COOKIE}={cookie}")

    assert ask(app, "/sign-out/everywhere").status == 405
    assert identity.of_cookie(cookie).role == "auditor"


@pytest.mark.parametrize(
    ("role", "scope", "says"),
    [
        ("organiser", Scope(), "is given for region"),
        ("organiser", Scope(region="KZ-99"), "no region KZ-99"),
        ("expert", Scope(contest="nothing"), "no contest nothing"),
        ("expert", Scope(region=REGION), "is given for contest"),
        ("administrator", Scope(region=REGION), "is given for everywhere"),
        ("local", Scope(), "no role local"),
        ("king", Scope(), "no role king"),
    ],
)
def test_a_role_is_given_for_the_place_it_is_bound_by_and_for_one_that_exists(
    asked, role, scope, says
):
    with pytest.raises(Refused, match=says):
        make_invite(asked, Identity("somebody", role, scope), by="test")


def test_nobody_is_asked_until_the_first_invitation_and_everybody_after_it(season):
    ui.use_store(season)
    before = (identity.of_cookie(None).role, has_administrator(season))
    sign_in(season, "administrator")
    ui.use_store(season)

    assert (before, identity.of_cookie(None).role, has_administrator(season)) == (
        ("local", False),
        "public",
        True,
    )


def test_the_environment_or_a_wider_address_asks_everybody(season, monkeypatch):
    monkeypatch.setenv("KASIPKOR_IDENTITY", "on")
    ui.use_store(season)
    by_environment = identity.of_cookie(None).role
    monkeypatch.delenv("KASIPKOR_IDENTITY")
    ui.use_store(season, asks_sign_in=True)

    assert (by_environment, identity.of_cookie(None).role) == ("public", "public")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "[::1]:8501"}, 200),
        ({"host": "evil.kz"}, 403),
        ({"host": "localhost.evil.kz"}, 403),
        ({"x_forwarded_for": "10.0.0.7"}, 403),
        ({"forwarded": "for=10.0.0.7"}, 403),
    ],
)
def test_where_nobody_is_asked_only_this_computer_is_answered(season, headers, status):
    ui.use_store(season)
    app = NearbyOnly(make_app(season))
    alone = ask(app, "/healthz", **headers).status
    ui.use_store(season, asks_sign_in=True)

    assert (alone, ask(app, "/healthz", **headers).status) == (status, 200)

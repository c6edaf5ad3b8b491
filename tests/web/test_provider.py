"""What the secrets say about providers is looked at once, at the start, and never printed."""

import pytest
import streamlit as st

from kasipkor_core import ui
from kasipkor_core.errors import Refused
from kasipkor_core.store import make_account, make_invite
from kasipkor_core.ui import identity
from kasipkor_core.web.provider import read_providers
from tests.web.asking import ask, make_app
from tests.web.people import identify, sign_in

GOOD = {
    "redirect_uri": "https://results.example.kz/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "kasipkor",
    "client_secret": "hush-hush",
    "server_metadata_url": "https://id.example.kz/.well-known/openid-configuration",
}


class Said(dict):
    def load_if_toml_exists(self):
        return True


@pytest.fixture
def say(monkeypatch):
    """Let the secrets say something."""

    def put(**sections):
        monkeypatch.setattr(st, "secrets", Said(sections))

    return put


@pytest.fixture(autouse=True)
def nobody_is_offered():
    yield
    identity.offer(())


def test_one_provider_or_several_by_name(say):
    shared = {name: GOOD[name] for name in ("redirect_uri", "cookie_secret")}
    own = {name: value for name, value in GOOD.items() if name not in shared}
    found = []
    for auth in (GOOD, shared | {"ministry": own, "google": own}, GOOD | {"google": own}):
        say(auth=auth)
        found.append(read_providers())
    say(other={})

    assert found == [("default",), ("ministry", "google"), ("default", "google")]
    assert read_providers() == ()


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("redirect_uri", "http://results.example.kz/oauth2callback", "begins with https"),
        ("redirect_uri", "http://localhost.evil.kz/oauth2callback", "begins with https"),
        ("redirect_uri", "https://results.example.kz/other", "ends in /oauth2callback"),
        ("redirect_uri", "", "say nothing about redirect_uri"),
        ("server_metadata_url", "http://id.example.kz/x", "begins with https"),
        ("server_metadata_url", "ftp://localhost/x", "begins with https"),
        ("cookie_secret", "short", "needs 32 letters"),
        ("client_secret", "", "say nothing about client_secret"),
    ],
)
def test_what_is_missing_or_unsafe_is_refused_by_its_key_and_not_its_value(say, key, value, says):
    say(auth=GOOD | {key: value})

    with pytest.raises(Refused, match=says) as refused:
        read_providers()
    assert "hush-hush" not in str(refused.value)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_this_computer_may_be_asked_without_tls(say, host):
    say(auth=GOOD | {"redirect_uri": f"http://{host}:8501/oauth2callback"})

    assert read_providers() == ("default",)


def test_a_file_that_is_named_and_not_there_stops_the_start(monkeypatch, tmp_path):
    monkeypatch.setenv("KASIPKOR_SECRETS", str(tmp_path / "none.toml"))

    with pytest.raises(Refused, match="cannot be read"):
        read_providers()


def test_where_a_provider_is_named_everybody_is_asked_and_its_door_is_shown(season):
    ui.use_store(season)
    before = identity.of_cookie(None).role
    identity.offer(("default", "ministry"))
    page = ask(make_app(season), "/sign-in?lang=en").text

    assert (before, identity.of_cookie(None).role) == ("local", "public")
    assert "Sign in with an account" in page
    assert 'href="./?at=ministry&amp;lang=en"' in page


def test_who_came_in_by_a_provider_leaves_there_too(season):
    ui.use_store(season, asks_sign_in=True)
    identity.offer(("default",))
    cookies = f"{identity.COOKIE}={sign_in(season, 'auditor')}; _streamlit_user=x"
    own = {"sec_fetch_site": "same-origin"}
    here = ask(make_app(season), "/sign-out", method="POST", cookie=cookies, **own)
    there = ask(make_app(season), "/sign-out/everywhere", method="POST", cookie=cookies, **own)

    assert [one.headers["refresh"] for one in (here, there)] == [
        "0; url=./auth/logout",
        "0; url=../auth/logout",
    ]
    assert {one.status for one in (here, there)} == {200}  # a form's redirect may not leave us


def test_both_ways_in_stand_side_by_side(season):
    ui.use_store(season)
    identity.offer(("default",))
    known = identify("organiser")
    make_account(season, known, by="test", email=known.person)
    make_invite(season, known, by="test")

    assert identity.of_cookie(sign_in(season, "organiser")) == known

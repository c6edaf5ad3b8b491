"""Signing in at a provider: out, to the provider, back as the chief expert, and out again."""

import re
import shutil

import pytest

from kasipkor_core.access import Scope
from kasipkor_core.store import Identity, make_account, open_store
from tests import oidc
from tests.browser import world
from tests.browser.conftest import Site, find_port, serve, settle, stop

pytestmark = pytest.mark.browser

CHIEF = Identity("asel@example.kz", "chief_expert", Scope(contest=world.BOARD))


@pytest.fixture(scope="module")
def provider():
    with oidc.run_provider() as running:
        yield running


@pytest.fixture(scope="module")
def door(ledger, provider, tmp_path_factory):
    """A server that knows the provider and, by e-mail, one chief expert."""
    folder = tmp_path_factory.mktemp("door")
    database = shutil.copy(ledger[0], folder)
    store = open_store(database)
    make_account(store, CHIEF, by="test", email=CHIEF.person)
    store.close()
    port = find_port()
    secrets = folder / "secrets.toml"
    secrets.write_text(oidc.write_secrets(provider, port), encoding="utf-8")
    written = folder / "site.log"
    with written.open("wb") as log, pytest.MonkeyPatch.context() as patch:
        patch.setenv("KASIPKOR_SECRETS", str(secrets))
        process, _ = serve(database, log, port)
        try:
            yield Site(port, written)
        finally:
            stop(process)


def sign_in(door, page):
    """Walk from the page for everybody to the provider and back."""
    door.open(page, "/?lang=en")
    assert page.locator(".st-key-footer a", has_text="Sign in").count() == 1
    page.goto(f"{door.address}/sign-in?lang=en")
    page.get_by_role("link", name="Sign in with an account").click()
    page.get_by_role("button", name="Continue as").click()
    page.wait_for_url(re.compile(re.escape(door.address)))


def test_a_chief_expert_comes_in_by_the_provider_and_leaves(door, provider, window):
    provider.person = dict(oidc.ASEL)
    page = window()
    sign_in(door, page)
    page.locator(".k-enter a", has_text="asel@example.kz").click()
    page.get_by_role("button", name="Sign in").click()
    settle(page)
    inside = page.locator(".st-key-footer").inner_text()
    door.open(page, f"/my-contests?contest={world.BOARD}&lang=en")
    title = page.get_by_role("heading", level=1).inner_text()
    page.goto(f"{door.address}/sign-out?lang=en")
    page.get_by_role("button", name="Sign out", exact=True).click()
    settle(page)
    cookies = {one["name"] for one in page.context.cookies()}
    page.goto(f"{door.address}/my-contests?contest={world.BOARD}&lang=en")
    refused = page.get_by_role("heading", level=1)
    refused.wait_for()

    assert "asel@example.kz, chief expert of a contest" in inside
    assert title != "This page is not for everybody"
    assert provider.left == 1
    assert cookies & {"kasipkor", "_streamlit_user"} == set()
    assert refused.inner_text() == "This page is not for everybody"


@pytest.mark.parametrize(
    "change",
    [
        {"email": "nobody@example.kz"},
        {"email_verified": False},
        {"email_verified": "true"},
    ],
)
@pytest.mark.long
@pytest.mark.sampled
def test_whom_nobody_gave_a_role_sees_what_is_public_and_what_to_do(door, provider, window, change):
    provider.person = oidc.ASEL | change
    page = window()
    sign_in(door, page)
    page.locator(".st-key-unknown_person").wait_for()
    said = page.locator(".st-key-unknown_person").inner_text()

    assert "nobody has given you a role here" in said
    assert page.locator(".k-enter").count() == 0
    assert "Not signed in" in page.locator(".st-key-footer").inner_text()

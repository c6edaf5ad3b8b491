"""Notices on the pages: an administrator sees what is due, a participant gives an address."""

import pytest

from kasipkor_core import ui
from kasipkor_core.access import Scope
from kasipkor_core.store import Receiver, add_receiver, list_receivers
from kasipkor_core.ui import identity
from tests.giving import REPUBLIC
from tests.own import mark, publish, sign_in
from tests.ready import open_played
from tests.web.asking import read_page
from tests.web.people import be
from tests.web.test_canary import open_app

OWN = Scope(contest=REPUBLIC, entry="02")


@pytest.fixture
def published():
    store = open_played("own", mark)
    ui.use_store(store, asks_sign_in=True)
    publish(store)
    yield store
    store.close()


@pytest.mark.long
def test_an_administrator_sees_what_is_due_to_whom_and_cannot_send_without_a_server(
    published, monkeypatch
):
    add_receiver(published, Receiver("office@example.kz", "kk"), by="test")
    be(published, "administrator", monkeypatch)
    page = open_app("people", lang="en")
    said = read_page(page)

    assert ("office@example.kz" in said, "result published" in said, "○ due" in said) == (
        True,
        True,
        True,
    )
    assert "notices_send" not in {button.key for button in page.button}
    assert len(page.exception) == 0


def test_a_participant_gives_an_address_and_takes_it_back(published, monkeypatch):
    cookie = sign_in(published, "02")
    monkeypatch.setattr(identity, "read_cookie", lambda: cookie)
    page = open_app("my-result", lang="ru")
    page.text_input(key="own_email").set_value("bolat@example.kz")
    next(one for one in page.button if one.label == "Присылать сюда").click().run()
    given = list_receivers(published)
    page.button(key="own_notices_end").click().run()

    assert given == [Receiver("bolat@example.kz", "ru", OWN)]
    assert list_receivers(published) == []
    assert len(page.exception) == 0

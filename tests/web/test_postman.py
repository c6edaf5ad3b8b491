"""Notices go by themselves where a mail server is named: each once, and again when not taken."""

import datetime as dt
import time

import pytest

from kasipkor_core import documents
from kasipkor_core.store import Alarm, begin_notice, list_alarms
from kasipkor_core.web.postman import Postman
from tests.store.test_notices import CHIEF, OFFICE, OWN, marked, published
from tests.web.mailbox import open_mailbox

__all__ = ["marked", "published"]
BEGUN = dt.datetime.now(dt.UTC)


@pytest.fixture
def mailbox(monkeypatch):
    with open_mailbox() as opened:
        monkeypatch.setenv("KASIPKOR_SMTP", opened.address)
        monkeypatch.setenv("KASIPKOR_SENDER", "kasipkor@example.kz")
        yield opened


def look(postman, *, minutes):
    """Let the postman look as if so many minutes had gone; return how many notices wait."""
    postman.clock = lambda: BEGUN + dt.timedelta(minutes=minutes)
    postman.look()
    return postman.store.unsent


def test_without_a_mail_server_nothing_goes_and_nothing_is_told(published, monkeypatch):
    monkeypatch.delenv("KASIPKOR_SMTP", raising=False)

    assert look(Postman(published), minutes=0) == 0
    assert {one.state for one in documents.list_notices(published)} == {"due"}


def test_what_is_due_goes_by_itself_once_also_after_a_start_anew(published, mailbox):
    first, again = Postman(published), Postman(published)
    waits = [look(first, minutes=0), look(first, minutes=1), look(again, minutes=2)]

    assert waits == [0, 0, 0]
    assert len(mailbox.letters) == 3
    assert {one.state for one in documents.list_notices(published)} == {"sent"}


@pytest.mark.long
def test_what_may_have_gone_before_a_crash_does_not_go_by_itself(published, mailbox):
    crashed = documents.list_notices(published)[0]
    begin_notice(published, crashed.message_id)
    look(Postman(published), minutes=0)

    assert len(mailbox.letters) == 2
    assert [letter for letter in mailbox.letters if crashed.message_id in letter] == []


def test_whom_the_server_refuses_waits_longer_each_time_and_keeps_nobody_else_back(
    published, mailbox
):
    mailbox.refused = {OWN.email}
    postman = Postman(published)
    asked = {minutes: look(postman, minutes=minutes) for minutes in (0, 1, 2, 3, 5, 6)}
    alarms = list_alarms(published, now=dt.datetime.now(dt.UTC))
    mailbox.refused = set()

    assert set(asked.values()) == {1}
    assert alarms == [Alarm("notices_unsent", 1)]
    assert [look(postman, minutes=minutes) for minutes in (13, 14)] == [1, 0]
    assert sorted(letter.partition("To: ")[2].split()[0] for letter in mailbox.letters) == sorted(
        one.email for one in (CHIEF, OFFICE, OWN)
    )


@pytest.mark.long
def test_a_server_that_does_not_answer_is_asked_again_later(published, mailbox, monkeypatch):
    monkeypatch.setenv("KASIPKOR_SMTP", "smtp://127.0.0.1:1")
    postman = Postman(published)
    dead = look(postman, minutes=0)
    monkeypatch.setenv("KASIPKOR_SMTP", mailbox.address)

    assert dead == 3
    assert [look(postman, minutes=minutes) for minutes in (1, 2)] == [3, 0]
    assert len(mailbox.letters) == 3
    assert list_alarms(published, now=dt.datetime.now(dt.UTC)) == []


def test_the_thread_sends_at_its_start_and_ends_when_told(published, mailbox):
    postman = Postman(published)
    postman.start()
    for _ in range(6000):
        if len(mailbox.letters) == 3:
            break
        time.sleep(0.01)
    postman.end()

    assert len(mailbox.letters) == 3

"""Notices through a real mail server on this computer, and as files."""

import email
import socket
from email import policy

import pytest
from aiosmtpd.controller import Controller

from tests.giving import REPUBLIC

pytestmark = pytest.mark.long  # tests/store/test_notices.py is the quick witness
SCORES = "entry,name,region,total\n01,Дана Ким,KZ-35,80\n02,Ерлан Оспан,KZ-75,70\n"


class Box:
    """What the mail server took; it refuses an address."""

    def __init__(self):
        self.letters = []

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        if address.startswith("gone@"):
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        self.letters.append(email.message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def box(monkeypatch):
    taken = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(taken, hostname="127.0.0.1", port=port)
    controller.start()
    monkeypatch.setenv("KASIPKOR_SMTP", f"smtp://127.0.0.1:{port}")
    monkeypatch.setenv("KASIPKOR_SENDER", "results@example.kz")
    yield taken
    controller.stop()


@pytest.fixture
def published(loaded, file, monkeypatch):
    """The command on a ledger with a published contest and three receivers."""
    loaded("import", file(SCORES), "--kind", "scores", "--contest", REPUBLIC)
    monkeypatch.setenv("KASIPKOR_ACTOR", "chief")  # four eyes
    signed = ("--kind", "sign_off", "--subject", REPUBLIC, "--value", "signed", "--reason", "seen")
    loaded("decide", *signed)
    loaded("publish", REPUBLIC)
    loaded("receiver", "office@example.kz", "--lang", "kk")
    loaded("receiver", "gone@example.kz", "--contest", REPUBLIC)
    loaded("receiver", "dana@example.kz", "--contest", REPUBLIC, "--entry", "01", "--lang", "ru")
    return loaded


def states(command):
    _, out, _ = command("notices", "--format", "csv")
    return sorted(
        (line.split(",")[4].partition("@")[0], line.split(",")[0]) for line in out.splitlines()[1:]
    )


def test_notices_go_through_the_server_once_and_what_it_refuses_is_due_again(published, box):
    first = published("notices", "--send")
    second = published("notices", "--send")
    subjects = {letter["To"]: letter["Subject"] for letter in box.letters}

    assert (first[0], first[2].strip()) == (0, "2 sent, 1 refused")
    assert (second[0], second[2].strip()) == (0, "0 sent, 1 refused")
    assert set(subjects) == {"office@example.kz", "dana@example.kz"}
    assert subjects["office@example.kz"].startswith("Нәтиже жарияланды")
    assert states(published) == [("dana", "sent"), ("gone", "due"), ("office", "sent")]


def test_without_a_server_they_are_files_each_written_once(published, tmp_path):
    refused = published("notices", "--send")
    folder = tmp_path / "letters"
    published("notices", "--out", folder)
    _, _, again = published("notices", "--out", folder)
    letters = [
        email.message_from_bytes(path.read_bytes(), policy=policy.default)
        for path in folder.glob("*.eml")
    ]

    assert refused[0] == 1
    assert "KASIPKOR_SMTP" in refused[2]
    assert again.strip() == "0"
    assert len({letter["Message-ID"] for letter in letters}) == 3


def test_a_server_that_does_not_answer_is_said_and_nothing_is_noted(published, box, monkeypatch):
    monkeypatch.setenv("KASIPKOR_SMTP", "smtp://127.0.0.1:1")
    code, _, said = published("notices", "--send")

    assert code == 1
    assert "does not answer" in said
    assert {state for _, state in states(published)} == {"due"}


def test_an_address_that_is_ended_gets_nothing(published):
    published("receiver", "gone@example.kz", "--end")

    assert [name for name, _ in states(published)] == ["dana", "office"]

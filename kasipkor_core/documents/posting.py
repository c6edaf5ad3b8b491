"""Handing notices over: to a mail server, or into a folder; each once, a crash between included."""

import datetime as dt
import smtplib
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from kasipkor_core.documents.notices import Notice, write_notice
from kasipkor_core.errors import Refused
from kasipkor_core.settings import is_here, read_settings
from kasipkor_core.store import Store, begin_notice, drop_notice, end_notice

Post = Callable[[EmailMessage], None]
_WAITS = 30  # seconds for the server
_PORTS = {"smtp": 587, "smtps": 465}


def has_server() -> bool:
    """Tell whether the settings name a mail server and a sender."""
    settings = read_settings()
    return bool(settings.smtp and settings.sender)


def send_notices(store: Store, notices: Sequence[Notice]) -> tuple[int, int]:
    """Send notices through the mail server of the settings; return how many went and were refused.

    Raises:
        Refused: no server or sender is named, or the server does not answer.
    """
    settings = read_settings()
    if not settings.smtp or not settings.sender:
        raise Refused(
            "No mail server is named. Set KASIPKOR_SMTP and KASIPKOR_SENDER, or write the notices "
            "into a folder."
        )
    with _open_server(urlsplit(settings.smtp)) as server:

        def post(message: EmailMessage) -> None:
            server.send_message(message)

        return hand_over(store, notices, post, sender=settings.sender)


def write_notices(store: Store, notices: Sequence[Notice], folder: Path) -> int:
    """Write notices as files that a mail program sends; return how many."""
    folder.mkdir(parents=True, exist_ok=True)

    def post(message: EmailMessage) -> None:
        name = message["Message-ID"].strip("<>").partition("@")[0]
        (folder / f"{name}.eml").write_bytes(message.as_bytes())

    sender = read_settings().sender or "kasipkor@localhost"
    return hand_over(store, notices, post, sender=sender)[0]


def hand_over(
    store: Store, notices: Sequence[Notice], post: Post, *, sender: str
) -> tuple[int, int]:
    """Hand notices over one by one, noted before and after; return how many went and were refused.

    What the server refuses is due again. When nobody knows whether it was taken, it is not handed
    over again by itself: its Message-ID stays, so that a mailbox shows it once even then.
    """
    went = refused = 0
    for notice in notices:
        message = write_notice(notice, sender=sender, now=dt.datetime.now(dt.UTC))
        if not begin_notice(store, notice.message_id, again=notice.state == "unsure"):
            continue
        try:
            post(message)
        except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused):
            drop_notice(store, notice.message_id)
            refused += 1
        else:
            end_notice(store, notice.message_id)
            went += 1
    return went, refused


@contextmanager
def _open_server(address: SplitResult) -> Iterator[smtplib.SMTP]:
    """Open the mail server; the way is encrypted, unless it is on this computer."""
    host = address.hostname or ""
    port = address.port or _PORTS.get(address.scheme, 0)
    try:
        if address.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                host, port, timeout=_WAITS, context=ssl.create_default_context()
            )
        else:
            server = smtplib.SMTP(host, port, timeout=_WAITS)
    except OSError as error:
        raise Refused(
            "The mail server {host} does not answer: {words}.", host=host, words=str(error)
        ) from error
    with server:
        if address.scheme != "smtps" and not is_here(host):
            server.starttls(context=ssl.create_default_context())
        if address.username:
            server.login(unquote(address.username), unquote(address.password or ""))
        yield server

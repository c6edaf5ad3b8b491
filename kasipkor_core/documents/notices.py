"""Notices as e-mails: one for each thing told to each receiver, in the receiver's language."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

from kasipkor_core import words
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.documents.signing import find_site
from kasipkor_core.i18n import format_date, mark, text
from kasipkor_core.settings import read_settings
from kasipkor_core.store import Receiver, Store, list_receivers, read_now, read_sent

Row = Mapping[str, Any]
NOTICES = {
    "published": mark("result published"),
    "appeal_received": mark("appeal received"),
    "appeal_ruled": mark("appeal ruled upon"),
    "correction": mark("place corrected"),
    "selection_step": mark("step of a selection"),
    "sheets_missing": mark("something is missing"),
}
_SUBJECTS = {
    "published": mark("The result is published: {contest}"),
    "appeal_received": mark("An appeal was received: {contest}"),
    "appeal_ruled": mark("About your appeal: {contest}"),
    "correction": mark("Your place was corrected: {contest}"),
    "selection_step": mark("About a step of the selection: {contest}"),
    "sheets_missing": mark("Something is missing before the last day: {contest}"),
}
_RULED = {
    "admitted": mark("Appeal {number} was admitted and is being looked at."),
    "refused": mark("Appeal {number} was refused."),
    "decided": mark("Appeal {number} was upheld. The result is going to be corrected."),
    "closed": mark("Appeal {number} is closed."),
}
_STEPS = {
    "in": mark("{step}: you go on."),
    "out": mark("{step}: you do not go on."),
    "absent": mark("{step}: you are noted as absent."),
}
_MISSING = {
    "experts_missing": mark("Until {day} this is still missing: experts, {n}."),
    "marks_missing": mark("Until {day} this is still missing: marks, {n}."),
    "scores_missing": mark("Until {day} this is still missing: scores, {n}."),
}


@dataclass(frozen=True)
class Notice:
    """One thing told to one receiver.

    Attributes:
        receiver: Who gets it.
        row: Row of ``mart.notices`` in the receiver's language.
        state: due, sent, or unsure: begun, and nobody knows whether it went out.
    """

    receiver: Receiver
    row: Row
    state: str = "due"

    @property
    def message_id(self) -> str:
        """The Message-ID: the same thing to the same address has the same one, always."""
        told = f"{self.row['key']}\n{self.receiver.email.casefold()}"
        return f"<{hashlib.sha256(told.encode()).hexdigest()[:40]}@kasipkor>"


def list_notices(store: Store) -> list[Notice]:
    """Return all there is to tell now, each with what is known of its sending."""
    sent = read_sent(store)
    rows: dict[str, Sequence[Row]] = {}
    notices = {}
    for receiver in list_receivers(store):
        if receiver.lang not in rows:
            reader = dataclasses.replace(read_now(store), lang=receiver.lang)
            rows[receiver.lang] = read_rows(store, "notices", reader)
        for row in rows[receiver.lang]:
            place = {name: row[name] for name in ("audience", "contest", "region", "entry")}
            if receiver.gets(**place):
                one = Notice(receiver, row)
                notices[one.message_id] = one
    return [
        dataclasses.replace(one, state=sent.get(number, "due")) for number, one in notices.items()
    ]


def write_notice(notice: Notice, *, sender: str, now: dt.datetime) -> EmailMessage:
    """Return a notice as an e-mail; it names no person.

    Args:
        notice: What is told to whom.
        sender: The address it comes from.
        now: When it is sent.
    """
    row, lang = notice.row, notice.receiver.lang
    message = EmailMessage(policy=SMTP)
    message["Message-ID"] = notice.message_id
    message["Date"] = format_datetime(now)
    message["From"] = sender
    message["To"] = notice.receiver.email
    message["Subject"] = text(_SUBJECTS[row["kind"]], lang, contest=_name_contest(row, lang))
    message["Content-Language"] = lang
    message["Auto-Submitted"] = "auto-generated"
    site = find_site(read_settings().address)
    page = "my-result" if notice.receiver.scope.entry else ""
    message.set_content(
        "\n\n".join(
            (
                _name_contest(row, lang),
                _say(row, lang),
                f"{site}/{page}?lang={lang}",
                text("You get this because this address was given for notices.", lang),
            )
        )
    )
    return message


def _name_contest(row: Row, lang: str) -> str:
    parts = (
        words.unit_title(row, lang),
        words.level_name(row, lang),
        words.season_name(row, lang),
    )
    return " · ".join(part for part in parts if part)


def _say(row: Row, lang: str) -> str:
    match row["kind"]:
        case "published":
            return text("The result was published. The clock of appeals runs.", lang)
        case "appeal_received":
            return text("Appeal {number} waits for the next step.", lang, number=row["number"])
        case "appeal_ruled":
            return text(_RULED[row["after"]], lang, number=row["number"])
        case "selection_step":
            return text(_STEPS[row["after"]], lang, step=row["before"])
        case "sheets_missing":
            day = format_date(dt.date.fromisoformat(row["before"]), lang, year=True)
            return text(_MISSING[row["number"]], lang, day=day, n=row["after"])
    return text(
        "After a correction your place is {after}; it was {before}.",
        lang,
        after=row["after"] or "–",
        before=row["before"] or "–",
    )

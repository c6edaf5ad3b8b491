"""Notices: who gets them, and which were begun and sent; what there is to tell is a view."""

import re
from dataclasses import dataclass
from typing import Literal

from kasipkor_core import access
from kasipkor_core.errors import Refused
from kasipkor_core.store.connect import Store
from kasipkor_core.store.identity import now_utc, read_sql, refuse_unknown_place

State = Literal["due", "sent", "unsure"]
_EMAIL = re.compile(r"[^@\s<>,;:\"]{1,64}@[^@\s<>,;:\"]{1,250}")


@dataclass(frozen=True)
class Receiver:
    """Somebody who gets notices.

    Attributes:
        email: The address.
        lang: The language of what is sent.
        scope: The place of staff; with an entry, its participant; neither: staff everywhere.
    """

    email: str
    lang: str
    scope: access.Scope = access.EVERYWHERE

    def gets(self, *, audience: str, contest: str, region: str | None, entry: str | None) -> bool:
        """Tell whether a notice is for this receiver."""
        if self.scope.entry is not None:
            is_own = access.is_own(self.scope, f"{contest}/{entry}")
            return is_own or (audience == "everybody" and contest == self.scope.contest)
        if audience == "entry":
            return False
        everywhere = self.scope == access.EVERYWHERE
        return everywhere or access.covers(self.scope, contest=contest, region=region)


def add_receiver(store: Store, receiver: Receiver, *, by: str) -> None:
    """Write down who gets notices; the same address for the same place counts once.

    Raises:
        Refused: it is no address, or there is no such place.
    """
    if not _EMAIL.fullmatch(receiver.email):
        raise Refused("{email} is no e-mail address.", email=receiver.email)
    if receiver in list_receivers(store):
        return
    scope = receiver.scope
    with store.writing() as cursor:
        refuse_unknown_place(cursor, scope)
        cursor.execute(
            read_sql("receiver"),
            {
                "email": receiver.email,
                "lang": receiver.lang,
                "region": scope.region,
                "contest": scope.contest,
                "entry": scope.entry,
                "made_by": by,
                "at": now_utc(),
            },
        )


def list_receivers(store: Store) -> list[Receiver]:
    """Return who gets notices."""
    cursor = store.cursor()
    try:
        rows = cursor.execute(read_sql("receivers")).fetchall()
    finally:
        cursor.close()
    return [
        Receiver(email, lang, access.Scope(region, contest, entry))
        for email, lang, region, contest, entry in rows
    ]


def end_receiver(store: Store, email: str) -> None:
    """Send an address no more notices, and keep it no longer."""
    with store.writing() as cursor:
        cursor.execute(read_sql("receiver_end"), {"email": email})


def end_own_receivers(store: Store, scope: access.Scope) -> None:
    """Send nobody notices about an entry any more."""
    asked = {"contest": scope.contest, "entry": scope.entry}
    with store.writing() as cursor:
        cursor.execute(read_sql("receiver_own_end"), asked)


def read_sent(store: Store) -> dict[str, State]:
    """Return by Message-ID what is known of the notices that were begun."""
    cursor = store.cursor()
    try:
        rows = cursor.execute(read_sql("notices_begun")).fetchall()
    finally:
        cursor.close()
    return {message_id: "sent" if is_sent else "unsure" for message_id, is_sent in rows}


def begin_notice(store: Store, message_id: str, *, again: bool = False) -> bool:
    """Note that a notice is about to be handed over: after a crash nobody sends it blindly.

    Args:
        store: The open ledger.
        message_id: Which notice.
        again: It was begun before, and nobody knows whether it went out.

    Returns:
        Whether it is this caller's to hand over: of two who send at once one is.
    """
    with store.writing() as cursor:
        if again:
            cursor.execute(read_sql("notice_drop"), {"message_id": message_id})
        asked = {"message_id": message_id, "at": now_utc()}
        return cursor.execute(read_sql("notice_begin"), asked).fetchone() == (1,)


def end_notice(store: Store, message_id: str) -> None:
    """Note that a notice was handed over."""
    _write(store, "notice_done", message_id, is_timed=True)


def drop_notice(store: Store, message_id: str) -> None:
    """Forget a notice that was refused: it did not go out, and is due again."""
    _write(store, "notice_drop", message_id)


def _write(store: Store, name: str, message_id: str, *, is_timed: bool = False) -> None:
    asked = {"message_id": message_id} | ({"at": now_utc()} if is_timed else {})
    with store.writing() as cursor:
        cursor.execute(read_sql(name), asked)

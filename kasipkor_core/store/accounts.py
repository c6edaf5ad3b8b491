"""Accounts: who may sign in at a provider of identities, and as what."""

import datetime as dt
from dataclasses import dataclass

from kasipkor_core import access
from kasipkor_core.errors import Refused
from kasipkor_core.store.connect import Store
from kasipkor_core.store.identity import (
    SIGNED_IN_FOR,
    Identity,
    now_utc,
    read_sql,
    refuse_unfit,
    refuse_unknown_place,
)


@dataclass(frozen=True)
class Claims:
    """What a provider says about somebody who has signed in there.

    Attributes:
        issuer: The provider.
        subject: What it calls the person, for ever.
        signed_in_at: When it said so.
        email: The e-mail, only if the provider has verified it.
    """

    issuer: str
    subject: str
    signed_in_at: dt.datetime
    email: str | None = None


def make_account(
    store: Store,
    identity: Identity,
    *,
    by: str,
    email: str | None = None,
    issuer: str | None = None,
    subject: str | None = None,
) -> None:
    """Let somebody sign in at a provider, known by e-mail or by issuer and subject.

    Args:
        store: The open ledger.
        identity: Who becomes what.
        by: Who lets them in.
        email: Counts only when the provider has verified it.
        issuer: The provider that gives the subject, as its ``iss`` says.
        subject: What it calls the person, its ``sub``.

    Raises:
        Refused: neither is given, or the role cannot be given for this place.
    """
    refuse_unfit(identity)
    mail = _clean(email)
    if mail is None and not (issuer and subject):
        raise Refused("Say by which e-mail the person is known, or by issuer and subject.")
    with store.writing() as cursor:
        refuse_unknown_place(cursor, identity.scope)
        cursor.execute(
            read_sql("account"),
            {
                "person": identity.person.strip(),
                "email": mail,
                "issuer": issuer,
                "subject": subject,
                "role": identity.role,
                "region": identity.scope.region,
                "contest": identity.scope.contest,
                "entry": identity.scope.entry,
                "made_by": by,
                "at": now_utc(),
            },
        )


def find_accounts(store: Store, claims: Claims) -> list[Identity]:
    """Return what somebody may be here, the newest first; nothing for the unknown.

    Whoever signed in at the provider longer ago than a session lasts does so again.
    """
    if claims.signed_in_at < now_utc() - SIGNED_IN_FOR:
        return []
    asked = {
        "email": _clean(claims.email),
        "issuer": claims.issuer,
        "subject": claims.subject,
        "signed_in_at": claims.signed_in_at,
    }
    cursor = store.cursor()
    try:
        rows = cursor.execute(read_sql("account_of"), asked).fetchall()
    finally:
        cursor.close()
    return [
        Identity(person, role, access.Scope(region, contest, entry))
        for person, role, region, contest, entry in rows
    ]


def _clean(email: str | None) -> str | None:
    """Return an e-mail as it is compared; null for none."""
    return (email or "").strip().casefold() or None

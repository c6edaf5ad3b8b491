"""Who is who: invitations that open once, sessions and tokens that can be ended, only as hashes."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from functools import cache

import duckdb

from kasipkor_core import access, house
from kasipkor_core.errors import Refused
from kasipkor_core.store.connect import Store

OPEN_FOR = dt.timedelta(days=7)  # an invitation that nobody opens
SIGNED_IN_FOR = dt.timedelta(days=14)
OWN_FOR = dt.timedelta(days=120)  # a participant, who waits for the result and for an appeal


@dataclass(frozen=True)
class Identity:
    """Somebody in a role.

    Attributes:
        person: Who acts, as the ledger will name it.
        role: One of ``access.INVITED``.
        scope: The region or contest the role is given for.
    """

    person: str
    role: str
    scope: access.Scope = access.EVERYWHERE


def make_invite(
    store: Store, identity: Identity, *, by: str, lasts: dt.timedelta = OPEN_FOR
) -> str:
    """Keep an invitation; return its secret, which is nowhere else.

    Args:
        store: The open ledger.
        identity: Who is invited as what.
        by: Who invites.
        lasts: How long the link can be opened.

    Raises:
        Refused: the role cannot be given, or not for this place.
    """
    refuse_unfit(identity)
    secret = secrets.token_urlsafe(32)
    with store.writing() as cursor:
        refuse_unknown_place(cursor, identity.scope)
        row = make_row(secret, identity, lasts=lasts) | {"made_by": by}
        cursor.execute(read_sql("invite"), row)
    return secret


def read_invite(store: Store, secret: str) -> Identity:
    """Return who an invitation is for, without using it.

    Raises:
        Refused: there is no such invitation, or it was used, taken back or is too old.
    """
    found = find_holder(store, "invite_open", secret)
    if found is None:
        raise Refused(
            "This link was used already, taken back or is too old. Ask whoever sent it for "
            "another one."
        )
    return found


def accept_invite(store: Store, secret: str) -> str:
    """Use an invitation up and begin a session; return the secret of the session.

    Raises:
        Refused: as in ``read_invite``; of two who open a link at once one is refused.
    """
    session = secrets.token_urlsafe(32)
    with store.writing() as cursor:
        identity = _find_on(cursor, "invite_open", secret)
        if identity is None:
            raise Refused(
                "This link was used already, taken back or is too old. Ask whoever sent it for "
                "another one."
            )
        cursor.execute(
            read_sql("invite_use"), {"secret_sha256": hash_secret(secret), "at": now_utc()}
        )
        row = make_row(session, identity, lasts=span_session(identity.role))
        cursor.execute(read_sql("session"), row)
    return session


def span_session(role: str) -> dt.timedelta:
    """Return how long somebody of a role stays signed in."""
    return OWN_FOR if role == "participant" else SIGNED_IN_FOR


def read_session(store: Store, secret: str) -> Identity | None:
    """Return who a session belongs to; null when it has ended."""
    return find_holder(store, "session_open", secret)


def end_session(store: Store, secret: str) -> None:
    """Sign out here."""
    with store.writing() as cursor:
        cursor.execute(
            read_sql("session_end"), {"secret_sha256": hash_secret(secret), "at": now_utc()}
        )


def end_everything(store: Store, person: str) -> None:
    """End all sessions of a person and take back open invitations, tokens and accounts."""
    with store.writing() as cursor:
        for name in ("sessions_end", "invites_end", "tokens_end", "accounts_end"):
            cursor.execute(read_sql(name), {"person": person, "at": now_utc()})


def take_back_invites(store: Store, person: str) -> None:
    """Take back the links of a person that nobody has opened."""
    with store.writing() as cursor:
        cursor.execute(read_sql("invites_end"), {"person": person, "at": now_utc()})


def end_sessions(store: Store, person: str) -> None:
    """Sign out everywhere."""
    with store.writing() as cursor:
        for name in ("sessions_end", "accounts_ask_again"):
            cursor.execute(read_sql(name), {"person": person, "at": now_utc()})


def has_invites(store: Store) -> bool:
    """Tell whether anybody was ever let in: from then on the pages ask who looks."""
    cursor = store.cursor()
    try:
        return cursor.execute(read_sql("invites_any")).fetchone() == (True,)
    finally:
        cursor.close()


def has_administrator(store: Store) -> bool:
    """Tell whether an administrator is signed in."""
    cursor = store.cursor()
    try:
        return cursor.execute(read_sql("administrator_any"), {"at": now_utc()}).fetchone() == (
            True,
        )
    finally:
        cursor.close()


def read_signing_key(store: Store) -> str:
    """Return the key that signs cookies; made at the first call."""
    with store.writing() as cursor:
        row = cursor.execute(read_sql("signing_key")).fetchone()
        if row is None:
            row = (secrets.token_urlsafe(32),)
            cursor.execute("insert into app.signing_key values ($key)", {"key": row[0]})
    return str(row[0])


def hash_secret(secret: str) -> str:
    """Return what is kept of a secret: 32 random bytes need no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def refuse_unfit(identity: Identity) -> None:
    """Refuse nobody, no role, or a role for another kind of place."""
    if not identity.person.strip():
        raise Refused("Say for whom: the name stands beside everything that is done with it.")
    if identity.role not in access.INVITED:
        raise Refused(
            "There is no role {role} to give. Use one of: {roles}.",
            role=identity.role,
            roles=", ".join(access.INVITED),
        )
    if not access.fits(identity.role, identity.scope):
        raise Refused(
            "The role {role} is given for {place}. Name exactly that: --region KZ-75, "
            "--contest ID, or neither.",
            role=identity.role,
            place=access.bound_by(identity.role) or "everywhere",
        )


def refuse_unknown_place(cursor: duckdb.DuckDBPyConnection, scope: access.Scope) -> None:
    """Refuse a region, a contest or an entry that there is not."""
    asked = {"region": scope.region, "contest": scope.contest, "entry": scope.entry}
    known = cursor.execute(read_sql("place_known"), asked).fetchone()
    region_is_known, contest_is_known, entry_is_known = known or (False, False, False)
    if not region_is_known:
        raise Refused("There is no region {region}. Use its code: KZ-75.", region=scope.region)
    if not contest_is_known:
        raise Refused("There is no contest {contest}. Use its id.", contest=scope.contest)
    if not entry_is_known:
        raise Refused(
            "The contest {contest} has no entry {entry}. Use its id.",
            contest=scope.contest,
            entry=scope.entry,
        )


def make_row(secret: str, identity: Identity, *, lasts: dt.timedelta) -> dict[str, object]:
    """Return what is kept of an invitation, a session or a token; of its secret the hash."""
    return {
        "secret_sha256": hash_secret(secret),
        "person": identity.person.strip(),
        "role": identity.role,
        "region": identity.scope.region,
        "contest": identity.scope.contest,
        "entry": identity.scope.entry,
        "at": now_utc(),
        "expires_at": now_utc() + lasts,
    }


def find_holder(store: Store, name: str, secret: str) -> Identity | None:
    """Return who a secret belongs to, by a file of ``sql/identity``; null when it does not hold."""
    cursor = store.cursor()
    try:
        return _find_on(cursor, name, secret)
    finally:
        cursor.close()


def _find_on(cursor: duckdb.DuckDBPyConnection, name: str, secret: str) -> Identity | None:
    asked = {"secret_sha256": hash_secret(secret), "at": now_utc()}
    row = cursor.execute(read_sql(name), asked).fetchone()
    if row is None:
        return None
    person, role, region, contest, entry = row
    return Identity(person, role, access.Scope(region, contest, entry))


def now_utc() -> dt.datetime:
    """Return the moment."""
    return dt.datetime.now(dt.UTC)


@cache
def read_sql(name: str) -> str:
    """Return a file of ``sql/identity``."""
    return (house.SQL / "identity" / f"{name}.sql").read_text(encoding="utf-8")

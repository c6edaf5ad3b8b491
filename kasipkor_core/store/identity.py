"""Who is who: invitations that open once, sessions and tokens that can be ended, only as hashes."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Literal

import duckdb

from kasipkor_core import access, house
from kasipkor_core.errors import Refused
from kasipkor_core.store.connect import Store

Kind = Literal["invite", "session", "token"]
OPEN_FOR = dt.timedelta(days=7)  # an invitation that nobody opens
SIGNED_IN_FOR = dt.timedelta(days=14)
TOKEN_FOR = dt.timedelta(days=365)


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
    return _make(store, "invite", identity, by=by, lasts=lasts)


def make_token(
    store: Store, identity: Identity, *, by: str, lasts: dt.timedelta = TOKEN_FOR
) -> str:
    """Keep a token of a system that uploads; return its secret, which is nowhere else.

    Raises:
        Refused: the role may not upload, or cannot be given for this place.
    """
    if not access.may(identity.role, "upload"):
        raise Refused("A token uploads sheets; the role {role} may not.", role=identity.role)
    return _make(store, "token", identity, by=by, lasts=lasts)


def read_invite(store: Store, secret: str) -> Identity:
    """Return who an invitation is for, without using it.

    Raises:
        Refused: there is no such invitation, or it was used, taken back or is too old.
    """
    found = _find(store, "invite_open", secret)
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
    with _write(store) as cursor:
        identity = _find_on(cursor, "invite_open", secret)
        if identity is None:
            raise Refused(
                "This link was used already, taken back or is too old. Ask whoever sent it for "
                "another one."
            )
        cursor.execute(_file("invite_use"), {"secret_sha256": hash_secret(secret), "at": _now()})
        row = _row(session, identity, lasts=SIGNED_IN_FOR)
        cursor.execute(_file("session"), row)
    return session


def read_session(store: Store, secret: str) -> Identity | None:
    """Return who a session belongs to; null when it has ended."""
    return _find(store, "session_open", secret)


def read_token(store: Store, secret: str) -> Identity | None:
    """Return who a token belongs to; null when it was taken back or is too old."""
    return _find(store, "token_open", secret)


def end_session(store: Store, secret: str) -> None:
    """Sign out here."""
    with _write(store) as cursor:
        cursor.execute(_file("session_end"), {"secret_sha256": hash_secret(secret), "at": _now()})


def end_everything(store: Store, person: str) -> None:
    """End all sessions of a person and take back all open invitations and tokens."""
    with _write(store) as cursor:
        for name in ("sessions_end", "invites_end", "tokens_end"):
            cursor.execute(_file(name), {"person": person, "at": _now()})


def take_back_invites(store: Store, person: str) -> None:
    """Take back the links of a person that nobody has opened."""
    with _write(store) as cursor:
        cursor.execute(_file("invites_end"), {"person": person, "at": _now()})


def end_sessions(store: Store, person: str) -> None:
    """Sign out everywhere."""
    with _write(store) as cursor:
        cursor.execute(_file("sessions_end"), {"person": person, "at": _now()})


def has_invites(store: Store) -> bool:
    """Tell whether anybody was ever invited: from then on the pages ask who looks."""
    cursor = store.cursor()
    try:
        return cursor.execute(_file("invites_any")).fetchone() == (True,)
    finally:
        cursor.close()


def has_administrator(store: Store) -> bool:
    """Tell whether an administrator is signed in."""
    cursor = store.cursor()
    try:
        return cursor.execute(_file("administrator_any"), {"at": _now()}).fetchone() == (True,)
    finally:
        cursor.close()


def read_signing_key(store: Store) -> str:
    """Return the key that signs cookies; made at the first call."""
    with _write(store) as cursor:
        row = cursor.execute(_file("signing_key")).fetchone()
        if row is None:
            row = (secrets.token_urlsafe(32),)
            cursor.execute("insert into app.signing_key values ($key)", {"key": row[0]})
    return str(row[0])


def hash_secret(secret: str) -> str:
    """Return what is kept of a secret: 32 random bytes need no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _make(store: Store, kind: Kind, identity: Identity, *, by: str, lasts: dt.timedelta) -> str:
    _refuse_unfit(identity)
    secret = secrets.token_urlsafe(32)
    with _write(store) as cursor:
        _refuse_unknown_place(cursor, identity.scope)
        cursor.execute(_file(kind), _row(secret, identity, lasts=lasts) | {"made_by": by})
    return secret


def _refuse_unfit(identity: Identity) -> None:
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


def _refuse_unknown_place(cursor: duckdb.DuckDBPyConnection, scope: access.Scope) -> None:
    asked = {"region": scope.region, "contest": scope.contest}
    region_is_known, contest_is_known = cursor.execute(_file("place_known"), asked).fetchone() or ()
    if not region_is_known:
        raise Refused("There is no region {region}. Use its code: KZ-75.", region=scope.region)
    if not contest_is_known:
        raise Refused("There is no contest {contest}. Use its id.", contest=scope.contest)


def _row(secret: str, identity: Identity, *, lasts: dt.timedelta) -> dict[str, object]:
    return {
        "secret_sha256": hash_secret(secret),
        "person": identity.person.strip(),
        "role": identity.role,
        "region": identity.scope.region,
        "contest": identity.scope.contest,
        "at": _now(),
        "expires_at": _now() + lasts,
    }


def _find(store: Store, name: str, secret: str) -> Identity | None:
    cursor = store.cursor()
    try:
        return _find_on(cursor, name, secret)
    finally:
        cursor.close()


def _find_on(cursor: duckdb.DuckDBPyConnection, name: str, secret: str) -> Identity | None:
    asked = {"secret_sha256": hash_secret(secret), "at": _now()}
    row = cursor.execute(_file(name), asked).fetchone()
    if row is None:
        return None
    person, role, region, contest = row
    return Identity(person, role, access.Scope(region, contest))


@contextmanager
def _write(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    """Hold the append lock and one transaction."""
    with store.append_lock:
        cursor = store.cursor()
        try:
            cursor.execute("begin")
            yield cursor
            cursor.execute("commit")
        except BaseException:
            cursor.execute("rollback")
            raise
        finally:
            cursor.close()


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@cache
def _file(name: str) -> str:
    return (house.SQL / "identity" / f"{name}.sql").read_text(encoding="utf-8")

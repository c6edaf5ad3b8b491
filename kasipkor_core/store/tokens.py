"""Tokens of systems that upload: kept as hashes, rotated with an overlap, taken back."""

import datetime as dt
import secrets
from typing import Any

import duckdb

from kasipkor_core import access
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store.connect import Store
from kasipkor_core.store.identity import (
    Identity,
    find_holder,
    make_row,
    now_utc,
    read_sql,
    refuse_unfit,
    refuse_unknown_place,
)

TOKEN_FOR = dt.timedelta(days=365)
OVERLAP = dt.timedelta(days=1)
MOST_OVERLAP = dt.timedelta(days=30)


def make_token(
    store: Store, identity: Identity, *, by: str, lasts: dt.timedelta = TOKEN_FOR
) -> str:
    """Keep a token of a system that uploads; return its secret, which is nowhere else.

    Raises:
        Refused: the role may not upload, or cannot be given for this place.
    """
    _refuse_idle(identity)
    with store.writing() as cursor:
        refuse_unknown_place(cursor, identity.scope)
        return _keep(cursor, identity, by=by, lasts=lasts)


def read_token(store: Store, secret: str) -> Identity | None:
    """Return who a token belongs to; null when it was taken back, has ended or is too old."""
    return find_holder(store, "token_open", secret)


def list_tokens(store: Store) -> list[Identity]:
    """Return whose tokens hold, each system and place once, the newest first."""
    cursor = store.cursor()
    try:
        return list(dict.fromkeys(identity for identity, _ in _list_open(cursor)))
    finally:
        cursor.close()


def find_token(
    store: Store,
    person: str,
    *,
    role: str | None = None,
    region: str | None = None,
    contest: str | None = None,
) -> Identity:
    """Return whose token is meant; what is not said may be anything.

    Raises:
        NotFound: the system has no such token that holds.
        Refused: it has several.
    """
    found = [
        one
        for one in list_tokens(store)
        if one.person == person
        and role in (None, one.role)
        and region in (None, one.scope.region)
        and contest in (None, one.scope.contest)
    ]
    if not found:
        raise NotFound("{person} has no token that holds.", person=person)
    if len(found) > 1:
        places = ((one.role, one.scope.region, one.scope.contest) for one in found)
        raise Refused(
            "{person} has tokens for several roles or places: {places}. Name one by --role, "
            "--region or --contest.",
            person=person,
            places=", ".join(" ".join(filter(None, place)) for place in places),
        )
    return found[0]


def rotate_token(
    store: Store, identity: Identity, *, by: str, overlap: dt.timedelta = OVERLAP
) -> str:
    """Keep a new token for a system that has one; return its secret, which is nowhere else.

    The old one holds for the overlap, so that nothing stops while the system is told the new one;
    one that ends sooner still does. The new row names the hash of the one it follows, who made it
    and when.

    Args:
        store: The open ledger.
        identity: The system, its role and place: those of the token that holds.
        by: Who rotates.
        overlap: How long the old token holds beside the new one; nothing ends it at once.

    Raises:
        Refused: the overlap is negative or longer than thirty days.
        NotFound: the system has no token that holds for this role and place.
    """
    if not dt.timedelta() <= overlap <= MOST_OVERLAP:
        raise Refused(
            "The old token can hold for {days} days at most, and not less than no time.",
            days=MOST_OVERLAP.days,
        )
    _refuse_idle(identity)
    with store.writing() as cursor:
        old = [secret_sha256 for known, secret_sha256 in _list_open(cursor) if known == identity]
        if not old:
            raise NotFound("{person} has no token that holds.", person=identity.person)
        for secret_sha256 in old:
            ends = {"secret_sha256": secret_sha256, "ends_at": now_utc() + overlap}
            cursor.execute(read_sql("token_ends"), ends)
        return _keep(cursor, identity, by=by, follows=old[0])


def _refuse_idle(identity: Identity) -> None:
    if not access.may(identity.role, "upload"):
        raise Refused("A token uploads sheets; the role {role} may not.", role=identity.role)
    refuse_unfit(identity)


def _list_open(cursor: duckdb.DuckDBPyConnection) -> list[tuple[Identity, str]]:
    rows: list[tuple[Any, ...]] = cursor.execute(
        read_sql("tokens_open"), {"at": now_utc()}
    ).fetchall()
    return [
        (Identity(person, role, access.Scope(region, contest, entry)), secret_sha256)
        for person, role, region, contest, entry, secret_sha256 in rows
    ]


def _keep(
    cursor: duckdb.DuckDBPyConnection,
    identity: Identity,
    *,
    by: str,
    lasts: dt.timedelta = TOKEN_FOR,
    follows: str | None = None,
) -> str:
    secret = secrets.token_urlsafe(32)
    row = make_row(secret, identity, lasts=lasts)
    cursor.execute(read_sql("token"), row | {"made_by": by, "follows_sha256": follows})
    return secret

"""Lending the ledger: a copy for a venue without internet, and whose packages the office takes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store.backup import write_backup
from kasipkor_core.store.connect import Store, open_store
from kasipkor_core.store.entitled import refuse_role
from kasipkor_core.store.query import read_head
from kasipkor_core.store.venues.package import draw_keys, draw_office_keys, find_public

_OWN = "select venue, base_batch_no, base_sha256, secret, office_key from app.lent"
_OFFICE = "select public_key, secret from app.office_key limit 1"
_KEEP_OFFICE = "insert into app.office_key values ($public_key, $secret)"
_TRUSTED = "select venue from app.venue where public_key = $public_key"
_TRUST = "insert into app.venue values ($public_key, $venue, $actor, now())"
_LEND = """
    insert into app.lent by name
    select
        $venue as venue,
        batch_no as base_batch_no,
        sha256 as base_sha256,
        $secret as secret,
        $office_key as office_key,
        now() as lent_at
    from ledger.batch
    order by batch_no desc
    limit 1
"""
_AWAY = "insert into app.erasure values ($head)"  # the next opening writes the file anew
_SECRETS = (  # of the office: none of them leaves it
    "delete from app.office_key",
    "delete from app.document_key",
    "delete from app.signing_key",
    "delete from app.session",
    "delete from app.token",
    "delete from app.invite",
    "delete from app.account",
    "delete from app.receiver",
    "delete from app.venue",
)
_SHORTEST = 16


@dataclass(frozen=True)
class Lent:
    """What a lent copy knows of itself.

    Attributes:
        venue: Whose it is.
        base_batch_no: The last batch that it has from the office.
        base_sha256: Its hash.
        secret: Signs its packages.
        office_key: Its packages are sealed for the owner of this key.
    """

    venue: str
    base_batch_no: int
    base_sha256: str
    secret: bytes
    office_key: str

    @property
    def public_key(self) -> str:
        """Return the key that the office knows its packages by."""
        return find_public(self.secret)


def lend_copy(
    store: Store, target: Path, *, venue: str, actor: str, actor_role: str = "operator"
) -> str:
    """Write a copy for a venue; return the key that its packages will be signed with.

    The copy is a ledger like any other, without keys, sessions, links and addresses of the office;
    the office trusts its key from now on.

    Args:
        store: The open ledger of the office.
        target: The file to write.
        venue: What people call the venue.
        actor: Who lends.
        actor_role: Role of the actor.

    Raises:
        NotAllowed: the role may not.
        Refused: the file exists, the venue has no name, or this ledger is itself a lent one.
    """
    refuse_role(actor_role, "merge")
    if not venue.strip():
        raise Refused("The venue needs a name. Say it with --venue.")
    if find_lent(store):
        raise Refused("This ledger is itself a venue's copy. Lend from the office's own.")
    if not read_head(store):
        raise Refused("Nothing has been written yet: there is nothing to lend.")
    write_backup(store, target)
    try:
        copy = open_store(target, create=False, keeps_former=False)
        try:
            public_key = hand_over(store, copy, venue=venue, actor=actor)
        finally:
            copy.close()
        open_store(target, create=False, keeps_former=False).close()  # writes the file anew
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return public_key


def hand_over(store: Store, copy: Store, *, venue: str, actor: str) -> str:
    """Make a copy of this ledger a venue's: without what only the office may have.

    Args:
        store: The open ledger of the office.
        copy: Its open copy.
        venue: What people call the venue.
        actor: Who lends.

    Returns:
        The key that its packages will be signed with; the office trusts it from now on.
    """
    office_key = _find_office_key(store)
    secret, public_key = draw_keys()
    for statement in _SECRETS:
        copy.connection.execute(statement)
    copy.connection.execute(_LEND, {"venue": venue, "secret": secret, "office_key": office_key})
    copy.connection.execute(_AWAY, {"head": read_head(copy)})
    trust_venue(store, public_key, venue=venue, actor=actor)
    return public_key


def find_lent(store: Store) -> Lent | None:
    """Return what a ledger knows of itself as a venue's copy; null: it is the office's own."""
    row = _fetch(store, _OWN)
    return Lent(row[0], row[1], row[2], bytes(row[3]), row[4]) if row else None


def find_office_secret(store: Store) -> bytes | None:
    """Return the key that opens packages sealed for this office; null: it never lent a copy."""
    row = _fetch(store, _OFFICE)
    return bytes(row[1]) if row else None


def find_trusted(store: Store, public_key: str) -> str | None:
    """Return what the venue with a key is called; null: the key is not known."""
    row = _fetch(store, _TRUSTED, public_key=public_key)
    return str(row[0]) if row else None


def trust_venue(store: Store, public_key: str, *, venue: str, actor: str) -> None:
    """Take packages signed with a key from now on."""
    if find_trusted(store, public_key) is None:
        _execute(store, _TRUST, public_key=public_key, venue=venue, actor=actor)


def refuse_stranger(
    store: Store, public_key: str, *, venue: str, actor: str, trusted: str | None = None
) -> None:
    """Refuse a package whose key is not known, unless the administrator names it.

    Args:
        store: The open ledger.
        public_key: The key that signed the package.
        venue: What the package calls itself.
        actor: Who merges.
        trusted: The key that the administrator was told by the venue, or its first sixteen digits.

    Raises:
        NotFound: the key is not known.
        Refused: another key was named.
    """
    if find_trusted(store, public_key) is not None:
        return
    if trusted is None:
        raise NotFound(
            "Nobody here knows the key that signed this package: {key}, venue {venue}. Ask the "
            "venue for its key by telephone; if it is the same, merge again with --trust {key}.",
            key=public_key,
            venue=venue,
        )
    wanted = "".join(trusted.lower().split())
    if len(wanted) < _SHORTEST or not public_key.startswith(wanted):
        raise Refused(
            "The package was signed with the key {key}, not with the one you trust. Do not "
            "merge it.",
            key=public_key,
        )
    trust_venue(store, public_key, venue=venue, actor=actor)


def _find_office_key(store: Store) -> str:
    row = _fetch(store, _OFFICE)
    if row:
        return str(row[0])
    secret, public_key = draw_office_keys()
    _execute(store, _KEEP_OFFICE, public_key=public_key, secret=secret)
    return public_key


def _fetch(store: Store, sql: str, /, **params: object) -> tuple[Any, ...] | None:
    cursor = store.cursor()
    try:
        return cursor.execute(sql, params or None).fetchone()
    finally:
        cursor.close()


def _execute(store: Store, sql: str, /, **params: object) -> None:
    with store.writing() as cursor:
        cursor.execute(sql, params)

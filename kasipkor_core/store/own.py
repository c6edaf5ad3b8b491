"""Participants: the links by which each sees the own result, and which entry is whose."""

import dataclasses
import datetime as dt
import secrets
from dataclasses import dataclass
from functools import cache
from typing import Any

from kasipkor_core import access, house
from kasipkor_core.errors import NotAllowed, NotFound, Refused
from kasipkor_core.store.connect import Store
from kasipkor_core.store.entitled import refuse_unentitled
from kasipkor_core.store.identity import (
    OWN_FOR,
    Identity,
    make_row,
    now_utc,
    read_sql,
)
from kasipkor_core.store.names import find_contest
from kasipkor_core.store.query import query, read_now

_OWN = """
    select entry.contest_no, entry.entry_no
    from ledger.entry as entry
    inner join ledger.contest as contest on contest.contest_no = entry.contest_no
    where contest.contest = $contest and entry.entry = $entry
"""


@dataclass(frozen=True)
class OwnLink:
    """A link for one person of an entry.

    Attributes:
        entry: Entry id.
        name: The person's name; null once erased, or never given.
        region_name: The own region.
        organisation: The own organisation.
        secret: What the link carries; nowhere else.
        expires_at: Until when it opens.
    """

    entry: str
    name: str | None
    region_name: str | None
    organisation: str | None
    secret: str
    expires_at: dt.datetime


def find_own(store: Store, scope: access.Scope) -> tuple[int, int] | None:
    """Return contest and entry number of a participant's scope; null when it names no entry."""
    if scope.entry is None:
        return None
    cursor = store.cursor()
    try:
        asked = {"contest": scope.contest, "entry": scope.entry}
        row = cursor.execute(_OWN, asked).fetchone()
        return (int(row[0]), int(row[1])) if row else None
    finally:
        cursor.close()


def make_own_links(
    store: Store,
    contest: str,
    *,
    by: str,
    entry: str | None = None,
    role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
    lang: str = "kk",
) -> list[OwnLink]:
    """Make a link for each person of a contest, or of one entry; return them, shown only now.

    Links that were made before and that nobody has opened no longer open. Whoever has opened one
    stays signed in. What is kept names the entry and nobody: names stay where erasure finds them.

    Args:
        store: The open ledger.
        contest: Contest id.
        by: Who lets them in.
        entry: Entry id; null: everybody who is marked.
        role: Role of the actor.
        scope: The place that the role is given for.
        lang: Language of the names of regions.

    Raises:
        NotFound: no such contest or entry.
        NotAllowed: the role may not let participants of this contest in.
        Refused: nobody starts in the contest yet.
    """
    if not access.may(role, "admit"):
        raise NotAllowed(
            "The role {role} may not do this. Ask an administrator for a role that may.", role=role
        )
    reader = dataclasses.replace(read_now(store), lang=lang)
    number = find_contest(store, contest, reader)
    people = query(store, _read_members(), reader, contest_no=number).to_pylist()
    chosen = [row for row in people if entry in (None, row["entry"])]
    if entry is not None and not chosen:
        raise NotFound(
            "The contest {contest} has no entry {entry}. Use its id.", contest=contest, entry=entry
        )
    if not chosen:
        raise Refused("Nobody starts in this contest yet. Upload its entries first.")
    links = [_draw_link(row) for row in chosen]
    with store.writing() as cursor:
        refuse_unentitled(cursor, role=role, scope=scope, contests=[number], batches=[])
        for one in dict.fromkeys(link.entry for link in links):
            asked = {"contest": contest, "entry": one, "at": now_utc()}
            cursor.execute(read_sql("invites_of_entry_end"), asked)
        for link in links:
            known = name_own(contest, link.entry)
            row = make_row(link.secret, known, lasts=OWN_FOR)
            cursor.execute(read_sql("invite"), row | {"made_by": by})
    return links


def name_own(contest: str, entry: str) -> Identity:
    """Return who a participant is for the ledger: the entry, by its id."""
    return Identity(f"{contest}/{entry}", "participant", access.Scope(contest=contest, entry=entry))


def _draw_link(row: dict[str, Any]) -> OwnLink:
    return OwnLink(**row, secret=secrets.token_urlsafe(24), expires_at=now_utc() + OWN_FOR)


@cache
def _read_members() -> str:
    return (house.SQL / "reads" / "members.sql").read_text(encoding="utf-8")

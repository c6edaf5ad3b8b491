"""The one way to read: a fresh cursor, both variables set, named parameters, Arrow out."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import duckdb
import pyarrow as pa

from kasipkor_core import house
from kasipkor_core.fetching import fetch
from kasipkor_core.store.connect import Store

Audience = Literal["staff", "public"]
_SET = {
    "as_of": "set variable as_of = $value::integer",
    "audience": "set variable audience = $value::varchar",
    "lang": "set variable lang = $value::varchar",
    "scope": "set variable scope = $value::integer[]",
    "region": "set variable region = $value::varchar",
    "own_contest": "set variable own_contest = $value::integer",
    "own_entry": "set variable own_entry = $value::integer",
    "first_contest": "set variable first_contest = $value::integer",
    "last_contest": "set variable last_contest = $value::integer",
}
_NOW = "set variable moment = now()"  # a view that asks now() itself is planned twice
_HEAD = "select coalesce(max(batch_no), 0) from ledger.batch"
_HEAD_OF = """
    select coalesce(max(batch_no), 0) from ledger.force
    where contest_no = $contest_no and batch_no <= $head
"""
_HEAD_OF_ALL = """
    select coalesce(max(batch.batch_no), 0)
    from ledger.batch as batch
    left join ledger.force as line on line.batch_no = batch.batch_no
    where
        batch.batch_no <= $head
        and (
            line.contest_no is null
            or line.contest_no = 0
            or line.subject_batch_no in (
                select batch_no
                from ledger.decision
                where kind in ('erase', 'names')
            )
        )
"""


@dataclass(frozen=True)
class Reader:
    """Whose eyes: everything a number on the screen may depend on beside the question.

    Attributes:
        as_of: The batch number to read as of; always a concrete one.
        audience: ``public`` sees each contest up to its published number only.
        lang: Language of names: kk, ru or en.
        scope: Numbers of the contests that staff of one place sees as staff; it sees all others
            as the public does. Null: all.
        region: Region whose persons staff of one place sees, those who belong to no contest.
        own: Contest and entry of the participant who reads; it takes nothing but the audience
            ``public`` to see nobody else's.
        between: Least and greatest number of the contests that the question is about; it spares
            views that gather a whole event the look at all others. Null: all.
    """

    as_of: int
    audience: Audience = "staff"
    lang: str = "kk"
    scope: tuple[int, ...] | None = None
    region: str | None = None
    own: tuple[int, int] | None = None
    between: tuple[int, int] | None = None


def open_cursor(store: Store, reader: Reader) -> duckdb.DuckDBPyConnection:
    """Return a fresh cursor that sees what the reader may see; close it after use."""
    cursor = store.cursor()
    set_reader(cursor, reader)
    return cursor


def set_reader(cursor: duckdb.DuckDBPyConnection, reader: Reader) -> None:
    """Set the connection variables that every view reads through."""
    cursor.execute(_SET["as_of"], {"value": reader.as_of})
    cursor.execute(_SET["audience"], {"value": reader.audience})
    cursor.execute(_SET["lang"], {"value": reader.lang})
    cursor.execute(_NOW)
    if reader.scope is not None:  # a fresh cursor has none, and each statement costs 0.1 ms
        cursor.execute(_SET["scope"], {"value": list(reader.scope)})
        cursor.execute(_SET["region"], {"value": reader.region})
    if reader.own is not None:
        cursor.execute(_SET["own_contest"], {"value": reader.own[0]})
        cursor.execute(_SET["own_entry"], {"value": reader.own[1]})
    if reader.between is not None:
        cursor.execute(_SET["first_contest"], {"value": reader.between[0]})
        cursor.execute(_SET["last_contest"], {"value": reader.between[1]})


def query(store: Store, sql: str, reader: Reader, /, **params: object) -> pa.Table:
    """Run one constant query as the reader and return all of it.

    Args:
        store: The open ledger.
        sql: A constant text with ``$named`` parameters; never put together from values.
        reader: Whose eyes.
        params: Values of the named parameters.
    """
    cursor = open_cursor(store, reader)
    try:
        return fetch(cursor.execute(sql, params or None))  # .sql() would plan twice
    finally:
        cursor.close()


def narrow(
    store: Store,
    reader: Reader,
    *,
    season: int,
    programme: str | None = None,
    level: str | None = None,
) -> Reader:
    """Return the reader with the contests that a question about one event may look at.

    Args:
        store: The open ledger.
        reader: Whose eyes.
        season: Season of the event.
        programme: Null: all of the season.
        level: Null: all of the season.
    """
    event = {"season": season, "programme": programme, "level": level}
    (found,) = query(store, _event_contests(), reader, **event).to_pylist()
    return replace(reader, between=(found["first_contest"], found["last_contest"]))


@cache
def _event_contests() -> str:
    return (house.SQL / "reads" / "event_contests.sql").read_text(encoding="utf-8")


def read_head(store: Store) -> int:
    """Return the newest batch number: the data version; 0 for an empty ledger."""
    if store.replica:
        store.replica.look()
    return _read_number(store, _HEAD)


def read_head_of(store: Store, contest_no: int, *, head: int) -> int:
    """Return the newest batch up to a number that touches a contest; 0: none does.

    As of this batch or ``read_head_of_all``, whichever is newer, all that is known of the contest
    is the same as of the head.
    """
    return _read_number(store, _HEAD_OF, contest_no=contest_no, head=head)


def read_head_of_all(store: Store, *, head: int) -> int:
    """Return the newest batch up to a number that may concern every contest; 0: none does.

    Such a batch touches what belongs to no contest (people, organisations, experts), or nothing at
    all, or it erased a person or decided about names in public, or took that back: the names may
    stand anywhere.
    """
    return _read_number(store, _HEAD_OF_ALL, head=head)


def _read_number(store: Store, sql: str, **params: int) -> int:
    cursor = store.cursor()
    try:
        row = cursor.execute(sql, params or None).fetchone()
        return int(row[0]) if row else 0
    finally:
        cursor.close()


def read_now(store: Store, *, audience: Audience = "staff", lang: str = "kk") -> Reader:
    """Return a reader at the newest batch, its number resolved once."""
    return Reader(as_of=read_head(store), audience=audience, lang=lang)

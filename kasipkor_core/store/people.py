"""Who may come in, as a list."""

import datetime as dt
from typing import Any

from kasipkor_core import house
from kasipkor_core.fetching import fetch
from kasipkor_core.store.connect import Store

_PEOPLE = house.SQL / "identity" / "people.sql"
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def list_people(store: Store) -> list[dict[str, Any]]:
    """Return open invitations, sessions, tokens and accounts, the newest first.

    Returns:
        kind (invite, session, token, account), person, role, region, contest, made_at, expires_at
        (null: an account lasts), made_by.
    """
    cursor = store.cursor()
    try:
        now = {"at": dt.datetime.now(dt.UTC)}
        rows = fetch(cursor.execute(_PEOPLE.read_text(encoding="utf-8"), now))
    finally:
        cursor.close()
    return [_with_times(row) for row in rows.to_pylist()]


def _with_times(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, **{name: _tell_time(row[f"{name}_us"]) for name in _TIMES}}


def _tell_time(microseconds: int | None) -> dt.datetime | None:
    return None if microseconds is None else _EPOCH + dt.timedelta(microseconds=microseconds)


_TIMES = ("made_at", "expires_at")

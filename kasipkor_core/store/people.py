"""Who may come in, as a list."""

import datetime as dt
from typing import Any

from kasipkor_core import house
from kasipkor_core.store.connect import Store

_PEOPLE = house.SQL / "identity" / "people.sql"
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def list_people(store: Store) -> list[dict[str, Any]]:
    """Return open invitations, sessions and tokens, the newest first.

    Returns:
        kind (invite, session, token), person, role, region, contest, made_at, expires_at, made_by.
    """
    cursor = store.cursor()
    try:
        now = {"at": dt.datetime.now(dt.UTC)}
        rows = cursor.execute(_PEOPLE.read_text(encoding="utf-8"), now).to_arrow_table()
    finally:
        cursor.close()
    return [_with_times(row) for row in rows.to_pylist()]


def _with_times(row: dict[str, Any]) -> dict[str, Any]:
    times = {name: _EPOCH + dt.timedelta(microseconds=row[f"{name}_us"]) for name in _TIMES}
    return {**row, **times}


_TIMES = ("made_at", "expires_at")

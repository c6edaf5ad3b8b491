"""Drafts: what is being entered on screen, kept between visits; they count nowhere."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from kasipkor_core.store.gathered import Kept, Key
from kasipkor_core.store.handle import Store

_READ = """
    select content
    from app.draft
    where actor = $actor and kind = $kind and place = $place
    order by saved_at desc
    limit 1
"""
_DROP = "delete from app.draft where actor = $actor and kind = $kind and place = $place"
_SAVE = "insert into app.draft values ($actor, $kind, $place, $content, $at)"


def read_draft(store: Store, *, actor: str, kind: str, place: str) -> dict[str, Any] | None:
    """Return what was saved last, or None.

    Args:
        store: The open ledger.
        actor: Whose draft.
        kind: Kind of the sheet it will become.
        place: Where in the season it belongs.
    """
    key = Key(actor, kind, place)
    kept = store.gathered.find(key) if store.gathered else None
    content = kept.content if kept else _read(store, key)
    return json.loads(content) if content is not None else None


def _read(store: Store, key: Key) -> str | None:
    cursor = store.cursor()
    try:
        row = cursor.execute(_READ, key._asdict()).fetchone()
        return row[0] if row else None
    finally:
        cursor.close()


def save_draft(
    store: Store, content: dict[str, Any] | None, *, actor: str, kind: str, place: str
) -> None:
    """Keep a draft in the place of the former one; None forgets it.

    One of several servers writes it some seconds later, with whatever else is typed by then.
    """
    key = Key(actor, kind, place)
    words = None if content is None else json.dumps(content, ensure_ascii=False)
    if store.gathered:
        store.gathered.keep(key, words)
    else:
        write_drafts(store, {key: Kept(words)})


def write_drafts(store: Store, drafts: Mapping[Key, Kept]) -> None:
    """Write drafts in the place of the former ones, for all servers.

    Raises:
        Refused: the shared store does not answer.
    """
    with store.writing() as cursor:
        for key, kept in drafts.items():
            cursor.execute(_DROP, key._asdict())
            if kept.content is not None:
                at = datetime.now(UTC)
                cursor.execute(_SAVE, {**key._asdict(), "content": kept.content, "at": at})

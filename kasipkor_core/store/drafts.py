"""Drafts: what is being entered on screen, kept between visits; they count nowhere."""

import json
from datetime import UTC, datetime
from typing import Any

from kasipkor_core.store.connect import Store

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
    cursor = store.cursor()
    try:
        row = cursor.execute(_READ, {"actor": actor, "kind": kind, "place": place}).fetchone()
        return json.loads(row[0]) if row else None
    finally:
        cursor.close()


def save_draft(
    store: Store, content: dict[str, Any] | None, *, actor: str, kind: str, place: str
) -> None:
    """Keep a draft in the place of the former one; None forgets it."""
    key = {"actor": actor, "kind": kind, "place": place}
    with store.writing() as cursor:
        cursor.execute(_DROP, key)
        if content is not None:
            words = json.dumps(content, ensure_ascii=False)
            cursor.execute(_SAVE, {**key, "content": words, "at": datetime.now(UTC)})

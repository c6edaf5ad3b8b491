"""The chain as a file of lines that a script of the standard library checks without us."""

import json
from collections.abc import Iterator
from typing import Any

from kasipkor_core import house
from kasipkor_core.store.connect import Store
from kasipkor_core.store.query import Reader, open_cursor

_FORMAT = 1
_HEAD = "select count(*), max_by(sha256, batch_no) from mart.heads"
_TOGETHER = 1_000


def export_chain(store: Store, *, as_of: int) -> Iterator[str]:
    """Yield the chain up to a batch, a line of JSON each: the head, then every batch by number.

    A line of a batch holds the fields that its hash covers, in their order, and one digest for each
    kind of fact as the facts stand now. Names, contacts, files and marks are not in it.
    The same ledger gives the same bytes.

    Args:
        store: The open ledger.
        as_of: The last batch.

    Source:
        DESIGN 4 (hash chain); ``docs/verify_ledger.py`` reads it.
    """
    cursor = open_cursor(store, Reader(as_of=as_of))
    try:
        batches, head = cursor.execute(_HEAD).fetchone() or (0, None)
        yield write_line(
            {"ledger": "kasipkor", "format": _FORMAT, "batches": batches, "head": head or ""}
        )
        answer = cursor.execute((house.SQL / "reads" / "links.sql").read_text(encoding="utf-8"))
        names = [column[0] for column in answer.description]
        while rows := answer.fetchmany(_TOGETHER):
            for row in rows:
                yield write_line(_unpack(dict(zip(names, row, strict=True))))
    finally:
        cursor.close()


def write_line(fields: dict[str, Any]) -> str:
    """Return one line, in the one way it can be written: whatever else differs was altered."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n"


def _unpack(link: dict[str, Any]) -> dict[str, Any]:
    """Return a link with its digests by kind of fact."""
    facts = {fact["fact"]: fact["digest"] for fact in link["facts"] or ()}
    return {**link, "facts": facts}

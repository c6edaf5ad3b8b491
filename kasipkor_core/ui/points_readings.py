"""What another reading of the text would change where experts give points."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from kasipkor_core.i18n import text
from kasipkor_core.ui import reads
from kasipkor_core.ui.session import Visitor


def read_changes(who: Visitor, contest_no: int) -> dict[str, list[str]]:
    """Return by open question what its other answers change in a contest, a sentence each."""
    rows = reads.read("points_readings", who, contest_no=contest_no).to_pylist()
    found: dict[str, list[str]] = {}
    for (reading, other), group in groupby(rows, lambda row: (row["reading"], row["other"])):
        found.setdefault(reading, []).append(f"{other}: {tell_changes(list(group), who.lang)}")
    return found


def tell_changes(rows: Sequence[dict[str, Any]], lang: str) -> str:
    """Return what one other answer changes: entries that are not accepted, then places."""
    refused = sum(row["is_refused"] for row in rows)
    said = []
    if refused:
        said.append(
            text("entries not accepted: {n} of {all}", lang, n=str(refused), all=str(len(rows)))
        )
    said += [
        text(
            "{name}: place {was} → {other}",
            lang,
            name=row["entry"],
            was=str(row["place"]),
            other=str(row["other_place"]),
        )
        for row in rows
        if row["is_changed"] and not row["is_refused"]
    ]
    return "; ".join(said) or text("no place changes", lang)

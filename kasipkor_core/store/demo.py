"""The demonstration season: ordinary sheets, through the ordinary import, in their order."""

import tomllib
from pathlib import Path
from typing import Any

from kasipkor_core import house
from kasipkor_core.errors import Misused
from kasipkor_core.store.connect import Store
from kasipkor_core.store.decide import append_decision, append_publication
from kasipkor_core.store.former import Replace
from kasipkor_core.store.importing import commit, understand
from kasipkor_core.store.query import read_head

_FOLDER = house.DATA / "demo"
_ROLE = "demo"
_HAS = "select exists (from ledger.batch where actor_role = $role)"


def load_demo(store: Store, *, folder: Path = _FOLDER) -> int:
    """Load the demonstration season into an empty ledger; return the newest batch number.

    A ledger with anything in it is left as it is.

    Raises:
        Misused: the index names an act that is none, or a sheet of it has errors.
    """
    if read_head(store):
        return read_head(store)
    index = tomllib.loads((folder / "season.toml").read_text(encoding="utf-8"))
    for step in index["step"]:
        _take(store, folder, step)
    return read_head(store)


def has_demo(store: Store) -> bool:
    """Tell whether the ledger holds the demonstration season, whoever asks."""
    cursor = store.cursor()
    try:
        row = cursor.execute(_HAS, {"role": _ROLE}).fetchone()
    finally:
        cursor.close()
    return bool(row and row[0])


def _take(store: Store, folder: Path, step: dict[str, Any]) -> None:
    match step["do"]:
        case "import":
            _import(store, folder / step["file"], step)
        case "sign_off":
            append_decision(
                store,
                "sign_off",
                subject=step["contest"],
                value="signed",
                actor=step["actor"],
                reason=step["reason"],
                actor_role=_ROLE,
            )
        case "publish":
            append_publication(
                store,
                step["contests"],
                as_of=read_head(store),
                actor=step["actor"],
                reason=step["reason"],
                actor_role=_ROLE,
            )
        case other:
            raise Misused("season.toml knows no step {step}.", step=other)


def _import(store: Store, file: Path, step: dict[str, Any]) -> None:
    replaces: Replace = "yes" if step.get("replace") else "no"
    prepared = understand(
        store,
        file.read_bytes(),
        file_name=file.name,
        kind=step["kind"],
        contest=step.get("contest"),
        actor=step["actor"],
    )
    commit(store, prepared, reason=step["reason"], replaces=replaces)

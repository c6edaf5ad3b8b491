"""A lake kept in order: small files merged, old snapshots let go, what was erased gone for good."""

from contextlib import closing

from kasipkor_core.fetching import fetch
from kasipkor_core.store.connect import Store

_MANY = 1_000  # snapshots: one for each act, and a file or two for each of them
_SNAPSHOTS = "select count(*) from ducklake_snapshots('shared_lake')"
_ERASED = "select exists (from app.erasure)"
_DONE = "delete from app.erasure"
_STEPS = (
    "ducklake_rewrite_data_files('shared_lake', delete_threshold => {share})",
    "ducklake_merge_adjacent_files('shared_lake')",
    "ducklake_expire_snapshots('shared_lake', older_than => now() - interval '{kept}')",
    "ducklake_cleanup_old_files('shared_lake', older_than => now() - interval '{kept}')",
)
_USUAL = {"share": 0.5, "kept": "1 hour"}  # others may still read, or have to catch up
_ERASING = {"share": 0, "kept": "0 hours"}


def tidy_lake(store: Store, *, many: int = _MANY) -> bool:
    """Do what is due in a lake, while nobody appends; return whether anything was.

    After an erasure every file and every snapshot that still has what was erased goes at once; a
    server that was reading them reads the whole lake anew.

    Args:
        store: An open ledger; one in a file needs none of this.
        many: So many snapshots make it due.
    """
    if store.replica is None:
        return False
    with store.append_lock, closing(store.replica.lake.cursor()) as cursor:
        is_erasing = cursor.execute(_ERASED).fetchone() == (True,)
        (snapshots,) = cursor.execute(_SNAPSHOTS).fetchone() or (0,)
        if not is_erasing and snapshots < many:
            return False
        given = _ERASING if is_erasing else _USUAL
        for step in _STEPS:
            fetch(cursor.execute(f"call {step.format(**given)}"))
    if is_erasing:
        with store.writing() as cursor:
            cursor.execute(_DONE)
    return True

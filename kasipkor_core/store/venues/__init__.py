"""Venues without internet: a copy is lent, what was done on it comes back signed, and is merged."""

from kasipkor_core.store.venues.conflicts import TAKES, Conflict, Take, list_open
from kasipkor_core.store.venues.lending import Lent, find_lent, lend_copy
from kasipkor_core.store.venues.merging import Merged, look_at_package, merge_package
from kasipkor_core.store.venues.packing import pack_venue

__all__ = [
    "TAKES",
    "Conflict",
    "Lent",
    "Merged",
    "Take",
    "find_lent",
    "lend_copy",
    "list_open",
    "look_at_package",
    "merge_package",
    "pack_venue",
]

"""The one ledger of this process."""

import threading

from kasipkor_core.settings import read_settings
from kasipkor_core.store import Store, open_store


class _Held:
    store: Store | None = None
    is_rehearsal = False
    lock = threading.Lock()


def hold(store: Store) -> None:
    """Keep the ledger that the server has opened."""
    with _Held.lock:
        _Held.store = store


def store() -> Store:
    """Return the ledger of this process, opened at the first call."""
    with _Held.lock:
        if _Held.store is None:
            _Held.store = open_store(read_settings().database)
        return _Held.store


def rehearse() -> None:
    """Say on every page of this process that nothing on it counts."""
    _Held.is_rehearsal = True


def is_rehearsal() -> bool:
    """Tell whether the ledger of this process is a copy to rehearse with."""
    return _Held.is_rehearsal

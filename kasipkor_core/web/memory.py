"""Memory of a server that runs for weeks: what the database lets go of goes back."""

from kasipkor_core.store import Store

_GIVES_BACK = "set global allocator_background_threads = true"


def give_back(store: Store) -> None:
    """Let the database give its freed memory back by itself, not only at the next big question."""
    store.connection.execute(_GIVES_BACK)

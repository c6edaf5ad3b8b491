"""Memory of a server that runs for weeks: what it lets go of is used again or goes back."""

import ctypes
import os
import sys

from kasipkor_core.store import Store

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_GIVES_BACK = "set global allocator_background_threads = true"


def share_heaps() -> None:
    """Let all threads share as many heaps of the C library as there are cores.

    By itself glibc makes eight a core, each with holes of its own that no other fills, for threads
    that come and go with every refresh. Called before the first thread starts; elsewhere than on
    glibc there is nothing to say.
    """
    if sys.platform == "linux":
        say = getattr(ctypes.CDLL(None), "mallopt", None)
        if say:
            say(_ARENA_MAX, os.cpu_count() or 1)


def give_back(store: Store) -> None:
    """Let the database give its freed memory back by itself, not only at the next big question."""
    store.connection.execute(_GIVES_BACK)

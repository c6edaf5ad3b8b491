"""What a server settles before its first thread, and loading without looking for garbage."""

import ctypes
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


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


@contextmanager
def loading() -> Iterator[None]:
    """Let a block import: what it makes is kept for good, and nobody looks for garbage in it.

    Libraries are no garbage. Looking for some among them again and again took a sixth of a start.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()

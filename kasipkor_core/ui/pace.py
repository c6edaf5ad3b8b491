"""How often open boards refresh: every second for a few, every 2 s for a hall, slower for more.

Paces are steps, each half as quick as the one before: to tell a page another pace costs ten
refreshes, and a crowd that comes would be told again and again.
"""

import threading
import time
import zlib
from dataclasses import dataclass, field
from math import ceil

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_SECONDS = 2.0
_SECONDS_OF_FEW = 1.0
_FEW = 20
_REFRESHES_A_SECOND = 100
_FORGET_AFTER = 30.0
_SLACK = 1.25  # so many times the crowd must fit the quicker pace before a page gets it back
_BETWEEN_RENEWALS = 0.1  # a whole page costs ten refreshes: never all at once
_SPREAD = 0.2  # who came together is apart after three refreshes


@dataclass
class Crowd:
    """The sessions that look at boards.

    Attributes:
        seen: When each was last seen, on the monotonic clock.
        given: The pace that each was given when its page ran.
    """

    seen: dict[str, float] = field(default_factory=dict)
    given: dict[str, float] = field(default_factory=dict)
    counted_at: float = float("-inf")
    renewed_at: float = float("-inf")

    def admit(self, session: str, *, now: float) -> float:
        """Count a session whose page runs; return the pace it is given."""
        self.seen[session] = now
        self._forget(now)
        self.given[session] = pace_for(len(self.seen))
        return self.given[session]

    def beat(self, session: str, *, now: float) -> bool:
        """Count a session that refreshes; tell whether its page has to run for another pace."""
        self.seen[session] = now
        if now - self.counted_at >= 1:
            self._forget(now)
        crowd = len(self.seen)
        given = self.given.get(session, pace_for(crowd))
        is_off = pace_for(crowd) > given or pace_for(ceil(crowd * _SLACK)) < given
        is_due = is_off and now - self.renewed_at >= _BETWEEN_RENEWALS
        if is_due:
            self.renewed_at = now
        return is_due

    def _forget(self, now: float) -> None:
        self.counted_at = now
        for gone in [name for name, at in self.seen.items() if now - at > _FORGET_AFTER]:
            del self.seen[gone]
            self.given.pop(gone, None)


_crowd = Crowd()
_lock = threading.Lock()


def interval() -> float:
    """Return the seconds between the refreshes of this session: 1, 2, or 16 for 1,000."""
    context = get_script_run_ctx()
    if context is None:
        return _SECONDS
    with _lock:
        pace = _crowd.admit(context.session_id, now=time.monotonic())
    return pace * spread(context.session_id)


def beat() -> None:
    """Say that this session still looks; called at every refresh.

    Streamlit tells a browser its interval only when the whole page runs. So when the crowd has come
    to another step, the page is run once more.
    """
    context = get_script_run_ctx()
    if context is None:
        return
    with _lock:
        is_due = _crowd.beat(context.session_id, now=time.monotonic())
    if is_due:
        st.rerun()


def count_viewers() -> int:
    """Return how many sessions look at live boards."""
    now = time.monotonic()
    with _lock:
        return sum(now - at <= _FORGET_AFTER for at in _crowd.seen.values())


def pace_for(sessions: int) -> float:
    """Return the seconds between refreshes for a number of sessions."""
    pace = _SECONDS_OF_FEW if sessions <= _FEW else _SECONDS
    while sessions > pace * _REFRESHES_A_SECOND:
        pace *= 2
    return pace


def spread(session: str) -> float:
    """Return a factor of 0.8 to 1.2, another for each session.

    Whoever comes together would refresh together ever after: 200 at once wait for each other for a
    second and leave the processor idle in between.
    """
    return 1 + _SPREAD * (zlib.crc32(session.encode()) % 1001 - 500) / 500

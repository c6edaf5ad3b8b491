"""How often open boards refresh: every 2 s, slower when very many look."""

import threading
import time

from streamlit.runtime.scriptrunner import get_script_run_ctx

_SECONDS = 2.0
_SESSIONS_A_SECOND = 100
_FORGET_AFTER = 30.0
_seen: dict[str, float] = {}
_lock = threading.Lock()


def interval() -> float:
    """Return the seconds between refreshes for the sessions seen lately: 2, or 10 for 1,000."""
    context = get_script_run_ctx()
    with _lock:
        if context is not None:
            note(context.session_id, now=time.monotonic())
        return pace_for(len(_seen))


def note(session: str, *, now: float) -> None:
    """Count a session as looking, and forget those that went away."""
    _seen[session] = now
    for old in [name for name, at in _seen.items() if now - at > _FORGET_AFTER]:
        del _seen[old]


def beat() -> None:
    """Say that this session still looks; called at every refresh."""
    context = get_script_run_ctx()
    if context is not None:
        _seen[context.session_id] = time.monotonic()


def pace_for(sessions: int) -> float:
    """Return the seconds between refreshes for a number of sessions."""
    return max(_SECONDS, sessions / _SESSIONS_A_SECOND)

"""How often one address or token may ask; whoever asks too often is told when to come back."""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from kasipkor_core.i18n import text

_REMEMBERED = 10_000  # askers; the one that has been quiet the longest is forgotten first
_LIMITED = (
    "/api/",
    "/calendar.ics",
    "/check/",
    "/sign-in/",
    "/sign-out",
    "/auth/",
    "/oauth2callback",
)


@dataclass
class Buckets:
    """A bucket for each asker: full at first, one drop an answer, refilled steadily.

    Attributes:
        size: Answers in a row.
        a_minute: Answers a minute in the long run.
        clock: Seconds, monotonic.
    """

    size: int = 60
    a_minute: int = 120
    clock: Callable[[], float] = time.monotonic
    _known: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, asker: str) -> int:
        """Take a drop; return 0, or after how many seconds there is one."""
        with self._lock:
            now = self.clock()
            level, at = self._known.pop(asker, (float(self.size), now))
            level = min(self.size, level + (now - at) * self.a_minute / 60)
            has_drop = level >= 1
            self._known[asker] = (level - has_drop, now)
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return 0 if has_drop else math.ceil((1 - level) * 60 / self.a_minute)


class Limited:
    """Middleware that counts the answers of our own; pages and live boards are not counted.

    A hall behind one address opens many boards; they are sockets and never come here.
    """

    def __init__(self, app: ASGIApp, buckets: Buckets | None = None) -> None:
        """Wrap an application."""
        self.app = app
        self.buckets = buckets or Buckets()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say when to come back."""
        if scope["type"] == "http" and scope["path"].startswith(_LIMITED):
            seconds = self.buckets.wait(_name_asker(scope))
            if seconds:
                await _refuse(seconds)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def _name_asker(scope: Scope) -> str:
    """Return the address: a token that nobody has looked at yet is no name."""
    return str((scope.get("client") or ("",))[0])


def _refuse(seconds: int) -> JSONResponse:
    sentence = text("Too many requests. Come back in {n} s.", "en", n=seconds)
    return JSONResponse(
        {"code": "too_many_requests", "message": sentence},
        status_code=429,
        headers={"Retry-After": str(seconds)},
    )

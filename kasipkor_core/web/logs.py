"""What the server writes about itself: one line an event, as JSON, without a person in it."""

import datetime as dt
import json
import logging
import time
import traceback
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger("kasipkor")
_QUIET = ("/board/", "/static/", "/app/static/", "/_stcore/", "/media/", "/component")
_SERVER_FAULT = 500


class JsonLines(logging.Formatter):
    """One JSON object a line. Of an error its kind and where it arose, never its words.

    The words of an error may hold a name or the cell of a sheet; the file and the line do not.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of an event."""
        at = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        told: dict[str, Any] = {"at": at, "level": record.levelname.lower()}
        told |= getattr(record, "told", None) or {"event": "message", "text": record.getMessage()}
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            told |= {
                "error": kind.__name__,
                "where": [
                    f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
                    for frame in traceback.extract_tb(trace)
                ],
            }
        return json.dumps(told, ensure_ascii=False)


def write_json() -> None:
    """Let our own logger and the server's write JSON lines to the standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    for name in ("kasipkor", "uvicorn", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
    _log.setLevel(logging.INFO)


def tell(event: str, *, level: int = logging.INFO, **values: object) -> None:
    """Write down that something happened; values are kinds and numbers, no names."""
    _log.log(level, event, extra={"told": {"event": event, **values}})


class Logged:
    """Middleware that writes down each answer of our own: method, first part of the path, how long.

    The rest of a path may be the secret of a link, and the address of a browser is a person's.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and write it down."""
        if scope["type"] != "http" or scope["path"].startswith(_QUIET):
            await self.app(scope, receive, send)
            return
        begun, status = time.monotonic(), _SERVER_FAULT

        async def send_on(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_on)
        finally:
            tell(
                "answer",
                method=scope["method"],
                path="/" + scope["path"].lstrip("/").partition("/")[0],
                status=status,
                ms=round((time.monotonic() - begun) * 1000),
            )

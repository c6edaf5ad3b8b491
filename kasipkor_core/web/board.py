"""``/board/``: the public board out of memory; no ledger, no Streamlit, no thread is asked."""

import time
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kasipkor_core.i18n import text
from kasipkor_core.public import POLICY, Kept
from kasipkor_core.web.plain import write_page
from kasipkor_core.web.publisher import Publisher

ROOT = "/board/"
_A_SECOND = 400  # questions of boards that one process answers beside its other work
_SLOWEST = 10.0  # seconds: whoever asks without a pause cannot make all others wait longer
_ALWAYS = "public, max-age=31536000, immutable"
_REVALIDATE = "public, max-age=0, must-revalidate"
_METHODS = ("GET", "HEAD")


class Pace:
    """How many seconds boards wait between two questions: one, and more when there are many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody."""
        self._clock = clock
        self._second = 0
        self._count = 0
        self.seconds = 1.0

    def count(self) -> float:
        """Count a question; return after how many seconds to ask again.

        Of boards that ask every ``seconds`` there are as many as questions a second times that.
        """
        second = int(self._clock())
        if second != self._second:
            boards = self._count * self.seconds if second == self._second + 1 else 0
            self.seconds = min(max(1.0, boards / _A_SECOND), _SLOWEST)
            self._second, self._count = second, 0
        self._count += 1
        return self.seconds


class BoardFirst:
    """Middleware that answers what lies below ``/board/`` and leaves the rest to others."""

    def __init__(self, app: ASGIApp, publisher: Publisher) -> None:
        """Wrap an application."""
        self.app = app
        self.publisher = publisher
        self.pace = Pace()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        if scope["type"] != "http" or not f"{scope['path']}/".startswith(ROOT):
            await self.app(scope, receive, send)
            return
        path, site = scope["path"][len(ROOT) :], self.publisher.site
        answer: ASGIApp
        if scope["method"] not in _METHODS:
            answer = Response(status_code=405, headers={"Allow": ", ".join(_METHODS)})
        elif site is None:
            answer = _wait(path)
        elif kept := site.files.get(path):
            answer = self._answer(path, kept, Headers(scope=scope))
        elif f"{path.rstrip('/')}/index.html".lstrip("/") in site.files:
            answer = RedirectResponse(_lead(scope["path"], path))
        else:
            answer = _miss(path)
        await answer(scope, receive, send)

    def _answer(self, path: str, kept: Kept, asked: Headers) -> Response:
        """Return a file, packed for whoever takes it so, or 304 for whoever has it."""
        headers = write_headers(path, kept)
        if path.endswith(".json"):
            headers["X-Poll-After"] = f"{self.pace.count():.1f}"
        known = [one.strip() for one in asked.get("if-none-match", "").split(",")]
        if kept.tag in known or kept.tag.removeprefix("W/") in known or "*" in known:
            return Response(status_code=304, headers=headers)
        if "gzip" in asked.get("accept-encoding", ""):
            return Response(kept.packed, headers=headers | {"Content-Encoding": "gzip"})
        return Response(kept.body, headers=headers)


def write_headers(path: str, kept: Kept) -> dict[str, str]:
    """Return what is said with a file: pages for other sites may be framed, others may not."""
    frames = "*" if path.split("/")[1:2] == ["embed"] else "'none'"
    headers = {
        "Content-Type": kept.media_type,
        "ETag": kept.tag,
        "Vary": "Accept-Encoding",
        "Cache-Control": _ALWAYS if path.startswith("assets/board-") else _REVALIDATE,
    }
    if path.endswith(".html"):
        headers["Content-Security-Policy"] = f"{POLICY}; frame-ancestors {frames}"
    if path.endswith(".json"):
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Access-Control-Expose-Headers"] = "ETag, X-Poll-After"
    return headers


def _lead(address: str, path: str) -> str:
    """Return the way from a folder to its index, relative: a proxy may serve us below a path."""
    if address.endswith("/"):
        return "index.html"
    return f"{(path or ROOT.strip('/')).rpartition('/')[2]}/index.html"


def _find_root(path: str) -> str:
    return "../" * (path.count("/") + 1)


def _wait(path: str) -> Response:
    said = text("The boards are being prepared; this page loads again by itself.", "kk")
    answer = write_page(
        text("Published results", "kk"), said, lang="kk", status=503, root=_find_root(path)
    )
    answer.headers.update({"Retry-After": "2", "Refresh": "2"})
    return answer


def _miss(path: str) -> Response:
    lang = next((one for one in ("ru", "en") if path.startswith(f"{one}/")), "kk")
    said = text("This result is not published, or no longer.", lang)
    if path.endswith(".json"):
        return JSONResponse({"code": "not_found", "message": said}, status_code=404)
    return write_page(said, lang=lang, status=404, root=_find_root(path))

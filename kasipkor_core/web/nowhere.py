"""Addresses that lead nowhere: a page of our own instead of Streamlit's, which speaks English only.

Streamlit answers every address with its page and says only there that it knows none of that name.
"""

from collections.abc import Iterable
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kasipkor_core import access
from kasipkor_core.i18n import text
from kasipkor_core.web.plain import read_language, write_page

_METHODS = ("GET", "HEAD")
_STREAMLITS = frozenset(
    {
        "_stcore",
        "app",
        "auth",
        "component",
        "favicon.png",
        "index.html",
        "manifest.json",
        "media",
        "oauth2callback",
        "static",
    }
)
_ASKED_BESIDE_A_SCREEN = "_stcore/"  # by Streamlit's script, which looks for its server there too


class Signposted:
    """Middleware that says so when nothing lies at an address; all others it passes on."""

    def __init__(self, app: ASGIApp, routes: Iterable[Route], *, below: str = "") -> None:
        """Wrap an application.

        Args:
            app: What answers the addresses that lead somewhere.
            routes: Those of our own.
            below: Path that Streamlit serves its pages below; empty for none.
        """
        self.app = app
        self.known = _STREAMLITS | {route.path.split("/")[1] for route in routes}
        self.root = f"/{below.strip('/')}/" if below.strip("/") else "/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or say that the address leads nowhere."""
        if scope["type"] != "http" or scope["method"] not in _METHODS:
            await self.app(scope, receive, send)
            return
        path = scope["path"].removeprefix(self.root)
        answer = self.app if self._leads(path.strip("/")) else _miss(Request(scope), path)
        await answer(scope, receive, send)

    def _leads(self, path: str) -> bool:
        first, _, rest = path.partition("/")
        return (
            path in access.SCREENS
            or first in self.known
            or rest.startswith(_ASKED_BESIDE_A_SCREEN)
            or f"/{path}/" == self.root
        )


def _miss(request: Request, path: str) -> HTMLResponse:
    """Return the page; its links are relative, since a proxy may serve us below a path."""
    lang = read_language(request)
    root = "../" * path.count("/")
    home = f"{root or './'}?lang={lang}"
    return write_page(
        text("This address leads nowhere", lang),
        text("Check how it is spelt, or begin at the overview.", lang),
        lang=lang,
        status=404,
        below=f'<p><a href="{home}">{escape(text("Overview", lang))}</a></p>',
        root=root,
    )

"""Where nobody is asked to sign in, only this computer is answered."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from kasipkor_core.i18n import text
from kasipkor_core.ui import identity

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_FROM_AFAR = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


class NearbyOnly:
    """Middleware that refuses what a proxy or a foreign name brings, unless people sign in.

    The port is open to this computer only, but a proxy on it would let everybody in as ``local``,
    and a web page could give its own name this computer's address.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say what to do."""
        if scope["type"] == "lifespan" or is_near(Headers(scope=scope)) or identity.is_asked():
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await _refuse()(scope, receive, send)


def is_near(headers: Headers) -> bool:
    """Tell whether a request was made on this computer, by its own name, without a proxy."""
    if any(name in headers for name in _FROM_AFAR):
        return False
    try:
        return urlsplit(f"//{headers.get('host', '')}").hostname in _HERE
    except ValueError:  # no name at all, as a lone bracket
        return False


def _refuse() -> PlainTextResponse:
    sentence = text(
        "This server asks nobody to sign in and therefore answers its own computer only. Start it "
        "with KASIPKOR_IDENTITY=on to let others in.",
        "en",
    )
    return PlainTextResponse(sentence, status_code=403)

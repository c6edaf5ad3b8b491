"""What every answer says to the browser: whence things may come, and who may frame the page."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9A-Fa-f:]+\](:\d+)?")
_POLICY = (
    "default-src 'self'",
    # Streamlit's page has a script of its own, and st.html adds those of ours: no nonce fits both
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# An answer that says so has no X-Frame-Options, which knows no such word.
_FRAMED = "frame-ancestors *"
_A_YEAR = "max-age=31536000"


class SafeHeaders:
    """Middleware that adds the headers to every answer, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers added; an answer that has set one itself keeps it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                add_headers(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, send_safely)


def add_headers(headers: MutableHeaders, scope: Scope) -> None:
    """Add what is not there yet."""
    is_framed = _FRAMED in headers.get("Content-Security-Policy", "")
    for name, value in _ALWAYS.items():
        if not (is_framed and name == "X-Frame-Options"):
            headers.setdefault(name, value)
    headers.setdefault("Content-Security-Policy", write_policy(Headers(scope=scope).get("host")))
    if scope["scheme"] == "https":
        headers.setdefault("Strict-Transport-Security", _A_YEAR)


def write_policy(host: str | None) -> str:
    """Return the policy; the live boards' socket is named, for not every browser takes it as self.

    Args:
        host: What the browser says it asks; left out when it is no plain host and port.
    """
    own = f" ws://{host} wss://{host}" if host and _HOST.fullmatch(host) else ""
    return "; ".join((*_POLICY, f"connect-src 'self'{own}"))

"""Signing in by a link that opens once, and signing out: the only pages that set a cookie."""

from html import escape
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kasipkor_core.errors import Refused
from kasipkor_core.i18n import error_text, text
from kasipkor_core.store import (
    Identity,
    Store,
    accept_invite,
    end_session,
    end_sessions,
    read_invite,
)
from kasipkor_core.store.identity import span_session
from kasipkor_core.ui import identity
from kasipkor_core.ui.provider import LANG_COOKIE
from kasipkor_core.ui.refusal import name_role
from kasipkor_core.web.plain import Button, find_root, read_language, write_page
from kasipkor_core.web.provider import DEFAULT

_PROVIDER_COOKIE = "_streamlit_user"  # what Streamlit keeps of who signed in at a provider
_AWAY = 900  # seconds at the provider
_AFTER = 303  # the browser asks for the next page with GET


class Signing:
    """The answers about signing in and out of one ledger."""

    def __init__(self, store: Store) -> None:
        """Keep the ledger."""
        self.store = store

    def routes(self) -> list[Route]:
        """Return the addresses: looking changes nothing, only a press of a button does."""
        return [
            Route("/sign-in", self.show_way, methods=["GET"]),
            Route("/sign-in/{secret}", self.show_invite, methods=["GET"]),
            Route("/sign-in/{secret}", self.sign_in, methods=["POST"]),
            Route("/sign-out", self.show_sign_out, methods=["GET"]),
            Route("/sign-out", self.sign_out, methods=["POST"]),
            Route("/sign-out/everywhere", self.sign_out_everywhere, methods=["POST"]),
        ]

    def show_way(self, request: Request) -> Response:
        """Say how one signs in."""
        lang = read_language(request)
        answer = write_page(
            text("Sign in", lang),
            text(
                "You sign in with a link that was sent to you; there are no passwords. A link "
                "opens once. If yours has been used or is too old, ask an administrator for "
                "another.",
                lang,
            ),
            lang=lang,
            below="".join(_render_way(name, lang) for name in identity.list_providers()),
        )
        if identity.list_providers():  # it sends people back without their language
            answer.set_cookie(LANG_COOKIE, lang, max_age=_AWAY, httponly=True, samesite="lax")
        return answer

    def show_invite(self, request: Request) -> Response:
        """Show who a link is for; messengers that look at it beforehand do not use it up."""
        lang = read_language(request)
        try:
            known = read_invite(self.store, request.path_params["secret"])
        except Refused as error:
            return _refuse(error, request)
        return write_page(
            text("Sign in", lang),
            _describe(known, lang),
            text("This link opens once, on this device. Do not pass it on.", lang),
            lang=lang,
            buttons=(Button(text("Sign in", lang), f"?lang={lang}", is_main=True),),
            root=find_root(request),
        )

    def sign_in(self, request: Request) -> Response:
        """Use a link up and set the cookie."""
        lang = read_language(request)
        if not is_own(request):
            return _foreign(request)
        try:
            known = read_invite(self.store, request.path_params["secret"])
            secret = accept_invite(self.store, request.path_params["secret"])
        except Refused as error:
            return _refuse(error, request)
        answer = RedirectResponse(
            f"../{_first_page(known)}?lang={lang}", status_code=_AFTER, headers=_NO_TRACE
        )
        answer.set_cookie(
            identity.COOKIE,
            identity.write_cookie(secret),
            max_age=int(span_session(known.role).total_seconds()),
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return answer

    def show_sign_out(self, request: Request) -> Response:
        """Ask where to sign out."""
        lang = read_language(request)
        known = identity.of_cookie(request.cookies.get(identity.COOKIE))
        if known.role in ("public", "local"):
            return write_page(text("You are not signed in", lang), lang=lang)
        return write_page(
            text("Sign out", lang),
            _describe(known, lang),
            lang=lang,
            buttons=(
                Button(text("Sign out", lang), f"?lang={lang}", is_main=True),
                Button(text("Sign out everywhere", lang), f"sign-out/everywhere?lang={lang}"),
            ),
        )

    def sign_out(self, request: Request) -> Response:
        """End this session."""
        secret = identity.read_secret(request.cookies.get(identity.COOKIE))
        if not is_own(request):
            return _foreign(request)
        if secret:
            end_session(self.store, secret)
        return _leave(request, "./")

    def sign_out_everywhere(self, request: Request) -> Response:
        """End all sessions of the person."""
        known = identity.of_cookie(request.cookies.get(identity.COOKIE))
        if not is_own(request):
            return _foreign(request)
        if known.role not in ("public", "local"):
            end_sessions(self.store, known.person)
        return _leave(request, "../")


def _first_page(known: Identity) -> str:
    """Return where somebody begins: a participant at the own result."""
    return "my-result" if known.scope.entry else ""


_NO_TRACE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


def is_own(request: Request) -> bool:
    """Tell whether a form was sent from a page of ours: no other site can make a browser do it."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == request.headers.get("host")


def _render_way(provider: str, lang: str) -> str:
    """Return the link that begins signing in at a provider, as HTML."""
    named = text("Sign in at {provider}", lang, provider=provider)
    said = text("Sign in with an account", lang) if provider == DEFAULT else named
    codes = urlencode({"at": provider, "lang": lang})
    return f'<p><a href="./?{escape(codes)}">{escape(said)}</a></p>'


def _leave(request: Request, where: str) -> Response:
    """End the session in the browser too, and at the provider for whoever came in by one."""
    identity.forget()
    lang = read_language(request)
    answer: Response
    if _PROVIDER_COOKIE in request.cookies and identity.list_providers():
        # a form may not lead to another site, not by a redirect either: the page goes on by itself
        answer = write_page(text("You are not signed in", lang), lang=lang, root=find_root(request))
        answer.headers["Refresh"] = f"0; url={where}auth/logout"
    else:
        answer = RedirectResponse(f"{where}?lang={lang}", status_code=_AFTER, headers=_NO_TRACE)
    answer.delete_cookie(identity.COOKIE, httponly=True, samesite="lax")
    return answer


def _refuse(error: Refused, request: Request) -> Response:
    lang, root = read_language(request), find_root(request)
    said = error_text(error, lang)
    return write_page(text("Sign in", lang), said, lang=lang, status=410, root=root)


def _foreign(request: Request) -> Response:
    lang = read_language(request)
    return write_page(
        text("Nothing was done", lang),
        text("The request came from another site. Open the page here and press again.", lang),
        lang=lang,
        status=403,
        root=find_root(request),
    )


def _describe(known: Identity, lang: str) -> str:
    place = None if known.scope.entry else known.scope.region or known.scope.contest
    words = (known.person, name_role(known.role, lang), place)
    return " · ".join(one for one in words if one)

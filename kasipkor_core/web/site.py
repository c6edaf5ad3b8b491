"""The ASGI application: Streamlit's pages, and beside them the answers of our own."""

from starlette.routing import Route
from starlette.types import ASGIApp
from streamlit import config
from streamlit.starlette import App

from kasipkor_core import house, ui
from kasipkor_core.store import Store
from kasipkor_core.web.api import list_api_routes
from kasipkor_core.web.board import BoardFirst
from kasipkor_core.web.calendar import make_calendar
from kasipkor_core.web.ceremony import make_ceremony
from kasipkor_core.web.check import list_check_routes
from kasipkor_core.web.headers import SafeHeaders
from kasipkor_core.web.health import make_health
from kasipkor_core.web.limits import Limited
from kasipkor_core.web.logs import Logged
from kasipkor_core.web.metrics import make_metrics
from kasipkor_core.web.nearby import NearbyOnly
from kasipkor_core.web.nowhere import Signposted
from kasipkor_core.web.publisher import Publisher
from kasipkor_core.web.signing import Signing


def make_site(store: Store, publisher: Publisher) -> ASGIApp:
    """Return the application of an opened ledger; Streamlit answers every other address.

    Args:
        store: The open ledger.
        publisher: Whose public board is shown below ``/board/``.
    """
    routes = list_routes(store)
    pages = App(house.ROOT / "app.py", routes=routes, on_script_error=ui.tell_uncaught)
    shown = Signposted(pages, routes, below=config.get_option("server.baseUrlPath"))
    return Logged(SafeHeaders(NearbyOnly(BoardFirst(Limited(shown), publisher))))


def list_routes(store: Store) -> list[Route]:
    """Return the addresses that are answered without Streamlit."""
    return [
        Route("/healthz", make_health(store), methods=["GET"]),
        Route("/metrics", make_metrics(store), methods=["GET"]),
        Route("/calendar.ics", make_calendar(store), methods=["GET"]),
        Route("/ceremony", make_ceremony(store), methods=["GET"]),
        *list_check_routes(store),
        *Signing(store).routes(),
        *list_api_routes(store),
    ]

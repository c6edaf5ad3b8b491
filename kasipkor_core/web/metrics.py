"""``/metrics``: what the server counted, as Prometheus reads it; for this computer or a token."""

import hmac
from collections.abc import Callable, Iterable

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kasipkor_core import meters
from kasipkor_core.settings import LOOPBACK, read_settings
from kasipkor_core.store import Store, find_room, read_head
from kasipkor_core.ui import pace
from kasipkor_core.web.nearby import is_near

_NO_STORE = {"Cache-Control": "no-store"}
_BEARER = "bearer "


class _State:
    """What is looked up when somebody asks, instead of being counted."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def collect(self) -> Iterable[Metric]:
        """Return the newest batch, the room on the disk, and who looks at boards."""
        yield GaugeMetricFamily(
            "kasipkor_batch", "Number of the newest batch.", read_head(self.store)
        )
        yield GaugeMetricFamily(
            "kasipkor_viewers", "Sessions that look at live boards.", pace.count_viewers()
        )
        free = find_room(self.store)
        if free is not None:
            yield GaugeMetricFamily("kasipkor_disk_free_bytes", "Room on the disk.", free)


def make_metrics(store: Store) -> Callable[[Request], Response]:
    """Return the answer for a watcher that may ask; 403 for everybody else."""
    state = CollectorRegistry()
    state.register(_State(store))

    def answer(request: Request) -> Response:
        if not may_ask(request):
            return PlainTextResponse("For this computer, or with a token.\n", 403, _NO_STORE)
        told = generate_latest(meters.REGISTRY) + generate_latest(state)
        return Response(told, media_type=CONTENT_TYPE_LATEST, headers=_NO_STORE)

    return answer


def may_ask(request: Request) -> bool:
    """Tell whether a request comes from this computer without a proxy, or with the token."""
    token = read_settings().metrics_token
    said = request.headers.get("authorization", "")
    if token and said.lower().startswith(_BEARER):
        return hmac.compare_digest(said[len(_BEARER) :].strip().encode(), token.encode())
    is_here = request.client is not None and request.client.host in LOOPBACK
    return is_here and is_near(request.headers)

"""``/healthz``: whether the ledger answers, and whether there is room to write."""

import logging
from collections.abc import Callable

import duckdb
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kasipkor_core.store import BEHIND, ROOM, Store, find_room, find_silence, read_head

_NO_STORE = {"Cache-Control": "no-store"}
_log = logging.getLogger("kasipkor")


def make_health(store: Store) -> Callable[[Request], Response]:
    """Return the answer for watchers: 200 when all is well, else 503 with what is not."""

    def answer(request: Request) -> Response:
        del request
        report = read_health(store)
        status = 200 if report["status"] == "ok" else 503
        return JSONResponse(report, status_code=status, headers=_NO_STORE)

    return answer


def read_health(store: Store) -> dict[str, str | int | None]:
    """Return the state of the server.

    Returns:
        status (``ok``, ``no_answer``, ``disk_full``), batch_no (the newest; null when the ledger
        does not answer, the newest known when it is the shared store) and free_bytes (of the disk;
        null for a ledger in memory).
    """
    free = find_room(store)
    try:
        head = read_head(store)
    except duckdb.Error:
        _log.exception("the ledger does not answer")
        return {"status": "no_answer", "batch_no": None, "free_bytes": free}
    if find_silence(store) > BEHIND:
        return {"status": "no_answer", "batch_no": head, "free_bytes": free}
    status = "ok" if free is None or free >= ROOM else "disk_full"
    return {"status": status, "batch_no": head, "free_bytes": free}

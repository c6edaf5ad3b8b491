"""``POST /api/v1/sheets``: a college's system brings a sheet, whole or not at all."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from kasipkor_core.errors import KasipkorError, NotAllowed, NotFound, Unreadable
from kasipkor_core.i18n import error_text, mark, text
from kasipkor_core.settings import Lang
from kasipkor_core.sheets import Finding, render
from kasipkor_core.store import (
    Identity,
    Replace,
    SheetRefused,
    SheetRepeated,
    Store,
    commit,
    read_token,
    understand,
)
from kasipkor_core.web.plain import read_language

LARGEST = 50 * 1024 * 1024  # bytes of one sheet; larger ones go through the command line
_AT_ONCE = 4  # sheets that have a thread: one is written, others are read; the rest wait for free
_BEARER = "bearer "
_NEVER = {"Cache-Control": "no-store"}


def make_upload(store: Store) -> Callable[[Request], Awaitable[Response]]:
    """Return the answer to a sheet: its batch number, or its findings.

    One sheet is written at a time. All answers share 28 threads; were they given to the sheets that
    wait, fifty juries at once would keep everybody else from the files of a page.
    """
    taking = asyncio.Semaphore(_AT_ONCE)

    async def answer(request: Request) -> Response:
        known = await run_in_threadpool(_find_sender, store, request)
        if known is None:
            headers = {"WWW-Authenticate": "Bearer"}
            return _say("no_token", "Send a token that holds, as Bearer.", 401, headers)
        try:
            data = await _read_body(request)
        except ClientDisconnect:  # whoever sent it is gone; nobody reads the answer
            return _say("cut_off", "The sheet did not come to its end.", 400)
        if data is None:
            return _say("too_large", f"A sheet has at most {LARGEST} bytes.", 413)
        async with taking:
            return await run_in_threadpool(_take, store, known, data, request)

    return answer


def _find_sender(store: Store, request: Request) -> Identity | None:
    said = request.headers.get("authorization", "")
    if not said.lower().startswith(_BEARER):
        return None
    return read_token(store, said[len(_BEARER) :].strip())


async def _read_body(request: Request) -> bytes | None:
    """Return the bytes, or null as soon as there are too many."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > LARGEST:
            return None
        parts.append(part)
    return b"".join(parts)


def _take(store: Store, known: Identity, data: bytes, request: Request) -> Response:
    """Write the sheet; the same bytes again are answered with the batch they already are."""
    lang, asked = read_language(request), request.query_params
    if fault := _find_fault(asked, lang):
        return fault
    try:
        prepared = understand(
            store,
            data,
            file_name=asked.get("file_name", "sheet"),
            kind=asked.get("kind", ""),
            contest=asked.get("contest") or None,
            season=int(asked["season"]) if asked.get("season") else None,
            sheet=asked.get("sheet") or None,
            actor=known.person,
        )
        receipt = commit(
            store,
            prepared,
            reason=asked.get("reason", ""),
            replaces=_read_replace(asked.get("replace", "no")),
            actor_role=known.role,
            scope=known.scope,
        )
    except SheetRepeated as error:
        return _answer({"batch_no": error.batch_no, "is_repeated": True, "findings": []}, 200)
    except SheetRefused as error:
        return _answer(
            {
                "code": "findings",
                "message": error_text(error, lang),
                "findings": _list_findings(error.findings, lang),
            },
            422,
        )
    except KasipkorError as error:
        return _say(*_explain(error, lang))
    found = _list_findings(receipt.findings, lang)
    told = {"batch_no": receipt.batch_no, "is_repeated": False, "replaced": receipt.replaced}
    return _answer({**told, "records": receipt.records, "findings": found}, 201)


def _explain(error: KasipkorError, lang: Lang) -> tuple[str, str, int]:
    kinds: dict[type[KasipkorError], tuple[str, int]] = {
        NotFound: ("not_found", 404),
        Unreadable: ("unreadable", 400),
        NotAllowed: ("not_allowed", 403),
    }
    code, status = kinds.get(type(error), ("refused", 409))
    return code, error_text(error, lang), status


def _find_fault(asked: QueryParams, lang: Lang) -> Response | None:
    """Return what is said of a season or a replacement that nobody can understand."""
    season, replaced = asked.get("season", ""), asked.get("replace", "no")
    if season and not re.fullmatch(r"20\d\d", season):
        said = mark("The season is the year in which it begins, as 2026.")
    elif not re.fullmatch(r"yes|no|\d{1,9}", replaced):
        said = mark("To replace is yes, no, or the number of a batch.")
    else:
        return None
    return _say("bad_request", text(said, lang), 400)


def _read_replace(asked: str) -> Replace:
    if asked.isdecimal():
        return int(asked)
    return "yes" if asked == "yes" else "no"


def _list_findings(findings: tuple[Finding, ...], lang: Lang) -> list[dict[str, Any]]:
    return [
        {
            "severity": found.severity,
            "code": found.code,
            "sheet": found.sheet,
            "row": found.row,
            "column": found.column,
            "found": found.found,
            "message": render(found, lang),
        }
        for found in findings
    ]


def _answer(told: dict[str, Any], status: int) -> JSONResponse:
    return JSONResponse(told, status_code=status, headers=_NEVER)


def _say(
    code: str, message: str, status: int, headers: dict[str, str] | None = None
) -> JSONResponse:
    told = {"code": code, "message": message}
    return JSONResponse(told, status_code=status, headers=_NEVER | (headers or {}))

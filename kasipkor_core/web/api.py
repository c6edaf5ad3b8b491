"""``/api/v1``: every public view as JSON, CSV or Parquet, with what is published as its version."""

import io
import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from kasipkor_core import documents, house, output
from kasipkor_core.errors import KasipkorError, NotFound
from kasipkor_core.i18n import error_text
from kasipkor_core.store import Published, Store, read_published, show_view
from kasipkor_core.web.cached import answer_cached
from kasipkor_core.web.plain import read_language
from kasipkor_core.web.uploads import make_upload

PUBLIC_VIEWS = (
    "awards",
    "centre_readiness",
    "centre_steps",
    "contests",
    "honours",
    "indicators",
    "leaderboard",
    "passports",
    "progress",
    "quota_matches",
    "quota_seats",
    "quotas",
    "results",
    "schedule",
    "schedule_clashes",
    "selection",
    "teams",
    "vacancy_ranking",
)
OPENAPI = house.DATA / "openapi.json"
_KEPT_FILES = 8
_YEAR = re.compile(r"[0-9]{4}")
_ZIP = "application/zip"
_KEPT = 64  # answers of one version; a new publication makes all of them useless
_OURS = frozenset({"lang", "format"})
_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}


def list_api_routes(store: Store) -> list[Route]:
    """Return the addresses of the API."""
    return [
        Route("/api/v1/openapi.json", lambda _: FileResponse(OPENAPI), methods=["GET"]),
        Route("/api/v1/views", make_list(store), methods=["GET"]),
        Route("/api/v1/views/{view}", make_view(store), methods=["GET"]),
        Route("/api/v1/kits/{contest}", make_kit(store), methods=["GET"]),
        Route("/api/v1/open-data/{season}", make_open_data(store), methods=["GET"]),
        Route("/api/v1/sheets", make_upload(store), methods=["POST"]),
    ]


def make_list(store: Store) -> Callable[[Request], Response]:
    """Return the answer that names the views and the version of what is published."""

    def answer(request: Request) -> Response:
        del request
        version = read_published(store).version
        return JSONResponse({"version": version, "views": list(PUBLIC_VIEWS)})

    return answer


def make_view(store: Store) -> Callable[[Request], Response]:
    """Return the answer for one view: its rows whose columns have the values of the address."""

    @lru_cache(maxsize=_KEPT)
    def make(
        view: str, where: tuple[tuple[str, str], ...], form: str, published: Published, lang: str
    ) -> bytes:
        table = show_view(store, view, where=dict(where), reader=published.reader(lang))
        return write_table(table, form)

    def answer(request: Request) -> Response:
        view, lang = request.path_params["view"], read_language(request)
        asked = dict(request.query_params)
        form = asked.get("format", "json")
        if view not in PUBLIC_VIEWS:
            return refuse("unknown_view", f"No such view. Views: {', '.join(PUBLIC_VIEWS)}.", 404)
        if form not in _TYPES:
            return refuse("unknown_format", f"Formats: {', '.join(_TYPES)}.", 400)
        where = tuple(sorted((name, asked[name]) for name in asked.keys() - _OURS))
        published = read_published(store)
        try:
            return answer_cached(
                request,
                lambda: make(view, where, form, published, lang),
                published=published,
                form=f"{lang}-{form}",
                media_type=_TYPES[form],
            )
        except KasipkorError as error:
            return refuse("not_found", error_text(error, lang), 404)

    return answer


def make_kit(store: Store) -> Callable[[Request], Response]:
    """Return the answer that is the recount kit of a published contest."""

    @lru_cache(maxsize=_KEPT_FILES)
    def make(contest: str, published: Published) -> bytes:
        return documents.write_kit(store, contest, published.reader("kk"))

    def answer(request: Request) -> Response:
        contest, published = request.path_params["contest"], read_published(store)
        return answer_file(
            request,
            lambda: make(contest, published),
            published=published,
            form="kit",
            name=contest,
        )

    return answer


def make_open_data(store: Store) -> Callable[[Request], Response]:
    """Return the answer that is the Data Package of a season."""

    @lru_cache(maxsize=_KEPT_FILES)
    def make(season: int, published: Published, lang: str) -> bytes:
        return documents.write_open_data(store, season, published, lang)

    def answer(request: Request) -> Response:
        asked, lang = request.path_params["season"], read_language(request)
        season = int(asked) if _YEAR.fullmatch(asked) else 0
        published = read_published(store)
        return answer_file(
            request,
            lambda: make(season, published, lang),
            published=published,
            form=lang,
            name=f"kasipkor-{season}",
        )

    return answer


def answer_file(
    request: Request, make: Callable[[], bytes], *, published: Published, form: str, name: str
) -> Response:
    """Return a zip to be kept, named in any letters, or why there is none."""
    try:
        found = answer_cached(request, make, published=published, form=form, media_type=_ZIP)
    except NotFound as error:
        return refuse("not_found", error_text(error, read_language(request)), 404)
    except KasipkorError as error:
        return refuse("refused", error_text(error, read_language(request)), 409)
    found.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.zip"
    return found


def write_table(table: pa.Table, form: str) -> bytes:
    """Return a table as JSON (decimals as text), CSV (as the command line) or Parquet."""
    if form == "parquet":
        file = io.BytesIO()
        pq.write_table(table, file)
        return file.getvalue()
    words = io.StringIO()
    output.write_rows(table, "csv" if form == "csv" else "json", words)
    return words.getvalue().encode("utf-8")


def refuse(code: str, message: str, status: int) -> JSONResponse:
    """Return a refusal: a stable code for programs, a sentence for people."""
    return JSONResponse({"code": code, "message": message}, status_code=status)

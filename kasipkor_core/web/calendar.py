"""``/calendar.ics``: the published schedule as an address that calendars subscribe to."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from kasipkor_core import house, i18n
from kasipkor_core.documents.calendar import write_calendar
from kasipkor_core.store import Published, Store, query, read_published
from kasipkor_core.ui.schedule import item_name
from kasipkor_core.web.cached import answer_cached
from kasipkor_core.web.plain import read_language

_SCHEDULE = house.SQL / "reads" / "schedule.sql"
_TYPE = "text/calendar; charset=utf-8"
_ASKED = {"industry": "unit", "region": "region", "programme": "programme", "level": "level"}
_LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def make_calendar(store: Store) -> Callable[[Request], Response]:
    """Return the answer: the dated contests and events that are published, filtered by codes."""
    question = _SCHEDULE.read_text(encoding="utf-8")

    def answer(request: Request) -> Response:
        published = read_published(store)
        asked, lang = request.query_params, read_language(request)

        def make() -> bytes:
            rows = query(store, question, published.reader(lang)).to_pylist()
            return write_feed(rows, asked, published, lang)

        return answer_cached(request, make, published=published, form=lang, media_type=_TYPE)

    return answer


def write_feed(
    rows: list[dict[str, Any]], asked: Mapping[str, str], published: Published, lang: str
) -> bytes:
    """Return the rows that fit what was asked as an iCalendar file.

    Args:
        rows: ``mart.schedule`` as the public sees it.
        asked: Codes by name: industry, region, programme, level, season; others are ignored.
        published: The version that the rows were read at.
        lang: Language of names.
    """
    shown = [
        {**row, "unit_name": item_name(row, lang)}
        for row in rows
        if all(asked.get(name) in (None, "", row[key]) for name, key in _ASKED.items())
        and asked.get("season") in (None, "", str(row["season"]))
    ]
    name = i18n.text("Kasipkor: schedule", lang)
    return write_calendar(shown, name=name, made_at=published.at or _LONG_AGO)

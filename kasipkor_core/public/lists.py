"""The pages that lead to the boards: of an event, of a season, of all there is."""

import json
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

import pyarrow as pa

from kasipkor_core import words
from kasipkor_core.i18n import format_date, format_season, ntext, sort_key, text, to_local
from kasipkor_core.public import assets
from kasipkor_core.public.contest import Contest
from kasipkor_core.public.frame import Page, Place, write_page
from kasipkor_core.public.links import Links
from kasipkor_core.public.parts import (
    Way,
    hash_of,
    name_event,
    write_head,
    write_links,
    write_polled,
    write_way,
)
from kasipkor_core.public.shown import Row
from kasipkor_core.ui.awards import render_teams
from kasipkor_core.ui.grid import render_table

_NEWEST = 12
_ORDER = "medal_points"
_TEAM = ("season", "programme", "level")


def write_lists(
    contests: Sequence[Contest], honours: list[Row], teams: pa.Table, links: Links, lang: str
) -> dict[str, bytes]:
    """Return index, seasons and events in one language by path.

    Args:
        contests: The contests that have a board.
        honours: Rows of ``mart.honours``.
        teams: ``mart.teams``.
        links: What lies elsewhere.
        lang: kk, ru or en.
    """
    files: dict[str, str] = {}
    for event, held in _group(contests, "event").items():
        best = [one for one in honours if one["event"] == event]
        files |= _write_event(held, best, teams, lang)
    for season, held in _group(contests, "season").items():
        place = Place(lang, f"seasons/{season}.html")
        files[place.path] = write_page(_write_season(place, held, links))
    place = Place(lang, "index.html")
    files[place.path] = write_page(_write_index(place, contests, links))
    return {path: said.encode("utf-8") for path, said in files.items()}


def _group(contests: Iterable[Contest], name: str) -> dict[str, list[Contest]]:
    ordered = sorted(contests, key=lambda one: str(one.row[name]))
    return {code: list(held) for code, held in groupby(ordered, key=lambda one: one.row[name])}


def _write_event(
    held: list[Contest], honours: list[Row], teams: pa.Table, lang: str
) -> dict[str, str]:
    """Return the page of an event and its JSON."""
    row = held[0].row
    event = row["event"]
    place, source = Place(lang, f"events/{event}.html"), f"{lang}/events/{event}.json"
    live = _render_contests(held, place) + _render_honours(honours, lang)
    if not row["region"]:
        live += _render_teams(row, teams, lang)
    way = [
        (text("Published results", lang), place.beside("index.html")),
        (format_season(row["season"]), place.beside(f"seasons/{row['season']}.html")),
    ]
    said = {
        "event": event,
        "lang": lang,
        "contests": [one.row["contest"] for one in held],
        "html": live,
        "version": hash_of(live),
        "look": assets.find_look(),
    }
    title = f"{name_event(row, lang)} · {words.season_name(row, lang)}"
    count = ntext("{n} published result", "{n} published results", len(held), lang)
    main = f"{write_way(way, lang)}{write_head(title, count)}{write_polled(place, source, live)}"
    page = Page(place, title, f"{main}{write_links([('JSON', place.to(source))])}")
    return {place.path: write_page(page), source: json.dumps(said, ensure_ascii=False)}


def _render_contests(held: list[Contest], place: Place) -> str:
    """Return the contests of an event with those who came first."""
    lang = place.lang
    columns = [
        ("contest", text("Contest", lang)),
        ("first", text("First place", lang)),
        ("entries", text("Participants", lang)),
        ("state", text("State", lang)),
        ("at", text("Published", lang)),
    ]
    body = [
        [
            ("contest", _link(one, place)),
            ("first", _render_first(one)),
            ("entries", str(one.row["entries"])),
            ("state", escape(text("Final" if one.row["is_final"] else "Provisional result", lang))),
            ("at", _day(one.row, lang)),
        ]
        for one in sorted(held, key=lambda one: sort_key(one.title))
    ]
    return render_table(columns, body, label=text("Contests", lang), testid="contests")


def _link(contest: Contest, place: Place) -> str:
    return f'<a href="{place.to(contest.place("contests").path)}">{escape(contest.title)}</a>'


def _render_first(contest: Contest) -> str:
    """Return who shares the first place; nobody where places are hidden."""
    if contest.board.hides_places:
        return ""
    first = [row for row in contest.board.rows if row["place"] == 1]
    return "".join(f"<b>{escape(row['name'] or row['entry'])}</b>" for row in first)


def _day(row: Row, lang: str) -> str:
    moment = row["published_at"]
    return format_date(to_local(moment).date(), lang, year=True) if moment else ""


def _render_honours(honours: list[Row], lang: str) -> str:
    if not honours:
        return ""
    kinds = {
        "best_of_event": text("Best of the championship", lang),
        "best_of_region": text("Best of the region", lang),
    }
    columns = [
        ("kind", text("Award", lang)),
        ("name", text("Participant", lang)),
        ("region", text("Region", lang)),
        ("scale", text("Scale", lang)),
    ]
    body = [
        [
            ("kind", escape(kinds[one["kind"]])),
            ("name", escape(one["name"] or one["entry"])),
            ("region", escape(one["region_name"] or one["region"] or "")),
            ("scale", str(one["scale"])),
        ]
        for one in honours
    ]
    label = text("Honours", lang)
    return f"<h2>{escape(label)}</h2>{render_table(columns, body, label=label, testid='honours')}"


def _render_teams(row: Row, teams: pa.Table, lang: str) -> str:
    """Return the team tables of an event of all regions, one for each stream."""
    found = [one for one in teams.to_pylist() if all(one[name] == row[name] for name in _TEAM)]
    said = ""
    for stream in sorted({one["stream"] or "" for one in found}):
        rows = [one for one in found if (one["stream"] or "") == stream and one["region"]]
        rows.sort(key=lambda one: (one[f"place_{_ORDER}"] or len(found), one["region"]))
        named = pa.Table.from_pylist(rows, schema=teams.schema)
        name = words.word(words.STREAMS, stream, lang)
        title = " · ".join(part for part in (text("Team table", lang), name) if part)
        said += f"<h2>{escape(title)}</h2>{render_teams(named, _ORDER, lang)}" if rows else ""
    return said


def _write_season(place: Place, held: list[Contest], links: Links) -> Page:
    lang, season = place.lang, held[0].row["season"]
    title = text("Results of the season {season}", lang, season=format_season(season))
    count = ntext("{n} published result", "{n} published results", len(held), lang)
    way: Way = [(text("Published results", lang), place.beside("index.html"))]
    data = [(text("Open data", lang), place.root() + links.open_data(season, lang))]
    main = f"{write_way(way, lang)}{write_head(title, count)}{_list_events(held, place)}"
    return Page(place, title, f"{main}{write_links(data + _link_query(place, links))}")


def _link_query(place: Place, links: Links) -> Way:
    """Return the link to the page of questions, where there is one."""
    name = text("Questions to the open data", place.lang)
    return [(name, place.beside(links.query))] if links.query else []


def _list_events(held: Iterable[Contest], place: Place) -> str:
    """Return events with their contests as lists of links."""
    said = ""
    for event, contests in sorted(_group(held, "event").items(), key=lambda pair: _rank(pair[1])):
        title = name_event(contests[0].row, place.lang)
        link = place.beside(f"events/{event}.html")
        said += f'<h2><a href="{link}">{escape(title)}</a></h2>{_list_contests(contests, place)}'
    return said


def _rank(contests: list[Contest]) -> tuple[int, str, str]:
    """Order events from the republic down; the world stands last."""
    row = contests[0].row
    levels = ["republic", "oblast", "college", "international"]
    return levels.index(row["level"]), row["programme"], str(row["region"] or "")


def _list_contests(contests: list[Contest], place: Place) -> str:
    ordered = sorted(contests, key=lambda one: sort_key(one.title))
    items = "".join(f"<li>{_link(one, place)}</li>" for one in ordered)
    return f'<ul class="p-list">{items}</ul>'


def _write_index(place: Place, contests: Sequence[Contest], links: Links) -> Page:
    lang = place.lang
    title = text("Published results", lang)
    if not contests:
        return Page(place, title, write_head(title, text("Nothing is published yet.", lang)))
    count = ntext("{n} published result", "{n} published results", len(contests), lang)
    dated = [one for one in contests if one.row["published_at"]]
    newest = sorted(dated, key=lambda one: one.row["published_at"], reverse=True)[:_NEWEST]
    seasons = sorted({one.row["season"] for one in contests}, reverse=True)
    known = [(format_season(one), place.beside(f"seasons/{one}.html")) for one in seasons]
    return Page(
        place,
        title,
        f"{write_head(count, title)}<h2>{escape(text('Season', lang))}</h2>"
        f"{write_links(known + _link_query(place, links))}"
        f"<h2>{escape(text('Published last', lang))}</h2>{_render_newest(newest, place)}",
    )


def _render_newest(newest: list[Contest], place: Place) -> str:
    lang = place.lang
    columns = [
        ("contest", text("Contest", lang)),
        ("kind", text("Event", lang)),
        ("first", text("First place", lang)),
        ("at", text("Published", lang)),
    ]
    body = [
        [
            ("contest", _link(one, place)),
            ("kind", escape(name_event(one.row, lang))),
            ("first", _render_first(one)),
            ("at", _day(one.row, lang)),
        ]
        for one in newest
    ]
    return render_table(columns, body, label=text("Published last", lang), testid="newest")

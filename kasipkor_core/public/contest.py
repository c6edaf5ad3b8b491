"""The pages of one published contest: its board, for other sites, for a hall, and as JSON."""

import json
from dataclasses import dataclass
from html import escape

from kasipkor_core import words
from kasipkor_core.i18n import format_date, format_moment, format_season, text
from kasipkor_core.public import assets
from kasipkor_core.public.frame import Page, Place, write_page
from kasipkor_core.public.links import Links, name_file
from kasipkor_core.public.parts import (
    hash_of,
    name_event,
    name_place,
    write_head,
    write_links,
    write_polled,
    write_way,
)
from kasipkor_core.public.shown import Row
from kasipkor_core.ui import hall
from kasipkor_core.ui.board import Board, render_board, render_rule
from kasipkor_core.ui.state import render_state

_ALWAYS = ("entry", "name", "region", "organisation", "is_guest")
_RANKED = ("place", "is_tied", "total", "scale", "award")


@dataclass(frozen=True)
class Contest:
    """One contest in one language.

    Attributes:
        row: Row of ``sql/public/contests.sql``.
        board: Its entries.
        has_kit: There is a recount kit of it.
        links: What lies elsewhere on the server, or in the folder.
    """

    row: Row
    board: Board
    has_kit: bool
    links: Links

    @property
    def lang(self) -> str:
        """Return the language."""
        return self.board.lang

    @property
    def title(self) -> str:
        """Return what the contest is called."""
        return words.unit_title(self.row, self.lang)

    def place(self, folder: str, ending: str = "html") -> Place:
        """Return where one of its files lies."""
        return Place(self.lang, f"{folder}/{name_file(self.row['contest'])}.{ending}")

    @property
    def source(self) -> str:
        """Return the path of its JSON."""
        return self.place("contests", "json").path


def write_contest(contest: Contest) -> dict[str, bytes]:
    """Return the files of a contest by path."""
    live = _write_live(contest)
    makers = {"contests": _write_board, "embed": _write_embed, "hall": _write_hall}
    pages = {
        contest.place(folder).path: write_page(make(contest, contest.place(folder), live))
        for folder, make in makers.items()
    }
    files = pages | {contest.source: _write_json(contest, live)}
    return {path: said.encode("utf-8") for path, said in files.items()}


def _write_live(contest: Contest) -> str:
    """Return what changes with a publication: state, board, rule, days."""
    row, lang = contest.row, contest.lang
    facts = []
    if row["published_at"]:
        when = format_moment(row["published_at"], lang)
        facts.append(text("Published: {when}", lang, when=when))
    if row["closes_on"]:
        day = format_date(row["closes_on"], lang, year=True)
        facts.append(text("Last day for appeals: {day}", lang, day=day))
    days = f'<p class="k-rule">{escape(" · ".join(facts))}</p>' if facts else ""
    state, board = render_state(row, lang, is_kept=True), contest.board
    return f"{state}{render_board(board)}{render_rule(board)}{days}"


def _head(contest: Contest) -> str:
    about = words.contest_line(contest.row, contest.lang, place=name_place(contest.row))
    return write_head(contest.title, about)


def _write_board(contest: Contest, place: Place, live: str) -> Page:
    row, lang = contest.row, contest.lang
    way = [
        (text("Published results", lang), place.beside("index.html")),
        (format_season(row["season"]), place.beside(f"seasons/{row['season']}.html")),
        (name_event(row, lang), place.beside(f"events/{row['event']}.html")),
    ]
    kit = (text("Recount kit", lang), place.root() + contest.links.kit(row["contest"]))
    links = [
        *([kit] if contest.has_kit else []),
        ("JSON", place.to(contest.source)),
        (text("Big screen", lang), place.to(contest.place("hall").path)),
        (text("For other sites", lang), place.to(contest.place("embed").path)),
    ]
    number = row["published_batch_no"]
    foot = [text("Published as of batch {number}", lang, number=str(number))] if number else []
    return Page(
        place,
        contest.title,
        f"{write_way(way, lang)}{_head(contest)}{write_polled(place, contest.source, live)}"
        f"{write_links(links)}",
        foot=tuple(map(escape, foot)),
    )


def _write_embed(contest: Contest, place: Place, live: str) -> Page:
    whole = escape(text("Open the whole board", place.lang))
    link = f'<a href="{place.to(contest.place("contests").path)}" target="_blank" rel="noopener">'
    polled = write_polled(place, contest.source, live)
    main = f'{_head(contest)}{polled}<p class="k-rule">{link}{whole}</a></p>'
    return Page(place, contest.title, main, kind="embed")


def _write_hall(contest: Contest, place: Place, live: str) -> Page:
    """Return all pages of the hall screen; the script turns them over."""
    row, board = contest.row, contest.board
    parts = (words.level_name(row, contest.lang), name_place(row))
    line = " · ".join(part for part in parts if part)
    first, *rest = (
        hall.render_hall(board, row, page=number, line=line, after="")
        for number in range(hall.count_pages(len(board.rows)))
    )
    hidden = (one.replace("<section ", "<section hidden ", 1) for one in rest)
    shown = "".join([first, *hidden])
    return Page(
        place,
        contest.title,
        write_polled(place, contest.source, live, shown=shown),
        kind="hall",
    )


def _write_json(contest: Contest, live: str) -> str:
    row, board = contest.row, contest.board
    names = _ALWAYS if board.hides_places else (*_ALWAYS, *_RANKED)
    said = {
        "contest": row["contest"],
        "event": row["event"],
        "lang": contest.lang,
        "status": "final" if row["is_final"] else "provisional",
        "published_batch_no": row["published_batch_no"],
        "published_at": row["published_at"] and row["published_at"].isoformat(),
        "rows": [{name: one[name] for name in names} for one in board.rows],
        "html": live,
        "version": hash_of(live),
        "look": assets.find_look(),
    }
    return json.dumps(said, ensure_ascii=False, default=str)  # points are decimals: text, no double

"""The hall screen: one HTML text that fills the screen, legible from the last row (UI.md 9)."""

import time
from html import escape
from typing import Any

from kasipkor_core.i18n import format_number, format_percent, format_time, text
from kasipkor_core.ui.board import Board, movement, render_pill, write_move
from kasipkor_core.ui.state import share_marked

_ROWS = 8
_SECONDS = 20
_LONG_NAME = 24


def page_now(rows: int) -> int:
    """Return which page of the board is on: every hall shows the same one at the same time."""
    return int(time.time() // _SECONDS) % count_pages(rows)


def count_pages(rows: int) -> int:
    """Return how many pages the screen has for a board."""
    return max(1, -(-rows // _ROWS))


def render_hall(board: Board, contest: dict[str, Any], *, page: int, line: str, after: str) -> str:
    """Return one page of the hall screen.

    Args:
        board: What the board shows.
        contest: Row of ``mart.contests``.
        page: Number of the page, from 0.
        line: Level and place, below the title.
        after: Name of the next contest; empty when there is none.
    """
    shown = board.rows[page * _ROWS : (page + 1) * _ROWS]
    rows = "".join(_row(board, row) for row in shown)
    state = text("Final", board.lang) if board.is_final else text("Provisional result", board.lang)
    return (
        '<section class="k-hall" data-testid="hall"><header><div>'
        f"<h1>{escape(contest['unit_name'] or contest['contest'])}</h1><p>{escape(line)}</p></div>"
        f'<div class="k-hall-state"><strong>{escape(state)}</strong>'
        f"<p>{escape(_progress(contest, board.lang))}</p></div></header>"
        f"<table><tbody>{rows}</tbody></table>"
        f"<footer><span>{escape(_range(board, page, len(shown)))}</span>"
        f"<span>{escape(_after(after, board.lang))}</span></footer></section>"
    )


def _row(board: Board, row: dict[str, Any]) -> str:
    points = "" if board.hides_places else format_number(row["total"], board.lang, 2)
    missing = _missing(row)
    share = 0.0 if board.hides_places else float(row["total"] or 0)
    region = escape(row["region_name"] or row["region"] or "")
    return (
        f'<tr style="--share:{share:.2f}%"><td class="k-place">{_place(board, row)}</td>'
        f'<td class="k-move">{_move(board, row)}</td>'
        f'<td class="k-name">{escape(shorten(row["name"] or row["entry"]))}</td>'
        f'<td class="k-region">{region}</td>'
        f'<td class="k-award">{"" if board.hides_places else render_pill(row["award"], board.lang)}'
        f'</td><td class="k-points">{points}{missing}</td></tr>'
    )


def _place(board: Board, row: dict[str, Any]) -> str:
    if board.hides_places or row["place"] is None:
        return ""
    return f"{row['place']}{'<i> =</i>' if row['is_tied'] else ''}"


def _move(board: Board, row: dict[str, Any]) -> str:
    if board.hides_places:
        return ""
    return write_move(movement(board.before.get(row["entry"]), row["place"]))


def _missing(row: dict[str, Any]) -> str:
    done, due = row["marks"] or 0, row["marks_expected"] or 0
    return "" if done >= due else f"<small>{done} / {due}</small>"


def shorten(name: str) -> str:
    """Return a name that fits a hall row: beyond 24 letters surname and initials.

    A team is named by its surnames; those that do not fit are counted.
    """
    if len(name) <= _LONG_NAME:
        return name
    persons = [person.split() for person in name.split(",") if person.strip()]
    if len(persons) > 1:
        return _shorten_team([surname for surname, *_ in persons])
    surname, *rest = name.split()
    return " ".join([surname, *(f"{word[0]}." for word in rest)])


def _shorten_team(surnames: list[str]) -> str:
    for shown in range(len(surnames), 1, -1):
        rest = len(surnames) - shown
        said = ", ".join(surnames[:shown]) + (f" +{rest}" if rest else "")
        if len(said) <= _LONG_NAME:
            return said
    return f"{surnames[0]} +{len(surnames) - 1}"


def _progress(contest: dict[str, Any], lang: str) -> str:
    share = share_marked(contest)
    clock = format_time(contest["updated_at"])
    if share is None:
        return clock
    return " · ".join((text("{percent} marked", lang, percent=format_percent(share, lang)), clock))


def _range(board: Board, page: int, shown: int) -> str:
    first = page * _ROWS + 1
    if board.hides_places or not shown:
        return text("{n} participants", board.lang, n=len(board.rows))
    return text(
        "Lines {first}–{last} of {n}",
        board.lang,
        first=first,
        last=first + shown - 1,
        n=len(board.rows),
    )


def _after(name: str, lang: str) -> str:
    return text("Next: {name}", lang, name=name) if name else ""

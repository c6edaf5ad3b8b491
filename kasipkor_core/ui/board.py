"""The leaderboard as one HTML text per version: bold places, muted rows, pills, bars (UI.md 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

from kasipkor_core import words
from kasipkor_core.i18n import Count, format_number, text

FIGURE_SPACE = "\u2007"
_FULL = 100


@dataclass(frozen=True)
class Board:
    """What one board shows.

    Attributes:
        rows: ``mart.leaderboard`` of one contest, best first.
        before: Places by entry in the version before this one.
        lang: kk, ru or en.
        is_final: Signed and nothing missing.
        hides_places: Neither places nor points are shown (WM-08).
        is_past: As of a moment that is over: no links to what holds today.
    """

    rows: list[dict[str, Any]]
    before: Mapping[str, int | None]
    lang: str
    is_final: bool
    hides_places: bool
    is_past: bool = False


def render_board(board: Board) -> str:
    """Return the board as an HTML table; the same text for every reader of a version."""
    columns = _columns(board)
    head = "".join(
        f'<th scope="col" class="k-col-{name}" title="{escape(tip)}">{escape(title)}</th>'
        for name, title, tip in columns
    )
    names = [name for name, _, _ in columns]
    rows = sorted(board.rows, key=lambda row: row["entry"]) if board.hides_places else board.rows
    width = max((len(str(row["place"] or "")) for row in rows), default=1)
    body = "".join(_row(board, row, names, width) for row in rows)
    label = escape(text("Leaderboard", board.lang))
    return (
        f'<div class="k-scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="k-board" data-testid="board"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def render_rule(board: Board) -> str:
    """Return what a reader must know of the places below the board; nothing where none are told."""
    if board.hides_places or _has_no_points(board):
        return ""
    said = text("Places follow the total; equal points share a place (1, 2, 2, 4).", board.lang)
    if not board.is_final and not all(map(_is_complete, board.rows)):
        more = text("The place of a participant who is not fully marked may change.", board.lang)
        said = f"{said} {more}"
    return f'<p class="k-rule">{escape(said)}</p>'


def _columns(board: Board) -> list[tuple[str, str, str]]:
    lang = board.lang
    name = ("name", text("Participant", lang), "")
    origin = [("region", text("Region", lang), ""), ("college", text("College", lang), "")]
    marked = ("marked", text("Marked", lang), text("Aspects marked so far", lang))
    if board.hides_places:
        return [name, marked, *origin]
    award = text("Award", lang) if board.is_final else text("Award, provisional", lang)
    has_scale = any(row["scale"] is not None for row in board.rows)
    scale = ("scale", text("Scale", lang), text("Standardised scale of the contest", lang))
    move = ("move", "±", text("Places gained or lost since the version before this one", lang))
    why = [] if board.is_past else [("why", "", text("Every number back to its cell", lang))]
    if _has_no_points(board):
        place = ("place", text("Place", lang), "")
        return [place, name, ("award", award, ""), scale, origin[0], *why]
    tie = text("Equal points share a place: 1, 2, 2, 4. The sign = marks a shared place.", lang)
    return [
        ("place", text("Place", lang), tie),
        name,
        ("points", text("Points", lang), text("Sum so far, at most 100", lang)),
        *([move] if board.before else []),
        ("bar", text("of 100", lang), ""),
        ("gap", text("To the next", lang), text("Points missing to the place above", lang)),
        ("award", award, ""),
        *([scale] if has_scale else []),
        *origin,
        marked,
        *why,
    ]


def _has_no_points(board: Board) -> bool:
    """Say whether only scales are known, as in results published elsewhere."""
    return any(row["scale"] is not None for row in board.rows) and all(
        row["total"] is None for row in board.rows
    )


def _row(board: Board, row: dict[str, Any], names: list[str], width: int) -> str:
    muted = "" if _is_complete(row) or _has_no_points(board) else ' class="k-muted"'
    cells = "".join(
        f'<td class="k-col-{name}">{_CELLS[name](board, row, width)}</td>' for name in names
    )
    return f'<tr{muted} data-entry="{escape(row["entry"])}">{cells}</tr>'


def _is_complete(row: dict[str, Any]) -> bool:
    return (row["marks"] or 0) >= (row["marks_expected"] or 0) and row["total"] is not None


def _place(board: Board, row: dict[str, Any], width: int) -> str:
    del board
    if row["place"] is None:
        return ""
    padded = str(row["place"]).rjust(width, FIGURE_SPACE)
    return f"<b>{padded}{' =' if row['is_tied'] else ''}</b>"


def _name(board: Board, row: dict[str, Any], width: int) -> str:
    del width
    guest = f' <span class="k-guest">· {escape(text("guest", board.lang))}</span>'
    return escape(row["name"] or row["entry"]) + (guest if row["is_guest"] else "")


def _points(board: Board, row: dict[str, Any], width: int) -> str:
    del width
    return f"<b>{format_number(row['total'], board.lang, 2)}</b>"


def _move(board: Board, row: dict[str, Any], width: int) -> str:
    del width
    return write_move(movement(board.before.get(row["entry"]), row["place"]))


def write_move(gained: int) -> str:
    """Return a gain or a loss by its sign; no change, no words."""
    if not gained:
        return ""
    return f"▲ {gained}" if gained > 0 else f"▼ {-gained}"


def movement(before: int | None, place: int | None) -> int:
    """Return how many places were gained; 0 when there is nothing to compare."""
    return 0 if before is None or place is None else before - place


def _bar(board: Board, row: dict[str, Any], width: int) -> str:
    del board, width
    share = float(row["total"] or 0) / _FULL * 100
    return f'<span class="k-track"><span style="width:{share:.0f}%"></span></span>'


def _gap(board: Board, row: dict[str, Any], width: int) -> str:
    del width
    gap = row["distance_to_next"]
    return format_number(-gap, board.lang, 2) if gap else ""


def render_pill(award: str | None, lang: str) -> str:
    """Return an award as a word on its colour."""
    if not award:
        return ""
    return f'<span class="k-pill k-{award}">{escape(words.word(words.AWARDS, award, lang))}</span>'


def _award(board: Board, row: dict[str, Any], width: int) -> str:
    del width
    return render_pill(row["award"], board.lang)


def _scale(board: Board, row: dict[str, Any], width: int) -> str:
    del width
    return format_number(row["scale"], board.lang)


def _region(board: Board, row: dict[str, Any], width: int) -> str:
    del board, width
    return escape(row["region_name"] or row["region"] or "")


def _college(board: Board, row: dict[str, Any], width: int) -> str:
    del board, width
    return escape(row["organisation"] or "")


def _marked(board: Board, row: dict[str, Any], width: int) -> str:
    del width
    if _is_complete(row):
        return text("Complete", board.lang)
    done, due = Count(row["marks"] or 0, board.lang), Count(row["marks_expected"] or 0, board.lang)
    return f"◐ {done} / {due}"


def render_why(row: dict[str, Any], lang: str) -> str:
    """Return the link from a place to all it was made of; relative, so that a base path stays."""
    codes = urlencode({"contest": row["contest"], "entry": row["entry"], "lang": lang})
    says = text("Why this place: {name}", lang, name=row["name"] or row["entry"])
    return (
        f'<a class="k-why" href="participant?{escape(codes)}" aria-label="{escape(says)}">'
        f"{escape(text('Why?', lang))}</a>"
    )


def _why(board: Board, row: dict[str, Any], width: int) -> str:
    del width
    return render_why(row, board.lang)


_CELLS = {
    "place": _place,
    "name": _name,
    "points": _points,
    "move": _move,
    "bar": _bar,
    "gap": _gap,
    "award": _award,
    "scale": _scale,
    "region": _region,
    "college": _college,
    "marked": _marked,
    "why": _why,
}

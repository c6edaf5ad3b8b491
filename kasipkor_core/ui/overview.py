"""What the overview tells: what is live, what waits, what comes, and the country in figures."""

import datetime as dt
from dataclasses import dataclass
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import charts
from kasipkor_core.i18n import format_days, mark, ntext, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import live, reads, words
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.head import empty
from kasipkor_core.ui.session import Eyes, Visitor, see_with
from kasipkor_core.ui.state import count, render_open, render_progress

_LIVE_PAGE = "pages/results/live.py"
_MOST_LINES = 5
_MOST_DATES = 4


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for a person.

    Attributes:
        badge: Markdown of the badge.
        title: What waits, in bold.
        about: Where, in grey.
        contest: The contest it is about.
    """

    badge: str
    title: str
    about: str
    contest: str


def title(contests: list[dict[str, Any]], lang: str) -> str:
    """Return the finding of the overview: how many contests are being marked."""
    running = sum(row["is_live"] for row in contests)
    if not running:
        return text("No contest is being marked now", lang)
    return ntext(
        "{n} contest is being marked now", "{n} contests are being marked now", running, lang
    )


def list_waiting(contests: list[dict[str, Any]], lang: str) -> list[Waiting]:
    """Return what waits for a person, the most urgent first, at most five lines."""
    lines = []
    for sees, badge, key in _KINDS:
        for row in contests:
            number = sees(row) if row["is_live"] else 0
            if number:
                lines.append(_line(row, badge, key, number, lang))
    return lines[:_MOST_LINES]


def _line(row: dict[str, Any], badge: str, key: str, number: int, lang: str) -> Waiting:
    colour, icon, word = badge.split("|")
    return Waiting(
        badge=f":{colour}-badge[{icon} {text(word, lang)}]",
        title=text(key, lang, n=number, name=row["unit_name"] or row["contest"]),
        about=_about(row, lang),
        contest=row["contest"],
    )


def _about(row: dict[str, Any], lang: str) -> str:
    parts = (live.place_of(row, lang), words.word(words.LEVELS, row["level"], lang))
    return " · ".join(part for part in parts if part)


def _unsigned(row: dict[str, Any]) -> int:
    return int(row["state"] == "marked" and not row["open_aspects"])


_KINDS = (
    (
        lambda row: row["open_aspects"],
        f"orange|:material/error:|{mark('Re-score')}",
        mark("{name}: aspects to re-score: {n}"),
    ),
    (
        lambda row: row["tied"] if row["state"] == "marked" else 0,
        f"yellow|:material/balance:|{mark('Tie')}",
        mark("{name}: {n} participants share a place"),
    ),
    (_unsigned, f"yellow|:material/draw:|{mark('Sign')}", mark("{name}: all marked, not signed")),
    (
        lambda row: row["marks_expected"] - row["marks"],
        f"gray|:material/hourglass_top:|{mark('Missing')}",
        mark("{name}: marks missing: {n}"),
    ),
)


def draw_waiting(lines: list[Waiting], lang: str) -> None:
    """Draw the lines of what waits, each with its way in."""
    if not lines:
        empty(text("Nothing waits for you.", lang))
        return
    with st.container(border=True, height="stretch", key="waiting"):
        for number, line in enumerate(lines):
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                with st.container(width=560, gap=None):
                    st.markdown(f"{line.badge} **{line.title}**  \n:gray[{line.about}]")
                with st.container(width="content", key=f"waiting_{number}"):
                    _link(text("Open", lang), line.contest, lang)


def _link(label: str, contest: str, lang: str) -> None:
    st.page_link(_LIVE_PAGE, label=label, icon="", query_params={"contest": contest, "lang": lang})


def draw_dates(contests: list[dict[str, Any]], lang: str, *, today: dt.date) -> None:
    """Draw the next dates: the contests that begin soonest."""
    ahead = [row for row in contests if row["starts_on"] and row["starts_on"] > today]
    ahead = sorted(ahead, key=lambda row: (row["starts_on"], row["contest"]))[:_MOST_DATES]
    if not ahead:
        empty(text("No later contest has a date yet.", lang))
        return
    with st.container(border=True, height="stretch", key="dates"):
        rows = "".join(_date_row(row, lang) for row in ahead)
        st.html(f'<table class="k-dates"><tbody>{rows}</tbody></table>')


def _date_row(row: dict[str, Any], lang: str) -> str:
    days = format_days(row["starts_on"], row["ends_on"], lang)
    name, place = escape(row["unit_name"] or row["contest"]), escape(live.place_of(row, lang))
    return f"<tr><th scope='row'>{days}</th><td>{name} <span>· {place}</span></td></tr>"


def draw_card(row: dict[str, Any], lang: str) -> None:
    """Draw one contest that is being marked: name, place, share, what waits."""
    with st.container(border=True, height="stretch", gap=None):
        _link(f"**{row['unit_name'] or row['contest']}**", row["contest"], lang)
        st.html(
            f'<div class="k-card"><p class="k-about">{escape(_about(row, lang))}</p>'
            f"{render_progress(row, lang)}{render_open(row, lang)}</div>"
        )


def list_figures(who: Visitor, contests: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the figures of the country as (what, number)."""
    lang = who.lang
    done = sum(row["is_final"] for row in contests)
    sheets = [row for row in reads.read("batches", who).to_pylist() if row["in_force"]]
    regions = {code for code, _ in _participants(who.eyes())}
    return [
        (text("Contests decided", lang), f"{count(done, lang)} / {count(len(contests), lang)}"),
        (text("Participants", lang), count(sum(row["entries"] for row in contests), lang)),
        (text("Regions", lang), f"{len(regions)} / {len(reads.region_names(lang))}"),
        (
            text("Sheets in force", lang),
            count(sum(row["kind"] == "sheet" for row in sheets), lang),
        ),
    ]


def draw_figures(figures: list[tuple[str, str]]) -> None:
    """Draw figures two by two."""
    with st.grid(2, min_column_width=120, height="stretch", key="figures"):
        for what, number in figures:
            with st.container(border=True, height="stretch"):
                st.html(f'<p class="k-figure"><span>{escape(what)}</span><b>{number}</b></p>')


@st.cache_resource(max_entries=64, show_spinner=False)
def _participants(eyes: Eyes) -> list[tuple[str, int]]:
    """Return participants by region, over the newest season of the team tables."""
    rows = reads.read("teams", see_with(eyes)).to_pylist()
    rows = [row for row in rows if row["region"] in reads.region_names(eyes.lang)]
    newest = max((row["season"] for row in rows), default=None)
    totals: dict[str, int] = {}
    for row in rows:
        if row["season"] == newest:
            totals[row["region"]] = totals.get(row["region"], 0) + int(row["entries"])
    return sorted(totals.items())


def draw_map(who: Visitor) -> None:
    """Draw participants by region; one form for wide screens and one for phones."""
    lang = who.lang
    draw_figure(
        Figure(
            name="participants_map",
            title=text("Participants", lang),
            about=text("by region, newest season", lang),
            alt=text("Map of Kazakhstan: participants by region", lang),
            make=lambda theme: _map(who.eyes(), theme, 380),
            narrow=lambda theme: _map(who.eyes(), theme, 240),
            table=_map_table(who),
            columns={
                "region_name": text("Region", lang),
                "participants": text("Participants", lang),
            },
            lang=lang,
            picks=charts.PICKS,
        )
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _map(eyes: Eyes, theme: Theme, height: int) -> dict[str, Any]:
    return charts.kzmap(
        dict(_participants(eyes)),
        names=reads.region_names(eyes.lang),
        legend=text("Participants", eyes.lang),
        lang=eyes.lang,
        theme=theme,
        height=height,
    )


def _map_table(who: Visitor) -> pa.Table:
    """Return the numbers of the map, the most first."""
    names = reads.region_names(who.lang)
    rows = sorted(_participants(who.eyes()), key=lambda pair: (-pair[1], pair[0]))
    return pa.table(
        {
            "region": pa.array([code for code, _ in rows], pa.string()),
            "region_name": pa.array([names[code] for code, _ in rows], pa.string()),
            "participants": pa.array([number for _, number in rows], pa.int64()),
        }
    )

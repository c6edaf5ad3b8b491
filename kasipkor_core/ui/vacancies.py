"""Vacancies: the announced posts, their deadline, and the candidates with what is proposed."""

import datetime as dt
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core.charts.vacancies import PROPOSAL_WORDS, candidates
from kasipkor_core.i18n import format_date, format_number, mark, ntext, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import reads, session
from kasipkor_core.ui.board import FIGURE_SPACE
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.quotas import link
from kasipkor_core.ui.session import Eyes, Visitor, see_with

STATUSES = {
    "commission_decides": mark("The commission decides"),
    "partly_proposed": mark("Partly proposed"),
    "open": mark("Nobody proposed yet"),
    "not_filled": mark("Nobody came"),
    "proposed": mark("Proposed"),
}
_LOOKS = {"commission_decides": "hold", "proposed": "in"}


def list_posts(who: Visitor) -> list[dict[str, Any]]:
    """Return the posts that the filters leave: those that wait for somebody first."""
    rows = [row for row in reads.read("vacancies", who).to_pylist() if _fits(row, who)]
    order = list(STATUSES)
    return sorted(
        rows, key=lambda row: (order.index(row["status"]), row["last_day"], row["region_name"])
    )


def _fits(row: dict[str, Any], who: Visitor) -> bool:
    region, season = who.chosen("region"), who.chosen("season")
    return region in (None, row["region"]) and season in (None, str(row["season"]))


def find_post(who: Visitor) -> dict[str, Any] | None:
    """Return the post that the address names, or None."""
    rows = reads.read("vacancies", who).to_pylist()
    return next((row for row in rows if row["contest"] == who.chosen("contest")), None)


def find_list_title(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the finding about the posts: how many have somebody, how many wait for people."""
    proposed = sum(row["status"] == "proposed" for row in rows)
    tied = sum(row["status"] == "commission_decides" for row in rows)
    if tied:
        return ntext(
            "{n} of {all} vacancies waits for the commission",
            "{n} of {all} vacancies wait for the commission",
            tied,
            lang,
            all=len(rows),
        )
    return text(
        "A candidate is proposed for {n} of {all} vacancies", lang, n=proposed, all=len(rows)
    )


def find_post_title(row: dict[str, Any], lang: str) -> str:
    """Return the finding about one post: who is proposed, or what stands in the way."""
    values = {"post": row["post"], "units": row["units"]}
    if row["tied_at_line"]:
        return text(
            "{post}: {n} candidates tie for the last unit, the commission decides",
            lang,
            n=row["tied_at_line"],
            **values,
        )
    if row["proposed"]:
        return text("{post}: {n} proposed for {units}", lang, n=row["proposed"], **values)
    if row["candidates"]:
        return text("{post}: nobody can be proposed yet", lang, **values)
    return text("{post}: nobody has applied", lang, **values)


def describe_post(row: dict[str, Any]) -> str:
    """Return the grey line of one post: who announced it, and where."""
    return " · ".join(part for part in (row["organisation"], row["region_name"]) if part)


def render_posts(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the posts as HTML; the post opens."""
    columns = [
        ("college", text("Post", lang)),
        ("region", text("Region", lang)),
        ("decision", text("State", lang)),
        ("entries", text("Units", lang)),
        ("skills", text("Candidates", lang)),
        ("points", text("Best, verified", lang)),
        ("gap", text("Held up", lang)),
        ("days", text("Accepted until", lang)),
    ]
    body = [_post_cells(row, lang) for row in rows]
    marks = ["k-held" if row["status"] == "commission_decides" else "" for row in rows]
    return render_table(
        columns, body, label=text("Vacancies", lang), testid="posts", leads="college", marks=marks
    )


def _post_cells(row: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    codes = {"contest": row["contest"], "region": row["region"]}
    place = f'<br><span class="k-guest">{escape(row["organisation"] or "")}</span>'
    best = [points for points in (row["best_17"], row["best_18"]) if points is not None]
    return [
        ("college", link("vacancies", lang, row["post"], **codes) + place),
        ("region", escape(reads.region_name(row["region"], lang))),
        ("decision", render_status(row["status"], lang)),
        ("entries", format_number(row["units"], lang)),
        ("skills", format_number(row["candidates"], lang)),
        ("points", f"<b>{' / '.join(format_number(one, lang, 1) for one in best)}</b>"),
        ("gap", str(row["held_up"] + row["unverified"] or "")),
        ("days", f"{format_date(row['last_day'], lang)} {render_left(row, lang)}"),
    ]


def render_status(status: str, lang: str) -> str:
    """Return the state of a post as a word in a pill."""
    look = _LOOKS.get(status, "out")
    word = escape(text(STATUSES[status], lang))
    return f'<span class="k-pill k-seat-{look}">{word}</span>'


def render_left(row: dict[str, Any], lang: str) -> str:
    """Return the working days of acceptance that are left."""
    if not row["days_left"]:
        return f'<span class="k-guest">· {escape(text("closed", lang))}</span>'
    left = ntext("{n} working day left", "{n} working days left", row["days_left"], lang)
    return f'<span class="k-badge k-wait">{escape(left)}</span>'


def list_facts(row: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    """Return the facts of one post as (what, said)."""
    published: dt.date | None = row["published_on"]
    left = (
        ntext("{n} working day left", "{n} working days left", row["days_left"], lang)
        if row["days_left"]
        else text("closed", lang)
    )
    said = [
        (text("Published", lang), format_date(published, lang, year=True)),
        (
            text("Accepted until", lang),
            f"{format_date(row['last_day'], lang, year=True)}, {left}",
        ),
        (
            text("Units", lang),
            text("{n}, not filled: {left}", lang, n=row["units"], left=row["units_left"]),
        ),
        (text("Candidates", lang), _tell_candidates(row, lang)),
    ]
    if row["is_mixed"]:
        said.append(
            (
                text("Two sheets", lang),
                text("Sheets 17 and 18 have different scales; one list ranks both.", lang),
            )
        )
    return said


def _tell_candidates(row: dict[str, Any], lang: str) -> str:
    return text(
        "{n}: sheet 17 – {a}, sheet 18 – {b}; held up: {held}, not verified: {waiting}",
        lang,
        n=row["candidates"],
        a=row["candidates_17"],
        b=row["candidates_18"],
        held=row["held_up"],
        waiting=row["unverified"],
    )


def draw_facts(row: dict[str, Any], lang: str) -> None:
    """Draw the facts of one post."""
    lines = "".join(
        f"<tr><th scope='row'>{escape(what)}</th><td>{escape(said)}</td></tr>"
        for what, said in list_facts(row, lang)
    )
    with st.container(border=True, height="stretch", key="post_facts"):
        st.html(f'<table class="k-dates"><tbody>{lines}</tbody></table>')


def read_candidates(who: Visitor, contest_no: int) -> pa.Table:
    """Return the candidates of one post, the best first."""
    return reads.read("vacancy_ranking", who, contest_no=contest_no)


def draw_candidates(who: Visitor, post: dict[str, Any]) -> None:
    """Draw claimed and verified points of the candidates with the line of the last unit."""
    lang, number = who.lang, post["contest_no"]
    draw_figure(
        Figure(
            name="vacancy_candidates",
            title=text("Points of the candidates", lang),
            about=text("filled: verified; hollow: claimed; gold: the last unit", lang),
            alt=text("Claimed and verified points by candidate, best first", lang),
            make=lambda theme: _candidates(who.eyes(), number, post["units"], theme),
            table=read_candidates(who, number),
            columns={
                "place": text("Place", lang),
                "candidate": text("Candidate", lang),
                "form": text("Sheet", lang),
                "claimed": text("Claimed", lang),
                "verified": text("Verified", lang),
            },
            lang=lang,
        )
    )


@st.cache_resource(max_entries=128, show_spinner=False)
def _candidates(eyes: Eyes, contest_no: int, units: int, theme: Theme) -> dict[str, Any]:
    rows = read_candidates(see_with(eyes), contest_no).to_pylist()
    return candidates(rows, units=units, lang=eyes.lang, theme=theme)


def render_candidates(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the ranking of one post as HTML: place, who, proposal, points, what is missing."""
    columns = [
        ("place", text("Place", lang)),
        ("name", text("Candidate", lang)),
        ("decision", text("Proposal", lang)),
        ("points", text("Verified", lang)),
        ("scale", text("Claimed", lang)),
        ("entries", text("Sheet", lang)),
        ("missing", text("Documents missing", lang)),
        ("rule", text("By which rule", lang)),
    ]
    width = max((len(str(row["place"] or "")) for row in rows), default=1)
    body = [_candidate_cells(row, width, lang) for row in rows]
    marks = ["k-held" if row["proposal"] == "commission_decides" else "" for row in rows]
    label = text("Candidates", lang)
    return render_table(columns, body, label=label, testid="candidates", marks=marks, leads="name")


def _candidate_cells(row: dict[str, Any], width: int, lang: str) -> list[tuple[str, str]]:
    place = str(row["place"] or "").rjust(width, FIGURE_SPACE)
    return [
        ("place", f"<b>{place}{' =' if row['is_tied'] else ''}</b>"),
        ("name", escape(row["candidate"])),
        ("decision", render_proposal(row["proposal"], lang)),
        ("points", f"<b>{format_number(row['verified'], lang, 1)}</b>"),
        ("scale", format_number(row["claimed"], lang, 1)),
        ("entries", str(row["form"] or "")),
        ("missing", escape(row["missing"] or "")),
        ("rule", escape(_tell_rule(row, lang))),
    ]


def _tell_rule(row: dict[str, Any], lang: str) -> str:
    """Return the rule behind a proposal, with what a person should look at."""
    said = [text(_RULES[row["proposal"]], lang)] if row["proposal"] else []
    said.append(row["rule"] or "")
    if row["is_wrong_form"]:
        said.append(text("the service asks for sheet {form}", lang, form=str(row["form_due"])))
    if row["is_above_printed_range"]:
        said.append(text("above the printed 1–30", lang))
    if row["unanswered"]:
        said.append(text("criteria not answered: {n}", lang, n=row["unanswered"]))
    if row["waiting"]:
        said.append(text("criteria not verified: {n}", lang, n=row["waiting"]))
    if row["decision"]:
        said.append(f"{row['decision']} ({row['decided_by']})")
    return " · ".join(part for part in said if part)


def render_proposal(proposal: str | None, lang: str) -> str:
    """Return what is proposed as a word in a pill."""
    if proposal is None:
        return ""
    looks = {"proposed": "in", "commission_decides": "hold", "reserve": "reserve"}
    word = escape(text(PROPOSAL_WORDS[proposal], lang))
    return f'<span class="k-pill k-seat-{looks.get(proposal, "missed")}">{word}</span>'


_RULES = {
    "proposed": mark("within the units, no tie across the last one"),
    "commission_decides": mark("a tie across the last unit is not cut"),
    "reserve": mark("beyond the units"),
    "return": mark("a needed document is missing"),
    "late": mark("came after the last day"),
    "not_qualified": mark("the education does not meet the requirement"),
    "unanswered": mark("a criterion is not answered or not verified"),
    "documents_awaited": mark("the documents are not entered yet"),
    "excluded": mark("excluded by a decision"),
}


def leave_post() -> None:
    """Go back to the list."""
    session.choose("contest", None)

"""Civil service: the selections, the funnel of one, its clocks and its outcome."""

from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import words
from kasipkor_core.charts.funnel import selection_funnel
from kasipkor_core.i18n import format_date, format_number, mark, ntext, sort_key, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import reads
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.quotas import link
from kasipkor_core.ui.session import Eyes, Visitor, see_with

CLOCKS = {
    "overdue": mark("Overdue"),
    "late": mark("Done late"),
    "open": mark("Runs"),
    "waiting": mark("No limit is stated"),
    "undated": mark("Day not known"),
    "done": mark("Done"),
}
_CLOCK_LOOKS = {"overdue": "missed", "late": "missed", "open": "hold", "done": "in"}


def list_selections(who: Visitor) -> list[dict[str, Any]]:
    """Return the selections that the filters leave, those without a signed protocol first."""
    region = who.chosen("region")
    rows = reads.read("selection_outcome", who).to_pylist()
    left = [row for row in rows if region in (None, row["region"])]
    return sorted(left, key=lambda row: (bool(row["is_signed"]), sort_key(str(row["post"]))))


def find_selection(who: Visitor) -> dict[str, Any] | None:
    """Return the selection that the address names; the only one when there is one."""
    rows = reads.read("selection_outcome", who).to_pylist()
    if len(rows) == 1:
        return dict(rows[0])
    return next((row for row in rows if row["contest"] == who.chosen("contest")), None)


def find_list_title(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the finding about the selections: how many have a winner."""
    won = sum(row["winner"] is not None for row in rows)
    return text("{n} of {all} selections have a winner", lang, n=won, all=len(rows))


def name_post(row: dict[str, Any]) -> str:
    """Return the name of the post, as a sentence begins with it."""
    return words.begin_sentence(str(row["post"]))


def find_title(row: dict[str, Any], steps: list[dict[str, Any]], lang: str) -> str:
    """Return the finding about one selection: the winner, a tie, or how far it is."""
    post = name_post(row)
    if row["winner"]:
        points = format_number(row["total"], lang, 2)
        return text(
            "{post}: number {winner} wins with {points} points",
            lang,
            post=post,
            winner=row["winner"],
            points=points,
        )
    if row["tie_step"] == "undecided":
        return text("{post}: a tie for the first place, the commission decides", lang, post=post)
    if not row["applicants"]:
        return text("{post}: nobody has applied", lang, post=post)
    reached = [step for step in steps if step["entered"]]
    if not reached:
        return text("{post}: no result has come in yet", lang, post=post)
    last = reached[-1]
    return ntext(
        "{post}: {n} of {all} candidates reached the step “{step}”",
        "{post}: {n} of {all} candidates have reached the step “{step}”",
        last["entered"],
        lang,
        post=post,
        all=row["applicants"],
        step=last["step_name"],
    )


def render_selections(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the selections as HTML; the post opens."""
    columns = [
        ("college", text("Post", lang)),
        ("region", text("Region", lang)),
        ("entries", text("Candidates", lang)),
        ("skills", text("Interviewed", lang)),
        ("name", text("Winner, personal number", lang)),
        ("points", text("Total", lang)),
        ("decision", text("Protocol", lang)),
    ]
    body = [_selection_cells(row, lang) for row in rows]
    return render_table(
        columns, body, label=text("Civil service", lang), testid="selections", leads="college"
    )


def _selection_cells(row: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    body = f'<br><span class="k-guest">{escape(row["body"] or "")}</span>'
    total = None if row["winner"] is None else row["total"]
    return [
        ("college", link("civil-service", lang, name_post(row), contest=row["contest"]) + body),
        ("region", escape(row["region_name"] or "")),
        ("entries", format_number(row["applicants"], lang)),
        ("skills", format_number(row["interviewed"], lang)),
        ("name", f"<b>{escape(row['winner'] or '')}</b>"),
        ("points", f"<b>{format_number(total, lang, 2)}</b>"),
        ("decision", render_protocol(row, lang)),
    ]


def render_protocol(row: dict[str, Any], lang: str) -> str:
    """Return the state of the protocol as a word in a pill."""
    if row["is_signed"]:
        return f'<span class="k-pill k-seat-in">{escape(text("signed by all", lang))}</span>'
    if not row["members"]:
        return f'<span class="k-pill k-seat-out">{escape(text("not begun", lang))}</span>'
    says = text("signatures missing: {n}", lang, n=row["signatures_missing"] or 0)
    return f'<span class="k-pill k-seat-hold">{escape(says)}</span>'


def read_funnel(who: Visitor, contest_no: int) -> list[dict[str, Any]]:
    """Return the steps of one selection in order."""
    return reads.read("selection_funnel", who, contest_no=contest_no).to_pylist()


def draw_funnel(who: Visitor, contest_no: int) -> None:
    """Draw how many candidates reach each step."""
    lang = who.lang
    draw_figure(
        Figure(
            name="selection_funnel",
            title=text("Candidates by step", lang),
            about=text("passed of those who reached it", lang),
            alt=text("Candidates of each step: passed, waiting, stopped, absent", lang),
            make=lambda theme: _funnel(who.eyes(), contest_no, theme),
            narrow=lambda theme: _funnel(who.eyes(), contest_no, theme, is_narrow=True),
            table=reads.read("selection_funnel", who, contest_no=contest_no),
            columns={
                "step_name": text("Step", lang),
                "entered": text("Reached", lang),
                "in": text("Passed", lang),
                "waiting": text("Waiting", lang),
                "out": text("Stopped", lang),
                "absent": text("Absent", lang),
                "line": text("Line, points", lang),
            },
            lang=lang,
        )
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _funnel(
    eyes: Eyes, contest_no: int, theme: Theme, *, is_narrow: bool = False
) -> dict[str, Any]:
    steps = read_funnel(see_with(eyes), contest_no)
    return selection_funnel(steps, lang=eyes.lang, theme=theme, is_narrow=is_narrow)


def read_clocks(who: Visitor, contest_no: int) -> list[dict[str, Any]]:
    """Return the deadlines of one selection: those that need a hand first."""
    rows = reads.read("selection_deadlines", who, contest_no=contest_no).to_pylist()
    order = list(CLOCKS)
    return sorted(rows, key=lambda row: order.index(row["status"]))


def draw_clocks(who: Visitor, contest_no: int) -> None:
    """Draw the clocks that still run or were missed; what is done is only counted."""
    lang, rows = who.lang, read_clocks(who, contest_no)
    open_ = [row for row in rows if row["status"] != "done"]
    with st.container(border=True, height="stretch", key="clocks"):
        title = escape(text("Deadlines", lang))
        done = text("done in time: {n}", lang, n=len(rows) - len(open_))
        st.html(
            f'<p class="k-note"><b>{title}</b> · {escape(done)}</p>{render_clocks(open_, lang)}'
        )


def render_clocks(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the deadlines as HTML lines: what, whose, until when, how it stands."""
    if not rows:
        return f'<p class="k-note">{escape(text("No deadline is open.", lang))}</p>'
    lines = "".join(_clock_line(row, lang) for row in rows)
    return f'<table class="k-dates"><tbody>{lines}</tbody></table>'


def _clock_line(row: dict[str, Any], lang: str) -> str:
    name = escape(row["deadline_name"])
    whose = f" <span>· {escape(row['candidate'])}</span>" if row["candidate"] else ""
    day = format_date(row["due_on"], lang)
    missing = f"<br><span>{escape(row['missing'])}</span>" if row["missing"] else ""
    said = f"{name}{whose} {render_clock(row, lang)}{missing}"
    return f"<tr><th scope='row'>{day}</th><td>{said}</td></tr>"


def render_clock(row: dict[str, Any], lang: str) -> str:
    """Return how a deadline stands as a word in a pill, with the days that are left."""
    look = _CLOCK_LOOKS.get(row["status"], "out")
    word = text(CLOCKS[row["status"]], lang)
    if row["days_left"] is not None:
        word = (
            ntext("{n} day left", "{n} days left", row["days_left"], lang)
            if row["unit"] == "calendar"
            else ntext("{n} working day left", "{n} working days left", row["days_left"], lang)
        )
    return f'<span class="k-pill k-seat-{look}">{escape(word)}</span>'


def list_outcome(row: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    """Return the outcome of one selection as (what, said); what is not there is left out."""
    said = [(text("Protocol", lang), _tell_protocol(row, lang))]
    if row["appoint_from"]:
        days = (
            format_date(row[name], lang, year=True) for name in ("appoint_from", "appoint_until")
        )
        said.append((text("Appointment", lang), " – ".join(day for day in days if day)))
    if row["documents_missing"]:
        said.append((text("Documents missing", lang), str(row["documents_missing"])))
    if row["is_past_end"]:
        said.append((text("Caution", lang), text("past the end of the rules", lang)))
    return said


def _tell_protocol(row: dict[str, Any], lang: str) -> str:
    if not row["members"]:
        return text("not begun", lang)
    return text(
        "{n} of {all} members have signed", lang, n=row["signed"] or 0, all=row["members"] or 0
    )


def draw_outcome(row: dict[str, Any], lang: str) -> None:
    """Draw the outcome of one selection in one frame."""
    lines = "".join(
        f"<tr><th scope='row'>{escape(what)}</th><td>{escape(said)}</td></tr>"
        for what, said in list_outcome(row, lang)
    )
    with st.container(border=True, key="outcome"):
        st.html(f'<table class="k-dates"><tbody>{lines}</tbody></table>')

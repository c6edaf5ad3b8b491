"""One competence centre: its conditions and documents, the line of steps, its passport."""

from html import escape
from itertools import groupby
from typing import Any

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import format_date, mark, text
from kasipkor_core.ui import choices, reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import caption
from kasipkor_core.ui.session import Visitor

_SIGNS = {"done": "●", "expired": "◆", "in_progress": "◐", "missing": "○", "not_applicable": "–"}
_LISTS = ("condition", "mandatory", "optional", "operation")
_LINES = ("procedure", "assessment", "opito")
_SCHEMES = {
    "teacher-skill": mark("Industries of the teachers' contests"),
    "competence-centre": mark("Industries of competence centres"),
    "accreditors": mark("Industries of annex 3"),
}
Row = dict[str, Any]


def read_steps(who: Visitor, centre: Row) -> list[Row]:
    """Return the whole checklist of one centre."""
    names = ("organisation", "region", "profile")
    return [
        row
        for row in reads.read("centre_steps", who).to_pylist()
        if all(row[name] == centre[name] for name in names)
    ]


def draw_checklist(steps: list[Row], lang: str) -> None:
    """Draw conditions and documents, each with its state in sign and word."""
    with st.container(border=True, height="stretch", key="checklist"):
        for name in _LISTS:
            items = [step for step in steps if step["list"] == name]
            if items:
                st.html(render_items(text(words.STEP_LISTS[name], lang), items, lang))


def render_items(title: str, items: list[Row], lang: str) -> str:
    """Return one list of the checklist as HTML."""
    rows = "".join(_item(step, lang) for step in items)
    return f'<div class="k-items"><h3>{escape(title)}</h3><ul>{rows}</ul></div>'


def _item(step: Row, lang: str) -> str:
    sign = _SIGNS[step["state"]]
    tail = [text(words.STEPS[step["state"]], lang)]
    if step["minimum"] and step["minimum"] > 1:
        tail.append(f"{step['pieces']} / {step['minimum']}")
    if step["done_on"]:
        tail.append(format_date(step["done_on"], lang, year=True))
    acts = step["state"] in ("missing", "expired") and step["is_required"]
    look = "k-missing" if acts else "k-there"
    return (
        f'<li class="{look}"><span aria-hidden="true">{sign}</span> {escape(step["item_name"])}'
        f" <small>{escape(' · '.join(tail))}</small></li>"
    )


def draw_lines(steps: list[Row], centre: Row, lang: str) -> None:
    """Draw the quiet lines of steps: creating the centre, the assessment abroad, OPITO."""
    with st.container(border=True, key="step_lines"):
        for name in _LINES:
            line = [step for step in steps if step["list"] == name]
            if line:
                st.html(render_line(text(words.STEP_LISTS[name], lang), line, lang))
        upcoming = [step for step in steps if step["item"] == centre["next_step"]]
        if upcoming:
            st.html(render_next(upcoming[0], lang))


def render_line(title: str, line: list[Row], lang: str) -> str:
    """Return steps as small numbered circles; filled: done, dashed: only if needed."""
    applicable = [step for step in line if step["is_applicable"]]
    done = sum(step["state"] == "done" for step in applicable)
    marks = "".join(_mark(step, lang) for step in line)
    ahead = next((step for step in applicable if step["state"] != "done"), None)
    after = "" if ahead is None else f"{ahead['step']}. {ahead['item_name']}"
    return (
        f'<div class="k-line"><h3>{escape(title)} <small>{done} / {len(applicable)}</small></h3>'
        f"<ol>{marks}</ol><p>{escape(after)}</p></div>"
    )


def _mark(step: Row, lang: str) -> str:
    word = text(words.STEPS[step["state"]], lang)
    if step["is_conditional"]:
        word = f"{word}, {text('only if needed', lang)}"
    label = escape(f"{step['step']}. {step['item_name']}: {word}")
    looks = [f"k-{step['state'].replace('_', '-')}"]
    looks += ["k-if"] if step["is_conditional"] else []
    return (
        f'<li class="{" ".join(looks)}" title="{label}"><span aria-hidden="true">{step["step"]}'
        f'</span><span class="k-hidden">{label}</span></li>'
    )


def render_next(step: Row, lang: str) -> str:
    """Return the next step of the procedure: what, by whom, what it leaves."""
    parts = [step["actor"], step["output"]]
    about = " · ".join(part for part in parts if part)
    return (
        f'<p class="k-next"><b>{escape(text("Next step", lang))}:</b> {escape(step["item_name"])}'
        f"<br><small>{escape(about)}</small></p>"
    )


def draw_passport(who: Visitor, steps: list[Row]) -> None:
    """Draw the form of the passport; its list of documents is filled from the checklist."""
    lang = who.lang
    fields = reads.read("centre_passport", who).to_pylist()
    with st.container(border=True, key="passport"):
        caption(
            text("Passport of the centre", lang),
            text("nine sections; section 7 is filled from the checklist", lang),
        )
        for number, rows in groupby(fields, key=lambda row: row["section"]):
            title = text(words.PASSPORT_SECTIONS[number], lang)
            label = f"{number}. {title}" if number else title
            with st.expander(label):
                st.markdown(" · ".join(dict.fromkeys(row["field_name"] for row in rows)))
                if number == words.PASSPORT_DOCUMENTS:
                    st.html(render_documents(steps, lang))


def render_documents(steps: list[Row], lang: str) -> str:
    """Return section 7 of the passport: documents and whether they are there."""
    documents = [step for step in steps if step["list"] in ("mandatory", "optional", "operation")]
    columns = [
        ("place", "№"),
        ("lacks", text("Document", lang)),
        ("marked", text("Present", lang)),
    ]
    body = [
        [
            ("place", str(number)),
            ("lacks", escape(step["item_name"])),
            ("marked", text("yes", lang) if step["state"] == "done" else text("no", lang)),
        ]
        for number, step in enumerate(documents, start=1)
    ]
    return render_table(columns, body, label=text("List of documents", lang), testid="documents")


def draw_accreditors(who: Visitor) -> None:
    """Draw who abroad assesses centres of an industry, by any of the three lists."""
    lang = who.lang
    rows = reads.read("accreditors", who).to_pylist()
    with st.container(border=True, height="stretch", key="accreditors"):
        caption(
            text("Who assesses centres", lang),
            text("foreign associations of annex 3; the annex is advisory and open", lang),
        )
        scheme = choices.select(
            "scheme",
            list(_SCHEMES),
            default="accreditors",
            label=text("List of industries", lang),
            called=lambda code: text(_SCHEMES[code], lang),
            width=320,
        )
        named = {row["industry"]: row["industry_name"] for row in rows if row["scheme"] == scheme}
        order = sorted(named, key=lambda code: (int(code), "") if code.isdecimal() else (0, code))
        industry = choices.select(
            "industry",
            order,
            default=order[0],
            label=text("Industry", lang),
            called=lambda code: str(named[code]),
            width=440,
        )
        chosen = [row for row in rows if (row["scheme"], row["industry"]) == (scheme, industry)]
        st.html(render_accreditors(chosen, lang))


def render_accreditors(rows: list[Row], lang: str) -> str:
    """Return associations with their country; where the source names none, nothing is written."""
    columns = [("lacks", text("Association", lang)), ("region", text("Country", lang))]
    body = [
        [("lacks", escape(row["organisation"])), ("region", escape(row["country_name"] or ""))]
        for row in rows
    ]
    return render_table(
        columns, body, label=text("Who assesses centres", lang), testid="accreditors"
    )

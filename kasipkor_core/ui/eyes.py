"""The way of a contest to the public: who did each step, what is next, and the second person."""

from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.i18n import Count, format_stamp, mark, text
from kasipkor_core.sheets.formats import name_kind
from kasipkor_core.ui import acts, reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
STEPS = {
    "entered": mark("Marks entered"),
    "checked": mark("Checked by a second person"),
    "locked": mark("Locked"),
    "signed": mark("Signed"),
    "decided": mark("Decided by the jury"),
    "published": mark("Published"),
}
_STATUSES = {
    "done": mark("✓ done"),
    "open": mark("○ not yet"),
    "void": mark("◆ void since a later change"),
    "behind": mark("◆ changed since, not published anew"),
    "by_signature": mark("✓ by the signature of a second person"),
    "alone": mark("◆ no second person on record"),
    "early": mark("✓ before the signature"),
}
_OWNERS = {
    "expert": mark("the experts"),
    "second_person": mark("somebody who entered none of it"),
    "chief_expert": mark("the chief expert"),
    "jury": mark("the jury"),
    "administrator": mark("an administrator"),
}


def draw_way(row: Row, who: Visitor) -> None:
    """Draw the steps of a contest, its sheets, and the form of a check.

    Args:
        row: The contest, a row of ``mart.contests``.
        who: The visitor; whoever entered a sheet is offered no check of it.

    Source:
        Rulebook WM-09, BP-16, BP-17.
    """
    number, lang = row["contest_no"], who.lang
    steps = reads.read("contest_steps", who, contest_no=number).to_pylist()
    sheets = reads.read("sheet_checks", who, contest_no=number).to_pylist()
    if not steps:
        return
    section(text("The way to the public", lang))
    st.html(render_steps(steps, lang))
    if sheets:
        st.html(render_sheets(sheets, lang))
    _draw_check(row, sheets, who)


def render_steps(steps: list[Row], lang: str) -> str:
    """Return the steps with who did them and when, and whose the next one is, as HTML.

    Args:
        steps: ``mart.contest_steps`` of one contest in their order.
        lang: kk, ru or en.
    """
    columns = [
        ("name", text("Step", lang)),
        ("state", text("State", lang)),
        ("who", text("By whom", lang)),
        ("at", text("When", lang)),
        ("act", text("Batch", lang)),
    ]
    body = [
        [
            ("name", escape(_say_step(step, lang))),
            ("state", _say_status(step, lang)),
            ("who", escape(step["who"] or "")),
            ("at", format_stamp(step["at"]) if step["at"] else ""),
            ("act", "" if step["batch_no"] is None else str(step["batch_no"])),
        ]
        for step in steps
    ]
    return render_table(columns, body, label=text("The way to the public", lang), testid="way")


def _say_step(step: Row, lang: str) -> str:
    name = words.word(STEPS, step["step"], lang)
    if step["expected"] is None:
        return name
    done, due = Count(step["number"], lang), Count(step["expected"], lang)
    return f"{name} · {done} / {due}"


def _say_status(step: Row, lang: str) -> str:
    said = escape(words.word(_STATUSES, step["status"], lang))
    if not step["is_next"]:
        return said
    owner = words.word(_OWNERS, step["owner"], lang)
    return f"{said} · <b>{escape(text('next: {owner}', lang, owner=owner))}</b>"


def render_sheets(sheets: list[Row], lang: str) -> str:
    """Return the sheets a contest stands on with both persons behind each, as HTML.

    Args:
        sheets: ``mart.sheet_checks`` of one contest.
        lang: kk, ru or en.
    """
    columns = [
        ("act", text("Batch", lang)),
        ("name", text("Sheet", lang)),
        ("who", text("Entered by", lang)),
        ("at", text("When", lang)),
        ("who", text("Checked by", lang)),
        ("at", text("When", lang)),
    ]
    body = [
        [
            ("act", str(sheet["batch_no"])),
            ("name", escape(_name_sheet(sheet, lang))),
            ("who", escape(sheet["entered_by"] or "")),
            ("at", format_stamp(sheet["entered_at"])),
            ("who", escape(sheet["checked_by"] or "–")),
            ("at", format_stamp(sheet["checked_at"]) if sheet["checked_at"] else ""),
        ]
        for sheet in sheets
    ]
    return render_table(columns, body, label=text("Sheets", lang), testid="sheets", leads="name")


def _name_sheet(sheet: Row, lang: str) -> str:
    file_name: str | None = sheet["file_name"]
    return file_name or name_kind(sheet["sheet_kind"], lang)


def _draw_check(row: Row, sheets: list[Row], who: Visitor) -> None:
    lang = who.lang
    open_ = [sheet for sheet in sheets if not sheet["is_checked"]]
    if who.role == "local":
        st.markdown(f":gray[{_say_exempt(lang)}]")
    if not open_ or not access.may(who.role, "check"):
        return
    choices = list_checks(open_, who)
    if not choices:
        said = text("You entered these sheets: a second person checks them (WM-09).", lang)
        st.markdown(f":gray[{said}]")
        return
    chosen = next(iter(choices))
    if len(choices) > 1:
        chosen = st.selectbox(
            text("Which sheet was checked?", lang), list(choices), key="check_choice"
        )
    acts.with_reason(
        text("Checked", lang),
        acts.decide("check", subject=row["contest"], value=choices[chosen]),
        key="check",
        said=text(
            "You compared the sheet with the paper and vouch for it; a later sheet needs another "
            "check.",
            lang,
        ),
        lang=lang,
        icon=":material/fact_check:",
    )


def list_checks(open_: list[Row], who: Visitor) -> dict[str, str]:
    """Return what the visitor may check: all sheets when none is the own, and each by itself.

    Args:
        open_: ``mart.sheet_checks`` that nobody checked.
        who: The visitor.
    """
    lang = who.lang
    own = who.person.strip().lower()
    others = [
        sheet
        for sheet in open_
        if who.role == "local" or (sheet["entered_by"] or "").strip().lower() != own
    ]
    each = {f"{sheet['batch_no']} · {_name_sheet(sheet, lang)}": sheet for sheet in others}
    one = {name: str(sheet["batch_no"]) for name, sheet in each.items()}
    if len(others) > 1 and len(others) == len(open_):
        return {text("All sheets", lang): "all", **one}
    return one


def _say_exempt(lang: str) -> str:
    return text(
        "Nobody is asked to sign in on this computer, so nobody can tell a second person from the "
        "first: four eyes are not kept here.",
        lang,
    )

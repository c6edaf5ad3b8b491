"""The end of mark entry: the decision bar, and what came of the writing, at its cells."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from kasipkor_core.i18n import ntext, text
from kasipkor_core.sheets import Finding, render_found
from kasipkor_core.store import Foreseen
from kasipkor_core.ui import entering, screen_sheet
from kasipkor_core.ui import entry_sheet as entry
from kasipkor_core.ui.ahead import draw_ahead
from kasipkor_core.ui.entering import Form
from kasipkor_core.ui.entry_sheet import Cell, Plan
from kasipkor_core.ui.found import tongue
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.screen_sheet import Outcome
from kasipkor_core.ui.session import Visitor


def draw_outcome(lang: str) -> None:
    """Say what the writing before this run did; findings stand at their cells."""
    outcome, plan = entering.take_outcome()
    if outcome is None or plan is None:
        return
    if outcome.receipt is not None:
        number = str(outcome.receipt.batch_no)
        st.info(
            text("Written as batch {number}", lang, number=number), icon=":material/check_circle:"
        )
    if outcome.error is not None or not outcome.is_clean:
        st.markdown(f"**{text('Nothing was written; the draft is kept.', lang)}**")
    _draw_findings(outcome, plan, lang)


def _draw_findings(outcome: Outcome, plan: Plan, lang: str) -> None:
    placed = entry.place_findings(plan, outcome.findings)
    apart = tuple(one for cell, one in placed if cell is None)
    screen_sheet.draw_findings(Outcome(error=outcome.error, findings=apart), lang)
    here = [(cell, one) for cell, one in placed if cell is not None]
    if here:
        st.html(render_findings(here, lang))


def render_findings(placed: Iterable[tuple[Cell, Finding]], lang: str) -> str:
    """Return the findings as a table: entry, aspect, what stands there, what is wanted."""
    columns = [
        ("entry", text("Entry", lang)),
        ("aspect", text("Aspect", lang)),
        ("found", text("Found", lang)),
        ("wanted", text("Wanted", lang)),
    ]
    body = [
        [
            ("entry", escape(cell[0])),
            ("aspect", escape(cell[1])),
            ("found k-bad" if one.severity == "error" else "found", _found(one, lang)),
            ("wanted", escape(screen_sheet.says(one, lang))),
        ]
        for cell, one in placed
    ]
    return render_table(columns, body, label=text("What was found", lang), testid="mark_findings")


def _found(finding: Finding, lang: str) -> str:
    return f"<b>{escape(render_found(finding, tongue(lang)))}</b>" if finding.found else ""


def draw_changes(form: Form, who: Visitor) -> Foreseen | None:
    """Draw what a correction of marks changes, when asked for; return what was approved."""
    sheet = entering.plan(form).sheet
    if sheet is None or sheet.replaces == "no":
        return None
    return draw_ahead(
        lambda: screen_sheet.foresee(sheet, who), who, about=sheet, key="correct_marks"
    )


def draw_decision(form: Form, lang: str, approved: Foreseen | None = None) -> None:
    """Draw the bar at the foot: what is new, what is left, and the writing.

    Args:
        form: The form.
        lang: kk, ru or en.
        approved: What a correction changes, as it was shown; null: nobody looked.
    """
    plan, differences = entering.plan(form), entering.find_differences(form)
    has_draft = entering.has_draft(form, "first") or entering.has_draft(form, "second")
    with st.bottom, st.container(border=True, key="decision"):  # noqa: SIM117  the bar, then its row
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.markdown(say_state(form, plan, len(differences), lang), width="content")
            with st.container(horizontal=True, width="content", gap="small"):
                if has_draft:
                    st.button(
                        text("Discard the draft", lang),
                        type="tertiary",
                        key="discard",
                        on_click=entering.discard,
                        args=(form,),
                    )
                st.button(
                    text("Write the marks", lang),
                    type="primary",
                    key="write_marks",
                    disabled=plan.sheet is None or bool(differences),
                    on_click=entering.write,
                    args=(form, lang, approved),
                )


def say_state(form: Form, plan: Plan, differing: int, lang: str) -> str:
    """Return what stands between the grid and the ledger."""
    if plan.conflicts:
        numbers = ", ".join(map(str, plan.conflicts))
        said = text(
            "The changed marks came with several sheets ({numbers}). Correct those sheets.",
            lang,
            numbers=numbers,
        )
        return f"**{said}**"
    if differing:
        said = ntext(
            "{n} cell differs between the two entries.",
            "{n} cells differ between the two entries.",
            differing,
            lang,
        )
        return f"**{said}** :gray[{text('Compare them before writing.', lang)}]"
    if plan.sheet is None:
        return f":gray[{text('Nothing new to write.', lang)}]"
    new = f"**{_say_new(form, plan, lang)}**"
    if plan.replaces:
        said = text("Takes the place of batch {number}.", lang, number=str(plan.replaces))
        return f"{new} :gray[{said}]"
    return f"{new} :gray[{text('Saved as a draft; it counts when it is written.', lang)}]"


def _say_new(form: Form, plan: Plan, lang: str) -> str:
    if plan.replaces or plan.sheet is None:
        return text("Marks were corrected.", lang)
    left = form.expected - len(entering.read_marks(form, "first"))
    said = ntext("{n} new mark.", "{n} new marks.", len(plan.cells), lang)
    return f"{said} {text('Still empty: {n}', lang, n=left)}" if left > 0 else said

"""Documents: what a result gives to hand out, issuing it, and what of it still holds."""

from typing import Any

import streamlit as st

from kasipkor_core import access, ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import acts, awards, drawing, lists, papers, signatures, slips

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
contests = {row["contest"]: row for row in papers.list_contests(visitor)}
about = text("Protocols, diplomas and certificates: each is bound to the result it states", lang)


def contest_block() -> None:
    """Draw one contest: what can be issued, the act, and what is issued."""
    chosen = visitor.chosen("contest")
    row = contests[chosen] if chosen in contests else next(iter(contests.values()))
    issuable, issued = papers.read_both(visitor, row)
    before = lists.list_before(visitor, row)
    with ui.head(papers.find_title(row, issuable, issued, before, lang), about):
        if any(one["status"] == "valid" for one in issued):
            papers.draw_downloads(row, issued, lang)
    papers.draw_outcome(lang)
    acts.draw_outcome(lang)
    ui.choose_contest(visitor, contests, lambda one: awards.contest_name(one, lang))
    if issuable or issued:
        st.html(papers.render_kinds(issuable, issued, lang))
    if issuable and access.may(visitor.role, "decide"):
        ui.section(text("Issue", lang))
        papers.draw_issuing(visitor, row, issuable, issued)
    print_block(row, before)
    slips.draw_slips(visitor, row)
    if issuable or issued:
        issued_block(issued)
    if issued:
        signatures.draw_signatures(visitor, row["contest_no"], issued)


def print_block(row: dict[str, Any], before: list[str]) -> None:
    """Draw what can be printed of a contest, before it and after it, and its workplaces."""
    after = lists.list_after(visitor, row)
    for title, kinds in ((text("Before the contest", lang), before), (text("Lists", lang), after)):
        if kinds:
            ui.section(title)
            lists.draw_lists(visitor, row, kinds)
    if before:
        is_open = not row["is_final"]
        drawing.draw_workplaces(visitor, row["contest_no"], row["contest"], is_open=is_open)
    if not before and not after:
        ui.empty(text("Nobody starts in this contest yet. Upload its entries first.", lang))


def issued_block(issued: list[dict[str, Any]]) -> None:
    """Draw what is issued about a contest."""
    ui.section(text("Issued documents", lang))
    if issued:
        st.html(papers.render_issued(issued[: papers.MOST], lang))
        if len(issued) > papers.MOST:
            st.caption(text("The newest {n} are shown; the download has all.", lang, n=papers.MOST))
    else:
        ui.empty(text("Nothing is issued about this contest yet. Issue it above.", lang))


if contests:
    contest_block()
else:
    with ui.head(text("No result is final yet", lang), about):
        pass
    ui.empty(text("Documents follow a signed result. Sign a contest, or remove a filter.", lang))

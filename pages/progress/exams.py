"""Demonstration exams: regions and competencies, sites, Skills Passports, who is freed."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import exam_figures, exam_passports, exam_proofs, exams, picks

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
season = exams.find_season(visitor)


def list_all() -> None:
    """Draw the exams: trouble first, then regions and competencies, then each exam."""
    rows = exams.list_exams(visitor, season)
    with ui.head(exams.find_title(rows, lang), exams.describe(rows, season, lang)):
        ui.download(
            lambda: ui.read("exams", visitor), name="exams", lang=lang, key="exams_download"
        )
    choose_part()
    if not rows or season is None:
        ui.empty(text("Remove a filter, or upload a sheet of kind “exams”.", lang))
        return
    st.markdown(exams.render_badges(rows, lang))
    exams.draw_sites(visitor, season)
    exam_figures.draw_comparison(visitor, season)
    st.html(exams.render_exams(rows, lang))


def list_people() -> None:
    """Draw the passports, or who is freed from the exam."""
    rows = exam_passports.list_passports(visitor, season)
    proofs = exam_proofs.list_proofs(visitor, rows) if part == "exempt" else []
    title = (
        exam_proofs.find_exempt_title(proofs, lang)
        if part == "exempt"
        else exam_passports.find_title(rows, lang)
    )
    with ui.head(title, exam_passports.describe(visitor, rows, season)):
        if visitor.chosen("contest"):
            st.button(
                text("All exams", lang),
                icon=":material/arrow_back:",
                key="all_exams",
                on_click=exam_passports.leave_exam,
            )
    choose_part()
    if not rows or (part == "exempt" and not proofs):
        ui.empty(text("Nobody stands here. Remove a filter, or choose another part.", lang))
    elif part == "exempt":
        st.html(exam_proofs.render_proofs(proofs, lang))
    else:
        exam_passports.draw_passports(visitor, rows)


def choose_part() -> None:
    """Draw the three parts of the page."""
    picks.choose_code("part", exams.PARTS, label=text("Part", lang), lang=lang)


part = st.query_params.get("part")
if part in ("passports", "exempt"):
    list_people()
else:
    list_all()

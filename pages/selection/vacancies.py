"""Vacancies: the announced posts, and one of them with its candidates side by side."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import picks, vacancies, vacancy_sheets

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)


def one_post(post: dict) -> None:
    """Draw one post: facts, candidates, and one of the three parts."""
    number = post["contest_no"]
    with ui.head(vacancies.find_post_title(post, lang), vacancies.describe_post(post)):
        st.button(
            text("All vacancies", lang),
            icon=":material/arrow_back:",
            key="all_vacancies",
            on_click=vacancies.leave_post,
        )
        ui.download(
            lambda: vacancies.read_candidates(visitor, number),
            name=f"vacancy-{number}",
            lang=lang,
            key="vacancy_download",
        )
    rows = vacancies.read_candidates(visitor, number).to_pylist()
    left, right = st.columns([3, 2])
    with left:
        if rows:
            vacancies.draw_candidates(visitor, post)
        else:
            ui.empty(text("Nobody has applied. Upload the candidates' sheet.", lang))
    with right:
        vacancies.draw_facts(post, lang)
    if not rows:
        return
    st.html(vacancies.render_candidates(rows, lang))
    part = picks.choose_code("part", vacancy_sheets.PARTS, label=text("Part", lang), lang=lang)
    if part == "points":
        vacancy_sheets.draw_points(visitor, number)
    elif part == "documents":
        vacancy_sheets.draw_documents(visitor, number)
    else:
        vacancy_sheets.draw_readings(visitor, post)


def all_posts() -> None:
    """Draw the posts of the filter."""
    rows = vacancies.list_posts(visitor)
    if not rows:
        with ui.head(text("No vacancy matches", lang), ""):
            pass
        ui.empty(text("Remove a filter, or upload a sheet of vacancies.", lang))
        return
    with ui.head(
        vacancies.find_list_title(rows, lang),
        text("Sheets 17 and 18: points are claimed by the candidate and verified by people", lang),
    ):
        ui.download(
            lambda: ui.read("vacancies", visitor),
            name="vacancies",
            lang=lang,
            key="vacancies_download",
        )
    st.html(vacancies.render_posts(rows, lang))


chosen = vacancies.find_post(visitor)
if chosen is None:
    all_posts()
else:
    one_post(chosen)

"""Participants: entries with a search, applications with their form, and who is the same person."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import acts, applying, choice, erasing, participants

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
views = {
    "entries": text("Participants", lang),
    "applications": text("Applications", lang),
    "apply": text("Application form", lang),
    "persons": text("Same person?", lang),
}
view = choice.chosen("view", views)
head = st.container()
choice.segments("view", views, label=text("View", lang))
acts.draw_outcome(lang)


def entries_view() -> None:
    """Draw the search and the people."""
    wanted = st.text_input(
        text("Search a name, a code or an organisation", lang),
        key="people_search",
        icon=":material/search:",
        placeholder=text("Search a name, a code or an organisation", lang),
        label_visibility="collapsed",
    )
    people = participants.list_people(visitor, wanted)
    about = text("Әлия is found by Алия and by Aliya", lang)
    with head, ui.head(participants.find_title(people, wanted, lang), about):
        ui.download(
            lambda: ui.read("entries", visitor), name="entries", lang=lang, key="entries_download"
        )
    participants.draw_people(people, lang)
    erasing.draw_erasure(people, wanted, visitor)


def applications_view() -> None:
    """Draw the applications that came."""
    rows = applying.list_applications(visitor)
    about = text("Best Professionals of Kazakhstan, Annex 1", lang)
    with head, ui.head(applying.find_title(rows, lang), about):
        ui.download(
            lambda: ui.read("applications", visitor),
            name="applications",
            lang=lang,
            key="applications_download",
        )
    applying.draw_applications(rows, applying.list_fields(visitor), lang)


if view == "entries":
    entries_view()
elif view == "applications":
    applications_view()
elif view == "apply":
    about = text("Best Professionals of Kazakhstan, Annex 1", lang)
    with head, ui.head(text("Application to take part", lang), about):
        pass
    applying.draw_form(visitor)
else:
    pairs = participants.list_pairs(visitor)
    about = text("The same name in two contests: one person or two?", lang)
    with head, ui.head(participants.find_pairs_title(pairs, lang), about):
        pass
    participants.draw_pairs(pairs, visitor)

"""The menus of the frame: every screen with its address, name and icon."""

import streamlit as st

from kasipkor_core import house
from kasipkor_core.i18n import mark, text

_PAGES = house.ROOT / "pages"
_RESULTS = (
    ("results/live.py", "live", mark("Live"), ":material/leaderboard:"),
    ("results/awards.py", "awards", mark("Awards"), ":material/workspace_premium:"),
    ("results/participant.py", "participant", mark("Why this place?"), ":material/help_center:"),
    ("results/archive.py", "archive", mark("Archive"), ":material/inventory_2:"),
)
_JURY = (
    ("jury/contests.py", "my-contests", mark("My contests"), ":material/checklist:"),
    ("jury/ties.py", "ties", mark("Ties and decisions"), ":material/balance:"),
    ("jury/judges.py", "judges", mark("Judges"), ":material/groups:"),
)
_PROGRESS = (
    ("progress/regions.py", "progress", mark("Regions"), ":material/map:"),
    ("progress/centres.py", "centres", mark("Competence centres"), ":material/domain:"),
    ("progress/exams.py", "exams", mark("Demonstration exams"), ":material/badge:"),
)
_SELECTION = (
    ("selection/quotas.py", "quotas", mark("Quotas"), ":material/groups:"),
    ("selection/civil_service.py", "civil-service", mark("Civil service"), ":material/filter_alt:"),
    ("selection/vacancies.py", "vacancies", mark("Vacancies"), ":material/work:"),
)
_CALENDAR = (("calendar/schedule.py", "schedule", mark("Schedule"), ":material/calendar_month:"),)
_ORGANISE = (
    ("organise/upload.py", "upload", mark("Upload"), ":material/upload_file:"),
    ("organise/batches.py", "batches", mark("Batches"), ":material/history:"),
    ("organise/marks.py", "marks", mark("Mark entry"), ":material/edit_note:"),
    ("organise/participants.py", "participants", mark("Participants"), ":material/groups:"),
    ("organise/contests.py", "contests", mark("Contests"), ":material/event_list:"),
    ("organise/documents.py", "documents", mark("Documents"), ":material/description:"),
    ("organise/readiness.py", "readiness", mark("Readiness"), ":material/rule:"),
)
_MENUS = (
    (mark("Results"), _RESULTS),
    (mark("Selection"), _SELECTION),
    (mark("Calendar"), _CALENDAR),
    (mark("Progress"), _PROGRESS),
    (mark("Jury"), _JURY),
    (mark("Organise"), _ORGANISE),
)


def list_menus(lang: str) -> dict[str, list["st.Page"]]:
    """Return the pages by the name of their menu; the overview stands outside the menus."""
    overview = st.Page(
        _PAGES / "overview" / "overview.py",
        title=text("Overview", lang),
        icon=":material/home:",
        default=True,
    )
    menus = {"": [overview]}
    for section, screens in _MENUS:
        menus[text(section, lang)] = [
            st.Page(_PAGES / path, title=text(title, lang), icon=icon, url_path=url)
            for path, url, title, icon in screens
        ]
    return menus


def list_addresses() -> list[str]:
    """Return the addresses of all screens; the overview's is empty."""
    return ["", *(url for _, screens in _MENUS for _, url, _, _ in screens)]


def name_screens(lang: str) -> set[tuple[str, str]]:
    """Return menu and name of every screen as the visitor reads them; the overview has no menu."""
    return {
        (text(section, lang), text(title, lang))
        for section, screens in _MENUS
        for _, _, title, _ in screens
    }

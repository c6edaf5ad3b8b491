"""The menus of the frame: every screen with its address, name and icon."""

from pathlib import Path

import streamlit as st

from kasipkor_core import access, house
from kasipkor_core.i18n import mark, text

_PAGES = house.ROOT / "pages"
_RESULTS = (
    ("results/live.py", "live", mark("Live"), ":material/leaderboard:"),
    ("results/awards.py", "awards", mark("Awards"), ":material/workspace_premium:"),
    ("results/participant.py", "participant", mark("Why this place?"), ":material/help_center:"),
    ("results/own.py", "my-result", mark("My result"), ":material/badge:"),
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
_GOVERN = (
    ("govern/appeals.py", "appeals", mark("Appeals"), ":material/gavel:"),
    ("govern/people.py", "people", mark("People"), ":material/shield_person:"),
    ("govern/venues.py", "venues", mark("Venues"), ":material/usb:"),
    ("govern/ledger.py", "ledger", mark("Ledger"), ":material/link:"),
)
_MENUS = (
    (mark("Results"), _RESULTS),
    (mark("Selection"), _SELECTION),
    (mark("Calendar"), _CALENDAR),
    (mark("Progress"), _PROGRESS),
    (mark("Jury"), _JURY),
    (mark("Organise"), _ORGANISE),
    (mark("Govern"), _GOVERN),
)


def list_menus(lang: str, role: str) -> dict[str, list["st.Page"]]:
    """Return the pages by the name of their menu; the overview stands outside the menus.

    A screen that the role may not see has an address, which says so, but no line in the menu.
    """
    overview = st.Page(
        _PAGES / "overview" / "overview.py",
        title=text("Overview", lang),
        icon=":material/home:",
        default=True,
    )
    menus = {"": [overview]}
    for section, screens in _MENUS:
        menus[text(section, lang)] = [
            st.Page(
                _PAGES / path,
                title=text(title, lang),
                icon=icon,
                url_path=url,
                visibility="visible" if access.sees_screen(role, url) else "hidden",
            )
            for path, url, title, icon in screens
        ]
    return menus


def address_of(script: str) -> str:
    """Return the address of the screen whose script it is; of any other the name of the file."""
    for _, screens in _MENUS:
        for path, url, _, _ in screens:
            if script.endswith(f"pages/{path}"):
                return url
    return "" if script.endswith(("overview.py", "app.py")) else script


def script_of(screen: str) -> Path:
    """Return the script of a screen, by its address."""
    known = {url: path for _, screens in _MENUS for path, url, _, _ in screens}
    return _PAGES / known.get(screen, "overview/overview.py")


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

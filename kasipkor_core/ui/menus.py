"""The menus of the frame: every screen with its address, name and icon."""

import streamlit as st

from kasipkor_core import house
from kasipkor_core.i18n import mark, text

_PAGES = house.ROOT / "pages"
_RESULTS = (
    ("results/live.py", "live", mark("Live"), ":material/leaderboard:"),
    ("results/awards.py", "awards", mark("Awards"), ":material/workspace_premium:"),
)
_ORGANISE = (
    ("organise/upload.py", "upload", mark("Upload"), ":material/upload_file:"),
    ("organise/batches.py", "batches", mark("Batches"), ":material/history:"),
)
_MENUS = (
    (mark("Results"), _RESULTS),
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

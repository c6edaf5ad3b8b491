"""The frame of every page: settings, style, menus, footer."""

from pathlib import Path

import streamlit as st

from kasipkor_core import access, house
from kasipkor_core.i18n import text
from kasipkor_core.palette import write_values
from kasipkor_core.store import has_demo
from kasipkor_core.ui import filters, held, identity, menus, provider, refusal, session
from kasipkor_core.ui.trouble import Guard

_STYLES = sorted((Path(__file__).parent / "style").glob("*.css"))
_CSS = "".join(path.read_text(encoding="utf-8") for path in _STYLES)


def run() -> None:
    """Run the page of the address inside the frame; called by app.py only."""
    st.set_page_config(
        page_title="Кәсіпқор", page_icon=str(house.ROOT / "static" / "mark.svg"), layout="wide"
    )
    lang = session.language()
    page = st.navigation(menus.list_menus(lang, identity.now().role), position="top")
    with Guard(lang):
        session.settle_address(page.url_path)
        session.begin_run()
        _dress(session.language())
        if held.is_rehearsal():
            words = text("Rehearsal: a copy, in which marks are given again. Nothing counts.", lang)
            st.html(f'<p class="k-rehearsal" role="note">{words}</p>')
        known = identity.now()
        provider.begin()
        if not provider.draw_entrance(known, session.language()):
            _open(page, known.role)
    with Guard(lang):
        _footer(session.look())


def _open(page: "st.Page", role: str) -> None:
    """Run the page, or say who sees it: the page would say the same, and end the frame with it."""
    if access.sees_screen(role, page.url_path):
        page.run()
    else:
        refusal.draw_refusal(role, page.url_path, session.language())


def _dress(lang: str) -> None:
    """Send the style sheet with the theme's colours, the logo and the language of the page."""
    theme = session.theme()
    words = (
        f'--k-choose:"{text("Choose files", lang)}";--k-drop:"{text("or drop them here", lang)}";'
    )
    st.html(f"<style>:root{{{write_values(theme)}{words}}}{_CSS}</style>")
    st.html(
        f"<script>document.documentElement.lang='{lang}';{filters.own_region_script()}</script>",
        unsafe_allow_javascript=True,
    )
    st.logo(str(house.ROOT / "static" / f"logo-{theme}.svg"), size="large")


def _footer(who: session.Visitor) -> None:
    """Say who the visitor is held to be, and where to sign in or out."""
    lang = who.lang
    if st.query_params.get("screen") == "hall":
        return
    with st.container(key="footer"):
        if has_demo(session.store()):
            st.caption(
                text(
                    "Demonstration season: people, colleges and marks are invented; the archive of "
                    "international results of 2007 and 2011 is real.",
                    lang,
                )
            )
        st.caption(refusal.say_who(who.role, who.person, who.scope, lang))
        st.caption(f"[{text('Check a document', lang)}](check?lang={lang})")

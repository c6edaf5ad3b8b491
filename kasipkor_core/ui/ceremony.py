"""Who reveals a result, and with whose eyes: before it is published only those who decide."""

from typing import Any
from urllib.parse import urlencode, urlsplit

import streamlit as st

from kasipkor_core import access, documents
from kasipkor_core.i18n import text
from kasipkor_core.store import (
    Identity,
    Reader,
    Store,
    list_contests_of,
    read_head,
    read_published,
)
from kasipkor_core.ui import session
from kasipkor_core.ui.session import Visitor


def find_reader(store: Store, known: Identity, lang: str) -> Reader:
    """Return the reader of a ceremony: staff for those who decide, inside their place.

    All others read what is published, and so does staff of one place about other places.
    """
    if not access.may(known.role, "decide"):
        return read_published(store).reader(lang)
    everywhere = access.is_everywhere(known.role, known.scope)
    scope = None if everywhere else list_contests_of(store, known.scope)
    return Reader(as_of=read_head(store), lang=lang, scope=scope)


def draw_buttons(contest: dict[str, Any], who: Visitor) -> None:
    """Offer the ceremony of a final result: on this screen, and as a file for a laptop."""
    if not contest["is_final"] or contest["is_archive"]:
        return
    lang, known = who.lang, Identity(who.person, who.role, who.scope)
    with st.popover(text("Ceremony", lang), icon=":material/trophy:", key="ceremony"):
        st.markdown(
            text(
                "Reveals the awards place by place, the winner last: space or an arrow goes on. "
                "Whoever has the file has the result.",
                lang,
            )
        )
        st.link_button(
            text("Open on this screen", lang),
            find_address(contest["contest"], lang),
            icon=":material/slideshow:",
            width="stretch",
        )
        store = session.store()
        st.download_button(
            text("As a file, works without a network (HTML)", lang),
            lambda: documents.write_ceremony(
                store, contest["contest"], reader=find_reader(store, known, lang)
            ),
            file_name=f"{contest['contest']}-ceremony.html",
            mime="text/html",
            icon=":material/download:",
            key="ceremony_file",
            on_click="ignore",
            width="stretch",
        )


def find_address(contest: str, lang: str) -> str:
    """Return the address of the ceremony beside the page that is open."""
    split = urlsplit(st.context.url or "")
    folder = split.path.rpartition("/")[0]
    origin = f"{split.scheme}://{split.netloc}" if split.netloc else ""
    return f"{origin}{folder}/ceremony?{urlencode({'contest': contest, 'lang': lang})}"

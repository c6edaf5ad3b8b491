"""The address under which the schedule is subscribed to from any calendar."""

from urllib.parse import urlencode, urlsplit

import streamlit as st

from kasipkor_core.i18n import text
from kasipkor_core.ui.session import Visitor

_ASKED = {"industry": "unit", "region": "region", "programme": "programme", "level": "level"}


def draw_subscription(who: Visitor) -> None:
    """Offer the address of what the filters leave; it always brings what is published."""
    with st.popover(
        text("Subscribe", who.lang), icon=":material/event_repeat:", key="schedule_subscribe"
    ):
        st.markdown(
            text(
                "Give this address to your calendar as a subscription: it follows the schedule as "
                "published, with the filters chosen here.",
                who.lang,
            )
        )
        st.code(write_address(st.context.url or "", who), language=None, wrap_lines=True)


def write_address(page: str, who: Visitor) -> str:
    """Return the address of the calendar beside a page of ours.

    Args:
        page: Where the visitor is, as the browser says it; a path before the page is kept.
        who: Language and filters.
    """
    split = urlsplit(page)
    folder = split.path.rpartition("/")[0]
    chosen = {name: who.chosen(code) for name, code in _ASKED.items()}
    asked = {name: code for name, code in chosen.items() if code} | {"lang": who.lang}
    origin = f"{split.scheme}://{split.netloc}" if split.netloc else ""
    return f"{origin}{folder}/calendar.ics?{urlencode(asked)}"

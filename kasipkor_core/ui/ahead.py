"""Looking ahead on a page: what an act would change, shown when asked for and then approved."""

from collections.abc import Callable

import streamlit as st

from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import text
from kasipkor_core.store import Foreseen
from kasipkor_core.ui import consequences
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

_OPEN_STATE = "kasipkor_ahead_open"  # one act at a time
_FORESEEN_STATE = "kasipkor_ahead"


def draw_ahead(
    look: Callable[[], Foreseen], who: Visitor, *, about: object, key: str
) -> Foreseen | None:
    """Draw the button that shows what an act would change, and the list once it is asked for.

    Args:
        look: Reckons the list; asked once for each state of the ledger.
        who: The visitor.
        about: What the act is; another one has another list.
        key: Stable key.

    Returns:
        The list that whoever acts has seen and approves; null as long as nobody asked for it.
    """
    asked = (key, about)
    st.button(
        text("Show what this changes", who.lang),
        key=f"{key}_ahead",
        icon=":material/visibility:",
        on_click=_open,
        args=(asked,),
    )
    if st.session_state.get(_OPEN_STATE) != asked:
        return None
    try:
        foreseen = _read(look, (asked, who.eyes()))
    except KasipkorError as error:
        tell(error, who.lang)
        return None
    consequences.draw(foreseen, who, title=text("What this changes", who.lang))
    return foreseen


def _open(asked: tuple[str, object]) -> None:
    is_open = st.session_state.get(_OPEN_STATE) == asked
    st.session_state[_OPEN_STATE] = None if is_open else asked


def _read(look: Callable[[], Foreseen], wanted: object) -> Foreseen:
    kept = st.session_state.get(_FORESEEN_STATE)
    if kept is None or kept[0] != wanted:
        st.session_state[_FORESEEN_STATE] = kept = (wanted, look())
    found: Foreseen = kept[1]
    return found

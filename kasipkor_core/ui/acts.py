"""Acts on the ledger from a page: a reason, one call of the store, and its sentence afterwards."""

from collections.abc import Callable

import streamlit as st

from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import text
from kasipkor_core.store import append_decision, append_publication, read_head
from kasipkor_core.ui import session
from kasipkor_core.ui.trouble import tell

_STATE = "kasipkor_act"
Done = Callable[[str], int]


def decide(kind: str, *, subject: str, value: str) -> Done:
    """Return the act that records a decision; it takes the reason and gives the batch."""
    return lambda reason: append_decision(
        session.store(),
        kind,
        subject=subject,
        value=value,
        reason=reason,
        **session.look().signature(),
    )


def publish(contest: str) -> Done:
    """Return the act that lets the public read a contest as it stands now."""
    return lambda reason: append_publication(
        session.store(),
        [contest],
        as_of=read_head(session.store()),
        reason=reason,
        **session.look().signature(),
    )


def with_reason(
    label: str,
    act: Done,
    *,
    key: str,
    said: str,
    lang: str,
    icon: str | None = None,
    needs_reason: bool = True,
    is_main: bool = False,
) -> None:
    """Draw a button that opens the reason and the act.

    Args:
        label: The verb.
        act: What is done with the reason.
        key: Stable key.
        said: Sentence of what the act does, shown before it.
        lang: kk, ru or en.
        icon: Icon of the button.
        needs_reason: Whether the act is refused without one.
        is_main: The one primary button of the page.
    """
    with st.popover(label, icon=icon, key=key, type="primary" if is_main else "secondary"):
        st.markdown(said)
        reason = st.text_input(text("Reason", lang), key=f"{key}_reason")
        st.button(
            label,
            type="primary",
            key=f"{key}_now",
            disabled=needs_reason and not reason.strip(),
            on_click=do,
            args=(act, f"{key}_reason"),
        )


def do(act: Done, reason_key: str) -> None:
    """Do an act with the reason that stands in a field, and keep what came of it.

    Args:
        act: What is done with the reason.
        reason_key: Key of the field; it is emptied afterwards.
    """
    reason = st.session_state[reason_key].strip()
    if keep_outcome(lambda: act(reason)):
        st.session_state[reason_key] = ""


def keep_outcome(act: Callable[[], int]) -> bool:
    """Do an act and keep what came of it for the next run; say whether it was written."""
    try:
        number = act()
    except KasipkorError as error:
        st.session_state[_STATE] = error
        return False
    said = text("Written as batch {number}", session.language(), number=str(number))
    st.session_state[_STATE] = said
    return True


def draw_outcome(lang: str) -> None:
    """Say what the act before this run did."""
    outcome = st.session_state.pop(_STATE, None)
    if isinstance(outcome, KasipkorError):
        tell(outcome, lang)
    elif outcome:
        st.info(outcome, icon=":material/check_circle:")

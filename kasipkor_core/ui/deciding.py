"""Recording a decision from a page: who may, the reason, the outcome."""

import streamlit as st

from kasipkor_core import access
from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import text
from kasipkor_core.ui import acts
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

_DONE_STATE = "kasipkor_decided"
Choice = tuple[str, str, str]  # kind, subject, value


def draw_form(who: Visitor, choices: dict[str, Choice], *, label: str, button: str) -> None:
    """Draw what can be decided, the reason and the button.

    Args:
        who: The visitor; a role that may not decide is told so.
        choices: What a choice is called, and the decision it records; not empty.
        label: What is chosen.
        button: The verb of the button.
    """
    lang = who.lang
    if not access.may(who.role, "decide"):
        st.markdown(f":gray[{text('Only the chief expert and the jury may decide this.', lang)}]")
        return
    with st.container(border=True, key="decide"):
        names = list(choices)
        chosen = st.radio(label, names, key="decide_choice") if len(names) > 1 else names[0]
        decision = acts.Decision(*choices[chosen or names[0]]).look_ahead(who, key="decide")
        reason = st.text_input(
            text("Reason, with the names and votes of those who decided", lang), key="decide_reason"
        )
        st.button(
            button,
            type="primary",
            key="decide_now",
            disabled=not reason.strip(),
            on_click=_record,
            args=(decision, lang),
        )


def _record(decision: acts.Decision, lang: str) -> None:
    try:
        number = decision(st.session_state["decide_reason"])
    except KasipkorError as error:
        st.session_state[_DONE_STATE] = error
        return
    st.session_state["decide_reason"] = ""
    st.session_state[_DONE_STATE] = text(
        "Recorded as batch {number}. It can be undone on the page “Batches”.", lang, number=number
    )


def draw_outcome(lang: str) -> None:
    """Say what came of the decision that was just made."""
    outcome = st.session_state.pop(_DONE_STATE, None)
    if isinstance(outcome, KasipkorError):
        tell(outcome, lang)
    elif outcome:
        st.success(outcome, icon=":material/check:")

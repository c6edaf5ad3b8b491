"""Acts on the ledger from a page: a reason, one call of the store, and its sentence afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import text
from kasipkor_core.store import (
    Foreseen,
    append_decision,
    append_publication,
    foresee_decision,
    read_head,
)
from kasipkor_core.ui import session
from kasipkor_core.ui.ahead import draw_ahead
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

_STATE = "kasipkor_act"
Done = Callable[[str], int]
# decisions by hand that may move a place, an award, a seat, a start list or a paper, or rename
_CHANGING = frozenset(
    {"tie", "award", "exclude", "reopen", "ruleset", "person_merge", "person_split", "names"}
)


@dataclass(frozen=True)
class Decision:
    """A decision that is recorded with the reason it is called with.

    Attributes:
        kind: Kind of decision.
        subject: A contest, or ``contest/entry``.
        value: What is decided.
        approved: What it changes, as whoever decides has seen it; null: nobody looked.
    """

    kind: str
    subject: str
    value: str
    approved: Foreseen | None = None

    def __call__(self, reason: str) -> int:
        """Record it; return the batch."""
        who = session.look()
        return append_decision(
            session.store(),
            self.kind,
            subject=self.subject,
            value=self.value,
            reason=reason,
            approved=self.approved,
            reader=who.reader(),
            **who.signature(),
        )

    def look_ahead(self, who: Visitor, *, key: str) -> "Decision":
        """Draw what it changes where it can change a result; return it with what was approved."""
        if self.kind not in _CHANGING:
            return self
        approved = draw_ahead(
            lambda: foresee_decision(
                session.store(),
                self.kind,
                subject=self.subject,
                value=self.value,
                reader=who.reader(),
                actor_role=who.role,
                scope=who.scope,
            ),
            who,
            about=(self.kind, self.subject, self.value),
            key=key,
        )
        return replace(self, approved=approved)


def decide(kind: str, *, subject: str, value: str) -> Decision:
    """Return the act that records a decision; it takes the reason and gives the batch."""
    return Decision(kind, subject, value)


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
        if isinstance(act, Decision):
            act = act.look_ahead(session.look(), key=key)
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

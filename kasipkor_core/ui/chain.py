"""The chain: its head as people copy it by hand, the list of batches, and whether all holds."""

import dataclasses
from collections.abc import Sequence
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import access, documents
from kasipkor_core.i18n import Count, format_moment, format_number, format_stamp, text
from kasipkor_core.store import Problem, export_chain, verify
from kasipkor_core.ui import batches, reads, session, verdict
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
_GROUP = 4  # digits that people copy without an error
_SHORT = 2  # groups that are enough on paper when there is little room
_STATE = "kasipkor_verified"
_TALL = 16
_MOST = 20  # problems that are told


@dataclasses.dataclass(frozen=True)
class Verified:
    """What a verification found, and up to which batch it looked."""

    batch_no: int
    problems: tuple[Problem, ...]


def list_heads(who: Visitor) -> list[Row]:
    """Return the batches with their hashes, the newest first."""
    return reads.read("heads", who).to_pylist()


def group_hash(sha256: str) -> list[str]:
    """Return a hash in groups of four digits."""
    return [sha256[start : start + _GROUP] for start in range(0, len(sha256), _GROUP)]


def find_title(heads: Sequence[Row], lang: str) -> str:
    """Return the finding: the head in short."""
    if not heads:
        return text("Nothing has been written yet", lang)
    return text(
        "The head is batch {number}, {hash}…",
        lang,
        number=Count(heads[0]["batch_no"], lang),
        hash=" ".join(group_hash(heads[0]["sha256"])[:_SHORT]),
    )


def render_head(head: Row, lang: str) -> str:
    """Return number, moment and hash large enough to be copied by hand without an error."""
    groups = group_hash(head["sha256"])
    cells = "".join(
        f"<b>{group}</b>" if number < _SHORT else f"<span>{group}</span>"
        for number, group in enumerate(groups)
    )
    says = text("Hash of the chain", lang)
    return (
        '<div class="k-head" data-testid="chain_head"><div>'
        f"<p>{escape(text('Batch', lang))}</p>"
        f"<strong>{format_number(head['batch_no'], lang)}</strong>"
        f"<p>{escape(format_moment(head['at'], lang))}</p></div>"
        f'<code aria-label="{escape(says)}">{cells}</code></div>'
    )


def draw_head(head: Row, who: Visitor) -> None:
    """Draw the newest head and what to do with it."""
    lang = who.lang
    with st.container(border=True, height="stretch", key="chain_head"):
        st.html(render_head(head, lang))
        st.caption(
            text(
                "Write the number and the hash into the minutes; where there is little room, the "
                "number and the first eight digits. Whoever changes an earlier act afterwards "
                "changes every later hash, and the paper no longer agrees.",
                lang,
            )
        )
        st.download_button(
            text("Head as a page to sign (PDF)", lang),
            lambda: documents.write_head(head, lang),
            file_name=f"head-{head['batch_no']}.pdf",
            mime="application/pdf",
            icon=":material/print:",
            key="head_pdf",
            on_click="ignore",
        )


def may_prove(who: Visitor) -> bool:
    """Tell whether a visitor may verify and export the whole chain."""
    return access.may(who.role, "prove") and access.is_everywhere(who.role, who.scope)


def draw_verdict(who: Visitor) -> None:
    """Draw the button that verifies, and what was found."""
    lang = who.lang
    with st.container(border=True, height="stretch", key="chain_verdict"):
        if not may_prove(who):
            st.markdown(
                text(
                    "Administrators and auditors verify the ledger here and export the chain. "
                    "Anybody can check an export with a page of Python: docs/verify_ledger.py.",
                    lang,
                )
            )
            return
        found = st.session_state.get(_STATE)
        if found is not None:
            _draw_found(found, who)
        else:
            st.markdown(
                text(
                    "Recomputes the chain from the facts, the kept files and the totals, and "
                    "counts the contests that changed a second time with the other engine.",
                    lang,
                )
            )
        st.button(
            text("Verify now", lang),
            icon=":material/verified_user:",
            type="primary" if found is None else "secondary",
            key="verify",
            on_click=_verify,
        )


def _verify() -> None:
    who = session.look()
    if may_prove(who):
        problems = verify(session.store())
        st.session_state[_STATE] = Verified(who.as_of, tuple(problems))


def _draw_found(found: Verified, who: Visitor) -> None:
    lang = who.lang
    number = format_number(found.batch_no, lang)
    if not found.problems:
        st.success(
            text(
                "Everything holds up to batch {number}: the chain, the kept files, the totals, and "
                "both engines agree.",
                lang,
                number=number,
            ),
            icon=":material/verified:",
        )
    else:
        st.error(verdict.say_first(found.problems, lang), icon=":material/gpp_bad:")
        lines = [verdict.say(problem, lang) for problem in found.problems[:_MOST]]
        st.markdown("\n".join(f"- {line}" for line in lines))
    if found.batch_no < who.as_of:
        st.caption(text("Batches were written since; verify again.", lang))


def draw_list(heads: Sequence[Row], who: Visitor) -> None:
    """Draw the batches with their hashes; what was done only where the visitor sees it."""
    lang = who.lang
    sees_acts = any(row["kind"] for row in heads)
    table = pa.Table.from_pylist([_list_row(row, lang, sees_acts=sees_acts) for row in heads])
    column = st.column_config.TextColumn
    widths: dict[str, Any] = {
        "no": column("№", width=70, alignment="right"),
        "at": column(text("When", lang), width=136),
        "hash": column(text("Hash", lang), width=210),
        "what": column(text("What", lang), width=220),
        "who": column(text("Who", lang), width=170),
        "contest": column(text("Contest", lang), width=260),
        "why": column(text("Why", lang), width=260),
    }
    st.dataframe(
        table,
        hide_index=True,
        key="chain_table",
        height="content" if len(heads) <= _TALL else 35 * _TALL,
        width="stretch" if sees_acts else "content",
        column_config=widths,
    )


def _list_row(row: Row, lang: str, *, sees_acts: bool) -> dict[str, str]:
    groups = group_hash(row["sha256"])
    shown = {
        "no": format_number(row["batch_no"], lang),
        "at": format_stamp(row["at"]),
        "hash": f"{' '.join(groups[:_GROUP])}…",
    }
    if not sees_acts:
        return shown
    return shown | {
        "what": batches.what(row, lang) if row["kind"] else text("of another place", lang),
        "who": row["actor"] or "",
        "contest": row["contest"] or "",
        "why": row["reason"] or "",
    }


def draw_export(who: Visitor) -> None:
    """Offer the chain as a file for those who may prove it; it is made when pressed."""
    if not may_prove(who):
        return
    st.download_button(
        text("Export the chain", who.lang),
        lambda: "".join(export_chain(session.store(), as_of=who.as_of)).encode(),
        file_name=f"ledger-{who.as_of}.jsonl",
        mime="application/x-ndjson",
        icon=":material/download:",
        key="chain_export",
        on_click="ignore",
        help=text("docs/verify_ledger.py checks this file with nothing but Python.", who.lang),
    )

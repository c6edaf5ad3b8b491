"""Electronic signatures of a contest's documents: those attached, and attaching one."""

from html import escape

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from kasipkor_core import access, documents
from kasipkor_core.documents import phrases
from kasipkor_core.i18n import format_stamp, text
from kasipkor_core.ui import acts, session
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.papers import Row
from kasipkor_core.ui.session import Visitor

_BADGES = {"holds": ("✓", "k-grey"), "unsure": ("?", "k-wait"), "broken": ("✕", "k-wait")}


def draw_signatures(who: Visitor, contest_no: int, issued: list[Row]) -> None:
    """Draw the signatures attached to the documents of a contest, and the way to attach one.

    Args:
        who: The visitor; numbers of persons are whole for those who may see originals.
        contest_no: Physical key of the contest.
        issued: Its documents.
    """
    attached = documents.list_attached(session.store(), contest_no)
    is_offered = access.may(who.role, "decide")
    if attached or is_offered:
        section(text("Electronic signatures", who.lang))
    if attached:
        whole = access.may(who.role, "see_originals")
        shown = attached if whole else [one.hide() for one in attached]
        st.html(render_signatures(shown, issued, who.lang))
        st.caption(text(documents.ASKED, who.lang))
    if is_offered:
        _draw_form(issued, who.lang)


def render_signatures(attached: list[documents.Attached], issued: list[Row], lang: str) -> str:
    """Return the attached signatures as HTML, a row for each who signed."""
    papers = {row["document"]: row for row in issued}
    columns = [
        ("kind", text("Document", lang)),
        ("state", text("State", lang)),
        ("person", text("Signed by", lang)),
        ("dates", text("When", lang)),
        ("act", text("File", lang)),
        ("act", text("Certificate", lang)),
        ("act", text("Issuer", lang)),
    ]
    body = [
        [("kind", escape(_name_paper(papers[one.document], lang))), *cells]
        for one in attached
        for cells in _render_signers(one, lang)
    ]
    label = text("Electronic signatures", lang)
    return render_table(
        columns, body, label=label, testid="signatures", is_sparse=True, leads="kind"
    )


def _render_signers(attached: documents.Attached, lang: str) -> list[list[tuple[str, str]]]:
    if not attached.signers:
        gone = ("state", escape(text(documents.GONE, lang)))
        return [[gone, *[("act", "–")] * 5]]
    rows = []
    for signer in attached.signers:
        said = (escape(words) for _, words in documents.describe_signer(signer, lang))
        person, _, *rest = said
        rows.append(
            [
                ("state", _render_standing(signer, lang)),
                ("person", person),
                ("dates", format_stamp(signer.signed_at) or "–"),
                *(("act", words) for words in rest),
            ]
        )
    return rows


def _render_standing(signer: documents.Signer, lang: str) -> str:
    standing = documents.find_standing(signer)
    sign, kind = _BADGES[standing]
    words = escape(text(documents.SIGNED_WORDS[standing], lang))
    return f'<span class="k-badge {kind}">{sign} {words}</span>'


def _draw_form(issued: list[Row], lang: str) -> None:
    papers = {row["document"]: row for row in issued if row["status"] == "valid"}
    if not papers:
        return
    with st.popover(text("Attach an electronic signature", lang), icon=":material/signature:"):
        st.markdown(
            text(
                "Download the document, sign exactly that file with a detached signature (CMS), "
                "and choose here what the signing program wrote: .p7s, .cms or .sig.",
                lang,
            )
        )
        number = st.selectbox(
            text("Document", lang),
            list(papers),
            format_func=lambda one: _name_paper(papers[one], lang),
            key="signed_document",
        )
        file = st.file_uploader(text("Signature file", lang), key="signed_file")
        st.button(
            text("Attach", lang),
            type="primary",
            key="attach_now",
            disabled=file is None,
            on_click=_attach,
            args=(number, file),
        )


def _attach(number: str, file: UploadedFile) -> None:
    acts.keep_outcome(
        lambda: documents.attach_signature(
            session.store(),
            number,
            file.getvalue(),
            file_name=file.name,
            **session.look().signature(),
        )
    )


def _name_paper(row: Row, lang: str) -> str:
    kind, holder = phrases.title(row["kind"], lang), row["name"] or row["entry"]
    parts = (kind, holder, documents.spread_number(row["document"]))
    return " · ".join(part for part in parts if part)

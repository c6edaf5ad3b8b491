"""Documents of a contest: what can be issued, what is issued, and what no longer holds."""

from collections import Counter
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import documents, words
from kasipkor_core.documents import phrases
from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import Count, format_date, mark, ntext, text
from kasipkor_core.ui import choice, filters, reads, session
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.lists import LISTS_ALONE
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

Row = dict[str, Any]
MOST = 60  # documents in the table
STATES = {
    "valid": mark("Valid"),
    "superseded": mark("Superseded"),
    "revoked": mark("Revoked"),
}
_SIGNS = {"valid": ("✓", "k-grey"), "superseded": ("◆", "k-wait"), "revoked": ("✕", "k-grey")}
_OUTCOME = "kasipkor_issued"


def list_contests(who: Visitor) -> list[Row]:
    """Return the contests of the filters that have papers: final, newest season and act first."""
    rows = [
        row
        for row in filters.matching(who)
        if not row["is_archive"] and (row["is_final"] or row["programme"] not in LISTS_ALONE)
    ]

    def newest(row: Row) -> tuple[bool, int, int, str]:
        act = row["updated_batch_no"] or 0
        return not row["is_final"], -row["season"], -act, row["contest"]

    return sorted(rows, key=newest)


def list_due(issuable: list[Row], issued: list[Row], lang: str) -> list[Row]:
    """Return what can be issued and has no valid document in a language."""
    valid = {
        (row["kind"], row["entry_no"])
        for row in issued
        if row["status"] == "valid" and row["lang"] == lang
    }
    return [row for row in issuable if (row["kind"], row["entry_no"]) not in valid]


def find_title(
    contest: Row, issuable: list[Row], issued: list[Row], before: list[str], lang: str
) -> str:
    """Return the finding: what no longer holds, else what is to be issued or printed."""
    stale = sum(row["status"] == "superseded" for row in issued)
    if stale:
        return ntext(
            "{n} document no longer says what the result says",
            "{n} documents no longer say what the result says",
            stale,
            lang,
        )
    if not contest["is_final"]:
        return (
            text("The papers before the contest can be printed", lang)
            if before
            else text("No result is final yet", lang)
        )
    if not issuable:
        return text("The lists of this contest can be printed", lang)
    due = list_due(issuable, issued, lang)
    if due:
        return ntext("{n} document can be issued", "{n} documents can be issued", len(due), lang)
    return ntext("{n} document is valid", "All {n} documents are valid", len(issuable), lang)


def render_kinds(issuable: list[Row], issued: list[Row], lang: str) -> str:
    """Return a row for each kind: how many can be issued and how many are, by state."""
    columns = [
        ("kind", text("Document", lang)),
        ("points", text("By the result", lang)),
        *(("points", text(word, lang)) for word in STATES.values()),
    ]
    can = Counter(row["kind"] for row in issuable)
    done = Counter((row["kind"], row["status"]) for row in issued)
    body = [
        [
            ("kind", escape(phrases.title(kind, lang))),
            ("points", str(Count(can[kind], lang))),
            *(
                ("points", f"{Count(done[kind, state], lang)}" if done[kind, state] else "–")
                for state in STATES
            ),
        ]
        for kind in documents.KINDS
        if can[kind] or any(done[kind, state] for state in STATES)
    ]
    return render_table(columns, body, label=text("Documents", lang), testid="paper_kinds")


def render_issued(rows: list[Row], lang: str) -> str:
    """Return the issued documents as HTML, the newest first."""
    columns = [
        ("person", text("Holder", lang)),
        ("kind", text("Document", lang)),
        ("state", text("State", lang)),
        ("lang", text("Language", lang)),
        ("number", text("Number", lang)),
        ("dates", text("Issued", lang)),
    ]
    body = [
        [
            ("person", escape(row["name"] or row["entry"] or text("The contest", lang))),
            ("kind", escape(phrases.title(row["kind"], lang))),
            ("state", _render_state(row["status"], lang)),
            ("lang", words.LANGUAGES[row["lang"]]),
            ("number", f"<code>{documents.spread_number(row['document'])}</code>"),
            ("dates", escape(format_date(row["issued_on"], lang, year=True))),
        ]
        for row in rows
    ]
    return render_table(
        columns, body, label=text("Documents", lang), testid="papers", leads="person"
    )


def _render_state(state: str, lang: str) -> str:
    sign, kind = _SIGNS[state]
    return f'<span class="k-badge {kind}">{sign} {escape(text(STATES[state], lang))}</span>'


def draw_issuing(who: Visitor, contest: Row, issuable: list[Row], issued: list[Row]) -> None:
    """Draw the language, the kinds and the one button; issue when it is pressed."""
    lang = who.lang
    with st.container(border=True, key="issuing"):
        wanted = choice.segments("paper_lang", _order(lang), label=text("Language", lang))
        due = Counter(row["kind"] for row in list_due(issuable, issued, wanted))
        kinds = [kind for kind in documents.KINDS if due[kind]]
        if not kinds:
            st.markdown(text("In this language everything is issued and valid.", lang))
            return
        chosen = st.pills(
            text("Documents", lang),
            kinds,
            selection_mode="multi",
            default=kinds,
            format_func=lambda kind: f"{phrases.title(kind, lang)} · {due[kind]}",
            key=f"paper_kinds_{contest['contest_no']}_{wanted}",
            label_visibility="collapsed",
        )
        number = sum(due[kind] for kind in chosen)
        label = ntext("Issue {n} document", "Issue {n} documents", number, lang)
        if st.button(label, type="primary", key="issue_now", disabled=not number):
            _issue(contest["contest"], chosen, wanted, lang)


def _issue(contest: str, kinds: list[str], paper_lang: str, lang: str) -> None:
    bar = st.progress(0.0)
    try:
        issued = documents.issue(
            session.store(),
            contest,
            kinds=kinds,
            lang=paper_lang,
            **session.look().signature(),
            tell=lambda number, of: bar.progress(number / of),
        )
    except KasipkorError as error:
        st.session_state[_OUTCOME] = error
    else:
        st.session_state[_OUTCOME] = ntext(
            "{n} document was issued as batch {number}",
            "{n} documents were issued as batch {number}",
            len(issued.papers),
            lang,
            number=str(issued.batch_no),
        )
    st.rerun()


def draw_outcome(lang: str) -> None:
    """Say what the issue before this run did."""
    outcome = st.session_state.pop(_OUTCOME, None)
    if isinstance(outcome, KasipkorError):
        tell(outcome, lang)
    elif outcome:
        st.info(outcome, icon=":material/check_circle:")


def draw_downloads(contest: Row, issued: list[Row], lang: str) -> None:
    """Offer the valid documents: one PDF a kind and language, and a zip by person."""
    valid = [row for row in issued if row["status"] == "valid"]
    with st.popover(text("Download", lang), icon=":material/download:", key="papers_download"):
        st.download_button(
            text("All, by person (ZIP)", lang),
            lambda: _pack(valid),
            file_name=f"{contest['contest']}.zip",
            mime="application/zip",
            key="papers_zip",
            on_click="ignore",
            icon=":material/folder_zip:",
            width="stretch",
        )
        for kind, language in dict.fromkeys((row["kind"], row["lang"]) for row in valid):
            rows = [row for row in valid if (row["kind"], row["lang"]) == (kind, language)]
            st.download_button(
                f"{phrases.title(kind, lang)} · {words.LANGUAGES[language]} (PDF)",
                partial(_merge, rows),
                file_name=f"{contest['contest']}-{kind}-{language}.pdf",
                mime="application/pdf",
                key=f"papers_{kind}_{language}",
                on_click="ignore",
                icon=":material/picture_as_pdf:",
                width="stretch",
            )


def _pack(rows: list[Row]) -> bytes:
    papers = documents.reprint(session.store(), rows)
    attached = documents.list_attached(session.store(), rows[0]["contest_no"])
    return documents.pack(papers, documents.set_files(papers), attached)


def _merge(rows: list[Row]) -> bytes:
    (data,) = documents.merge(documents.reprint(session.store(), rows)).values()
    return data


def _order(lang: str) -> dict[str, str]:
    """Return the languages, the reader's own first."""
    return {lang: words.LANGUAGES[lang], **words.LANGUAGES}


def read_both(who: Visitor, contest: Row) -> tuple[list[Row], list[Row]]:
    """Return what can be issued about a contest, nothing before it is final, and what is issued."""
    names = ("documents", *(["issuable"] if contest["is_final"] else []))
    found = reads.read_beside(names, who, contest_no=contest["contest_no"])
    issuable = found.get("issuable")
    return issuable.to_pylist() if issuable else [], found["documents"].to_pylist()

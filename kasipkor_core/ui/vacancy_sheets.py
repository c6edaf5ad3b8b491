"""One vacancy in detail: criteria side by side, the thirteen documents, other readings."""

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from kasipkor_core.charts.vacancies import PROPOSAL_WORDS
from kasipkor_core.i18n import format_date, format_number, mark, text
from kasipkor_core.ui import reads, vacancies
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import empty
from kasipkor_core.ui.session import Visitor

PARTS = {
    "points": mark("Points by criterion"),
    "documents": mark("Documents"),
    "readings": mark("Other readings"),
}
_STATES = {
    "present": mark("there"),
    "absent": mark("not there"),
    "not_applicable": mark("not asked for"),
}


def draw_points(who: Visitor, contest_no: int) -> None:
    """Draw every sheet with its candidates side by side."""
    answers = reads.read("vacancy_answers", who, contest_no=contest_no).to_pylist()
    ranking = vacancies.read_candidates(who, contest_no).to_pylist()
    if not answers:
        empty(text("No criterion is answered yet. Upload the candidates' sheet.", who.lang))
    for form in sorted({row["form"] for row in answers}):
        people = [row for row in ranking if row["form"] == form]
        st.html(
            render_sheet([row for row in answers if row["form"] == form], people, form, who.lang)
        )


def render_sheet(
    answers: list[dict[str, Any]], people: list[dict[str, Any]], form: int, lang: str
) -> str:
    """Return one sheet as HTML: a row a criterion, a column a candidate, claimed and verified.

    Args:
        answers: ``mart.vacancy_answers`` of the sheet.
        people: ``mart.vacancy_ranking`` of its candidates, best first.
        form: 17 or 18.
        lang: kk, ru or en.
    """
    cells = {(row["criterion"], row["entry_no"]): row for row in answers}
    criteria = list({row["criterion"]: row for row in answers}.values())
    criteria.sort(key=lambda row: row["ord"])
    title = text("Sheet {form}", lang, form=str(form))
    columns = [
        ("criterion", title),
        ("cap", text("At most", lang)),
        *(("person", _person_head(row)) for row in people),
    ]
    body = [
        [
            ("criterion", _criterion(row)),
            ("cap", _cap(row["max_points"], lang)),
            *(
                ("person", render_answer(cells.get((row["criterion"], one["entry_no"])), lang))
                for one in people
            ),
        ]
        for row in criteria
    ]
    body += [_totals(people, lang), _proposals(people, lang)]
    return render_table(columns, body, label=title, testid=f"sheet_{form}")


def _person_head(row: dict[str, Any]) -> str:
    if row["place"] is None:
        return str(row["candidate"])
    return f"{row['place']}{' =' if row['is_tied'] else '.'} {row['candidate']}"


def _criterion(row: dict[str, Any]) -> str:
    return (
        f"{row['ord']}. {escape(row['criterion_name'])}"
        f'<br><span class="k-guest">{escape(row["rule_text"] or "")} · {row["rule"]}</span>'
    )


def _cap(points: Any, lang: str) -> str:  # noqa: ANN401  a decimal or nothing
    return text("no cap", lang) if points is None else format_number(points, lang, 1)


def render_answer(row: dict[str, Any] | None, lang: str) -> str:
    """Return claimed and verified points of one criterion, with what they came from."""
    if row is None or row["status"] == "unanswered":
        return f'<span class="k-missed">{escape(text("not answered", lang))}</span>'
    named = row["option_names"]
    under = f'<br><span class="k-guest">{escape(named)}</span>' if named else ""
    if row["status"] == "waiting":
        says = text("claimed {n}, not verified", lang, n=format_number(row["claimed"], lang, 1))
        return f'<span class="k-missed">{escape(says)}</span>{under}'
    verified = f"<b>{format_number(row['verified'], lang, 1)}</b>"
    if row["status"] == "lowered":
        was = format_number(row["claimed"], lang, 1)
        verified += f' <span class="k-guest">{escape(text("of {n} claimed", lang, n=was))}</span>'
    if row["max_points"] is not None and row["verified"] == row["max_points"]:
        verified += f' <span class="k-badge k-grey">{escape(text("cap", lang))}</span>'
    return verified + under


def _totals(people: list[dict[str, Any]], lang: str) -> list[tuple[str, str]]:
    cells = [
        f"<b>{format_number(row['verified'], lang, 1) or '–'}</b> "
        f'<span class="k-guest">{escape(_claimed(row, lang))}</span>'
        for row in people
    ]
    head = f"<b>{escape(text('In all', lang))}</b>"
    return [("criterion", head), ("cap", ""), *(("person", cell) for cell in cells)]


def _claimed(row: dict[str, Any], lang: str) -> str:
    return text("of {n} claimed", lang, n=format_number(row["claimed"], lang, 1) or "–")


def _proposals(people: list[dict[str, Any]], lang: str) -> list[tuple[str, str]]:
    cells = [vacancies.render_proposal(row["proposal"], lang) for row in people]
    head = f"<b>{escape(text('Proposal', lang))}</b>"
    return [("criterion", head), ("cap", ""), *(("person", cell) for cell in cells)]


def draw_documents(who: Visitor, contest_no: int) -> None:
    """Draw the thirteen documents of every candidate."""
    papers = reads.read("vacancy_documents", who, contest_no=contest_no).to_pylist()
    people = vacancies.read_candidates(who, contest_no).to_pylist()
    if not papers:
        empty(text("No document is entered yet. Upload the candidates' sheet.", who.lang))
        return
    st.html(render_documents(papers, people, who.lang))


def render_documents(papers: list[dict[str, Any]], people: list[dict[str, Any]], lang: str) -> str:
    """Return the documents as HTML: a row a document, a column a candidate."""
    cells = {(row["no"], row["entry_no"]): row for row in papers}
    names = {row["no"]: row["document_name"] for row in papers}
    columns = [
        ("criterion", text("Document", lang)),
        *(("person", row["candidate"]) for row in people),
    ]
    body = [
        [
            ("criterion", f"{number}. {escape(name)}"),
            *(
                ("person", render_paper(cells.get((number, one["entry_no"])), lang))
                for one in people
            ),
        ]
        for number, name in sorted(names.items())
    ]
    return render_table(columns, body, label=text("Documents", lang), testid="documents")


def render_paper(row: dict[str, Any] | None, lang: str) -> str:
    """Return the state of one document in words with its sign; what is missing stands out."""
    if row is None or row["state"] is None:
        return f'<span class="k-guest">{escape(text("not entered", lang))}</span>'
    if row["is_missing"]:
        return f'<span class="k-missed">◆ {escape(text("missing", lang))}</span>'
    word = escape(text(_STATES.get(row["state"], row["state"]), lang))
    if row["is_late"]:
        late = text("late, {day}", lang, day=format_date(row["received_on"], lang))
        return f'<span class="k-missed">◆ {escape(late)}</span>'
    if row["state"] != "present":
        return f'<span class="k-guest">– {word}</span>'
    day = format_date(row["received_on"], lang)
    return f"● {word} <span class='k-guest'>{escape(day)}</span>"


def draw_readings(who: Visitor, post: dict[str, Any]) -> None:
    """Draw what each other reading of the text would change, and say how many change nothing."""
    lang = who.lang
    rows = reads.read("vacancy_readings", who, contest_no=post["contest_no"]).to_pylist()
    changes = list_changes(rows, post, lang)
    idle = len({(row["reading"], row["other"]) for row in rows}) - len(changes)
    if changes:
        st.html(render_changes(changes, lang))
    says = text("Other readings that would change nothing here: {n}", lang, n=idle)
    open_ = {row["reading"] for row in rows if not row["is_confirmed"]}
    st.html(f'<p class="k-rule">{escape(says)}</p>')
    if open_:
        awaits = text(
            "Not confirmed by the commission: {readings}", lang, readings=", ".join(sorted(open_))
        )
        st.html(f'<p class="k-cautions"><span class="k-badge k-wait">◐ {escape(awaits)}</span></p>')


def list_changes(
    rows: Sequence[dict[str, Any]], post: dict[str, Any], lang: str
) -> list[dict[str, Any]]:
    """Return the readings that change something, each with what it changes, in sentences."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        said = tell_changes(row, lang)
        if row["other_last_day"] != post["last_day"]:
            day = format_date(row["other_last_day"], lang)
            said.insert(0, text("accepted until {day}", lang, day=day))
        for line in said:
            key = (row["reading"], row["other"])
            kept = found.setdefault(key, {**row, "says": []})
            if line not in kept["says"]:
                kept["says"].append(line)
    return list(found.values())


def tell_changes(row: dict[str, Any], lang: str) -> list[str]:
    """Return what another reading changes for one candidate."""
    said, name = [], row["candidate"]
    if row["verified"] != row["other_verified"]:
        said.append(
            text(
                "{name}: {was} → {other} points",
                lang,
                name=name,
                was=format_number(row["verified"], lang, 1) or "–",
                other=format_number(row["other_verified"], lang, 1) or "–",
            )
        )
    if row["place"] != row["other_place"]:
        said.append(
            text(
                "{name}: place {was} → {other}",
                lang,
                name=name,
                was=str(row["place"] or "–"),
                other=str(row["other_place"] or "–"),
            )
        )
    if row["is_proposal_changed"]:
        word = text(PROPOSAL_WORDS[row["other_proposal"]], lang)
        said.append(text("{name}: {proposal}", lang, name=name, proposal=word.lower()))
    return said


def render_changes(changes: list[dict[str, Any]], lang: str) -> str:
    """Return the readings that change something as HTML."""
    columns = [
        ("reading", text("Open question", lang)),
        ("decision", text("State", lang)),
        ("criterion", text("What the other reading changes", lang)),
    ]
    body = [
        [
            ("reading", _question(row)),
            ("decision", render_confirmed(row["is_confirmed"], lang)),
            ("criterion", "<br>".join(escape(line) for line in row["says"])),
        ]
        for row in changes
    ]
    return render_table(columns, body, label=text("Other readings", lang), testid="readings")


def _question(row: dict[str, Any]) -> str:
    codes = f"{row['reading']} · {row['key']}: {row['value']} → {row['other']}"
    return f'{escape(row["question"])}<br><span class="k-guest">{escape(codes)}</span>'


def render_confirmed(is_confirmed: bool, lang: str) -> str:  # noqa: FBT001
    """Return whether the reading that holds was confirmed, as a word in a pill."""
    if is_confirmed:
        return f'<span class="k-badge k-grey">✓ {escape(text("confirmed", lang))}</span>'
    return f'<span class="k-badge k-wait">◐ {escape(text("not confirmed", lang))}</span>'

"""Applications (Annex 1): the form, its receipt, and what became of those that came."""

import datetime as dt
from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import access
from kasipkor_core.i18n import ZONE, format_date, format_stamp, ntext, text
from kasipkor_core.ui import reads, screen_sheet, session
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import empty
from kasipkor_core.ui.screen_sheet import Outcome, ScreenSheet
from kasipkor_core.ui.session import Visitor

_KEY = "application"
_RECEIVED = "received_on"
_MOST_ROWS = 200


def list_fields(who: Visitor) -> list[dict[str, Any]]:
    """Return the fields of the form in their order; the office gives the number itself."""
    rows = reads.read("form_fields", who).to_pylist()
    return [row for row in rows if row["field"] != "no"]


def list_missing(fields: list[dict[str, Any]], values: dict[str, Any]) -> list[str]:
    """Return what the required fields that are empty are called (BP-05)."""
    return [
        field["label"]
        for field in fields
        if field["is_required"] and not str(values.get(field["field"]) or "").strip()
    ]


def make_sheet(fields: list[dict[str, Any]], values: dict[str, Any], today: dt.date) -> ScreenSheet:
    """Return the sheet of one application, received today."""
    names = [field["field"] for field in fields]
    row = [_write(values.get(name)) for name in names]
    return ScreenSheet(
        kind="participants",
        name=f"application-form-{today.isoformat()}.csv",
        header=(*names, _RECEIVED),
        rows=screen_sheet.list_rows([[*row, today.isoformat()]]),
    )


def _write(value: object) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).strip() if value is not None else None


def say_deadline(fields: list[dict[str, Any]], today: dt.date, lang: str) -> str:
    """Return the deadline of the form, and whether it has passed (BP-03)."""
    due = fields[0]["due_on"] if fields else None
    if due is None:
        return text("No deadline is set.", lang)
    last = due if fields[0]["is_due_inclusive"] else due - dt.timedelta(days=1)
    day = format_date(last, lang, year=True)
    if today > last:
        return text(
            "The deadline was {day}. A later application is kept and marked as late.", lang, day=day
        )
    return text("Applications are taken until the end of {day}.", lang, day=day)


def draw_form(who: Visitor) -> None:
    """Draw the form; what is missing is said when it is sent."""
    lang, fields = who.lang, list_fields(who)
    today = dt.datetime.now(ZONE).date()
    if not access.may(who.role, "apply"):
        empty(text("Your role may not apply. Ask the organiser of your region.", lang))
        return
    if not fields:
        empty(text("No ruleset has a form of application.", lang))
        return
    st.markdown(f":gray[{say_deadline(fields, today, lang)}]")
    _draw_outcome(who)
    with st.form(_KEY, clear_on_submit=False, width=720):
        values = {field["field"]: _draw_field(field, lang) for field in fields}
        if st.form_submit_button(text("Send the application", lang), type="primary"):
            _send(fields, values, today)


def _draw_field(field: dict[str, Any], lang: str) -> Any:  # noqa: ANN401  what the widget gives
    label = field["label"] + ("" if field["is_required"] else f" ({text('may be empty', lang)})")
    key = f"{_KEY}_{field['field']}"
    match field["type"]:
        case "region":
            names = reads.region_names(lang)
            return _draw_list(label, list(names), names, key, lang)
        case "industry":
            names = reads.industry_names(lang)
            return _draw_list(label, list(names), names, key, lang)
        case "boolean":
            return st.checkbox(label, key=key)
    return st.text_input(label, key=key, autocomplete=_COMPLETES.get(field["type"], "on"))


_COMPLETES = {"email": "email", "phones": "tel"}


def _draw_list(label: str, codes: list[str], names: dict[str, str], key: str, lang: str) -> Any:  # noqa: ANN401
    return st.selectbox(
        label,
        codes,
        index=None,
        format_func=names.__getitem__,
        placeholder=text("Choose", lang),
        key=key,
    )


def _send(fields: list[dict[str, Any]], values: dict[str, Any], today: dt.date) -> None:
    missing = list_missing(fields, values)
    st.session_state[f"{_KEY}_missing"] = missing
    if not missing:
        outcome = screen_sheet.write(make_sheet(fields, values, today))
        screen_sheet.keep(_KEY, outcome)
        if outcome.receipt is not None:
            session.begin_run()
            for field in fields:
                st.session_state.pop(f"{_KEY}_{field['field']}", None)
    st.rerun()


def _draw_outcome(who: Visitor) -> None:
    """Say what is missing, what the checks found, or the number of the receipt."""
    lang = who.lang
    missing = st.session_state.pop(f"{_KEY}_missing", None)
    if missing:
        names = ", ".join(f"“{name}”" for name in missing)
        st.error(
            text("Not sent: {names} must be filled in.", lang, names=names),
            icon=":material/error:",
        )
    outcome: Outcome | None = screen_sheet.take(_KEY)
    if outcome is None:
        return
    if outcome.receipt is not None:
        number = f"{outcome.receipt.batch_no}-1"
        st.info(
            text("The application is received. Receipt number: {number}", lang, number=number),
            icon=":material/check_circle:",
        )
    screen_sheet.draw_findings(outcome, lang)


def find_title(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the finding: how many applications came, how many are late, how many incomplete."""
    if not rows:
        return text("No application has come yet", lang)
    late = sum(row["status"] == "late" for row in rows)
    bad = sum(row["status"] == "incomplete" for row in rows)
    if late and bad:
        return ntext(
            "{n} application, {late} late, {bad} incomplete",
            "{n} applications, {late} late, {bad} incomplete",
            len(rows),
            lang,
            late=late,
            bad=bad,
        )
    if late:
        return ntext(
            "{n} application, {late} late",
            "{n} applications, {late} late",
            len(rows),
            lang,
            late=late,
        )
    if not bad:
        return ntext(
            "{n} application, all complete", "{n} applications, all complete", len(rows), lang
        )
    return ntext(
        "{n} application, {bad} incomplete",
        "{n} applications, {bad} incomplete",
        len(rows),
        lang,
        bad=bad,
    )


def list_applications(who: Visitor) -> list[dict[str, Any]]:
    """Return the applications of the chosen region, the newest first."""
    rows = reads.read("applications", who).to_pylist()
    return [row for row in rows if who.chosen("region") in (None, row["region"])]


def draw_applications(rows: list[dict[str, Any]], fields: list[dict[str, Any]], lang: str) -> None:
    """Draw the applications with receipt and status."""
    if not rows:
        empty(text("Fill in the form, or upload a sheet of applications.", lang))
        return
    labels = {field["field"]: field["label"] for field in fields}
    st.html(render_applications(rows[:_MOST_ROWS], labels, lang))


def render_applications(rows: list[dict[str, Any]], labels: dict[str, str], lang: str) -> str:
    """Return the applications as HTML: receipt, who, for what, status."""
    columns = [
        ("receipt", text("Receipt", lang)),
        ("person", text("Participant", lang)),
        ("state", text("State", lang)),
        ("contest", text("Profession", lang)),
        ("region", text("Region", lang)),
        ("at", text("When", lang)),
    ]
    body = [
        [
            ("receipt", f"<b>{escape(row['receipt'])}</b>"),
            ("person", escape(row["name"] or text("(erased)", lang))),
            ("state", escape(say_status(row, labels, lang))),
            ("contest", _profession(row)),
            ("region", escape(reads.region_name(row["region"], lang))),
            ("at", escape(_received(row, lang))),
        ]
        for row in rows
    ]
    return render_table(
        columns, body, label=text("Applications", lang), testid="applications", leads="person"
    )


def _received(row: dict[str, Any], lang: str) -> str:
    """Return the day the sheet tells, or else the moment the application was written here."""
    day = row["received_on"]
    return format_date(day, lang, year=True) if day else format_stamp(row["received_at"])


def _profession(row: dict[str, Any]) -> str:
    below = escape(row["organisation"])
    return f'{escape(row["profession"])}<span class="k-under">{below}</span>'


def say_status(row: dict[str, Any], labels: dict[str, str], lang: str) -> str:
    """Return what became of an application: complete, too late, or what it lacks."""
    if row["status"] == "late":
        days = {name: format_date(row[name], lang, year=True) for name in ("received_on", "due_on")}
        return text("◑ late, not registered: came on {received_on}, due {due_on}", lang, **days)
    if row["is_complete"]:
        return text("● complete", lang)
    names = ", ".join(labels.get(name, name) for name in row["missing"])
    return text("○ lacks: {names}", lang, names=names)

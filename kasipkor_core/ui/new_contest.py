"""A new contest from a form: a sheet of contests with one row, on the way of every upload."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import streamlit as st

from kasipkor_core import rulesets, words
from kasipkor_core.i18n import sort_key, text
from kasipkor_core.ui import reads, screen_sheet, session
from kasipkor_core.ui.screen_sheet import Outcome, ScreenSheet
from kasipkor_core.ui.session import Visitor

HEADER = (
    "programme",
    "season",
    "level",
    "region",
    "organisation",
    "stream",
    "unit",
    "ruleset",
    "starts_on",
    "ends_on",
    "host",
    "max_entries",
)
_KEY = "new_contest"
_LEVELS_WITH_REGION = ("college", "oblast")
_OF_FIELDS = ("starts_on", "ends_on")


def make_sheet(values: dict[str, Any]) -> ScreenSheet:
    """Return the sheet of one contest; what is not given is an empty cell.

    Args:
        values: By field; a region only where the level has one, an organisation at a college.
    """
    given = dict(values)
    if given.get("level") not in _LEVELS_WITH_REGION:
        given["region"] = None
    if given.get("level") != "college":
        given["organisation"] = None
    row = [_write(given.get(name)) for name in HEADER]
    return ScreenSheet("contests", "contest-form.csv", HEADER, screen_sheet.list_rows([row]))


def _write(value: object) -> str | None:
    if value is None or value == "":
        return None
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def draw_button(who: Visitor) -> None:
    """Draw the button that opens the form."""
    if st.button(text("New contest", who.lang), icon=":material/add:", key=f"{_KEY}_open"):
        st.dialog(text("New contest", who.lang), width="large")(_draw_form)(who)


def _draw_form(who: Visitor) -> None:
    lang, known = who.lang, reads.list_contests(who)
    values: dict[str, Any] = {}
    left, right = st.columns(2)
    with left:
        values["programme"] = _words("programme", text("Programme", lang), words.PROGRAMMES, lang)
        values["level"] = _words("level", text("Level", lang), words.LEVELS, lang)
        values["season"] = st.number_input(
            text("Season: the year in which it begins", lang),
            min_value=1950,
            max_value=2100,
            value=dt.datetime.now(dt.UTC).year,
            key=f"{_KEY}_season",
        )
        values["unit"] = _unit(known, values["programme"], lang)
        values["ruleset"] = _ruleset(values["programme"], lang)
        values["stream"] = _words(
            "stream", text("Stream", lang), words.STREAMS, lang, may_be_empty=True
        )
    with right:
        names = reads.region_names(lang)
        if values["level"] in _LEVELS_WITH_REGION:
            values["region"] = _words("region", text("Region", lang), names, lang)
        if values["level"] == "college":
            values["organisation"] = st.text_input(
                text("Organisation", lang), key=f"{_KEY}_organisation"
            )
        values["host"] = _words("host", text("Host", lang), names, lang, may_be_empty=True)
        for name, label in zip(
            _OF_FIELDS, (text("First day", lang), text("Last day", lang)), strict=True
        ):
            values[name] = st.date_input(label, None, key=f"{_KEY}_{name}", format="DD.MM.YYYY")
        values["max_entries"] = st.number_input(
            text("Entries, at most", lang), min_value=1, value=None, key=f"{_KEY}_max_entries"
        )
    _draw_check(make_sheet(values), lang)


def _draw_check(sheet: ScreenSheet, lang: str) -> None:
    """Show what the checks say of the form as it stands, and write it when they let it through."""
    outcome = screen_sheet.check(sheet)
    screen_sheet.draw_findings(outcome, lang)
    if st.button(
        text("Write the contest", lang),
        type="primary",
        key=f"{_KEY}_write",
        disabled=not outcome.is_clean,
    ):
        written = screen_sheet.write(sheet)
        screen_sheet.keep(_KEY, written)
        if written.receipt is not None:
            session.begin_run()
        st.rerun()


def draw_outcome(lang: str) -> None:
    """Say what became of the form of the run before."""
    outcome: Outcome | None = screen_sheet.take(_KEY)
    if outcome is None:
        return
    if outcome.receipt is not None:
        number = str(outcome.receipt.batch_no)
        said = text("Written as batch {number}", lang, number=number)
        st.info(said, icon=":material/check_circle:")
    screen_sheet.draw_findings(outcome, lang)


def _words(
    name: str, label: str, table: dict[str, str], lang: str, *, may_be_empty: bool = False
) -> str | None:
    options = list(table)
    return st.selectbox(
        label,
        options,
        index=None if may_be_empty else 0,
        format_func=lambda code: words.word(table, code, lang),
        placeholder=text("none", lang),
        key=f"{_KEY}_{name}",
    )


def _unit(known: Sequence[dict[str, Any]], programme: str | None, lang: str) -> str | None:
    """Draw the unit: one of those known from other contests, or what is typed."""
    units = {
        row["unit"]: row["unit_name"]
        for row in known
        if row["unit"] and row["programme"] == programme
    }
    return st.selectbox(
        text("Skill, industry or profession", lang),
        sorted(units, key=lambda code: sort_key(str(units[code]))),
        index=None,
        format_func=lambda code: f"{units.get(code, code)} · {code}" if code in units else code,
        accept_new_options=True,
        placeholder=text("Choose or type", lang),
        key=f"{_KEY}_unit",
    )


def _ruleset(programme: str | None, lang: str) -> str | None:
    names = [one.ruleset for one in rulesets.load_rulesets() if one.programme == programme]
    return st.selectbox(
        text("Ruleset", lang),
        sorted(names),
        index=None,
        placeholder=text("the newest of the programme", lang),
        key=f"{_KEY}_ruleset",
    )

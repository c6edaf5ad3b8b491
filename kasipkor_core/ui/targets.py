"""Targets that somebody sets: the form, and the list of who set what, when and on what grounds."""

import datetime as dt
from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import access
from kasipkor_core.i18n import format_stamp, text
from kasipkor_core.ui import reads, screen_sheet, session
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.progress import COUNTRY, Row, Standing, write_target
from kasipkor_core.ui.screen_sheet import Outcome, ScreenSheet
from kasipkor_core.ui.session import Visitor

HEADER = ("indicator", "region", "year", "target", "most", "source", "former")
_KEY = "target_form"
_ALL = ""


def draw_button(who: Visitor, standing: Standing) -> None:
    """Draw the button that opens the form, for those who may set a target."""
    if not access.may(who.role, "set_target"):
        return
    if st.button(text("Set a target", who.lang), icon=":material/flag:", key=f"{_KEY}_open"):
        st.dialog(text("Set a target", who.lang))(_draw_form)(who, standing)


def _draw_form(who: Visitor, standing: Standing) -> None:
    """Draw place, year, numbers and source; write them as a sheet of targets."""
    lang = who.lang
    st.markdown(f"**{standing.indicator['indicator_name']}**")
    places = list_places(standing, lang)
    values: dict[str, Any] = {"indicator": standing.indicator["indicator"]}
    values["region"] = st.selectbox(
        text("Of whom", lang),
        list(places),
        index=find_place(list(places), who.chosen("region")),
        format_func=places.__getitem__,
        key=f"{_KEY}_region",
    )
    year = standing.year or dt.datetime.now(dt.UTC).year
    values["year"] = st.number_input(
        text("Year", lang), min_value=2000, max_value=2100, value=year, key=f"{_KEY}_year"
    )
    now = find_now(standing, values["region"] or None, values["year"])
    st.caption(tell_now(standing, now or find_else(standing, values["region"], values["year"])))
    values["target"] = _ask(text("Target", lang), "target")
    if has_range(standing):
        values["most"] = _ask(text("Most", lang), "most")
    values["source"] = st.text_input(
        text("Source: the act or the plan that sets it", lang), key=f"{_KEY}_source"
    )
    values["former"] = now["batch_no"] if now else 0
    _draw_write(values, lang)


def _ask(label: str, name: str) -> int | None:
    number: int | None = st.number_input(
        label, min_value=0, value=None, step=1, key=f"{_KEY}_{name}"
    )
    return number


def _draw_write(values: dict[str, Any], lang: str) -> None:
    """Draw what the checks say and the button; nothing is written while a field is empty."""
    is_whole = values["target"] is not None and bool(values["source"].strip())
    sheet = make_sheet(values)
    outcome = screen_sheet.check(sheet) if is_whole else Outcome()
    screen_sheet.draw_findings(outcome, lang)
    if not is_whole:
        st.caption(text("A target needs a number and its source.", lang))
    if st.button(
        text("Write the target", lang),
        type="primary",
        key=f"{_KEY}_write",
        disabled=not (is_whole and outcome.is_clean),
    ):
        written = screen_sheet.write(sheet)
        screen_sheet.keep(_KEY, written)
        if written.receipt is not None:
            session.begin_run()
        st.rerun()


def make_sheet(values: dict[str, Any]) -> ScreenSheet:
    """Return the sheet of one target; what is not given is an empty cell.

    Args:
        values: By field of the sheet format; ``former`` is the batch that it takes the place of.
    """
    row = [values.get(name) if values.get(name) != _ALL else None for name in HEADER]
    return ScreenSheet("targets", "target-form.csv", HEADER, screen_sheet.list_rows([row]))


def draw_outcome(lang: str) -> None:
    """Say what became of the form of the run before."""
    outcome = screen_sheet.take(_KEY)
    if outcome is None:
        return
    if outcome.receipt is not None:
        number = str(outcome.receipt.batch_no)
        said = text("Written as batch {number}", lang, number=number)
        st.info(said, icon=":material/check_circle:")
    screen_sheet.draw_findings(outcome, lang)


def list_places(standing: Standing, lang: str) -> dict[str, str]:
    """Return whose target it can be, by code; an empty code is every region."""
    country = {COUNTRY: text("Whole country", lang)}
    if not standing.indicator["is_regional"]:
        return country
    return {_ALL: text("All regions", lang), **reads.region_names(lang), **country}


def find_place(places: list[str], region: str | None) -> int:
    """Return the number of the chosen region in the list, else of the first."""
    return places.index(region) if region in places else 0


def has_range(standing: Standing) -> bool:
    """Say whether the text has a range for this indicator, so that a target needs both ends."""
    return any(row["direction"] == "range" for row in standing.targets)


def find_now(standing: Standing, region: str | None, year: int) -> Row | None:
    """Return the target that was set for this place and year and counts now; None: nobody did."""
    fitting = (
        row
        for row in standing.given
        if (row["region"], row["year"]) == (region, year) and row["is_latest"]
    )
    return next(fitting, None)


def find_else(standing: Standing, region: str, year: int) -> Row | None:
    """Return what counts for a place where nobody set its own: the one of all regions, or the text.

    Args:
        standing: The indicator.
        region: ISO code; empty for all regions.
        year: Year of the target.
    """
    of_all = find_now(standing, None, year) if region not in ("", COUNTRY) else None
    return of_all or find_of_text(standing, region, year)


def find_of_text(standing: Standing, region: str, year: int) -> Row | None:
    """Return the target of the text for a place in a year, with its rule as the source."""
    scope = "country" if region == COUNTRY else "region"
    fitting = (
        {**row, "source": row["rule"]}
        for row in standing.targets
        if row["scope"] == scope and _holds_in(row, year) and row["direction"] != "information"
    )
    return next(fitting, None)


def _holds_in(row: Row, year: int) -> bool:
    """Say whether a target of the text is one of this year; a deadline counts until it is over."""
    last = row["target_year"]
    return last in (year, None) or (row["is_deadline"] and year <= last)


def tell_now(standing: Standing, now: Row | None) -> str:
    """Return what the target is until something else is written."""
    lang = standing.lang
    if now is None:
        return text("Nothing has been set for it yet.", lang)
    return text(
        "Now: {target} ({source})", lang, target=_amount(now, standing), source=now["source"]
    )


def _amount(row: Row, standing: Standing) -> str:
    low, high = row["minimum"], row["maximum"]
    low, high = (high, None) if low is None else (low, None if low == high else high)
    return write_target(low, high, standing.unit, standing.lang)


def draw_history(who: Visitor, standing: Standing) -> None:
    """Draw who set which target, when and on what grounds; nothing where nobody did."""
    region = who.chosen("region")
    rows = [row for row in standing.given if region in (None, row["region"]) or not row["region"]]
    if rows:
        section(text("Targets that were set", who.lang))
        st.html(render_history(rows, standing))


def render_history(rows: list[Row], standing: Standing) -> str:
    """Return set targets, the newest first, and those of the text for the same years."""
    lang = standing.lang
    columns = [
        ("date", text("Year", lang)),
        ("region", text("Of whom", lang)),
        ("points", text("Target", lang)),
        ("lacks", text("Source", lang)),
        ("who", text("Set by", lang)),
        ("at", text("When", lang)),
        ("act", text("Batch", lang)),
        ("marked", text("Status", lang)),
    ]
    body = [_history_cells(row, standing) for row in rows]
    body += [
        _text_cells(row, standing)
        for row in list_of_text(rows, standing)
        if row["scope"] in {"country" if one["region"] == COUNTRY else "region" for one in rows}
    ]
    label = text("Targets that were set", lang)
    return render_table(columns, body, label=label, testid="targets")


def list_of_text(rows: list[Row], standing: Standing) -> list[Row]:
    """Return the targets of the text for the years of the set ones: what they took the place of."""
    years = {None, *(row["year"] for row in rows)}
    return [
        row
        for row in standing.targets
        if row["target_year"] in years
        and row["scope"] in ("region", "country")
        and row["direction"] != "information"
    ]


def _history_cells(row: Row, standing: Standing) -> list[tuple[str, str]]:
    lang = standing.lang
    places = {None: text("All regions", lang), COUNTRY: text("Whole country", lang)}
    place = places.get(row["region"]) or reads.region_name(row["region"], lang)
    state = text("counts", lang) if row["is_latest"] else text("a newer one counts", lang)
    return [
        ("date", str(row["year"])),
        ("region", escape(place)),
        ("points", f"<b>{escape(_amount(row, standing))}</b>"),
        ("lacks", escape(row["source"])),
        ("who", escape(row["actor"] or "")),
        ("at", format_stamp(row["recorded_at"])),
        ("act", str(row["batch_no"])),
        ("marked", escape(state)),
    ]


def _text_cells(row: Row, standing: Standing) -> list[tuple[str, str]]:
    lang = standing.lang
    is_country = row["scope"] == "country"
    place = text("Whole country", lang) if is_country else text("All regions", lang)
    return [
        ("date", str(row["target_year"])),
        ("region", escape(place)),
        ("points", escape(_amount(row, standing))),
        ("lacks", escape(row["rule"] or "")),
        ("who", ""),
        ("at", ""),
        ("act", ""),
        ("marked", escape(text("of the text", lang))),
    ]

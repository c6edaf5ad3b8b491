"""Progress of the regions: which indicator, which year, and what the title finds in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import mark, text
from kasipkor_core.ui import choices, reads
from kasipkor_core.ui.amounts import write_amount, write_gap
from kasipkor_core.ui.session import Eyes, Visitor, see_with

COUNTRY = "KZ"
LETTERS = {
    "met": mark("M"),
    "not_met": mark("B"),
    "exceeded": mark("E"),
    "no_data": mark("N"),
    "no_target": mark("T"),
}
_BADGES = {
    "met": ("blue", "●"),
    "not_met": ("orange", "◆"),
    "exceeded": ("orange", "◆"),
    "no_data": ("gray", "○"),
    "no_target": ("gray", "–"),
}
_LISTS = ("core", "second", "other", "calendar")
Row = dict[str, Any]


@dataclass(frozen=True)
class Standing:
    """One indicator in one year, as the visitor sees it.

    Attributes:
        indicator: Row of ``mart.indicators`` (without its target).
        targets: All rows of ``mart.indicators`` of it: a target of the text each.
        given: Rows of ``mart.indicator_targets`` of it: targets that somebody has set.
        rows: ``mart.progress`` of all its years, without organisations.
        summary: ``mart.progress_summary`` of the year; None: nothing was reported.
        year: The chosen year; None: nothing was reported at all.
        lang: kk, ru or en.
    """

    indicator: Row
    targets: Sequence[Row]
    rows: Sequence[Row]
    summary: Row | None
    year: int | None
    lang: str
    given: Sequence[Row] = ()

    @cached_property
    def regions(self) -> list[Row]:
        """Return the rows of the regions in the chosen year."""
        return [row for row in self.rows if row["period"] == self.year and row["region"] != COUNTRY]

    @property
    def unit(self) -> str:
        """Return the unit of values."""
        return str(self.indicator["unit"])

    @property
    def has_target(self) -> bool:
        """Tell whether the regions have a target in the chosen year."""
        return bool(self.summary and self.summary["target"] is not None)

    def of(self, region: str, year: int | None = None) -> Row | None:
        """Return the row of one region (or the country) in a year, the chosen one by default."""
        wanted = (region, self.year if year is None else year)
        found = (row for row in self.rows if (row["region"], row["period"]) == wanted)
        return next(found, None)


def list_indicators(who: Visitor) -> dict[str, Row]:
    """Return the indicators to choose from, by id; the others have neither rule nor data."""
    return _list_indicators(who.eyes())


@st.cache_resource(max_entries=64, show_spinner=False)
def _list_indicators(eyes: Eyes) -> dict[str, Row]:
    known = _group_rows("progress_summary", eyes)
    found: dict[str, Row] = {}
    for code, (row, *_) in _group_rows("indicators", eyes).items():
        if row["list"] in _LISTS or (code in known and row["list"] != "parameter"):
            found[code] = {**row, "has_data": code in known}
    return found


def _list_rows(name: str, who: Visitor, indicator: str) -> list[Row]:
    """Return the rows of one of the screens' tables that are about an indicator."""
    return _group_rows(name, who.eyes()).get(indicator, [])


@st.cache_resource(max_entries=256, show_spinner=False)
def _group_rows(name: str, eyes: Eyes) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in reads.read(name, see_with(eyes)).to_pylist():
        grouped.setdefault(row["indicator"], []).append(row)
    return grouped


def find_default(indicators: dict[str, Row]) -> str:
    """Return the first indicator of the rulebook that regions report; else the first of all."""
    reported = (code for code, row in indicators.items() if row["has_data"] and row["is_regional"])
    return next(reported, next(iter(indicators)))


def list_years(who: Visitor, indicator: str) -> list[str]:
    """Return the years in which something was reported, the oldest first."""
    rows = _list_rows("progress", who, indicator)
    return [str(year) for year in sorted({row["period"] for row in rows})]


def draw_choices(who: Visitor) -> Standing:
    """Draw indicator, year and counts in one row; return what they choose."""
    indicators = list_indicators(who)
    with st.container(
        horizontal=True, gap="small", vertical_alignment="center", key="progress_choices"
    ):
        indicator = choices.select(
            "indicator",
            list(indicators),
            default=find_default(indicators),
            label=text("Indicator", who.lang),
            called=lambda code: _name(indicators[code], who.lang),
            width=320,
        )
        years = list_years(who, indicator)
        if years:
            choices.segments("year", years, default=years[-1], label=text("Year", who.lang))
        standing = read_standing(who, indicator, chosen_year(who, indicator))
        st.space("stretch")
        st.markdown(render_badges(standing.summary, who.lang))
    return standing


def chosen_indicator(who: Visitor) -> str:
    """Return the indicator of the address, else the default one."""
    indicators = list_indicators(who)
    return choices.chosen("indicator", list(indicators), find_default(indicators))


def chosen_year(who: Visitor, indicator: str) -> int | None:
    """Return the year of the address, else the newest with data; None: there is none."""
    years = list_years(who, indicator)
    return int(choices.chosen("year", years, years[-1])) if years else None


def _name(indicator: Row, lang: str) -> str:
    name = str(indicator["short_name"])
    return name if indicator["has_data"] else text("{name} · no data", lang, name=name)


def read_standing(who: Visitor, indicator: str, year: int | None) -> Standing:
    """Return one indicator in one year."""
    summaries = _list_rows("progress_summary", who, indicator)
    return Standing(
        indicator=list_indicators(who)[indicator],
        targets=_list_rows("indicators", who, indicator),
        rows=_list_rows("progress", who, indicator),
        summary=next((row for row in summaries if row["period"] == year), None),
        year=year,
        lang=who.lang,
        given=_list_rows("indicator_targets", who, indicator),
    )


def render_badges(summary: Row | None, lang: str) -> str:
    """Return the counts of regions by status as badges, in Markdown; none of a status: no badge."""
    if summary is None:
        return ""
    return " ".join(
        f":{colour}-badge[{icon} {text(words.REACHED[status], lang)} {summary[status]}]"
        for status, (colour, icon) in _BADGES.items()
        if summary[status]
    )


def describe_row(standing: Standing, row: Row) -> Row:
    """Return a region's row as the charts need it: numbers to draw, texts to read."""
    lang, unit = standing.lang, standing.unit
    digits = row["shown_decimals"] or 0
    letter, word = LETTERS[row["status"]], words.REACHED[row["status"]]
    return {
        "code": row["region"],
        "name": reads.region_name(row["region"], lang),
        "year": row["period"],
        "value": _plain(row["value"]),
        "gap": _plain(row["gap"]),
        "figure": write_amount(row["value"], unit, lang, digits) or text("no data", lang),
        "shown": write_gap(row["gap"], unit, lang, digits),
        "target": write_target(row["target"], row["target_maximum"], unit, lang),
        "low": _plain(row["target"]),
        "high": _plain(row["target_maximum"]),
        "status": row["status"],
        "letter": text(letter, lang),
        "word": text(word, lang),
    }


def _plain(value: Any) -> float | None:  # noqa: ANN401  decimal or whole number of the view
    return None if value is None else float(value)


def write_target(low: float | None, high: float | None, unit: str, lang: str) -> str:
    """Return a target as people read it; a range with both ends, none as an empty text."""
    if high is None or low is None:
        return write_amount(low, unit, lang)
    return text(
        "{low} to {high}",
        lang,
        low=write_amount(low, "", lang),
        high=write_amount(high, unit, lang),
    )


def describe(standing: Standing) -> str:
    """Return the grey line: the indicator's full name, the year, the value of the country."""
    lang, summary = standing.lang, standing.summary
    parts = [str(standing.indicator["indicator_name"])]
    if standing.year is not None:
        parts.append(text("year {year}", lang, year=str(standing.year)))
    if summary and summary["country_value"] is not None and standing.has_target:
        digits = summary["country_decimals"] or 0
        value = write_amount(summary["country_value"], standing.unit, lang, digits)
        parts.append(text("country: {value}", lang, value=value))
    if summary and summary["reference"] is not None:
        stated = write_amount(summary["reference"], standing.unit, lang)
        parts.append(text("stated figure: {value}", lang, value=stated))
    return " · ".join(parts)


def cite(standing: Standing) -> str:
    """Return the line of sources: the rule of the indicator, and whether the target is ours."""
    lang = standing.lang
    rule = standing.indicator["rule"]
    name = standing.indicator["indicator"]
    grades = {row["target_grade"] for row in standing.targets if row["target_grade"]}
    parts = [text("Rule {name}, source {rule}", lang, name=name, rule=rule)] if rule else []
    if "D" in grades:
        parts.append(text("the text sets no target of its own: this is the default reading", lang))
    if not grades:
        parts.append(text("the text sets no target", lang))
    if any(row["year"] == standing.year for row in standing.given):
        parts.append(text("targets of this year were set by hand, see the list", lang))
    return " · ".join(parts)

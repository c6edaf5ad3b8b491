"""The charts of one indicator: map, dot plot, years, small multiples, and the heat map."""

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import charts, words
from kasipkor_core.i18n import text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import progress, reads
from kasipkor_core.ui.amounts import name_gap_unit
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.progress import COUNTRY, Row, Standing
from kasipkor_core.ui.progress_rows import (
    find_step,
    list_cells,
    list_panel_rows,
    list_year_rows,
    make_table,
    name_columns,
    tell_card,
)
from kasipkor_core.ui.session import Eyes, Visitor, see_with


def draw_map(who: Visitor, standing: Standing) -> None:
    """Draw the country: the gap to the target in ten classes, else the values in five."""
    lang = who.lang
    about = name_gap_unit(standing.unit, lang)
    has_target = standing.has_target
    draw_figure(
        Figure(
            name="progress_map",
            title=text("Map", lang),
            about=text("gap to the target, {unit}", lang, unit=about)
            if has_target
            else text("values; no target is set", lang),
            alt=text("Map of Kazakhstan: {name}", lang, name=standing.indicator["short_name"]),
            make=_choosing(who, standing, _wide_map),
            narrow=_choosing(who, standing, _narrow_map),
            table=make_table(standing),
            columns=name_columns(standing),
            lang=lang,
            picks=charts.PICKS,
        )
    )


def draw_dots(who: Visitor, standing: Standing) -> None:
    """Draw every region with its gap, the best first."""
    lang = who.lang
    unit = name_gap_unit(standing.unit, lang)
    draw_figure(
        Figure(
            name="progress_dots",
            title=text("To the target", lang) if standing.has_target else text("Values", lang),
            about=text("{unit}, 0 is the target", lang, unit=unit)
            if standing.has_target
            else text("the greatest first", lang),
            alt=text("Regions in the order of their gap to the target", lang)
            if standing.has_target
            else text("Regions in the order of their values", lang),
            make=_choosing(who, standing, _dots),
            table=make_table(standing),
            columns=name_columns(standing),
            lang=lang,
            picks=charts.GAP_PICKS,
        )
    )


def draw_card(who: Visitor, standing: Standing) -> None:
    """Draw one region over the years; without a chosen one, the country."""
    lang, region = who.lang, find_region(who, standing)
    row = standing.of(region)
    years = list_year_rows(standing, region)
    key = (who.eyes(), standing.indicator["indicator"], standing.year, region)
    draw_figure(
        Figure(
            name="progress_card",
            title=row["region_name"] if row else reads.region_name(region, lang),
            about=tell_card(standing, row) if row else text("no data", lang),
            alt=text("Values by year under the steps of the target", lang),
            make=lambda theme: _steps(*key, theme, narrow=False),
            narrow=lambda theme: _steps(*key, theme, narrow=True),
            table=pa.Table.from_pylist(years),
            columns={
                "year": text("Year", lang),
                "figure": text("Value", lang),
                "target": text("Target", lang),
                "shown": text("To the target", lang),
                "change": text("Year on year", lang),
                "word": text("Status", lang),
            },
            lang=lang,
        )
    )


def find_region(who: Visitor, standing: Standing) -> str:
    """Return the region of the card: the chosen one where regions report, else the country."""
    region = who.chosen("region")
    return region if region and standing.indicator["is_regional"] else COUNTRY


def draw_panels(who: Visitor, standing: Standing) -> None:
    """Draw every region over the years, on the same scales."""
    lang = who.lang
    rows = list_panel_rows(standing)
    years = sorted({row["year"] for row in rows})
    draw_figure(
        Figure(
            name="progress_years",
            title=text("Over the years", lang),
            about=text(
                "{first}–{last}, the same scale for all; the number is the last value",
                lang,
                first=str(years[0]),
                last=str(years[-1]),
            ),
            alt=text("One small chart a region: values by year and the target", lang),
            make=_choosing(who, standing, lambda *key: _panels(*key, narrow=False)),
            narrow=_choosing(who, standing, lambda *key: _panels(*key, narrow=True)),
            table=pa.Table.from_pylist(rows),
            columns={
                "name": text("Region", lang),
                "year": text("Year", lang),
                "figure": text("Value", lang),
                "target": text("Target", lang),
                "word": text("Status", lang),
            },
            lang=lang,
            picks=charts.PANEL_PICKS,
        )
    )


def draw_heat(who: Visitor, year: int) -> None:
    """Draw all regions by all indicators of the year."""
    lang = who.lang
    cells = list_cells(who.eyes(), year)
    letters = ", ".join(
        f"{text(letter, lang)} – {text(words.REACHED[status], lang).lower()}"
        for status, letter in progress.LETTERS.items()
    )
    region = who.chosen("region")
    draw_figure(
        Figure(
            name="progress_heat",
            title=text("Regions and indicators", lang),
            about=text(
                "{year}; {letters}; the number is the gap", lang, year=str(year), letters=letters
            ),
            alt=text("Table of regions and indicators with the letter of the status", lang),
            make=lambda theme: charts.choose(_heat(who.eyes(), year, theme, narrow=False), region),
            narrow=lambda theme: charts.choose(_heat(who.eyes(), year, theme, narrow=True), region),
            table=pa.Table.from_pylist(cells),
            columns={
                "name": text("Region", lang),
                "indicator_name": text("Indicator", lang),
                "figure": text("Value", lang),
                "shown": text("To the target", lang),
                "word": text("Status", lang),
            },
            lang=lang,
            picks=charts.HEAT_PICKS,
        )
    )


def has_heat(who: Visitor, year: int) -> bool:
    """Tell whether any indicator of the year is of regions."""
    return bool(list_cells(who.eyes(), year))


def _choosing(
    who: Visitor, standing: Standing, make: Callable[..., dict[str, Any]]
) -> Callable[[Theme], dict[str, Any]]:
    """Return the maker of a cached chart in which the region of the filter is chosen."""
    key = (who.eyes(), str(standing.indicator["indicator"]), standing.year)
    region = who.chosen("region")
    return lambda theme: charts.choose(make(*key, theme), region)


def _read(eyes: Eyes, indicator: str, year: int | None) -> tuple[Standing, list[Row]]:
    standing = progress.read_standing(see_with(eyes), indicator, year)
    return standing, [progress.describe_row(standing, row) for row in standing.regions]


@st.cache_resource(max_entries=256, show_spinner=False)
def _map(eyes: Eyes, indicator: str, year: int | None, theme: Theme, height: int) -> dict[str, Any]:
    standing, rows = _read(eyes, indicator, year)
    if standing.has_target:
        step = find_step([row["gap"] for row in rows if row["gap"] is not None], standing.unit)
        return charts.gap_map(rows, step=step, lang=eyes.lang, theme=theme, height=height)
    known = [row for row in rows if row["value"] is not None]
    return charts.kzmap(
        {row["code"]: row["value"] for row in known},
        names=reads.region_names(eyes.lang),
        legend=text("Value", eyes.lang),
        figures={row["code"]: row["figure"] for row in known},
        lang=eyes.lang,
        theme=theme,
        height=height,
    )


def _wide_map(eyes: Eyes, indicator: str, year: int | None, theme: Theme) -> dict[str, Any]:
    return _map(eyes, indicator, year, theme, 372)


def _narrow_map(eyes: Eyes, indicator: str, year: int | None, theme: Theme) -> dict[str, Any]:
    return _map(eyes, indicator, year, theme, 230)


@st.cache_resource(max_entries=256, show_spinner=False)
def _dots(eyes: Eyes, indicator: str, year: int | None, theme: Theme) -> dict[str, Any]:
    standing, rows = _read(eyes, indicator, year)
    draw = charts.gap_dots if standing.has_target else charts.value_dots
    return draw(rows, lang=eyes.lang, theme=theme)


@st.cache_resource(max_entries=256, show_spinner=False)
def _steps(
    eyes: Eyes, indicator: str, year: int | None, region: str, theme: Theme, *, narrow: bool
) -> dict[str, Any]:
    standing, _ = _read(eyes, indicator, year)
    rows = list_year_rows(standing, region)
    return charts.target_steps(rows, lang=eyes.lang, theme=theme, narrow=narrow)


@st.cache_resource(max_entries=256, show_spinner=False)
def _panels(
    eyes: Eyes, indicator: str, year: int | None, theme: Theme, *, narrow: bool
) -> dict[str, Any]:
    standing, _ = _read(eyes, indicator, year)
    return charts.year_panels(list_panel_rows(standing), lang=eyes.lang, theme=theme, narrow=narrow)


@st.cache_resource(max_entries=256, show_spinner=False)
def _heat(eyes: Eyes, year: int, theme: Theme, *, narrow: bool) -> dict[str, Any]:
    return charts.heat_map(list_cells(eyes, year), lang=eyes.lang, theme=theme, narrow=narrow)

"""What the charts of progress are made of: rows with numbers to draw and texts to read."""

import pyarrow as pa
import streamlit as st

from kasipkor_core import words
from kasipkor_core.charts import shade_gap
from kasipkor_core.i18n import Count, ntext, text
from kasipkor_core.ui import progress, reads
from kasipkor_core.ui.amounts import write_amount, write_gap
from kasipkor_core.ui.progress import COUNTRY, Row, Standing
from kasipkor_core.ui.session import Eyes, see_with

_STEPS = (1, 2, 3, 5, 10)
_POINTS = 3  # percentage points of a class (UI.md 2)
_CLASSES = 5
_MOST_YEARS = 8


def find_step(gaps: list[float], unit: str) -> float:
    """Return the width of a class of gaps: 3 percentage points, or a round number that fits."""
    if unit == "percent":
        return _POINTS
    most = max((abs(gap) for gap in gaps), default=1)
    scale = 1.0
    while scale * _STEPS[-1] * _CLASSES < most:
        scale *= 10
    return next(step * scale for step in _STEPS if step * scale * _CLASSES >= most)


@st.cache_resource(max_entries=64, show_spinner=False)
def list_cells(eyes: Eyes, year: int) -> list[Row]:
    """Return the cells of the heat map: regions by the regional indicators of that year."""
    who = see_with(eyes)
    cells = []
    for code, indicator in progress.list_indicators(who).items():
        if not indicator["is_regional"] or indicator["list"] == "context":
            continue
        standing = progress.read_standing(who, code, year)
        rows = [progress.describe_row(standing, row) for row in standing.regions]
        known = [row["gap"] for row in rows if row["gap"] is not None]
        step = find_step(known, standing.unit)
        cells += [
            {
                **row,
                "label": indicator["short_name"],
                "indicator_name": indicator["indicator_name"],
                "shade": None if row["gap"] is None else shade_gap(row["gap"], step),
            }
            for row in rows
        ]
    order = list(reads.region_names(eyes.lang))
    rank = {code: number for number, code in enumerate(order)}
    return sorted(cells, key=lambda cell: rank.get(cell["code"], len(rank)))


def make_table(standing: Standing) -> pa.Table:
    """Return the regions of the year as rows, the best first, numbers as numbers."""
    rows = [
        {
            **progress.describe_row(standing, row),
            "numerator": row["numerator"],
            "denominator": row["denominator"],
            "still_needed": row["still_needed"],
            "change": write_gap(
                row["change"], standing.unit, standing.lang, row["shown_decimals"] or 0
            ),
        }
        for row in standing.regions
    ]
    rows.sort(key=lambda row: (row["gap"] is None, -(row["gap"] or 0), -(row["value"] or 0)))
    return pa.Table.from_pylist(rows)


def name_columns(standing: Standing) -> dict[str, str]:
    """Return the columns of the table twin with their titles."""
    lang = standing.lang
    columns = {"name": text("Region", lang), "figure": text("Value", lang)}
    if standing.indicator["measure"] != "count":
        columns |= {"numerator": text("Numerator", lang), "denominator": text("Denominator", lang)}
    if standing.has_target:
        columns |= {
            "target": text("Target", lang),
            "shown": text("To the target", lang),
            "still_needed": text("Still needed", lang),
        }
    return columns | {"change": text("Year on year", lang), "word": text("Status", lang)}


def list_year_rows(standing: Standing, region: str) -> list[Row]:
    """Return the consecutive years of one region: values with data, targets without it too."""
    scope = "country" if region == COUNTRY else "region"
    stated = {
        row["target_year"]: row
        for row in standing.targets
        if row["scope"] == scope and row["target_year"] and row["parameter"] is None
    }
    stated |= list_given(standing, region)
    own = {row["period"]: row for row in standing.rows if row["region"] == region}
    known = [year for year, row in own.items() if row["value"] is not None]
    asked = [year for year, row in stated.items() if row["direction"] != "information"]
    everything = sorted({*known, *asked, *([standing.year] if standing.year else [])})
    years = range(everything[0], everything[-1] + 1)[-_MOST_YEARS:]
    rows, run = [], 0
    for year in years:
        run += year not in known
        rows.append(
            {**_year_row(standing, region, year, own.get(year), stated.get(year)), "run": run}
        )
    return rows


def list_given(standing: Standing, region: str) -> dict[int, Row]:
    """Return by year what was set for a region: its own before that of every region."""
    latest = [row for row in standing.given if row["is_latest"]]
    of_all = [row for row in latest if row["region"] is None and region != COUNTRY]
    own = [row for row in latest if row["region"] == region]
    return {row["year"]: {**row, "direction": "set"} for row in (*of_all, *own)}


def _year_row(
    standing: Standing, region: str, year: int, own: Row | None, stated: Row | None
) -> Row:
    """Return one year: what was reported, else only the target that holds in it."""
    lang, unit = standing.lang, standing.unit
    if own is not None:
        change = write_gap(own["change"], unit, lang, own["shown_decimals"] or 0)
        return {**progress.describe_row(standing, own), "change": change}
    low, high = (stated["minimum"], stated["maximum"]) if stated else (None, None)
    low, high = (high, None) if low is None else (low, None if low == high else high)
    return {
        "code": region,
        "name": reads.region_name(region, lang),
        "year": year,
        "value": None,
        "gap": None,
        "figure": text("no data", lang),
        "shown": "",
        "low": low,
        "high": high,
        "change": "",
        "status": "no_data",
        "target": progress.write_target(low, high, unit, lang),
        "letter": text(progress.LETTERS["no_data"], lang),
        "word": text(words.REACHED["no_data"], lang),
    }


def list_panel_rows(standing: Standing) -> list[Row]:
    """Return all regions by the years in which anything was reported."""
    years = sorted({row["period"] for row in standing.rows})[-_MOST_YEARS:]
    own = {(row["region"], row["period"]): row for row in standing.rows}
    rows = []
    for region in reads.region_names(standing.lang):
        run = 0
        for year in years:
            row = own.get((region, year))
            run += row is None or row["value"] is None
            rows.append({**_year_row(standing, region, year, row, None), "run": run})
    return rows


def tell_need(standing: Standing, row: Row) -> str:
    """Return the sentence of the card: what is missing to the target, in what is counted."""
    lang, counted = standing.lang, standing.indicator["counted"] or standing.unit
    year = str(row["period"])
    if row["value"] is None:
        return text("no data for {year}", lang, year=year)
    if row["status"] == "no_target":
        return _tell_value(standing, row)
    if row["status"] == "exceeded":
        over = write_amount(row["excess"], counted, lang)
        return text("{year}: {amount} above the limit", lang, year=year, amount=over)
    if row["status"] == "met":
        return text(
            "target of {year} reached: {value}", lang, year=year, value=_value(standing, row)
        )
    short = write_amount(row["still_needed"], counted, lang)
    if standing.indicator["measure"] == "share":
        return text(
            "{year}: {amount} short of the target, {part} of {whole}",
            lang,
            year=year,
            amount=short,
            part=Count(row["numerator"], lang),
            whole=Count(row["denominator"], lang),
        )
    return text("{year}: {amount} short of the target", lang, year=year, amount=short)


def tell_card(standing: Standing, row: Row) -> str:
    """Return the sentence of the card, with the value of a year earlier where there is one."""
    said = tell_need(standing, row)
    if row["value"] is None or row["value_before"] is None:
        return said
    digits = row["shown_decimals"] or 0
    before = write_amount(row["value_before"], standing.unit, standing.lang, digits)
    change = write_gap(row["change"], standing.unit, standing.lang, digits)
    tail = text(
        "a year earlier {value} ({change})",
        standing.lang,
        value=before,
        change=change,
    )
    return f"{said} · {tail}"


def _tell_value(standing: Standing, row: Row) -> str:
    return text(
        "{year}: {value}, no target is set",
        standing.lang,
        year=str(row["period"]),
        value=_value(standing, row),
    )


def _value(standing: Standing, row: Row) -> str:
    return write_amount(row["value"], standing.unit, standing.lang, row["shown_decimals"] or 0)


def count_organisations(standing: Standing) -> str:
    """Return how many organisations have a value of their own, as a sentence."""
    number = standing.summary["organisations"] if standing.summary else 0
    return ntext(
        "{n} organisation reports by itself",
        "{n} organisations report by themselves",
        number,
        standing.lang,
    )

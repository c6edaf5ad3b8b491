"""Progress of regions counted again: values, targets, status, gap (rulebook 6, IND)."""

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from kasipkor_core import house
from kasipkor_core.recount.rounding import round_half_away
from kasipkor_core.recount.targets import COUNTRY, Newest, Target, find_newest, find_target

_FOLDER = house.DATA / "reference"
_THOUSANDTHS = 3
_MOST_DECIMALS = 3
Row = Mapping[str, str]
Place = tuple[str, str | None]
Pair = tuple[int | None, int | None]  # numerator and denominator


@dataclass(frozen=True)
class Value:
    """One reported row: of a region or one organisation in a year."""

    indicator: str
    region: str
    period: int
    numerator: int | None
    denominator: int | None = None
    organisation: str | None = None
    since: dt.date | None = None
    as_of: dt.date | None = None


@dataclass(frozen=True)
class Standing:
    """Where an indicator stands.

    Attributes:
        value: Exact; percent for a share.
        gap: Value less target, exact to thousandths of the value as shown.
        shown_decimals: Digits that do not hide the status.
        change: Value less that of a year earlier, both to thousandths.
    """

    numerator: int | None
    denominator: int | None
    value: Fraction | None
    target: int | None
    status: str
    gap: Fraction | None
    needed: int | None
    shown_decimals: int
    change: Fraction | None = None


@dataclass(frozen=True)
class Limits:
    """What holds for one value."""

    minimum: int | None = None
    maximum: int | None = None
    reference: int | None = None


def count_progress(
    values: Iterable[Value], targets: Iterable[Target] = ()
) -> dict[tuple[int, str, Place], Standing]:
    """Return every value, the silent regions and the country, by period, indicator and place.

    Args:
        values: What was reported, of any years.
        targets: What somebody has set, before the targets of the text.

    Source:
        Rulebook EX-12 (silent regions stay), EX-14 (ratio of sums), IND-17, IND-18, 6.3.
    """
    reported = _group(values)
    newest = find_newest(targets)
    found = {}
    for (period, indicator), places in reported.items():
        parameters = {
            name: others[COUNTRY, None][0]
            for (year, name), others in reported.items()
            if year == period and (COUNTRY, None) in others
        }
        for place, pair in _fill(indicator, period, places).items():
            limits = _find_set(newest, indicator, period, place) or _find_limits(
                indicator, period, place, parameters
            )
            found[period, indicator, place] = judge_value(indicator, *pair, limits)
    return {key: replace(one, change=_find_change(one, key, found)) for key, one in found.items()}


def judge_value(
    indicator: str, numerator: int | None, denominator: int | None, limits: Limits
) -> Standing:
    """Return where one value stands against its limits (rulebook 6, legend)."""
    kind = _read_indicators()[indicator]["measure"]
    scale = 100 if kind == "share" else 1
    divisor = 1 if kind == "count" else denominator or None
    value = None
    if numerator is not None and divisor is not None:
        value = Fraction(scale * numerator, divisor)
    status = _name_status(value, limits)
    return Standing(
        numerator=numerator,
        denominator=denominator,
        value=value,
        target=limits.maximum if limits.minimum is None else limits.minimum,
        status=status,
        gap=_find_gap(value, status, limits),
        needed=None if value is None or divisor is None else _find_needed(limits, scale, divisor),
        shown_decimals=0 if kind == "count" else _count_decimals(value, limits),
    )


def _find_change(
    standing: Standing,
    key: tuple[int, str, Place],
    found: Mapping[tuple[int, str, Place], Standing],
) -> Fraction | None:
    period, indicator, place = key
    before = found.get((period - 1, indicator, place))
    if before is None or before.value is None or standing.value is None:
        return None
    now, then = (round_half_away(one, _THOUSANDTHS) for one in (standing.value, before.value))
    return now - then


def add_years(day: dt.date, years: int) -> dt.date:
    """Return the same day so many years later; 29 February becomes 28 February (EX-19)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _group(values: Iterable[Value]) -> dict[tuple[int, str], dict[Place, Pair]]:
    rows: dict[tuple[int, str], dict[Place, list[Value]]] = defaultdict(dict)
    for value in values:
        places = rows[value.period, value.indicator]
        places.setdefault((value.region, value.organisation), []).append(value)
    return {
        key: {place: _merge(given) for place, given in places.items()}
        for key, places in rows.items()
    }


def _merge(rows: list[Value]) -> Pair:
    """Return numerator and denominator of one place: as given, or the persons counted by day."""
    given = [row for row in rows if row.since is None]
    if given:
        return given[0].numerator, given[0].denominator
    persons = [(row.numerator or 0, _counts(row)) for row in rows]
    return sum(n for n, counts in persons if counts), sum(n for n, _ in persons)


def _counts(row: Value) -> bool:
    rule = _read_indicators()[row.indicator]
    if row.since is None:
        return False
    due = add_years(row.since, int(rule["date_years"]))
    day = row.as_of or dt.date(row.period, 12, 31)
    return day <= due if rule["date_rule"] == "within" else day >= due


def _fill(indicator: str, period: int, places: Mapping[Place, Pair]) -> dict[Place, Pair]:
    rule = _read_indicators()[indicator]
    filled = dict(places)
    if rule["is_regional"] == "yes" and rule["list"] != "context":
        for region in _list_regions(period):
            filled.setdefault((region, None), (None, None))
    regions = [pair for (_, organisation), pair in places.items() if organisation is None]
    counted = [
        (numerator, denominator)
        for numerator, denominator in regions
        if numerator is not None and (rule["measure"] == "count" or denominator)
    ]
    if rule["sums"] == "yes" and counted and (COUNTRY, None) not in places:
        known = [denominator for _, denominator in counted if denominator is not None]
        filled[COUNTRY, None] = (sum(n for n, _ in counted), sum(known) if known else None)
    return filled


def _find_set(newest: Newest, indicator: str, period: int, place: Place) -> Limits | None:
    target = find_target(newest, indicator, period, *place)
    return Limits(target.minimum, target.maximum) if target else None


def _find_limits(
    indicator: str, period: int, place: Place, parameters: Mapping[str, int | None]
) -> Limits:
    region, organisation = place
    scope = "organisation" if organisation is not None else "region"
    scope = "country" if scope == "region" and region == COUNTRY else scope
    fitting = [
        row
        for row in _read_targets()
        if row["indicator"] == indicator and row["scope"] == scope and _holds(row, period)
    ]
    if not fitting:
        return Limits()
    row = min(fitting, key=lambda row: int(row["year"] or 9999))
    factor = parameters.get(row["parameter"]) if row["parameter"] else 1
    if factor is None:
        return Limits()
    figures = {
        name: int(row[name]) * factor if row[name] else None
        for name in ("minimum", "maximum", "reference")
    }
    return Limits(**figures)


def _holds(row: Row, period: int) -> bool:
    if not row["year"]:
        return True
    return period <= int(row["year"]) if row["is_deadline"] == "yes" else period == int(row["year"])


def _name_status(value: Fraction | None, limits: Limits) -> str:
    if value is None:
        return "no_data"
    if limits.minimum is None and limits.maximum is None:
        return "no_target"
    if limits.minimum is not None and value < limits.minimum:
        return "not_met"
    if limits.maximum is not None and value > limits.maximum:
        return "exceeded"
    return "met"


def _find_needed(limits: Limits, scale: int, divisor: int) -> int | None:
    wanted = limits.reference if limits.minimum is None else limits.minimum
    if wanted is not None:
        return -(-wanted * divisor // scale)
    return None if limits.maximum is None else limits.maximum * divisor // scale


def _find_gap(value: Fraction | None, status: str, limits: Limits) -> Fraction | None:
    if value is None or status == "no_target":
        return None
    is_range = None not in (limits.minimum, limits.maximum) and limits.minimum != limits.maximum
    if is_range and status == "met":
        return Fraction(0)
    limit = limits.maximum if status == "exceeded" or limits.minimum is None else limits.minimum
    return None if limit is None else round_half_away(value, _THOUSANDTHS) - limit


def _count_decimals(value: Fraction | None, limits: Limits) -> int:
    """Return the fewest digits, from one on, that keep the value on its side of the limits."""
    if value is None:
        return 1
    status = _name_status(value, limits)
    honest = (
        digits
        for digits in range(1, _MOST_DECIMALS)
        if _name_status(round_half_away(value, digits), limits) == status
    )
    return next(honest, _MOST_DECIMALS)


def _list_regions(period: int) -> list[str]:
    return [
        row["iso_code"]
        for row in _read("regions.csv")
        if row["iso_code"]
        and (row["valid_from"] or "0") <= f"{period}-12-31"
        and (row["valid_to"] or "9") >= f"{period}-01-01"
    ]


@cache
def _read_indicators() -> dict[str, Row]:
    return {row["indicator"]: row for row in _read("indicators.csv")}


@cache
def _read_targets() -> tuple[Row, ...]:
    return _read("indicator_targets.csv")


@cache
def _read(name: str) -> tuple[Row, ...]:
    with (_FOLDER / name).open(encoding="utf-8-sig", newline="") as lines:
        return tuple(csv.DictReader(lines))

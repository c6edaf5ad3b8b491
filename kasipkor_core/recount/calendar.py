"""The calendar of a school year, reckoned again: windows, days, regional stages (TC, SL, WS-E, EV).

Rulebook 3.1 (months as written have no year: September to December lie in the year a school year
begins, January to August in the next), TC-C2, TC-C3, SL-05.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kasipkor_core.recount.days import count_working_days, is_working_day
from kasipkor_core.rulesets.calendar import Calendar

_DAY = dt.timedelta(days=1)
_SEPTEMBER = 9
_DECEMBER = 12
Span = tuple[dt.date, dt.date]
Month = tuple[int | None, int | None]  # month and year, as far as they are written


@dataclass(frozen=True)
class Plan:
    """A planned contest or an event, as its sheet has it."""

    kind: str
    contest_no: int | None
    item: str
    no: int | None
    programme: str
    season: int
    level: str | None
    unit: str | None
    region: str | None
    place: str | None
    state: str
    first: Month
    last: Month
    starts_on: dt.date | None
    ends_on: dt.date | None
    rules: Calendar | None


@dataclass(frozen=True)
class Held:
    """A contest with its days."""

    contest_no: int
    contest: str
    programme: str
    season: int
    level: str
    region: str | None
    unit: str | None
    host: str | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    rules: Calendar | None


@dataclass(frozen=True)
class Item:
    """One line of the calendar.

    Attributes:
        window: First and last day of the months of its term.
        days: First and last day.
        planned_region: The host in the schedule; null: no schedule plans it.
        rules: The calendar of its ruleset; null: none.
    """

    kind: str
    contest_no: int | None
    item: str
    no: int | None
    programme: str
    season: int
    level: str | None
    unit: str | None
    region: str | None
    place: str | None
    state: str
    window: Span | None
    days: Span | None
    rules: Calendar | None
    planned_region: str | None = None

    @property
    def span(self) -> Span | None:
        """Return the days it may take."""
        return self.days or self.window

    @property
    def is_checked(self) -> bool:
        """Say whether the checks of a schedule are for it."""
        return self.rules is not None and self.unit is not None

    @property
    def status(self) -> str:
        """Return how well its days are known."""
        if self.state == "stopped":
            return "stopped"
        if self.span is None:
            return "undated"
        if self.days is None:
            return "month_only"
        return "dated" if self.is_in_window else "out_of_window"

    @property
    def is_in_window(self) -> bool:
        """Say whether its days lie inside its months (TC-C3)."""
        if self.window is None or self.days is None:
            return True
        return self.window[0] <= self.days[0] and self.days[1] <= self.window[1]


def find_span(season: int, first: Month, last: Month) -> Span | None:
    """Return the first day of the first month and the last day of the last month."""
    if first[0] is None or last[0] is None:
        return None
    begins, ends = (_place(season, month) for month in (first, last))
    return begins, _find_end(ends)


def find_school_year(day: dt.date) -> int:
    """Return the year in which the school year of a day begins."""
    return day.year if day.month >= _SEPTEMBER else day.year - 1


def find_due(first_day: dt.date, working_days: int) -> dt.date:
    """Return the last day after which so many whole working days still lie before ``first_day``."""
    day = first_day - _DAY
    left = working_days
    while left:
        left -= is_working_day(day)
        day -= _DAY
    return day


def overlap(one: Span, other: Span) -> Span | None:
    """Return the days in both, or nothing."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


def build_calendar(plans: Iterable[Plan], contests: Iterable[Held]) -> list[Item]:
    """Return the lines of the calendar: plans with the days of their contests, then the rest.

    Args:
        plans: Planned contests and events.
        contests: Contests, archives apart.
    """
    listed = list(plans)
    held = {contest.contest: contest for contest in contests}
    planned = {plan.item for plan in listed if plan.kind == "schedule"}
    items = [_read_plan(plan, held.get(plan.item)) for plan in listed]
    events = [item for item in items if item.kind == "event"]
    groups: dict[str, list[Held]] = defaultdict(list)
    for contest in held.values():
        if contest.contest not in planned and contest.starts_on:
            groups[name_item(contest, is_planned=False)].append(contest)
    rest = [_gather(name, group) for name, group in groups.items()]
    return items + [item for item in rest if not any(_announces(e, item) for e in events)]


def name_item(contest: Held, *, is_planned: bool) -> str:
    """Return the line of the calendar a contest belongs to."""
    if is_planned or contest.rules:
        return contest.contest
    parts = (contest.programme, str(contest.season), contest.level, contest.region)
    return "-".join(part for part in parts if part)


def count_days(item: Item) -> int | None:
    """Return the working days of an item, or of its months."""
    if item.span is None:
        return None
    return count_working_days(*item.span)


def find_regional_due(item: Item) -> dt.date | None:
    """Return the last day of the regional stage before a republican one (TC-05, SL-05)."""
    regional = item.rules.regional if item.rules else None
    if regional is None or item.level != "republic" or item.state != "planned" or not item.span:
        return None
    return find_due(item.span[0], regional.working_days)


def _read_plan(plan: Plan, contest: Held | None) -> Item:
    starts_on, ends_on = plan.starts_on, plan.ends_on
    is_schedule = plan.kind == "schedule"
    if starts_on is None and contest is not None and is_schedule:
        starts_on, ends_on = contest.starts_on, contest.ends_on
    host = contest.host if contest is not None and is_schedule else None
    return Item(
        kind=plan.kind,
        contest_no=plan.contest_no,
        item=plan.item,
        no=plan.no,
        programme=plan.programme,
        season=plan.season,
        level=plan.level,
        unit=plan.unit,
        region=host or plan.region,
        place=plan.place,
        state=plan.state,
        window=find_span(plan.season, plan.first, plan.last),
        days=(starts_on, ends_on or starts_on) if starts_on else None,
        rules=plan.rules,
        planned_region=plan.region if is_schedule else None,
    )


def _gather(name: str, group: list[Held]) -> Item:
    """Return the line of a contest that no schedule plans, or of all contests of one event."""
    first = group[0]
    begins = [contest.starts_on for contest in group if contest.starts_on]
    ends = [contest.ends_on or contest.starts_on for contest in group]
    days = (min(begins), max(day for day in ends if day))
    hosts = {contest.host for contest in group if contest.host}
    own = Item(
        kind="contests",
        contest_no=first.contest_no,
        item=name,
        no=None,
        programme=first.programme,
        season=find_school_year(days[0]),
        level=first.level,
        unit=first.unit,
        region=hosts.pop() if len(hosts) == 1 else first.region,
        place=None,
        state="planned",
        window=None,
        days=days,
        rules=first.rules,
    )
    return own if first.rules else replace(own, contest_no=None, unit=None)


def _announces(event: Item, item: Item) -> bool:
    """Say whether an event of the calendar is the event these contests belong to."""
    return (
        event.programme == item.programme
        and event.level == item.level
        and event.days is not None
        and item.days is not None
        and overlap(event.days, item.days) is not None
        and (item.level == "republic" or event.region == item.region)
    )


def _place(season: int, month: Month) -> dt.date:
    number, year = month
    if number is None:
        raise ValueError("a month is missing")
    return dt.date(year or season + (number < _SEPTEMBER), number, 1)


def _find_end(month: dt.date) -> dt.date:
    if month.month == _DECEMBER:
        return dt.date(month.year, _DECEMBER, 31)
    return dt.date(month.year, month.month + 1, 1) - _DAY

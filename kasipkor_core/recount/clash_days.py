"""Contests against one another and against days: checks TC-C4 to TC-C9, TC-C12, TC-C13."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from kasipkor_core.recount.calendar import (
    Held,
    Item,
    Span,
    find_school_year,
    find_span,
    name_item,
    overlap,
)
from kasipkor_core.recount.clash import Clash, Person, World, count_left, list_days, span_clash
from kasipkor_core.recount.days import is_working_day
from kasipkor_core.recount.persons import EntryKey
from kasipkor_core.rulesets.calendar import Period

_DAY = dt.timedelta(days=1)
_WEEK = 7
_WEEKDAYS = 5
_TWO = 2
Words = tuple[str, ...] | None


@dataclass(frozen=True)
class _Place:
    """A contest as a place to be at: its item of the calendar, its days, those of the item."""

    item: str
    days: Span
    whole: Span


def check_hosts(world: World) -> Iterator[Clash]:
    """TC-C4: one host, two contests at once."""
    checked = sorted(
        (item for item, _ in world.list_checked() if item.span),
        key=lambda one: (one.span, one.item),
    )
    for one, other in combinations(checked, 2):
        both = overlap(*_spans(one, other))
        if both and one.region == other.region:
            first, second = sorted((one, other), key=lambda it: (_spans(it)[0][0], it.item))
            certain = one.days is not None and other.days is not None
            yield span_clash(
                "TC-C4",
                "host_clash",
                "error",
                first,
                both,
                second=second.item,
                certain=certain,
                takes_days=True,
            )


def check_people(world: World) -> Iterator[Clash]:
    """TC-C5: somebody in two events on one day."""
    met: dict[tuple[str, str, Words, Span], list[tuple[str | None, Span]]] = defaultdict(list)
    for listed in _list_present(world).values():
        for pair in combinations(listed, 2):
            (one, here), (other, there) = sorted(pair, key=_order)
            both = overlap(here.days, there.days)
            if both and here.item != there.item and _is_same(world, one, other):
                met[here.item, there.item, one.folded, both].append((one.name, here.whole))
    for (first, second, _, both), seen in met.items():
        name = min((name for name, _ in seen if name), default=None)
        left = count_left(seen[0][1], both)
        days = (both[1] - both[0]).days + 1
        yield Clash("TC-C5", "person_clash", "error", first, second, *both, days, name, left=left)


def check_periods(world: World) -> Iterator[Clash]:
    """TC-C6, TC-C7, TC-C8 and TC-C13: what else happens in the school year."""
    for item, rules in world.list_checked():
        for period in rules.periods:
            for second, region, span, known in _list_periods(world, period, item.season):
                both = overlap(item.span, span) if item.span else None
                if both is None:
                    continue
                inside = both == item.span
                reason = period.period + ("_same_city" if region and region == item.region else "")
                yield span_clash(
                    period.rule,
                    reason,
                    period.severity,
                    item,
                    both,
                    second=second,
                    certain=known and (item.days is not None or inside),
                    takes_days=True,
                )


def check_days_off(world: World) -> Iterator[Clash]:
    """TC-C9: days off from Monday to Friday inside the event."""
    for item, _ in world.list_checked():
        off = [day for day in list_days(item.span) if _is_day_off(day)]
        if off:
            certain = item.days is not None
            yield Clash(
                "TC-C9",
                "holiday",
                "warning" if certain else "info",
                item.item,
                None,
                off[0],
                off[-1],
                len(off),
                note=", ".join(map(str, off)),
                is_certain=certain,
                left=sum(map(is_working_day, list_days(item.span))),
            )


def check_weeks(world: World) -> Iterator[Clash]:
    """TC-C12: too many contests in one calendar week."""
    weeks: dict[tuple[str, int, dt.date, int], set[str]] = defaultdict(set)
    for item, rules in world.list_checked():
        for day in list_days(item.days):
            if rules.contests_a_week is not None:
                monday = day - dt.timedelta(days=day.weekday())
                key = (item.programme, item.season, monday, rules.contests_a_week)
                weeks[key].add(item.item)
    for (_, _, monday, most), named in weeks.items():
        if len(named) > most:
            sunday = monday + (_WEEK - 1) * _DAY
            listed = sorted(named)
            yield Clash(
                "TC-C12", "load", "info", listed[0], None, monday, sunday, _WEEK,
                note=", ".join(listed),
            )  # fmt: skip


def _order(there: tuple[Person, _Place]) -> tuple[dt.date, str]:
    return there[1].days[0], there[1].item


def _list_present(world: World) -> dict[object, list[tuple[Person, _Place]]]:
    """Return who is present where, by whatever somebody can be known again by."""
    people: dict[str, list[Person]] = defaultdict(list)
    for person in world.people:
        people[person.contest].append(person)
    merged: dict[EntryKey, list[object]] = defaultdict(list)
    for pair in (pair for pair, same in world.links.items() if same):
        for entry in pair:
            merged[entry].append(pair)
    present: dict[object, list[tuple[Person, _Place]]] = defaultdict(list)
    for contest, place in _list_places(world):
        for person in people[contest]:
            known = merged[person.entry] if person.entry else []
            for key in (person.folded, person.code, *known):
                if key:
                    present[key].append((person, place))
    return present


def _list_places(world: World) -> list[tuple[str, _Place]]:
    """Return each contest with its days and its item of the calendar."""
    planned = {item.item: item for item in world.items if item.kind == "schedule"}
    found: list[tuple[str, str, Span]] = []
    for contest in world.contests:
        plan = planned.get(contest.contest)
        days = plan.days if plan else _read_days(contest)
        if days:
            found.append((contest.contest, name_item(contest, is_planned=plan is not None), days))
    spans: dict[str, list[Span]] = defaultdict(list)
    for _, item, days in found:
        spans[item].append(days)
    whole = {
        item: (min(days[0] for days in all_days), max(days[1] for days in all_days))
        for item, all_days in spans.items()
    }
    return [(contest, _Place(item, days, whole[item])) for contest, item, days in found]


def _is_same(world: World, one: Person, other: Person) -> bool:
    """Say whether two of one name are one person: by decision, else by region and id."""
    if one.entry and other.entry:
        decided = world.links.get(frozenset((one.entry, other.entry)))
        if decided is not None:
            return decided
    regions = {one.region, other.region} - {None}
    known = {one.code, other.code} - {None}
    return len(regions) < _TWO and len(known) < _TWO


def _list_periods(
    world: World, period: Period, season: int
) -> Iterator[tuple[str, str | None, Span, bool]]:
    """Yield what a period is in a school year: facts where there are any, else the rule's days."""
    found = [
        (item.item, item.region, item.span, item.days is not None)
        for item in world.items
        if period.programme
        and (item.programme, item.level, item.season) == (period.programme, period.level, season)
        and item.state == "planned"
        and item.span
    ]
    yield from found
    if period.starts_on and period.ends_on:
        span: Span | None = (period.starts_on, period.ends_on)
    else:
        span = find_span(season, (period.first_month, None), (period.last_month, None))
    if not found and span and find_school_year(span[0]) == season:
        yield period.period, period.region, span, True


def _spans(*items: Item) -> list[Span]:
    return [item.span for item in items if item.span]


def _read_days(contest: Held) -> Span | None:
    if contest.starts_on is None:
        return None
    return contest.starts_on, contest.ends_on or contest.starts_on


def _is_day_off(day: dt.date) -> bool:
    return day.weekday() < _WEEKDAYS and not is_working_day(day)

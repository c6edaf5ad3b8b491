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
from kasipkor_core.recount.clash import Clash, EntryKey, Person, World, list_days, span_clash
from kasipkor_core.recount.days import is_working_day
from kasipkor_core.rulesets.calendar import Period

_DAY = dt.timedelta(days=1)
_WEEK = 7
_WEEKDAYS = 5
_TWO = 2


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
                "TC-C4", "host_clash", "error", first, both, second=second.item, certain=certain
            )


def check_people(world: World) -> Iterator[Clash]:
    """TC-C5: somebody in two events on one day."""
    met: dict[tuple[str, str, str, Span], set[str]] = defaultdict(set)
    for listed in _list_present(world).values():
        for pair in combinations(listed, 2):
            one, other = sorted(pair, key=lambda there: (there.days[0], there.item))
            both = overlap(one.days, other.days)
            if both and one.item != other.item and _is_same(world, one.person, other.person):
                key = (one.item, other.item, one.person.name.lower(), both)
                met[key].add(one.person.name)
    for (first, second, _, both), names in met.items():
        days = (both[1] - both[0]).days + 1
        yield Clash("TC-C5", "person_clash", "error", first, second, *both, days, min(names))


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


@dataclass(frozen=True)
class _Present:
    """Somebody at an item of the calendar."""

    person: Person
    item: str
    days: Span


def _list_present(world: World) -> dict[str | frozenset[EntryKey], list[_Present]]:
    """Return who is present where, by whatever somebody can be known again by."""
    planned = {item.item: item for item in world.items if item.kind == "schedule"}
    people: dict[str, list[Person]] = defaultdict(list)
    for person in world.people:
        people[person.contest].append(person)
    present: dict[str | frozenset[EntryKey], list[_Present]] = defaultdict(list)
    for contest in world.contests:
        item = name_item(contest, is_planned=contest.contest in planned)
        plan = planned.get(contest.contest)
        days = plan.days if plan else _read_days(contest)
        if days:
            for person in people[contest.contest]:
                for key in _list_keys(world, person):
                    present[key].append(_Present(person, item, days))
    return present


def _list_keys(world: World, person: Person) -> list[str | frozenset[EntryKey]]:
    """Return what somebody is known by: the name, the sheet's own id, entries said to be one's."""
    named = [person.name.lower(), *([f"id {person.person}"] if person.person else [])]
    return [*named, *(pair for pair, same in world.links.items() if same and person.entry in pair)]


def _is_same(world: World, one: Person, other: Person) -> bool:
    """Say whether two of one name are one person: by decision, else by region and id."""
    if one.entry and other.entry:
        decided = world.links.get(frozenset((one.entry, other.entry)))
        if decided is not None:
            return decided
    regions = {one.region, other.region} - {None}
    known = {one.person, other.person} - {None}
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

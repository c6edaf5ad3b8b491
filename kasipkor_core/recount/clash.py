"""A clash of the calendar, and everything the checks look at."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from kasipkor_core.recount.calendar import Held, Item, Span
from kasipkor_core.recount.days import count_working_days
from kasipkor_core.recount.persons import EntryKey, fold_name
from kasipkor_core.rulesets.calendar import Calendar

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Clash:
    """One thing that speaks against the calendar; the columns of ``mart.schedule_clashes``."""

    kind: str
    reason: str
    severity: str
    first: str
    second: str | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    days: int | None = None
    person: str | None = None
    note: str | None = None
    is_certain: bool = True
    left: int | None = None


@dataclass(frozen=True)
class Person:
    """Somebody who is present at a contest: an expert or a member of an entry.

    Attributes:
        contest: The contest.
        name: Full name; null once erased.
        person: The sheet's own id of the person.
        region: Own region.
        entry: The entry; null: an expert.
    """

    contest: str
    name: str | None
    person: str | None
    region: str | None
    entry: EntryKey | None = None

    @property
    def folded(self) -> tuple[str, ...] | None:
        """Return the name for comparing, or nothing once it is erased."""
        return fold_name(self.name) if self.name else None

    @property
    def code(self) -> str | None:
        """Return the sheet's own id for comparing."""
        return (self.person or "").strip().upper() or None


@dataclass(frozen=True)
class Region:
    """A region and the days it exists."""

    region: str
    valid_from: dt.date | None
    valid_to: dt.date | None


@dataclass(frozen=True)
class World:
    """Everything the checks look at.

    Attributes:
        items: The lines of the calendar.
        contests: Contests with their days.
        people: Who is present where.
        regions: The regions of the country.
        partners: Contest to the kinds of employers of its experts.
        entered: Contest to the regions that have an entry in it.
        winners: Programme, season, unit and region with a regional winner.
        links: Two entries to what people decided: the same person, or not.
    """

    items: tuple[Item, ...]
    contests: tuple[Held, ...] = ()
    people: tuple[Person, ...] = ()
    regions: tuple[Region, ...] = ()
    partners: dict[str, frozenset[str]] = field(default_factory=dict)
    entered: dict[str, frozenset[str]] = field(default_factory=dict)
    winners: frozenset[tuple[str, int, str | None, str]] = frozenset()
    links: dict[frozenset[EntryKey], bool] = field(default_factory=dict)

    def list_checked(self) -> Iterator[tuple[Item, Calendar]]:
        """Yield the lines that the checks of a schedule are for, with their rules."""
        for item in self.items:
            if item.rules and item.is_checked:
                yield item, item.rules


def span_clash(
    kind: str,
    reason: str,
    severity: str,
    item: Item,
    span: Span,
    *,
    second: str | None = None,
    certain: bool = True,
    note: str | None = None,
    takes_days: bool = False,
) -> Clash:
    """Return a clash on the days of a span; a possible one is no more than a note."""
    days = (span[1] - span[0]).days + 1
    level = severity if certain else "info"
    left = count_left(item.span, span) if takes_days and item.span else None
    return Clash(kind, reason, level, item.item, second, *span, days, None, note, certain, left)


def count_left(span: Span, taken: Span) -> int:
    """Return the working days of a span without those of a clash."""
    return count_working_days(*span) - count_working_days(*taken)


def list_days(span: Span | None) -> list[dt.date]:
    """Return the days from first to last."""
    if span is None:
        return []
    return [span[0] + number * _DAY for number in range((span[1] - span[0]).days + 1)]


def list_regions(world: World, span: Span) -> list[str]:
    """Return the regions that exist on a day of the span."""
    return sorted(
        one.region
        for one in world.regions
        if (one.valid_from or span[1]) <= span[1] and (one.valid_to or span[0]) >= span[0]
    )

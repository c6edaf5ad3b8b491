"""Works that are due beside an application, and whose entries are marked (BP-03, BP-04, BP-06)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class WorkRules:
    """What a work must be.

    Attributes:
        due_on: Last day, in ``zone``; null: none.
        inclusive: The day counts to its end.
        level: Level of the tour the day lies in; null: it binds every level.
        min_pages: Fewest pages.
        refuses_short: A shorter work is as none; else it is warned of and marked.
        missing_is_zero: Without a work an entry stands with zero points; else it is not ranked.
    """

    due_on: dt.date | None = None
    inclusive: bool = True
    zone: str = "UTC"
    level: str | None = None
    min_pages: int = 0
    refuses_short: bool = False
    missing_is_zero: bool = False


@dataclass(frozen=True)
class Work:
    """One work: whose, when it came, how many pages (null: not counted)."""

    entry_no: int
    received_at: dt.datetime
    pages: int | None = None


WorkState = Literal["accepted", "missing", "late", "refused"]


def judge_works(
    rules: WorkRules,
    works: Iterable[Work],
    entries: Iterable[int],
    *,
    level: str,
    waived: frozenset[tuple[int, str]] = frozenset(),
) -> dict[int, WorkState]:
    """Return what has become of the work of each entry; nothing where no work is on record.

    Args:
        rules: What a work must be.
        works: The works of the contest.
        entries: Its entries.
        level: Its level.
        waived: Entries that somebody let through, with ``late`` or ``pages``.

    Source:
        Rulebook BP-03 (the last day counts to its end in the zone of the rules), BP-04, BP-06.
    """
    there = {work.entry_no: work for work in works}
    if not there:
        return {}
    end = _find_end(rules) if rules.level in (None, level) else None
    return {entry: _judge(rules, there.get(entry), end, waived) for entry in entries}


def _judge(
    rules: WorkRules, work: Work | None, end: dt.datetime | None, waived: frozenset[tuple[int, str]]
) -> WorkState:
    if work is None:
        return "missing"
    if end is not None and work.received_at >= end and (work.entry_no, "late") not in waived:
        return "late"
    is_short = work.pages is not None and work.pages < rules.min_pages
    if is_short and rules.refuses_short and (work.entry_no, "pages") not in waived:
        return "refused"
    return "accepted"


def _find_end(rules: WorkRules) -> dt.datetime | None:
    """Return the first moment that is too late."""
    if rules.due_on is None:
        return None
    day = rules.due_on + dt.timedelta(days=1 if rules.inclusive else 0)
    return dt.datetime.combine(day, dt.time(), tzinfo=ZoneInfo(rules.zone))

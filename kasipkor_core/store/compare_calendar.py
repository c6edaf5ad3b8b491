"""The calendar against the second engine: its lines, and everything that speaks against it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import duckdb

from kasipkor_core.recount.calendar import (
    Held,
    Item,
    Plan,
    build_calendar,
    count_days,
    find_regional_due,
)
from kasipkor_core.recount.clash import Clash, Person, Region, World
from kasipkor_core.recount.clashes import list_clashes
from kasipkor_core.recount.persons import EntryKey
from kasipkor_core.rulesets import parse_ruleset
from kasipkor_core.rulesets.calendar import Calendar

_RULES = """
    select ruleset.ruleset_hash, ruleset.content
    from ref.ruleset as ruleset
    semi join ref.calendar as calendar on calendar.ruleset_hash = ruleset.ruleset_hash
"""
_PLANS = """
    select
        'schedule', contest_no, item, no, programme, season, level, unit, region, base, 'planned',
        first_month, first_year, last_month, last_year, starts_on, ends_on, ruleset_hash
    from fact.schedule_item
    union all
    select
        'event', contest_no, event, null, programme, season, level, null, region, place, state,
        first_month, first_year, last_month, last_year, starts_on, ends_on, ruleset_hash
    from fact.event
"""
_CONTESTS = """
    select
        contest_no, contest, programme, season, level, region, unit, host, starts_on, ends_on,
        ruleset_hash
    from fact.contest
    where not is_archive
"""
_PEOPLE = """
    select
        contest.contest, person.name, person.person, person.region, person.contest_no,
        person.entry_no
    from (
        select
            for_contest_no as contest_no, null::integer as entry_no, name,
            null::varchar as person, region
        from fact.expert
        union all
        select contest_no, entry_no, name, person, region
        from fact.entry_member
        where status = 'active'
    ) as person
    inner join fact.contest as contest on contest.contest_no = person.contest_no
"""
_LINKS = """
    select
        decision.kind = 'person_merge', decision.contest_no, decision.entry_no,
        other.contest_no, other.entry_no
    from fact.decision as decision
    inner join fact.contest as contest
        on starts_with(decision.value, contest.contest || '/')
    inner join fact.entry as other
        on other.contest_no = contest.contest_no
        and contest.contest || '/' || other.entry = decision.value
    where
        decision.kind in ('person_merge', 'person_split')
        and decision.entry_no is not null
    order by decision.batch_no, decision.source_row nulls first
"""
_PARTNERS = """
    select distinct contest.contest, expert.employer_kind
    from fact.expert as expert
    inner join fact.contest as contest on contest.contest_no = expert.for_contest_no
    where expert.employer_kind is not null
"""
_REGIONS = "select region, valid_from, valid_to from ref.region"
_ENTERED = """
    select contest.contest, entry.region
    from fact.entry as entry
    inner join fact.contest as contest on contest.contest_no = entry.contest_no
    where
        entry.region is not null
        and entry.status in ('active', 'absent')
        and (entry.status = 'absent' or not exists (
            select decision.entry_no
            from fact.decision as decision
            where
                decision.kind = 'exclude'
                and decision.contest_no = entry.contest_no
                and decision.entry_no = entry.entry_no
        ))
"""
_WINNERS = """
    select contest.programme, contest.season, contest.unit, contest.region
    from fact.entry_total as total
    inner join fact.contest as contest on contest.contest_no = total.contest_no
    where contest.level = 'oblast' and total.award = 'winner' and contest.region is not null
"""
_SCHEDULE = """
    select
        kind, item, season, programme, region, starts_on, ends_on, first_month, last_month,
        working_days, regional_due_on, status
    from mart.schedule
"""
_CLASHES = """
    select
        kind, reason, severity, first, second, starts_on, ends_on, days, person, note, is_certain,
        working_days_left
    from mart.schedule_clashes
"""
Row = tuple[Any, ...]


def compare_calendar(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    """Return where the calendar and its clashes differ from the second engine, in words.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).

    Source:
        DESIGN 8 (second engine). Rulebook TC-C1 to TC-C13, TC-05, SL-05.
    """
    world = _read_world(cursor)
    lines = [_list_line(item) for item in world.items]
    clashes = [_list_clash(clash) for clash in list_clashes(world)]
    return [
        *_compare("mart.schedule", _read(cursor, _SCHEDULE), lines),
        *_compare("mart.schedule_clashes", _read(cursor, _CLASHES), clashes),
    ]


def _compare(view: str, in_views: list[Row], in_recount: list[Row]) -> Iterator[str]:
    """Yield the rows that only one of the two has, as often as it has them more."""
    one, other = Counter(in_views), Counter(in_recount)
    for row in (one - other).elements():
        yield f"{view}: only in the views: {_show(row)}"
    for row in (other - one).elements():
        yield f"{view}: only in the second engine: {_show(row)}"


def _show(row: Row) -> str:
    return ", ".join("–" if value is None else str(value) for value in row)


def _read_world(cursor: duckdb.DuckDBPyConnection) -> World:
    rules = {
        ruleset_hash: parse_ruleset(content, name="ref.ruleset").calendar
        for ruleset_hash, content in _read(cursor, _RULES)
    }
    plans = [_make_plan(row, rules) for row in _read(cursor, _PLANS)]
    links = _read_links(cursor)
    contests = tuple(Held(*(*row, rules.get(pin))) for *row, pin in _read(cursor, _CONTESTS))
    return World(
        items=tuple(build_calendar(plans, contests)),
        contests=contests,
        people=_read_people(cursor),
        regions=tuple(Region(*row) for row in _read(cursor, _REGIONS)),
        partners=_group(_read(cursor, _PARTNERS)),
        entered=_group(_read(cursor, _ENTERED)),
        winners=frozenset(_read(cursor, _WINNERS)),
        links=links,
    )


def _read_links(cursor: duckdb.DuckDBPyConnection) -> dict[frozenset[EntryKey], bool]:
    """Return what people decided about two entries; the newest decision holds."""
    return {
        frozenset(((one, entry), (other, other_entry))): is_same
        for is_same, one, entry, other, other_entry in _read(cursor, _LINKS)
    }


def _read_people(cursor: duckdb.DuckDBPyConnection) -> tuple[Person, ...]:
    return tuple(
        Person(*(*row, (contest_no, entry_no) if entry_no is not None else None))
        for *row, contest_no, entry_no in _read(cursor, _PEOPLE)
    )


def _make_plan(row: Row, rules: dict[str, Calendar | None]) -> Plan:
    *what, first, first_year, last, last_year, starts_on, ends_on, pin = row
    months = ((first, first_year), (last, last_year))
    return Plan(*(*what, *months, starts_on, ends_on, rules.get(pin)))


def _group(pairs: list[Row]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for contest, value in pairs:
        groups[contest].add(value)
    return {contest: frozenset(values) for contest, values in groups.items()}


def _list_line(item: Item) -> Row:
    months = [day.strftime("%Y-%m") for day in item.window or item.days or ()]
    return (
        item.kind,
        item.item,
        item.season,
        item.programme,
        item.region,
        *(item.days or (None, None)),
        *(months or (None, None)),
        count_days(item),
        find_regional_due(item),
        item.status,
    )


def _list_clash(clash: Clash) -> Row:
    return tuple(vars(clash).values())


def _read(cursor: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    return cursor.execute(sql).fetchall()

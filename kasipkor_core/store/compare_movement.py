"""Quotas and honours of the movement against the second engine."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

import duckdb

from kasipkor_core import recount
from kasipkor_core.recount import Member, QuotaRule, Winner
from kasipkor_core.recount.persons import EntryKey
from kasipkor_core.rulesets import parse_ruleset
from kasipkor_core.rulesets.movement import EditionRule, Movement
from kasipkor_core.store.compare import Difference
from kasipkor_core.store.differences import Row, list_columns, list_differences, read_rows

_CONTESTS = """
    select
        contest.contest_no, contest.contest, contest.programme, contest.season, contest.level,
        coalesce(contest.stream, 'wsk') as stream, contest.region, ruleset.content
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
"""
_RANKED = """
    select contest_no, entry_no, place, scale, points_sum, judge_count
    from fact.entry_total
    where place is not null
"""
_ENTRIES = "select contest_no, entry_no, entry, region from fact.entry"
_MEMBERS = """
    select contest_no, entry_no, name_no, name, person, region, organisation
    from fact.entry_member
"""
_DECISIONS = """
    select contest_no, entry_no, kind, value
    from fact.decision
    where entry_no is not null
    order by batch_no, coalesce(source_row, 0)
"""
_HONOURS = "select event, kind, contest_no, entry_no, region, scale from mart.honours"
_QUOTAS = """
    select
        concat_ws(' ', programme, season, level) as event, region, winners, persons, persons_wsk,
        persons_abilympics, persons_deafskills, persons_agroskills, minimum, maximum, status,
        seats_in, seats_hold
    from mart.quotas
"""
_SEATS = "select contest, entry, status from mart.quota_seats where is_winner"
_NO_REGION = ""
Group = tuple[str, str]
Parts = tuple[list[Winner], list[Winner], list[EditionRule]]


@dataclass(frozen=True)
class _Places:
    """Which contests take part in a quota, and which of their places go on."""

    contest: Row
    places: tuple[int, ...]
    rule: EditionRule | None


def compare_honours(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where the honours differ from the second engine (WM-37).

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).
    """
    contests = {row["contest_no"]: row for row in read_rows(cursor, _CONTESTS)}
    regions = {_key(row): row["region"] for row in read_rows(cursor, _ENTRIES)}
    events: dict[str, list[recount.HonourEntry]] = defaultdict(list)
    for row in read_rows(cursor, _RANKED):
        if row["scale"] is not None:
            key = _key(row)
            event = _name_event(contests[key[0]])
            events[event].append(recount.HonourEntry(key[0], key[1], regions[key], row["scale"]))
    found = {
        (event, f"{honour.kind} {honour.entry.contest} {honour.entry.entry_no}"): {
            "region": honour.entry.region,
            "scale": honour.entry.scale,
        }
        for event, entries in events.items()
        for honour in recount.list_honours(entries)
    }
    shown = {
        (row["event"], f"{row['kind']} {row['contest_no']} {row['entry_no']}"): row
        for row in read_rows(cursor, _HONOURS)
    }
    return list(list_differences("mart.honours", shown, found))


def compare_quotas(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where quotas and seats differ from the second engine (WS-10).

    The places of the tally go in: contest by contest ``compare_contests`` has checked them.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).
    """
    named = _name_entries(cursor)
    counts: dict[Group, Row] = {}
    seats: dict[Group, Row] = {}
    for group, (winners, others, rule) in _list_groups(cursor).items():
        if group[1] != _NO_REGION:
            counts[group] = list_columns(recount.count_quota(winners, others, rule))
        for entry, status in recount.decide_seats(winners, rule).items():
            seats[named[entry]] = {"status": status}
    shown = {(row.pop("event"), row.pop("region")): row for row in read_rows(cursor, _QUOTAS)}
    board = {(row["contest"], row["entry"]): row for row in read_rows(cursor, _SEATS)}
    return [
        *list_differences("mart.quotas", shown, counts),
        *list_differences("mart.quota_seats", board, seats),
    ]


def _list_groups(
    cursor: duckdb.DuckDBPyConnection,
) -> Mapping[Group, tuple[list[Winner], list[Winner], QuotaRule]]:
    """Return winners, other entries let in, and the rule of each region at each level."""
    contests = {row["contest_no"]: row for row in read_rows(cursor, _CONTESTS)}
    rules = {number: one for number, row in contests.items() if (one := _find_rule(row))}
    homes = {_key(row): row["region"] for row in read_rows(cursor, _ENTRIES)}
    persons, decisions = _join_persons(cursor, contests), _list_decisions(cursor)
    found: dict[Group, Parts] = {}
    for rule in rules.values():
        _open(found, rule, rule.contest["region"])
    for row in read_rows(cursor, _RANKED):
        own, key = rules.get(row["contest_no"]), _key(row)
        if own is None:
            continue
        group = _open(found, own, homes[key] or own.contest["region"])
        winner = _describe(row, own, persons[key], decisions[key])
        if winner.place in own.places:
            group[0].append(winner)
        elif winner.verdict == "in" and not winner.is_given_up:
            group[1].append(winner)
    return {
        group: (winners, others, _take_strictest(editions))
        for group, (winners, others, editions) in found.items()
    }


def _open(found: dict[Group, Parts], one: _Places, region: str | None) -> Parts:
    """Return the lists of a region at a level; entries of no region have no quota."""
    event = " ".join(str(one.contest[key]) for key in ("programme", "season", "level"))
    group = found.setdefault((event, region or _NO_REGION), ([], [], []))
    if one.rule and region:
        group[2].append(one.rule)
    return group


@cache
def _read_movement(content: str) -> Movement | None:
    return parse_ruleset(content, name="ref.ruleset").movement


def _find_rule(contest: Row) -> _Places | None:
    movement = _read_movement(contest["content"])
    levels = movement.levels if movement else ()
    places = next((one.advance_places for one in levels if one.level == contest["level"]), None)
    if movement is None or places is None:
        return None
    here = (contest["season"], contest["level"])
    edition = next((one for one in movement.editions if (one.season, one.level) == here), None)
    own = edition.advance_places if edition else None
    return _Places(contest, places if own is None else own, edition)


def _take_strictest(rules: list[EditionRule]) -> QuotaRule:
    lows = [rule.minimum for rule in rules if rule.minimum is not None]
    highs = [rule.maximum for rule in rules if rule.maximum is not None]
    return QuotaRule(
        minimum=max(lows, default=None),
        maximum=min(highs, default=None),
        enforce=any(rule.enforce for rule in rules),
    )


def _describe(
    row: Row, one: _Places, persons: frozenset[str], decided: list[tuple[str, str]]
) -> Winner:
    points = row["points_sum"]
    winner = Winner(
        entry=_key(row),
        place=row["place"],
        total=None if points is None else Fraction(points) / row["judge_count"],
        persons=persons,
        stream=one.contest["stream"],
        is_given_up=("waiver", "seat") in decided,
    )
    verdicts = [value for kind, value in decided if kind == "tie" and value in ("in", "out")]
    return replace(winner, verdict=verdicts[-1]) if verdicts else winner


def _join_persons(
    cursor: duckdb.DuckDBPyConnection, contests: Mapping[int, Row]
) -> dict[EntryKey, frozenset[str]]:
    members = [
        Member(
            entry=_key(row),
            member=row["name_no"],
            code=row["person"],
            name=row["name"],
            region=row["region"] or contests[row["contest_no"]]["region"],
            organisation=row["organisation"],
        )
        for row in read_rows(cursor, _MEMBERS)
    ]
    return recount.join_persons(members, list_merged(cursor))


def list_merged(cursor: duckdb.DuckDBPyConnection) -> list[tuple[EntryKey, EntryKey]]:
    """Return the pairs of entries that the newest decision about them calls the same person."""
    named = {f"{contest}/{entry}": key for key, (contest, entry) in _name_entries(cursor).items()}
    newest: dict[frozenset[EntryKey], str] = {}
    for row in read_rows(cursor, _DECISIONS):
        if row["kind"] in ("person_merge", "person_split") and row["value"] in named:
            newest[frozenset((_key(row), named[row["value"]]))] = row["kind"]
    pairs = (sorted(pair) for pair, kind in newest.items() if kind == "person_merge")
    return [(pair[0], pair[-1]) for pair in pairs]


def _list_decisions(
    cursor: duckdb.DuckDBPyConnection,
) -> defaultdict[EntryKey, list[tuple[str, str]]]:
    found: defaultdict[EntryKey, list[tuple[str, str]]] = defaultdict(list)
    for row in read_rows(cursor, _DECISIONS):
        found[_key(row)].append((row["kind"], row["value"]))
    return found


def _name_entries(cursor: duckdb.DuckDBPyConnection) -> dict[EntryKey, tuple[str, str]]:
    contests = {row["contest_no"]: row["contest"] for row in read_rows(cursor, _CONTESTS)}
    return {
        _key(row): (contests[row["contest_no"]], row["entry"])
        for row in read_rows(cursor, _ENTRIES)
    }


def _key(row: Row) -> EntryKey:
    return row["contest_no"], row["entry_no"]


def _name_event(contest: Row) -> str:
    parts = (contest["programme"], contest["season"], contest["level"], contest["region"])
    return "-".join(str(part) for part in parts if part is not None)

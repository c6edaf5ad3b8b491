"""The views against the second engine: the same facts, counted twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

import duckdb

from kasipkor_core import recount
from kasipkor_core.recount.rounding import round_half_away
from kasipkor_core.rulesets import parse_ruleset
from kasipkor_core.store.facts import ask_for, read_facts

_NAMES = """
    select contest.contest_no, contest.contest
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where
        contest.contest_no between $low and $high
        and list_contains($contests, contest.contest_no)
        and ruleset.engine not in ('options', 'exam', 'funnel')
    order by contest.contest_no
"""
_TOTALS = """
    select
        contest_no, entry_no, points_sum, judge_count, place, is_tied, scale, scale_method, award,
        marks, marks_expected, open_aspects
    from fact.entry_total
    where contest_no between $low and $high and list_contains($contests, contest_no)
"""
_BOARD = """
    select contest_no, entry_no, place, is_tied, total, scale, award, marks, marks_expected
    from mart.leaderboard
    where contest_no between $low and $high and list_contains($contests, contest_no)
"""
_TEAM_ENTRIES = """
    select
        contest.season, contest.programme, contest.level, coalesce(contest.stream, 'wsk') as stream,
        entry.region, contest.contest_no, ruleset.content, total.award, total.scale
    from fact.entry_total as total
    inner join fact.contest as contest on contest.contest_no = total.contest_no
    inner join fact.entry as entry
        on entry.contest_no = total.contest_no
        and entry.entry_no = total.entry_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where
        entry.status = 'active'
        and not entry.is_guest
        and entry.region is not null
        and not exists (
            select decision.entry_no
            from fact.decision as decision
            where
                decision.kind = 'exclude'
                and decision.contest_no = total.contest_no
                and decision.entry_no = total.entry_no
        )
"""
_TEAMS = """
    select
        season, programme, level, stream, region, gold, silver, bronze, medallion, entries,
        skills, medal_points, average_medal_points, scale_points, average_scale_points,
        place_medal_points, place_average_medal_points, place_scale_points,
        place_average_scale_points
    from mart.teams
"""
_EVENT = ("season", "programme", "level", "stream")
_ON_BOARD = ("place", "is_tied", "scale", "award", "marks", "marks_expected")
_SHOWN = 3
Row = dict[str, Any]
Key = TypeVar("Key", int, str)


@dataclass(frozen=True)
class Difference:
    """One number that the two engines do not agree on.

    Attributes:
        contest: Contest id; for a team table its season, programme, level and stream.
        entry: Number of the entry, or the region of a team table.
        field: Column; ``mart.leaderboard.`` stands before the columns of the board.
        in_views: What the views say; null when they do not have the row.
        in_recount: What the second engine says; null when it does not have the row.
    """

    contest: str
    entry: int | str
    field: str
    in_views: object
    in_recount: object

    def __str__(self) -> str:
        """Return the difference as a sentence for the operator."""
        return (
            f"{self.contest}, {self.entry}: {self.field} is {self.in_views} in the views"
            f" and {self.in_recount} in the second engine"
        )


def compare_contests(
    cursor: duckdb.DuckDBPyConnection, *, contests: Sequence[int]
) -> dict[int, list[Difference]]:
    """Return where totals and boards of contests differ from the second engine.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).
        contests: Physical keys; some dozens at a time keep both plans and memory small.

    Returns:
        Differences by contest number; of a contest that the reader does not see, none.

    Source:
        DESIGN 8 (second engine). Means are compared exactly; the board's total to thousandths.
    """
    question = ask_for(contests)
    facts = read_facts(cursor, contests=contests)
    totals, boards = (_read(cursor, sql, question) for sql in (_TOTALS, _BOARD))
    differences = {}
    for contest_no, contest in cursor.execute(_NAMES, question).fetchall():
        found = recount.recount_contest(facts[contest_no])
        counted = {total.entry_no: _list_columns(total) for total in found}
        shown = {total.entry_no: _show_on_board(total) for total in found}
        differences[contest_no] = [
            *_compare(contest, "", totals[contest_no], counted),
            *_compare(contest, "mart.leaderboard.", boards[contest_no], shown),
        ]
    return differences


def compare_teams(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where the team tables differ from the second engine.

    The awards and scale scores of the tally go in: contest by contest they are checked by
    ``compare_contests``, and all the marks of the nation are not read again for a table.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).

    Source:
        Rulebook WM-40, WM-41. Averages are compared to thousandths, places exactly.
    """
    events: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in recount.count_teams(_list_team_entries(cursor)):
        events[_name_event(row.event)][row.region] = _list_columns(row)
    views: dict[str, dict[str, Row]] = defaultdict(dict)
    for found in _read_all(cursor, _TEAMS):
        event = _name_event(tuple(found.pop(key) for key in _EVENT))
        views[event][found.pop("region")] = found
    return [
        difference
        for event in sorted(events.keys() | views.keys())
        for difference in _compare(event, "mart.teams.", views[event], events[event])
    ]


def _list_team_entries(cursor: duckdb.DuckDBPyConnection) -> Iterator[recount.TeamEntry]:
    worth: dict[str, dict[str, int]] = {}
    for row in _read_all(cursor, _TEAM_ENTRIES):
        content = row["content"]
        if content not in worth:
            worth[content] = _list_medal_points(content)
        if worth[content]:
            yield recount.TeamEntry(
                event=tuple(row[key] for key in _EVENT),
                region=row["region"],
                skill=row["contest_no"],
                award=row["award"],
                medal_points=worth[content].get(row["award"], 0),
                scale=row["scale"],
            )


def _list_medal_points(content: str) -> dict[str, int]:
    """Return the worth of each award; nothing for a ruleset without medals."""
    ruleset = parse_ruleset(content, name="ref.ruleset")
    if recount.translate_ruleset(ruleset).medals is None:
        return {}
    return recount.list_medal_points(ruleset)


def _name_event(event: tuple[object, ...]) -> str:
    return " ".join(str(part) for part in event)


def _list_columns(found: recount.EntryTotal | recount.TeamRow) -> Row:
    keys = {"entry_no", "event", "region"}
    return {one.name: getattr(found, one.name) for one in fields(found) if one.name not in keys}


def _show_on_board(total: recount.EntryTotal) -> Row:
    """Return what the board says: the mean to thousandths instead of sum and divisor."""
    columns = _list_columns(total)
    mean = recount.Points(total.points_sum, total.judge_count).total
    shown = {name: columns[name] for name in _ON_BOARD}
    return shown | {"total": None if mean is None else round_half_away(mean, _SHOWN)}


def _compare(
    contest: str, view: str, in_views: Mapping[Key, Row], in_recount: Mapping[Key, Row]
) -> Iterator[Difference]:
    for key in sorted(in_views.keys() | in_recount.keys()):
        if key not in in_views or key not in in_recount:
            yield Difference(contest, key, f"{view}*", key in in_views, key in in_recount)
            continue
        for field, expected in in_recount[key].items():
            if not _is_same(in_views[key][field], expected):
                yield Difference(contest, key, view + field, in_views[key][field], expected)


def _is_same(in_views: object, in_recount: object) -> bool:
    """Compare as exact numbers; a double of the views is taken to thousandths, as shown."""
    if isinstance(in_recount, Fraction) and isinstance(in_views, float | Decimal):
        return round_half_away(Fraction(in_views), _SHOWN) == round_half_away(in_recount, _SHOWN)
    return in_views == in_recount


def _read(cursor: duckdb.DuckDBPyConnection, sql: str, question: Row) -> dict[int, dict[int, Row]]:
    found: dict[int, dict[int, Row]] = defaultdict(dict)
    for row in _read_all(cursor, sql, question):
        found[row.pop("contest_no")][row.pop("entry_no")] = row
    return found


def _read_all(
    cursor: duckdb.DuckDBPyConnection, sql: str, question: Row | None = None
) -> list[Row]:
    answer = cursor.execute(sql, question)
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

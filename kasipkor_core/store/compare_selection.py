"""Selections for the civil service: the views against the second engine, by every reading."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import duckdb

from kasipkor_core.recount.selection import Standing, count_selection, find_window
from kasipkor_core.recount.selection_steps import Contest, Result
from kasipkor_core.rulesets import parse_ruleset
from kasipkor_core.rulesets.selection import Selection
from kasipkor_core.rulesets.selection_rows import DEFAULT, list_variants
from kasipkor_core.store.compare import Difference

_CONTESTS = """
    select
        contest.contest_no, contest.contest, ruleset.content, scale.number, language.number
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    left join score.reading_answer as scale
        on scale.contest_no = contest.contest_no
        and scale.key = 'interview_max'
    left join score.reading_answer as language
        on language.contest_no = contest.contest_no
        and language.key = 'lang_min'
    where ruleset.engine = 'funnel'
    order by contest.contest_no
"""
_RESULTS = """
    select
        contest_no, entry_no, batch_no, source_row, step, part, member, score, category,
        seniority_days, education, status, violation, epoch_us(happened_at)
    from fact.selection_result
"""
_DECISIONS = """
    select contest_no, entry_no, kind, value
    from fact.decision
    where kind in ('exclude', 'tie') and entry_no is not null
    order by batch_no
"""
_STANDINGS = """
    select
        contest_no, variant, entry_no, step, reason, status,
        case when step in ('ability', 'interview', 'result') then line end as line,
        place,
        case when step = 'ability' then number end as number,
        total,
        case when step = 'result' then missing end as tie_step
    from score.selection_standing
"""
_SHOWN = """
    select contest_no, entry_no, step, status, place, total
    from mart.selection
"""
_OUTCOMES = """
    select
        contest_no, variant, interviewed, announced_on, appoint_from, appoint_until,
        documents_due, documents_missing, documents_on
    from score.selection_outcome
"""
_NAMES = tuple(one.name for one in fields(Standing))
_NAMES_OF_VIEW = (
    "entry_no", "step", "reason", "status", "line", "place", "number", "total", "tie_step",
)  # fmt: skip
Key = tuple[int, str]
Row = dict[str, Any]


def compare_selections(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where steps, cuts, places or days differ from the second engine.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).

    Source:
        Rulebook CS-05 to CS-41, C6. Every reading is counted, and compared exactly.
    """
    contests = cursor.execute(_CONTESTS).fetchall()
    if not contests:
        return []
    results, decisions = _read_results(cursor), _group(cursor, _DECISIONS)
    standings, outcomes = _read_standings(cursor), _read_outcomes(cursor)
    shown = _group(cursor, _SHOWN)
    readings = {content: _read_variants(content) for content in {row[2] for row in contests}}
    differences: list[Difference] = []
    for number, contest, content, interview_max, lang_min in contests:
        zone, variants = readings[content]
        for variant, rules in variants.items():
            if variant != DEFAULT and rules.lang_min_of_contest and lang_min is None:
                continue
            rows = tuple(results[number])
            told = _tell_decisions(rules.steps, decisions[number])
            facts = Contest(rules, zone, rows, interview_max, *told, lang_min)
            name = f"{contest} ({variant})"
            found = count_selection(facts)
            differences += _compare(name, standings[number, variant], found)
            differences += _compare_window(name, facts, outcomes.get((number, variant)))
        differences += _compare_shown(contest, shown[number], standings[number, DEFAULT])
    return differences


def _read_variants(content: str) -> tuple[str, dict[str, Selection]]:
    ruleset = parse_ruleset(content, name="ref.ruleset")
    listed = list_variants(ruleset.selection) if ruleset.selection else ()
    return ruleset.zone, {variant: rules for variant, _, _, rules in listed}


def _tell_decisions(
    steps: Iterable[Any], decisions: Iterable[tuple[Any, ...]]
) -> tuple[dict[int, str], dict[int, int]]:
    known = {step.step for step in steps}
    excluded: dict[int, str] = {}
    decided: dict[int, int] = {}
    for entry_no, kind, value in decisions:
        if kind == "exclude":
            excluded[entry_no] = value if value in known else "result"
        elif value.isdecimal():
            decided[entry_no] = int(value)
    return excluded, decided


def _compare(
    contest: str, in_views: Iterable[Row], counted: Iterable[Standing]
) -> Iterator[Difference]:
    shown = {(row["entry_no"], row["step"]): row for row in in_views}
    found = {(one.entry_no, one.step): one for one in counted}
    for key in sorted(shown.keys() | found.keys()):
        row, standing = shown.get(key), found.get(key)
        if row is None or standing is None:
            yield Difference(
                contest, key[0], f"selection.{key[1]}", row is not None, standing is not None
            )
            continue
        for name in _NAMES:
            if row[name] != getattr(standing, name):
                field = f"selection.{key[1]}.{name}"
                yield Difference(contest, key[0], field, row[name], getattr(standing, name))


def _compare_window(contest: str, facts: Contest, outcome: Row | None) -> Iterator[Difference]:
    """Return where the window of appointment is not the one of the second engine."""
    if outcome is None or outcome["announced_on"] is None:
        return
    window = find_window(facts.rules, outcome["announced_on"], interviewed=outcome["interviewed"])
    named = ["appoint_until"]
    named += [] if facts.rules.documents_first else ["appoint_from"]
    named += ["documents_due"] if outcome["documents_due"] else []
    for name in named:
        if outcome[name] != getattr(window, name):
            yield Difference(
                contest, "*", f"selection.{name}", outcome[name], getattr(window, name)
            )


def _compare_shown(
    contest: str, rows: Iterable[tuple[Any, ...]], standings: Iterable[Row]
) -> Iterator[Difference]:
    """Return where what people read is not what was just counted."""
    shown = {(entry, step): tuple(row) for entry, step, *row in rows}
    counted = {
        (row["entry_no"], row["step"]): (row["status"], row["place"], row["total"])
        for row in standings
    }
    for key in sorted(shown.keys() | counted.keys()):
        if shown.get(key) != counted.get(key):
            yield Difference(
                contest, key[0], f"mart.selection.{key[1]}", shown.get(key), counted.get(key)
            )


def _read_results(cursor: duckdb.DuckDBPyConnection) -> defaultdict[int, list[Result]]:
    found: defaultdict[int, list[Result]] = defaultdict(list)
    for row in cursor.execute(_RESULTS).fetchall():
        cells: list[Any] = [*row[1:-1], _read_moment(row[-1])]
        found[row[0]].append(Result(*cells))
    return found


def _read_moment(micros: int | None) -> dt.datetime | None:
    if micros is None:
        return None
    return dt.datetime.fromtimestamp(0, dt.UTC) + dt.timedelta(microseconds=micros)


def _read_standings(cursor: duckdb.DuckDBPyConnection) -> defaultdict[Key, list[Row]]:
    found: defaultdict[Key, list[Row]] = defaultdict(list)
    for number, variant, *row in cursor.execute(_STANDINGS).fetchall():
        found[number, variant].append(dict(zip(_NAMES_OF_VIEW, row, strict=True)))
    return found


def _read_outcomes(cursor: duckdb.DuckDBPyConnection) -> dict[Key, Row]:
    names = (
        "interviewed", "announced_on", "appoint_from", "appoint_until", "documents_due",
        "documents_missing", "documents_on",
    )  # fmt: skip
    return {
        (number, variant): dict(zip(names, row, strict=True))
        for number, variant, *row in cursor.execute(_OUTCOMES).fetchall()
    }


def _group(cursor: duckdb.DuckDBPyConnection, sql: str) -> defaultdict[int, list[tuple[Any, ...]]]:
    found: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for number, *row in cursor.execute(sql).fetchall():
        found[number].append(tuple(row))
    return found

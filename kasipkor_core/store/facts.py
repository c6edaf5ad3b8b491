"""The raw facts of contests, as the second engine is given them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import duckdb

from kasipkor_core import recount
from kasipkor_core.rulesets import parse_ruleset

_CONTESTS = """
    select contest.contest_no, contest.is_archive, contest.level, ruleset.content
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where contest.contest_no between $low and $high and list_contains($contests, contest.contest_no)
"""
_ASPECTS = """
    select contest_no, aspect, criterion, kind, max_mark
    from fact.aspect
    where contest_no between $low and $high and list_contains($contests, contest_no)
"""
_MARKS = """
    select contest_no, entry_no, aspect, judge_no, mark
    from fact.mark
    where contest_no between $low and $high and list_contains($contests, contest_no)
"""
_SCORES = """
    select contest_no, entry_no, judge_no, criterion, points
    from fact.score
    where contest_no between $low and $high and list_contains($contests, contest_no)
"""
_SCALE_SCORES = """
    select contest_no, entry_no, scale
    from fact.scale_score
    where contest_no between $low and $high and list_contains($contests, contest_no)
"""
_ENTRIES = """
    select contest_no, entry_no, region, is_guest, status
    from fact.entry
    where contest_no between $low and $high and list_contains($contests, contest_no)
"""
_DECISIONS = """
    select contest_no, kind, value, entry_no
    from fact.decision
    where contest_no between $low and $high and list_contains($contests, contest_no)
    order by batch_no, source_row
"""
_WORKS = """
    select contest_no, entry_no, timezone('UTC', received_at), pages
    from fact.work
    where contest_no between $low and $high and list_contains($contests, contest_no)
"""
Row = tuple[Any, ...]


def ask_for(contests: Sequence[int]) -> dict[str, Any]:
    """Return the parameters of a question about contests: their list, and its range.

    Numbers lie close together, so the range prunes the scan and the list picks inside it.
    """
    return {"contests": list(contests), "low": min(contests), "high": max(contests)}


def read_facts(
    cursor: duckdb.DuckDBPyConnection, *, contests: Sequence[int]
) -> dict[int, recount.ContestFacts]:
    """Return everything in force about contests, as the cursor's reader sees it.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).
        contests: Physical keys; one plan answers for all of them.

    Returns:
        Facts by contest number; a contest that the reader does not see is left out.
    """
    rules: dict[str, recount.Rules] = {}
    question = ask_for(contests)

    def read(sql: str, make: Callable[..., Any]) -> dict[int, tuple[Any, ...]]:
        found: dict[int, list[Any]] = defaultdict(list)
        for contest_no, *row in cursor.execute(sql, question).fetchall():
            found[contest_no].append(make(*row))
        return defaultdict(tuple, {key: tuple(rows) for key, rows in found.items()})

    aspects, marks = read(_ASPECTS, recount.Aspect), read(_MARKS, recount.Mark)
    scores, scale_scores = read(_SCORES, recount.Score), read(_SCALE_SCORES, recount.ScaleScore)
    entries, decisions = read(_ENTRIES, recount.Entry), read(_DECISIONS, recount.Decision)
    works = read(_WORKS, _make_work)
    seen: list[Row] = cursor.execute(_CONTESTS, question).fetchall()
    for content in {row[-1] for row in seen}:
        rules[content] = recount.translate_ruleset(parse_ruleset(content, name="ref.ruleset"))
    return {
        contest_no: recount.ContestFacts(
            rules=rules[content],
            is_archive=is_archive,
            aspects=aspects[contest_no],
            marks=marks[contest_no],
            scores=scores[contest_no],
            scale_scores=scale_scores[contest_no],
            entries=entries[contest_no],
            decisions=decisions[contest_no],
            works=works[contest_no],
            level=level,
        )
        for contest_no, is_archive, level, content in seen
    }


def _make_work(entry_no: int, received_at: dt.datetime, pages: int | None) -> recount.Work:
    return recount.Work(entry_no, received_at.replace(tzinfo=dt.UTC), pages)

"""The raw facts of one contest, as the second engine is given them."""

from typing import Any

import duckdb

from kasipkor_core import recount
from kasipkor_core.rulesets import parse_ruleset

_CONTEST = """
    select contest.is_archive, ruleset.content
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where contest.contest_no = $contest_no
"""
_ASPECTS = """
    select aspect, criterion, kind, max_mark
    from fact.aspect
    where contest_no = $contest_no
"""
_MARKS = """
    select entry_no, aspect, judge_no, mark
    from fact.mark
    where contest_no = $contest_no
"""
_SCORES = """
    select entry_no, judge_no, criterion, points
    from fact.score
    where contest_no = $contest_no
"""
_SCALE_SCORES = """
    select entry_no, scale
    from fact.scale_score
    where contest_no = $contest_no
"""
_ENTRIES = """
    select entry_no, region, is_guest, status
    from fact.entry
    where contest_no = $contest_no
"""
_DECISIONS = """
    select kind, value, entry_no
    from fact.decision
    where contest_no = $contest_no
    order by batch_no, source_row
"""


def read_facts(cursor: duckdb.DuckDBPyConnection, *, contest_no: int) -> recount.ContestFacts:
    """Return everything in force about one contest, as the cursor's reader sees it.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).
        contest_no: Physical key of the contest.
    """

    def read(sql: str) -> list[tuple[Any, ...]]:
        return cursor.execute(sql, {"contest_no": contest_no}).fetchall()

    ((is_archive, content),) = read(_CONTEST)
    return recount.ContestFacts(
        rules=recount.translate_ruleset(parse_ruleset(content, name="ref.ruleset")),
        is_archive=is_archive,
        aspects=tuple(recount.Aspect(*row) for row in read(_ASPECTS)),
        marks=tuple(recount.Mark(*row) for row in read(_MARKS)),
        scores=tuple(recount.Score(*row) for row in read(_SCORES)),
        scale_scores=tuple(recount.ScaleScore(*row) for row in read(_SCALE_SCORES)),
        entries=tuple(recount.Entry(*row) for row in read(_ENTRIES)),
        decisions=tuple(recount.Decision(*row) for row in read(_DECISIONS)),
    )

"""The views against the second engine: the same facts, counted twice."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from fractions import Fraction

import duckdb

from kasipkor_core import recount
from kasipkor_core.recount.rounding import round_half_away

_CONTEST = """
    select contest.contest, contest.is_archive, ruleset.content
    from fact.contest as contest
    inner join ledger.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where contest.contest_no = $contest_no
    limit 1
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
_TOTALS = """
    select
        entry_no, points_sum, judge_count, place, is_tied, scale, scale_method, award,
        marks, marks_expected, open_aspects
    from fact.entry_total
    where contest_no = $contest_no
    order by entry_no
"""


@dataclass(frozen=True)
class Difference:
    """One number that the two engines do not agree on.

    Attributes:
        contest: Contest id; for a team table its season, programme, level and stream.
        entry: Number of the entry, or the region of a team table.
        field: Column.
        in_views: What the views say.
        in_recount: What the second engine says.
    """

    contest: str
    entry: int | str
    field: str
    in_views: object
    in_recount: object


def read_facts(cursor: duckdb.DuckDBPyConnection, *, contest_no: int) -> recount.ContestFacts:
    """Return everything in force about one contest, as the cursor's reader sees it.

    Args:
        cursor: A cursor with its variables set.
        contest_no: Physical key of the contest.
    """
    question = {"contest_no": contest_no}
    (is_archive, ruleset) = _read(cursor, _CONTEST, question)[0][1:]
    return recount.ContestFacts(
        rules=translate_rules(ruleset),
        is_archive=is_archive,
        aspects=tuple(recount.Aspect(*row) for row in _read(cursor, _ASPECTS, question)),
        marks=tuple(recount.Mark(*row) for row in _read(cursor, _MARKS, question)),
        scores=tuple(recount.Score(*row) for row in _read(cursor, _SCORES, question)),
        scale_scores=tuple(
            recount.ScaleScore(*row) for row in _read(cursor, _SCALE_SCORES, question)
        ),
        entries=tuple(recount.Entry(*row) for row in _read(cursor, _ENTRIES, question)),
        decisions=tuple(recount.Decision(*row) for row in _read(cursor, _DECISIONS, question)),
    )


def compare_contest(cursor: duckdb.DuckDBPyConnection, *, contest_no: int) -> list[Difference]:
    """Return where the totals and the board of one contest differ from the second engine.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).
        contest_no: Physical key of the contest.

    Returns:
        Nothing when they agree; an entry that one of them does not know has the field
        ``entry_no``.

    Source:
        DESIGN 8 (second engine).
    """

"""Vacancy contests: the views against the second engine, by every reading of the rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import duckdb

from kasipkor_core.recount.vacancy import CandidateTotal, Waiver, count_vacancy
from kasipkor_core.recount.vacancy_sheet import Answer, Post
from kasipkor_core.rulesets import parse_ruleset
from kasipkor_core.rulesets.vacancy import Vacancy
from kasipkor_core.rulesets.vacancy_rows import DEFAULT
from kasipkor_core.store.compare import Difference

_CONTESTS = """
    select contest.contest_no, contest.contest, ruleset.content
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where ruleset.engine = 'options'
    order by contest.contest_no
"""
_POSTS = """
    select contest_no, units, published_on, deadline_days, is_english
    from fact.vacancy
"""
_ANSWERS = """
    select
        contest_no, entry_no, batch_no, form, criterion, option, amount, event_date, claimed,
        verified, has_evidence
    from fact.candidate_answer
"""
_WAIVERS = """
    select contest_no, entry_no, kind, value
    from fact.decision
    where kind in ('exclude', 'waiver') and entry_no is not null
"""
_TOTALS = """
    select
        candidate.contest_no, candidate.variant, candidate.entry_no, candidate.form,
        candidate.form_due, candidate.claimed, candidate.verified, candidate.missing,
        place.place, place.is_tied, place.proposal
    from score.vacancy_candidate as candidate
    inner join score.vacancy_place as place
        on place.contest_no = candidate.contest_no
        and place.variant = candidate.variant
        and place.entry_no = candidate.entry_no
"""
_RANKING = """
    select
        contest_no, entry_no, form, form_due, claimed, verified, missing, place, is_tied, proposal
    from mart.vacancy_ranking
"""
_NAMES = tuple(one.name for one in fields(CandidateTotal))
Table = dict[tuple[int, str], dict[int, CandidateTotal]]


def compare_vacancies(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where posts, points, documents or places differ from the second engine.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).

    Source:
        Rulebook VC-01 to VC-26, B7. Every reading is counted, and compared exactly.
    """
    contests = cursor.execute(_CONTESTS).fetchall()
    if not contests:
        return []
    posts = {number: Post(*row) for number, *row in cursor.execute(_POSTS).fetchall()}
    answers = _group(cursor, _ANSWERS, Answer)
    waivers = _group(cursor, _WAIVERS, Waiver)
    shown = _read_totals(cursor)
    rules = {content: _read_variants(content) for content in {row[2] for row in contests}}
    return [
        difference
        for number, contest, content in contests
        for variant, ruleset in rules[content].items()
        for difference in _compare(
            f"{contest} ({variant})",
            shown[number, variant],
            count_vacancy(
                ruleset,
                posts.get(number, Post()),
                answers[number],
                waivers[number],
                in_force=rules[content][DEFAULT],
            ),
        )
    ] + _compare_rankings(cursor, shown, {number: contest for number, contest, _ in contests})


def _compare_rankings(
    cursor: duckdb.DuckDBPyConnection, shown: Table, contests: dict[int, str]
) -> list[Difference]:
    """Return where the ranking people read is not the one that was just counted."""
    found: dict[int, dict[int, CandidateTotal]] = defaultdict(dict)
    for number, *row in cursor.execute(_RANKING).fetchall():
        found[number][row[0]] = CandidateTotal(*row)
    return [
        difference
        for number, contest in contests.items()
        for difference in _compare(contest, found[number], shown[number, DEFAULT].values())
    ]


def _read_variants(content: str) -> dict[str, Vacancy]:
    rules = parse_ruleset(content, name="ref.ruleset").vacancy
    if rules is None:
        return {}
    return {DEFAULT: rules} | {one.name: rules.read_as(one) for one in rules.alternatives}


def _group(
    cursor: duckdb.DuckDBPyConnection, sql: str, kind: type[Any]
) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for number, *row in cursor.execute(sql).fetchall():
        found[number].append(kind(*row))
    return found


def _read_totals(cursor: duckdb.DuckDBPyConnection) -> Table:
    found: Table = defaultdict(dict)
    for number, variant, *row in cursor.execute(_TOTALS).fetchall():
        found[number, variant][row[0]] = CandidateTotal(*row)
    return found


def _compare(
    contest: str, in_views: dict[int, CandidateTotal], counted: Iterable[CandidateTotal]
) -> Iterator[Difference]:
    in_recount = {total.entry_no: total for total in counted}
    for entry_no in sorted(in_views.keys() | in_recount.keys()):
        one, other = in_views.get(entry_no), in_recount.get(entry_no)
        if one is None or other is None:
            yield Difference(contest, entry_no, "*", one is not None, other is not None)
            continue
        for name in _NAMES:
            if getattr(one, name) != getattr(other, name):
                values = getattr(one, name), getattr(other, name)
                yield Difference(contest, entry_no, f"vacancy.{name}", *values)

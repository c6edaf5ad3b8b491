"""The benchmark of regions and organisations against the second engine."""

from collections.abc import Iterator
from functools import cache

import duckdb

from kasipkor_core import recount
from kasipkor_core.recount.benchmark import BenchEntry, count_benchmark
from kasipkor_core.rulesets import Ruleset, parse_ruleset
from kasipkor_core.store.compare import Difference
from kasipkor_core.store.differences import Row, list_columns, list_differences, read_rows

_ENTRIES = """
    select
        contest.programme, contest.season, contest.level,
        coalesce(contest.stream, 'wsk') as stream, contest.contest_no,
        contest.region as scope_region, contest.organisation as scope_organisation,
        entry.region, entry.organisation, ruleset.content, total.award, total.place
    from fact.entry_total as total
    inner join fact.contest as contest on contest.contest_no = total.contest_no
    inner join fact.entry as entry
        on entry.contest_no = total.contest_no
        and entry.entry_no = total.entry_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where
        entry.status = 'active'
        and not entry.is_guest
        and not exists (
            select decision.entry_no
            from fact.decision as decision
            where
                decision.kind = 'exclude'
                and decision.contest_no = total.contest_no
                and decision.entry_no = total.entry_no
        )
"""
_BENCHMARK = """
    select
        concat_ws(' ', programme, season, level, stream) as event,
        concat_ws(', ', region, organisation) as whose,
        entries, winners, gold, silver, bronze, medallion, medal_points, skills, skills_held,
        points_per_skill, skills_share, entries_before, medal_points_before, medal_points_change,
        points_per_skill_before
    from mart.benchmark
"""


def compare_benchmark(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where the benchmark differs from the second engine (WS-12).

    The awards and places of the tally go in, as for the team tables.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).
    """
    found = {
        (" ".join(map(str, event)), ", ".join(filter(None, (region, organisation)))): list_columns(
            row
        )
        for (event, region, organisation), row in count_benchmark(_list_entries(cursor)).items()
    }
    shown = {(row.pop("event"), row.pop("whose")): row for row in read_rows(cursor, _BENCHMARK)}
    return list(list_differences("mart.benchmark", shown, found))


def _list_entries(cursor: duckdb.DuckDBPyConnection) -> Iterator[BenchEntry]:
    for row in read_rows(cursor, _ENTRIES):
        ruleset = _parse(row["content"])
        region = row["region"] or row["scope_region"]
        if region is None or recount.translate_ruleset(ruleset).medals is None:
            continue
        yield BenchEntry(
            event=(row["programme"], row["season"], row["level"], row["stream"]),
            contest=row["contest_no"],
            scope=(row["scope_region"], row["scope_organisation"]),
            region=region,
            organisation=row["organisation"] or row["scope_organisation"],
            award=row["award"],
            medal_points=recount.list_medal_points(ruleset).get(row["award"], 0),
            is_winner=row["place"] in _list_places(ruleset, row),
        )


def _list_places(ruleset: Ruleset, row: Row) -> tuple[int, ...]:
    """Return the places that go on; where nothing is said, the first."""
    if ruleset.movement is None:
        return (1,)
    here = (row["season"], row["level"])
    editions = (one for one in ruleset.movement.editions if (one.season, one.level) == here)
    own = next((one.advance_places for one in editions if one.advance_places is not None), None)
    levels = (one for one in ruleset.movement.levels if one.level == row["level"])
    return own or next((one.advance_places for one in levels), (1,))


@cache
def _parse(content: str) -> Ruleset:
    return parse_ruleset(content, name="ref.ruleset")

"""Indicators and centres against the second engine: the same reports, counted twice."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import duckdb

from kasipkor_core.recount.centres import Evidence, Readiness, count_readiness
from kasipkor_core.recount.progress import Standing, Value, count_progress
from kasipkor_core.recount.rounding import round_half_away
from kasipkor_core.recount.targets import Target
from kasipkor_core.rulesets import parse_ruleset
from kasipkor_core.store.compare import Difference
from kasipkor_core.store.differences import list_columns, list_differences, read_rows

_VALUES = """
    select indicator, region, organisation, period, numerator, denominator, since, as_of
    from fact.indicator_value
"""
_TARGETS = """
    select indicator, region, year, batch_no, minimum, maximum
    from fact.indicator_target
"""
_PROGRESS = """
    select
        period, indicator, region, organisation, numerator, denominator, value, target, status,
        gap, needed, shown_decimals, change
    from mart.progress
"""
_ITEMS = """
    select
        fact.organisation, fact.region, fact.profile, fact.item, fact.state, fact.basis,
        fact.evidence, fact.done_on, fact.valid_to, fact.checked_on, fact.ruleset_hash,
        cast(timezone(ruleset.zone, horizon.recorded_at) as date) as horizon_day
    from fact.centre_item as fact
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = fact.ruleset_hash
    left join fact.horizon as horizon on horizon.contest_no = fact.contest_no
    order by fact.batch_no, fact.source_row
"""
_CHECKLISTS = """
    select ruleset_hash, content
    from ref.ruleset
    where ruleset_hash in (select ruleset_hash from fact.centre_item)
"""
_READINESS = """
    select
        organisation, region, profile, satisfied, required, share, status, missing, noted,
        optional_satisfied, next_step, is_operating, steps_done, steps_required, steps_run
    from mart.centre_readiness
"""
_EVIDENCE = ("item", "state", "basis", "evidence", "done_on", "valid_to")
_SHOWN = 3
Row = dict[str, Any]


def compare_progress(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where ``mart.progress`` differs from the second engine.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).

    Source:
        Rulebook 6. Values are compared to thousandths, status and counts exactly.
    """
    values = [Value(**row) for row in read_rows(cursor, _VALUES)]
    targets = [Target(**row) for row in read_rows(cursor, _TARGETS)]
    counted = count_progress(values, targets)
    in_recount = {
        (f"{period} {indicator}", _name(*place)): _show_standing(standing)
        for (period, indicator, place), standing in counted.items()
    }
    in_views = {
        (f"{row['period']} {row['indicator']}", _name(row["region"], row["organisation"])): row
        for row in read_rows(cursor, _PROGRESS)
    }
    return list(list_differences("mart.progress", in_views, in_recount))


def compare_centres(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where ``mart.centre_readiness`` differs from the second engine.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).

    Source:
        Rulebook CC-21, CC-44. Shares are compared to thousandths, all else exactly.
    """
    in_recount = dict(_recount_centres(cursor))
    in_views = {
        ("centres", _name(row["organisation"], row["region"], row["profile"])): row
        for row in read_rows(cursor, _READINESS)
    }
    return list(list_differences("mart.centre_readiness", in_views, in_recount))


def _recount_centres(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[tuple[str, str], Row]]:
    checklists = {
        row["ruleset_hash"]: parse_ruleset(row["content"], name="ref.ruleset").checklist
        for row in read_rows(cursor, _CHECKLISTS)
    }
    centres: dict[tuple[str, str | None, str], list[Row]] = defaultdict(list)
    for row in read_rows(cursor, _ITEMS):
        centres[row["organisation"], row["region"], row["profile"]].append(row)
    for (organisation, region, profile), rows in centres.items():
        newest = rows[-1]
        checklist = checklists[newest["ruleset_hash"]]
        checked = [row["checked_on"] for row in rows if row["checked_on"] is not None]
        if checklist is None:
            continue
        found = count_readiness(
            checklist,
            [Evidence(**{name: row[name] for name in _EVIDENCE}) for row in rows],
            profile=profile,
            day=max(checked, default=newest["horizon_day"]),
        )
        yield ("centres", _name(organisation, region, profile)), _show_readiness(found)


def _show_standing(standing: Standing) -> Row:
    value = None if standing.value is None else round_half_away(standing.value, _SHOWN)
    return list_columns(standing) | {"value": value}


def _show_readiness(found: Readiness) -> Row:
    listed = {name: ", ".join(getattr(found, name)) or None for name in ("missing", "noted")}
    return list_columns(found) | listed | {"share": round_half_away(found.share, _SHOWN)}


def _name(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part is not None)

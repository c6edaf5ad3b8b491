"""Cached reads: pyarrow tables by data version, audience and language, shared by all visitors.

The horizon is part of every key, so nothing is ever stale; old versions fall out by number.
"""

import csv
import dataclasses
from functools import cache

import pyarrow as pa
import streamlit as st

from kasipkor_core import house
from kasipkor_core.store import Reader, query
from kasipkor_core.ui import session
from kasipkor_core.ui.session import Eyes, Visitor

_QUERIES = {
    "contests": """
        select
            contest_no, contest, programme, season, level, region, region_name, host, stream,
            unit, unit_name, sector, state, is_live, is_final, is_archive, ruleset,
            show_places_while_marking, entries, entries_complete, marks, marks_expected,
            open_aspects, tied, updated_at, updated_batch_no, published_batch_no,
            starts_on, ends_on
        from mart.contests
        order by contest_no
    """,
    "leaderboard": """
        select
            contest, entry, name, region, region_name, organisation, place, is_tied, total, scale,
            award, decided_by, tie_reason, marks, marks_expected, open_aspects, status,
            distance_to_next, is_guest
        from mart.leaderboard
        where contest_no = $contest_no
        order by ord, entry
    """,
    "awards": """
        select contest, entry, name, region, region_name, place, total, scale, award, decided_by
        from mart.awards
        where contest_no = $contest_no
        order by ord, place nulls last, entry
    """,
    "honours": """
        select
            event, kind, programme, season, level, region, region_name, contest, unit, entry, name,
            scale
        from mart.honours
        order by event, kind, region nulls first, entry
    """,
    "teams": """
        select
            season, programme, level, stream, region, region_name,
            gold, silver, bronze, medallion, entries,
            skills, medal_points, average_medal_points, scale_points, average_scale_points,
            place_medal_points, place_average_medal_points, place_scale_points,
            place_average_scale_points
        from mart.teams
        order by season desc, programme, level, stream, place_medal_points, region
    """,
    "batches": """
        select
            batch_no, kind, contest, sheet_kind, source_sheet, file_name, actor, actor_role,
            "at", reason, rows,
            contests, in_force, undone_by, replaced_by, replaces_batch_no, undoes_batch_no,
            has_file, sha256
        from mart.batches
        order by batch_no desc
    """,
}


def read(name: str, who: Visitor, **params: int | str) -> pa.Table:
    """Return one of the screens' tables as the visitor may see it.

    Args:
        name: contests, leaderboard, awards, honours, teams or batches.
        who: The visitor; role and horizon decide what is seen.
        params: Bound values, as ``contest_no``.
    """
    return _read(name, who.eyes(), tuple(sorted(params.items())))


@st.cache_resource(max_entries=512, show_spinner=False)
def _read(name: str, eyes: Eyes, params: tuple[tuple[str, int | str], ...]) -> pa.Table:
    reader = Reader(as_of=eyes.as_of, audience=eyes.audience, lang=eyes.lang)
    return query(session.store(), _QUERIES[name], reader, **dict(params))


def at_version(who: Visitor, version: int) -> Visitor:
    """Return the same visitor at another horizon."""
    return dataclasses.replace(who, as_of=version)


@cache
def region_names(lang: str) -> dict[str, str]:
    """Return the short names of the regions by ISO code, in the alphabet's order of the file."""
    path = house.DATA / "reference" / "regions.csv"
    with path.open(encoding="utf-8") as file:
        return {
            row["iso_code"]: row[f"short_{lang}"]
            for row in csv.DictReader(file)
            if not row["valid_to"]
        }


def region_name(code: str | None, lang: str) -> str:
    """Return the short name of a region; a foreign team keeps its code."""
    return region_names(lang).get(code, code) if code else ""

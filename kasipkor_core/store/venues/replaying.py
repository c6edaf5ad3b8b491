"""Replaying: the batches of a package closed one by one at the end of this chain."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from kasipkor_core.errors import Damaged
from kasipkor_core.fetching import fetch
from kasipkor_core.store.batch import (
    Act,
    Batch,
    close_batch,
    refuse_duplicates,
    run_file,
    write_force,
)
from kasipkor_core.store.erase import destroy
from kasipkor_core.store.query import Reader, set_reader
from kasipkor_core.store.standings import STILL_DECISIONS
from kasipkor_core.store.venues.conflicts import Take
from kasipkor_core.store.venues.laying import read_merge
from kasipkor_core.store.venues.package import Package

_MERGE = """
    insert into ledger.merge by name
    select
        0 as contest_no,
        getvariable('as_of')::integer as batch_no,
        $venue as venue,
        $public_key as public_key,
        $package_sha256 as package_sha256,
        $base_batch_no as base_batch_no,
        $head_batch_no as head_batch_no,
        $head_sha256 as head_sha256,
        make_timestamptz($exported_at_us) as exported_at
"""
_TAKE = "insert into ledger.merge_take values ($contest_no, getvariable('as_of')::integer, $taken)"
_ORIGIN = """
    insert into ledger.venue_batch
    values (0, getvariable('as_of')::integer, $merge_no, $venue_no, $venue_sha256)
"""
_SHEET = "set variable sheet = $sheet::varchar"
_HAS_MEMBERS = "select count(*) from ledger.entry_fact where batch_no = $batch_no"
_NOT_OF_ACT = frozenset({"batch_no", "venue_no", "venue_sha256", "source_sheet", "decisions"})


def write_merge(batch: Batch, package: Package, act: Act, taken: Mapping[int, Take]) -> None:
    """Write the act of merging: the package, and which contests are the venue's from here on.

    Args:
        batch: The batch of the act.
        package: The package.
        act: Who merges.
        taken: Contested contests by number, to whose they are.
    """
    cursor, said = batch.cursor, vars(package.manifest)
    named = {name: value for name, value in said.items() if f"${name}" in _MERGE}
    cursor.execute(_MERGE, named | {"package_sha256": package.sha256})
    for contest_no, whose in sorted(taken.items()):
        cursor.execute(_TAKE, {"contest_no": contest_no, "taken": whose})
    given = list_taken(taken, "venue")
    lines = cursor.execute(read_merge("rewind"), {"contests": given}).fetchall()
    contests = sorted({line[0] for line in lines})
    write_force(batch, [*((number, batch.batch_no, True) for number in contests), *lines])
    close_batch(batch, act, contests)


def replay(batch: Batch, taken: Mapping[int, Take]) -> None:
    """Close the new batches of a package after the act of merging.

    Args:
        batch: The act of merging, closed.
        taken: Contested contests by number, to whose they are.

    Raises:
        Damaged: a contest does not stand here as it stood at the venue.
        Refused: two batches in force would bring the same fact.
    """
    cursor, turned = batch.cursor, set()
    left_out = list_taken(taken, "centre")
    rows = fetch(cursor.sql(read_merge("batches"))).to_pylist()
    last = batch
    for row in rows:
        last = Batch(row["batch_no"], cursor)
        turned |= set(_write_batch(last, row, merge_no=batch.batch_no, left_out=left_out))
    refuse_duplicates(last, sorted(turned))
    _refuse_other_results(cursor, taken)


def list_taken(taken: Mapping[int, Take], whose: Take) -> list[int]:
    """Return the contests that are taken from one side."""
    return sorted(contest_no for contest_no, side in taken.items() if side == whose)


def _write_batch(
    batch: Batch, row: Mapping[str, Any], *, merge_no: int, left_out: Sequence[int]
) -> list[int]:
    cursor = batch.cursor
    set_reader(cursor, Reader(as_of=batch.batch_no))
    cursor.execute(_SHEET, {"sheet": row["source_sheet"]})
    origin = {name: row[name] for name in ("venue_no", "venue_sha256")}
    cursor.execute(_ORIGIN, origin | {"merge_no": merge_no})
    if cursor.execute(_HAS_MEMBERS, {"batch_no": batch.batch_no}).fetchone() != (0,):
        run_file(batch, "shown_entry")
    told = {"batch_no": batch.batch_no, "left_out": left_out}
    lines = cursor.execute(read_merge("lines"), told).fetchall()
    write_force(batch, lines)
    decisions = row["decisions"] or []
    if "erase" in decisions:
        erased = cursor.sql(read_merge("erased"), params={"batch_no": batch.batch_no})
        destroy(batch, fetch(erased).to_pylist())
    act = Act(
        **{name: value for name, value in row.items() if name not in _NOT_OF_ACT},
        decision=max(decisions, key=lambda kind: kind not in STILL_DECISIONS, default=None),
    )
    contests = sorted({line[0] for line in lines})
    close_batch(batch, act, contests)
    return contests


def _refuse_other_results(cursor: duckdb.DuckDBPyConnection, taken: Mapping[int, Take]) -> None:
    """Refuse a package whose contests do not stand here as they stood at the venue."""
    told = {"answered": sorted(taken), "venue": list_taken(taken, "venue")}
    other = cursor.execute(read_merge("results"), told).fetchall()
    if other:
        raise Damaged(
            "{contest} does not stand here as it stood at the venue. Bring both to one version of "
            "Kasipkor, verify both, and pack again. Nothing was written.",
            contest=other[0][0],
        )

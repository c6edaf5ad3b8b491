"""Merging: what a venue did, batch by batch at the end of this chain, in one transaction."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

import duckdb

from kasipkor_core.errors import Damaged, Refused
from kasipkor_core.store.batch import Act, Batch, open_batch, open_draft
from kasipkor_core.store.connect import Store
from kasipkor_core.store.entitled import refuse_role
from kasipkor_core.store.venues.conflicts import Conflict, Take, find_conflicts, list_open, settle
from kasipkor_core.store.venues.laying import lay_package, run_merge, show_package
from kasipkor_core.store.venues.lending import (
    find_lent,
    find_office_secret,
    find_trusted,
    refuse_stranger,
)
from kasipkor_core.store.venues.package import Manifest, Package, read_package
from kasipkor_core.store.venues.packing import read_migration
from kasipkor_core.store.venues.replaying import replay, write_merge

_BASE = "select sha256 from ledger.batch where batch_no = $base"
_SET_BASE = "set variable base = $value::integer"
_SET_KEY = "set variable venue_key = $value::varchar"
_NEW = "select venue_no, centre_no from merge_batch where is_new order by venue_no"
_REWRITTEN = """
    select origin.venue_batch_no
    from ledger.venue_batch as origin
    inner join ledger.merge as merge
        on merge.batch_no = origin.merge_batch_no
        and merge.public_key = $public_key
    left join pack_ledger_batch as packed on packed.batch_no = origin.venue_batch_no
    where
        origin.venue_batch_no <= $head
        and packed.sha256 is distinct from origin.venue_sha256
    order by origin.venue_batch_no
    limit 1
"""
_BROKEN = """
    select batch_no
    from (
        select
            batch.batch_no,
            batch.sha256,
            batch.prev_sha256,
            lag(batch.sha256) over by_number as before,
            row_number() over by_number as position,
            audit.batch_digest(batch) as digest
        from pack_ledger_batch as batch
        window by_number as (order by batch.batch_no)
    ) as link
    where
        sha256 <> digest
        or prev_sha256 <> coalesce(before, $base_sha256)
        or batch_no <> $base + position
    order by batch_no
    limit 1
"""


@dataclass(frozen=True)
class Merged:
    """What a merge did, or would do.

    Attributes:
        venue: The venue.
        batch_no: The act of merging; null: nothing was written.
        batches: The new batches, as the venue numbers them, to their numbers here.
        conflicts: What does not go together, answered or not.
        open: Those of them that keep the package out.
        stranger: The key that signed the package, if nobody here knows it; null: it is known.
    """

    venue: str
    batch_no: int | None
    batches: Mapping[int, int]
    conflicts: tuple[Conflict, ...]
    open: tuple[Conflict, ...]
    stranger: str | None = None


def look_at_package(
    store: Store, data: bytes, *, now: dt.datetime, answers: Mapping[str, Take] | None = None
) -> Merged:
    """Return what merging a package would do, and do nothing.

    The key is not asked about: a stranger's package may be looked at. Otherwise as
    ``merge_package``, but conflicts without an answer are returned, not refused.
    """
    package = read_package(data, office_secret=find_office_secret(store))
    key = package.manifest.public_key
    stranger = key if find_trusted(store, key) is None else None
    with open_draft(store) as batch:
        merged = _merge(batch, package, Act("merge", ""), now=now, answers=answers or {})
    return replace(merged, stranger=stranger)


def merge_package(
    store: Store,
    data: bytes,
    *,
    actor: str,
    now: dt.datetime,
    answers: Mapping[str, Take] | None = None,
    trusted: str | None = None,
    file_name: str | None = None,
    actor_role: str = "operator",
) -> Merged:
    """Write what a venue did since its copy at the end of the chain: all of it or nothing.

    Every batch gets a new number and hash and keeps who, when and why; ``ledger.venue_batch`` says
    what it was there. A later package of the same venue brings only what is new.

    Args:
        store: The open ledger of the office.
        data: The package.
        actor: Who merges.
        now: What the clock here says.
        answers: Contested contests, and ``clock``, to ``venue``, ``centre`` or ``both``.
        trusted: The key of a venue that nobody here knows yet, as the venue said it.
        file_name: What the package was called.
        actor_role: Role of the actor.

    Returns:
        What was done; nothing was written when the package holds nothing new.

    Raises:
        Damaged: the package is not what the venue signed, its chain is broken, or its contests
            would stand otherwise here.
        NotAllowed: the role may not merge.
        NotFound: nobody here knows the key.
        Refused: conflicts without an answer; the copy was not of this ledger; another version.
    """
    refuse_role(actor_role, "merge")
    if find_lent(store):
        raise Refused("This ledger is itself a venue's copy. Merge at the office that lent it.")
    package = read_package(data, office_secret=find_office_secret(store))
    key, venue = package.manifest.public_key, package.manifest.venue
    refuse_stranger(store, key, venue=venue, actor=actor, trusted=trusted)
    act = Act("merge", actor, actor_role, file_name=file_name)
    with open_batch(store) as batch:
        merged = _merge(batch, package, act, now=now, answers=answers or {})
        if merged.open:
            raise Refused(
                "The package of {venue} and this ledger differ in {count} points without an "
                "answer; nothing was written. Look at them with --dry-run, and say whose each "
                "contest is: --take CONTEST=venue.",
                venue=venue,
                count=len(merged.open),
            )
    return merged


def _merge(
    batch: Batch, package: Package, act: Act, *, now: dt.datetime, answers: Mapping[str, Take]
) -> Merged:
    cursor, venue = batch.cursor, package.manifest.venue
    _open_package(cursor, package)
    numbers = dict(cursor.execute(_NEW).fetchall())
    if not numbers:
        return Merged(venue, None, {}, (), ())
    lay_package(cursor)
    conflicts = find_conflicts(cursor, package.manifest, now=now)
    taken = settle(cursor, conflicts, answers)
    left = list_open(conflicts, answers)
    if left:
        return Merged(venue, None, numbers, conflicts, left)
    write_merge(batch, package, act, taken)
    replay(batch, taken)
    return Merged(venue, batch.batch_no, numbers, conflicts, ())


def _open_package(cursor: duckdb.DuckDBPyConnection, package: Package) -> None:
    """Lay the tables of a package beside the ledger, once its chain goes on from ours."""
    manifest = package.manifest
    _refuse_unfit(cursor, manifest)
    show_package(cursor, package)
    _refuse_broken(cursor, manifest)
    cursor.execute(_SET_BASE, {"value": manifest.base_batch_no})
    cursor.execute(_SET_KEY, {"value": manifest.public_key})
    run_merge(cursor, "numbers")


def _refuse_unfit(cursor: duckdb.DuckDBPyConnection, manifest: Manifest) -> None:
    if manifest.migration != read_migration(cursor):
        raise Refused("The package was made by another version of Kasipkor. Bring both to one.")
    base = cursor.execute(_BASE, {"base": manifest.base_batch_no}).fetchone()
    if base != (manifest.base_sha256,):
        raise Refused(
            "The copy of {venue} was not made of this ledger: batch {batch_no} is another here. "
            "Merge the package where the copy was lent.",
            venue=manifest.venue,
            batch_no=manifest.base_batch_no,
        )


def _refuse_broken(cursor: duckdb.DuckDBPyConnection, manifest: Manifest) -> None:
    base = {"base": manifest.base_batch_no, "base_sha256": manifest.base_sha256}
    broken = cursor.execute(_BROKEN, base).fetchone()
    if broken:
        raise Damaged(
            "Batch {batch_no} of the package is not what was written at {venue}: its chain is "
            "broken. Verify the ledger there. Nothing was written.",
            batch_no=broken[0],
            venue=manifest.venue,
        )
    told = {"public_key": manifest.public_key, "head": manifest.head_batch_no}
    rewritten = cursor.execute(_REWRITTEN, told).fetchone()
    if rewritten:
        raise Damaged(
            "Batch {batch_no} of {venue} is another than the one that was merged before: the "
            "ledger there was brought back to an older state. Lend the venue a new copy.",
            batch_no=rewritten[0],
            venue=manifest.venue,
        )

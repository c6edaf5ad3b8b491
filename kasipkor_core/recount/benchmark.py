"""What regions and organisations have achieved, and the year before (WS-12, EX-35)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kasipkor_core.recount.rounding import round_half_away

_SHOWN = 3
_SHARE_SHOWN = 1
Event = tuple[str, int, str, str]
Scope = tuple[str | None, str | None]
Key = tuple[Event, str, str | None]


@dataclass(frozen=True)
class BenchEntry:
    """One competing entry; guests are left out by the caller.

    Attributes:
        event: Programme, season, level and stream.
        contest: The contest.
        scope: Region and organisation the contest is held for; null: any.
        region: Home region.
        organisation: Own organisation; null: not known.
        award: Award code; null: none.
        medal_points: What the award is worth.
        is_winner: Has a place that goes on, or the first.
    """

    event: Event
    contest: object
    scope: Scope
    region: str
    organisation: str | None
    award: str | None
    medal_points: int
    is_winner: bool


@dataclass(frozen=True)
class BenchRow:
    """One region or organisation: the columns of ``mart.benchmark``."""

    entries: int
    winners: int
    gold: int
    silver: int
    bronze: int
    medallion: int
    medal_points: int
    skills: int
    skills_held: int
    points_per_skill: Fraction
    skills_share: Fraction
    entries_before: int | None = None
    medal_points_before: int | None = None
    medal_points_change: int | None = None
    points_per_skill_before: Fraction | None = None


def count_benchmark(entries: Iterable[BenchEntry]) -> dict[Key, BenchRow]:
    """Return a row for every region (organisation null) and organisation in it.

    Source:
        Rulebook WS-12: entries, winners, medals, medal points, points a skill entered, share
        of the skills held that were entered, and the season before. Skills held are those of
        contests open to the region or organisation, or entered by it.
    """
    known = list(entries)
    groups: dict[Key, list[BenchEntry]] = defaultdict(list)
    for entry in known:
        groups[entry.event, entry.region, None].append(entry)
        if entry.organisation is not None:
            groups[entry.event, entry.region, entry.organisation].append(entry)
    offered: dict[Event, dict[object, Scope]] = defaultdict(dict)
    for entry in known:
        offered[entry.event][entry.contest] = entry.scope
    rows = {key: _count(key, group, offered[key[0]]) for key, group in groups.items()}
    return {key: _add_before(row, rows.get(_go_back(key))) for key, row in rows.items()}


def _count(key: Key, group: Sequence[BenchEntry], offered: Mapping[object, Scope]) -> BenchRow:
    medals = Counter(entry.award for entry in group)
    entered = {entry.contest for entry in group}
    held = entered | {contest for contest, scope in offered.items() if _is_open(scope, key)}
    points = sum(entry.medal_points for entry in group)
    return BenchRow(
        entries=len(group),
        winners=sum(entry.is_winner for entry in group),
        gold=medals["gold"],
        silver=medals["silver"],
        bronze=medals["bronze"],
        medallion=medals["medallion"],
        medal_points=points,
        skills=len(entered),
        skills_held=len(held),
        points_per_skill=round_half_away(Fraction(points, len(entered)), _SHOWN),
        skills_share=round_half_away(Fraction(100 * len(entered), len(held)), _SHARE_SHOWN),
    )


def _is_open(scope: Scope, key: Key) -> bool:
    _, region, organisation = key
    scope_region, scope_organisation = scope
    return scope_region in (None, region) and (
        organisation is None or scope_organisation in (None, organisation)
    )


def _go_back(key: Key) -> Key:
    (programme, season, level, stream), region, organisation = key
    return (programme, season - 1, level, stream), region, organisation


def _add_before(row: BenchRow, before: BenchRow | None) -> BenchRow:
    if before is None:
        return row
    return replace(
        row,
        entries_before=before.entries,
        medal_points_before=before.medal_points,
        medal_points_change=row.medal_points - before.medal_points,
        points_per_skill_before=before.points_per_skill,
    )

"""Tables of regions and members, and the honours of an event (WM-37, WM-40, WM-41)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

Number = int | Fraction


@dataclass(frozen=True)
class TeamEntry:
    """One ranked entry of a championship, as far as team tables look at it.

    Attributes:
        event: Season, programme, level and stream: entries of one table.
        region: Region or member the entry stands for.
        skill: The contest; a team of several persons is one entry in it.
        award: Award code; null: none.
        medal_points: What the award is worth by the rules of its contest (WM-40).
        scale: Score on the standard scale; null: none yet.
    """

    event: tuple[object, ...]
    region: str
    skill: object
    award: str | None
    medal_points: int
    scale: int | None


@dataclass(frozen=True)
class TeamRow:
    """One region in one table; the averages are exact, points a skill."""

    event: tuple[object, ...]
    region: str
    gold: int
    silver: int
    bronze: int
    medallion: int
    entries: int
    skills: int
    medal_points: int
    average_medal_points: Fraction
    scale_points: int
    average_scale_points: Fraction
    place_medal_points: int = 0
    place_average_medal_points: int = 0
    place_scale_points: int = 0
    place_average_scale_points: int = 0


@dataclass(frozen=True)
class HonourEntry:
    """One ranked entry of an event with its score on the standard scale."""

    contest: object
    entry_no: int
    region: str | None
    scale: int


@dataclass(frozen=True)
class Honour:
    """``best_of_region`` or ``best_of_event``, and who has it."""

    kind: str
    entry: HonourEntry


def count_teams(entries: Iterable[TeamEntry]) -> list[TeamRow]:
    """Return the four orders of each event's table, one row a region.

    Args:
        entries: Ranked entries; guests are left out by the caller.

    Source:
        Rulebook WM-40, WM-41; equal values share a place (1, 1, 3).
    """
    events: dict[tuple[object, ...], dict[str, list[TeamEntry]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for entry in entries:
        events[entry.event][entry.region].append(entry)
    return [
        row
        for regions in events.values()
        for row in _rank_rows([_add_region(group) for group in regions.values()])
    ]


def _add_region(group: list[TeamEntry]) -> TeamRow:
    medals = Counter(entry.award for entry in group)
    skills = len({entry.skill for entry in group})
    points = sum(entry.medal_points for entry in group)
    scale = sum(entry.scale or 0 for entry in group)
    return TeamRow(
        event=group[0].event,
        region=group[0].region,
        gold=medals["gold"],
        silver=medals["silver"],
        bronze=medals["bronze"],
        medallion=medals["medallion"],
        entries=len(group),
        skills=skills,
        medal_points=points,
        average_medal_points=Fraction(points, skills),
        scale_points=scale,
        average_scale_points=Fraction(scale, skills),
    )


def _rank_rows(rows: list[TeamRow]) -> list[TeamRow]:
    return [
        replace(
            row,
            place_medal_points=_place(row.medal_points, [r.medal_points for r in rows]),
            place_average_medal_points=_place(
                row.average_medal_points, [r.average_medal_points for r in rows]
            ),
            place_scale_points=_place(row.scale_points, [r.scale_points for r in rows]),
            place_average_scale_points=_place(
                row.average_scale_points, [r.average_scale_points for r in rows]
            ),
        )
        for row in rows
    ]


def _place(own: Number, everyone: Sequence[Number]) -> int:
    return 1 + sum(other > own for other in everyone)


def list_honours(entries: Iterable[HonourEntry]) -> list[Honour]:
    """Return the best of each region and of the whole event, sharers together.

    Args:
        entries: Ranked entries of one event that have a scale score.

    Source:
        Rulebook WM-37.
    """
    known = list(entries)
    regions = {entry.region for entry in known if entry.region is not None}
    best = [
        honour
        for region in sorted(regions)
        for honour in _choose_best(
            "best_of_region", [entry for entry in known if entry.region == region]
        )
    ]
    return best + _choose_best("best_of_event", known)


def _choose_best(kind: str, entries: Sequence[HonourEntry]) -> list[Honour]:
    top = max((entry.scale for entry in entries), default=None)
    return [Honour(kind, entry) for entry in entries if entry.scale == top]

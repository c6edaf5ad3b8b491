"""What the keys of a ruleset say of each other: a sheet that no criterion has, an award of nothing.

Only files are looked at like this. What a ledger has pinned to its contests stays as it was.
"""

import csv
from collections.abc import Iterator, Sequence
from functools import cache

from kasipkor_core import house
from kasipkor_core.rulesets.model import Criterion, Ruleset
from kasipkor_core.rulesets.sense_readings import list_reading_faults

Place = tuple[int | str, ...]
Fault = tuple[Place, str]


def find_fault(ruleset: Ruleset) -> Fault | None:
    """Return the place of the first key that makes half a ruleset, and why; null: there is none."""
    return next(_list_faults(ruleset), None)


def _list_faults(ruleset: Ruleset) -> Iterator[Fault]:
    yield from _list_criteria_faults(ruleset)
    yield from _list_awarding_faults(ruleset)
    yield from _list_award_faults(ruleset)
    yield from _list_date_faults(ruleset)
    yield from _list_old_faults(ruleset)
    yield from _list_quota_faults(ruleset)
    yield from _list_region_faults(ruleset)
    yield from _list_checklist_faults(ruleset)
    yield from list_reading_faults(ruleset)


def _list_criteria_faults(ruleset: Ruleset) -> Iterator[Fault]:
    names = [(one.sheet, one.criterion) for one in ruleset.criteria]
    for number in _list_repeated(names):
        yield ("criteria", number, "criterion"), "the sheet has this criterion already"
    marking = ruleset.marking
    if marking is None:
        return
    used = _list_used(ruleset)
    if ruleset.criteria and marking.sheet is None:
        yield ("marking",), "the key sheet is missing: it names the criteria that are used"
    elif marking.sheet is not None and not used:
        yield ("marking", "sheet"), "no criterion is of this sheet"
    if sum(one.max_points for one in used) > marking.max_points:
        yield ("marking", "max_points"), "the criteria of the sheet add up to more"


def _list_awarding_faults(ruleset: Ruleset) -> Iterator[Fault]:
    awarding = ruleset.awarding
    if awarding is None:
        return
    if awarding.kind == "scale" and ruleset.scale is None:
        yield ("awarding", "kind"), "the table scale is missing"
    known = {one.criterion for one in _list_used(ruleset)}
    order = awarding.criteria_order
    if awarding.winner_tie == "criteria_order" and not order:
        yield ("awarding", "winner_tie"), "criteria_order names no criterion"
    if ruleset.criteria and not known.issuperset(order):
        yield ("awarding", "criteria_order"), "it names what is no criterion of the sheet"
    places = {one.place for one in ruleset.awards}
    if not places.issuperset(awarding.prize_places):
        yield ("awarding", "prize_places"), "a place has no award"


def _list_award_faults(ruleset: Ruleset) -> Iterator[Fault]:
    names = [one.award for one in ruleset.awards]
    for number in _list_repeated(names):
        yield ("awards", number, "award"), "there is such an award already"
    if ruleset.advancement and ruleset.advancement.award not in names:
        yield ("advancement", "award"), "there is no such award"


def _list_date_faults(ruleset: Ruleset) -> Iterator[Fault]:
    why = "it is before starts_on"
    for number, tour in enumerate(ruleset.tours):
        if tour.ends_on < tour.starts_on:
            yield ("tours", number, "ends_on"), why
    for number, period in enumerate(ruleset.calendar.periods if ruleset.calendar else ()):
        if period.starts_on and period.ends_on and period.ends_on < period.starts_on:
            yield ("calendar", "periods", number, "ends_on"), why
    if ruleset.selection and ruleset.selection.ends_on < ruleset.selection.starts_on:
        yield ("selection", "ends_on"), why


def _list_old_faults(ruleset: Ruleset) -> Iterator[Fault]:
    if ruleset.selection and ruleset.selection.pq_percent is not None:
        yield ("selection", "pq_percent"), "the key percent of the step says it"


def _list_quota_faults(ruleset: Ruleset) -> Iterator[Fault]:
    for number, one in enumerate(ruleset.movement.editions if ruleset.movement else ()):
        if one.minimum is not None and one.maximum is not None and one.minimum > one.maximum:
            yield ("movement", "editions", number, "minimum"), "it is above maximum"


def _list_region_faults(ruleset: Ruleset) -> Iterator[Fault]:
    periods = ruleset.calendar.periods if ruleset.calendar else ()
    bodies = ruleset.selection.bodies if ruleset.selection else ()
    named = [(("calendar", "periods", number), one.region) for number, one in enumerate(periods)]
    named += [(("selection", "bodies", number), one.region) for number, one in enumerate(bodies)]
    for place, region in named:
        if region is not None and region not in _list_regions():
            yield (*place, "region"), "there is no such region"


def _list_checklist_faults(ruleset: Ruleset) -> Iterator[Fault]:
    checklist = ruleset.checklist
    if checklist is None:
        return
    items = {one.item for one in checklist.items}
    for key in ("open_step", "decision_step", "order_step"):
        if getattr(checklist, key) not in items:
            yield ("checklist", key), "there is no such item"
    for number, profile in enumerate(checklist.profiles):
        if not items.issuperset(profile.items):
            yield ("checklist", "profiles", number, "items"), "it names what is no item"
    if checklist.profile not in {one.profile for one in checklist.profiles}:
        yield ("checklist", "profile"), "there is no such profile"
    for number, item in enumerate(checklist.items):
        if item.part_of is not None and item.part_of not in items:
            yield ("checklist", "items", number, "part_of"), "there is no such item"


def _list_used(ruleset: Ruleset) -> list[Criterion]:
    sheet = ruleset.marking.sheet if ruleset.marking else None
    return [one for one in ruleset.criteria if one.sheet == sheet]


def _list_repeated(names: Sequence[object]) -> Iterator[int]:
    """Yield the numbers, from 0, of names that have been there before."""
    yield from (number for number, name in enumerate(names) if name in names[:number])


@cache
def _list_regions() -> frozenset[str]:
    with (house.DATA / "reference" / "regions.csv").open(encoding="utf-8-sig", newline="") as file:
        return frozenset(row["iso_code"] for row in csv.DictReader(file))

"""Competence centres counted again: readiness and steps (rulebook CC-21, CC-44)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kasipkor_core.recount.progress import add_years
from kasipkor_core.rulesets.checklist import Checklist, Item


@dataclass(frozen=True)
class Evidence:
    """One reported row of a centre's checklist."""

    item: str
    state: str
    basis: str | None = None
    evidence: str | None = None
    done_on: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True)
class Readiness:
    """How ready a centre is.

    Attributes:
        share: Percent, exact.
        missing: Ids, in the order of the checklist.
        steps_run: Steps done before the first open one.
    """

    satisfied: int
    required: int
    share: Fraction
    status: str
    missing: tuple[str, ...]
    noted: tuple[str, ...]
    optional_satisfied: int
    next_step: str | None
    is_operating: bool
    steps_done: int
    steps_required: int
    steps_run: int


def count_readiness(
    checklist: Checklist, rows: Iterable[Evidence], *, profile: str, day: dt.date
) -> Readiness:
    """Return how ready one centre is.

    Args:
        checklist: Conditions, documents and steps.
        rows: What the centre reported, oldest first.
        profile: Set of conditions.
        day: The day evidence has to be valid on.
    """
    centre = _Centre(checklist, list(rows), day)
    lists: dict[str, list[Item]] = defaultdict(list)
    for item in checklist.items:
        if item.part_of is None:
            lists[item.list].append(item)
    conditions = next(one.items for one in checklist.profiles if one.profile == profile)
    needed = [item for item in lists["condition"] if item.item in conditions]
    needed += lists["mandatory"]
    missing = tuple(item.item for item in needed if not centre.has(item))
    steps = [item for item in lists["assessment"] if centre.is_applicable(item)]
    done = [centre.has(item) for item in steps]
    satisfied = len(needed) - len(missing)
    is_ready = not missing
    return Readiness(
        satisfied=satisfied,
        required=len(needed),
        share=Fraction(100 * satisfied, len(needed)),
        status="ready" if is_ready else "not_ready",
        missing=missing,
        noted=tuple(item.item for item in needed if centre.is_split(item)),
        optional_satisfied=sum(map(centre.has, lists["optional"])),
        next_step=centre.find_next(lists["procedure"]) if is_ready else checklist.open_step,
        is_operating=is_ready
        and centre.is_ordered(lists["procedure"])
        and all(map(centre.has, lists["operation"])),
        steps_done=sum(done),
        steps_required=len(steps),
        steps_run=[*done, False].index(False),
    )


@dataclass(frozen=True)
class _Centre:
    checklist: Checklist
    rows: Sequence[Evidence]
    day: dt.date

    def has(self, item: Item) -> bool:
        """Say whether a condition, document or step is there: by its parts, if any are reported."""
        parts = [one for one in self.checklist.items if one.part_of == item.item]
        names = {one.item for one in parts}
        if not any(row.item in names for row in self.rows):
            return any(self._is_valid(row, item) for row in self.rows if row.item == item.item)
        pieces = {one.item: self._find_pieces(one) for one in parts}
        alone = max(map(len, pieces.values()))
        return (
            len(set().union(*pieces.values())) >= item.minimum
            and all(len(pieces[one.item]) >= one.minimum for one in parts)
            and (not item.alone_required or alone >= (item.alone_minimum or 0))
        )

    def is_split(self, item: Item) -> bool:
        """Say whether an item passes, though no part alone is enough (OQ-11)."""
        parts = [one for one in self.checklist.items if one.part_of == item.item]
        reported = [one for one in parts if any(row.item == one.item for row in self.rows)]
        if not reported or item.alone_minimum is None or not self.has(item):
            return False
        return max(len(self._find_pieces(one)) for one in parts) < item.alone_minimum

    def is_applicable(self, item: Item) -> bool:
        """Say whether a step counts: a conditional one may be called not applicable."""
        states = [row.state for row in self.rows if row.item == item.item]
        is_waived = item.conditional and states[-1:] == ["not_applicable"]
        return self.has(item) or not is_waived

    def find_next(self, procedure: Sequence[Item]) -> str | None:
        """Return the first open step from the decision on."""
        names = [item.item for item in procedure]
        later = procedure[names.index(self.checklist.decision_step) :]
        return next((item.item for item in later if not self.has(item)), None)

    def is_ordered(self, procedure: Sequence[Item]) -> bool:
        """Say whether the order is issued."""
        return any(item.item == self.checklist.order_step and self.has(item) for item in procedure)

    def _find_pieces(self, part: Item) -> set[str]:
        return {
            (row.evidence or row.item).lower()
            for row in self.rows
            if row.item == part.item and self._is_valid(row, part)
        }

    def _is_valid(self, row: Evidence, item: Item) -> bool:
        if row.state != "done" or (row.valid_to is not None and row.valid_to < self.day):
            return False
        if item.window_years is None or row.basis != "internship":
            return True
        return row.done_on is not None and add_years(row.done_on, item.window_years) >= self.day

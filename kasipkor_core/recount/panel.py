"""Conflicts of interest and penalties, counted from the decisions alone (the second engine)."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A decision about who judges, or a penalty, of one contest.

    Attributes:
        batch_no: The act that recorded it.
        row: Row of a sheet of decisions; 0: made by hand.
        kind: conflict, conflict_ruling, replacement, penalty or exclude.
        value: As it was recorded.
        entry_no: The entry it is about; null: the contest.
    """

    batch_no: int
    row: int
    kind: str
    value: str
    entry_no: int | None

    @property
    def judge(self) -> str:
        """Return the number of the judge, which the value begins with."""
        return self.value.partition(" ")[0]


@dataclass(frozen=True)
class Conflict:
    """A declared conflict of interest: by which act and row, and how it stands."""

    batch_no: int
    row: int
    state: str


def judge_conflicts(decisions: Iterable[Said]) -> list[Conflict]:
    """Return how every declared conflict stands: open, aside, kept or replaced.

    Args:
        decisions: Those in force of one contest, in any order.
    """
    known = sorted(decisions, key=lambda one: (one.batch_no, one.row))
    found = []
    for at, one in enumerate(known):
        if one.kind != "conflict":
            continue
        state = "open"
        for later in known[at + 1 :]:
            if later.judge == one.judge and later.entry_no in (None, one.entry_no):
                state = _rule(later, state)
        found.append(Conflict(one.batch_no, one.row, state))
    return found


def _rule(later: Said, state: str) -> str:
    if later.kind == "replacement":
        return "replaced"
    return later.value.partition(" ")[2] if later.kind == "conflict_ruling" else state


def count_penalties(decisions: Iterable[Said]) -> dict[tuple[int, str], int]:
    """Return how many warnings and removals each entry has; a penalty takes no points."""
    counted: dict[tuple[int, str], int] = {}
    for one in decisions:
        if one.kind in ("penalty", "exclude") and one.entry_no is not None:
            key = (one.entry_no, "removal" if one.kind == "exclude" else one.value)
            counted[key] = counted.get(key, 0) + 1
    return counted

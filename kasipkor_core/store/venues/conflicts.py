"""Where a package and the ledger do not go together, and what somebody said about it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import duckdb

from kasipkor_core.errors import Refused
from kasipkor_core.store.venues.laying import read_merge, run_merge
from kasipkor_core.store.venues.package import Manifest

Take = Literal["venue", "centre", "both"]
TAKES: tuple[Take, ...] = ("venue", "centre", "both")
CLOCK = "clock"
_CONTESTED = "select contest_no, contest from merge_contested"
_SIGNATURES = """
    select distinct contested.contest
    from merge_change as change
    inner join merge_contested as contested on contested.contest_no = change.contest_no
    inner join ledger.decision as decision
        on decision.contest_no = change.contest_no
        and decision.batch_no = change.batch_no
        and decision.kind in ('sign_off', 'lock', 'accept')

    union

    select contested.contest
    from merge_change as change
    inner join merge_contested as contested on contested.contest_no = change.contest_no
    inner join ledger.publication as publication
        on publication.contest_no = change.contest_no
        and publication.batch_no = change.batch_no
    where change.side = 'venue'  -- it would publish what the office did
"""


@dataclass(frozen=True)
class Conflict:
    """One thing in which a package and the ledger do not go together.

    Attributes:
        kind: both_changed, marked_twice, made_twice, ruleset_differs, decided_twice: of a contest
            that both sides changed; clock; listed_twice, turned_twice, erased, erased_there,
            ruleset_unknown: to be put right before a merge; person_differs: told only.
        contest: Contest id; null: of none.
        entry: Entry id; null: of none.
        what: What it is about.
        venue: What the venue says.
        centre: What this ledger says.
        venue_batch_no: The batch there, as the venue numbers it; null: none.
        centre_batch_no: The batch here; null: none.
        is_answerable: Somebody has to say whose it is.
        is_note: Told, and merged all the same.
    """

    kind: str
    contest: str | None
    entry: str | None
    what: str | None
    venue: str | None
    centre: str | None
    venue_batch_no: int | None
    centre_batch_no: int | None
    is_answerable: bool
    is_note: bool

    @property
    def subject(self) -> str | None:
        """Return what an answer names: the contest, or the clock."""
        return CLOCK if self.kind == "clock" else self.contest


def find_conflicts(
    cursor: duckdb.DuckDBPyConnection, manifest: Manifest, *, now: dt.datetime
) -> tuple[Conflict, ...]:
    """Return every conflict, in an order that does not depend on how rows lie.

    Args:
        cursor: Of the merge; the facts of the package are laid.
        manifest: What the package says of itself.
        now: What the clock here says.
    """
    exported_at = dt.datetime.fromtimestamp(manifest.exported_at_us / 1_000_000, dt.UTC)
    told = {"now": now, "exported_at": exported_at}
    run_merge(cursor, "facts")
    rows = cursor.execute(read_merge("conflicts"), told).fetchall()
    return tuple(Conflict(*row) for row in rows)


def settle(
    cursor: duckdb.DuckDBPyConnection,
    conflicts: Sequence[Conflict],
    answers: Mapping[str, Take],
) -> dict[int, Take]:
    """Return whose each contested contest is, by its number.

    Args:
        cursor: Of the merge.
        conflicts: What was found.
        answers: Contest, or ``clock``, to whose it is.

    Raises:
        Refused: an answer is about nothing, or cannot be: both have marked the same, or one side
            has signed.
    """
    asked = {one.subject for one in conflicts if one.is_answerable}
    for subject in answers:
        if subject not in asked:
            raise Refused(
                "There is no conflict about {subject}. Look at the report: --dry-run.",
                subject=subject,
            )
    if answers.get(CLOCK, "venue") != "venue":
        raise Refused(
            "Nobody can say what the right times were. Keep those of the venue: "
            "--take clock=venue. Or do not merge."
        )
    signed = {contest for (contest,) in cursor.execute(_SIGNATURES).fetchall()}
    for one in conflicts:
        if one.contest and answers.get(one.contest) == "both":
            _refuse_both(one, signed)
    rows = cursor.execute(_CONTESTED).fetchall()
    return {number: answers[contest] for number, contest in rows if contest in answers}


def list_open(conflicts: Sequence[Conflict], answers: Mapping[str, Take]) -> tuple[Conflict, ...]:
    """Return the conflicts that keep a package out: without an answer, or not to be answered."""
    return tuple(
        one
        for one in conflicts
        if not one.is_note and not (one.is_answerable and one.subject in answers)
    )


def _refuse_both(one: Conflict, signed: set[str]) -> None:
    if one.kind != "both_changed" or one.contest in signed:
        raise Refused(
            "{contest} cannot be taken from both: the same was marked, made or decided twice, or "
            "one side has signed. Take it from the venue or from the centre.",
            contest=one.contest,
        )

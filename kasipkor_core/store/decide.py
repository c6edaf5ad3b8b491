"""Acts that come from no sheet: decisions and publications."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kasipkor_core import access
from kasipkor_core.errors import Refused
from kasipkor_core.store.appeals import plan_appeal, plan_ruling, refuse_untimely
from kasipkor_core.store.batch import Act, Batch, enter_force, open_batch, run_file, seal
from kasipkor_core.store.checklist import look_as_of, refuse_blocked, refuse_unproved
from kasipkor_core.store.connect import Store
from kasipkor_core.store.draw import plan_draw, plan_reveal
from kasipkor_core.store.entitled import refuse_foreign, refuse_role
from kasipkor_core.store.finalising import refuse_held, refuse_incomplete
from kasipkor_core.store.foreseen import STAFF, Foreseen, refuse_outdated
from kasipkor_core.store.lines import Line
from kasipkor_core.store.locks import refuse_unlocked
from kasipkor_core.store.names import resolve_public, resolve_subject
from kasipkor_core.store.panel import PANEL_KINDS, list_named, name_judges
from kasipkor_core.store.query import Reader

DECISION_KINDS = (
    "check",
    "accept",
    "lock",
    "unlock",
    "sign_off",
    "reopen",
    "tie",
    "draw",
    "reveal",
    "workplace_draw",
    "workplace_reveal",
    "award",
    "exclude",
    "penalty",
    "conflict",
    "conflict_ruling",
    "replacement",
    "waiver",
    "appeal",
    "ruling",
    "reading",
    "ruleset",
    "person_merge",
    "person_split",
    "names",
)
_ABOUT_PERSONS = frozenset({"person_merge", "person_split"})
_RULESET = "select ruleset_hash from ref.ruleset where $name in (ruleset, ruleset_hash)"
_NOT_FINAL = """
    select contest_no
    from mart.contests
    where list_contains($contests, contest_no) and not is_final
    order by contest_no
    limit 1
"""


@dataclass(frozen=True)
class Told:
    """Who decides what for.

    Attributes:
        actor: Who decided.
        reason: Why; never empty.
        actor_role: Role of the actor.
        scope: The place that the role is given for.
        at: When an appeal was lodged; null: now.
        expert: Whom a conflict of interest, its ruling, or a replacement is about.
    """

    actor: str
    reason: str
    actor_role: str = "operator"
    scope: access.Scope = access.EVERYWHERE
    at: dt.datetime | None = None
    expert: str | None = None


def append_decision(
    store: Store,
    kind: str,
    *,
    subject: str,
    value: str,
    actor: str,
    reason: str,
    at: dt.datetime | None = None,
    expert: str | None = None,
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
    approved: Foreseen | None = None,
    reader: Reader = STAFF,
) -> int:
    """Record what somebody decided; return the batch number.

    Args:
        store: The open ledger.
        kind: One of ``DECISION_KINDS``.
        subject: A contest, or ``contest/entry``.
        value: What was decided, as the kind wants it: an award code, ``both``, a ruleset;
            ``in`` or ``out`` for a tie about the seat of one entry; for persons another entry; for
            a check the batch of the sheet, or ``all``; for acceptances and locks a part of the
            marking scheme, or ``all``; for a draw the SHA-256 of its seed, and the
            seed itself to reveal it; for an appeal what it is about, for a ruling the number of
            the appeal and what is ruled; for a replacement who takes over; for names in public
            one of ``NAMINGS``.
        actor: Who decided.
        reason: Why; never empty.
        at: When an appeal was lodged; null: now.
        expert: Whom a conflict of interest, its ruling, or a replacement is about.
        actor_role: Role of the actor.
        scope: The place that the role is given for.
        approved: What ``foresee_decision`` said it changes; null: nobody was shown it.
        reader: With whose eyes that was read.

    Raises:
        NotFound: no such contest or entry.
        Outdated: it would change something else than what was approved.
        Refused: no such kind, no reason, the contest cannot be signed yet, or who entered its
            sheets would check or sign them alone.
    """
    decided = Line(kind, None, subject, value)
    told = Told(actor, reason, actor_role, scope, at, expert)
    with open_batch(store) as batch:
        refuse_outdated(batch, write_decision(batch, decided, told), approved, reader)
    return batch.batch_no


def write_decision(batch: Batch, decided: Line, told: Told) -> list[int]:
    """Write a decision into its batch, totals and hash included.

    Args:
        batch: The batch.
        decided: Kind, subject and value; the entry is found by its subject.
        told: Who decides what for, and when.

    Returns:
        Numbers of the contests it touches.

    Raises:
        NotFound, Refused: as in ``append_decision``.
    """
    kind, subject = decided.kind, decided.subject
    refuse_role(told.actor_role, "decision", kind)
    _refuse_unfit(kind, told.reason)
    contest_no, entry_no = resolve_subject(batch.cursor, subject)
    if kind == "sign_off":
        refuse_incomplete(batch, contest_no)
        refuse_held(batch, {contest_no: subject})
        refuse_unlocked(batch.cursor, contest_no, subject)
    if kind in _ABOUT_PERSONS:
        _refuse_no_entry(batch, entry_no, decided.value)
    decided = _name_judges(batch, decided._replace(entry_no=entry_no), contest_no, told.expert)
    if kind == "appeal" and not access.may(told.actor_role, "decide"):
        refuse_foreign(told.scope, subject)
        refuse_untimely(batch.cursor, decided, contest_no=contest_no, at=told.at)
    for line in _list_lines(batch, decided, contest_no, told.at):
        said = {"contest_no": contest_no, "who": told.actor, "reason": told.reason}
        run_file(batch, "made_decision", **said, **line._asdict())
    run_file(batch, "ruleset_of_decision")
    act = Act(
        "decision",
        told.actor,
        told.actor_role,
        reason=told.reason,
        contest=subject.partition("/")[0],
        scope=told.scope,
        decision=kind,
    )
    contests = enter_force(batch)
    seal(batch, act, contests)
    return contests


def append_publication(
    store: Store,
    contests: Sequence[str],
    *,
    as_of: int,
    actor: str,
    reason: str = "",
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
) -> int:
    """Let the public read the contests up to a batch; return the number of the publication.

    Args:
        store: The open ledger.
        contests: Contest ids, and other public subjects: ``schedule:<programme>-<season>``,
            ``indicators:<year>``, ``centres``.
        as_of: The batch up to which the public may read; nothing later shows.
        actor: Who publishes.
        reason: Why, if it needs saying.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Raises:
        NotFound: no such contest.
        Refused: there is no such batch; a contest is not signed at that batch, lacks marks
            (rulebook BP-16), is held up (BP-07, DE-19), waits for something that nobody has waived
            (BP-11, BP-15, BP-17), or does not hold when it is verified.
    """
    refuse_role(actor_role, "publication")
    with open_batch(store) as batch:
        named = {resolve_public(batch.cursor, contest): contest for contest in contests}
        with look_as_of(batch, as_of):
            _refuse_unsigned(batch, named)
            refuse_held(batch, named)
            refuse_blocked(batch, named)
            refuse_unproved(batch, named)
        for contest_no in named:
            run_file(batch, "publication", contest_no=contest_no, published_batch_no=as_of)
        act = Act("publication", actor, actor_role, reason=reason or None, scope=scope)
        seal(batch, act, enter_force(batch))
    return batch.batch_no


def _name_judges(batch: Batch, decided: Line, contest_no: int, expert: str | None) -> Line:
    """Return a decision about who judges with the numbers of the judges, any other as it is."""
    if decided.kind not in PANEL_KINDS:
        return decided
    named = list_named(decided, expert)
    contest = decided.subject.partition("/")[0]
    run_file(batch, "judges_named", contest=contest, judges=named)
    run_file(batch, "judge")
    return name_judges(batch.cursor, decided, contest_no=contest_no, named=named)


def _list_lines(batch: Batch, decided: Line, contest_no: int, at: dt.datetime | None) -> list[Line]:
    """Return the rows of a decision; a draw has one for each entry, a reveal those it draws."""
    match decided.kind:
        case "draw" | "workplace_draw":
            return plan_draw(batch.cursor, contest_no, decided)
        case "reveal" | "workplace_reveal":
            return plan_reveal(batch.cursor, contest_no, decided)
        case "appeal":
            return plan_appeal(decided, at=at, now=dt.datetime.now(dt.UTC))
        case "ruling":
            return plan_ruling(batch.cursor, decided, contest_no=contest_no)
        case "ruleset":
            return [decided._replace(value=_resolve_ruleset(batch, decided.value))]
    return [decided]


def _refuse_unfit(kind: str, reason: str) -> None:
    if kind not in DECISION_KINDS:
        raise Refused(
            "There is no decision {kind}. Use one of: {kinds}.",
            kind=kind,
            kinds=", ".join(DECISION_KINDS),
        )
    if not reason.strip():
        raise Refused("A decision needs a reason. Say in a few words why.")


def _refuse_no_entry(batch: Batch, entry_no: int | None, other: str) -> None:
    """Refuse to join or part persons unless subject and value are entries."""
    _, other_entry_no = resolve_subject(batch.cursor, other)
    if entry_no is None or other_entry_no is None:
        raise Refused(
            "Joining or parting persons is about two entries. Give subject and value as "
            "CONTEST/ENTRY."
        )


def _resolve_ruleset(batch: Batch, name: str) -> str:
    row = batch.cursor.execute(_RULESET, {"name": name}).fetchone()
    if not row:
        raise Refused("There is no ruleset {name}. Add its file to data/rulesets.", name=name)
    return str(row[0])


def _refuse_unsigned(batch: Batch, named: Mapping[int, str]) -> None:
    row = batch.cursor.execute(_NOT_FINAL, {"contests": list(named)}).fetchone()
    if row:
        raise Refused(
            "{contest} cannot be published: the final form is not signed. Sign it off first.",
            contest=named[row[0]],
        )

"""Acts that come from no sheet: decisions and publications."""

import datetime as dt
from collections.abc import Mapping, Sequence

from kasipkor_core import access
from kasipkor_core.errors import Refused
from kasipkor_core.store.appeals import plan_appeal, plan_ruling, refuse_untimely
from kasipkor_core.store.batch import Act, Batch, enter_force, open_batch, run_file, seal
from kasipkor_core.store.checklist import look_as_of, refuse_blocked, refuse_unproved
from kasipkor_core.store.connect import Store
from kasipkor_core.store.draw import plan_draw, plan_reveal
from kasipkor_core.store.entitled import refuse_foreign, refuse_role
from kasipkor_core.store.lines import Line
from kasipkor_core.store.locks import refuse_unlocked
from kasipkor_core.store.names import resolve_public, resolve_subject
from kasipkor_core.store.panel import PANEL_KINDS, list_named, name_judges

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
)
_ABOUT_PERSONS = frozenset({"person_merge", "person_split"})
_MISSING = """
    select marks_expected - marks, open_aspects
    from mart.contests
    where contest_no = $contest_no
"""
_HELD = """
    select contest_no, reason, number
    from score.hold
    where list_contains($contests, contest_no)
    order by contest_no, reason
    limit 1
"""
_RULESET = "select ruleset_hash from ref.ruleset where $name in (ruleset, ruleset_hash)"
_NOT_FINAL = """
    select contest_no
    from mart.contests
    where list_contains($contests, contest_no) and not is_final
    order by contest_no
    limit 1
"""


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
            the appeal and what is ruled; for a replacement who takes over.
        actor: Who decided.
        reason: Why; never empty.
        at: When an appeal was lodged; null: now.
        expert: Whom a conflict of interest, its ruling, or a replacement is about.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Raises:
        NotFound: no such contest or entry.
        Refused: no such kind, no reason, the contest cannot be signed yet, or who entered its
            sheets would check or sign them alone.
    """
    refuse_role(actor_role, "decision", kind)
    _refuse_unfit(kind, reason)
    with open_batch(store) as batch:
        contest_no, entry_no = resolve_subject(batch.cursor, subject)
        if kind == "sign_off":
            _refuse_incomplete(batch, contest_no)
            _refuse_held(batch, {contest_no: subject})
            refuse_unlocked(batch.cursor, contest_no, subject)
        if kind in _ABOUT_PERSONS:
            _refuse_no_entry(batch, entry_no, value)
        decided = _name_judges(batch, Line(kind, entry_no, subject, value), contest_no, expert)
        if kind == "appeal" and not access.may(actor_role, "decide"):
            refuse_foreign(scope, subject)
            refuse_untimely(batch.cursor, decided, contest_no=contest_no, at=at)
        for line in _list_lines(batch, decided, contest_no, at):
            told = {"contest_no": contest_no, "who": actor, "reason": reason}
            run_file(batch, "made_decision", **told, **line._asdict())
        run_file(batch, "ruleset_of_decision")
        act = Act(
            "decision",
            actor,
            actor_role,
            reason=reason,
            contest=subject.partition("/")[0],
            scope=scope,
            decision=kind,
        )
        seal(batch, act, enter_force(batch))
    return batch.batch_no


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
            _refuse_held(batch, named)
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


def _refuse_incomplete(batch: Batch, contest_no: int) -> None:
    row = batch.cursor.execute(_MISSING, {"contest_no": contest_no}).fetchone()
    missing, open_aspects = row or (0, 0)
    if missing or open_aspects:
        raise Refused(
            "The contest cannot be signed: {missing} marks are missing, {open} are to be "
            "re-scored. Enter them first.",
            missing=missing,
            open=open_aspects,
        )


def _refuse_held(batch: Batch, named: Mapping[int, str]) -> None:
    """Refuse to finalise what waits for a site, a score or the jury (DE-12, DE-19, BP-07)."""
    row = batch.cursor.execute(_HELD, {"contests": list(named)}).fetchone()
    if row is None:
        return
    contest_no, reason, number = row
    contest = named[contest_no]
    if reason == "site_not_accredited":
        raise Refused(
            "{contest} cannot be finalised as an exam by WorldSkills requirements: {number} "
            "examinees were at a site without a certificate that is valid on the day. Upload the "
            "right certificate, or the exam as not by these requirements.",
            contest=contest,
            number=number,
        )
    if reason == "flag_undecided":
        raise Refused(
            "{contest} cannot be finalised: the jury has not decided about {number} flagged "
            "works. Record a waiver with the value flag (keep, or marked anew), or exclude.",
            contest=contest,
            number=number,
        )
    if reason == "scores_missing":
        raise Refused(
            "{contest} cannot be finalised: {number} examinees have no score yet. Enter it, or "
            "say who was absent.",
            contest=contest,
            number=number,
        )


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

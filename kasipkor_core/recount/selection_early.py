"""Second engine of a selection: the steps before the contest (rulebook CS-05 to CS-13)."""

from collections.abc import Sequence

from kasipkor_core.recount.selection_steps import (
    Contest,
    Result,
    count_points,
    find_noted,
    find_step,
    judge_presence,
)

_THERE = frozenset({"present", "passed"})
_ASIDE = frozenset({"start", "proctor"})


def judge_early(contest: Contest, entry_no: int) -> dict[str, str]:
    """Return the reasons of the steps before the contest that the candidate reaches (CS-05..13)."""
    reasons: dict[str, str] = {}
    if contest.uses("register"):
        reasons["register"] = _judge_register(contest, entry_no)
        if reasons["register"] != "passed":
            return reasons
    if contest.uses("file"):
        reasons["file"] = _judge_file(contest, entry_no)
    law, application = (contest.list_rows(entry_no, step) for step in ("law", "application"))
    if contest.uses("law", "application") and (law or not application):
        reasons["law"] = _judge_law(contest, law)
    if contest.uses("application") and all(reason == "passed" for reason in reasons.values()):
        reasons["application"] = _judge_application(contest, entry_no, law, application)
    return reasons


def _judge_register(contest: Contest, entry_no: int) -> str:
    there = {
        row.part
        for row in contest.list_rows(entry_no, "register")
        if (row.status or "present") in _THERE
    }
    asked = {part.part for part in contest.rules.parts if part.step == "register"}
    return "passed" if asked <= there else "not_registered"


def _judge_file(contest: Contest, entry_no: int) -> str:
    rows = contest.list_rows(entry_no, "file")
    records, directions = (find_noted(rows, part) for part in ("records", "directions"))
    if records is None:
        return "awaited"
    return "passed" if (directions or 0) >= records else "file_incomplete"


def _judge_law(contest: Contest, rows: Sequence[Result]) -> str:
    if not rows:
        return "awaited"
    gone = [row.status for row in rows if row.status in {"withdrawn", "absent"}]
    if gone:
        return max(gone)
    points = count_points(contest, rows, "law")
    if points is None:
        return "part_missing"
    if points < (find_step(contest.rules, "law").least or 0):
        return "below_total"
    least = {part.part: part.least for part in contest.rules.list_counted("law")}
    scored = [row for row in rows if row.score is not None and least.get(row.part or "")]
    if any((row.score or 0) < (least[row.part or ""] or 0) for row in scored):
        return "below_act"
    language = find_noted(rows, "lang_state")
    rules = contest.rules
    minimum = contest.lang_min if rules.lang_min_of_contest else rules.lang_min
    is_below = minimum is not None and language is not None and language < minimum
    return "below_language" if is_below else "passed"


def _judge_application(
    contest: Contest, entry_no: int, law: Sequence[Result], rows: Sequence[Result]
) -> str:
    before = judge_presence(contest, entry_no, "application", rows)
    if not rows or before in {"withdrawn", "absent"}:
        return before if rows and before else "awaited"
    if before:
        return before
    refusal = _judge_certificate(contest, law, rows)
    if refusal:
        return refusal
    verdicts = [row for row in rows if row.part == "hr"]
    status = max(verdicts, key=lambda row: row.batch_no).status if verdicts else None
    if status in {"passed", "refused"}:
        return "fits" if status == "passed" else "hr_refused"
    shown, asked = (find_noted(rows, part) for part in ("service", "service_required"))
    is_short = shown is not None and asked is not None and shown < asked
    return "does_not_fit" if is_short else "hr_awaited"


def _judge_certificate(
    contest: Contest, law: Sequence[Result], rows: Sequence[Result]
) -> str | None:
    if not law:
        return "no_certificate"
    tests = [contest.find_day(row) for row in law if row.part not in {*_ASIDE, "request"}]
    applied = [contest.find_day(row) for row in rows if row.part != "hr"]
    tested_on = max((day for day in tests if day), default=None)
    applied_on = max((day for day in applied if day), default=None)
    if applied_on is None:
        return None
    if tested_on and tested_on > applied_on:
        return "before_test"
    last = contest.rules.certificate_until
    is_over = applied_on > last or (applied_on == last and not contest.rules.certificate_inclusive)
    return "certificate_expired" if is_over else None

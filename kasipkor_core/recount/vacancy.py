"""Vacancy contests, counted a second time: totals, documents, deadline, places, proposals.

Written from the rulebook alone (VC-01 to VC-26); knows no SQL and reads no result of the views.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from kasipkor_core.recount.vacancy_sheet import Answer, Post, count_criterion, find_last_day
from kasipkor_core.rulesets.vacancy import Document, Vacancy

_HELD_UP = ("excluded", "late", "return", "not_qualified", "unanswered")


@dataclass(frozen=True)
class Waiver:
    """A decision about one candidate: ``exclude``, or ``waiver`` of what stands in the way."""

    entry_no: int
    kind: str
    value: str


@dataclass(frozen=True)
class CandidateTotal:
    """What a candidate has in the end; the fields are columns of ``mart.vacancy_ranking``."""

    entry_no: int
    form: int | None
    form_due: int | None
    claimed: Decimal | None
    verified: Decimal | None
    missing: str | None
    place: int | None
    is_tied: bool
    proposal: str


@dataclass
class _Sheet:
    """The points of one candidate, before anybody is compared."""

    form: int | None
    claimed: Decimal | None = None
    verified: Decimal | None = None
    missing: tuple[int, ...] = ()
    hindrance: str | None = None
    form_due: int | None = None
    waived: set[str] = field(default_factory=set)


def count_vacancy(
    rules: Vacancy,
    post: Post,
    answers: Iterable[Answer],
    decisions: Iterable[Waiver] = (),
    *,
    in_force: Vacancy | None = None,
) -> list[CandidateTotal]:
    """Return every candidate with points, missing documents, place and proposal.

    Args:
        rules: The rules, as one reading has them (``Vacancy.read_as``).
        post: The announced post.
        answers: Rows of all candidates, in any order.
        decisions: Decisions about single candidates.
        in_force: The rules the commission verifies by; null: the same.

    Source:
        Rulebook VC-01 to VC-26.
    """
    by_entry: dict[int, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_entry[answer.entry_no].append(answer)
    decided: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for one in decisions:
        decided[one.entry_no].add((one.kind, one.value))
    sheets = {
        entry_no: _read_sheet(rules, post, rows, decided[entry_no], in_force or rules)
        for entry_no, rows in sorted(by_entry.items())
    }
    return [_place(entry_no, sheets, rules, post.units) for entry_no in sheets]


def _read_sheet(
    rules: Vacancy,
    post: Post,
    rows: list[Answer],
    decided: set[tuple[str, str]],
    in_force: Vacancy,
) -> _Sheet:
    lines = [row for row in rows if row.form is not None]
    sheet = _Sheet(form=max(lines, key=lambda row: row.batch_no).form if lines else None)
    asked = [one for one in rules.criteria if one.form == sheet.form]
    verified_by = {(one.form, one.criterion): one for one in in_force.criteria}
    found = [
        count_criterion(rules, one, post, rows, in_force=verified_by[one.form, one.criterion])
        for one in asked
    ]
    sheet.claimed = _add([claimed for claimed, _ in found])
    sheet.verified = _add([verified for _, verified in found])
    if sheet.verified is not None and rules.sheet_cap is not None:
        sheet.verified = min(sheet.verified, rules.sheet_cap)
    sheet.form_due = _find_form(rules, rows)
    sheet.missing = _list_missing(rules, post, rows)
    sheet.waived = {value for kind, value in decided if kind == "waiver"}
    is_excluded = any(kind == "exclude" for kind, _ in decided)
    sheet.hindrance = _find_hindrance(rules, post, rows, sheet, is_excluded=is_excluded)
    return sheet


def _add(points: Sequence[Decimal | None]) -> Decimal | None:
    """Return the sum; null when there is nothing, or a criterion has none (VC-26)."""
    known = [one for one in points if one is not None]
    return sum(known, Decimal(0)) if points and len(known) == len(points) else None


def _find_form(rules: Vacancy, rows: Sequence[Answer]) -> int | None:
    months = [row.amount for row in rows if row.criterion == rules.sheet_by]
    known = [one for one in months if one is not None]
    if not known:
        return None
    return 17 if max(known) > 0 else 18


def _list_missing(rules: Vacancy, post: Post, rows: Sequence[Answer]) -> tuple[int, ...]:
    """Return the needed documents that are not there (VC-05, VC-06)."""
    there = _list_papers(rows)
    return tuple(
        one.no
        for one in sorted(rules.documents, key=lambda one: one.no)
        if _is_needed(one, post) and there.get(one.no, Fraction(0)) < one.least
    )


def _is_needed(document: Document, post: Post) -> bool:
    return document.need == "always" or (document.need == "english" and post.is_english)


def _list_papers(rows: Sequence[Answer]) -> Mapping[int, Fraction]:
    newest: dict[int, Answer] = {}
    for row in rows:
        kind, _, number = row.criterion.partition("_")
        if kind == "document":
            known = newest.get(int(number))
            if known is None or row.batch_no >= known.batch_no:
                newest[int(number)] = row
    return {
        number: Fraction(1 if row.amount is None else row.amount)
        for number, row in newest.items()
        if row.option == "present"
    }


def _find_hindrance(
    rules: Vacancy, post: Post, rows: Sequence[Answer], sheet: _Sheet, *, is_excluded: bool
) -> str | None:
    papers = [row for row in rows if row.criterion.startswith("document_")]
    meets = {one.qualification: one.meets for one in rules.qualifications}
    education = [meets.get(row.option or "") for row in rows if row.criterion == "qualification"]
    reasons = {
        "excluded": is_excluded,
        "late": _is_late(rules, post, papers) and "late" not in sheet.waived,
        "return": bool(papers and sheet.missing) and "documents" not in sheet.waived,
        "not_qualified": False in education and "qualification" not in sheet.waived,
        "unanswered": sheet.verified is None,
        "documents_awaited": not papers,
    }
    return next((name for name, holds in reasons.items() if holds), None)


def _is_late(rules: Vacancy, post: Post, papers: Sequence[Answer]) -> bool:
    last = find_last_day(rules, post)
    days = [row.event_date for row in papers if row.event_date is not None]
    if last is None or not days:
        return False
    return max(days) > last if rules.deadline_inclusive else max(days) >= last


def _place(
    entry_no: int, sheets: Mapping[int, _Sheet], rules: Vacancy, units: int
) -> CandidateTotal:
    """Return one candidate among the others (VC-23 to VC-25)."""
    own = sheets[entry_no]
    pool = [
        other
        for other in sheets.values()
        if other.verified is not None
        and other.hindrance not in _HELD_UP
        and (rules.pool == "joint" or other.form == own.form)
    ]
    is_ranked = any(other is own for other in pool)
    totals = [other.verified for other in pool if other.verified is not None]
    sure = [o.verified for o in pool if o.verified is not None and o.hindrance is None]
    best = own.verified if own.verified is not None else Decimal(0)
    return CandidateTotal(
        entry_no=entry_no,
        form=own.form,
        form_due=own.form_due,
        claimed=own.claimed,
        verified=own.verified,
        missing=", ".join(str(number) for number in own.missing) or None,
        place=1 + sum(total > best for total in totals) if is_ranked else None,
        is_tied=is_ranked and totals.count(best) > 1,
        proposal=own.hindrance or _propose(best, sure, units),
    )


def _propose(own: Decimal, totals: Sequence[Decimal], units: int) -> str:
    """Return what the rules propose; a tie across the last unit is never cut (VC-24)."""
    better = sum(total > own for total in totals)
    if better + totals.count(own) <= units:
        return "proposed"
    return "commission_decides" if better < units else "reserve"

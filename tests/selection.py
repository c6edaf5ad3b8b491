"""Selections for the civil service, laid straight into a ledger: candidates and their steps."""

from tests.kit import Ledger

RULESET = "civil-service-2023"
CONTEST = "civil-service-2023-republic-specialist"
ACTS = ("law_constitution", "law_service", "law_anticorruption", "law_ethics")
NO_ESSAY, WITH_ESSAY = "C-4", "C-1"


def open_selection(*variants, ruleset=RULESET, interview_max=100, **columns):
    """Return a ledger with a contest whose readings are confirmed."""
    ledger = Ledger(*variants)
    named = {"contest": CONTEST, "season": 2023, "level": "republic", "unit": "specialist"}
    ledger.lay_contest(ruleset, **named | columns)
    ledger.decide("reading", "all")
    if interview_max:
        ledger.decide("reading", f"interview_max={interview_max}")
    return ledger


def lay(ledger, *candidates, contest_no=1):
    """Lay candidates, each a list of rows, as entries 1, 2, 3, ...; return the ledger."""
    known = ledger.read(
        "select entry_no from ledger.entry where contest_no = $contest_no", contest_no=contest_no
    )
    if len(known) < len(candidates):
        rows = [{"entry": f"17-{n:03}"} for n in range(1, len(candidates) + 1)]
        ledger.lay_entries(*rows, contest_no=contest_no)
    listed = [
        {"contest_no": contest_no, "entry_no": entry_no, **row}
        for entry_no, rows in enumerate(candidates, 1)
        for row in rows
    ]
    ledger.lay("selection_result", *listed)
    return ledger


def row(step, part=None, score=None, **columns):
    """Return one row of a sheet of results."""
    return {"step": step, "part": part, "score": score} | columns


def law(*correct, **columns):
    """Return the four acts of the law test."""
    return [row("law", act, number, **columns) for act, number in zip(ACTS, correct, strict=True)]


def checked(step, **columns):
    """Return the proctor's verdict on a step: passed, unless a violation is given."""
    return row(step, "proctor", status="passed", **columns)


def pq(points=100, *, category=NO_ESSAY, **columns):
    """Return a passed test of personal qualities."""
    return [row("pq", score=points, category=category), checked("pq", **columns)]


def ability(points, **columns):
    """Return a checked test with texts and numbers."""
    return [row("ability", score=points), checked("ability", **columns)]


def to_ability(points, **columns):
    """Return a candidate up to the ability test."""
    return [*pq(), *ability(points, **columns)]


def essay(*marks, **columns):
    """Return a checked essay with the marks of members m1, m2, ..."""
    given = [row("essay", "mark", mark, member=f"m{n}") for n, mark in enumerate(marks, 1)]
    return [row("essay", "essay"), checked("essay", **columns), *given]


def interview(points, **columns):
    """Return an interview with the mark of one member."""
    return [row("interview", "mark", points, member="m1", **columns)]


def finalist(points, *, days=None, education=None, interviewed=0):
    """Return a candidate with so many points in all, of a post without an essay."""
    tie = {"seniority_days": days, "education": education}
    return [
        row("pq", score=points - 40 - interviewed, category=NO_ESSAY, **tie),
        checked("pq"),
        *ability(40),
        *interview(interviewed),
    ]


def standing(ledger, step, *fields, contest_no=1):
    """Return fields of a step by candidate; one field alone as it is."""
    listed = ", ".join(fields or ("status",))
    rows = ledger.read(
        f"select entry_no, {listed} from mart.selection"
        " where contest_no = $contest_no and step = $step order by entry_no",
        contest_no=contest_no,
        step=step,
    )
    found = {one.pop("entry_no"): tuple(one.values()) for one in rows}
    return {entry: cells[0] if len(cells) == 1 else cells for entry, cells in found.items()}


def go_on(ledger, step):
    """Return the points of those who pass a step, best first."""
    found = standing(ledger, step, "status", "score")
    return sorted((score for status, score in found.values() if status == "in"), reverse=True)


def outcome(ledger, *fields):
    """Return fields of the outcome of contest 1."""
    (found,) = ledger.read(
        f"select {', '.join(fields)} from mart.selection_outcome where contest_no = 1"
    )
    return tuple(found.values())


def deadlines(ledger, deadline, *fields):
    """Return fields of the deadlines of that name, by candidate."""
    rows = ledger.read(
        f"select {', '.join(fields)} from mart.selection_deadlines"
        " where contest_no = 1 and deadline = $deadline order by candidate",
        deadline=deadline,
    )
    return [tuple(one.values()) for one in rows]


def read_other(ledger, reading, other, *fields):
    """Return fields of another reading by candidate."""
    rows = ledger.read(
        f"select entry_no, {', '.join(fields)} from mart.selection_readings"
        " where contest_no = 1 and reading = $reading and other = $other order by entry_no",
        reading=reading,
        other=other,
    )
    return {one.pop("entry_no"): tuple(one.values()) for one in rows}

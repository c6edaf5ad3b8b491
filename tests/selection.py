"""Selections for the civil service, laid straight into a ledger: candidates and their steps."""

from decimal import Decimal

import pyarrow as pa

from tests.kit import Ledger, vary

RULESET = "civil-service-2023"
CONTEST = "civil-service-2023-republic-specialist"
ACTS = ("law_constitution", "law_service", "law_anticorruption", "law_ethics")
NO_ESSAY, WITH_ESSAY = "C-4", "C-1"


def _vary(name, old, new):
    text = vary(RULESET, (old, new))
    return text.replace(f'ruleset = "{RULESET}-variant"', f'ruleset = "{name}-variant"')


VARIANTS = {
    "lang": _vary("lang", 'pq_scope = "total"', 'lang_min = 5\npq_scope = "total"'),
    "each": _vary("each", 'pq_scope = "total"', 'pq_scope = "each"'),
    "exclusive": _vary(
        "exclusive", "certificate_inclusive = true", "certificate_inclusive = false"
    ),
}


def open_selection(*variants, ruleset=RULESET, interview_max=100, **columns):
    """Return a ledger with a contest whose readings are confirmed."""
    ledger = Ledger(*variants)
    named = {"contest": CONTEST, "season": 2023, "level": "republic", "unit": "specialist"}
    ledger.lay_contest(ruleset, **named | columns)
    ledger.decide("reading", "all")
    if interview_max:
        ledger.decide("reading", f"interview_max={interview_max}")
    return ledger


def lay(ledger, *candidates, contest_no=1, names=None):
    """Lay candidates, each a list of rows, as entries 1, 2, 3, ...; return the ledger."""
    known = ledger.read(
        "select entry_no from ledger.entry where contest_no = $contest_no", contest_no=contest_no
    )
    if len(known) < len(candidates):
        rows = [{"entry": name} for name in names or _number(len(candidates))]
        ledger.lay_entries(*rows, contest_no=contest_no)
    listed = [
        {"contest_no": contest_no, "entry_no": entry_no, **row}
        for entry_no, rows in enumerate(candidates, 1)
        for row in rows
    ]
    ledger.lay("selection_result", *listed)
    ledger.tally(contest_no)
    return ledger


def _number(count):
    return [f"17-{number:03}" for number in range(1, count + 1)]


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


def lay_world(cases):
    """Return a ledger with one contest a case, laid at once, and what its views say.

    Args:
        cases: Name to candidates; a name ``example@ruleset`` takes another ruleset.
    """
    rulesets = {name.partition("@")[2] for name in cases} - {""}
    ledger = Ledger(*(VARIANTS[name] for name in sorted(rulesets)))
    numbers = {name: number for number, name in enumerate(cases, 1)}
    ledger.batch_no = 3
    hashes = {
        row["ruleset"]: row["ruleset_hash"]
        for row in ledger.read("select ruleset, ruleset_hash from ref.ruleset")
    }
    rows = {"contest": [], "contest_fact": [], "entry": [], "entry_fact": [], "decision": []}
    rows |= {"selection_result": [], "name": [], "force": []}
    for name, number in numbers.items():
        _add_case(rows, number, name, cases[name], hashes)
    for table, listed in rows.items():
        _insert(ledger, table, listed)
    ledger._open_batch("sheet", "selection")  # noqa: SLF001 - one batch for the whole world
    ledger.show_entries()
    ledger.write_spans()
    ledger.tally(*numbers.values())
    return Seen(ledger, numbers)


def _add_case(rows, number, name, candidates, hashes):
    variant = name.partition("@")[2]
    keys = {"contest_no": number, "batch_no": 4, "source_row": 1}
    rows["contest"].append({"contest_no": number, "contest": name, "batch_no": 4})
    rows["contest_fact"].append(
        keys
        | {"programme": "civil-service", "season": 2023, "level": "republic", "unit": "post"}
        | {"ruleset_hash": hashes[f"{variant}-variant" if variant else RULESET]}
        | {"is_archive": False}
    )
    for value in ("all", "interview_max=100", "lang_min=5"):
        act = {"kind": "reading", "subject": name, "value": value, "who": "hr", "reason": "r"}
        rows["decision"].append(keys | act)
    rows["force"].append(
        {"contest_no": number, "batch_no": 4, "subject_batch_no": 4, "is_in_force": True}
    )
    for entry_no, given in enumerate(candidates, 1):
        entry = {"contest_no": number, "entry_no": entry_no}
        name_no = number * 1000 + entry_no
        rows["entry"].append(entry | {"entry": f"{number}-{entry_no:03}", "batch_no": 4})
        rows["name"].append({"name_no": name_no, "salt": "", "name": f"Name {name_no}"})
        personal = {"name_no": name_no, "personal_digest": "", "is_guest": False}
        rows["entry_fact"].append(keys | entry | personal | {"status": "active"})
        rows["selection_result"] += [
            keys | entry | {"source_row": line} | one for line, one in enumerate(given, 1)
        ]


def _insert(ledger, table, rows):
    names = list({name: None for row in rows for name in row})
    listed = [{name: _plain(name, row.get(name)) for name in names} for row in rows]
    schema = "private" if table == "name" else "ledger"
    ledger.con.register("given", pa.Table.from_pylist(listed))
    ledger.con.execute(f"insert into {schema}.{table} by name from given")
    ledger.con.unregister("given")


def _plain(name, value):
    is_points = name == "score" and value is not None
    return Decimal(value).quantize(Decimal("0.001")) if is_points else value


class Seen:
    """What the views say of a world, read once."""

    def __init__(self, ledger, numbers):
        """Keep the ledger and its contests by name."""
        self.ledger, self.numbers = ledger, numbers
        self._read = {}

    def read(self, view, lang="en"):
        """Return the rows of a view."""
        if view not in self._read:
            self.ledger.see(lang=lang)
            self._read[view] = self.ledger.read(f"from {view}")
        return self._read[view]

    def rows(self, view, example, **where):
        """Return the rows of a view about one example."""
        asked = where | {"contest_no": self.numbers[example]}
        return [
            row
            for row in self.read(view)
            if all(row[name] == value for name, value in asked.items())
        ]

    def standing(self, example, step, *fields):
        """Return fields of a step by candidate; one field alone as it is."""
        listed = fields or ("status",)
        found = {
            row["entry_no"]: tuple(row[name] for name in listed)
            for row in self.rows("mart.selection", example, step=step)
        }
        return {
            entry: cells[0] if len(cells) == 1 else cells for entry, cells in sorted(found.items())
        }

    def goes_on(self, example, step):
        """Return the points of those who pass a step, best first."""
        found = self.standing(example, step, "status", "score")
        return sorted((score for status, score in found.values() if status == "in"), reverse=True)

    def outcome(self, example, *fields):
        """Return fields of the outcome."""
        (row,) = self.rows("mart.selection_outcome", example)
        return tuple(row[name] for name in fields)

    def deadline(self, example, deadline, *fields):
        """Return fields of the deadlines of that name, by candidate."""
        rows = self.rows("mart.selection_deadlines", example, deadline=deadline)
        listed = sorted(rows, key=lambda row: row["candidate"] or "")
        return [tuple(str(row[name]) for name in fields) for row in listed]

    def other(self, example, reading, other, *fields):
        """Return fields of another reading by candidate."""
        rows = self.rows("mart.selection_readings", example, reading=reading, other=other)
        listed = sorted(rows, key=lambda row: row["entry_no"])
        return {row["entry_no"]: tuple(row[name] for name in fields) for row in listed}

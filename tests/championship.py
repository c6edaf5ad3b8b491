"""A championship in which nothing is wrong, and what can go wrong in it, each by itself.

Contest 1 is over and signed; 2 is of the republic and to come, its entries went on from 3; 4 and 5
are of Best Professionals, over and to come; 6 is a demonstration exam.
"""

from tests.exams import open_exam
from tests.kit import Ledger

OVER, REPUBLIC, OBLAST, BEST, NEXT, EXAM = range(1, 7)
_WORLDSKILLS = {
    OVER: {"level": "oblast", "region": "KZ-35", "unit": "01", "starts_on": "2022-10-03"},
    REPUBLIC: {"level": "republic", "unit": "09", "starts_on": "2022-12-01"},
    OBLAST: {"level": "oblast", "region": "KZ-35", "unit": "09", "starts_on": "2022-11-01"},
}
_BEST = {
    BEST: {"level": "oblast", "region": "KZ-35", "unit": "nurse", "starts_on": "2023-01-23"},
    NEXT: {"level": "oblast", "region": "KZ-31", "unit": "nurse", "starts_on": "2023-01-27"},
}
SIDES = ("KZ-71", "KZ-75", "KZ-79")


class Championship(Ledger):
    """The ledger of a championship; ``batches`` says which act brought what.

    Attributes:
        batches: Numbers by contest and name of what was laid.
    """

    def __init__(self):
        super().__init__()
        self.batches = {}
        for number, columns in _WORLDSKILLS.items():
            self.lay_contest("worldskills", number, **days(columns))
            self._lay_panel(number)
            self._lay_scheme(number)
        for number, columns in _BEST.items():
            self.lay_contest("best-professionals-2022", number, **days(columns))
            self.decide("reading", "all", contest_no=number)
            self._lay_experts(number, judge_1="KZ-71", judge_2="KZ-75", chief="KZ-35")
        self.lay_entries(6, contest_no=OVER)
        self.lay_entries(5, contest_no=OBLAST)
        self.lay_entries({"region": "KZ-35"}, {"region": "KZ-35"}, contest_no=REPUBLIC)
        for number in _BEST:
            self.lay_entries(3, contest_no=number)
            works = [{"contest_no": number, "entry_no": one} for one in (1, 2, 3)]
            self.keep(number, "works", self.lay("work", *works))
        self.mark(OVER, 6)
        self.mark(OBLAST, 5)
        self.score(92, 80, 70)
        self.draw_workplaces(1, 2)
        open_exam({"score": 80}, {"score": 70}, ledger=self, number=EXAM)
        for number in (OVER, OBLAST, BEST, EXAM):
            self.sign(number)
        for entry_no in (1, 2):
            self.keep(REPUBLIC, f"origin_{entry_no}", self.go_on(entry_no))

    def keep(self, contest_no, name, batch_no):
        self.batches[contest_no, name] = batch_no

    def take(self, contest_no, name, *, of=None):
        """Undo what one act brought; experts are of no contest (``of=0``)."""
        self.undo(contest_no if of is None else of, self.batches[contest_no, name])

    def sign(self, *numbers):
        """Reckon, sign and, where the jury decides, decide anew."""
        for number in numbers:
            if number != EXAM:
                self.tally(number)
            self.decide("sign_off", "signed", contest_no=number)
            if number == BEST:
                self.keep(number, "award", self.decide("award", "confirmed", contest_no=number))

    def change(self, number, **columns):
        """Lay a contest anew with other columns."""
        row = self.read(
            "select programme, season, level, region, unit, ruleset_hash, starts_on, ends_on,"
            " max_entries from fact.contest where contest_no = $n",
            n=number,
        )[0]
        self.lay("contest_fact", row | {"contest_no": number} | columns)

    def lay_expert(self, number, name, role, region):
        """Name an expert of a contest; return the batch."""
        name_no = self._insert_name(f"{name} {number}")
        batch_no = self.lay(
            "expert",
            {
                "contest_no": 0,
                "for_contest_no": number,
                "name_no": name_no,
                "role": role,
                "region": region,
                "organisation": f"college of {name}",
            },
        )
        self.keep(number, name, batch_no)
        return batch_no

    def go_on(self, entry_no, *, to=None):
        """Say from which entry of the oblast an entry of the republic comes."""
        return self.lay(
            "entry_origin",
            {
                "contest_no": REPUBLIC,
                "entry_no": to or entry_no,
                "from_contest_no": OBLAST,
                "from_entry_no": entry_no,
            },
        )

    def mark(self, number, entries):
        """Give every entry its marks: one measured, one judged by three."""
        rows = [{"contest_no": number, "entry_no": entry} for entry in range(1, entries + 1)]
        measured = [row | {"aspect": "A1.M1", "mark": 40 + row["entry_no"]} for row in rows]
        judged = [
            row | {"aspect": "A1.J2", "judge_no": judge, "mark": 2}
            for row in rows
            for judge in (1, 2, 3)
        ]
        self.lay("mark", *measured)
        self.keep(number, "judged", self.lay("mark", *judged))

    def score(self, *totals):
        """Give the entries of Best Professionals their points."""
        rows = [
            {"contest_no": BEST, "entry_no": entry, "points": points}
            for entry, points in enumerate(totals, 1)
        ]
        self.keep(BEST, "scores", self.lay("score", *rows))

    def set_status(self, number, *entries, status="withdrawn", **columns):
        """Lay entries anew with another status."""
        rows = [{"contest_no": number, "entry_no": entry, "status": status} for entry in entries]
        self.lay("entry_fact", *(row | columns for row in rows))

    def draw_workplaces(self, *entries):
        """Commit to a lot among entries and reveal it."""
        self.commit(*entries)
        self.decide("workplace_reveal", "seed", contest_no=REPUBLIC)

    def commit(self, *entries):
        rows = [{"contest_no": REPUBLIC, "entry_no": entry} for entry in entries]
        self.lay("decision", *(row | {"kind": "workplace_draw", "value": "0"} for row in rows))

    def problems(self):
        """Return what is found, by contest: everything that is not as it should be."""
        rows = self.read(
            "select contest_no, problem from mart.readiness"
            " union all select contest_no, problem from mart.radar"
        )
        return {(row["contest_no"], row["problem"]) for row in rows}

    def _lay_panel(self, number):
        names = [f"judge {one}" for one in (1, 2, 3)]
        self._lay_experts(
            number,
            chief="KZ-10",
            **dict(zip(("judge_1", "judge_2", "judge_3"), SIDES, strict=True)),
        )
        self.name_judges(*names, contest_no=number)

    def _lay_experts(self, number, **regions):
        for name, region in regions.items():
            role = "chief_expert" if name == "chief" else "judge"
            self.lay_expert(number, name, role, region)

    def _lay_scheme(self, number):
        aspects = [("A1.M1", "M", 60), ("A1.J2", "J", 40)]
        rows = [
            {"contest_no": number, "aspect": aspect, "kind": kind, "max_mark": most}
            for aspect, kind, most in aspects
        ]
        self.keep(number, "scheme", self.lay("aspect", *rows))


def days(columns):
    """Return the columns of a contest that ends on the day it begins."""
    return columns | {"ends_on": columns["starts_on"]}

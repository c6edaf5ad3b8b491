"""The school year 2022-2023 for tests: its schedule as facts, and what a view says of it."""

from datetime import date

from tests.kit import Ledger

SCHEDULE = "schedule:teacher-skill-2022"
TABLE = (  # rulebook 3.1: industry, host, first and last month
    ("oil_gas", "KZ-23", 10, 11),
    ("transport_comm", "KZ-39", 10, 11),
    ("engineering", "KZ-63", 10, 11),
    ("construction", "KZ-35", 10, 11),
    ("agriculture", "KZ-31", 10, 10),
    ("energy", "KZ-59", 11, 12),
    ("pedagogy", "KZ-11", 2, 2),
    ("mining", "KZ-15", 4, 4),
    ("service", "KZ-47", 10, 10),
    ("it", "KZ-71", 11, 11),
    ("healthcare", "KZ-75", 12, 12),
    ("sport", "KZ-75", 5, 5),
    ("art_culture", "KZ-31", 11, 11),
)


class SchoolYear(Ledger):
    """A ledger with the schedule of 2022-2023 under contest number 1."""

    def __init__(self, *variants, ruleset="teacher-skill-2022", **dated):
        """Lay the table; ``dated`` names an industry and its exact days."""
        super().__init__(*variants)
        self.register(SCHEDULE)
        self.ruleset = self.find(ruleset)
        self.lay("schedule_item", *(self.plan(n, dated) for n in range(1, len(TABLE) + 1)))

    def find(self, ruleset):
        """Return the hash of a ruleset."""
        sql = "select ruleset_hash from ref.ruleset where ruleset = $name"
        return self.read(sql, name=ruleset)[0]["ruleset_hash"]

    def plan(self, number, dated):
        """Return the row of one contest."""
        unit, region, first, last = TABLE[number - 1]
        starts_on, ends_on = dated.get(unit, (None, None))
        months = {"first_month": first, "last_month": last, "term": "term"}
        days = {"starts_on": starts_on, "ends_on": ends_on, "ruleset_hash": self.ruleset}
        return {"no": number, "unit": unit, "region": region, **months, **days}

    def lay_event(self, programme, contest_no=2, ruleset=None, **columns):
        """Lay an event of a programme as a subject of its own."""
        self.register(f"schedule:{programme}-2022", contest_no=contest_no)
        pin = self.find(ruleset) if ruleset else None
        row = {"contest_no": contest_no, "programme": programme, "ruleset_hash": pin}
        return self.lay("event", row | columns)

    def lay_dated_contest(self, unit, contest_no, starts_on, ends_on, host=None, **columns):
        """Lay the contest of an industry with its days, at its planned host unless told."""
        planned = next(region for known, region, *_ in TABLE if known == unit)
        return self.lay_contest(
            "teacher-skill-2022",
            contest_no,
            contest=name(unit),
            unit=unit,
            season=2022,
            host=host or planned,
            starts_on=starts_on,
            ends_on=ends_on,
            **columns,
        )

    def clashes(self, kind, unit=None, **columns):
        """Return the clashes of a kind, of one industry if it is named; the columns asked for."""
        wanted = columns.get("of", ("reason", "severity", "starts_on", "ends_on", "days"))
        rows = self.read(
            "select * from mart.schedule_clashes where kind = $kind order by all", kind=kind
        )
        return [
            tuple(row[column] for column in wanted)
            for row in rows
            if unit is None or row["first"] == name(unit)
        ]

    def line(self, unit):
        """Return the line of an industry in the calendar."""
        sql = "select * from mart.schedule where item = $item"
        return self.read(sql, item=name(unit))[0]


def name(unit, level="republic"):
    """Return the id of the contest of an industry."""
    return f"teacher-skill-2022-{level}-{unit}"


def day(text):
    """Return a day."""
    return date.fromisoformat(text)

"""Championships of a region, laid straight into a ledger in memory."""

from itertools import count

from tests.kit import Ledger, vary

RULESET = "worldskills"
ENFORCED = ("enforce = false ", "enforce = true ")
PRIZE_WINNERS = (
    'level = "oblast"\nadvance_places = [1]  #',
    'level = "oblast"\nadvance_places = [1, 2]  #',
)


class Championship:
    """The oblast championship of one region: a contest for every list of marks."""

    def __init__(self, *changes, ledger=None, region="KZ-35", season=2022, ruleset=RULESET):
        self.ledger = ledger or Ledger(*([vary(ruleset, *changes)] if changes else []))
        self.ruleset = f"{ruleset}-variant" if changes else ruleset
        self.region, self.season = region, season
        self.pending = []

    def hold(self, *entries, **columns):
        """Lay one contest: an entry a mark, or ``(mark, columns)``, best first; return its number.

        ``persons`` lists the codes of the members; without it an entry is one person of its own.
        """
        ledger = self.ledger
        number = ledger.read("select count(*) + 1 as n from ledger.contest")[0]["n"]
        place = {"level": "oblast", "region": self.region, "season": self.season}
        ledger.lay_contest(self.ruleset, number, **place | {"unit": f"{number:02d}"} | columns)
        rows = [one if isinstance(one, tuple) else (one, {}) for one in entries]
        plain = [{key: row[key] for key in row if key != "persons"} for _, row in rows]
        home = {"region": self.region}
        ledger.lay_entries(
            *(home | {"name": f"Person {number}/{at}"} | row for at, row in enumerate(plain, 1)),
            contest_no=number,
        )
        self._lay_persons(number, [row for _, row in rows])
        scores = [
            {"contest_no": number, "entry_no": at, "points": mark}
            for at, (mark, _) in enumerate(rows, 1)
        ]
        ledger.lay("score", *scores)
        self.pending.append(number)
        return number

    def settle(self):
        """Tally what was held; return the ledger."""
        if self.pending:
            self.ledger.tally(*self.pending)
        self.pending.clear()
        return self.ledger

    def hold_winners(self, number):
        """Lay so many contests of one entry each."""
        return [self.hold(95) for _ in range(number)]

    def _lay_persons(self, number, rows):
        names = count(1000 * number)
        members = [
            {"contest_no": number, "entry_no": at, "person": person, "name_no": next(names)}
            | {"region": row.get("region", self.region)}
            for at, row in enumerate(rows, 1)
            for person in row.get("persons", ())
        ]
        if members:
            self.ledger.lay("entry_fact", *members)

    def quota(self, *columns, region=None):
        """Return columns of the region's quota."""
        (row,) = self.settle().read(
            f"select {', '.join(columns)} from mart.quotas where region = $region and season = $n",
            region=region or self.region,
            n=self.season,
        )
        return tuple(row.values())

    def matches(self):
        """Return how many pairs of the region's winners look like one person."""
        found = self.settle().read(
            "select matches_proposed from mart.quota_matches where region = $region",
            region=self.region,
        )
        return sum(row["matches_proposed"] for row in found)

    def seats(self, *columns):
        """Return columns of the seats, in the order of the list; reserves are left out."""
        rows = self.settle().read(
            f"select {', '.join(columns)} from mart.quota_seats"
            " where status <> 'reserve' order by place, mark desc nulls last, contest_no, entry_no"
        )
        return [tuple(row.values()) for row in rows]

    def statuses(self):
        """Return how many entries are in, on hold and out."""
        found = [status for (status,) in self.seats("status")]
        return {status: found.count(status) for status in ("in", "hold", "out")}


def enforced(seconds):
    """Lay 22 first places, and second places with these marks; the limit of 30 is enforced."""
    championship = Championship(ENFORCED, PRIZE_WINNERS)
    for second in seconds:
        championship.hold(95, second)
    championship.hold_winners(22 - len(seconds))
    championship.settle()
    return championship

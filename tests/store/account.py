"""A plain account of the ledger: what a person with paper would keep, without any SQL."""

from dataclasses import dataclass, field


@dataclass
class Account:
    """Who stands where at every batch number.

    Attributes:
        facts: batch -> contest -> entry -> points, as the sheet said.
        states: One a batch number: contest -> the batches that count.
        published: One a batch number: contest -> publications that count, publication -> number.
        turned: batch -> what it switched; an undo turns round what is still as it left it.
    """

    contests: tuple[str, ...]
    facts: dict[int, dict[str, dict[str, int]]] = field(default_factory=dict)
    states: list[dict[str, set[int]]] = field(default_factory=list)
    published: list[dict[str, dict[int, int]]] = field(default_factory=list)
    turned: dict[int, list[tuple[str, int, bool]]] = field(default_factory=dict)
    publications: dict[int, tuple[str, int]] = field(default_factory=dict)

    @property
    def head(self) -> int:
        return len(self.states)

    def counting(self, contest: str) -> set[int]:
        return self.states[-1][contest] if self.states else set()

    def write(self, turned, *, facts=None, publication=None) -> int:
        number = self.head + 1
        self.facts[number] = facts or {}
        self.turned[number] = turned(number)
        if publication:
            self.publications[number] = publication
        now = {name: set(found) for name, found in self.states[-1].items()} if self.states else {}
        for contest, batch, counts in self.turned[number]:
            (now.setdefault(contest, set()).add if counts else now[contest].discard)(batch)
        self.states.append(now)
        return number

    def sheet(self, contest, points, *, replaced=None) -> int:
        def turned(number):
            lines = [(contest, number, True)]
            return [*lines, (contest, replaced, False)] if replaced else lines

        return self.write(turned, facts={contest: points})

    def undo(self, batch) -> int:
        lines = [
            (contest, subject, counts)
            for contest, subject, counts in self.turned[batch]
            if batch in self.states[-1].get(contest, ())
            and counts == (subject in self.states[-1][contest])
        ]
        contests = sorted({contest for contest, _, _ in lines})
        return self.write(
            lambda number: [
                *((contest, number, True) for contest in contests),
                *((contest, subject, not counts) for contest, subject, counts in lines),
            ]
        )

    def publish(self, contest, up_to) -> int:
        return self.write(lambda n: [(contest, n, True)], publication=(contest, up_to))

    def contests_of(self, batch) -> list[str]:
        return sorted({contest for contest, _, _ in self.turned[batch]})

    def horizon(self, contest, at, audience) -> int:
        if audience == "staff":
            return at
        counting = self.states[at - 1].get(contest, ()) if at else ()
        found = [number for number in counting if number in self.publications]
        return min(self.publications[max(found)][1], at) if found else 0

    def points(self, contest, at, audience) -> dict[str, int]:
        horizon = self.horizon(contest, at, audience)
        if not horizon:
            return {}
        return {
            entry: points
            for batch in sorted(self.states[horizon - 1].get(contest, ()))
            for entry, points in self.facts[batch].get(contest, {}).items()
        }

    def board(self, at, audience) -> dict[tuple[str, str], tuple[int, int]]:
        """Return (contest, entry) -> (points, place) at a horizon."""
        found = {}
        for contest in self.contests:
            points = self.points(contest, at, audience)
            for entry, total in points.items():
                place = 1 + sum(other > total for other in points.values())
                found[contest, entry] = (total, place)
        return found

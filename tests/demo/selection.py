"""Civil-service selections of 2023: one published, one at the ability test, one at essays."""

from dataclasses import dataclass
from random import Random

from tests.demo.people import People

SEED = 20261127
SEASON = "2023"  # the only year in which the rules held
CONTESTS = (
    "programme", "season", "level", "region", "organisation", "unit", "starts_on", "ends_on",
)  # fmt: skip
RESULTS = (
    "Байқау", "Үміткер", "Қадам", "Бөлік", "Мүше", "Балл", "Санат", "Еңбек өтілі, күн", "Білімі",
    "Күйі", "Бұзушылық", "Уақыты",
)  # fmt: skip
DECISIONS = ("decision", "subject", "value", "who", "reason")
ACTS = {
    "law_constitution": 15, "law_service": 15, "law_anticorruption": 15, "law_ethics": 10,
}  # fmt: skip
EDUCATION = ("higher", "higher", "master", "post_secondary")
SIGNED = "Комиссия мүшесі хаттамаға қол қойды"
AGENCY = "ҚР Мемлекеттік қызмет істері агенттігі"
ABILITY, ESSAY, ENDED = "ability", "essay", "result"


@dataclass(frozen=True)
class Selection:
    """One contest for a post."""

    region: str | None
    unit: str
    category: str
    count: int
    until: str

    @property
    def contest(self):
        level = f"oblast-{self.region}" if self.region else "republic"
        return f"civil-service-{SEASON}-{level}-{self.unit}"


SELECTIONS = (
    Selection("KZ-79", "басшы", "D-O-1", 9, ENDED),
    Selection("KZ-11", "маман", "D-O-4", 8, ABILITY),
    Selection(None, "директор", "C-1", 7, ESSAY),
)


def add_selections(season):
    """Add the contests, what was decided before them, their results, and the signed protocol."""
    rng = Random(SEED)
    people = People(rng, season.people.given)
    members = [people.name() for _ in range(3)]
    _add_contests(season)
    _decide(season)
    season.add(
        "selection/results.csv",
        kind="selection",
        lang="kk",
        fields=RESULTS,
        rows=[row for one in SELECTIONS for row in _list_rows(rng, one, members)],
        actor="secretary.selection",
        reason="Кезеңдердің нәтижелері, дербес нөмірлер бойынша",
    )
    ended = [one.contest for one in SELECTIONS if one.until == ENDED]
    for contest in ended:
        for member in members:
            season.act("sign_off", contest=contest, actor=member, reason=SIGNED)
    season.act("publish", contests=ended, actor="organiser.republic", reason="Конкурс қорытындысы")


def _add_contests(season):
    season.add(
        "selection/contests.csv",
        kind="contests",
        lang="kk",
        fields=CONTESTS,
        rows=[
            (
                "civil-service",
                SEASON,
                "облыстық" if one.region else "республикалық",
                season.name_region(one.region) if one.region else "",
                "" if one.region else AGENCY,
                one.unit,
                "2023-09-04",
                "2023-12-29",
            )
            for one in SELECTIONS
        ],
        actor="organiser.republic",
        reason="Бос лауазымдар туралы хабарландырулар",
    )


def _list_readings():
    for one in SELECTIONS:
        for value in ("all", "interview_max=50"):
            yield ("түсіндіру", one.contest, value, "commission", "Комиссияның №1 хаттамасы")


def _decide(season):
    season.add(
        "selection/readings.csv",
        kind="decisions",
        lang="kk",
        fields=DECISIONS,
        rows=list(_list_readings()),
        actor="secretary.selection",
        reason="Комиссия ереженің оқылуын растады",
    )


def _list_rows(rng, selection, members):
    """Return what is recorded of the candidates; the first is the best of all."""
    field = [
        Candidate(rng, selection, members, is_best=not number) for number in range(selection.count)
    ]
    best_half = sorted(field, key=lambda one: one.texts + one.numbers, reverse=True)
    going_on = best_half[: -(-len(field) // 2)]
    for one in field:
        yield from one.list_early()
        yield from one.list_tests()
    if selection.until != ABILITY:
        for one in going_on:
            yield from one.list_essay()
    if selection.until == ENDED:
        for number, one in enumerate(going_on[:3]):
            yield from one.list_end(is_winner=not number)


class Candidate:
    """One candidate, known by a random number only."""

    def __init__(self, rng, selection, members, *, is_best):
        """Draw the candidate; nobody but the best reaches the top of a scale."""
        self.rng, self.selection, self.members, self.is_best = rng, selection, members, is_best
        self.number = f"N-{100_000 + int(rng.random() * 900_000)}"
        self.qualities = 124 if is_best else 76 + int(rng.random() * 40)
        self.texts = 25 if is_best else 12 + int(rng.random() * 12)
        self.numbers = 24 if is_best else 10 + int(rng.random() * 13)

    def list_early(self):
        """Return the law test and the application."""
        for act, greatest in ACTS.items():
            correct = greatest - int(self.rng.random() * 5)
            yield self._row("law", act, correct, at="2023-09-11 10:00")
        yield self._row("application", "application", at="2023-09-18 09:30")
        yield self._row("application", "hr", status="өтті", at="2023-09-19 15:00")

    def list_tests(self):
        """Return the tests of qualities and of texts and numbers, both checked by the proctor."""
        said = (
            self.selection.category,
            365 + int(self.rng.random() * 5000),
            EDUCATION[int(self.rng.random() * len(EDUCATION))],
        )
        yield self._row("pq", "", self.qualities, said=said, at="2023-09-25 11:40")
        yield self._row("pq", "proctor", status="өтті", at="2023-09-26 16:00")
        yield self._row("ability", "ability_text", self.texts, at="2023-10-02 10:25")
        yield self._row("ability", "ability_num", self.numbers, at="2023-10-02 10:50")
        yield self._row("ability", "proctor", status="өтті", at="2023-10-03 17:00")

    def list_essay(self):
        """Return the essay; the category says whether one is due, and marks may be awaited."""
        if not self.selection.category.endswith("-1"):
            return
        yield self._row("essay", "essay", status="тапсырды", at="2023-10-09 10:40")
        yield self._row("essay", "words", 140 + int(self.rng.random() * 60))
        yield self._row("essay", "proctor", status="өтті", at="2023-10-10 12:00")
        count = 3 if self.selection.until == ENDED else 1 + int(self.rng.random() * 3)
        for number, member in enumerate(self.members):
            mark = (5 if self.is_best else 3 + int(self.rng.random() * 2)) if number < count else ""
            yield self._row("essay", "mark", mark, member=member, at="2023-10-11 15:00")

    def list_end(self, *, is_winner):
        """Return the interview, and what follows for the winner."""
        for member in self.members:
            points = 48 if self.is_best else 25 + int(self.rng.random() * 20)
            yield self._row("interview", "mark", points, member=member, at="2023-10-16 11:00")
        if not is_winner:
            return
        yield self._row("result", "result", at="2023-10-16 18:00")
        yield self._row("result", "announced", at="2023-10-17 12:00")
        for document in ("document_employment", "document_medical"):
            given = {"status": "ұсынылды", "at": "2023-10-20 10:00"}
            yield self._row("appointment", document, **given)
        yield self._row("appointment", "appointed", at="2023-10-30 10:00")

    def _row(self, step, part, score="", *, member="", said=("", "", ""), status="", at=""):
        return (
            self.selection.contest, self.number, step, part, member, score, *said, status, "", at,
        )  # fmt: skip

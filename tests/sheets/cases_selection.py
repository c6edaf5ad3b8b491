"""A broken file for every check of the steps of a civil-service selection."""

from tests.selection import CONTEST, lay, open_selection, pq, row

HEAD = "Үміткер,Қадам,Бөлік,Мүше,Балл,Санат,Еңбек өтілі,Білімі,Күйі,Бұзушылық,Уақыты\n"  # A to K
CONTESTS = "programme,season,level,region,organisation,unit,ruleset,starts_on,ends_on\n"
ANNOUNCED = "civil-service,{season},republic,,{body},{unit},civil-service-2023,{day},\n"
AGENCY = "ҚР Мемлекеттік қызмет істері агенттігі"
UNSCALED, SKILLS = f"{CONTEST}-2", "worldskills-2022-republic-10"


def result(candidate="e9", step="law", part="law_ethics", score="", **more):
    """Return a line of a sheet of results."""
    names = ("member", "score", "category", "days", "education", "status", "violation", "at")
    cells = {"score": score} | more
    return ",".join([candidate, step, part, *(str(cells.get(name, "")) for name in names)]) + "\n"


def announce(day="2023-03-01", body=AGENCY, unit="маман"):
    """Return a sheet with one announced contest."""
    return CONTESTS + ANNOUNCED.format(season=day[:4], body=body, unit=unit, day=day)


def register(*parts):
    """Return a sheet with the parts of one registration."""
    return HEAD + "".join(result(step="register", part=part, status="present") for part in parts)


def book(asked, tested):
    """Return a sheet with a booking and the test."""
    return HEAD + result(part="request", at=asked) + result(part="law_ethics", score=10, at=tested)


ABOVE = result(step="pq", part="pq_1", score="11")
ESSAY = {"step": "essay", "part": "essay"}
CASES = [
    ("unknown_step", "selection", HEAD + result(step="11-қадам", part=""), CONTEST, "B2"),
    ("unknown_part", "selection", HEAD + result(part="law_tax", score="5"), CONTEST, "C2"),
    ("unknown_education", "selection", HEAD + result(education="гений"), CONTEST, "H2"),
    ("unknown_violation", "selection", HEAD + result(violation="V8"), CONTEST, "J2"),
    ("above_maximum", "selection", HEAD + ABOVE, CONTEST, "E2"),
    ("tasks_not_whole", "selection", HEAD + result(score="5.5"), CONTEST, "E2"),
    ("says_nothing", "selection", HEAD + result(), CONTEST, "E2"),
    ("already_selected", "selection", HEAD + result("e1", "pq", "", 60), CONTEST, "B2"),
    ("step_not_passed", "selection", HEAD + result("e1", "ability", "", 40), CONTEST, "A2"),
    ("step_skipped", "selection", HEAD + result(step="ability", part="", score=40), CONTEST, "A2"),
    (
        "block_missing",
        "selection",
        HEAD + result("e2", "ability", "ability_text", 21),
        CONTEST,
        "C2",
    ),
    (
        "two_categories",
        "selection",
        HEAD + result(step="pq", part="", score=70, category="C-1"),
        CONTEST,
        "F2",
    ),
    ("essay_not_due", "selection", HEAD + result("e2", at="2023-06-05", **ESSAY), CONTEST, "B2"),
    (
        "essay_too_long",
        "selection",
        HEAD + result("e2", "essay", "words", 201),
        CONTEST,
        "E2",
    ),
    (
        "member_twice",
        "selection",
        HEAD
        + result("e2", "interview", "mark", 50, member="Сейтов Б.")
        + result("e2", "interview", "mark", 60, member="СЕЙТОВ Б."),
        CONTEST,
        "D3",
    ),
    ("booked_late", "selection", book("2023-04-04 07:00", "2023-04-04 09:00"), CONTEST, "K2"),
    ("not_registered", "selection", register("iin", "rules", "consent"), CONTEST, "C2"),
    ("iin_as_number", "selection", HEAD + result("900101300123", score=5), CONTEST, "A2"),
    ("number_reused", "selection", HEAD + result("z-77", score=5), CONTEST, "A2"),
    ("interview_unscaled", "selection", HEAD + result(score=5), UNSCALED, "2"),
    ("reading_unconfirmed", "selection", HEAD + result(score=5), f"{CONTEST}-4", "2"),
    ("no_funnel", "selection", HEAD + result(score=5), SKILLS, "2"),
    ("missing_contest", "selection", HEAD + result(score=5), None, "2"),
    ("name_sealed", "entries", "Код,ФИО\ne2,Аян Б\n", CONTEST, "B2"),
    ("outside_period", "contests", announce("2024-01-05"), None, "H2"),
    ("body_not_covered", "contests", announce(body="Қаржы министрлігі"), None, "E2"),
]


def make_world():
    """A selection with one who is out and one who goes on; others without a scale or a reading."""
    ledger = open_selection()
    known = [[row("pq", score=60, category="C-4")], [*pq(), row("ability", "start")]]
    lay(ledger, *known, names=("e1", "e2"))
    columns = {"season": 2023, "level": "republic"}
    ledger.lay_contest("civil-service-2023", 2, contest=UNSCALED, **columns)
    ledger.decide("reading", "all", contest_no=2)
    ledger.lay_entries({"entry": "z-77"}, contest_no=2)
    ledger.lay_contest(contest_no=3, contest=SKILLS)
    ledger.lay_contest("civil-service-2023", 4, contest=f"{CONTEST}-4", **columns)
    return ledger

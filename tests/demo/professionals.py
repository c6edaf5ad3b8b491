"""Both tours of "Best Professionals of Kazakhstan" in 2022-2023, invented, from form to mark."""

from dataclasses import replace
from random import Random

from tests.demo import plan
from tests.demo.build import CONTEST_FIELDS, SIGNED
from tests.demo.people import People

SEED = 20230120
SEASON = "2022"
UNIT = "education"
REGIONS = ("KZ-31", "KZ-35", "KZ-55")
SIGNED_OFF = ("KZ-31", "KZ-35")
FIRST_TOUR, SECOND_TOUR = ("2022-12-20", "2023-01-20"), ("2023-02-01", "2023-02-20")
ENTRIES = ("01", "02", "03", "04")  # the first is the winner
JUDGES = 2
LATE = ("KZ-35", "04")  # its work comes after the deadline
NO_WORK = ("KZ-31", "04")
SHORT = ("KZ-55", "03")  # nine pages
FLAGGED = ("KZ-55", "02")  # waits for the jury: the contest is not signed
REASONS = {
    "applications": "1-қосымша бойынша өтінімдер",
    "contests": "Облыстық және республикалық турлар",
    "experts": "Қазылар алқасы",
    "entries": "Тіркелген қатысушылар",
    "works": "Тапсырылған презентациялар",
    "readings": "Ережелердің оқылуы",
    "scores": "Бағалау ведомостары",
    "sign-off": "Қол қойылған хаттамалар",
}
REPUBLIC = f"best-professionals-{SEASON}-republic-{UNIT}"
FORM = (
    "Ұйымның атауы", "Аты-жөні", "Мамандығы", "Байланыс телефондары", "Электрондық пошта",
    "Өңірі", "Сала", "Келісім", "Қабылданған күні",
)  # fmt: skip


def add_professionals(season):
    """Add applications, contests, juries, works and marks of three regions and of the republic."""
    rng = Random(SEED)
    own = replace(season, rng=rng, people=People(rng, set()))
    people = {(region, entry): own.people.name() for region in REGIONS for entry in ENTRIES}
    juries = {
        name: [own.people.name() for _ in range(JUDGES)]
        for name in (*map(name_contest, REGIONS), REPUBLIC)
    }
    _add_applications(own, people)
    _add_contests(own)
    _add_juries(own, juries)
    _add_entries(own, people)
    _add_works(own)
    _add_readings(own)
    _add_marks(own, juries)
    _add_decisions(own)


def name_contest(region):
    return f"best-professionals-{SEASON}-oblast-{region}-{UNIT}"


def list_places():
    """Return contest, entry, region and code at home: four a region, its winner in the republic."""
    home = [(name_contest(region), entry, region, entry) for region in REGIONS for entry in ENTRIES]
    final = [(REPUBLIC, f"{n:02d}", region, ENTRIES[0]) for n, region in enumerate(REGIONS, 1)]
    return [*home, *final]


def _school(season, region, entry):
    return f"{season.name_region(region)}, №{entry} мектеп"


def _add_applications(season, people):
    given = [(*key, name, True, "2023-01-12") for key, name in people.items()]
    late = ("KZ-55", "05", season.people.name(), True, "2023-01-21")
    bare = ("KZ-31", "05", season.people.name(), False, "2023-01-16")  # no phones: incomplete
    rows = [
        (
            _school(season, region, entry),
            name,
            "мұғалім",
            f"+7 700 000 00 {number:02d}" if has_phones else "",
            f"otinim-{number:02d}@example.kz",
            season.name_region(region),
            "Білім беру",
            "иә",
            day,
        )
        for number, (region, entry, name, has_phones, day) in enumerate([*given, late, bare], 1)
    ]
    _add(season, "applications", kind="participants", fields=FORM, rows=rows)


def _add_contests(season):
    programme = "Қазақстанның үздік кәсіпқойлары"
    rules = (UNIT, "best-professionals-2022")
    names = [season.name_region(region) for region in REGIONS]
    oblast = [(programme, SEASON, "облыстық", name, *rules, *FIRST_TOUR, name) for name in names]
    host = season.name_region(plan.HOST)
    republic = (programme, SEASON, "республикалық", "", *rules, *SECOND_TOUR, host)
    _add(season, "contests", kind="contests", fields=CONTEST_FIELDS, rows=[*oblast, republic])


def _add_juries(season, juries):
    rows = [(contest, name, "сарапшы") for contest, names in juries.items() for name in names]
    _add(season, "experts", kind="experts", fields=("contest", "name", "role"), rows=rows)


def _add_entries(season, people):
    rows = [
        (contest, entry, people[region, code], season.name_region(region),
         _school(season, region, code))
        for contest, entry, region, code in list_places()
    ]  # fmt: skip
    fields = ("contest", "entry", "name", "region", "organisation")
    _add(season, "entries", kind="entries", fields=fields, rows=rows)


def _add_works(season):
    rows = [
        (
            contest,
            entry,
            "2023-01-21 10:05" if here == LATE else "2023-01-18 15:30",
            9 if here == SHORT else 12 + int(season.rng.random() * 9),
            "интернет материалы" if here == FLAGGED else "",
        )
        for contest, entry, *home in list_places()
        for here in (tuple(home) if contest != REPUBLIC else None,)
        if here != NO_WORK
    ]
    fields = ("contest", "entry", "Түскен уақыты", "Беттер", "Белгі")
    _add(season, "works", kind="works", fields=fields, rows=rows)


def _add_marks(season, juries):
    rows = [
        (contest, entry, judge, 97 - 6 * int(entry) + int(season.rng.random() * 4))
        for contest, entry, *home in list_places()
        if contest == REPUBLIC or tuple(home) not in (LATE, NO_WORK)
        for judge in juries[contest]
    ]
    fields = ("contest", "entry", "judge", "total")
    _add(season, "scores", kind="scores", fields=fields, rows=rows)


def _add_readings(season):
    """Confirm how the rules are read: no result comes before that (CS-41)."""
    contests = [*map(name_contest, REGIONS), REPUBLIC]
    rows = [
        ("түсіндіру", name, "all", "organiser", "Ережелердің оқылуы расталды") for name in contests
    ]
    fields = ("decision", "subject", "value", "who", "reason")
    _add(season, "readings", kind="decisions", fields=fields, rows=rows)


def _add_decisions(season):
    signed = [name_contest(region) for region in SIGNED_OFF]
    rows = [("қол қою", name, "signed", f"chief.{name}", SIGNED) for name in signed]
    fields = ("decision", "subject", "value", "who", "reason")
    _add(season, "sign-off", kind="decisions", fields=fields, rows=rows, actor="registrar.bp")


def _add(season, name, *, kind, fields, rows, actor="organiser.professionals"):
    season.add(
        f"professionals/2022/{name}.csv",
        kind=kind,
        lang="kk",
        fields=fields,
        rows=rows,
        actor=actor,
        reason=REASONS[name],
    )

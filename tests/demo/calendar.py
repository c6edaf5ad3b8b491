"""The calendar of the demonstration season: the real plan of 2022, an invented one of 2026."""

from random import Random

from tests.demo import build
from tests.demo.people import COLLEGES, People, mix, pick

SEED = 20220926
SOURCE = "recommendations for the school year 2022-2023, section {sections}"
TITLE = "2026-2027 оқу жылында педагогтердің кәсіби шеберлік конкурсын өткізу кестесі"
HEADING = ("№", "Сала атауы", "Аймақ", "Мерзімі", "Басталуы", "Аяқталуы", "База")
# industry, its words, host, months, first and last day where they are known, family of the college
PLAN = (
    ("oil_gas", "Мұнай-газ", "KZ-47", "қазан", "2026-10-19", "2026-10-23", "engineering"),
    ("transport_comm", "Көлік және байланыс", "KZ-75", "қазан", "2026-10-12", "2026-10-16",
     "engineering"),
    ("engineering", "Инженерлік", "KZ-35", "қараша", "2026-11-16", "2026-11-20", "engineering"),
    ("construction", "Құрылыс", "KZ-79", "қараша", "2026-11-16", "2026-11-20", "building"),
    ("agriculture", "Ауылшаруашылық", "KZ-33", "қазан", "2026-10-21", "2026-10-27", None),
    ("energy", "Энергетика", "KZ-55", "қараша-желтоқсан", "2026-11-30", "2026-12-04", None),
    ("pedagogy", "Педагогика", "KZ-43", "ақпан", None, None, None),
    ("mining", "Тау-кен", "KZ-62", "сәуір", None, None, None),
    ("service", "Қызмет көрсету", "KZ-71", "қараша", "2026-11-19", "2026-11-21", "service"),
    ("it", "IT", "KZ-71", "қараша", "2026-11-18", "2026-11-20", "digital"),
    ("healthcare", "Денсаулық сақтау", "KZ-10", "желтоқсан-қаңтар", None, None, None),
    ("sport", "Спорт", "KZ-27", "мамыр", None, None, None),
    ("art_culture", "Өнер және мәдениет", "KZ-61", "наурыз", None, None, None),
)  # fmt: skip
HELD = ("transport_comm", "oil_gas")  # their results are in
CONTEST = "teacher-skill-2026-republic-{}"
DATES = {unit: (first, last) for unit, _, _, _, first, last, _ in PLAN if first}


def add_calendar(season):
    """Add the plans, the contests whose days are known, two results and what is public."""
    rng = Random(SEED)
    people = People(rng, set())
    _add_real(season)
    _add_plan(season, rng)
    _add_contests(season)
    _add_experts(season, people)
    _add_scores(season, rng, people)
    season.act(
        "publish",
        contests=["schedule:teacher-skill-2022", "schedule:teacher-skill-2026"],
        actor="organiser.republic",
        reason="Кестелер жарияланды",
    )


def _add_real(season):
    for name, kind, sections, reason in (
        ("teacher_schedule_2022", "schedule", "18", "2022-2023 оқу жылының бекітілген кестесі"),
        ("events_2022", "events", "1, 14, 15, 16, 19", "2022-2023 оқу жылының іс-шаралары"),
    ):
        path = f"calendar/{name}.csv"
        season.files[path] = (build.HERE / f"{name}.csv").read_text(encoding="utf-8")
        season.act(
            "import", file=path, kind=kind, contest=None, actor="organiser.republic",
            reason=reason, invented=False, source=SOURCE.format(sections=sections),
        )  # fmt: skip


def _add_plan(season, rng):
    rows = [
        (number, words, season.name_region(region), term, first, last,
         _name_college(season, rng, region, family) if family else None)
        for number, (_, words, region, term, first, last, family) in enumerate(PLAN, start=1)
    ]  # fmt: skip
    season.add(
        "calendar/teacher_schedule_2026.csv",
        kind="schedule",
        lang="kk",
        fields=HEADING,
        rows=rows,
        preamble=(TITLE,),
        actor="organiser.republic",
        reason="2026-2027 оқу жылының кестесі",
    )


def _add_contests(season):
    host = {unit: season.name_region(region) for unit, _, region, *_ in PLAN}
    season.add(
        "calendar/contests_2026.csv",
        kind="contests",
        lang="kk",
        fields=("programme", "season", "level", "unit", "ruleset", "starts_on", "ends_on", "host"),
        rows=[
            (
                "teacher-skill",
                "2026",
                "республикалық",
                unit,
                "teacher-skill-2022",
                *days,
                host[unit],
            )
            for unit, days in DATES.items()
        ],
        actor="organiser.republic",
        reason="Күні белгіленген байқаулар",
    )


def _add_experts(season, people):
    """Three experts a contest; one of them is asked to two places at once."""
    busy = people.name()
    kinds = ("колледж", "кәсіпорын", "университет")
    rows = [
        (CONTEST.format(unit), people.name(), kind, "сарапшы") for unit in DATES for kind in kinds
    ]
    rows += [(CONTEST.format(unit), busy, kinds[1], "сарапшы") for unit in ("it", "engineering")]
    season.add(
        "calendar/experts_2026.csv",
        kind="experts",
        lang="kk",
        fields=("contest", "Сарапшы", "Жұмыс беруші түрі", "role"),
        rows=rows,
        actor="organiser.republic",
        reason="Байқаулардың сарапшылары",
    )


def _add_scores(season, rng, people):
    """One total an entry: the regulation has no criteria yet. Not every region takes part."""
    rows = [
        (CONTEST.format(unit), f"{number:02d}", people.name(), season.name_region(region),
         _name_college(season, rng, region, "engineering"),
         f"{(5500 + int(rng.random() * 4400)) / 100:.2f}")
        for unit in HELD
        for number, region in enumerate(_choose_regions(season, rng, unit), start=1)
    ]  # fmt: skip
    season.add(
        "calendar/scores_2026.csv",
        kind="scores",
        lang="kk",
        fields=("contest", "entry", "name", "region", "organisation", "total"),
        rows=rows,
        actor="organiser.republic",
        reason="Байқаулардың жиынтық ведомосы",
    )


def _choose_regions(season, rng, unit):
    return mix(rng, list(season.regions))[: 17 if unit == HELD[0] else 20]


def _name_college(season, rng, region, family):
    city = season.regions[region]["centre_kk"] or season.regions[region]["short_kk"]
    return pick(rng, COLLEGES[family]).format(city="Алматы" if region == "KZ-75" else city)

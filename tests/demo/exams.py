"""Demonstration exams: two a region, one of them blocked, one not finished; all invented."""

import csv
import re
from random import Random

from tests.demo import plan
from tests.demo.people import People, pick

SEED = 20261120
CONTESTS = (
    "programme", "season", "level", "region", "organisation", "unit", "starts_on", "ends_on",
)  # fmt: skip
EXAMINEES = (
    "Емтихан", "Емтихан алушы", "Өңір", "Ұйым", "WorldSkills талаптары бойынша", "Алаң",
    "Аккредиттеу басталуы", "Аккредиттеу аяқталуы", "Балл", "Қатысты", "Студент", "Негізі",
)  # fmt: skip
DECISIONS = ("decision", "subject", "value", "who", "reason")
FIRST, SECOND = ("2026-11-23", "2026-11-24"), ("2026-11-25", "2026-11-25")
VALID, EXPIRED = ("2025-09-01", "2027-08-31"), ("2023-09-01", "2026-08-31")
CHAMPIONS = "10"  # the skill whose championship is published: its medallists need no exam
OTHERS = (("09", "digital"), ("15", "building"), ("32", "kitchen"), ("29", "service"))
BLOCKED, UNFINISHED, PLAIN = "KZ-33", "KZ-62", ("KZ-39", "KZ-47", "KZ-55")
NUMBERED = ("KZ-71", "KZ-75")
SIGNED = "Емтихан комиссиясы хаттамаға қол қойды"
SAME = "Жеке куәлік бойынша сол адам"


def add_exams(season):
    """Add exams of colleges in all regions, their examinees, and what was decided about them."""
    rng = Random(SEED)
    people = People(rng, season.people.given)
    exams = [
        _plan_exam(season, rng, region, second) for region in plan.REGIONS for second in (0, 1)
    ]
    season.add(
        "exams/contests.csv",
        kind="contests",
        lang="kk",
        fields=CONTESTS,
        rows=[exam["row"] for exam in exams],
        actor="organiser.republic",
        reason="2026/27 оқу жылының демонстрациялық емтихандары",
    )
    season.add(
        "exams/examinees.csv",
        kind="exams",
        lang="kk",
        fields=EXAMINEES,
        rows=[row for exam in exams for row in _list_rows(season, rng, people, exam)],
        actor="secretary.exams",
        reason="Колледждердің емтихан ведомостары",
    )
    season.add(
        "exams/decisions.csv",
        kind="decisions",
        lang="kk",
        fields=DECISIONS,
        rows=list(_list_decisions(exams)),
        actor="registrar.exams",
        reason="Қол қойылған хаттамалар, чемпиондар мен паспорт нөмірлері",
    )


def _plan_exam(season, rng, region, second):
    unit, family = pick(rng, OTHERS) if second else (CHAMPIONS, "engineering")
    college = season.college(region, family)
    first, last = SECOND if second else FIRST
    slug = re.sub(r"[\W_]+", "_", college.lower()).strip("_")
    return {
        "id": f"demo-exam-{plan.SEASON}-college-{region}-{slug}-{unit}",
        "region": region,
        "college": college,
        "second": second,
        "is_wsk": not (second and region in PLAIN),
        "site": f"{college}, №{1 + int(rng.random() * 4)} шеберхана",
        "certificate": EXPIRED if (region, second) == (BLOCKED, 1) else VALID,
        "size": 5 + int(rng.random() * 4),
        "scored": [],
        "competitor": None if second else _find_competitor(season, region),
        "row": (
            "демонстрациялық емтихан", plan.SEASON, "колледж", season.name_region(region), college,
            unit, first, last,
        ),
    }  # fmt: skip


def _find_competitor(season, region):
    """Return the region's competitor at the championship: entry, name and college."""
    _, *rows = csv.reader(season.files["republic/entries.csv"].splitlines())
    contest = f"worldskills-{plan.SEASON}-republic-{CHAMPIONS}"
    where = season.name_region(region)
    return next((row[1], row[2], row[4]) for row in rows if (row[0], row[3]) == (contest, where))


def _list_rows(season, rng, people, exam):
    plain = (
        season.name_region(exam["region"]), exam["college"], "иә" if exam["is_wsk"] else "жоқ",
        exam["site"], *exam["certificate"],
    )  # fmt: skip
    for number in range(exam["size"]):
        is_absent = rng.random() < 0.08
        is_open = (exam["region"], exam["second"], number) == (UNFINISHED, 1, 0)
        score = "" if is_absent or is_open else f"{round(4000 + rng.random() * 5900) / 100:.2f}"
        is_student = "жоқ" if rng.random() < 0.1 else "иә"
        came = "жоқ" if is_absent else "иә"
        if score:
            exam["scored"].append(f"{exam['id']}/examinee-{number + 1:02d}")
        yield (exam["id"], people.name(), *plain, score, came, is_student, "")
    if exam["competitor"]:
        _, name, college = exam["competitor"]
        where = season.name_region(exam["region"])
        yield (exam["id"], name, where, college, "иә", "", "", "", "", "жоқ", "иә", "чемпионат")


def _list_decisions(exams):
    """Yield signatures neither first nor last: at the edge of a sheet they look like its own."""
    for exam in exams:
        if exam["competitor"]:
            entry = f"worldskills-{plan.SEASON}-republic-{CHAMPIONS}/{exam['competitor'][0]}"
            examinee = f"{exam['id']}/examinee-{exam['size'] + 1:02d}"
            yield ("біріктіру", examinee, entry, f"organiser.{exam['region']}", SAME)
    for exam in exams:
        if (exam["region"], exam["second"]) not in ((BLOCKED, 1), (UNFINISHED, 1)):
            yield ("қол қою", exam["id"], "signed", f"commission.{exam['region']}", SIGNED)
    for exam in exams:
        if exam["region"] in NUMBERED and exam["is_wsk"]:
            for number, examinee in enumerate(exam["scored"], 1):
                passport = f"DEMO-{exam['region'][-2:]}-{exam['second'] + 1}{number:03d}"
                yield ("марапат", examinee, passport, "EDUWSK", "Оператор берген паспорт нөмірі")

"""Progress of regions and competence centres: real statistics, invented values and centres."""

import csv
import io
from pathlib import Path
from random import Random

from tests.demo import plan

SEED = 20260901
FACTS = Path(__file__).parent / "tvet_facts.csv"
SOURCE = "Bureau of National Statistics and press reports, each row with its address"
YEARS = (2024, 2025)
CHECKED = "2026-11-16"
COUNTRY = "Қазақстан"
VALUES = ("Көрсеткіш", "region", "Жыл", "Алымы", "Бөлімі", "Есептілік күні", "Дереккөз")
ITEMS = (
    "organisation", "region", "Тармақ", "Күйі", "Растайтын құжат", "Негізі", "Орындалған күні",
    "Жарамды мерзімі", "Тексерілген күні",
)  # fmt: skip
REPORT = "Өңірдің жылдық есебі"
SHARES = {"IND-01": (0.74, 0.3), "IND-03": (0.3, 0.45), "IND-17": (0.82, 0.18)}  # from, spread
BOOKS = (0.38, 0.2)
WITHOUT_DATA = {("KZ-62", 2024), ("KZ-33", 2025)}
CONDITIONS = ("CC-04", "CC-06", "CC-07", "CC-08", "CC-09")
DOCUMENTS = ("CC-11", "CC-12", "CC-13", "CC-14")
OPTIONAL = ("CC-15", "CC-16", "CC-17", "CC-18")
LAST = ("CC-35", "CC-36", "CC-37", "CC-38", "CC-39", "CC-19", "CC-20")
EMPLOYERS = ("Өңдеу зауыты", "Құрылыс компаниясы", "Сервис орталығы")


def add_progress(season):
    """Add facts, two years of values, and one centre a region."""
    rng = Random(SEED)
    _add_facts(season)
    for year in YEARS:
        _add_values(season, rng, year)
    _add_centres(season, rng)
    season.act(
        "publish",
        contests=[f"indicators:{YEARS[0]}", "centres"],
        actor="organiser.republic",
        reason="Өңірлердің көрсеткіштері мен орталықтар тізімі жарияланды",
    )


def _add_facts(season):
    with FACTS.open(encoding="utf-8", newline="") as lines:
        rows = [
            (
                fact["indicator"],
                COUNTRY if fact["region"] == "KZ" else season.name_region(fact["region"]),
                fact["period"],
                fact["value"],
                "",
                "",
                "; ".join(filter(None, (fact["source"], fact["url"], fact["note"]))),
            )
            for fact in csv.DictReader(lines)
        ]
    season.add(
        "progress/facts.csv",
        kind="indicators",
        lang="kk",
        fields=VALUES,
        rows=rows,
        actor="statistician",
        reason="Ресми статистика: колледждер, студенттер, педагогтер",
        invented=False,
        source=SOURCE,
    )


def _add_values(season, rng, year):
    as_of = f"{year}-12-20"
    rows = [
        (indicator, season.name_region(region), year, part, whole, as_of, REPORT)
        for region in plan.REGIONS
        for indicator, part, whole in _list_values(rng, region, year)
    ]
    season.add(
        f"progress/indicators-{year}.csv",
        kind="indicators",
        lang="kk",
        fields=VALUES,
        rows=rows,
        actor="organiser.republic",
        reason=f"{year} жылғы өңірлік көрсеткіштер",
    )


def _list_values(rng, region, year):
    """Yield indicator, numerator and denominator; a region without data has no denominator."""
    colleges = 14 + int(rng.random() * 50)
    growth = 0.1 * (year - YEARS[0])
    for indicator, (least, spread) in SHARES.items():
        whole = colleges * 30 if indicator == "IND-17" else colleges
        part = min(whole, int(whole * (least + growth + spread * rng.random())))
        yield indicator, part, "" if (region, year) in WITHOUT_DATA else whole
    books = 4000 + int(rng.random() * 200) * 100
    least, spread = BOOKS
    yield "IND-02", int(books * (least + growth / 2 + spread * rng.random())), books
    yield "IND-08", int(rng.random() * 1.6), ""
    yield "IND-12", 2 + int(rng.random() * 5), ""


def _add_centres(season, rng):
    rows = []
    for region in plan.REGIONS:
        college = _find_college(season, region)
        rows += [(college, season.name_region(region), *row, CHECKED) for row in _list_items(rng)]
    season.add(
        "progress/centres.csv",
        kind="centres",
        lang="kk",
        fields=ITEMS,
        rows=rows,
        actor="organiser.republic",
        reason="Құзыреттілік орталықтарының бақылау парақтары",
    )


def _find_college(season, region):
    rows = csv.DictReader(io.StringIO(season.files["organisations.csv"]))
    return next(row["Ұйым"] for row in rows if row["Өңір"] == season.name_region(region))


def _list_items(rng):
    """Yield item, state, evidence, basis, done_on and valid_to of one centre."""
    level = rng.random()
    yield "CC-03.1", "бар", "1-лауазым", "жұмыс тәжірибесі", "", ""
    second = "CC-03.2" if rng.random() < 0.4 else "CC-03.1"
    ended = f"{2020 + int(rng.random() * 6)}-06-30"
    yield second, "бар", "2-лауазым", "тағылымдама", ended, ""
    for number, employer in enumerate(EMPLOYERS[: 1 + int(level + 0.7)], start=1):
        yield "CC-05.1", "бар", employer, "", f"2026-0{number}-15", ""
    for item in (*CONDITIONS, *DOCUMENTS, *OPTIONAL):
        if rng.random() < 0.55 + 0.75 * level - (0.3 if item in OPTIONAL else 0):
            yield item, "бар", "", "", "", "2026-10-31" if rng.random() < 0.03 else ""
    if level > 0.6:
        for item in LAST[: int(rng.random() * 9)]:
            yield item, "орындалды", "", "", "", ""
    for number in range(1, 1 + int(level * 23)):
        state = "қажет емес" if number == 13 and rng.random() < 0.5 else "орындалды"
        yield f"CC-41.{number}", state, "", "", "", ""

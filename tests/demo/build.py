"""The demonstration season: every file of ``data/demo`` as text, the same from the same seed."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.demo import plan
from tests.demo.people import COLLEGES, People, pick

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
SIGNED = "Бас сарапшы хаттамаға қол қойды"
EXPERT_FIELDS = ("contest", "name", "region", "organisation", "role")
CONTEST_FIELDS = (
    "programme", "season", "level", "region", "unit", "ruleset", "starts_on", "ends_on", "host",
)  # fmt: skip


@dataclass
class Season:
    """Files (path to text) and the steps that load them, in order."""

    rng: Random
    people: People
    regions: dict
    files: dict = field(default_factory=dict)
    steps: list = field(default_factory=list)

    def add(self, path, *, kind, lang, fields, rows, actor, reason, contest=None, **more):
        """Write a sheet and the step that imports it."""
        heading = [plan.HEADINGS[name][lang] if name in plan.HEADINGS else name for name in fields]
        self.files[path] = write_csv([heading, *rows], preamble=more.pop("preamble", ()))
        step = {"do": "import", "file": path, "kind": kind, "contest": contest}
        self.steps.append({**step, "actor": actor, "reason": reason, "invented": True, **more})

    def act(self, do, **what):
        """Note a decision or publication."""
        self.steps.append({"do": do, **what})

    def name_region(self, region, lang="kk"):
        return self.regions[region][f"name_{lang}"]

    def college(self, region, family):
        city = self.regions[region]["centre_kk"] or self.regions[region]["short_kk"]
        if region == "KZ-75":
            city = "Алматы"
        return pick(self.rng, COLLEGES[family]).format(city=city)


def write_csv(rows, *, preamble=()):
    """Return the sheet as text: commas, quotes where needed, one line end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([*([line] for line in preamble), *rows])
    return out.getvalue()


def start_season():
    """Return a season with nothing in it yet."""
    rng = Random(plan.SEED)
    with (DATA / "reference/regions.csv").open(encoding="utf-8-sig", newline="") as file:
        regions = {row["iso_code"]: row for row in csv.DictReader(file) if row["iso_code"]}
    return Season(rng=rng, people=People(rng, set()), regions=regions)


def add_archive(season):
    path = "archive/worldskills_2007_2011.csv"
    season.files[path] = (HERE / "wsc_2007_2011_results.csv").read_text(encoding="utf-8")
    season.steps.append(
        {
            "do": "import",
            "file": path,
            "kind": "archive",
            "contest": None,
            "actor": "archivist",
            "reason": "WorldSkills 2007 және 2011 халықаралық чемпионаттарының ресми нәтижелері",
            "invented": False,
            "source": "official results, WorldSkills 2007 and 2011",
        }
    )


def add_organisations(season):
    rows = []
    for region in plan.REGIONS:
        names = {season.college(region, family) for family in COLLEGES for _ in range(4)}
        rows += [
            (name, season.name_region(region), 300 + int(season.rng.random() * 170) * 10)
            for name in sorted(names)
        ]
    season.add(
        "organisations.csv",
        kind="organisations",
        lang="kk",
        fields=("organisation", "region", "students"),
        rows=rows,
        actor="organiser.republic",
        reason="2026/27 оқу жылының колледждері",
    )


def add_contests(season, republican):
    oblast = [
        ("WorldSkills Kazakhstan", plan.SEASON, "облыстық", season.name_region(region), unit,
         "worldskills-demo", "2026-10-12", "2026-10-16", season.name_region(region))
        for region in plan.OBLASTS
        for unit in plan.OBLAST_UNITS
    ]  # fmt: skip
    to_come = [
        ("WorldSkills Kazakhstan", plan.SEASON, "облыстық", season.name_region(region), unit,
         "worldskills-demo", first, last, season.name_region(region))
        for region, unit, first, last in plan.OBLASTS_TO_COME
    ]  # fmt: skip
    region, unit, _ = plan.PROFESSION
    where = season.name_region(region)
    best = [
        ("Қазақстанның үздік кәсіпқойлары", plan.SEASON, "облыстық", where, unit,
         "best-professionals-2022", "2026-11-09", "2026-11-13", where)
    ]  # fmt: skip
    season.add(
        "contests.csv",
        kind="contests",
        lang="kk",
        fields=CONTEST_FIELDS,
        rows=[*oblast, *best, *republican, *to_come],
        actor="organiser.republic",
        reason="2026/27 оқу жылының жарыстары",
    )


def add_oblast_stage(season):
    for region, lang in plan.OBLASTS.items():
        rows = [
            row
            for unit, family in plan.OBLAST_UNITS.items()
            for row in list_oblast_rows(season, region=region, lang=lang, unit=unit, family=family)
        ]
        season.add(
            f"oblast/scores-{region}.csv",
            kind="scores",
            lang=lang,
            fields=(
                "contest",
                "entry",
                "name",
                "region",
                "organisation",
                *plan.OBLAST_MAXIMA,
                "total",
            ),
            rows=rows,
            actor=f"organiser.{region}",
            reason="Облыстық кезеңнің жиынтық ведомосы",
        )
    close(
        season,
        [
            f"worldskills-{plan.SEASON}-oblast-{region}-{unit}"
            for region in plan.OBLASTS
            for unit in plan.OBLAST_UNITS
        ],
        ("түсіндіру", name_profession(), "all", "organiser", "Ережелердің оқылуы расталды"),
    )


def list_oblast_rows(season, *, region, lang, unit, family):
    rng = season.rng
    contest = f"worldskills-{plan.SEASON}-oblast-{region}-{unit}"
    for number in range(1, 9 + int(rng.random() * 5)):
        skill = 0.45 + 0.5 * rng.random()
        points = [
            round(top * min(1.0, skill + 0.2 * rng.random() - 0.1) * 100)
            for top in plan.OBLAST_MAXIMA.values()
        ]
        yield (
            contest,
            f"{number:02d}",
            season.people.name(),
            season.name_region(region, lang),
            season.college(region, family),
            *(f"{p / 100:.2f}" for p in points),
            f"{sum(points) / 100:.2f}",
        )


def close(season, contests, *more):
    """Sign contests off, one sheet of decisions for all, and publish them together."""
    stage = "oblast" if "oblast" in contests[0] else "republic"
    signed = [("қол қою", contest, "signed", f"chief.{contest}", SIGNED) for contest in contests]
    season.add(
        f"{stage}/sign-off.csv",
        kind="decisions",
        lang="kk",
        fields=("decision", "subject", "value", "who", "reason"),
        rows=[*signed, *more],
        actor=f"registrar.{stage}",
        reason="Бас сарапшылар қол қойған хаттамалар",
    )
    season.act(
        "publish", contests=contests, actor="organiser.republic", reason="Нәтижелер жарияланды"
    )


def name_profession():
    region, unit, _ = plan.PROFESSION
    return f"best-professionals-{plan.SEASON}-oblast-{region}-{unit}"


def choose_jury(season):
    """Return the expert rows of the contest of professionals."""
    contest, where = name_profession(), season.name_region(plan.PROFESSION[0], "ru")
    return [
        (contest, season.people.name(), where, f"Қызылорда қаласының №{n} мектебі", "эксперт")
        for n in (4, 9, 12)
    ]


def add_experts(season, rows):
    season.add(
        "experts.csv",
        kind="experts",
        lang="ru",
        fields=EXPERT_FIELDS,
        rows=rows,
        actor="organiser.republic",
        reason="Сарапшылар құрамы",
    )


def add_professionals(season, experts):
    region, unit, count = plan.PROFESSION
    rows = []
    for number in range(1, count + 1):
        level = 62 + int(season.rng.random() * 33)
        school = f"Қызылорда қаласының №{20 + number} мектебі"
        entry = (f"{number:02d}", season.people.name(), season.name_region(region), school)
        rows += [
            (*entry, expert[1], min(100, level + int(season.rng.random() * 7) - 3))
            for expert in experts
        ]
    season.add(
        f"professionals/scores-{region}-{unit}.csv",
        kind="scores",
        contest=experts[0][0],
        lang="kk",
        fields=("entry", "name", "region", "organisation", "judge", "total"),
        rows=rows,
        actor=f"organiser.{region}",
        reason="Сарапшылардың бағалау ведомостары",
    )

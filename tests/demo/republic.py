"""The republican championship in progress: people, schemes and marks of its contests."""

from dataclasses import dataclass

from tests.demo import plan
from tests.demo.build import CONTEST_FIELDS, EXPERT_FIELDS, close
from tests.demo.marking import list_rows, mark_all, open_rescore, tie_second_place
from tests.demo.people import mix
from tests.demo.schemes import LEVELS, PARTIAL, make_scheme, read_real_structure

SCHEME_FIELDS = (
    "criterion", "sub_criterion", "sub_name", "day", "type", "aspect", "description", "score",
    "extra", "requirement", "wsos_section", "max_mark", "partial_rule",
)  # fmt: skip
MARK_FIELDS = ("entry", "aspect", "judge", "mark")
ENTRY_FIELDS = ("contest", "entry", "name", "region", "organisation", "guest", "status")


@dataclass
class Running:
    """A republican contest with its people and its marks."""

    skill: plan.Skill
    scheme: list
    entries: dict
    rows: list
    judges: list
    experts: list
    marking: object = None


def add_republic(season):
    contests = [run_contest(season, skill) for skill in plan.SKILLS]
    season.add(
        "republic/contests.csv",
        kind="contests",
        lang="kk",
        fields=CONTEST_FIELDS,
        rows=[
            ("WorldSkills Kazakhstan", plan.SEASON, "республикалық", "", c.skill.unit, "worldskills-demo",
             plan.FIRST_DAY, plan.LAST_DAY, season.name_region(plan.HOST))
            for c in contests
        ],
        actor="organiser.republic",
        reason="WorldSkills Kazakhstan республикалық чемпионаты",
    )  # fmt: skip
    add_lists(season, contests)
    for c in contests:
        add_scheme(season, c)
    for day in (1, 2, 3):
        for c in contests:
            add_marks(season, c, day=day)
    for c in contests:
        if c.skill.state in {"signed", "published"}:
            finish_contest(season, c)


def run_contest(season, skill):
    rng = season.rng
    scheme = read_real_structure() if skill.size == 220 else make_scheme(
        rng, family=skill.family, size=skill.size, days=skill.days, judged=skill.judged
    )  # fmt: skip
    regions = mix(rng, plan.REGIONS)[: skill.entries] + [plan.HOST] * skill.guests
    entries, rows = {}, []
    for number, region in enumerate(mix(rng, list(enumerate(regions))), start=1):
        place, code = region
        entry = f"{number:02d}"
        entries[entry] = code
        guest = "иә" if place >= skill.entries else ""
        college = season.college(code, skill.family)
        for _ in range(2 if skill.team else 1):
            name = season.people.name(woman=choose_woman(rng, skill.family))
            rows.append(
                (skill.contest, entry, name, season.name_region(code), college, guest, "қатысады")
            )
    homes = mix(rng, sorted(set(regions)))[:6]
    experts = [(season.people.name(), home) for home in homes]
    judges = experts[1:]
    running = Running(skill, scheme, entries, rows, judges, experts)
    if skill.state != "planned":
        mark_contest(season, running)
    return running


def choose_woman(rng, family):
    share = {"engineering": 0.12, "building": 0.1, "digital": 0.35, "kitchen": 0.6}.get(family, 0.8)
    return rng.random() < share


def mark_contest(season, c):
    ranked = [row[1] for row in c.rows if not row[5]]
    c.marking = mark_all(
        season.rng,
        scheme=c.scheme,
        entries=c.entries,
        share=c.skill.share,
        complete=c.skill.complete,
    )
    ranked = list(dict.fromkeys(ranked))
    if c.skill.tie:
        tie_second_place(season.rng, marking=c.marking, entries=ranked)
    if c.skill.rescore:
        open_rescore(c.marking, entry=ranked[3])


def add_lists(season, contests):
    season.add(
        "republic/entries.csv",
        kind="entries",
        lang="kk",
        fields=ENTRY_FIELDS,
        rows=[row for c in contests for row in c.rows],
        actor="organiser.republic",
        reason="Қатысушылар тізімі",
    )
    season.add(
        "republic/experts.csv",
        kind="experts",
        lang="ru",
        fields=EXPERT_FIELDS,
        rows=[
            (c.skill.contest, name, season.name_region(home, "ru"),
             season.college(home, c.skill.family), "эксперт" if at else "главный эксперт")
            for c in contests
            for at, (name, home) in enumerate(c.experts)
        ],
        actor="organiser.republic",
        reason="Сарапшылар құрамы",
    )  # fmt: skip


def add_scheme(season, c):
    season.add(
        f"republic/scheme-{c.skill.unit}.csv",
        kind="scheme",
        contest=c.skill.contest,
        lang=c.skill.lang,
        fields=SCHEME_FIELDS,
        rows=[row for aspect in c.scheme for row in list_scheme_rows(aspect)],
        actor=f"chief.{c.skill.unit}",
        reason="Бағалау схемасы бекітілді",
    )


def list_scheme_rows(a):
    rule = PARTIAL if a.is_partial else ""
    yield (
        a.aspect[0], a.sub_criterion, a.sub_name, a.day, a.kind, a.aspect, a.description, "", "",
        a.requirement, a.section, f"{a.max_mark:.2f}", rule,
    )  # fmt: skip
    if a.kind == "J":
        for score, text in enumerate(LEVELS):
            yield ("", "", "", "", "", "", "", score, text, "", "", "", "")


def add_marks(season, c, *, day):
    if c.marking is None:
        return
    rows = list_rows(c.marking, entries=c.entries, judges=c.judges, day=day)
    if c.skill.corrected and day == 2:
        add_mark_sheet(
            season, c, name=f"day{day}", rows=slip(rows), reason=f"{day}-күннің бағалары"
        )
        add_mark_sheet(
            season, c, name=f"day{day}-corrected", rows=rows, replace=True,
            reason="Көшіру қатесі түзетілді: үш баға",
        )  # fmt: skip
        return
    half = len(rows) // 2
    parts = [rows] if len(rows) < 1000 else [rows[:half], rows[half:]]
    for at, part in enumerate(parts, start=1):
        if part:
            name = f"day{day}" + (f"-{at}" if len(parts) > 1 else "")
            add_mark_sheet(season, c, name=name, rows=part, reason=f"{day}-күннің бағалары")


def add_mark_sheet(season, c, *, name, rows, reason, **more):
    season.add(
        f"republic/marks-{c.skill.unit}-{name}.csv",
        kind="marks",
        contest=c.skill.contest,
        lang=c.skill.lang,
        fields=MARK_FIELDS,
        rows=rows,
        actor=f"jury.{c.skill.unit}",
        reason=reason,
        **more,
    )


def slip(rows):
    """Return the rows as first sent: three full marks copied as nothing."""
    full = [at for at, row in enumerate(rows) if ".M" in row[1] and row[3] != "0.00"]
    wrong = {full[len(full) * part // 4] for part in (1, 2, 3)}
    return [(*row[:3], "0.00") if at in wrong else row for at, row in enumerate(rows)]


def finish_contest(season, c):
    contest, chief = c.skill.contest, f"chief.{c.skill.unit}"
    if c.skill.state == "published":
        close(season, contest=contest, chief=chief)
    else:
        season.act(
            "sign_off", contest=contest, actor=chief, reason="Бас сарапшы хаттамаға қол қойды"
        )

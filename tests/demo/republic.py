"""The republican championship in progress: people, schemes and marks of its contests."""

from dataclasses import dataclass

from tests.demo import plan
from tests.demo.build import SIGNED, close
from tests.demo.marking import list_rows, mark_all, open_rescore, tie_second_place
from tests.demo.people import mix
from tests.demo.schemes import LEVELS, PARTIAL, make_scheme, read_real_structure

SCHEME_FIELDS = (
    "contest", "criterion", "sub_criterion", "sub_name", "day", "type", "aspect", "description",
    "score", "extra", "requirement", "wsos_section", "max_mark", "partial_rule",
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


def run_championship(season):
    """Return the contests with their people and their marks; nothing is written yet."""
    return [run_contest(season, skill) for skill in plan.SKILLS]


def list_contest_rows(season, contests):
    host = season.name_region(plan.HOST)
    return [
        ("WorldSkills Kazakhstan", plan.SEASON, "республикалық", "", c.skill.unit,
         "worldskills-demo", plan.FIRST_DAY, plan.LAST_DAY, host)
        for c in contests
    ]  # fmt: skip


def list_expert_rows(season, contests):
    return [
        (c.skill.contest, name, season.name_region(home, "ru"),
         season.college(home, c.skill.family), "эксперт" if at else "главный эксперт")
        for c in contests
        for at, (name, home) in enumerate(c.experts)
    ]  # fmt: skip


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
        "republic/schemes.csv",
        kind="scheme",
        lang="kk",
        fields=SCHEME_FIELDS,
        rows=[
            (c.skill.contest, *row)
            for c in contests
            for aspect in c.scheme
            for row in list_scheme_rows(aspect)
        ],
        actor="organiser.republic",
        reason="Бағалау схемалары бекітілді",
    )


def add_marking(season, contests):
    """Add the marks day by day, the signatures, and last of all what is marked right now."""
    alone = {c.skill.unit: c for c in contests if c.skill.alone}
    together = [c for c in contests if c.marking and not c.skill.alone]
    for day in (1, 2, 3):
        add_day(season, together, day=day)
        add_own_day(season, alone["10"], day=day)
        if day == 1:
            add_halves(season, alone["17"], day=day)
    close(season, [c.skill.contest for c in contests if c.skill.state == "published"])
    signed = [c.skill.contest for c in contests if c.skill.state == "signed"]
    for contest in signed:
        season.act("sign_off", contest=contest, actor="chief.33", reason=SIGNED)
    add_halves(season, alone["17"], day=2)


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


def list_scheme_rows(a):
    rule = PARTIAL if a.is_partial else ""
    yield (
        a.aspect[0], a.sub_criterion, a.sub_name, a.day, a.kind, a.aspect, a.description, "", "",
        a.requirement, a.section, f"{a.max_mark:.2f}", rule,
    )  # fmt: skip
    if a.kind == "J":
        for score, text in enumerate(LEVELS):
            yield ("", "", "", "", "", "", "", score, text, "", "", "", "")


def add_day(season, contests, *, day):
    rows = [
        (c.skill.contest, *row)
        for c in contests
        for row in list_rows(c.marking, entries=c.entries, judges=c.judges, day=day)
    ]
    season.add(
        f"republic/marks-day{day}.csv",
        kind="marks",
        lang="ru" if day == 2 else "kk",
        fields=("contest", *MARK_FIELDS),
        rows=rows,
        actor="secretary.republic",
        reason=f"{day}-күннің бағалары",
    )


def add_own_day(season, c, *, day):
    rows = list_rows(c.marking, entries=c.entries, judges=c.judges, day=day)
    reason = f"{day}-күннің бағалары"
    if day != 2:
        add_sheet(season, c, name=f"day{day}", rows=rows, reason=reason)
        return
    add_sheet(season, c, name=f"day{day}", rows=slip(rows), reason=reason)
    add_sheet(
        season, c, name=f"day{day}-corrected", rows=rows, replace=True,
        reason="Көшіру қатесі түзетілді: үш баға",
    )  # fmt: skip


def add_halves(season, c, *, day):
    rows = list_rows(c.marking, entries=c.entries, judges=c.judges, day=day)
    half = len(rows) // 2
    for at, part in enumerate((rows[:half], rows[half:]), start=1):
        add_sheet(season, c, name=f"day{day}-{at}", rows=part, reason=f"{day}-күннің бағалары")


def add_sheet(season, c, *, name, rows, reason, **more):
    season.add(
        f"republic/marks-{c.skill.unit}-{name}.csv",
        kind="marks",
        contest=c.skill.contest,
        lang="kk",
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

"""The oblast stage of the movement's edition of 2022 in all regions, invented: quotas at work."""

from dataclasses import replace
from random import Random

from tests.demo import plan
from tests.demo.build import SIGNED
from tests.demo.people import People

SEED = 20220411
SEASON = "2022"
UNITS = {"04": "engineering", "54": "digital", "17": "digital"}
TEAMS = ("04", "54")  # of two: three contests determine five persons
FEWER = ("KZ-10", "KZ-33", "KZ-62")  # two contests: below the range of 5 to 30
ABILYMPICS = ("KZ-35", "KZ-71")
AGROSKILLS = ("37", ("KZ-11", "KZ-19", "KZ-31", "KZ-59"))  # only in the republic (WS-06.2)
SIGNED_OFF = ("KZ-35", "KZ-63")
TWICE = "KZ-63"  # one person wins in two skills there
FIRST_DAY, LAST_DAY = "2022-04-11", "2022-04-15"
REPUBLIC_DAYS = ("2022-11-10", "2022-11-18")
EMPLOYERS = ("колледж", "колледж", "кәсіпорын", "қауымдастық", "университет")
REASON = "2022 жылғы облыстық кезең"
AGRO_REASON = "2022 жылғы республикалық чемпионат, AgroSkills"


def add_movement(season):
    """Add contests, experts, scores and signatures; nothing is published."""
    rng = Random(SEED)
    own = replace(season, rng=rng, people=People(rng, set()))
    contests = [one for region in plan.REGIONS for one in list_contests(region)]
    _add_contests(own, contests)
    _add_experts(own, contests)
    _add_entries(own, contests)
    _add_scores(own, contests)
    _add(
        own,
        "sign-off",
        kind="decisions",
        fields=("decision", "subject", "value", "who", "reason"),
        rows=[("қол қою", name_contest(*one), "signed", f"chief.{one[0]}", SIGNED)
              for one in contests if one[0] in SIGNED_OFF],
        reason="Бас сарапшылар қол қойған хаттамалар",
        actor="registrar.movement",
    )  # fmt: skip
    _add_agroskills(own)


def list_contests(region):
    """Return ``(region, stream, unit)`` of the contests of one region."""
    units = list(UNITS)[: 2 if region in FEWER else 3]
    special = [(region, "abilympics", "17")] if region in ABILYMPICS else []
    return [(region, "", unit) for unit in units] + special


def name_contest(region, stream, unit):
    return "-".join(filter(None, ("worldskills", SEASON, "oblast", region, stream, unit)))


def _add_contests(season, contests):
    oblast = [
        ("WorldSkills Kazakhstan", SEASON, "облыстық", season.name_region(region), stream, unit,
         "worldskills", FIRST_DAY, LAST_DAY, season.name_region(region))
        for region, stream, unit in contests
    ]  # fmt: skip
    host = season.name_region(plan.HOST)
    republic = [
        ("WorldSkills Kazakhstan", SEASON, "республикалық", "", stream, unit,
         "worldskills", *REPUBLIC_DAYS, host)
        for stream, unit in [
            *(("", unit) for unit in UNITS), ("abilympics", "17"), ("agroskills", AGROSKILLS[0])
        ]
    ]  # fmt: skip
    fields = ("programme", "season", "level", "region", "stream", "unit", "ruleset", "starts_on",
              "ends_on", "host")  # fmt: skip
    _add(season, "contests", kind="contests", fields=fields, rows=[*oblast, *republic])


def _add_experts(season, contests):
    rows = [
        (name_contest(*one), season.people.name(), season.name_region(one[0]), employer, "сарапшы")
        for number, one in enumerate(one for one in contests if one[2] == "04")
        for employer in (EMPLOYERS[number % 5], EMPLOYERS[number // 2 % 5])
    ]
    fields = ("contest", "name", "region", "employer_kind", "role")
    _add(season, "experts", kind="experts", fields=fields, rows=rows)


def _add_entries(season, contests):
    twice = season.people.name()
    rows = [
        (name_contest(*one), f"{number:02d}", name, season.name_region(one[0]), college)
        for one in contests
        for number in (1, 2)
        for college in (season.college(one[0], UNITS[one[2]]),)
        for name in _choose_names(season, one, number, twice)
    ]
    fields = ("contest", "entry", "name", "region", "organisation")
    _add(season, "entries", kind="entries", fields=fields, rows=rows)


def _choose_names(season, contest, number, twice):
    region, _, unit = contest
    names = [season.people.name() for _ in range(2 if unit in TEAMS else 1)]
    if region == TWICE and unit != "54" and number == 1:
        return [twice, *names[1:]]
    return names


def _add_scores(season, contests):
    rows = [
        (name_contest(*one), f"{number:02d}", f"{cents / 100:.2f}")
        for one in contests
        for number, cents in enumerate(
            sorted((5000 + int(season.rng.random() * 4500) for _ in range(2)), reverse=True), 1
        )
    ]
    _add(season, "scores", kind="scores", fields=("contest", "entry", "total"), rows=rows)


def _add_agroskills(season):
    """Add the AgroSkills contest of the championship, marked by totals."""
    unit, regions = AGROSKILLS
    rows = [
        (f"worldskills-{SEASON}-republic-agroskills-{unit}", f"{number:02d}", season.people.name(),
         season.name_region(region), season.college(region, "building"),
         f"{(9100 - 700 * number + int(season.rng.random() * 500)) / 100:.2f}")
        for number, region in enumerate(regions, 1)
    ]  # fmt: skip
    fields = ("contest", "entry", "name", "region", "organisation", "total")
    _add(season, "agroskills", kind="scores", fields=fields, rows=rows, reason=AGRO_REASON)


def _add(season, name, *, kind, fields, rows, reason=REASON, actor="organiser.movement"):
    season.add(
        f"movement/{name}.csv",
        kind=kind,
        lang="kk",
        fields=fields,
        rows=rows,
        actor=actor,
        reason=reason,
    )

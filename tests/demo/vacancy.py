"""Vacancies of schools: one post a region, its candidates, and how the rules are read."""

import re
from random import Random

from tests.demo import plan
from tests.demo.people import People, pick

SEED = 20261109
POSTS = ("Лауазымы", "Мектеп", "Өңір", "Штат бірлігі", "Жарияланған күні")
ANSWERS = (
    "Байқау", "Кандидат", "Парақ", "Өлшемшарт", "Нұсқа", "Саны", "Оқиға күні",
    "Мәлімделген балл", "Тексерілген балл", "Растайтын құжат",
)  # fmt: skip
DECISIONS = ("decision", "subject", "value", "who", "reason")
POST = "Педагог-ассистент"
PUBLISHED = ("2026-11-09", "2026-11-10", "2026-11-11")
DOCUMENTS = (1, 2, 3, 4, 6, 7, 8, 12, 13)
NONE = ("жоқ", "", "", "0", "0", "")
WITH_SERVICE = {  # criterion: options with points, as the annex has them
    "education": (("tve", 1), ("higher_fulltime", 2), ("higher_honours", 3), ("master", 5)),
    "degree": (None, None, None, ("candidate", 10)),
    "category": (("teacher", 2), ("moderator", 3), ("expert", 5), ("researcher", 7)),
    "admin_service": (None, ("methodist_le2", 2), ("deputy_gt2", 4)),
    "recommendation_work": (("positive", 3),),
    "achievements": (("olymp_city", 0.5), ("olymp_region", 1), ("science_city", 0.5), None),
    "publications": (None, ("textbook_council", 2), ("research_paper", 3)),
    "public_work": (("mentor", 0.5), ("mo_head", 2), ("lang_kk_ru", 2)),
    "courses": (("course", 0.5),),
}
WITHOUT_SERVICE = {
    "education": (("tve", 1), ("tve_honours", 2), ("higher", 3)),
    "degree": (None,),
    "certification": (("p50", 2), ("p60_80", 4), ("p80_100", 6)),
    "practice": (("4", 3), ("5", 4)),
    "recommendation_study": (("positive", 3),),
    "volunteering": (("yes", 1), None),
    "web_page": (("lt1", 1), ("y1_3", 2), None),
    "summer_camp": (("yes", 2), None),
    "study_contests": (("participation", 1),),
    "certificates": (("certificate", 1),),
}
COUNTED = {"courses": 6, "study_contests": 4, "certificates": 3}


def add_vacancies(season):
    """Add a post a region, one protocol on the readings, and all candidates."""
    rng = Random(SEED)
    people = People(rng, season.people.given)
    posts = {region: _make_post(season, rng, region) for region in plan.REGIONS}
    _add_posts(season, posts)
    contests = {region: _name_contest(region, post) for region, post in posts.items()}
    _add_readings(season, contests.values())
    season.add(
        "vacancy/candidates.csv",
        kind="candidates",
        lang="kk",
        fields=ANSWERS,
        rows=[row for contest in contests.values() for row in _list_rows(rng, people, contest)],
        actor="secretary.vacancy",
        reason="Кандидаттардың парақтары мен құжаттары",
    )


def _make_post(season, rng, region):
    city = season.regions[region]["centre_kk"] or season.regions[region]["short_kk"]
    school = f"{city} қаласының №{3 + int(rng.random() * 90)} мектебі"
    where = season.name_region(region)
    return (POST, school, where, 1 + int(rng.random() * 2), pick(rng, PUBLISHED))


def _name_contest(region, post):
    school, name = (re.sub(r"[\W_]+", "_", text.lower()).strip("_") for text in (post[1], POST))
    return f"vacancy-{plan.SEASON}-college-{region}-{school}-{name}"


def _add_posts(season, posts):
    season.add(
        "vacancy/posts.csv",
        kind="vacancies",
        lang="kk",
        fields=POSTS,
        rows=list(posts.values()),
        actor="organiser.republic",
        reason="Мектептердің бос орындары",
    )


def _add_readings(season, contests):
    season.add(
        "vacancy/readings.csv",
        kind="decisions",
        lang="kk",
        fields=DECISIONS,
        rows=[
            ("түсіндіру", contest, "all", "commission", "Конкурстық комиссияның №1 хаттамасы")
            for contest in contests
        ],
        actor="organiser.republic",
        reason="Комиссиялар ереженің оқылуын растады",
    )


def _list_rows(rng, people, contest):
    for _ in range(2 + int(rng.random() * 2)):
        name = people.name()
        has_service = rng.random() < 0.5
        for answer in (*_list_answers(rng, has_service), *_list_documents(rng)):
            yield (contest, name, *answer)


def _list_answers(rng, has_service):
    form, criteria = (17, WITH_SERVICE) if has_service else (18, WITHOUT_SERVICE)
    for criterion, options in criteria.items():
        chosen = pick(rng, options)
        yield (form, criterion, *(NONE if chosen is None else _answer(rng, criterion, *chosen)))


def _answer(rng, criterion, option, points):
    items = 1 + int(rng.random() * COUNTED.get(criterion, 0))
    verified = items - (items > 2 and rng.random() < 0.3)
    day = f"{2023 + int(rng.random() * 3)}-04-{10 + int(rng.random() * 19)}"
    return (
        option,
        items if criterion in COUNTED else "",
        day if criterion == "achievements" else "",
        f"{items * points:g}",
        f"{verified * points:g}",
        "бар",
    )


def _list_documents(rng):
    absent = pick(rng, DOCUMENTS) if rng.random() < 0.12 else None
    for number in DOCUMENTS:
        state = "жоқ" if number == absent else "бар"
        yield ("", f"document_{number}", state, "", "2026-11-17", "", "", "")

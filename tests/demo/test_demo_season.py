import csv
import re
import tomllib
from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from tests.demo.build import DATA
from tests.demo.index import write_index
from tests.demo.plan import REGIONS, SKILLS
from tests.demo.season import build_season

DEMO = DATA / "demo"


@pytest.fixture(scope="module")
def season():
    return build_season()


@pytest.fixture(scope="module")
def steps():
    return tomllib.loads((DEMO / "season.toml").read_text(encoding="utf-8"))["step"]


def read(path):
    with (DEMO / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_seed_gives_the_same_bytes(season):
    made = {**season.files, "season.toml": write_index(season)}

    committed = {
        str(file.relative_to(DEMO)): file.read_text(encoding="utf-8")
        for file in DEMO.rglob("*")
        if file.suffix in {".csv", ".toml"}
    }

    assert made == committed


def test_every_step_names_a_file_that_is_there_and_every_file_has_its_step(steps):
    named = Counter(step["file"] for step in steps if step["do"] == "import")

    assert named == Counter(str(file.relative_to(DEMO)) for file in DEMO.rglob("*.csv"))


def test_what_is_real_names_its_source(steps):
    real = {step["file"]: step["source"] for step in steps if step.get("invented") is False}

    assert all(real.values())
    assert {
        "archive/worldskills_2007_2011.csv",
        "calendar/teacher_schedule_2022.csv",
    } <= real.keys()


def test_all_regions_take_part():
    regions = {row["Өңір"] for row in read("republic/entries.csv")}

    assert len(regions) == len(REGIONS) == 20


def test_every_scheme_sums_to_exactly_one_hundred(season):
    sums = {}
    for skill in SKILLS:
        sums[skill.unit] = sum(Decimal(row[11]) for row in list_scheme(season, skill) if row[11])

    assert sums == {skill.unit: Decimal("100.00") for skill in SKILLS}


@pytest.mark.long
def test_no_judge_marks_the_own_region():
    home = {}
    for row in read("experts.csv"):
        home[row["Конкурс"], row["Ф.И.О."]] = row["Регион"]
    own = {
        (row["Байқау"], row["Қатысушы коды"]): row["Өңір"] for row in read("republic/entries.csv")
    }
    names = dict(
        zip(*([row[key] for row in regions()] for key in ("name_ru", "name_kk")), strict=True)
    )
    compatriots = [
        (skill.unit, entry, judge)
        for skill in SKILLS
        for entry, _, judge, _ in list_marks(skill)
        if names[home[skill.contest, judge]] == own[skill.contest, entry]
    ]

    assert compatriots == []


def regions():
    with (DATA / "reference/regions.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def list_marks(skill):
    """Return (entry, aspect, judge, mark) of the sheets that hold in the end."""
    folder = DEMO / "republic"
    replaced = {
        file.with_name(file.name.replace("-corrected", ""))
        for file in folder.glob("*-corrected.csv")
    }
    for file in sorted({*folder.glob("marks-*.csv")} - replaced):
        heading, *rows = csv.reader(file.read_text(encoding="utf-8").splitlines())
        if len(heading) == 5:
            yield from (row[1:] for row in rows if row[0] == skill.contest)
        elif file.name.startswith(f"marks-{skill.unit}-"):
            yield from rows


def list_scheme(season, skill):
    _, *rows = csv.reader(season.files["republic/schemes.csv"].splitlines())
    return [row[1:] for row in rows if row[0] == skill.contest]


@pytest.mark.long
def test_one_rescore_is_open():
    scores = defaultdict(list)
    for skill in SKILLS:
        for entry, aspect, _, mark in list_marks(skill):
            if ".J" in aspect:
                scores[skill.unit, entry, aspect].append(int(mark))
    open_aspects = {key[0] for key, values in scores.items() if max(values) - min(values) > 1}

    assert open_aspects == {"54"}


def test_tied_contests_have_two_entries_in_second_place(season):
    second = {}
    for skill in SKILLS:
        if skill.tie:
            totals = sorted(total_entries(season, skill).values(), reverse=True)
            second[skill.unit] = (totals[0] > totals[1], totals[1] == totals[2])

    assert second == {"10": (True, True), "09": (True, True), "17": (True, True)}


def total_entries(season, skill):
    maxima = {row[5]: Decimal(row[11]) for row in list_scheme(season, skill) if row[5]}
    guests = {
        row["Қатысушы коды"]
        for row in read("republic/entries.csv")
        if row["Байқау"] == skill.contest and row["Қонақ"]
    }
    given = defaultdict(dict)
    for entry, aspect, judge, mark in list_marks(skill):
        given[entry, aspect][judge] = Decimal(mark)
    totals = defaultdict(Decimal)
    for (entry, aspect), marks in given.items():
        mark = sum(marks.values())
        if entry not in guests:
            totals[entry] += round(mark * maxima[aspect] / 9, 2) if ".J" in aspect else mark
    return totals


def test_no_name_is_given_twice(season):
    names = [row["Аты-жөні"] for row in read("republic/entries.csv")]

    assert len(names) == len(set(names))


def test_surnames_agree_with_the_bearer():
    from tests.demo.people import MEN, WOMEN

    names = [row["Аты-жөні"].split() for row in read("republic/entries.csv")]
    wrong = [
        (surname, first)
        for surname, first in names
        if (first in MEN and re.search(r"(ова|ева|ина|қызы)$", surname))
        or (first in WOMEN and re.search(r"(ов|ев|ин|ұлы)$", surname))
    ]

    assert wrong == []


@pytest.mark.long
def test_every_heading_is_an_exact_heading_of_its_format(steps):
    from kasipkor_core.reading import read_grid
    from kasipkor_core.sheets.fold import fold
    from kasipkor_core.sheets.formats import read_format, read_words

    unknown = []
    for step in steps:
        if step["do"] == "import":
            words = {fold(word) for word in read_words().ignored} | set(map(fold, "ABCD"))
            for field in read_format(step["kind"]).fields:
                words |= {fold(alias) for alias in field.list_aliases()}
            header = read_grid((DEMO / step["file"]).read_bytes(), name=step["file"]).header
            unknown += [(step["file"], name) for name in header if fold(name) not in words]

    assert unknown == []

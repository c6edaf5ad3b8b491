"""Half a ruleset is refused by file, line and key: what its keys say of each other."""

import re

import pytest

from kasipkor_core import house
from kasipkor_core.errors import Misused
from kasipkor_core.rulesets import build_reference, load_rulesets, parse_ruleset
from kasipkor_core.rulesets.model import Ruleset

FOLDER = house.DATA / "rulesets"
EXAMPLE = re.compile(r"```toml\n(.*?)```", re.DOTALL)
CHEF = EXAMPLE.search((house.DATA / "README.md").read_text(encoding="utf-8"))[1]
READING = """
[[readings]]
reading = "YC-Q1"
key = "marking.combin"
changes_winner = true
label = { kk = "a", ru = "a", en = "a" }
"""
ADVANCEMENT = '\n[advancement]\nseats = 1\naward = "winer"\n'
HALVES = [
    # ruleset, what stands there, what is written instead, the key that is named
    ("young-chef", 'sheet = "kitchen"       #', 'sheet = "kitchn"  #', "marking.sheet"),
    ("young-chef", 'sheet = "kitchen"       #', "#", "marking"),
    ("young-chef", 'criterion = "look"', 'criterion = "taste"', "criteria.1.criterion"),
    ("young-chef", "max_points = 50", "max_points = 90", "marking.max_points"),
    ("young-chef", "max_points = 50", "max_points = 33.3333", "criteria.0.max_points"),
    ("young-chef", "max_points = 50", "max_points = 5000000", "criteria.0.max_points"),
    ("young-chef", "max_winner = 1", "max_winner = 5000000000", "awarding.max_winner"),
    ("young-chef", "prize_places = [2, 3]", "prize_places = [2, 4]", "awarding.prize_places"),
    ("young-chef", 'award = "prize_3"', 'award = "prize_2"', "awards.2.award"),
    ("young-chef", '"jury_decision"', '"criteria_order"', "awarding.winner_tie"),
    (
        "young-chef",
        '"jury_decision"',
        '"criteria_order"\ncriteria_order = ["tast"]',
        "awarding.criteria_order",
    ),
    ("young-chef", 'kind = "place"', 'kind = "scale"', "awarding.kind"),
    ("young-chef", None, ADVANCEMENT, "advancement.award"),
    ("young-chef", None, READING, "readings.0.key"),
    ("best-professionals-2022", "ends_on = 2023-01-20", "ends_on = 2021-01-20", "tours.0.ends_on"),
    ("worldskills", "minimum = 5 ", "minimum = 50 ", "movement.editions.0.minimum"),
    ("teacher-skill-2022", '"KZ-71"', '"KZ-99"', "calendar.periods.0.region"),
    ("competence-centre-2021", '"CC-04", "CC-05"', '"CC-99"', "checklist.profiles.0.items"),
    ("competence-centre-2021", '= "CC-35"', '= "CC-95"', "checklist.decision_step"),
    (
        "civil-service-2023",
        "pq_inclusive = ",
        "pq_percent = 50\npq_inclusive = ",
        "selection.pq_percent",
    ),
    (
        "civil-service-2023",
        '{ key = "half_rounding", value = "down" }',
        '{ key = "pq_set", value = ["pq_1"] }',
        "selection.alternatives.0.sets.0.key",
    ),
]
VACANCY = FOLDER / "vacancy-2025.toml"
LINE = '{ form = 17, criterion = "achievements", option = "olymp_city", key = '
BY_EVENT, EACH = LINE + '"by_event", value = true }', LINE + '"each", value = true }'
SETTING = '{ form = 17, criterion = "degree", key = "mode", value = "sum" }'
ALTERNATIVES = [
    (SETTING, SETTING.replace("degree", "degre"), "sets.0.criterion: there is no such criterion"),
    (SETTING, SETTING.replace("mode", "moode"), "sets.0.key: moode is no key"),
    (SETTING, SETTING.replace('"sum"', '"summ"'), "sets: criteria.1.mode: Input should be"),
    ('value = "per_sheet" }', 'value = "apart" }', "sets: pool: Input should be"),
    (BY_EVENT, f"{BY_EVENT}, {EACH}", "not both"),
    ('reading = "VC-Q01"\nvalue = "1"', 'reading = "VC-Q99"\nvalue = "1"', "no such reading"),
]


def read(name):
    file = FOLDER / f"{name}.toml"
    return file.read_text(encoding="utf-8") if file.exists() else CHEF


def load(folder, name, content):
    (folder / f"{name}.toml").write_bytes(content)
    (ruleset,) = load_rulesets(folder)
    return ruleset


def refuse(folder, name, content):
    with pytest.raises(Misused) as refused:
        load(folder, name, content)
    return str(refused.value)


def change(name, old, new):
    text = read(name)
    if old is None:
        return text + new
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(("name", "old", "new", "key"), HALVES)
def test_half_a_ruleset_is_refused_with_file_line_and_key(tmp_path, name, old, new, key):
    said = refuse(tmp_path, name, change(name, old, new).encode())

    assert re.match(rf"{re.escape(name)}\.toml, line \d+: key {re.escape(key)}: ", said), said


@pytest.mark.parametrize(("old", "new", "why"), ALTERNATIVES)
def test_another_answer_that_leads_nowhere_is_refused_with_file_line_and_key(
    tmp_path, old, new, why
):
    text = change("vacancy-2025", old, new)
    said = refuse(tmp_path, "vacancy-2025", text.encode())

    assert re.match(r"vacancy-2025\.toml, line \d+: key vacancy\.alternatives\.\d+\.", said), said
    assert why in said


def test_a_wrong_setting_is_named_by_its_own_line(tmp_path):
    text = change("vacancy-2025", SETTING, SETTING.replace("mode", "moode"))
    line = text[: text.index("moode")].count("\n") + 1

    assert f"line {line}:" in refuse(tmp_path, "vacancy-2025", text.encode())


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251"])
def test_a_file_that_is_not_utf_8_is_refused_by_name(tmp_path, encoding):
    said = refuse(tmp_path, "young-chef", CHEF.encode(encoding, "replace"))

    assert re.match(r"young-chef\.toml, line \d: this is no UTF-8", said), said


def test_a_mark_of_utf_8_before_the_text_is_fine(tmp_path):
    assert load(tmp_path, "young-chef", b"\xef\xbb\xbf" + CHEF.encode()).content == CHEF


def test_rules_that_a_ledger_has_pinned_stay_readable_as_they_were():
    older = change("civil-service-2023", "pq_inclusive = ", "pq_percent = 60\npq_inclusive = ")

    assert parse_ruleset(older, name="ref.ruleset").selection.find_percent("pq") == 60


def test_the_percent_of_a_step_is_the_share_that_passes():
    text = change("civil-service-2023", "percent = 50", "percent = 70")
    tables = build_reference([parse_ruleset(text, name="seventy")])

    assert {
        row["least"] for row in tables["selection_step"].to_pylist() if row["step"] == "pq"
    } == {91}
    assert {
        row["least"]
        for row in tables["selection_part"].to_pylist()
        if row["step"] == "pq" and row["is_counted"]
    } == {7}


@pytest.mark.parametrize("name", ["teacher-skill-2022", "state-language-2022"])
def test_tc_06_criteria_are_filled_in_as_the_head_of_the_file_says(tmp_path, name):
    lines = read("teacher-skill-2022").partition("[[criteria]]")[2].split("\n\n")[0].splitlines()
    example = "\n".join(["[[criteria]]", *(line.removeprefix("#   ") for line in lines[1:])])
    text = read(name).replace('# sheet = "regulation"', 'sheet = "regulation"')
    ruleset: Ruleset = load(tmp_path, name, f"{text}\n{example}\n".encode())

    assert [
        (row["criterion"], row["max_points"], row["is_used"])
        for row in build_reference([ruleset])["criterion"].to_pylist()
    ] == [("lesson", 40, True)]

"""What waits for whom, what blocks publication, and the rules in words."""

import datetime as dt
import re

import pytest

from kasipkor_core import house, i18n, words
from kasipkor_core.ui import problems, readiness, rules, waiting

TODAY = dt.date(2026, 11, 26)


def problem(name, contest_no=1, *, severity="error", waived_by=None, number=1):
    return {
        "contest_no": contest_no,
        "problem": name,
        "number": number,
        "severity": severity,
        "owner": "expert",
        "waived_by": waived_by,
    }


def contest(contest_no=1, **columns):
    return {
        "contest_no": contest_no,
        "contest": f"contest-{contest_no}",
        "ends_on": TODAY,
        "state": "marked",
        "programme": "worldskills",
        "season": 2026,
        "level": "oblast",
        "region": "KZ-35",
        "region_name": "Karaganda",
        "host": None,
        "unit_name": "Cooking",
        "is_live": True,
        "is_marking": False,
    } | columns


def test_bp_16_a_step_whose_turn_has_not_come_is_no_problem_of_its_own():
    chain = [problem("marks_missing"), problem("not_signed"), problem("not_decided")]
    steps = [readiness.list_first(chain[number:]) for number in range(3)]

    assert [[row["problem"] for row in rows] for rows in steps] == [
        ["marks_missing"],
        ["not_signed"],
        ["not_decided"],
    ]


def test_a_waived_problem_blocks_nothing_and_a_contest_to_come_lacks_nothing():
    problems = [
        problem("experts_missing", 1, waived_by="jury"),
        problem("not_signed", 2),
        problem("not_signed", 3),
    ]
    contests = [
        contest(1),
        contest(2, state="planned", ends_on=TODAY + dt.timedelta(days=30)),
        contest(3, state="planned", ends_on=TODAY - dt.timedelta(days=1)),
    ]
    rows = readiness.group(problems, contests, today=TODAY)

    assert [row["contest_no"] for row in rows] == [3]


def test_many_contests_without_a_signature_are_one_line_with_their_groups():
    contests = [contest(number, region=f"KZ-{number % 3}") for number in range(1, 53)]
    problems = [problem("not_signed", number) for number in range(1, 53)]
    lines = waiting.list_waiting(contests, problems, [], "en")

    assert [(line.title, line.query) for line in lines] == [
        ("Contests that are fully marked and not signed: 52", (("state", "marked"),))
    ]
    assert lines[0].about == "2026/27, Oblast championship: 52 (3 regions)"


def test_a_contest_waits_in_its_most_urgent_way_only():
    row = contest(1, is_marking=True, state="open")
    problems = [problem("marks_missing", number=7), problem("rescore_needed", number=2)]
    lines = waiting.list_waiting([row], problems, [], "en")

    assert [line.title for line in lines] == ["Cooking: aspects to re-score: 2"]


def test_bp_16_the_jury_decides_after_the_signature():
    unsigned, signed = contest(1), contest(2, state="signed", is_live=False)
    problems = [problem("not_decided", 1), problem("not_signed", 1), problem("not_decided", 2)]
    lines = waiting.list_waiting([unsigned, signed], problems, [], "en")

    assert [line.query for line in lines] == [
        (("contest", "contest-2"),),
        (("contest", "contest-1"),),
    ]


@pytest.mark.parametrize(
    "path", sorted((house.DATA / "rulesets").glob("*.toml")), ids=lambda p: p.stem
)
def test_every_key_of_a_plain_table_is_listed_with_its_value(path):
    keys = rules.list_keys(path.read_text(encoding="utf-8"))
    said = [rules.say_value(key.value, lang) for key in keys for lang in i18n.LANGS]

    assert keys
    assert [key.name for key in keys if key.value is None] == []
    assert "" not in said


def test_a_default_of_ours_is_told_from_what_a_text_states():
    content = (
        '[marking]\nmax_points = 100  # WM-11 [S] the most\ncombine = "mean"  # BP-12 [D] ours\n'
    )
    keys = rules.list_keys(content)

    assert [rules.say_origin(key, "en") for key in keys] == [
        "WM-11 · stated in a text",
        "BP-12 · our default, not in the text",
    ]


def test_every_problem_and_owner_of_the_views_has_a_word():
    readiness, radar = (
        (house.SQL / "views" / "mart" / f"{one}.sql").read_text(encoding="utf-8")
        for one in ("readiness", "radar")
    )
    found = set(re.findall(r"name := '(\w+)'", readiness))
    found |= set(re.findall(r"'(\w+)' as problem", radar))
    owners = set(re.findall(r"owner := '(\w+)'", readiness))
    owners |= set(re.findall(r"(?:then|else) '(\w+)'$", radar, re.MULTILINE))

    assert (found - set(problems.PROBLEMS), owners - set(problems.OWNERS)) == (set(), set())


def test_a_level_has_the_word_of_its_programme_and_an_examination_has_none():
    said = [
        words.level_name({"programme": programme, "level": level}, "en")
        for programme, level in (
            ("worldskills", "oblast"),
            ("best-professionals", "oblast"),
            ("demo-exam", "college"),
        )
    ]

    assert said == ["Oblast championship", "Oblast stage", ""]

"""What the README shows is what the commands print."""

import re

import pytest

from kasipkor_core import house
from kasipkor_core.reading import read_grid, write_grid
from kasipkor_core.sheets import render
from kasipkor_core.store import examine, understand
from tests.giving import give

README = (house.ROOT / "README.md").read_text(encoding="utf-8")
CONTEST = "worldskills-2026-oblast-KZ-35-10"
CONTESTS = "programme,season,level,region,unit\nworldskills,2026,oblast,KZ-35,10\n"
SHEET = """«WorldSkills Kazakhstan» облыстық чемпионаты

№;Коды;Қатысушының аты-жөні;Өңірі;A;B;Барлығы
1;0056;Нұрланбеков Әділет;Астана қаласы;40,50;19,98;60,48
2;0093;Сыздықова Дана;Алматы қ.;41,00;30,50;71,50
3;0012;Оразбаева Ғалия;Павладар;38,25;x;38,25
;;Барлығы;;119,75;50,48;170,23
""".encode("kz1048")


def shown(command):
    """Return the lines the README shows below a command."""
    block = re.search(rf"^\$ {re.escape(command)}.*\n((?:(?!\$|```).*\n)*)", README, re.MULTILINE)
    return block[1]


def test_the_shown_sheet_is_read_as_shown(capsys):
    import sys

    write_grid(read_grid(SHEET), sys.stdout)

    assert capsys.readouterr().out == shown("kasipkor read ведомость.csv")


@pytest.mark.long
def test_the_shown_errors_are_found(store):
    give(store, CONTESTS, kind="contests")
    read = understand(
        store, SHEET, file_name="ведомость.csv", kind="scores", contest=CONTEST, actor="reader"
    )
    said = [render(found, "en").replace('"', '""') for found in examine(store, read).errors]

    assert all(f'"{sentence}"' in shown("kasipkor check ведомость.csv") for sentence in said)
    assert len(said) == 2


def test_the_shown_ruleset_is_a_new_file_and_no_new_code():
    from kasipkor_core import rulesets

    text = (house.DATA / "rulesets" / "worldskills.toml").read_text(encoding="utf-8")
    text = re.sub(
        r"^ruleset = .*", 'ruleset = "worldskills-city"', text, count=1, flags=re.MULTILINE
    )

    assert rulesets.parse_ruleset(text, name="worldskills-city").ruleset == "worldskills-city"


@pytest.mark.parametrize("target", ["run", "test", "test-all", "bench"])
def test_every_make_target_that_is_named_exists(target):
    makefile = (house.ROOT / "Makefile").read_text(encoding="utf-8")

    assert f"make {target}" in README
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)

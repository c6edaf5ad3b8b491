"""Broken files for the checks about who judges: conflicts of interest, replacements, penalties."""

from tests.sheets import world
from tests.sheets.world import REPUBLIC

HEAD = "kind,subject,expert,value,who,reason\n"
MARKS = "Код,Аспект,Эксперт,Оценка\n"
JUDGE = "Мұратов Серік"
CASES = [
    ("judge_aside", "marks", f"{MARKS}e3,A1.J1,{JUDGE},2\n", REPUBLIC, "C2"),
    (
        "panel_unclear",
        "decisions",
        f"{HEAD}conflict,{REPUBLIC},{JUDGE},cousin,жюри,-\n",
        None,
        "D2",
    ),
    ("panel_unclear", "decisions", f"{HEAD}conflict,{REPUBLIC},,relative,жюри,-\n", None, "C2"),
    ("panel_unclear", "decisions", f"{HEAD}penalty,{REPUBLIC},,warning,жюри,-\n", None, "B2"),
    ("panel_unclear", "decisions", f"{HEAD}penalty,{REPUBLIC}/e3,,-5,жюри,-\n", None, "D2"),
    ("naming_unclear", "decisions", f"{HEAD}names,{REPUBLIC},,some,кеңсе,-\n", None, "D2"),
]


def make_world():
    """The world of the other checks, in which the judge stands aside from one entry."""
    ledger = world.make_world()
    ledger.name_judges(JUDGE)
    ledger.decide("conflict", "1 relative", entry_no=3)
    ledger.decide("conflict_ruling", "1 aside", entry_no=3)
    return ledger


__all__ = ["CASES", "make_world"]

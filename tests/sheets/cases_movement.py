"""Broken files for the checks of the movement."""

from tests.sheets.world import OBLAST, REPUBLIC, make_world

HEAD = "kind,subject,value,who,reason\n"
CASES = [
    (
        "person_without_entry",
        "decisions",
        f"{HEAD}person_merge,{REPUBLIC}/e1,{OBLAST},комиссия,бір адам\n",
        None,
        "C2",
    ),
    (
        "person_without_entry",
        "decisions",
        f"{HEAD}person_split,{REPUBLIC},{OBLAST}/e9,комиссия,екі адам\n",
        None,
        "B2",
    ),
]
__all__ = ["CASES", "make_world"]

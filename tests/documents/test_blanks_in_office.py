"""A blank that is filled in and kept by LibreOffice goes in, whatever form it is kept in."""

import json
import shutil
import subprocess

import pytest

from kasipkor_core.documents.blanks import write_blank, write_blank_of
from kasipkor_core.store import Reader, commit, query, read_head, understand
from tests.documents.test_blanks import ledger  # noqa: F401  a fixture
from tests.giving import REPUBLIC

PYTHON = "/usr/bin/python3"  # the one that Debian's uno is for
FORMS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}
MADE = "select programme, level, region from mart.contests where season = 2027"
BOARD = "select entry, total from mart.leaderboard where contest = $contest order by entry"


def has_office():
    if not shutil.which("soffice"):
        return False
    asked = subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True)
    return asked.returncode == 0


pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not has_office(), reason="Debian's libreoffice-calc and python3-uno are not installed"
    ),
]


def fill(tmp_path, blank, *, form, cells, look_at=()):
    """Return the file that LibreOffice keeps, and the rules of the cells that it has read."""
    given, kept, job = (tmp_path / name for name in ("blank.xlsx", f"filled.{form}", "job.json"))
    given.write_bytes(blank)
    job.write_text(
        json.dumps(
            {
                "file": str(given),
                "out": str(kept),
                "filter": FORMS[form],
                "cells": cells,
                "look_at": list(look_at),
            }
        )
    )
    script = f"{__file__.rpartition('/')[0]}/fill_office.py"
    said = subprocess.run([PYTHON, script, job], check=True, stdout=subprocess.PIPE, timeout=180)
    return kept, json.loads(said.stdout)


def send(store, file, kind):
    prepared = understand(
        store, file.read_bytes(), file_name=file.name, kind=kind, contest=None, actor="organiser"
    )
    return commit(store, prepared)


@pytest.mark.parametrize("form", FORMS)
def test_marks_typed_into_a_blank_are_the_marks_of_the_board(ledger, tmp_path, form):  # noqa: F811
    reader = Reader(as_of=read_head(ledger), lang="kk")
    blank = write_blank_of(ledger, "marks", REPUBLIC, reader)
    typed = {"E2": 12.5, "E3": 60, "E4": 0, "E5": 33.25, "D2": "бірінші", "D3": "бірінші"}

    file, rules = fill(tmp_path, blank, form=form, cells=typed, look_at=["E2", "E3"])

    assert [rules[cell][:3] for cell in ("E2", "E3")] == [
        ["DECIMAL", "0", "40"],
        ["DECIMAL", "0", "60"],
    ]
    receipt = send(ledger, file, "marks")
    assert [one for one in receipt.findings if one.severity == "error"] == []
    board = query(ledger, BOARD, Reader(as_of=receipt.batch_no), contest=REPUBLIC).to_pylist()
    assert [(row["entry"], str(row["total"])) for row in board] == [
        ("a", "72.500"),
        ("b", "33.250"),
    ]


CHOSEN = {  # cell of a contest: which of the list
    "kk": {"A2": "Қазақстанның үздік кәсіби мамандары", "C2": "облыстық", "D2": "Ұлытау облысы"},
    "ru": {"A2": "WorldSkills Kazakhstan", "C2": "областной", "D2": "область Ұлытау"},
    "en": {"A2": "WorldSkills Kazakhstan", "C2": "regional", "D2": "Ulytau Region"},
}


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_what_libreoffice_lets_choose_in_a_language_is_understood(ledger, tmp_path, lang):  # noqa: F811
    typed = CHOSEN[lang] | {"B2": 2027, "G2": "education" if lang == "kk" else "10"}

    file, rules = fill(
        tmp_path, write_blank("contests", lang), form="xlsx", cells=typed, look_at=CHOSEN[lang]
    )

    assert {kind for kind, *_ in rules.values()} == {"LIST"}
    receipt = send(ledger, file, "contests")
    assert [one for one in receipt.findings if one.severity == "error"] == []
    (made,) = query(ledger, MADE, Reader(as_of=receipt.batch_no)).to_pylist()
    programme = "best-professionals" if lang == "kk" else "worldskills"
    assert made == {"programme": programme, "level": "oblast", "region": "KZ-62"}

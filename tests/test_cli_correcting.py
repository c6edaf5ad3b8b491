"""Looking before writing at the command line: what is wrong with a sheet, what it would change."""

import json

import pytest

from tests.giving import REPUBLIC
from tests.test_cli import SCORES, rows

OF = ("--kind", "scores", "--contest", REPUBLIC)
CHANGED = [
    ("place", "a", "1", "3"),
    ("place", "b", "2", "1"),
    ("place", "c", "2", "1"),
]


@pytest.fixture
def scored(loaded, file):
    """The command on a ledger with the scores of three entries: batch 2."""
    loaded("import", file(SCORES), *OF)
    return loaded


def places(text):
    return [
        (row["field"], row["entry"], row["before"], row["after"])
        for row in rows(text)
        if row["field"] == "place"
    ]


def test_check_prints_findings_with_their_cells_and_writes_nothing(loaded, file):
    broken = file("entry,name,total\na,Айгерім,101\nb,Болат,x\n")
    code, out, _ = loaded("check", broken, "--kind", "scores", "--contest", REPUBLIC)
    found = [(row["severity"], row["row"], row["column"], row["found"]) for row in rows(out)]

    assert code == 1
    assert ("error", "2", "C", "101") in found
    assert ("error", "3", "C", "x") in found
    assert rows(loaded("show", "batches")[1])[-1]["batch_no"] == "1"


def test_check_prints_what_a_correction_would_change_and_writes_nothing(scored, file):
    new = file(SCORES.replace("90.5", "70"), "new.csv")
    beside = scored("check", new, *OF)
    code, out, err = scored("check", new, *OF, "--replace")
    table = scored("check", new, *OF, "--replace", "--changes")[1]

    assert beside[0] == 1
    assert (code, len(rows(out))) == (0, 0)
    assert f"place {REPUBLIC}/a: 1 -> 3\n" in err
    assert places(table) == CHANGED
    assert rows(scored("show", "batches")[1])[-1]["batch_no"] == "2"


@pytest.mark.long
def test_a_decision_about_names_says_whose_change_before_it_is_recorded(loaded, file):
    loaded("import", file("entry,name,total\na,Сейтова Әлия,90\nb,Ким,80\n"), *OF)
    told = ("--kind", "names", "--subject", REPUBLIC, "--value", "short", "--reason", "letter")
    code, out, _ = loaded("decide", *told, "--dry-run")
    done = loaded("decide", *told)
    unfit = loaded("decide", *told[:5], "some", *told[6:])

    assert code == 0
    assert [(row["field"], row["entry"], row["after"]) for row in rows(out)] == [
        ("name", "a", "Сейтова Ә.")
    ]
    assert done[:2] == (0, "3\n")
    assert (unfit[0], "short, minors, full" in unfit[2]) == (1, True)


@pytest.mark.long
def test_an_undo_says_what_it_changes_and_a_dry_run_undoes_nothing(scored):
    code, out, _ = scored("undo", 2, "--dry-run", "--format", "json")
    missing = scored("undo", 2)
    done = scored("undo", 2, "--reason", "wrong file")

    assert code == 0
    assert {one["entry"]: one["before"] for one in json.loads(out) if one["field"] == "place"} == {
        "a": "1",
        "b": "2",
        "c": "2",
    }
    assert missing[0] == 2
    assert done[:2] == (0, "3\n")
    assert f"place {REPUBLIC}/c: 2 -> -\n" in done[2]

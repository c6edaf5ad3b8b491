"""The command line is a contract: what is printed where, and with which exit code."""

import csv
import io
import json
import subprocess
import sys

import pytest

from kasipkor_core.store import open_store
from tests.giving import CONTESTS, REPUBLIC

SCORES = "entry,name,region,total\na,Айгерім,KZ-75,90.5\nb,Болат,KZ-71,80\nc,Дана,KZ-35,80\n"


def test_the_first_import_makes_the_database_and_prints_batch_one(run, file):
    assert run("import", file(CONTESTS, "contests.csv"), "--kind", "contests")[:2] == (0, "1\n")


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_import_prints_the_batch_number_and_show_prints_the_board(loaded, file):
    scores = file(SCORES)

    assert loaded("import", scores, "--kind", "scores", "--contest", REPUBLIC)[:2] == (0, "2\n")

    code, out, _ = loaded("show", "leaderboard", "--where", f"contest={REPUBLIC}", "--lang", "ru")
    board = [(row["entry"], row["place"], row["total"], row["is_tied"]) for row in rows(out)]

    assert code == 0
    assert board == [
        ("a", "1", "90.500", "false"),
        ("b", "2", "80.000", "true"),
        ("c", "2", "80.000", "true"),
    ]
    assert [row["region"] for row in rows(out)] == ["KZ-75", "KZ-71", "KZ-35"]


@pytest.mark.long
def test_the_same_bytes_twice_are_refused_with_a_pointer_to_the_first(loaded, file):
    scores = file(SCORES)
    same = ("import", scores, "--kind", "scores", "--contest", REPUBLIC)
    loaded(*same)
    code, out, err = loaded(*same)

    assert (code, out) == (1, "")
    assert "as batch 2. Nothing was written." in err
    assert loaded(*same, "--replace")[:2] == (1, "")


@pytest.mark.long
def test_replace_takes_the_place_of_the_former_sheet_and_undo_brings_it_back(loaded, file):
    loaded("import", file(SCORES), "--kind", "scores", "--contest", REPUBLIC)
    new = file(SCORES.replace("90.5", "70"), "new.csv")

    assert loaded("import", new, "--kind", "scores", "--contest", REPUBLIC)[0] == 1
    assert loaded("import", new, "--kind", "scores", "--contest", REPUBLIC, "--replace")[1] == "3\n"
    assert first_total(loaded) == ("b", "80.000")
    assert loaded("undo", "3", "--reason", "the wrong file")[:2] == (0, "4\n")
    assert first_total(loaded) == ("a", "90.500")
    assert loaded("undo", "4", "--reason", "it was the right file")[:2] == (0, "5\n")
    assert first_total(loaded) == ("b", "80.000")


def first_total(run):
    first = rows(run("show", "leaderboard", "--where", f"contest={REPUBLIC}")[1])[0]
    return first["entry"], first["total"]


def test_a_sheet_with_errors_is_refused_whole(loaded, file):
    broken = file("entry,name,total\na,Айгерім,10\nb,Болат,x\n")
    code, out, err = loaded("import", broken, "--kind", "scores", "--contest", REPUBLIC)

    assert code == 1
    assert [row["row"] for row in rows(out) if row["severity"] == "error"] == ["3"]
    assert "The sheet was not written" in err
    assert len(rows(loaded("show", "batches")[1])) == 1


@pytest.mark.long
def test_show_reads_as_of_a_batch_and_with_the_eyes_of_the_public(loaded, file, monkeypatch):
    loaded("import", file(SCORES), "--kind", "scores", "--contest", REPUBLIC)

    assert rows(loaded("show", "leaderboard", "--as-of", "1")[1]) == []
    assert rows(loaded("show", "leaderboard", "--public")[1]) == []
    monkeypatch.setenv("KASIPKOR_ACTOR", "chief")
    loaded(
        "decide",
        "--kind",
        "sign_off",
        "--subject",
        REPUBLIC,
        "--value",
        "signed",
        "--reason",
        "counted twice",
    )
    assert loaded("publish", REPUBLIC)[:2] == (0, "4\n")
    assert len(rows(loaded("show", "leaderboard", "--public")[1])) == 3


@pytest.mark.long
def test_an_unsigned_contest_is_not_published(loaded, file):
    loaded("import", file(SCORES), "--kind", "scores", "--contest", REPUBLIC)
    code, _, err = loaded("publish", REPUBLIC)

    assert code == 1
    assert "the final form is not signed" in err


def test_json_keeps_numbers_and_nulls(loaded):
    _, out, _ = loaded("show", "batches", "--format", "json")

    assert json.loads(out)[0] | {"at": "", "sha256": ""} | {"file_name": "sheet.csv"} == (
        json.loads(out)[0] | {"at": "", "sha256": ""}
    )
    assert json.loads(out)[0]["undone_by"] is None


def test_wrong_usage_is_exit_2_and_an_unknown_view_lists_what_there_is(loaded):
    assert loaded("show")[0] == 2
    assert loaded("show", "leaderboard", "--where", "contest")[0] == 2
    code, _, err = loaded("show", "leaderbord")

    assert code == 1
    assert "Nearest: leaderboard" in err


def test_show_of_a_missing_database_makes_none(run, tmp_path):
    code, _, err = run("show", "leaderboard")

    assert code == 1
    assert "There is no database at" in err
    assert not (tmp_path / "kasipkor.duckdb").exists()


def test_read_prints_the_table_a_file_holds(run, file):
    messy = file("Ведомость\n\nКод;Балл\n007;1,5\nИтого;1,5\n")
    code, out, err = run("read", messy)

    assert (code, out) == (0, 'Код,Балл\n007,"1,5"\n')
    assert "Итого" in err


@pytest.mark.long
def test_verify_says_that_everything_holds_or_names_the_batch(loaded, file, tmp_path):
    loaded("import", file(SCORES), "--kind", "scores", "--contest", REPUBLIC)

    assert loaded("verify", "--all")[0] == 0
    store = open_store(tmp_path / "kasipkor.duckdb")
    store.cursor().execute("update ledger.score set points = 1 where points = 80")
    store.close()
    code, out, _ = loaded("verify")

    assert (code, rows(out)[0]) == (1, {"batch_no": "2", "contest": "", "what": "its facts"})


def test_a_backup_opens_by_itself_and_a_restore_keeps_the_former_file_aside(loaded, file, tmp_path):
    copy = tmp_path / "copy" / "kasipkor.backup"

    assert loaded("backup", copy)[0] == 0
    loaded("import", file(SCORES), "--kind", "scores", "--contest", REPUBLIC)
    assert loaded("restore", copy)[0] == 0
    assert len(rows(loaded("show", "batches")[1])) == 1
    assert (tmp_path / "kasipkor.duckdb.before-restore").exists()


@pytest.mark.long
def test_a_broken_backup_is_not_restored(loaded, tmp_path):
    broken = tmp_path / "broken.backup"
    broken.write_bytes(b"no database")
    code, _, err = loaded("restore", broken)

    assert code == 1
    assert f"{broken} is no backup that can be opened." in err
    assert not list(tmp_path.glob("*.part"))
    assert len(rows(loaded("show", "batches")[1])) == 1


def test_a_second_process_says_who_holds_the_database(loaded, tmp_path):
    store = open_store(tmp_path / "kasipkor.duckdb")
    other = subprocess.run(
        [sys.executable, "-c", "from kasipkor_core.cli import main; main()", "show", "batches"],
        capture_output=True,
        text=True,
        check=False,
    )
    store.close()

    assert other.returncode == 1
    assert "is held by python" in other.stderr
    assert "Traceback" not in other.stderr


@pytest.mark.long
def test_wm_09_four_eyes_compares_actors_at_the_command_line_too(loaded, file, monkeypatch):
    loaded("import", file(SCORES), "--kind", "scores", "--contest", REPUBLIC)
    sign = ("decide", "--kind", "sign_off", "--value", "signed", "--reason", "r", "--subject")
    check = ("decide", "--kind", "check", "--value", "all", "--reason", "r", "--subject")
    code, out, err = loaded(*sign, REPUBLIC)
    monkeypatch.setenv("KASIPKOR_ACTOR", "second")
    checked = loaded(*check, REPUBLIC)[:2]
    monkeypatch.setenv("KASIPKOR_ACTOR", "operator")

    assert (code, out, checked) == (1, "", (0, "3\n"))
    assert "Four eyes (WM-09, BP-16): operator entered batch 2 of" in err
    assert loaded(*sign, REPUBLIC)[:2] == (0, "4\n")
    where = ("--where", f"contest={REPUBLIC}", "--where", "is_next=true")
    assert [row["step"] for row in rows(loaded("show", "contest_steps", *where)[1])] == [
        "published"
    ]


@pytest.mark.long
def test_advance_prints_its_batch_and_says_where_they_went(loaded, file, monkeypatch):
    oblast = "worldskills-2026-oblast-KZ-35-17"
    loaded("import", file(SCORES), "--kind", "scores", "--contest", oblast)
    decision = ("--value", "signed", "--reason", "final")
    monkeypatch.setenv("KASIPKOR_ACTOR", "chief")
    loaded("decide", "--kind", "sign_off", "--subject", oblast, *decision)

    assert loaded("advance", oblast) == (0, "4\n", f"{REPUBLIC}\n")
    assert loaded("advance", oblast)[0] == 1

    code, out, _ = loaded("show", "advanced")

    assert code == 0
    assert [(row["from_entry"], row["entry"]) for row in rows(out)] == [("a", "01")]


@pytest.mark.long
def test_the_chain_is_written_as_a_file_or_printed_up_to_a_batch(loaded, tmp_path):
    done = loaded("ledger", "-o", tmp_path / "ledger.jsonl")
    printed = loaded("ledger", "--as-of", 0)[1]

    assert done == (0, "", f"{tmp_path / 'ledger.jsonl'}\n")
    assert (tmp_path / "ledger.jsonl").read_text().count("\n") == 2
    assert json.loads(printed) == {"ledger": "kasipkor", "format": 1, "batches": 0, "head": ""}


@pytest.mark.long
def test_the_ceremony_of_a_signed_result_is_one_file_and_of_any_other_there_is_none(
    loaded, file, tmp_path, monkeypatch
):
    page = tmp_path / "ceremony.html"
    loaded("import", file(SCORES), "--kind", "scores", "--contest", REPUBLIC)
    early = loaded("ceremony", REPUBLIC, "-o", page)
    said = ("--value", "signed", "--reason", "done")
    monkeypatch.setenv("KASIPKOR_ACTOR", "chief")  # not who entered the scores
    loaded("decide", "--kind", "sign_off", "--subject", REPUBLIC, *said)
    hidden = loaded("ceremony", REPUBLIC, "-o", page, "--public")

    assert (early[0], hidden[0], page.exists()) == (1, 1, False)
    assert loaded("ceremony", REPUBLIC, "-o", page) == (0, "", f"{page}\n")
    assert "Айгерім" in page.read_text(encoding="utf-8")

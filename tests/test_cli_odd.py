"""What people mistype or lack at the command line: a sentence and an exit code, never a trace."""

import os
from io import StringIO

import pytest
from rich.console import Console

from kasipkor_core import output
from kasipkor_core.reading import MOST_BYTES
from kasipkor_core.store import append_decision, open_store, query, read_now, verify
from tests.giving import REPUBLIC

SCORES = "entry,name,region,total\na,Айгерім [/b],KZ-75,90\nb,Болат,KZ-71,80\n"


def test_replace_takes_yes_no_or_a_number_and_no_letter_for_one(loaded, file):
    told = loaded("check", file(SCORES), "--kind", "scores", "--contest", REPUBLIC, "--replace=1O")

    assert told[0] == 2
    assert "not 1O" in told[2]


@pytest.mark.parametrize("season", ["-5", "99999999999999999999"])
def test_a_season_is_a_year_of_our_time(loaded, file, season):
    assert loaded("check", file(SCORES), "--kind", "scores", "--season", season)[0] == 2


def test_brackets_in_a_cell_are_no_markup(loaded, file):
    code, out, _ = loaded("read", file(SCORES), "--format", "table")

    assert code == 0
    assert "Айгерім [/b]" in out


def test_a_table_wider_than_the_terminal_is_a_block_a_row(monkeypatch):
    written = StringIO()
    monkeypatch.setattr(output, "Console", lambda **_: Console(file=written, width=40))
    output.print_rows(["entry", "organisation", "note"], [["01", "К" * 30, "x"]], "table")

    lines = [line.rstrip() for line in written.getvalue().splitlines()]
    assert lines[0].startswith("1 ─")
    assert lines[1:] == ["entry         01", "organisation  " + "К" * 30, "note          x"]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(loaded, tmp_path):
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(20 * MOST_BYTES)
    code, _, err = loaded("check", large, "--kind", "scores")

    assert (code, "Split it into smaller files." in err) == (1, True)


def test_a_file_whose_name_is_no_text_is_taken_by_what_can_be_written_of_it(loaded, tmp_path):
    path = tmp_path / os.fsdecode(b"\xe2\xe5\xe4.csv")
    path.write_text(SCORES, encoding="utf-8")

    assert loaded("import", path, "--kind", "scores", "--contest", REPUBLIC)[:2] == (0, "2\n")


def test_what_the_system_refuses_is_told_with_its_name(loaded):
    code, _, err = loaded("backup", "/proc/nowhere/kasipkor.backup")

    assert (code, err.startswith("The system refuses /proc/nowhere")) == (1, True)


@pytest.mark.long
def test_a_backup_goes_over_a_damaged_database_which_is_kept_aside(loaded, tmp_path):
    database, copy = tmp_path / "kasipkor.duckdb", tmp_path / "good.backup"
    loaded("backup", copy)
    database.write_bytes(b"broken")

    assert loaded("restore", copy)[0] == 0
    assert loaded("verify")[0] == 0
    assert (tmp_path / "kasipkor.duckdb.before-restore").read_bytes() == b"broken"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.long
def test_signs_that_divide_cells_of_the_chain_never_come_in_as_words(loaded, tmp_path):
    store = open_store(tmp_path / "kasipkor.duckdb")
    told = {"actor": "aud\x1fitor", "reason": "x\x1fy"}
    append_decision(store, "ruleset", subject=REPUBLIC, value="worldskills-500", **told)
    rows = query(store, "select who, reason from mart.decisions", read_now(store)).to_pylist()
    problems = verify(store)
    store.close()

    assert (rows, problems) == ([{"who": "aud itor", "reason": "x y"}], [])

"""The recount kit: anybody counts a published contest again, anywhere, and gets the same bytes."""

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import _duckdb
import duckdb
import pyarrow.parquet as pq
import pytest

from kasipkor_core import cli
from kasipkor_core.documents import write_kit
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store import read_published
from tests.documents.published import CANARIES, NAMED, PROFESSION, decide, hold, publish
from tests.giving import REPUBLIC, give
from tests.ready import keep, open_played
from tests.web.asking import ask, make_app


@pytest.fixture(scope="module")
def ledger():
    store = open_played("published", hold)
    yield store
    store.close()


def make(store, contest):
    return write_kit(store, contest, read_published(store).reader("kk"))


@pytest.fixture(scope="module")
def kits(ledger):
    return {contest: make(ledger, contest) for contest in (REPUBLIC, PROFESSION)}


@pytest.fixture
def unpack(kits, tmp_path):
    def unpack(contest):
        with zipfile.ZipFile(io.BytesIO(kits[contest])) as packed:
            packed.extractall(tmp_path / "kit")
        return tmp_path / "kit"

    return unpack


@pytest.fixture(scope="module")
def only_duckdb(tmp_path_factory):
    """A folder with the package duckdb and nothing else."""
    folder = tmp_path_factory.mktemp("site")
    package = Path(duckdb.__file__).parent
    about = package.parent.glob("duckdb-*.dist-info")
    for one in (package, Path(_duckdb.__file__), *about):
        (folder / one.name).symlink_to(one)
    return folder


def run(script, *, site=""):
    """Run a script in an empty environment: no packages but those of one folder."""
    start = (
        "import runpy, sys; sys.path += [p for p in sys.argv[2:] if p];"
        "sys.argv = sys.argv[1:2]; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-c", start, str(script), str(site)],
        cwd="/",
        env={},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    return done.returncode, done.stdout.decode()


def read_protocol(folder):
    with (folder / "protocol.csv").open(encoding="utf-8", newline="") as file:
        return {row["entry"]: row for row in csv.DictReader(file)}


@pytest.mark.long
@pytest.mark.parametrize("contest", [REPUBLIC, PROFESSION])
@pytest.mark.sampled
def test_both_scripts_reproduce_the_protocol_where_nothing_else_is_installed(
    unpack, only_duckdb, contest
):
    folder = unpack(contest)
    code, said = run(folder / "recount.py", site=only_duckdb)
    plain = run(folder / "recount_plain.py")

    assert (code, "THE SAME" in said) == (0, True), said
    assert (folder / "recounted.csv").read_bytes() == (folder / "protocol.csv").read_bytes()
    assert (plain[0], "THE SAME" in plain[1]) == (0, True), plain[1]


def test_the_protocol_has_ties_teams_and_who_is_not_marked_as_the_published_board_has_them(
    ledger, unpack
):
    rows = read_protocol(unpack(REPUBLIC))
    board = ask(make_app(ledger), f"/api/v1/views/leaderboard?contest={REPUBLIC}&format=csv")
    published = {row["entry"]: row for row in csv.DictReader(io.StringIO(board.text, newline=""))}

    assert {entry: row["place"] for entry, row in rows.items()} == {
        "01": "1", "02": "1", "03": "3", "07": "4", "04": "", "05": "", "06": "",
    }  # fmt: skip
    assert (rows["01"]["name"], rows["01"]["members"]) == (NAMED, "2")
    assert (rows["04"]["total"], rows["04"]["marks"]) == ("", "0")
    assert rows["07"]["total"] == "18.580"  # as published, not as corrected since
    for entry, row in rows.items():
        assert {key: published[entry][key] for key in row} == row


def test_the_protocol_of_best_professionals_has_what_the_jury_decided(unpack):
    rows = read_protocol(unpack(PROFESSION))

    assert {
        entry: (row["place"], row["award"], row["decided_by"]) for entry, row in rows.items()
    } == {
        "p1": ("1", "prize_2", "jury"),
        "p2": ("1", "winner", "jury"),
        "p3": ("", "", ""),
        "p4": ("3", "prize_3", "BP-18"),
        "p5": ("", "", ""),
    }


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.long
def test_a_changed_mark_makes_both_scripts_say_where_they_differ(unpack, only_duckdb):
    folder = unpack(REPUBLIC)
    rows = (folder / "facts" / "marks.csv").read_text(encoding="utf-8").splitlines()
    (line,) = (row for row in rows if "A1.M1" in row and row.endswith(",30.000"))
    change(folder / "facts" / "marks.csv", line, line.replace(",30.000", ",31.000"))
    code, said = run(folder / "recount.py", site=only_duckdb)
    plain_code, plain = run(folder / "recount_plain.py")

    assert (code, plain_code) == (1, 1)
    for words in (said, plain):
        assert "entry 03: total is 66.670 in the protocol, 67.670 now" in words
        assert "DIFFERENT" in words
    assert "facts/marks.csv was changed since it was published" in said
    assert "facts/marks: only in csv" in said
    assert "entry 01: total" not in said


@pytest.mark.long
@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("facts/entries.csv", "Ең Соңғы", "Ең Бірінші", "entry 07: name is Ең Соңғы"),
        ("protocol.csv", ",18.580,", ",81.580,", "entry 07: total is 81.580 in the protocol"),
        ("rules/ruleset.csv", ",3,3,1.000,", ",2,3,1.000,", "rules/ruleset.csv was changed"),
        ("facts/aspects.csv", ",B1,J,", ",B2,J,", "facts/aspects.csv was changed"),
    ],
)
@pytest.mark.sampled
def test_whatever_was_changed_is_told(  # noqa: PLR0917
    unpack, only_duckdb, file, old, new, told
):
    folder = unpack(REPUBLIC)
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert text != (folder / file).read_text(encoding="utf-8")
    code, said = run(folder / "recount.py", site=only_duckdb)

    assert (code, told in said) == (1, True), said


@pytest.mark.long
def test_the_sql_of_a_kit_reaches_no_file_outside_its_folder(unpack, only_duckdb, tmp_path):
    folder = unpack(REPUBLIC)
    path = folder / "sql" / "load.sql"
    path.write_text(f"copy (select 1) to '{tmp_path}/stolen.csv';\n" + path.read_text())
    done = subprocess.run(
        [sys.executable, "-I", folder / "recount.py"], capture_output=True, check=False
    )

    assert (done.returncode, b"Permission" in done.stderr) == (1, True)
    assert not (tmp_path / "stolen.csv").exists()


@pytest.mark.long
def test_the_same_published_facts_give_the_same_bytes_in_every_process(ledger, kits, tmp_path):
    database = tmp_path / "copy.duckdb"
    keep(ledger, database)
    out = tmp_path / "kit.zip"
    order = "from kasipkor_core.cli import main; main()"
    subprocess.run(
        [sys.executable, "-c", order, "kit", REPUBLIC, "-o", out, "--db", database],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        check=True,
        capture_output=True,
    )

    assert out.read_bytes() == kits[REPUBLIC]


def list_words(folder):
    """Return everything that can be read in a kit, Parquet unpacked."""
    for file in sorted(folder.rglob("*")):
        if file.suffix == ".parquet":
            yield file.name, str(pq.read_table(file).to_pylist())
        elif file.suffix in (".csv", ".json"):
            yield file.name, file.read_text(encoding="utf-8")


@pytest.mark.parametrize("contest", [REPUBLIC, PROFESSION])
def test_nothing_personal_is_in_a_kit_but_what_the_published_board_says(unpack, contest):
    words = list(list_words(unpack(contest)))
    told = {name: [one for one in CANARIES if one in text] for name, text in words}

    assert {name: found for name, found in told.items() if found} == {}
    assert any("Ең Соңғы" in text or "Мұғалім 1" in text for _, text in words)


@pytest.mark.long
def test_a_kit_is_of_a_published_contest_by_points_and_of_no_other(ledger):
    reader = read_published(ledger).reader("kk")
    with pytest.raises(NotFound):
        write_kit(ledger, REPUBLIC.replace("-17", "-09"), reader)
    app = make_app(ledger)

    answer = ask(app, f"/api/v1/kits/{REPUBLIC}")
    assert (answer.status, answer.body) == (200, make(ledger, REPUBLIC))
    assert answer.headers["content-type"] == "application/zip"
    tag = answer.headers["etag"]
    assert ask(app, f"/api/v1/kits/{REPUBLIC}", if_none_match=tag).status == 304
    assert ask(app, f"/api/v1/kits/{REPUBLIC.replace('-17', '-09')}").status == 404
    assert ask(app, "/api/v1/kits/..%2F..%2Fetc").status == 404


@pytest.mark.long
def test_the_command_recounts_a_kit_with_scripts_of_its_own(kits, tmp_path, monkeypatch, capfd):
    good, bad = tmp_path / "good.zip", tmp_path / "bad.zip"
    good.write_bytes(kits[PROFESSION])
    with zipfile.ZipFile(io.BytesIO(kits[PROFESSION])) as packed, zipfile.ZipFile(bad, "w") as out:
        for name in packed.namelist():
            data = packed.read(name)
            if name == "facts/scores.csv":
                data = data.replace(b"84.000", b"94.000")
            out.writestr(name, b"raise SystemExit(0)" if name.startswith("recount") else data)

    def call(file):
        monkeypatch.setattr(sys, "argv", ["kasipkor", "recount", str(file)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        return left.value.code, capfd.readouterr().out

    code, said = call(good)
    assert (code, said.count("THE SAME")) == (0, 2)
    code, said = call(bad)
    assert (code, said.count("entry p4: total is 84.000 in the protocol")) == (1, 2)


def test_the_kit_says_which_batch_and_rules_it_is_of(ledger, unpack):
    kit = json.loads((unpack(REPUBLIC) / "kit.json").read_text(encoding="utf-8"))
    row = ledger.cursor().execute(
        "select sha256 from ledger.batch where batch_no = $n", {"n": kit["published_batch_no"]}
    )

    assert (kit["contest"], kit["published_batch_no"], kit["ruleset"]) == (
        REPUBLIC,
        9,
        "worldskills",
    )
    assert row.fetchone() == (kit["head_sha256"],)


@pytest.mark.long
def test_contests_that_are_not_counted_by_points_are_refused(ledger):
    give(
        ledger,
        "programme,season,level,region,unit\ndemo-exam,2026,oblast,KZ-35,17\n",
        kind="contests",
        name="exam.csv",
    )
    contest = "demo-exam-2026-oblast-KZ-35-17"
    decide(ledger, "sign_off", contest, "signed")
    publish(ledger, contest)
    with pytest.raises(Refused, match="not counted by points"):
        make(ledger, contest)
    assert ask(make_app(ledger), f"/api/v1/kits/{contest}").status == 409

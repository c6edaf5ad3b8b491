"""Open data: the published results of a season as tables with their schema, and nothing else."""

import csv
import io
import json
import sys
import zipfile

import pytest
from frictionless import Package, system

from kasipkor_core import cli
from kasipkor_core.documents import write_open_data
from kasipkor_core.errors import NotFound
from kasipkor_core.store import read_published
from tests.documents.published import CANARIES, NAMED, PROFESSION, hold
from tests.giving import REPUBLIC, give
from tests.ready import keep, open_played
from tests.web.asking import ask, make_app

TABLES = {
    *("contests", "results", "honours", "teams", "quota_seats", "vacancy_ranking", "selection"),
    "regions",
}
UNPUBLISHED = "Жарияланбаған Адам"


def plant(store):
    """Publish two contests, and import marks of another that is not published."""
    hold(store)
    give(
        store,
        f"entry,name,total\nx1,{UNPUBLISHED},73.19\n",
        kind="scores",
        contest=REPUBLIC.replace("-17", "-09"),
    )


@pytest.fixture(scope="module")
def ledger():
    store = open_played("planted", plant)
    yield store
    store.close()


def make(store, season, lang="ru"):
    return write_open_data(store, season, read_published(store), lang)


@pytest.fixture(scope="module")
def packages(ledger):
    """The files of both seasons."""
    return {season: unpack(make(ledger, season)) for season in (2022, 2026)}


def unpack(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def read_table(files, name):
    text = files[f"data/{name}.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def judge(files, folder):
    """Return what the package frictionless finds wrong in a Data Package."""
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    return [row[:4] for row in report.flatten(["type", "fieldName", "rowNumber", "note"])]


@pytest.mark.long
@pytest.mark.parametrize("season", [2022, 2026])
def test_a_season_is_a_data_package_that_frictionless_finds_valid(
    ledger, packages, tmp_path, season
):
    files = packages[season]
    about = json.loads(files["datapackage.json"])

    assert judge(files, tmp_path) == []
    assert {resource["name"] for resource in about["resources"]} == TABLES
    assert files.keys() == {"datapackage.json", *(f"data/{name}.csv" for name in TABLES)}
    assert about["licenses"][0]["name"] == "CC-BY-4.0"
    assert about["sources"][0]["title"].endswith(f"publication {read_published(ledger).version}")
    for resource in about["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description"], field


@pytest.mark.parametrize(
    ("table", "old", "new", "kind"),
    [
        ("results", b",92.170,", b",many,", "type-error"),
        ("results", b"\nworldskills-2026-republic-17,01,", b"\nnowhere,01,", "foreign-key"),
        ("results", b"-17,02,", b"-17,01,", "primary-key"),
        ("contests", b",2026-11-10,", b",10.11.2026,", "type-error"),
        ("teams", b"medallion", b"medal", "incorrect-label"),
    ],
)
def test_what_is_wrong_in_a_package_would_be_found(  # noqa: PLR0917
    packages, tmp_path, table, old, new, kind
):
    files = dict(packages[2026])
    assert old in files[f"data/{table}.csv"], files[f"data/{table}.csv"].decode()
    files[f"data/{table}.csv"] = files[f"data/{table}.csv"].replace(old, new, 1)

    assert kind in {row[0] for row in judge(files, tmp_path)}


def test_the_results_are_those_of_the_published_board(ledger, packages):
    app = make_app(ledger)
    for season, contest in ((2026, REPUBLIC), (2022, PROFESSION)):
        answer = ask(app, f"/api/v1/views/leaderboard?contest={contest}&format=csv").text
        board = {row["entry"]: row for row in csv.DictReader(io.StringIO(answer, newline=""))}
        rows = {row["entry"]: row for row in read_table(packages[season], "results")}

        assert rows.keys() == board.keys()
        for entry, row in rows.items():
            for key in ("name", "region", "place", "total", "scale", "award", "is_tied"):
                assert row[key] == board[entry][key], (entry, key)
    assert NAMED in {row["name"] for row in read_table(packages[2026], "results")}


def test_only_what_is_published_is_in_it_and_nothing_personal_beyond(packages):
    for season in (2022, 2026):
        for name, data in packages[season].items():
            text = data.decode("utf-8")
            found = [one for one in (*CANARIES, UNPUBLISHED, "73.19") if one in text]
            assert found == [], name
    contests = read_table(packages[2026], "contests")

    assert [row["contest"] for row in contests] == [REPUBLIC]


@pytest.mark.long
def test_the_same_publication_gives_the_same_bytes_in_the_language_that_was_asked(ledger):
    titles = {
        lang: json.loads(unpack(make(ledger, 2026, lang))["datapackage.json"])["title"]
        for lang in ("kk", "ru", "en")
    }

    assert titles == {
        "kk": "Кәсіби шеберлік байқауларының нәтижелері, 2026",
        "ru": "Результаты конкурсов профессионального мастерства, 2026",
        "en": "Results of professional-skill competitions, 2026",
    }
    assert make(ledger, 2026) == make(ledger, 2026)


@pytest.mark.long
def test_the_command_writes_the_same_package(ledger, tmp_path, monkeypatch, capsys):
    database, out = keep(ledger, tmp_path / "kasipkor.duckdb"), tmp_path / "open.zip"
    order = ["open-data", "2026", "-o", str(out), "--db", str(database), "--lang", "ru"]
    monkeypatch.setattr(sys, "argv", ["kasipkor", *order])
    with pytest.raises(SystemExit) as left:
        cli.main()

    assert (left.value.code, capsys.readouterr().err) == (0, f"{out}\n")
    assert out.read_bytes() == make(ledger, 2026)


def test_a_season_of_which_nothing_is_published_is_not_there(ledger):
    with pytest.raises(NotFound, match="Nothing of the season 2019 is published"):
        make(ledger, 2019)
    app = make_app(ledger)
    for season in ("2019", "x", "-1", "9" * 30):
        answer = ask(app, f"/api/v1/open-data/{season}")
        assert (answer.status, answer.json["code"]) == (404, "not_found")


@pytest.mark.long
def test_the_api_gives_the_package_until_something_new_is_published(ledger):
    app = make_app(ledger)
    answer = ask(app, "/api/v1/open-data/2026?lang=ru")

    assert (answer.status, answer.body) == (200, make(ledger, 2026))
    assert answer.headers["content-type"] == "application/zip"
    assert "kasipkor-2026.zip" in answer.headers["content-disposition"]
    tag = answer.headers["etag"]
    assert ask(app, "/api/v1/open-data/2026?lang=ru", if_none_match=tag).status == 304
    assert ask(app, "/api/v1/open-data/2026?lang=kk", if_none_match=tag).status == 200

"""The public board as a folder: whole, with its data, for a server of files that knows nothing."""

import io
import json
import subprocess
import zipfile

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.public import export_site
from kasipkor_core.public.links import name_file
from kasipkor_core.store import append_undo, read_head
from tests.documents import published as played
from tests.giving import REPUBLIC
from tests.ready import lend
from tests.web.boards import Reading, resolve, show

ledger = lend("published", played.hold)


def take_back(ledger):
    """Undo the newest publication, of the contest of professionals."""
    find = "select max(batch_no) from ledger.batch where kind = 'publication'"
    (number,) = ledger.cursor().execute(find).fetchone()
    append_undo(ledger, number, actor="chief", reason="too early")


def list_files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def list_dead_links(folder, files):
    """Return links that lead to no file of the folder, by page."""
    pages = [path for path in files if path.endswith(".html")]
    return {
        (page, link)
        for page in pages
        for link in Reading((folder / page).read_text(encoding="utf-8")).links
        if resolve(page, link) not in files
    }


def test_a_folder_has_the_pages_of_the_server_and_the_data_and_no_link_out_of_it(ledger, tmp_path):
    folder = tmp_path / "site"
    export_site(ledger, folder)
    files = list_files(folder)
    board = set(show(ledger)[0].site.files)
    page = (folder / f"kk/contests/{REPUBLIC}.html").read_text(encoding="utf-8")
    with zipfile.ZipFile(io.BytesIO((folder / f"data/kits/{REPUBLIC}.zip").read_bytes())) as kit:
        about = json.loads(kit.read("kit.json"))

    assert {path for path in files - board if not path.startswith("data/")} == {
        ".kasipkor",
        "SHA256SUMS",
    }
    assert board <= files
    assert list_dead_links(folder, files) == set()
    assert (f"../../data/kits/{REPUBLIC}.zip" in page, about["contest"]) == (True, REPUBLIC)
    assert {path for path in files if "open-data" in path} == {
        f"data/{lang}/open-data-{season}.zip"
        for lang in ("kk", "ru", "en")
        for season in (2022, 2026)
    }


@pytest.mark.long
def test_a_second_export_takes_away_what_is_no_longer_published_and_leaves_others_alone(
    ledger, tmp_path
):
    folder = tmp_path / "site"
    export_site(ledger, folder)
    take_back(ledger)
    export_site(ledger, folder)
    gone = [path for path in list_files(folder) if played.PROFESSION in path]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")

    assert (gone, list_dead_links(folder, list_files(folder))) == ([], set())
    with pytest.raises(Refused, match="no earlier export"):
        export_site(ledger, tmp_path / "mine")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["mine", "site"]
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"


@pytest.mark.parametrize("contest", ["a/../../b", "x" * 300, "жарыс" * 60, 'a:b?c"d', "a\\b"])
def test_a_file_is_called_as_its_contest_as_far_as_file_systems_take_it(contest, tmp_path):
    name = name_file(contest)
    (tmp_path / f"{name}.html").write_text("a")

    assert list_files(tmp_path) == {f"{name}.html"}
    assert name_file(contest.upper()) != name
    assert name_file("worldskills-2026-oblast-KZ-35-17") == "worldskills-2026-oblast-KZ-35-17"


@pytest.mark.long
def test_the_same_publication_gives_the_same_bytes_whatever_is_written_after_it(ledger, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    export_site(ledger, first)
    head = read_head(ledger)
    played.decide(ledger, "sign_off", REPUBLIC, "signed")
    export_site(ledger, second)

    assert read_head(ledger) == head + 1
    assert {path: (first / path).read_bytes() for path in list_files(first)} == {
        path: (second / path).read_bytes() for path in list_files(second)
    }


def apply_changes(packed, site):
    """Do at the other end what docs/public-board.md says, with nothing of ours."""
    with zipfile.ZipFile(packed) as changes:
        changes.extractall(site)
    for name in (site / "GONE").read_text(encoding="utf-8").splitlines():
        (site / name).unlink()
    (site / "GONE").unlink()
    return subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=site, check=False)


@pytest.mark.long
def test_a_stick_with_what_changed_makes_the_other_host_the_same(ledger, tmp_path):
    folder, away = tmp_path / "site", tmp_path / "away"
    export_site(ledger, folder, changed=tmp_path / "first.zip")
    first = apply_changes(tmp_path / "first.zip", away)
    logo = (folder / "assets/mark.svg").stat().st_mtime_ns
    take_back(ledger)
    export_site(ledger, folder, changed=tmp_path / "second.zip")
    with zipfile.ZipFile(tmp_path / "second.zip") as changes:
        carried = set(changes.namelist())
    second = apply_changes(tmp_path / "second.zip", away)

    assert (first.returncode, second.returncode) == (0, 0)
    assert {path: (away / path).read_bytes() for path in list_files(away)} == {
        path: (folder / path).read_bytes() for path in list_files(folder)
    }
    assert [path for path in list_files(away) if played.PROFESSION in path] == []
    assert {path for path in carried if path.startswith("assets/")} == set()
    assert (folder / "assets/mark.svg").stat().st_mtime_ns == logo

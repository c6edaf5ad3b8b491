"""The links of participants on paper: the code on a slip opens the page of its entry."""

import csv
import io

import pytest
import zxingcpp
from PIL import Image

from kasipkor_core.documents import typesetting, write_link, write_links, write_slips
from kasipkor_core.store import Reader, make_own_links, read_head, read_invite
from tests.documents.season import read_pages
from tests.giving import REPUBLIC
from tests.own import mark
from tests.ready import open_played
from tests.test_cli import rows

ADDRESS = "https://results.example.kz"


@pytest.fixture
def marked():
    store = open_played("own", mark)
    yield store
    store.close()


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_each_person_has_a_slip_with_name_entry_and_contest(marked, lang):
    links = make_own_links(marked, REPUBLIC, by="chief", lang=lang)
    reader = Reader(read_head(marked), lang=lang)
    (page,) = read_pages(write_slips(marked, REPUBLIC, links, reader, address=ADDRESS))

    assert [name for name in ("Әлия", "Болат", "Бибігүл", "Канарейкин") if name in page] == [
        "Әлия",
        "Болат",
        "Бибігүл",
        "Канарейкин",
    ]


def test_a_code_on_a_slip_is_read_back_as_the_link_of_its_entry(marked, monkeypatch):
    links = make_own_links(marked, REPUBLIC, by="chief")
    drawn = []

    def draw(layout, data, *, made_on):
        drawn.extend(typesetting.write_pictures(layout, data, made_on=made_on))
        return b""

    monkeypatch.setattr("kasipkor_core.documents.slips.write_pdf", draw)
    write_slips(marked, REPUBLIC, links, Reader(read_head(marked)), address=ADDRESS)
    read = {code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(drawn[0])))}

    assert read == {write_link(link, ADDRESS) for link in links}
    assert {read_invite(marked, link.rpartition("/")[2]).scope.entry for link in read} == {
        "01",
        "02",
        "03",
    }


def test_the_list_has_a_row_for_each_link(marked):
    links = make_own_links(marked, REPUBLIC, by="chief", entry="02")
    table = list(csv.reader(io.StringIO(write_links(links, address=ADDRESS).decode("utf-8-sig"))))

    assert [row[:2] for row in table] == [
        ["entry", "name"],
        ["02", "Бибігүл Оспан"],
        ["02", "Болат Оспан"],
    ]


@pytest.mark.long
def test_the_command_lists_the_links_or_prints_the_slips(loaded, file, tmp_path):
    scores = file("entry,name,region,total\n01,Дана Ким,KZ-35,80\n")
    loaded("import", scores, "--kind", "scores", "--contest", REPUBLIC)
    code, out, _ = loaded("invite-participants", REPUBLIC, "--address", ADDRESS)
    paper = tmp_path / "slips.pdf"
    printed, _, _ = loaded("invite-participants", REPUBLIC, "--out", paper)
    (row,) = rows(out)

    assert (code, printed, row["name"]) == (0, 0, "Дана Ким")
    assert row["link"].startswith(f"{ADDRESS}/sign-in/")
    assert paper.read_bytes().startswith(b"%PDF")

"""Papers say what the views say: to the letter, in every language, the same bytes each time."""

import datetime as dt
import io

import pypdf
import pytest
import zxingcpp
from PIL import Image

from kasipkor_core import house, words
from kasipkor_core.documents import KINDS, check_offline, phrases
from kasipkor_core.documents.issuing import set_merged
from kasipkor_core.documents.papers import gather
from kasipkor_core.documents.typesetting import find_named, read_layouts, write_pdf, write_pictures
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import format_number, format_official
from kasipkor_core.store import Reader, query, read_head
from tests.documents.season import PEOPLE, hand_out, read_pages
from tests.giving import REPUBLIC

PICTURES = house.ROOT / "build" / "papers"  # looked at by people; not committed
_BOARD = """
    select place, entry, name, region_long, total, scale, award
    from mart.leaderboard
    where contest = $contest
    order by ord
"""


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_wm_09_the_final_protocol_has_every_row_of_the_board_and_the_head_of_the_ledger(
    final, lang
):
    reader = Reader(as_of=read_head(final), lang=lang)
    board = query(final, _BOARD, reader, contest=REPUBLIC).to_pylist()
    head = query(final, "select sha256 from mart.batches where batch_no = 4", reader)
    (pdf,) = hand_out(final, "protocol", lang=lang).files
    (page,) = read_pages(pdf)
    rows = [
        f"{row['place']} {row['entry']} {row['name']} {row['region_long']} "
        f"{format_number(row['total'], lang, 2)} {row['scale']} "
        f"{words.word(words.AWARDS, row['award'], lang)}"
        for row in board
    ]

    assert len(rows) == len(PEOPLE)
    assert [row for row in rows if row not in page] == []
    assert [page.index(row) for row in rows] == sorted(page.index(row) for row in rows)
    assert head["sha256"][0].as_py() in page.replace(" ", "")


@pytest.mark.long
def test_wm_30_a_diploma_names_holder_award_and_contest(final):
    issued = hand_out(final, "diploma", lang="ru")
    said = {
        paper.paper.row["entry"]: read_pages(file)[0]
        for paper, file in zip(issued.papers, issued.files, strict=True)
    }
    awards = query(
        final,
        "select entry, name, award from mart.awards where award <> 'certificate'",
        Reader(as_of=read_head(final)),
    ).to_pylist()

    assert said.keys() == {row["entry"] for row in awards}
    for row in awards:
        page = said[row["entry"]]
        assert row["name"] in page
        assert phrases.award(row["award"], "ru") in page
        assert "Настоящим дипломом награждается" in page


@pytest.mark.long
def test_every_participant_gets_a_certificate_with_the_name_as_it_is_whatever_signs_it_has(final):
    issued = hand_out(final, "certificate")
    pages = [read_pages(file)[0] for file in issued.files]

    assert len(pages) == len(PEOPLE)
    for name, _, _ in PEOPLE.values():
        assert sum(name in page for page in pages) == 1


@pytest.mark.parametrize(
    ("last", "lang", "said"),
    [
        (None, "kk", "2026 жылғы 24 қараша"),
        (dt.date(2026, 11, 28), "kk", "2026 жылғы 24–28 қараша"),
        (dt.date(2026, 12, 4), "kk", "2026 жылғы 24 қараша – 4 желтоқсан"),
        (dt.date(2027, 1, 2), "kk", "2026 жылғы 24 қараша – 2027 жылғы 2 қаңтар"),
        (dt.date(2026, 11, 28), "ru", "24–28 ноября 2026 года"),
        (dt.date(2026, 11, 28), "en", "24–28 November 2026"),
    ],
)
def test_days_stand_on_papers_as_official_papers_write_them(last, lang, said):
    days = format_official(dt.date(2026, 11, 24), last, lang)

    assert days.replace("\xa0", " ") == said


@pytest.mark.long
def test_many_papers_of_a_kind_are_one_file_with_a_page_each(final):
    issued = hand_out(final, "certificate", lang="en")
    merged = read_pages(set_merged(issued.papers))

    assert merged == [read_pages(file)[0] for file in issued.files]


@pytest.mark.long
def test_the_code_on_the_paper_is_read_back_and_holds_without_us(final):
    issued = hand_out(final, "diploma", entries=["a"])
    (paper,) = issued.papers
    day = paper.paper.issued_on
    (png,) = write_pictures("diploma", gather([paper.data], kind="diploma", lang="kk"), made_on=day)
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))
    key = query(final, "select public_key from mart.documents", Reader(as_of=read_head(final)))
    public_key = key["public_key"][0].as_py()

    assert code.text == paper.paper.link
    assert check_offline(code.text, public_key, name=PEOPLE["a"][0])
    assert not check_offline(code.text, public_key, name=PEOPLE["b"][0])
    assert not check_offline(code.text.replace("~gold~", "~silver~"), public_key)
    assert not check_offline(code.text, "00" * 32)


@pytest.mark.long
def test_the_same_facts_give_the_same_bytes(final):
    paper = hand_out(final, "certificate", entries=["a"]).papers[0]
    data = gather([paper.data], kind="certificate", lang="kk")
    day = dt.date(2026, 11, 28)

    assert write_pdf("certificate", data, made_on=day) == write_pdf(
        "certificate", data, made_on=day
    )


@pytest.mark.long
def test_a_paper_has_a4_pages_its_own_fonts_a_language_and_its_number_in_the_metadata(final):
    issued = hand_out(final, "certificate", entries=["a"], issued_on=dt.date(2026, 11, 28))
    reader = pypdf.PdfReader(io.BytesIO(issued.files[0]))
    page = reader.pages[0]
    fonts = {font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()}
    sides = sorted(round(float(side)) for side in page.mediabox[2:])

    assert sides == [595, 842]
    assert all("NotoSans" in name for name in fonts)
    assert reader.metadata.title == "Сертификат"
    assert issued.papers[0].data["number"] in reader.metadata["/Keywords"]
    assert reader.metadata.creation_date.date() == dt.date(2026, 11, 28)
    assert reader.trailer["/Root"]["/Lang"] == "kk"
    assert "/StructTreeRoot" in reader.trailer["/Root"]  # tagged


def test_a_broken_layout_names_its_line_and_nothing_is_issued(final, tmp_path, monkeypatch):
    (tmp_path / "diploma.typ").write_text('#import "house.typ": *\n\n#no-such-thing()\n')
    monkeypatch.setenv("KASIPKOR_TEMPLATES", str(tmp_path))
    before = read_head(final)
    with pytest.raises(Refused, match=r"diploma\.typ is broken in line 3"):
        hand_out(final, "diploma")

    assert read_head(final) == before


@pytest.mark.long
def test_an_organiser_replaces_a_layout_without_code(final, tmp_path, monkeypatch):
    (tmp_path / "diploma.typ").write_text(
        '#let data = json("data.json")\n#for paper in data.papers [Our own sheet for #paper.name]\n'
    )
    monkeypatch.setenv("KASIPKOR_TEMPLATES", str(tmp_path))
    issued = hand_out(final, "diploma", entries=["a"])

    assert read_pages(issued.files[0]) == [f"Our own sheet for {PEOPLE['a'][0]}"]


def test_a_layout_is_set_with_the_files_that_it_names_and_no_others(tmp_path):
    (tmp_path / "diploma.typ").write_text('#import "own.typ": our\n#our\n')
    (tmp_path / "own.typ").write_text('#import "house.typ": ink\n#let our = text(ink)[Ours]\n')
    files = find_named("diploma.typ", read_layouts(tmp_path))

    assert sorted(files) == ["diploma.typ", "house.typ", "own.typ"]


def test_a_layout_cannot_read_files_of_the_machine(final, tmp_path, monkeypatch):
    (tmp_path / "diploma.typ").write_text('#read("/etc/hostname")\n')
    monkeypatch.setenv("KASIPKOR_TEMPLATES", str(tmp_path))
    with pytest.raises(Refused, match="line 1"):
        hand_out(final, "diploma")


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_one_page_of_each_kind_is_drawn_to_be_looked_at(final, lang):
    PICTURES.mkdir(parents=True, exist_ok=True)
    drawn = set()
    for paper in hand_out(final, *KINDS, lang=lang).papers:
        if paper.kind in drawn:
            continue
        data = gather([paper.data], kind=paper.kind, lang=lang)
        page = write_pictures(paper.kind, data, made_on=paper.paper.issued_on)[0]
        (PICTURES / f"{paper.kind}-{lang}.png").write_bytes(page)
        drawn.add(paper.kind)

    assert drawn == set(KINDS) - {"letter_of_thanks"}  # for contests whose rules name them

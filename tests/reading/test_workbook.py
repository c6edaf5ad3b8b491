"""Workbooks, rule by rule."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
import pytest
import xlsxwriter

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading import list_sheets, read_grid
from tests.reading.helpers import codes, read_rows
from tests.reading.sheets import make_large_xlsx

ROWS = [["№", "Код", "Имя", "Балл"], [1, "0056", "Дана", 17.3], [2, "0003", "Олжас", 12.19]]


def make_book(fill, name="Лист1"):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        fill(book, book.add_worksheet(name))
    return file.getvalue()


def fill_plain(book, sheet):
    for row, cells in enumerate(ROWS):
        sheet.write_row(row, 0, cells)


PLAIN = make_book(fill_plain)


def test_numbers_are_shown_in_shortest_form_and_codes_keep_their_zeros():
    def fill(book, sheet):
        fill_plain(book, sheet)
        sheet.write_row(3, 0, [3, "0071", "Әлия", 0.1 + 0.2])
        sheet.write_row(4, 0, [4, "0009", "Ерлан", 55.0])

    _, records, _ = read_rows(make_book(fill))

    assert [record[3] for record in records] == ["17.3", "12.19", "0.3", "55"]
    assert records[0][:2] == ["1", "0056"]


def test_dates_and_times_are_iso():
    def fill(book, sheet):
        day, moment, clock = (
            book.add_format({"num_format": each})
            for each in ("dd.mm.yyyy", "dd.mm.yyyy hh:mm", "hh:mm")
        )
        sheet.write_row(0, 0, ["name", "day", "moment", "time"])
        sheet.write(1, 0, "Дана")
        sheet.write_datetime(1, 1, dt.date(2025, 3, 14), day)
        sheet.write_datetime(1, 2, dt.datetime(2025, 3, 14, 9, 30), moment)  # noqa: DTZ001
        sheet.write_datetime(1, 3, dt.time(9, 30), clock)

    _, records, _ = read_rows(make_book(fill))

    assert records == [["Дана", "2025-03-14", "2025-03-14T09:30:00", "09:30:00"]]


def test_a_formula_gives_its_result():
    def fill(book, sheet):
        fill_plain(book, sheet)
        sheet.write_row(3, 0, [3, "0071", "Әлия"])
        sheet.write_formula(3, 3, "=1+1.5", None, 2.5)

    assert read_rows(make_book(fill))[1][2][3] == "2.5"


def test_the_first_sheet_that_holds_a_table_is_read():
    def fill(book, sheet):
        sheet.write(0, 0, "Чемпионат")
        fill_plain(book, book.add_worksheet("Баллы"))

    data = make_book(fill, "Титул")

    assert (read_grid(data).sheet, read_grid(data).sheets) == ("Баллы", ("Титул", "Баллы"))
    assert list_sheets(data) == ("Титул", "Баллы")
    assert read_grid(data, sheet="Титул").table.num_rows == 0


def test_an_unknown_sheet_is_refused_with_the_names_there_are():
    with pytest.raises(Unreadable, match="Лист1"):
        read_grid(PLAIN, sheet="Лист7")


def test_letters_and_rows_are_those_of_the_file():
    def fill(book, sheet):
        for row, cells in enumerate(ROWS):
            sheet.write_row(row + 4, 2, cells)

    grid = read_grid(make_book(fill))

    assert (grid.letters, grid.header_row, grid.rows.to_pylist()) == (
        ("C", "D", "E", "F"),
        5,
        [6, 7],
    )


def test_an_xlsb_is_read():
    header, records, grid = read_rows((Path(__file__).parent / "small.xlsb").read_bytes())

    assert (header, grid.sheet) == (["№", "Код", "Имя", "Балл"], "Бағалар")
    assert records[0] == ["1", "0056", "Әділет", "17.3"]


def test_an_empty_workbook_is_an_empty_grid_with_a_note():
    grid = read_grid(make_book(lambda *_: None))

    assert (grid.header, codes(grid)) == ((), [("empty_file", None)])


def test_a_locked_workbook_is_refused():
    file = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(PLAIN)).encrypt("secret", file)

    with pytest.raises(Unreadable, match="password"):
        read_grid(file.getvalue())


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_workbook_is_refused(share):
    with pytest.raises(Unreadable, match="cut off"):
        read_grid(PLAIN[: int(len(PLAIN) * share)])


def rebuild(change):
    """Return the plain workbook with the XML of its sheet changed."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(PLAIN)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text) if name.endswith("sheet1.xml") else text)
    return file.getvalue()


def test_a_cell_at_the_far_end_of_the_sheet_is_refused_before_it_fills_memory():
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'

    with pytest.raises(Unreadable, match="too far"):
        read_grid(rebuild(lambda xml: xml.replace(b"</sheetData>", far)))


def test_an_archive_bomb_is_refused(monkeypatch):
    monkeypatch.setattr("kasipkor_core.reading.containers._MOST_UNPACKED", 30_000_000)
    data = rebuild(lambda xml: xml + b" " * 40_000_000)

    with pytest.raises(Unreadable, match="unpacks"):
        read_grid(data)
    lying = data.replace((40_000_000 + len("")).to_bytes(4, "little")[2:], b"\x00\x00")
    with pytest.raises(Unreadable):
        read_grid(lying)


def test_a_sheet_is_measured_wherever_in_the_workbook_it_lies():
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(PLAIN)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name).replace(b"worksheets/sheet1", b"elsewhere/sheet1")
            place = name.replace("worksheets/sheet1", "elsewhere/sheet1")
            new.writestr(place, part.replace(b"</sheetData>", far))

    with pytest.raises(Unreadable, match="too far"):
        read_grid(file.getvalue())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_workbook_with_two_parts_of_one_name_is_refused():
    file = io.BytesIO(PLAIN)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", archive.read("xl/sharedStrings.xml"))

    with pytest.raises(Unreadable, match="cut off"):
        read_grid(file.getvalue())


def fill_with(text, *, rows):
    def fill(book, sheet):
        for row in range(rows):
            sheet.write_row(row, 0, [f"{row}", text])

    return fill


def save_ods(text, *, columns, rows):
    """Return an ods workbook of one cell that is repeated."""
    cell = (
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell'
        f' table:number-columns-repeated="{columns}" office:value-type="string">'
        f"<text:p>{text}</text:p></table:table-cell></table:table-row>"
    )
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content{names}><office:body><office:spreadsheet>"
            f'<table:table table:name="A">{cell}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return file.getvalue()


LONG = "ә" * 20_000


@pytest.mark.parametrize(
    "data",
    [make_book(fill_with(LONG, rows=30)), save_ods(LONG, columns=6, rows=5)],
    ids=["shared", "repeated"],
)
def test_one_text_in_many_cells_counts_as_often_as_it_is_used(data, monkeypatch):
    monkeypatch.setattr("kasipkor_core.reading.strings.MOST_TEXT", 1_000_000)

    with pytest.raises(Unreadable, match="unpacks"):
        read_grid(data)


def test_a_long_word_in_one_cell_makes_no_workbook_too_large(monkeypatch):
    monkeypatch.setattr("kasipkor_core.reading.strings.MOST_TEXT", 1_000_000)

    def fill(book, sheet):
        fill_with("ә", rows=900)(book, sheet)
        sheet.write(900, 0, LONG)

    assert read_grid(make_book(fill)).table.num_rows > 800


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_cell_longer_than_a_sheet_can_hold_is_refused(compression):
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(PLAIN)) as old,
        zipfile.ZipFile(file, "w", compression) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("Дана".encode(), b"A" * 40_000))

    with pytest.raises(Unreadable, match="32767"):
        read_grid(file.getvalue())
    with pytest.raises(Unreadable, match="32767"):
        read_grid(save_ods("A" * 40_000, columns=1, rows=1))


def test_an_archive_that_is_no_workbook_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("sheet.csv", "a,b\n1,2\n")

    with pytest.raises(Unreadable, match="archive"):
        read_grid(file.getvalue())


@pytest.mark.long
def test_a_large_workbook_is_read_whole():
    grid = read_grid(make_large_xlsx(100_000))

    assert (grid.table.num_rows, grid.rows[-1].as_py()) == (100_000, 100_001)

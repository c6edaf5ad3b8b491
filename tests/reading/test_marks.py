"""What a sheet shows beside its values: formats, hidden rows, merged cells, formulas gone wrong."""

import io
import zipfile
from decimal import Decimal
from xml.sax.saxutils import quoteattr

import pytest
import xlsxwriter
import xlwt

from tests.reading.helpers import read_rows

HEADER = ["Код", "Имя", "Область", "Балл"]
ROWS = [["a1", "Дана", "Астана", 17.5], ["a2", "Олжас", "Абай", 12], ["a3", "Әлия", "Абай", 9]]


def make_xlsx(fill=lambda _book, _sheet: None):
    """Return a workbook with the rows, and whatever else is written over them."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate([HEADER, *ROWS]):
            sheet.write_row(row, 0, cells)
        fill(book, sheet)
    return file.getvalue()


def make_xls(fill):
    book = xlwt.Workbook()
    sheet = book.add_sheet("1", cell_overwrite_ok=True)
    for row, cells in enumerate([HEADER, *ROWS]):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    fill(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def make_ods(changed, *, row_marks=None):
    """Return a workbook with the rows, some cells written as XML, some rows with attributes."""
    lines = []
    for row, cells in enumerate([HEADER, *ROWS]):
        written = [
            changed.get((row, column)) or cell_ods(cell) for column, cell in enumerate(cells)
        ]
        mark = (row_marks or {}).get(row, "")
        lines.append(f"<table:table-row{mark}>{''.join(written)}</table:table-row>")
    spaces = {
        "office": "office:1.0", "table": "table:1.0", "text": "text:1.0",
    }  # fmt: skip
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{end}"'
        for name, end in spaces.items()
    )
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {names} {calc}><office:body><office:spreadsheet>"
            f'<table:table table:name="1">{"".join(lines)}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return file.getvalue()


def cell_ods(value, shown=None, marks=""):
    """Return a cell as ods has it; what it shows may differ from its value."""
    if isinstance(value, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value={quoteattr(str(value))}'
    text = value if shown is None else shown
    return f"<table:table-cell{marks} {kind}><text:p>{text}</text:p></table:table-cell>"


def notes_of(grid):
    return [(note.code, f"{note.column or ''}{note.row}", note.found) for note in grid.notes]


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("0000", "0056"),
        ("000-000", "000-056"),
        ('"KZ-"000', "KZ-056"),
        ("[$-419]000;-0", "056"),
        ("00", "56"),
        ('00" балл"', "56"),
        ("0", "56"),
        ("#,##0", "56"),
    ],
)
def test_a_number_whose_format_makes_a_code_of_it_is_read_as_shown(number_format, shown):
    def fill(book, sheet):
        sheet.write_number(2, 0, 56, book.add_format({"num_format": number_format}))

    def fill_xls(sheet):
        sheet.write(2, 0, 56, xlwt.easyxf(num_format_str=number_format))

    assert read_rows(make_xlsx(fill))[1][1][0] == shown
    assert read_rows(make_xls(fill_xls))[1][1][0] == shown


@pytest.mark.parametrize(
    ("shown", "read"),
    [("0056", "0056"), ("KZ-056", "KZ-056"), ("000-056", "000-056"), ("56,0", "56"), ("56", "56")],
)
def test_an_ods_says_itself_what_a_code_is_shown_as(shown, read):
    assert read_rows(make_ods({(2, 0): cell_ods(56, shown)}))[1][1][0] == read


def hide_row(kind):
    if kind == "xlsx":
        return make_xlsx(lambda _book, sheet: sheet.set_row(2, None, None, {"hidden": True}))
    if kind == "ods":
        return make_ods({}, row_marks={2: ' table:visibility="filter"'})
    return make_xls(lambda sheet: setattr(sheet.row(2), "hidden", True))


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_hidden_rows_are_read_and_named(kind):
    _, records, grid = read_rows(hide_row(kind))

    assert len(records) == len(ROWS)
    assert notes_of(grid) == [("hidden_row", "3", "a2 Олжас Абай 12")]


def break_formula(kind):
    if kind == "xlsx":
        return make_xlsx(lambda _book, sheet: sheet.write_formula("D3", "=1/0", None, "#DIV/0!"))
    if kind == "ods":
        marks = ' table:formula="of:=1/0" calcext:value-type="error"'
        return make_ods({(2, 3): cell_ods("", "#DIV/0!", marks)})
    return make_xls(lambda sheet: sheet.row(2).set_cell_error(3, "#DIV/0!"))


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_the_error_of_a_formula_is_an_error_at_its_cell(kind):
    assert notes_of(read_rows(break_formula(kind))[2]) == [("formula_error", "D3", "#DIV/0!")]


def test_a_formula_without_a_result_is_named_with_its_cell():
    bare = make_xlsx(lambda _book, sheet: sheet.write_formula("D3", "=1+1.5", None, 7))
    data = replace_in_sheet(bare, b"<v>7</v>", b"<v></v>")

    assert notes_of(read_rows(data)[2]) == [("formula_without_result", "D3", "")]


def test_a_formula_whose_result_is_the_empty_text_is_an_empty_cell():
    bare = make_xlsx(lambda _book, sheet: sheet.write_formula("D3", '=IF(1=1,"","x")', None, "x"))
    _, records, grid = read_rows(replace_in_sheet(bare, b"<v>x</v>", b"<v></v>"))

    assert (records[1][3], notes_of(grid)) == ("", [])


def replace_in_sheet(data, old, new):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, text.replace(old, new) if "sheet1" in name else text)
    return file.getvalue()


def merge(kind, column, value):
    """Return the rows with the first two merged in one column."""
    if kind == "xlsx":

        def fill(book, sheet):
            sheet.merge_range(1, column, 2, column, value, book.add_format({"valign": "top"}))

        return make_xlsx(fill)
    if kind == "ods":
        spanned = cell_ods(value, marks=' table:number-rows-spanned="2"')
        return make_ods({(1, column): spanned, (2, column): "<table:covered-table-cell/>"})
    return make_xls(lambda sheet: sheet.write_merge(1, 2, column, column, value))


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_text_merged_downwards_is_that_of_every_row_it_covers(kind):
    _, records, grid = read_rows(merge(kind, 2, "Астана"))

    assert [record[2] for record in records] == ["Астана", "Астана", "Абай"]
    assert notes_of(grid) == [("merged_text", "C2", "Астана")]


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_number_merged_downwards_is_not_guessed(kind):
    _, records, grid = read_rows(merge(kind, 3, 40.5))

    assert [record[3] for record in records] == ["40.5", "", "9"]
    assert notes_of(grid) == [("merged_number", "D2", "40.5")]


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_percent_is_read_as_shown_and_named_once_a_column(kind):
    def percent(value):
        marks = f'office:value-type="percentage" office:value="{value}"'
        return (
            f"<table:table-cell {marks}><text:p>{Decimal(value) * 100}%</text:p></table:table-cell>"
        )

    def fill(book, sheet):
        for row, value in ((1, 0.875), (2, 0.07)):
            sheet.write_number(row, 3, value, book.add_format({"num_format": "0.0%"}))

    def fill_xls(sheet):
        for row, value in ((1, 0.875), (2, 0.07)):
            sheet.write(row, 3, value, xlwt.easyxf(num_format_str="0.00%"))

    data = {
        "xlsx": lambda: make_xlsx(fill),
        "xls": lambda: make_xls(fill_xls),
        "ods": lambda: make_ods({(1, 3): percent("0.875"), (2, 3): percent("0.07")}),
    }[kind]()
    _, records, grid = read_rows(data)

    assert [record[3] for record in records] == ["87.5", "7", "9"]
    assert notes_of(grid) == [("percent_read", "D2", "87.5")]

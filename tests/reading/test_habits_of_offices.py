"""Ways in which people break a table, each with the one reading a careful person gives it."""

import io

import openpyxl
import pytest

from kasipkor_core.reading import read_grid
from tests.reading.helpers import codes, read_rows

HEADER = "№;Код;Имя;A;B;Итого\n"
ROWS = "1;0056;Дана;12,19;3,4;15,59\n2;0003;Олжас;10,00;5,6;15,60\n3;0071;Әлия;1,5;2,5;4,0\n"
FIRST = ROWS.split("\n", maxsplit=1)[0]


def save_book(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_names_and_values_on_a_cover_are_no_table():
    cover = [["Ведомость"], [], [None, "Организатор:", "Колледж"], [None, "Дата:", "14.03.2025"]]
    marks = [["№", "Имя", "A"], [1, "Дана", 2.5]]

    assert read_rows(save_book(cover, marks))[:2] == (["№", "Имя", "A"], [["1", "Дана", "2.5"]])


@pytest.mark.parametrize("pad", ["", ";;;;"], ids=["bare", "padded"])
def test_names_and_values_right_above_a_short_table_are_titles(pad):
    text = f"Компетенция:;Аспаздық{pad}\nМаксимум;100{pad}\n{HEADER}" + FIRST

    header, records, grid = read_rows(text)

    assert (len(header), len(records)) == (6, 1)
    assert codes(grid) == [("title_line", 1), ("title_line", 2)]


def test_titles_as_long_as_the_table_do_not_hide_its_delimiter():
    text = "Чемпионат\nВедомость оценок\nДата: 14.03.2025\n" + HEADER + FIRST

    assert len(read_rows(text)[0]) == 6


def test_group_rows_in_a_short_padded_table_are_no_records():
    first, rest = ROWS.split("\n", 1)

    _, records, grid = read_rows(f"{HEADER}Группа 1;;;;;\n{first}\nгород;;;;;\n{rest}")

    assert len(records) == 3
    assert codes(grid) == [("section_line", 2), ("section_line", 4)]


def test_a_lone_date_under_the_table_is_a_footnote():
    _, records, grid = read_rows(HEADER + ROWS + "\n14.03.2025;;;;;\n")

    assert (len(records), codes(grid)) == (3, [("footnote", 6)])


def test_a_numbered_row_without_marks_stays_a_record():
    _, records, _ = read_rows(HEADER + ROWS + "4;;;;;\n")

    assert records[-1] == ["4", "", "", "", "", ""]


def test_a_place_to_sign_right_under_the_records_is_no_record():
    _, records, grid = read_rows(HEADER + ROWS + "Төраға:;;;;_______;\n;;Хатшы ____;;;\n")

    assert (len(records), codes(grid)) == (3, [("signature_line", 5), ("signature_line", 6)])


def test_a_group_row_under_a_header_of_two_rows_is_no_third_row():
    text = "№;Имя;Баллы;;Итого\n;;A;B;\nГруппа 1;;;;\n1;Дана;2,5;3;5,5\n2;Олжас;1;1;2\n"

    header, records, grid = read_rows(text)

    assert (header[0], len(records), codes(grid)) == ("№", 2, [("section_line", 3)])


def test_groups_are_named_over_empty_marks_too():
    text = "№;Имя;Баллы;;Итого\n;;A;B;\n1;Дана;;;\n2;Олжас;;;\n"

    assert read_rows(text)[0] == ["№", "Имя", "Баллы A", "Баллы B", "Итого"]


def test_repeated_group_names_reach_no_further_than_they_are_repeated():
    text = ",Size,Size,\nName,Height,Width,Note\na,1,2,x\nb,3,4,y\n"

    assert read_rows(text)[0] == ["Name", "Size Height", "Size Width", "Note"]


def test_a_header_apart_from_its_records_is_their_header():
    header, records, grid = read_rows("Name,Day,Sum\n\na,14.03.2025,1\nb,15.03.2025,2\nc,,3\n")

    assert (header, len(records), codes(grid)) == (["Name", "Day", "Sum"], 3, [])


def test_a_short_header_is_as_short_as_it_is():
    grid = read_grid(b"a,bc\n1,x,2\n3,y,4\n5,z,6\n")

    assert (grid.header_width, grid.table.num_columns) == (2, 3)


def test_the_first_of_two_tables_has_its_own_width():
    small = "id,name,n\n" + "".join(f"{n},x{n},{n * 2}\n" for n in range(1, 5))
    wide = "a,b,c,d,e\n" + "".join(f"{n},1,2,3,4\n" for n in range(30))

    header, records, _ = read_rows(small + "\n" + wide)

    assert (header, records[0]) == (["id", "name", "n"], ["1", "x1", "2"])


@pytest.mark.parametrize("size", [4, 4000], ids=["careful", "clean"])
def test_columns_without_name_and_cells_on_the_right_are_no_columns(size):
    rows = "".join(f"{n},name {n},,\n" for n in range(size))

    header, records, _ = read_rows("no,name,,\n" + rows)

    assert (header, records[0]) == (["no", "name"], ["0", "name 0"])


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Time", ["18:56:03", "07:12:44", "11:00:01"]),
        ("Link", ["http://a.kz/x?y=1", "http://a.kz/z?y=2", "http://b.kz/"]),
        ("Ұпай", ["7,5", "8,0", "9,25"]),
        ("Text", ['"one, two"', "three", '"four, five"']),
    ],
)
def test_a_column_alone_is_divided_by_nothing(name, values):
    header, records, _ = read_rows("\n".join([name, *values]) + "\n")

    assert (header, records) == ([name], [[value.strip('"')] for value in values])


def test_lines_enclosed_as_a_whole_are_opened():
    text = '"no,name,sum"\n"1,""x, y"",2"\n"2,z,3"\n"3,w,4"\n'

    assert read_rows(text)[1] == [["1", "x, y", "2"], ["2", "z", "3"], ["3", "w", "4"]]


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ('"4"x6"', '4"x6'),
        ('"18""', '18"'),
        ('"big "A", small"', 'big "A", small'),
        ('"open', '"open'),
        ("'a, b'", "a, b"),
    ],
)
def test_a_quote_inside_quotes_stays_in_its_cell(cell, meant):
    text = f'no,what,sum\n1,plain,2\n2,{cell},3\n3,"p, q",4\n4,"r, s",5\n5,"t, u",6\n'

    assert read_rows(text)[1] == [
        ["1", "plain", "2"],
        ["2", meant, "3"],
        ["3", "p, q", "4"],
        ["4", "r, s", "5"],
        ["5", "t, u", "6"],
    ]


def test_a_stray_quote_before_a_cell_of_two_lines_parts_no_record():
    text = 'no,day,text\n1,x,y\n2,"z,"one\ntwo, three"\n3,v,w\n4,"a, b",c\n5,d,"e, f"\n'

    assert read_rows(text)[1][1] == ["2", '"z', "one\ntwo, three"]


def test_records_of_two_columns_keep_cells_of_several_lines():
    text = 'url,text\nhttp://a.kz/,"one\ntwo, three"\nhttp://b.kz/,four\nhttp://c.kz/,five\n'

    assert read_rows(text)[1][0] == ["http://a.kz/", "one\ntwo, three"]


@pytest.mark.parametrize("escape", ["\\", "/", "#", "@"])
def test_quotes_may_be_escaped_by_any_mark(escape):
    cell = f'"say {escape}"ok{escape}", fine"'
    text = f"no,what,sum\n1,{cell},2\n2,{cell},3\n3,plain,4\n"

    assert read_rows(text)[1][0] == ["1", 'say "ok", fine', "2"]


def test_western_letters_are_told_from_cyrillic_ones():
    text = "no,word\n1,brâss é\n2,Größe\n3,café\n"

    assert read_rows(text.encode("latin-1"))[1] == [["1", "brâss é"], ["2", "Größe"], ["3", "café"]]


def test_decimal_commas_in_every_row_are_joined_when_the_columns_leave_one_reading():
    text = "№,Имя,A,B\n1,Дана,7,5,8,0\n2,Олжас,6,5,8,5\n"

    header, records, _ = read_rows(text)

    assert (header, records) == (
        ["№", "Имя", "A", "B"],
        [["1", "Дана", "7,5", "8,0"], ["2", "Олжас", "6,5", "8,5"]],
    )


def test_of_several_readings_of_decimal_commas_the_sums_choose():
    text = "Имя,N,A,B,Итого\nДана,3,7,5,8,0,15,5\nОлжас,4,6,5,8,5,15,0\n"

    assert read_rows(text)[1][0] == ["Дана", "3", "7,5", "8,0", "15,5"]


def test_decimal_commas_of_two_readings_are_kept_and_named_by_line():
    text = "Имя,N,A,B\nДана,3,7,5,8\nОлжас,4,6,5,8\nӘлия,4,6,5,7\n"

    _, records, grid = read_rows(text)

    assert records[0] == ["Дана", "3", "7", "5", "8"]
    assert codes(grid) == [("too_many_cells", 2), ("too_many_cells", 3), ("too_many_cells", 4)]


def test_when_the_time_is_over_every_line_is_kept_and_that_is_said(monkeypatch):
    monkeypatch.setattr("kasipkor_core.reading.text.SECONDS", -1000.0)
    lines = "".join(f'{n},"na"me {n}",{n * 2}\n' for n in range(50))

    _, records, grid = read_rows("no,name,mark\n" + lines)

    assert (len(records), grid.notes[0].code) == (50, "time_over")


def test_a_record_without_marks_is_no_row_of_the_header():
    rows = [["№", "Имя", "Баллы", None, "Итого"], [None, None, "A", "B"], [1, "Дана"], [2, "Олжас"]]

    header, records, _ = read_rows(save_book([*rows, [], ["* н/я"]]))

    assert (header[0], len(records)) == ("№", 2)


def test_many_thin_lines_around_a_short_table_do_not_hide_it():
    lines = [
        "Чемпионат",
        HEADER.strip(),
        "1-топ",
        FIRST,
        "2-топ",
        FIRST,
        "а ____",
        "б ____",
        "в ____",
    ]

    header, records, _ = read_rows("\n".join(lines) + "\n")

    assert (len(header), len(records)) == (6, 2)

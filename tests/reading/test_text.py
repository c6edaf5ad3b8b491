"""Delimited text, rule by rule."""

import io

import pytest

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading import list_sheets, read_grid, write_grid
from tests.reading.helpers import codes, read_rows

SCORES = """\
№;Код;Имя;A;B;Итого
1;0056;Дана;12,19;3,4;15,59
2;0003;Олжас;10,00;5,6;15,60
3;0071;Әлия;1,5;2,5;4,0
"""


def test_codes_keep_their_zeros_and_numbers_their_commas():
    _, records, _ = read_rows(SCORES)

    assert records[0] == ["1", "0056", "Дана", "12,19", "3,4", "15,59"]


def test_a_column_named_total_is_no_total_row():
    header, records, grid = read_rows(SCORES)

    assert (header[-1], len(records), codes(grid)) == ("Итого", 3, [])


def test_a_total_row_is_left_out_and_named():
    _, records, grid = read_rows(SCORES + ";;Итого;;;35,19\n")

    assert (len(records), codes(grid)) == (3, [("total_row", 5)])


def test_a_row_of_sums_without_a_word_is_a_total_row():
    _, records, grid = read_rows(SCORES + ";;;23,69;11,5;35,19\n")

    assert (len(records), codes(grid)) == (3, [("total_row", 5)])


def test_a_record_whose_name_begins_like_a_total_is_kept():
    text = "Company,Country,Sales\nShell,UK,100\nTotal,FR,250\nEni,IT,70\n"

    assert len(read_rows(text)[1]) == 3


def test_a_full_row_called_total_is_left_out_only_when_it_adds_up():
    text = "Region,Count\nA,10\nB,20\nC,30\n"

    assert len(read_rows(text + "Total,60\n")[1]) == 3
    assert len(read_rows(text + "Total,61\n")[1]) == 4


def test_titles_and_signatures_are_left_out_and_named():
    _, records, grid = read_rows(
        "Чемпионат\nДата: 14.03.2025\n\n" + SCORES + "\nЭксперт: ____ (подпись)\n"
    )

    assert len(records) == 3
    assert codes(grid) == [("title_line", 1), ("title_line", 2), ("signature_line", 9)]


def test_a_record_that_speaks_of_a_signature_is_no_place_to_sign():
    contest = "demo-exam-2026-college-KZ-79-шымкент_құрылыс_колледжі-15"
    _, records, grid = read_rows(
        "Шешім түрі,Не туралы,Мәні,Кім шешті,Себебі\n"
        f"қол қою,{contest},signed,commission.KZ-79,Емтихан комиссиясы хаттамаға қол қойды\n"
        f"марапат,{contest}/examinee-08,DEMO-75-2007,EDUWSK,Оператор берген паспорт нөмірі\n"
    )

    assert (len(records), codes(grid)) == (2, [])


def test_every_record_carries_its_line_of_the_file():
    grid = read_grid(b'\n\na,b\n1,"two\nlines"\n2,x\n\n3,y\n')

    assert (grid.header_row, grid.rows.to_pylist()) == (3, [4, 6, 8])


def test_a_group_name_is_repeated_over_its_columns():
    header, records, grid = read_rows(
        "№;Имя;Баллы;;Итого\n;;A;B;\n1;Дана;2,5;3;5,5\n2;Олжас;1;1;2\n"
    )

    assert header == ["№", "Имя", "Баллы A", "Баллы B", "Итого"]
    assert (len(records), grid.header_row) == (2, 2)


def test_years_over_numbers_are_a_header():
    header, records, _ = read_rows("Region,2019,2020,2021\nA,15,22,31\nB,4,9,6\n")

    assert (header, len(records)) == (["Region", "2019", "2020", "2021"], 2)


def test_a_file_without_header_prints_its_first_record_first():
    header, records, grid = read_rows("1,Дана,12.5\n2,Олжас,13.5\n3,Әлия,9.0\n")

    assert (header, len(records), codes(grid)) == ([], 3, [("no_header", 1)])


@pytest.mark.parametrize("text", ["a,b,c\n", "a,b,c", "№;Код;Имя\r\n"])
def test_a_header_alone_is_a_header(text):
    header, records, grid = read_rows(text)

    assert (len(header), records, codes(grid)) == (3, [], [("no_records", 1)])


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b" \t\r\n", b"\xff\xfe"])
def test_an_empty_file_is_an_empty_grid_with_a_note(data):
    header, records, grid = read_rows(data)

    assert (header, records, codes(grid)) == ([], [], [("empty_file", None)])


def test_a_row_with_too_many_cells_stays_as_it_is_and_is_named():
    _, records, grid = read_rows("a,b,c\n1,x,2\n3,,y,4\n5,z,6\n7,w,8\n")

    assert records[1] == ["3", "", "y", "4"]
    assert codes(grid) == [("too_many_cells", 3)]


def test_a_short_row_stays_as_it_is_and_is_named():
    _, records, grid = read_rows("a,b,c\n1,x,2\n3,y\n5,z,6\n7,w,8\n")

    assert records[1] == ["3", "y"]
    assert (codes(grid), grid.widths.to_pylist()) == ([("too_few_cells", 3)], [3, 2, 3, 3])


def test_an_unquoted_decimal_comma_is_joined_when_only_one_reading_fits():
    text = 'no,name,a,b\n1,Дана,"1,5","2,5"\n2,Олжас,3,5,4,5\n3,Әлия,"1,0","2,0"\n'

    _, records, grid = read_rows(text)

    assert records[1] == ["2", "Олжас", "3,5", "4,5"]
    assert codes(grid) == [("joined_cells", 3)]


def test_two_possible_readings_are_never_guessed():
    text = 'no,name,a,b\n1,Дана,"1,5","2,5"\n2,Олжас,3,5,4\n3,Әлия,"1,0","2,0"\n'

    _, records, grid = read_rows(text)

    assert (records[1], codes(grid)) == (["2", "Олжас", "3", "5", "4"], [("too_many_cells", 3)])


def test_a_stray_quote_swallows_no_rows():
    text = 'a,b,c\n1,"x,2\n3,y,4\n5,"z, t",6\n7,w,8\n'

    _, records, grid = read_rows(text)

    assert records == [["1", '"x', "2"], ["3", "y", "4"], ["5", "z, t", "6"], ["7", "w", "8"]]
    assert codes(grid) == [("stray_quote", 2)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('"Код;Аты;A\n1;Асан;5\n2;Үсен;6\n', 1),
        ('Код;Аты;A\n1;"Асан;5\n2;Үсен;6\n', 2),
        ('Код;Аты;A\n1;Асан "Батыр" Бір;5\n2;"Үсен;6', 3),
    ],
    ids=["header", "first", "last"],
)
def test_a_quote_that_stays_open_is_named(text, line):
    _, records, grid = read_rows(text)

    assert (len(records), codes(grid)) == (2, [("stray_quote", line)])


@pytest.mark.parametrize(("cell", "read"), [('"""x"', '"x'), ('"""x\nz"', '"x\nz')])
def test_a_quote_that_is_part_of_an_enclosed_cell_is_no_stray_one(cell, read):
    _, records, grid = read_rows(f"a,b,c\n1,{cell},2\n\n3,y,4\n")

    assert (records[0], codes(grid)) == (["1", read, "2"], [])


def test_of_several_tables_the_first_is_read_and_the_others_are_named():
    text = SCORES + "\nRegion;Winners\nA;3\nB;4\n"

    _, records, grid = read_rows(text)

    assert (len(records), codes(grid)) == (3, [("other_table", 6)])


def test_of_two_tables_side_by_side_the_left_one_is_read_and_the_other_is_named():
    text = (
        "Код;Аты;A;;Өңір;Алтын\n1;Асан;5;;Абай облысы;1\n2;Үсен;6;;Ұлытау облысы;2\n3;Дана;7;;;\n"
    )

    header, records, grid = read_rows(text)

    assert (header, records[2]) == (["Код", "Аты", "A"], ["3", "Дана", "7"])
    assert [(note.code, note.found) for note in grid.notes] == [("other_table", "Өңір Алтын")]


def test_a_total_beyond_an_empty_column_belongs_to_its_table():
    header, _, grid = read_rows("Код;Аты;A;;Итого\n1;Асан;5;;5\n2;Үсен;6;;6\n")

    assert (header[-1], codes(grid)) == ("Итого", [])


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048"]
)
def test_kazakh_letters_survive_every_encoding(encoding):
    text = "№;Аты;Ұпай\n1;Қуаныш Әділ;5\n2;Ғалия Һашым;6\n3;Үміт Ңұр;7\n"

    assert read_rows(text.encode(encoding))[1][0] == ["1", "Қуаныш Әділ", "5"]


def test_letters_misread_on_the_way_are_put_right_and_said():
    text = "№;Аты;Ұпай\n1;Қуаныш Әділ;5\n2;Ғалия Ңұр;6\n"
    misread = text.replace("№", "N").encode("kz1048").decode("cp1251").encode()

    _, records, grid = read_rows(misread)

    assert (records[0][1], codes(grid)) == ("Қуаныш Әділ", [("misread_letters", None)])


@pytest.mark.parametrize("header", ["N;Имя;A", "N;Аты-жөні;A"], ids=["plain", "right header"])
@pytest.mark.parametrize("name", ["Јділ Їміт", "Їлыбек Жўман", "Ќуаныш Жўман"])
def test_letters_that_stand_together_in_no_language_are_put_right(header, name):
    _, records, grid = read_rows(f"{header}\n1;{name};5\n2;Дана;6\n")

    meant = name.translate(str.maketrans("ЈЇўЌ", "ӘҮұҚ"))
    assert (records[0][1], codes(grid)) == (meant, [("misread_letters", None)])


@pytest.mark.parametrize("name", ["Євген Їжак", "Жўраев Ўткир", "Јован Петровић"])
def test_letters_that_a_neighbour_has_too_are_left_and_that_is_said(name):
    _, records, grid = read_rows(f"N;Аты;A\n1;{name};5\n2;Әділ;6\n")

    assert (records[0][1], codes(grid)) == (name, [("unsure_letters", None)])


def test_a_zero_byte_among_letters_is_one_damaged_letter():
    _, records, grid = read_rows("Код;Аты;A\n1;Асан;5\n2;Ер\x00лан;6\n")

    assert (records[1], codes(grid)) == (["2", "Ер\ufffdлан", "6"], [("damaged_bytes", None)])


def test_russian_text_in_cp1251_stays_russian():
    text = "№;Имя;Город\n1;Иван Щукин;Семей\n2;Эльвира Ёлкина;Тараз\n"

    assert read_rows(text.encode("cp1251"))[1][1] == ["2", "Эльвира Ёлкина", "Тараз"]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\r\n%PDF-1.7\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n0000", "PNG"),
        (b"<html><table></table></html>", "HTML"),
        (b"\x00\x01\x02\x03" * 100, "neither"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused_with_what_to_do(data, word):
    with pytest.raises(Unreadable, match=word) as caught:
        read_grid(data, name="sheet.xlsx")

    assert "XLSX or CSV" in str(caught.value)


def test_a_file_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr("kasipkor_core.reading.MOST_BYTES", 1_000_000)

    with pytest.raises(Unreadable, match="2 MB"):
        read_grid(b"a,b\n" * 500_000)


@pytest.mark.parametrize("path", ["clean", "broken"])
def test_more_rows_than_the_limit_are_refused(monkeypatch, path):
    monkeypatch.setattr("kasipkor_core.reading.split.MOST_ROWS", 9_000)
    monkeypatch.setattr("kasipkor_core.reading.text.MOST_ROWS", 9_000)
    lines = "".join(f"{number},name {number},{number * 2}\n" for number in range(10_000))

    with pytest.raises(Unreadable, match="Split it"):
        read_grid(("no,name,mark\n" + lines + ("x\n" if path == "broken" else "")).encode())


def test_a_grid_is_written_as_csv_each_record_as_wide_as_it_is():
    file = io.StringIO()
    write_grid(read_grid(b"a;b;c\n1;x;2\n3;y\n5;z, t;6\n7;w;8\n"), file)

    assert file.getvalue() == 'a,b,c\n1,x,2\n3,y\n5,"z, t",6\n7,w,8\n'


def test_text_has_no_sheets():
    assert list_sheets(b"a,b\n1,2\n") == ()

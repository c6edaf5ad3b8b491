"""A seeded maker of workbooks with the habits of offices, each with its truth."""

import datetime as dt
import io
import random

import odf.opendocument
import odf.table
import odf.text
import openpyxl
import xlsxwriter
import xlwt

from tests.reading.habits import number_of
from tests.reading.tables import FOOTS, SIGNS, TITLES, Case, make_business, make_scores


def plan_sheet(table, rng, habits):
    """Return the rows of a sheet, and the merged ranges, around a table."""
    width = len(table.header)
    rows, merges = [], []
    if "titles" in habits:
        for title in rng.sample(TITLES, rng.randint(1, 3)):
            if rng.random() < 0.6:
                merges.append((len(rows), 0, len(rows), width - 1))
            rows.append([title])
        if rng.random() < 0.6:
            rows.append([])
    header = list(table.header)
    if "merged_header" in habits:
        top = len(rows)
        group = rng.choice(["Баллы по критериям", "Критерийлер бойынша ұпай"])
        rows.append([*header[:4], group, "", "", "", *header[8:]])
        rows.append(["", "", "", "", *header[4:8], *[""] * (width - 8)])
        merges.append((top, 4, top, 7))
        merges += [(top, c, top + 1, c) for c in [*range(4), *range(8, width)]]
        header = [f"{group} {name}" if 4 <= c < 8 else name for c, name in enumerate(header)]
    else:
        rows.append(header)
    rows += [list(record) for record in table.records]
    if "total" in habits:
        sums = [
            f"{sum(number_of(record[c]) for record in table.records):.2f}" for c in range(4, width)
        ]
        rows.append(["", "", rng.choice(["Итого", "Жиынтық", "Барлығы"]), "", *sums])
    if "signature" in habits:
        rows += [[], [rng.choice(SIGNS)]]
    if "footnote" in habits:
        rows += [[], [rng.choice(FOOTS)]]
    return rows, merges, header


def as_value(cell, column, *, numbers):
    """Return a cell as a sheet would hold it: numbers as numbers, codes as text."""
    value = number_of(cell)
    if not numbers or value is None or column == 1:
        return cell
    return int(value) if value.is_integer() else value


SHEET_HABITS = {
    "plain": (),
    "titles": ("titles",),
    "merged_header": ("merged_header",),
    "total_and_signature": ("total", "signature"),
    "cover": ("cover",),
    "numbers_as_text": ("text", "titles"),
    "offset": ("offset",),
    "second_sheet": ("cover", "titles", "total"),
    "all": ("cover", "titles", "merged_header", "total", "signature"),
}


def make_workbook(habit, rng, kind="xlsx"):
    """Return a workbook of one kind with one habit."""
    habits = SHEET_HABITS[habit]
    table = make_scores(rng)
    for record in table.records:
        record[4:] = [cell.replace(",", ".") for cell in record[4:]]
    rows, merges, header = plan_sheet(table, rng, habits)
    numbers = "text" not in habits
    shift = (2, 3) if "offset" in habits else (0, 0)
    cover = rng.choice(TITLES) if "cover" in habits else ""
    data = WRITERS[kind](rows, merges, numbers=numbers, shift=shift, cover=cover)
    return Case(f"{kind}_{habit}", (f"{kind} {habit}",), data, header, table.records)


def write_xlsx(rows, merges, *, numbers, shift=(0, 0), cover=""):
    book = openpyxl.Workbook()
    sheet = book.active
    if cover:
        sheet["A1"] = cover
        sheet["A3"] = "Дата"
        sheet["B3"] = dt.date(2025, 3, 14)
        sheet = book.create_sheet("Бағалар")
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell != "":
                value = as_value(cell, c, numbers=numbers)
                sheet.cell(r + 1 + shift[0], c + 1 + shift[1], value)
    for top, left, bottom, right in merges:
        sheet.merge_cells(
            start_row=top + 1 + shift[0],
            start_column=left + 1 + shift[1],
            end_row=bottom + 1 + shift[0],
            end_column=right + 1 + shift[1],
        )
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def write_xls(rows, merges, *, numbers, shift=(0, 0), cover=""):
    book = xlwt.Workbook()
    if cover:
        book.add_sheet("Титул").write(0, 0, cover)
    sheet = book.add_sheet("Лист1")
    joined = {(top, left): (bottom, right) for top, left, bottom, right in merges}
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            value = as_value(cell, c, numbers=numbers)
            if (r, c) in joined:
                bottom, right = joined[r, c]
                sheet.write_merge(
                    r + shift[0], bottom + shift[0], c + shift[1], right + shift[1], value
                )
            elif value != "":
                sheet.write(r + shift[0], c + shift[1], value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def write_ods(rows, merges, *, numbers, shift=(0, 0), cover=""):
    book = odf.opendocument.OpenDocumentSpreadsheet()
    for name, lines in ((("Титул", [[cover]]),) if cover else ()) + (("Лист1", rows),):
        sheet = odf.table.Table(name=name)
        for row in [*[[]] * (shift[0] if lines is rows else 0), *lines]:
            line = odf.table.TableRow()
            for c, cell in enumerate([*[""] * (shift[1] if lines is rows else 0), *row]):
                value = as_value(cell, c - shift[1], numbers=numbers)
                kind = (
                    {"valuetype": "float", "value": value}
                    if not isinstance(value, str)
                    else {"valuetype": "string"}
                )
                place = odf.table.TableCell(**(kind if value != "" else {}))
                if value != "":
                    place.addElement(odf.text.P(text=str(value)))
                line.addElement(place)
            sheet.addElement(line)
        book.spreadsheet.addElement(sheet)
    file = io.BytesIO()
    book.write(file)
    return file.getvalue()


WRITERS = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}


def make_workbooks(seed, each=1):
    """Return workbooks of one seed: every habit in every kind it can be written in."""
    rng = random.Random(seed)
    cases = []
    for habit, habits in SHEET_HABITS.items():
        for kind in WRITERS:
            if kind == "ods" and "merged_header" in habits:
                continue  # merged cells of ods are not written here
            cases += [make_workbook(habit, rng, kind) for _ in range(each)]
    return cases


def make_large_xlsx(rows):
    """Return a plain workbook of many rows."""
    rng = random.Random(1)
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["contest", "entry", "aspect", "judge", "mark", "name"])
        for row in range(1, rows + 1):
            mark = rng.randint(0, 10000) / 100
            sheet.write_row(
                row, 0, [f"c{row % 90}", f"{row % 9999:04d}", "A1", row % 5, mark, "Дана"]
            )
    return file.getvalue()


def make_business_xlsx(rng):
    """Return business data with real dates and times as a workbook, and its truth."""
    table = make_business(rng, rows=12)
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Sales")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, table.header)
        for r, record in enumerate(table.records, 1):
            moment = dt.datetime.strptime(record[0], "%d/%m/%Y")  # noqa: DTZ007 - a day
            sheet.write_datetime(r, 0, moment, day)
            record[0] = moment.date().isoformat()
            for c in range(1, len(record)):
                sheet.write_string(r, c, record[c])
    return Case("xlsx_dates", ("xlsx dates",), file.getvalue(), table.header, table.records)

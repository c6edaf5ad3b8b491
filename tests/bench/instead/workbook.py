"""What a competent person builds in a spreadsheet: a sheet for each contest, formulas, no macros.

``write_workbook`` writes it with formulas and without a single result; LibreOffice reckons it.
The cells of a contest are marks as they are given; to their right total, place, scale and award.
"""

import csv
from collections import defaultdict

from openpyxl import Workbook
from openpyxl.utils import get_column_letter as letter
from python_calamine import CalamineWorkbook

CENTRES = {"worldskills": 700, "worldskills-500": 500}
JUDGES = ("J1", "J2", "J3")
FIRST = 3  # row of the first entry
COUNTS = 12  # rows below the entries where the limits of the medals stand


def read_files(folder):
    found = {}
    for name in ("contests", "entries", "scheme", "marks"):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = list(csv.DictReader(file))
    return found


def write_workbook(folder, target):
    """Write the season as a workbook of formulas."""
    files = read_files(folder)
    given = defaultdict(dict)
    for row in files["marks"]:
        key = (row["entry"], row["aspect"], row["judge"])
        given[row["contest"]][key] = float(row["mark"])
    entries = defaultdict(list)
    for row in files["entries"]:
        entries[row["contest"]].append(row)
    book = Workbook()
    book.remove(book.active)
    for number, row in enumerate(files["contests"], start=1):
        sheet = book.create_sheet(f"C{number}")
        sheet["A1"] = row["contest"]
        contest = row["contest"]
        fill(sheet, entries[contest], files["scheme"], given[contest], row["ruleset"])
    book.save(target)


def fill(sheet, entries, scheme, given, ruleset):
    """Fill the sheet of a contest: entry, guest, status, marks, then what is reckoned."""
    last = FIRST + len(entries) - 1
    columns, judged, column = {}, [], 4
    for aspect in scheme:
        name = aspect["aspect"]
        sheet.cell(2, column, name)
        if aspect["type"] == "M":
            columns[name, ""] = column
            column += 1
        else:
            for judge in JUDGES:
                columns[name, judge] = column
                column += 1
            judged.append((column, aspect["max_mark"]))  # its mark, and whether it is open
            column += 2
    total = column
    place, distance, score, award = range(total + 2, total + 6)
    ranked = total + 1
    titles = ("Total", "Ranked", "Place", "Distance", "Scale", "Award")
    for offset, title in enumerate(titles):
        sheet.cell(2, total + offset, title)
    measured = [at for (_, judge), at in columns.items() if not judge]

    def span(number):
        return f"${letter(number)}${FIRST}:${letter(number)}${last}"

    for row, entry in enumerate(entries, start=FIRST):
        sheet.cell(row, 1, entry["entry"])
        sheet.cell(row, 2, entry["guest"])
        sheet.cell(row, 3, entry["status"])
        for (aspect, judge), at in columns.items():
            mark = given.get((entry["entry"], aspect, judge))
            if mark is not None:
                sheet.cell(row, at, mark)
        for at, most in judged:
            scores = f"{letter(at - 3)}{row}:{letter(at - 1)}{row}"
            sheet.cell(row, at, f'=IF(COUNT({scores})<3,"",ROUND(SUM({scores})/9*{most},2))')
            sheet.cell(row, at + 1, f"=IF(MAX({scores})-MIN({scores})>1,1,0)")
        cells = ",".join(f"{letter(at)}{row}" for at in [*measured, *(at for at, _ in judged)])
        opened = ",".join(f"{letter(at + 1)}{row}" for at, _ in judged)
        t, r, s = (f"{letter(at)}{row}" for at in (total, ranked, score))
        sheet.cell(row, total, f'=IF(OR(SUM({opened})>0,COUNT({cells})=0),"",SUM({cells}))')
        sheet.cell(row, ranked, f'=IF(OR(B{row}="yes",C{row}<>"active",{t}=""),"",{t})')
        sheet.cell(row, place, f'=IF({r}="","",RANK({r},{span(ranked)}))')
        sheet.cell(row, distance, f'=IF({r}="","",ABS({r}-MEDIAN({span(ranked)})))')
        sheet.cell(row, score, write_scale(r, span(ranked), span(distance), ruleset))
        sheet.cell(row, award, write_award(s, last + COUNTS, CENTRES[ruleset]))
    write_limits(sheet, span(score), last + COUNTS)


def write_scale(ranked, totals, distances, ruleset):
    """Return the formula of the standard scale (WM-20 to WM-22)."""
    centre = CENTRES[ruleset]
    if ruleset == "worldskills-500":
        exact = f"{centre}+30*({ranked}-AVERAGE({totals}))/STDEVP({totals})"
    else:
        median = f"MEDIAN({totals})"
        exact = (
            f"{centre}+30*({ranked}-{median})/IF(MEDIAN({distances})=0,STDEVP({totals}),"
            f"1.4826*MEDIAN({distances}))"
        )
    return f'=IF({ranked}="","",IF(MAX({totals})=MIN({totals}),{centre},ROUND({exact},0)))'


def write_limits(sheet, scores, row):
    """Write below the entries: golds, top of silver, silvers, top of bronze (WM-30 to WM-33)."""
    sheet.cell(row, 1, f'=COUNTIF({scores},">="&(MAX({scores})-2))')
    sheet.cell(row + 1, 1, f'=IF(A{row}=1,IFERROR(LARGE({scores},2),""),"")')
    sheet.cell(row + 2, 1, f'=IF(A{row + 1}="",0,COUNTIF({scores},">="&(A{row + 1}-2))-1)')
    sheet.cell(
        row + 3,
        1,
        f"=IFERROR(IF(A{row}>=3,LARGE({scores},A{row}),IF(A{row + 2}>=2,"
        f'LARGE({scores},A{row}+A{row + 2}),LARGE({scores},A{row}+A{row + 2}+1))),"")',
    )
    sheet.cell(row + 4, 1, f"=MAX({scores})")


def write_award(score, row, centre):
    """Return the formula of an award (WM-30 to WM-34)."""
    gold, silver, bronze = f"$A${row + 4}", f"$A${row + 1}", f"$A${row + 3}"
    is_silver = f'IF({silver}="",FALSE,{score}>={silver}-2)'
    is_bronze = f'IF({bronze}="",FALSE,{score}>={bronze}-2)'
    return (
        f'=IF({score}="","",IF({score}>={gold}-2,"gold",IF({is_silver},"silver",'
        f'IF({is_bronze},"bronze",IF({score}>={centre},"medallion","certificate")))))'
    )


def read_answer(file):
    """Return place, scale and award by contest and entry, as the reckoned workbook has them."""
    book = CalamineWorkbook.from_path(file)
    found = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        titles = rows[1]
        place, score, award = (titles.index(title) for title in ("Place", "Scale", "Award"))
        found[rows[0][0]] = {
            str(row[0]): (whole(row[place]), whole(row[score]), row[award] or None)
            for row in rows[FIRST - 1 :]
            if isinstance(row[0], str) and row[0] and row[2]
        }
    return found


def whole(cell):
    return int(cell) if isinstance(cell, (int, float)) else None

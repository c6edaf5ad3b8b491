"""Blank sheets: filled in as they are, they go in without a finding."""

import io

import openpyxl
import pytest

from kasipkor_core.documents.blanks import write_blank, write_blank_of
from kasipkor_core.errors import Refused
from kasipkor_core.sheets import list_kinds, read_format
from kasipkor_core.store import Reader, commit, query, read_head, understand
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import lend

SCHEME = (
    "sub_criterion,name,day,type,aspect,description,max_mark\n"
    "A1,Work,1,M,A1.M1,first,40\nB1,Work,1,M,B1.M1,second,60\n"
)
ENTRIES = "entry,name,region\na,Әлия Серік,KZ-75\nb,Болат Оспан,KZ-35\n"


def play(store):
    give(store, CONTESTS, kind="contests")
    give(store, SCHEME, kind="scheme", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries", contest=REPUBLIC)


ledger = lend("blanks", play)


def blank(store, kind, lang):
    reader = Reader(as_of=read_head(store), lang=lang)
    return openpyxl.load_workbook(io.BytesIO(write_blank_of(store, kind, REPUBLIC, reader)))


def send(store, book, kind):
    file = io.BytesIO()
    book.save(file)
    prepared = understand(
        store, file.getvalue(), file_name="filled.xlsx", kind=kind, contest=None, actor="organiser"
    )
    return commit(store, prepared)


@pytest.mark.sampled
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_blank_of_marks_has_every_entry_and_aspect_and_goes_in_when_filled(ledger, lang):
    book = blank(ledger, "marks", lang)
    sheet = book.worksheets[0]
    given = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]

    assert [row[:3] for row in given] == [
        [REPUBLIC, entry, aspect] for entry in "ab" for aspect in ("A1.M1", "B1.M1")
    ]
    limits = {
        str(rule.sqref): float(rule.formula2) for rule in sheet.data_validations.dataValidation
    }
    assert (limits["E2"], limits["E3"]) == (40, 60)

    for number, row in enumerate(sheet.iter_rows(min_row=2), 1):
        row[4].value = 10 * number
    receipt = send(ledger, book, "marks")
    board = query(
        ledger,
        "select entry, total from mart.leaderboard where contest = $contest order by entry",
        Reader(as_of=receipt.batch_no),
        contest=REPUBLIC,
    ).to_pylist()
    assert [(row["entry"], int(row["total"])) for row in board] == [("a", 30), ("b", 70)]
    assert [one for one in receipt.findings if one.severity == "error"] == []


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_blank_of_scores_has_a_column_for_each_criterion_with_its_maximum(ledger, lang):
    book = blank(ledger, "scores", lang)
    sheet = book.worksheets[0]
    limits = {float(rule.formula2) for rule in sheet.data_validations.dataValidation}

    assert [cell.value for cell in sheet[1]][3:] == ["A", "B"]
    assert limits == {40, 60}

    for row in sheet.iter_rows(min_row=2):
        row[3].value, row[4].value = 30, 50.5
    assert send(ledger, book, "scores").batch_no


@pytest.mark.parametrize("kind", list_kinds())
def test_a_blank_of_every_kind_is_understood_by_its_headings_in_every_language(kind):
    for lang in ("kk", "ru", "en"):
        book = openpyxl.load_workbook(io.BytesIO(write_blank(kind, lang)))
        headings = [cell.value for cell in book.worksheets[0][1]]

        assert headings == [field.label(lang) for field in read_format(kind).fields]
        assert len(set(headings)) == len(headings)


def test_a_kind_that_begins_with_nothing_says_so(ledger):
    with pytest.raises(Refused, match="begins with nothing"):
        blank(ledger, "indicators", "en")

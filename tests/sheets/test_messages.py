"""Messages: every code says what is wrong and what to do, in three languages."""

import datetime as dt
import re
import string
from decimal import Decimal
from typing import get_args

import pytest

from kasipkor_core import sheets
from kasipkor_core.reading import read_grid
from kasipkor_core.reading.grid import Code, Note
from kasipkor_core.sheets import Finding

LANGS = ("kk", "ru", "en")
MESSAGES = sheets.read_messages()
CODES = frozenset(get_args(Code))
NOTES = sorted(CODES | MESSAGES.keys() - {one.code for one in sheets.list_checks()})


@pytest.mark.parametrize("code", MESSAGES)
def test_every_code_says_what_is_wrong_and_what_to_do(code):
    message = MESSAGES[code]
    parts = [part[lang] for part in (message.title, message.what, message.do) for lang in LANGS]

    assert all(part.strip() for part in parts)
    assert all(
        part[lang].endswith((".", "}")) for part in (message.what, message.do) for lang in LANGS
    )
    assert not any("!" in part for part in parts)


@pytest.mark.parametrize("code", MESSAGES)
def test_the_languages_of_a_code_name_the_same_values(code):
    message = MESSAGES[code]
    named = [
        {
            name
            for _, name, _, _ in string.Formatter().parse(
                f"{message.what[lang]} {message.do[lang]}"
            )
            if name
        }
        for lang in LANGS
    ]

    assert named[0] == named[1] == named[2]


@pytest.mark.parametrize("code", [one.code for one in sheets.list_checks()])
def test_a_check_gives_every_value_its_message_names(code):
    (check,) = [one for one in sheets.list_checks() if one.code == code]
    given = set(re.findall(r"\bas (\w+)|\b(?:\w+\.)?(\w+),?$", check.sql, re.MULTILINE))
    columns = {name for pair in given for name in pair}
    columns |= {name.removesuffix("_kk") for name in columns}
    message = MESSAGES[code]
    named = {
        name for _, name, _, _ in string.Formatter().parse(message.what["kk"] + message.do["kk"])
    }

    assert named - {None, "found", "cell", "row", "column"} - columns == set()


@pytest.mark.parametrize("code", NOTES)
@pytest.mark.parametrize("lang", LANGS)
def test_every_note_of_the_reader_can_be_said(code, lang):
    said = sheets.render_note(Note(code, 3, "B", "жол"), lang)

    assert "{" not in said
    assert said.count(".") >= 2


def test_a_header_printed_on_every_page_is_left_out_and_said():
    grid = read_grid("Код;A\ne1;1\nКод;A\ne2;2\n".encode())

    (said,) = [sheets.render_note(note, "en") for note in grid.notes]
    assert grid.table.num_rows == 2
    assert said.startswith('The row "Код A" is the header of the table once more.')


def test_numbers_and_dates_take_the_form_of_the_language():
    found = Finding(
        "error", "above_maximum", "", 17, "F", "12,50",
        {"aspect": "A1.M3", "maximum": Decimal("2.500")}, "marks",
    )  # fmt: skip
    late = Finding(
        "warning", "late_application", "", 2, "H", "21.01.2023",
        {"due_on": dt.date(2023, 1, 20)}, "participants",
    )  # fmt: skip

    assert [sheets.render(found, lang) for lang in LANGS] == [
        "12,50 – A1.M3 үшін ең жоғары 2,5 бағасынан артық. 0–2,5 аралығындағы бағаны жазыңыз.",
        "12,50 больше максимума 2,5 для A1.M3. Запишите оценку в пределах 0–2,5.",
        "12,50 is more than 2.5, the most for A1.M3. Write a mark within 0–2.5.",
    ]
    assert "20\u00a0января\u00a02023" in sheets.render_what(late, "ru")


def test_a_number_reckoned_here_has_no_idle_zeros_and_criteria_have_a_name():
    total = Finding(
        "error", "total_above_maximum", "", 2, "E", "182.500", {"maximum": Decimal(100)}, "scores"
    )
    points = Finding("error", "not_a_number", "", 2, "C", "көп", {"field": "points"}, "scores")

    assert sheets.render_what(total, "ru") == "Общий балл 182,5, а максимум 100."
    assert [sheets.render_what(points, lang) for lang in LANGS] == [
        "«Ұпай» бағанында сан болуы керек, ал «көп» – сан емес.",
        "В столбце «Баллы» нужно число, а «көп» – не число.",
        'The column "Points" wants a number; "көп" is none.',
    ]


def test_without_a_near_match_none_is_promised():
    found = Finding("error", "unknown_entry", "", 2, "A", "e8", {"suggestion": None}, "marks")

    assert sheets.render_do(found, "en") == "Correct the code, or upload the entries first."


def test_a_field_is_called_by_its_label():
    found = Finding("error", "missing_column", "", 1, None, "", {"field": "mark"}, "marks")

    assert sheets.render_what(found, "kk") == "«Баға» бағаны табылмады."


def test_an_unknown_word_is_answered_with_the_word_it_resembles():
    near, far = (
        Finding("error", "unknown_choice", "", 2, "A", "worldskils", {"suggestion": word})
        for word in ("worldskills", None)
    )

    assert [sheets.render_do(near, lang) for lang in LANGS] == [
        "Үлгідегі сөздердің бірін жазыңыз. Мүмкін, мынау: worldskills",
        "Напишите одно из слов шаблона. Возможно, имелось в виду: worldskills",
        "Write one of the words of the template. Did you mean: worldskills",
    ]
    assert sheets.render_do(far, "en") == "Write one of the words of the template."

"""Which kind a sheet is shows in its header, in any language and without codes too."""

import pytest

from kasipkor_core import sheets
from kasipkor_core.reading import read_grid

HEADERS = [
    ("scores", "№;Қатысушының аты-жөні;Өңірі;Барлығы"),
    ("scores", "№;Ф.И.О. участника;Регион;Колледж;Всего баллов"),
    ("scores", "Код;ФИО;A;B;C;Итого"),
    ("scores", "Competitor;Total"),
    ("marks", "Участник;Аспект;Судья 1;Судья 2;Судья 3"),
    ("entries", "Код;Ф.И.О.;Регион;Колледж"),
    ("experts", "№;Ф.И.О. эксперта;Регион;Организация;Роль"),
    ("experts", "Ф.И.О. эксперта;Организация"),
    ("participants", "№;Организация;Ф.И.О.;Профессия;Телефон;Область"),
]


def make_grid(header):
    rows = [header, *3 * [";".join("1" for _ in header.split(";"))]]
    return read_grid("\n".join(rows).encode())


@pytest.mark.parametrize(("kind", "header"), HEADERS)
def test_a_header_as_offices_write_it_says_the_kind(kind, header):
    assert sheets.guess_kind(make_grid(header)) == kind


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("kind", sheets.list_kinds())
def test_the_columns_of_a_kind_in_every_language_say_that_kind(kind, lang):
    fields = sheets.read_format(kind).fields
    header = ";".join((getattr(field, lang) or (field.name,))[0] for field in fields)

    assert sheets.guess_kind(make_grid(header)) == kind

"""The title of the team table: who leads in the order that was chosen."""

import pyarrow as pa
import pytest

from kasipkor_core.ui.awards import find_title


def teams(*rows):
    names = ("region_name", "place_medal_points", "medal_points")
    means = ("place_average_scale_points", "average_scale_points")
    return pa.Table.from_pylist([dict(zip(names + means, row, strict=True)) for row in rows])


@pytest.mark.parametrize(
    ("order", "lang", "title"),
    [
        ("medal_points", "kk", "Абай 25 медаль ұпайымен көш бастап тұр"),
        ("medal_points", "ru", "Лидирует Абай, медальных баллов: 25"),
        ("average_scale_points", "kk", "Жетісу орта есеппен 712,50 шкала ұпайымен көш бастап тұр"),
        ("average_scale_points", "en", "Жетісу leads with a mean of 712.50 scale points"),
    ],
)
def test_the_title_names_the_leader_of_the_chosen_order_and_its_number(order, lang, title):
    table = teams(("Абай", 1, 25, 2, 700.0), ("Жетісу", 2, 20, 1, 712.5))

    assert find_title(table, order, lang) == title


def test_a_shared_lead_is_called_shared():
    table = teams(("Абай", 1, 25, 1, 700.0), ("Жетісу", 1, 25, 2, 690.0))

    assert [find_title(table, "medal_points", lang) for lang in ("kk", "ru", "en")] == [
        "2 команда бірінші орынды бөлісті, медаль ұпайы: 25",
        "Первое место делят 2 команды, медальные баллы: 25",
        "2 teams share the first place, medal points: 25",
    ]


def test_without_points_nobody_leads():
    assert find_title(teams(("Абай", 1, 0, 1, None)), "medal_points", "en") == (
        "No team has points yet"
    )

"""How the judges' statistics are said and drawn: no blame, no certainty that is not there."""

from decimal import Decimal

import pyarrow as pa
import pytest

from kasipkor_core import charts
from kasipkor_core.ui import judges


def row(name, mean, margin, note, entries=15):
    return {
        "name": name,
        "mean_difference": Decimal(mean),
        "interval_low": Decimal(mean) - Decimal(margin),
        "interval_high": Decimal(mean) + Decimal(margin),
        "note": note,
        "entries": entries,
    }


PANEL = [
    row("Бірінші", "2.50", "1.00", "lenient"),
    row("Екінші", "-0.25", "1.50", "within_chance"),
    row("Үшінші", "-2.25", "1.25", "severe"),
]


@pytest.mark.parametrize(
    ("rows", "lang", "title"),
    [
        (PANEL, "kk", "3 төрешінің 2-сі басқалардан бөлек"),
        (PANEL, "ru", "2 судьи из 3 отличаются от остальных"),
        (PANEL[:2], "en", "1 of 2 judges stands apart from the others"),
        (PANEL[1:2], "en", "1 judge, no difference beyond chance"),
        (
            [row("А", "9", "1", "few_entries", 4)],
            "en",
            "Too few participants to compare the judges",
        ),
        ([], "en", "Nothing to compare: one judge an entry"),
    ],
)
def test_the_title_says_how_many_judges_stand_apart(rows, lang, title):
    assert judges.find_title(rows, lang) == title


def test_a_small_sample_is_warned_of_and_no_result_is_said_to_follow():
    few = judges.explain([{**PANEL[1], "entries": 8}], "en")
    many = judges.explain(PANEL, "en")

    assert (
        few[0]
        == many[0]
        == ("The official result is not adjusted: nothing here changes a mark or a place.")
    )
    assert few[1].startswith("Small sample: 8 participants.")
    assert len(many) == len(few) - 1


def values_of(spec, layer):
    """Return the rows that a layer draws."""
    return spec["datasets"][layer["data"]["name"]]


def test_zero_lies_in_the_middle_and_who_stands_apart_has_another_shape():
    spec = charts.severity(pa.Table.from_pylist(PANEL), lang="kk", theme="light")
    zero, ranges, dots, _ = spec["layer"]
    low, high = zero["encoding"]["x"]["scale"]["domain"]
    values = values_of(spec, ranges)

    assert low == -high
    assert high > 3.5
    assert [one["apart"] for one in values] == [True, False, True]
    assert [one["mean"] for one in values] == ["+2,50", "−0,25", "−2,25"]
    assert dots["encoding"]["shape"]["scale"]["range"] == ["circle", "diamond"]


def test_no_judges_make_an_empty_chart_and_no_error():
    empty = pa.Table.from_pylist(PANEL[:1]).slice(0, 0)

    spec = charts.severity(empty, lang="ru", theme="dark")

    assert values_of(spec, spec["layer"][1]) == []

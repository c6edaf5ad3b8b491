"""Targets that an administrator sets: a fact like every other, before the target of the text."""

import pytest

from kasipkor_core.store import (
    SheetRefused,
    append_publication,
    append_undo,
    read_head,
    show_view,
    verify,
)
from kasipkor_core.store.query import Reader
from tests.giving import give
from tests.ready import open_ready

VALUES = """indicator,region,period,numerator,denominator
IND-01,KZ-31,2022,31,58
IND-01,KZ-10,2022,9,10
IND-04,KZ-31,2022,29,100
"""
TARGETS = """Көрсеткіш,Өңір,Жыл,Мақсат,Дереккөз
IND-01,,2022,60,2022 жылғы жоспар
IND-01,Жамбыл облысы,2022,50,әкім қаулысы 12
IND-04,,2022,30,жоспар
IND-01,KZ,2022,70,жоспар
"""


@pytest.fixture(scope="module")
def store():
    """Batch 1: values; 2: targets of all regions, of one, of the country."""
    opened = open_ready()
    give(opened, VALUES, kind="indicators")
    give(opened, TARGETS, kind="targets")
    yield opened
    opened.close()


def show(store, view, *columns, as_of=None, audience="staff", **where):
    reader = Reader(as_of=as_of or read_head(store), audience=audience, lang="en")
    rows = show_view(store, view, where=where, reader=reader).to_pylist()
    return [tuple(row[column] for column in columns) for row in rows]


def standing(store, region, as_of=None):
    columns = ("target", "status", "target_rule", "target_grade")
    (row,) = show(store, "progress", *columns, as_of=as_of, indicator="IND-01", region=region)
    return row


def test_ind_01_a_set_target_goes_before_the_text_and_that_of_a_place_before_that_of_all(store):
    assert standing(store, "KZ-31") == (50, "met", "әкім қаулысы 12", "A")
    assert standing(store, "KZ-10") == (60, "met", "2022 жылғы жоспар", "A")
    assert standing(store, "KZ")[:2] == (70, "not_met")
    assert standing(store, "KZ-35")[:2] == (60, "no_data")


def test_as_it_stood_before_the_target_of_the_text_is_shown(store):
    assert standing(store, "KZ-31", as_of=1) == (55, "not_met", "001 §12", "S")


def test_ind_04_a_target_of_a_greatest_number_stays_one(store):
    (row,) = show(
        store, "progress", "target", "status", indicator="IND-04", region="KZ-31", period=2022
    )

    assert row == (30, "met")


@pytest.mark.long
def test_6_3_the_newest_target_counts_and_its_undo_brings_the_one_before_back(store):
    head = "indicator,region,year,target,source,former\n"
    give(store, head + "IND-01,KZ-31,2022,90,жаңа жоспар,2\n", kind="targets")
    set_by = read_head(store)
    newest = standing(store, "KZ-31")[:3]
    listed = show(
        store, "indicator_targets", "minimum", "is_latest", indicator="IND-01", region="KZ-31"
    )
    again = give_refused(store, head + "IND-01,KZ-31,2022,80,кеш қалған,2\n")
    problems = verify(store)
    append_undo(store, set_by, actor="admin", reason="қате")

    assert newest == (90, "not_met", "жаңа жоспар")
    assert listed == [(90, True), (50, False)]
    assert again == [("target_moved", "D2")]
    assert problems == []
    assert standing(store, "KZ-31")[:3] == (50, "met", "әкім қаулысы 12")
    assert verify(store) == []


def give_refused(store, text):
    with pytest.raises(SheetRefused) as refused:
        give(store, text, kind="targets")
    return [(one.code, one.cell) for one in refused.value.findings if one.severity == "error"]


@pytest.mark.long
def test_the_public_sees_a_target_once_its_year_is_published_and_never_who_set_it(store):
    before = show(store, "indicator_targets", "minimum", audience="public")
    append_publication(store, ["indicators:2022"], as_of=read_head(store), actor="admin")
    after = show(store, "indicator_targets", "minimum", "actor", audience="public", region="KZ-31")

    assert (before, after) == ([], [(50, None)])


@pytest.mark.long
def test_a_changed_target_breaks_the_chain():
    opened = open_ready()
    give(opened, TARGETS, kind="targets")
    opened.connection.execute("update ledger.indicator_target set minimum = 1 where region = 'KZ'")
    found = [problem.batch_no for problem in verify(opened)]
    opened.close()

    assert found == [1]

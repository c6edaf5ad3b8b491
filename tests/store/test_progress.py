"""Indicators and centres on their way from a file to the view, and what verify sees of them."""

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
from tests.ready import lend

VALUES = """Көрсеткіш,Өңір,Жыл,Алымы,Бөлімі,Дереккөз
IND-01,Жамбыл облысы,2022,31,58,басқарма
Инклюзивті білім беру үшін жағдай жасаған ұйымдардың үлесі,Абай облысы,2022,9,10,басқарма
IND-02,Жамбыл облысы,2023/24,7992,20000,басқарма
tvet_organisations,Қазақстан,2022,718,,ҰСБ
"""
CENTRES = """Колледж,Өңір,Тармақ,Күйі,Растайтын құжат,Тексерілген күні
Тараз колледжі,Жамбыл облысы,CC-03,бар,,01.06.2022
Тараз колледжі,Жамбыл облысы,Отдельный корпус или блок,жоқ,,01.06.2022
Тараз колледжі,Жамбыл облысы,CC-41.12,қажет емес,,01.06.2022
"""


def write(store):
    """Batch 1: indicators of two years; 2: a centre."""
    give(store, VALUES, kind="indicators")
    give(store, CENTRES, kind="centres")


written = lend("progress_written", write)


def show(store, view, *columns, audience="staff", **where):
    reader = Reader(as_of=read_head(store), audience=audience, lang="en")
    rows = show_view(store, view, where=where, reader=reader).to_pylist()
    return [tuple(row[column] for column in columns) for row in rows]


def test_a_sheet_of_indicators_reaches_the_view(written):
    rows = show(
        written, "progress", "region", "period", "status", "still_needed", origin="reported"
    )

    assert rows == [
        ("KZ-10", 2022, "met", 0),
        ("KZ-31", 2022, "not_met", 1),
        ("KZ-31", 2023, "not_met", 8),
        ("KZ", 2022, "no_target", None),
    ]


def test_the_country_comes_from_the_regions_and_silent_ones_stay(written):
    rows = show(written, "progress", "region_name", "numerator", indicator="IND-01")

    assert len(rows) == 21
    assert rows[0] == ("Republic of Kazakhstan", 40)


def test_a_sheet_of_centres_reaches_the_view(written):
    columns = ("organisation", "region", "profile", "satisfied", "required", "steps_required")

    assert show(written, "centre_readiness", *columns) == [
        ("Тараз колледжі", "KZ-31", "004+001", 1, 11, 21)
    ]


def test_a_centre_of_a_known_organisation_needs_no_region(store):
    give(store, "name,region\nТараз колледжі,KZ-31\n", kind="organisations")
    give(store, "organisation,item,state\nТараз колледжі,CC-11,бар\n", kind="centres")

    assert show(store, "centre_readiness", "region") == [("KZ-31",)]


@pytest.mark.long
def test_each_year_is_published_on_its_own(written):
    append_publication(written, ["indicators:2023"], as_of=1, actor="office")

    assert show(written, "progress", "period", audience="public", origin="reported") == [(2023,)]
    assert show(written, "centre_readiness", "region", audience="public") == []


def test_a_second_sheet_with_the_same_value_is_refused_and_a_correction_replaces_it(written):
    again = "indicator,region,period,numerator,denominator\nIND-01,KZ-31,2022,32,58\n"
    with pytest.raises(SheetRefused) as refused:
        give(written, again, kind="indicators")
    receipt = give(written, again, kind="indicators", replaces="yes")

    assert {found.code for found in refused.value.findings} == {"already_reported"}
    assert receipt.replaced == 1
    assert show(written, "progress", "period", "status", origin="reported") == [
        (2022, "met"),
        (2023, "not_met"),
    ]


def test_an_undone_sheet_of_centres_leaves_no_centre(written):
    append_undo(written, 2, actor="office", reason="wrong file")

    assert show(written, "centre_readiness", "organisation") == []


@pytest.mark.long
def test_an_untouched_ledger_of_progress_holds(written):
    assert verify(written, all_contests=True) == []


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("sql", "batch_no"),
    [
        ("update ledger.indicator_value set numerator = 32 where numerator = 31", 1),
        ("update ledger.indicator_value set source = 'x' where period = 2023", 1),
        ("delete from ledger.indicator_value where region = 'KZ-10'", 1),
        ("update ledger.centre_item set state = 'done' where state = 'missing'", 2),
        ("update ledger.centre_item set valid_to = date '2030-01-01'", 2),
        ("insert into ledger.centre_item from ledger.centre_item limit 1", 2),
    ],
)
def test_a_change_behind_the_back_of_the_ledger_is_found(written, sql, batch_no):
    written.cursor().execute(sql)

    assert [(p.batch_no, p.what) for p in verify(written)] == [(batch_no, "its facts")]

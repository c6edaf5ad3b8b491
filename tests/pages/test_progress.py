"""The screens of progress: the title finds, the address keeps, what is missing is said."""

import pytest

from tests.giving import CONTESTS, give
from tests.pages.test_pages import open_page

HEAD = "indicator,region,period,numerator,denominator,organisation,as_of,source\n"
INDICATORS = HEAD + (
    "IND-01,KZ-31,2024,25,31,,2024-12-20,report\n"
    "IND-01,KZ-35,2024,40,40,,2024-12-20,report\n"
    "IND-01,KZ-35,2025,39,40,,2025-12-20,report\n"
    "IND-01,KZ-35,2025,1,1,Қарағанды көлік колледжі,2025-12-20,report\n"
    "IND-03,KZ-31,2024,10,40,,2024-12-20,report\n"
    "IND-12,KZ-31,2024,3,,,2024-12-20,report\n"
    "IND-12,KZ-35,2024,5,,,2024-12-20,report\n"
)
CENTRES = """organisation,region,item,state,evidence,basis,done_on,checked_on
Тараз колледжі,KZ-31,CC-04,done,акт,,,2026-11-16
Тараз колледжі,KZ-31,CC-41.1,done,,,2026-01-10,2026-11-16
Тараз колледжі,KZ-31,CC-41.12,not_applicable,,,,2026-11-16
"""
REGIONS, CENTRES_PAGE = "progress/regions.py", "progress/centres.py"


@pytest.fixture
def reported(store):
    give(store, CONTESTS, kind="contests")
    give(store, INDICATORS, kind="indicators")
    return store


def title_of(store, path=REGIONS, **query):
    return open_page(store, path, **query).title[0].value


@pytest.mark.long
def test_the_title_counts_the_regions_that_miss_the_target_in_the_readers_language(reported):
    assert [title_of(reported, year="2024", lang=lang) for lang in ("kk", "ru", "en")] == [
        "1 өңір 85\xa0% мақсатқа жетпей тұр",
        "1 регион не достиг цели 85\xa0%",
        "1 region is short of the 85% target",
    ]


@pytest.mark.long
def test_a_chosen_region_is_the_title_and_its_card_says_what_is_missing_with_case_endings(reported):
    page = open_page(reported, REGIONS, year="2024", region="KZ-31")
    said = " ".join(one.value for one in page.markdown)

    assert page.title[0].value == "Жамбыл: 80,6\xa0%, мақсат 85\xa0%"
    assert "2024 жылы мақсатқа 2 ұйым жетпеді: 31‑дің 25‑і" in said


@pytest.mark.long
def test_an_indicator_without_target_in_other_units_or_of_dates_says_what_it_is(reported):
    assert [
        title_of(reported, indicator=code, year="2024", lang="kk")
        for code in ("IND-03", "IND-12", "IND-07", "IND-19")
    ] == [
        "Ел бойынша 25,0\xa0%, мақсат қойылмаған",
        "1 өңір мақсатқа жетпей тұр: 5 колледж",
        "Кәсіпорын өтінімдері: дерек әлі жоқ",
        "Ұлттық біліктілік тестілеу кезеңдері: 3 кезең, соңғы күні – 30\xa0қараша\xa02022",
    ]


@pytest.mark.long
def test_an_organisation_that_reports_by_itself_is_listed_in_its_region_only(reported):
    def tables(region):
        page = open_page(reported, REGIONS, year="2025", region=region, lang="en")
        return any("progress_organisations" in one.proto.body for one in page.get("html"))

    assert [tables("KZ-35"), tables("KZ-31")] == [True, False]


@pytest.mark.long
def test_a_choice_of_the_page_goes_into_the_address_and_the_default_leaves_it(reported):
    page = open_page(reported, REGIONS, lang="en")
    page.selectbox(key="choice_indicator").set_value("IND-12").run()
    chosen = dict(page.query_params)
    page.selectbox(key="choice_indicator").set_value("IND-01").run()

    assert (chosen, dict(page.query_params)) == (
        {"lang": "en", "indicator": "IND-12"},
        {"lang": "en"},
    )


def test_an_empty_ledger_still_says_what_to_do(store):
    page = open_page(store, REGIONS, lang="en")

    assert page.title[0].value.startswith("No data yet")
    assert any("Upload a sheet of indicators" in one.value for one in page.markdown)


@pytest.mark.long
def test_a_centre_is_told_with_what_it_lacks_in_words_and_steps_that_do_not_apply(store):
    give(store, CENTRES, kind="centres")
    page = open_page(store, CENTRES_PAGE, lang="kk")
    said = " ".join(one.proto.body for one in page.get("html"))

    assert page.title[0].value == "Тараз колледжі: 11 шарттың 1‑і орындалды"
    assert "◆ Лицензияның көшірмесі" in said
    assert "Халықаралық бағалау <small>1 / 21</small>" in said
    assert 'class="k-not-applicable k-if"' in said


def test_without_centres_the_accreditors_are_there_all_the_same(store):
    page = open_page(store, CENTRES_PAGE, lang="en", industry="5")

    assert page.title[0].value == "No competence centre has reported yet"
    assert page.selectbox(key="choice_industry").value == "5"

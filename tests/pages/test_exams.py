"""Demonstration exams on the screen: findings, trouble first, passports, the operator's file."""

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import charts, house, ui
from kasipkor_core.store import MEMORY, Store
from kasipkor_core.ui import exam_passports, exams
from tests.exams import ABSENT, CONTEST, lay_result, open_exam, sign

PAGE = str(house.ROOT / "pages" / "progress" / "exams.py")
EXPIRED = {"certificate_to": "2022-05-31"}
HELD_UP = "demo-exam-2022-college-KZ-10-екінші-15"


@pytest.fixture(scope="module")
def ledger():
    """Return a signed exam with a number, an absent and a freed person, and one that is held up."""
    free = {"person": "P-1", "name": "Еркін Сынақ", "is_present": False}
    ledger = open_exam({"score": 91, "name": "Айша Серік"}, {"score": 40}, ABSENT, free)
    ledger.decide("award", "SP-77", entry_no=1, contest_no=1)
    sign(ledger)
    lay_result(ledger, 9, "gold", person="P-1", contest="worldskills-2022-republic-10")
    return open_exam(
        {"score": 55, **EXPIRED},
        ledger=ledger,
        number=2,
        contest=HELD_UP,
        region="KZ-10",
        unit="15",
        organisation="Екінші",
    )


def open_page(ledger, **query):
    ui.use_store(Store(MEMORY, ledger.con))
    page = AppTest.from_file(PAGE, default_timeout=30)
    for name, code in query.items():
        page.query_params[name] = code
    page = page.run()
    assert not page.exception
    return page.title[0].value, "".join(one.proto.body for one in page.get("html"))


@pytest.mark.long
def test_de_19_the_title_names_the_examinees_whose_site_had_no_accreditation(ledger):
    title, html = open_page(ledger)

    assert title == "1 емтихан алушы паспорт алмайды: алаң аккредиттелмеген"
    assert html.index('"exam_sites"') < html.index('"exams"')
    assert html.index(">Екінші<") < html.index(">Колледж</a>")
    assert "куәлік мерзімі 31\u00a0мамыр\u00a02022 аяқталған" in html


@pytest.mark.long
def test_the_filters_leave_one_region_and_a_season_without_exams_says_what_to_do(ledger):
    title, html = open_page(ledger, region="KZ-75", measure="colleges", lang="en")
    nothing, _ = open_page(ledger, season="1999", lang="ru")

    assert title == "3 persons get a Skills Passport"
    assert 'data-testid="exam_sites"' not in html
    assert nothing == "Демонстрационных экзаменов с таким фильтром нет"


@pytest.mark.long
def test_de_12_de_14_passports_have_their_status_and_the_reason_with_its_rule(ledger):
    title, html = open_page(ledger, part="passports", contest=CONTEST, lang="en")

    assert title == "1 of 3 Skills Passports have a number"
    assert ("SP-77" in html, "took the exam · DE-12" in html) == (True, True)
    assert ("high score" in html, "did not come · DE-12" in html) == (True, True)
    assert "freed from the exam: championship · DE-14" in html


@pytest.mark.long
def test_de_14_who_is_freed_stands_with_the_award(ledger):
    title, html = open_page(ledger, part="exempt", lang="en")

    assert title == "1 student gets the passport without the exam"
    assert ("k-gold" in html, "frees from the exam · DE-14" in html) == (True, True)


@pytest.mark.long
def test_oq_08_the_file_for_the_operator_has_the_columns_of_the_ruleset(ledger):
    open_page(ledger, part="passports")
    who = ui.Visitor("kk", "local", "staff", ledger.batch_no, ())
    rows = exam_passports.list_passports(who, exams.find_season(who))
    table = exam_passports.make_export(who, rows)

    assert table.column_names[:4] == ["Емтихан", "Өңір", "Ұйым", "Емтихан алушы"]
    assert table["Паспорт нөмірі"].to_pylist() == ["SP-77", None, None]
    assert exam_passports.pivot([]).num_columns == 0


def test_somebody_must_act_where_a_number_is_shared_or_a_name_waits_for_a_person():
    plain = {
        "is_to_confirm": False,
        "is_number_shared": False,
        "reason": "examinee",
        "eligible": True,
        "number": "1",
        "is_final": True,
    }
    cases = {
        "numbered": {},
        "act": {"is_number_shared": True},
        "final": {"number": None},
        "waiting": {"number": None, "is_final": False},
        "none": {"eligible": False, "reason": "absent"},
    }

    assert [exam_passports.find_status(plain | more) for more in cases.values()] == list(cases)


def test_long_names_of_competencies_are_wrapped_and_their_rows_are_higher():
    row = {"code": "09", "name": "Бағдарламалық қосымшаларды әзірлеу", "figure": "60,0"}
    row |= {"low": 40.2, "mean": 60.0, "high": 90.5, "span": "40–90", "people": "3"}
    wide, narrow = (
        charts.point_ranges([row], lang="kk", theme="light", narrow=one) for one in (False, True)
    )

    assert (wide["height"], narrow["height"]) == (74, 106)

"""Demonstration exams from their files to passports: import, block, signature, export, proof."""

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    SheetRefused,
    append_decision,
    append_publication,
    append_undo,
    read_now,
    show_view,
    verify,
)
from tests.giving import give

CONTESTS = """programme,season,level,region,organisation,unit,starts_on,ends_on
демонстрациялық емтихан,2022,колледж,Алматы қ.,Тау колледжі,17,10.06.2023,11.06.2023
worldskills,2022,republic,,,17,10.11.2022,18.11.2022
"""
EXAM = "demo-exam-2022-college-KZ-75-тау_колледжі-17"
REPUBLIC = "worldskills-2022-republic-17"
ENTRIES = f"""contest,entry,name,person,region
{REPUBLIC},r1,Ким Дана,P-7,KZ-75
{REPUBLIC},r2,Сейтов Болат,P-8,KZ-71
"""
EXAMS = """Емтихан,Емтихан алушы,Person,WSK түрі,Алаң,Сертификат с,Сертификат до,Балл,Явка,Студент
{0},Әлиева Айгерім,,иә,Тау алаңы,01.09.2022,{1},"91,20",иә,иә
{0},Оспанов Ерлан,,иә,Тау алаңы,01.09.2022,{1},0,иә,иә
{0},Ким Дана,P-7,иә,,,,,жоқ,иә
{0},К-04,,иә,Тау алаңы,01.09.2022,{1},,жоқ,иә
"""
EXPIRED, VALID = EXAMS.format(EXAM, "31.05.2023"), EXAMS.format(EXAM, "31.08.2023")


def sign(store, contest):
    append_decision(store, "sign_off", subject=contest, value="signed", actor="chief", reason="all")


def show(store, view, *columns, audience="staff"):
    reader = read_now(store, audience=audience)
    rows = show_view(store, view, where={"contest": EXAM}, reader=reader).to_pylist()
    return [tuple(row[name] for name in columns) if columns else row for row in rows]


@pytest.fixture
def opened(store):
    """Batch 1: the exam and a championship, won by one of the examinees."""
    give(store, CONTESTS, kind="contests")
    give(store, ENTRIES, kind="entries")
    give(store, "entry,total\nr1,90\nr2,70\n", kind="scores", contest=REPUBLIC)
    sign(store, REPUBLIC)
    return store


@pytest.mark.long
def test_ex_38_de_19_a_blocked_exam_is_saved_and_not_signed_until_its_site_is_accredited(opened):
    first = give(opened, EXPIRED, kind="exams")
    with pytest.raises(Refused) as refused:
        sign(opened, EXAM)
    with pytest.raises(SheetRefused):
        give(
            opened,
            f"kind,subject,value,who,reason\nsign_off,{EXAM},signed,chief,all\n",
            kind="decisions",
        )
    give(opened, VALID, kind="exams", replaces="yes")
    sign(opened, EXAM)

    assert {found.code for found in first.findings} >= {"site_not_accredited"}
    assert "2" in str(refused.value)
    assert show(opened, "exams", "state", "passports") == [("finalised", 3)]


@pytest.mark.long
def test_files_become_passports_and_a_file_for_the_operator(opened):
    number = give(opened, VALID, kind="exams").batch_no
    before = show(opened, "passport_export")
    sign(opened, EXAM)
    append_decision(
        opened, "award", subject=f"{EXAM}/examinee-01", value="WSK-1", actor="edu", reason="letter"
    )

    assert len(before) == 1  # who is freed waits for no exam
    assert show(opened, "passports", "examinee", "basis", "reason", "number") == [
        ("examinee-01", "exam", "examinee", "WSK-1"),
        ("examinee-02", "exam", "examinee", None),
        ("examinee-03", "championship", "exempt", None),
        ("К-04", None, "absent", None),
    ]
    rows = show(opened, "passport_export", "Емтихан алушы", "Балл", "Балл туралы сөз", "Негізі")
    assert rows == [
        ("Әлиева Айгерім", "91.20", None, "exam"),
        ("Оспанов Ерлан", "0.00", None, "exam"),
        ("Ким Дана", None, "жоғары балл", "championship"),
    ]
    assert verify(opened, all_contests=True) == []
    append_publication(opened, [EXAM], as_of=opened_head(opened), actor="publisher")
    assert show(opened, "passports", "name", audience="public")[0] == ("examinee-01",)
    append_undo(opened, number, actor="organiser", reason="wrong file")
    assert show(opened, "passports", "name") == []
    assert verify(opened, all_contests=True) == []


@pytest.mark.long
def test_a_corrected_sheet_finds_the_same_codes_and_a_changed_byte_is_found(opened):
    give(opened, VALID, kind="exams")
    with pytest.raises(SheetRefused) as refused:
        give(opened, VALID.replace("91,20", "91,30"), kind="exams", name="again.csv")
    give(opened, VALID.replace("91,20", "91,30"), kind="exams", replaces="yes")
    shown = show(opened, "passports", "examinee", "score")
    opened.cursor().execute("update ledger.exam_result set score = 99 where score > 90")
    errors = {found.code for found in refused.value.findings if found.severity == "error"}

    assert errors == {"already_examined"}
    assert [code for code, _ in shown] == ["examinee-01", "examinee-02", "examinee-03", "К-04"]
    assert float(shown[0][1]) == 91.3
    assert [problem.what for problem in verify(opened)] != []


def opened_head(store):
    return read_now(store).as_of

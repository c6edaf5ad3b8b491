"""A small ledger for the browser: contests being marked, published and to come, a vacancy."""

from kasipkor_core.store import append_decision, append_publication, open_store, read_head
from tests.giving import give
from tests.vacancy import ANSWER, NEEDED, announce

BOARD, UPLOAD, UNDO, STYLE = (
    f"worldskills-2026-oblast-KZ-{code}-17" for code in ("75", "35", "61", "19")
)
PUBLISHED = "worldskills-2026-republic-09"
VACANCY = "vacancy-2025-college-KZ-43-264_мектеп-педагог_ассистент"
REGION = "KZ-75"
MARKED = (BOARD, UPLOAD, UNDO, STYLE)
NAMES = ("Айша Серікова", "Болат Жұмабек", "Дана Оспан", "Ерлан Қасым", "Гүлім Тәжі", "Иван Ким")
ENTRIES = ("01", "02", "03", "04", "05", "06")
FIRST_MARKS = (18, 17, 16, 15, 14, 13)  # in each of the first four aspects of 20 points
LAST_MARKS = (0, 5, 10, 15, 18, 20)  # turn the order round
_CONTESTS = """programme,season,level,region,unit,ruleset,starts_on,ends_on,host
worldskills,2026,oblast,KZ-75,17,worldskills-demo,2026-11-18,2026-11-22,
worldskills,2026,oblast,KZ-35,17,worldskills-demo,2026-11-18,2026-11-22,
worldskills,2026,oblast,KZ-61,17,worldskills-demo,2026-11-18,2026-11-22,
worldskills,2026,oblast,KZ-19,17,worldskills-demo,2026-11-18,2026-11-22,
worldskills,2026,republic,,09,worldskills-demo,2026-11-18,2026-11-22,KZ-71
worldskills,2026,republic,,33,worldskills-demo,2027-11-18,2027-11-22,KZ-71
"""
_SCHEME = "sub_criterion,name,day,type,aspect,description,wsos_section,max_mark\n" + "".join(
    f"A1,Жұмыс,1,M,A1.M{number},{number}-жұмыс,1,20\n" for number in range(1, 6)
)
_DISAGREED = "entry,aspect,judge,mark\n01,A1.M1,Екінші төреші,5\n"  # another judge gave 18

INDICATORS = """indicator,region,period,numerator,denominator
IND-01,KZ-75,2023,31,40
IND-01,KZ-75,2024,33,40
IND-01,KZ-35,2024,40,40
IND-12,KZ-35,2024,3,
"""
EXAM = "demo-exam-2026-college-KZ-75-алматы_көлік_колледжі-10"
EXAMS = """programme,season,level,region,organisation,unit,starts_on,ends_on
demo-exam,2026,college,KZ-75,Алматы көлік колледжі,10,2026-10-05,2026-10-05
"""
EXAMINEES = """contest,examinee,wsk_type,site,certificate_from,certificate_to,score,present,student
EXAM,Айша Серікова,yes,№1 шеберхана,2025-09-01,2027-08-31,81.50,yes,yes
EXAM,Болат Жұмабек,yes,№2 шеберхана,2025-09-01,2026-08-31,64.20,yes,yes
EXAM,Дана Оспан,yes,,,,,no,yes
"""
TARGETS = """indicator,region,year,target,source
IND-01,KZ-75,2024,85,жоспар
"""
SCHEDULE = """no,industry,region,term,starts_on,ends_on,season
1,IT,KZ-75,қараша,2026-11-24,2026-11-28,2026
2,Қызмет көрсету,KZ-75,қараша,2026-11-24,2026-11-28,2026
3,Спорт,KZ-35,желтоқсан,,,2026
"""
CENTRES = """organisation,region,item,state
Алматы көлік колледжі,KZ-75,CC-04,done
Алматы көлік колледжі,KZ-75,CC-41.1,done
Алматы көлік колледжі,KZ-75,CC-41.13,not_applicable
"""


def marks(numbers, *aspects):
    """Return a sheet of marks: one number for each entry, the same in every aspect."""
    rows = [
        f"{entry},{aspect},Төреші,{number}\n"
        for aspect in aspects
        for entry, number in zip(ENTRIES, numbers, strict=True)
    ]
    return "entry,aspect,judge,mark\n" + "".join(rows)


LAST_SHEET = marks(LAST_MARKS, "A1.M5")
BROKEN_SHEET = marks(("25", "он", "10", "15", "18", "20"), "A1.M5") + "77,A1.M5,Төреші,3\n"


def make_ledger(path):
    """Write the ledger into a file; its last batch is the one that the undo is tried on."""
    store = open_store(path)
    try:
        give(store, _CONTESTS, kind="contests")
        give(store, _repeat(_SCHEME), kind="scheme")
        give(store, _repeat(_list_entries()), kind="entries")
        first = marks(FIRST_MARKS, *(f"A1.M{number}" for number in range(1, 5)))
        give(store, _repeat(first), kind="marks")
        give(store, _DISAGREED, kind="marks", contest=STYLE)
        _publish(store, PUBLISHED)
        _open_vacancy(store)
        give(store, INDICATORS, kind="indicators")
        give(store, TARGETS, kind="targets")
        give(store, CENTRES, kind="centres")
        _hold_exam(store)
        give(store, SCHEDULE, kind="schedule")
        give(store, LAST_SHEET, kind="marks", contest=UNDO, name="marks-last.csv")
    finally:
        store.close()


def _repeat(sheet):
    """Return a sheet for all contests: the rows again under each contest's id."""
    head, *rows = sheet.splitlines()
    lines = [f"{contest},{row}" for contest in (*MARKED, PUBLISHED) for row in rows]
    return "\n".join([f"contest,{head}", *lines]) + "\n"


def _list_entries():
    rows = [
        f"{entry},{name},KZ-75,{'yes' if entry == '06' else 'no'}\n"
        for entry, name in zip(ENTRIES, NAMES, strict=True)
    ]
    return "entry,name,region,guest\n" + "".join(rows)


def _publish(store, contest):
    give(store, LAST_SHEET, kind="marks", contest=contest)
    append_decision(
        store, "sign_off", subject=contest, value="chief_expert", actor="chief", reason="complete"
    )
    append_publication(store, [contest], as_of=read_head(store), actor="chief")


def _hold_exam(store):
    """Hold an exam: one examinee at a site without accreditation, one person is freed."""
    give(store, EXAMS, kind="contests")
    give(store, EXAMINEES.replace("EXAM", EXAM), kind="exams")
    append_decision(
        store,
        "waiver",
        subject=f"{EXAM}/examinee-03",
        value="championship",
        actor="organiser",
        reason="хаттама 2",
    )


def _open_vacancy(store):
    """Announce a post and take two candidates in: one is verified, one has no letter."""
    announce(store, "Педагог-ассистент,№264 мектеп,Қызылорда облысы,1,04.03.2025")
    append_decision(
        store, "reading", subject=VACANCY, value="all", actor="organiser", reason="протокол 1"
    )
    lines = (
        ("education", "tve", "2", "1"),
        ("volunteering", "", "1", "1"),
        ("degree", "жоқ", "", ""),
    )
    rows = [f"18,{name},{option},,,{said},{seen}," for name, option, said, seen in lines]
    papers = [f",document_{number},бар,,10.03.2025,,," for number in NEEDED]
    absent = [*papers[:-1], f",document_{NEEDED[-1]},жоқ,,,,,"]
    sheet = [f"{VACANCY},Әлия Нұр,{row}" for row in [*rows, *papers]]
    sheet += [f"{VACANCY},Болат Ер,{row}" for row in [*rows, *absent]]
    give(store, ANSWER + "\n".join(sheet) + "\n", kind="candidates")

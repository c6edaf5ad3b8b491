"""Broken schedules and events: one file for every check of the calendar."""

from tests.kit import Ledger

HEAD = "№,Сала атауы,Аймақ,Мерзімі,Басталуы,Аяқталуы,Оқу жылы\n"
EVENTS = "Бағдарлама,Атауы,Мерзімі,Басталуы,Аяқталуы,Оқу жылы\n"
INDUSTRIES = (
    "Мұнай-газ", "Көлік және байланыс", "Инженерлік", "Құрылыс", "Ауылшаруашылық", "Энергетика",
    "Педагогика", "Тау-кен", "Қызмет көрсету", "IT", "Денсаулық сақтау", "Спорт",
    "Өнер және мәдениет",
)  # fmt: skip


def make_world():
    """A ledger whose school year 2021 has one planned contest and one event."""
    ledger = Ledger()
    subjects = {1: "schedule:teacher-skill-2021", 2: "schedule:other-2021"}
    for number, subject in subjects.items():
        ledger.register(subject, contest_no=number)
    ledger.lay("schedule_item", {"season": 2021, "unit": "sport", "region": "KZ-75"})
    ledger.lay("event", {"contest_no": 2, "season": 2021, "event": "Білім күні"})
    return ledger


def write(*changed, count=13, season="2022"):
    """Return a schedule of 13 rows; ``changed`` rows take the place of the first ones."""
    rows = [
        f"{number},{industry},Атырау облысы,қазан,,,{season}"
        for number, industry in enumerate(INDUSTRIES[:count], start=1)
    ]
    return HEAD + "\n".join([*changed, *rows[len(changed) :]]) + "\n"


FIRST = "1,Мұнай-газ,{region},{term},{first},{last},2022"


def change(region="Атырау облысы", term="қазан", first="", last=""):
    """Return a schedule whose first row is changed."""
    return write(FIRST.format(region=region, term=term, first=first, last=last))


CLASHING = (
    "1,Мұнай-газ,KZ-23,қазан,2022-10-03,2022-10-07,2022",
    "2,Спорт,KZ-23,қазан,2022-10-07,2022-10-11,2022",
)
CASES = [
    ("not_a_term", "schedule", change(term="күзде"), None, "D2"),
    ("not_a_term", "schedule", change(term="24-28 қазан"), None, "D2"),
    ("term_missing", "schedule", change(term=""), None, "D2"),
    ("term_missing", "events", EVENTS + "teacher-skill,Форум,,,,2022\n", None, "C2"),
    ("term_backwards", "schedule", change(term="қазан-қыркүйек"), None, "D2"),
    ("outside_school_year", "schedule", change(term="қазан 2023"), None, "D2"),
    ("outside_school_year", "schedule", change(term="", first="2021-10-03"), None, "E2"),
    ("out_of_window", "schedule", change(first="2022-10-31", last="2022-11-03"), None, "E2"),
    ("ends_before_start", "schedule", change(first="2022-10-07", last="2022-10-03"), None, "F2"),
    ("host_clash", "schedule", write(*CLASHING, count=11), None, "E3"),
    ("schedule_incomplete", "schedule", write(count=12), None, "B13"),
    (
        "number_repeated",
        "schedule",
        write("1,Мұнай-газ,KZ-23,қазан,,,2022", "1,Спорт,KZ-75,мамыр,,,2022"),
        None,
        "A3",
    ),
    ("number_repeated", "schedule", write("14,Мұнай-газ,KZ-23,қазан,,,2022"), None, "A2"),
    ("duplicate_row", "schedule", write("1,Спорт,KZ-23,қазан,,,2022"), None, "B13"),
    ("unknown_unit", "schedule", write("1,Зергерлік,KZ-23,қазан,,,2022"), None, "B2"),
    ("ambiguous_region", "schedule", change(region="Алматы"), None, "C2"),
    ("former_region", "schedule", change(region="Нұр-Сұлтан қ.", term="қараша"), None, "C2"),
    ("already_scheduled", "schedule", write(season="2021"), None, "B13"),
    ("already_scheduled", "events", EVENTS + "other,Білім күні,,2021-09-01,,\n", None, "B2"),
    ("season_assumed", "schedule", write(season=""), None, "G2"),
]
__all__ = ["CASES", "make_world"]

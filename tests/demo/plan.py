"""What the demonstration season holds: which skills, how far each has come, who signs."""

from dataclasses import dataclass

SEED = 20261121
SEASON = "2026"
HOST = "KZ-71"
FIRST_DAY, LAST_DAY = "2026-11-18", "2026-11-22"
REGIONS = [
    f"KZ-{code}" for code in (10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63)
] + ["KZ-71", "KZ-75", "KZ-79"]


@dataclass(frozen=True)
class Skill:
    """One republican contest."""

    unit: str
    family: str
    entries: int
    size: int = 60
    days: int = 3
    judged: int = 8
    team: bool = False
    state: str = "marking"  # planned, marking, marked, signed, published
    share: float = 0.85
    complete: float = 0.4
    tie: bool = False
    rescore: bool = False
    guests: int = 0
    alone: bool = False  # its marks come in sheets of their own

    @property
    def contest(self):
        return f"worldskills-{SEASON}-republic-{self.unit}"


SKILLS = (
    Skill("10", "engineering", 20, size=62, state="published", share=1, tie=True, alone=True),
    Skill("29", "service", 19, size=56, judged=12, state="published", share=1, guests=1),
    Skill("20", "building", 17, size=58, state="published", share=1),
    Skill("34", "kitchen", 20, size=60, judged=12, state="published", share=1, guests=1),
    Skill("33", "engineering", 20, size=64, state="signed", share=1),
    Skill("32", "kitchen", 18, size=56, judged=10, state="marked", share=1),
    Skill("04", "engineering", 16, size=66, team=True, share=0.92, complete=0.5),
    Skill("06", "engineering", 15, size=60, judged=5, share=0.78),
    Skill("09", "digital", 18, size=58, share=0.86, tie=True),
    Skill("15", "building", 17, size=62, judged=6, share=0.80),
    Skill("18", "building", 20, size=64, judged=7, share=0.95, complete=0.7),
    Skill("31", "service", 17, size=57, judged=11, share=0.74),
    Skill("39", "digital", 19, size=60, judged=5, share=0.90),
    Skill("54", "digital", 15, size=59, team=True, share=0.88, rescore=True),
    Skill("41", "care", 14, size=55, judged=12, state="planned"),
    Skill("27", "service", 12, size=55, judged=10, state="planned"),
    Skill("23", "engineering", 12, size=60, team=True, state="planned"),
    Skill("17", "digital", 20, size=220, share=0.94, complete=0.55, tie=True, guests=1, alone=True),
)

# Oblast stage: region -> the language of its sheets; three skills each.
OBLASTS = {"KZ-35": "kk", "KZ-55": "ru", "KZ-61": "kk"}
OBLAST_UNITS = {"10": "engineering", "17": "digital", "34": "kitchen"}
OBLASTS_TO_COME = (  # region, unit, first and last day
    ("KZ-10", "09", "2026-12-07", "2026-12-11"),
    ("KZ-75", "17", "2027-01-18", "2027-01-22"),
    ("KZ-63", "34", "2027-02-08", "2027-02-12"),
    ("KZ-39", "10", "2027-03-15", "2027-03-19"),
)
OBLAST_MAXIMA = {"A": 15, "B": 30, "C": 35, "D": 20}
PROFESSION = ("KZ-43", "education", 9)

HEADINGS = {
    "contest": {"kk": "Байқау", "ru": "Конкурс"},
    "entry": {"kk": "Қатысушы коды", "ru": "Код участника"},
    "name": {"kk": "Аты-жөні", "ru": "Ф.И.О."},
    "region": {"kk": "Өңір", "ru": "Регион"},
    "organisation": {"kk": "Ұйым", "ru": "Организация"},
    "guest": {"kk": "Қонақ", "ru": "Гость"},
    "status": {"kk": "Мәртебесі", "ru": "Статус"},
    "role": {"kk": "Рөлі", "ru": "Роль"},
    "judge": {"kk": "Төреші", "ru": "Эксперт"},
    "aspect": {"kk": "Аспект", "ru": "Аспект"},
    "mark": {"kk": "Баға", "ru": "Оценка"},
    "total": {"kk": "Барлығы", "ru": "Итого"},
    "decision": {"kk": "Шешім түрі", "ru": "Вид решения"},
    "subject": {"kk": "Не туралы", "ru": "О чём"},
    "value": {"kk": "Мәні", "ru": "Значение"},
    "who": {"kk": "Кім шешті", "ru": "Кем принято"},
    "reason": {"kk": "Себебі", "ru": "Причина"},
    "students": {"kk": "Студенттер саны", "ru": "Количество студентов"},
    "programme": {"kk": "Бағдарлама", "ru": "Программа"},
    "season": {"kk": "Маусым", "ru": "Сезон"},
    "level": {"kk": "Деңгей", "ru": "Уровень"},
    "stream": {"kk": "Бағыт", "ru": "Направление"},
    "employer_kind": {"kk": "Жұмыс беруші түрі", "ru": "Вид работодателя"},
    "unit": {"kk": "Құзырет", "ru": "Компетенция"},
    "ruleset": {"kk": "Ереже", "ru": "Правила"},
    "starts_on": {"kk": "Басталуы", "ru": "Начало"},
    "ends_on": {"kk": "Аяқталуы", "ru": "Окончание"},
    "host": {"kk": "Өткізетін өңір", "ru": "Место проведения"},
    "criterion": {"kk": "Критерий", "ru": "Критерий"},
    "sub_criterion": {"kk": "Ішкі критерий", "ru": "Субкритерий"},
    "sub_name": {"kk": "Ішкі критерий атауы", "ru": "Название субкритерия"},
    "day": {"kk": "Бағалау күні", "ru": "День оценки"},
    "type": {"kk": "Аспект түрі", "ru": "Тип аспекта"},
    "description": {"kk": "Аспект сипаттамасы", "ru": "Описание аспекта"},
    "score": {"kk": "Пікір ұпайы", "ru": "Судейский балл"},
    "extra": {"kk": "Қосымша сипаттама", "ru": "Дополнительное описание"},
    "requirement": {"kk": "Талап", "ru": "Требование"},
    "wsos_section": {"kk": "WSOS бөлімі", "ru": "Раздел WSOS"},
    "max_mark": {"kk": "Ең жоғары баға", "ru": "Максимальный балл"},
    "partial_rule": {"kk": "Жартылай бағалау ережесі", "ru": "Правило частичной оценки"},
}

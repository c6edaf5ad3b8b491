"""A broken file for every check of posts and of candidates' answers."""

from tests.kit import Ledger
from tests.vacancy import CONTEST, open_vacancy

POSTS = "post,organisation,region,units,published_on,ruleset\n"
ANSWERS = "Кандидат,Парақ,Өлшемшарт,Нұсқа,Саны,Оқиға күні,Мәлімделген,Тексерілген,Дәлел\n"
POINTS = "worldskills-2025-republic-10"
CASES = [
    ("no_sheets", "candidates", ANSWERS + "c1,17,education,tve,,,1,1,бар\n", POINTS, "2"),
    ("unknown_answer", "candidates", ANSWERS + "c1,17,Бойы,,,,1,1,бар\n", CONTEST, "C2"),
    ("unknown_answer", "candidates", ANSWERS + "c1,17,document_14,,,,1,1,бар\n", CONTEST, "C2"),
    ("form_missing", "candidates", ANSWERS + "c1,,education,tve,,,1,1,бар\n", CONTEST, "C2"),
    (
        "two_forms",
        "candidates",
        ANSWERS + "c1,17,courses,course,1,,,1,бар\nc1,18,summer_camp,yes,,,2,2,бар\n",
        CONTEST,
        "B2",
    ),
    ("unknown_option", "candidates", ANSWERS + "c1,17,education,гений,,,1,1,бар\n", CONTEST, "D2"),
    ("option_missing", "candidates", ANSWERS + "c1,17,education,,,,1,1,бар\n", CONTEST, "D2"),
    ("option_by_points", "candidates", ANSWERS + "c1,17,education,,,,5,5,бар\n", CONTEST, "D2"),
    (
        "measure_missing",
        "candidates",
        ANSWERS + "c1,17,admin_service,deputy,,,3,3,бар\n",
        CONTEST,
        "E2",
    ),
    ("measure_missing", "candidates", ANSWERS + "c1,,Жалпы өтіл,,,,,,\n", CONTEST, "E2"),
    ("already_answered", "candidates", ANSWERS + "e1,17,degree,phd,,,10,10,бар\n", CONTEST, "C2"),
    (
        "points_not_as_rule",
        "candidates",
        ANSWERS + "c1,17,education,master,,,4,5,бар\n",
        CONTEST,
        "G2",
    ),
    ("evidence_absent", "candidates", ANSWERS + "c1,18,summer_camp,,,,2,2,жоқ\n", CONTEST, "H2"),
    (
        "not_claimed",
        "candidates",
        ANSWERS + "c1,17,publications,research_paper,,,0,,көшірме\n",
        CONTEST,
        "G2",
    ),
    (
        "event_date_missing",
        "candidates",
        ANSWERS + "c1,17,achievements,olymp_city,,,0.5,0.5,диплом\n",
        CONTEST,
        "F2",
    ),
    (
        "outside_window",
        "candidates",
        ANSWERS + "c1,17,achievements,olymp_city,,13.03.2020,0.5,0.5,диплом\n",
        CONTEST,
        "F2",
    ),
    (
        "wrong_form",
        "candidates",
        ANSWERS + "c1,17,courses,course,1,,,0.5,бар\nc1,,service_pedagogical,,0,,,,\n",
        CONTEST,
        "B2",
    ),
    ("document_unsaid", "candidates", ANSWERS + "c1,,document_1,,,,,,\n", CONTEST, "C2"),
    ("late_document", "candidates", ANSWERS + "c1,,document_1,бар,,15.03.2025,,,\n", CONTEST, "F2"),
    (
        "line_without_points",
        "candidates",
        ANSWERS + "c1,17,education,Жоғары сырттай,,,,,бар\n",
        CONTEST,
        "D2",
    ),
    (
        "announcements_differ",
        "vacancies",
        POSTS + "Мұғалім,№1 мектеп,Абай,1,2025-02-28,\nМұғалім,№1 мектеп,Абай,2,2025-03-04,\n",
        None,
        "A2",
    ),
    (
        "contest_exists",
        "vacancies",
        POSTS + "Педагог-ассистент,№264 мектеп,Қызылорда облысы,2,2025-03-05,\n",
        None,
        "A2",
    ),
    ("unknown_ruleset", "vacancies", POSTS + "Мұғалім,,Абай,1,2025-03-04,жоқ\n", None, "F2"),
    (
        "reading_unconfirmed",
        "candidates",
        ANSWERS + "c1,17,education,tve,,,1,1,бар\n",
        f"{CONTEST}-2",
        "2",
    ),
]


def make_world():
    """A post with a candidate who has a degree, one nobody has confirmed, a contest of skills."""
    ledger = open_vacancy(Ledger(), units=2)
    ledger.lay_entries({"entry": "e1"})
    ledger.lay("candidate_answer", {"entry_no": 1, "form": 17, "criterion": "degree"})
    ledger.lay_contest("vacancy-2025", 2, contest=f"{CONTEST}-2")
    ledger.lay_contest(contest_no=3, contest=POINTS)
    return ledger

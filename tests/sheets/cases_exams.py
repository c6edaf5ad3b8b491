"""A broken file for every check of demonstration exams and of works."""

from tests.exams import CONTEST, open_exam
from tests.professionals import RULESET as PROFESSIONALS

EXAMS = (
    "contest,examinee,wsk_type,site,certificate_from,certificate_to,score,present,student,basis\n"
)
ROW = "e9,иә,Алаң,2021-09-01,2022-08-31,80,иә,иә,\n"
UNDATED = f"{CONTEST}-2"
UNMARKED = f"{CONTEST}-3"
WORKS = "entry,received_at,pages,flag\n"
BEST = "best-professionals-2022-oblast-KZ-43-teacher"
HELD = "kind,subject,value,who,reason\nsign_off,{},signed,x,y\n"


def row(**changes):
    """Return a sheet of one examinee, with some cells of its row changed."""
    names = EXAMS.strip().split(",")
    cells = dict(zip(names, ["", *ROW.strip("\n").split(",")], strict=True)) | changes
    return EXAMS + ",".join(cells[name] for name in names) + "\n"


def rows(*changes):
    """Return a sheet of several examinees."""
    return EXAMS + "".join(row(**one).removeprefix(EXAMS) for one in changes)


CASES = [
    ("no_exam", "exams", row(contest=BEST), None, "2"),
    ("exam_by_sheet", "scores", "entry,total\ne9,80\n", CONTEST, ""),
    ("already_examined", "exams", row(contest=CONTEST, examinee="e1"), None, "B2"),
    ("duplicate_row", "exams", rows({"contest": CONTEST}, {"contest": CONTEST}), None, "B3"),
    ("too_many_decimals", "exams", row(contest=CONTEST, score="80.123"), None, "G2"),
    ("negative", "exams", row(contest=CONTEST, score="-1"), None, "G2"),
    ("exam_above_maximum", "exams", row(contest=CONTEST, score="100.5"), None, "G2"),
    ("absent_with_score", "exams", row(contest=CONTEST, present="жоқ"), None, "G2"),
    ("present_without_score", "exams", row(contest=CONTEST, score=""), None, "G2"),
    (
        "exam_types_differ",
        "exams",
        rows({"contest": CONTEST}, {"contest": CONTEST, "examinee": "e8", "wsk_type": "жоқ"}),
        None,
        "C3",
    ),
    ("wsk_unsaid", "exams", row(contest=CONTEST, wsk_type=""), None, "C2"),
    (
        "certificate_reversed",
        "exams",
        row(contest=CONTEST, certificate_to="2020-01-01"),
        None,
        "F2",
    ),
    (
        "certificates_differ",
        "exams",
        rows(
            {"contest": CONTEST},
            {"contest": CONTEST, "examinee": "e8", "certificate_to": "2023-08-31"},
        ),
        None,
        "F3",
    ),
    ("site_not_accredited", "exams", row(contest=CONTEST, certificate_to="2022-05-31"), None, "F2"),
    (
        "site_without_certificate",
        "exams",
        row(contest=CONTEST, certificate_from="", certificate_to=""),
        None,
        "F2",
    ),
    ("exam_undated", "exams", row(contest=UNDATED), None, "2"),
    (
        "not_a_student",
        "exams",
        row(contest=CONTEST, student="", score="", present="жоқ", basis="сборная"),
        None,
        "J2",
    ),
    ("exam_held_up", "decisions", HELD.format(UNMARKED), None, "B2"),
    ("exam_held_up", "decisions", HELD.format(CONTEST), None, "B2"),
    ("exam_held_up", "decisions", HELD.format(BEST), None, "B2"),
    ("unknown_entry", "works", WORKS + "e9,2023-01-15,12,\n", BEST, "A2"),
    ("already_handed_in", "works", WORKS + "e2,2023-01-15,12,\n", BEST, "A2"),
    ("duplicate_row", "works", WORKS + "e1,2023-01-15,12,\ne1,2023-01-16,12,\n", BEST, "A3"),
    ("late_work", "works", WORKS + "e1,2023-01-25 10:00,12,\n", BEST, "B2"),
    ("pages_below_min", "works", WORKS + "e1,2023-01-15,9,\n", BEST, "C2"),
    ("flag_raised", "works", WORKS + "e1,2023-01-15,12,интернет\n", BEST, "D2"),
]


def make_world():
    """Exams that are held up, one without days, a contest of professionals with a flagged work."""
    ledger = open_exam({"score": 1, "certificate_to": "2022-05-31"})
    open_exam(ledger=ledger, number=2, contest=UNDATED, starts_on=None, ends_on=None)
    ledger.lay_contest(PROFESSIONALS, 3, contest=BEST, level="oblast", region="KZ-43")
    ledger.lay_entries({"entry": "e1"}, {"entry": "e2"}, contest_no=3)
    ledger.lay("work", {"contest_no": 3, "entry_no": 2, "has_flag": True})
    open_exam({"is_wsk": True}, ledger=ledger, number=4, contest=UNMARKED)
    return ledger

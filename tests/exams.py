"""Demonstration exams, laid straight into a ledger in memory."""

from tests.kit import Ledger

RULESET = "demo-exam-2022"
CONTEST = "demo-exam-2022-college-KZ-75-колледж-10"
DAY = {"starts_on": "2022-06-10", "ends_on": "2022-06-10"}
SITE = {"site": "Алаң", "certificate_from": "2021-09-01", "certificate_to": "2022-08-31"}
ABSENT = {"is_present": False}
PLAIN = {"is_wsk": True, "is_present": True, "is_student": True, **SITE}


def open_exam(*rows, ledger=None, number=1, ruleset=RULESET, **columns):
    """Put an exam by WorldSkills requirements at an accredited site: one row an examinee.

    ``person``, ``name``, ``organisation`` and ``region`` of a row are those of the examinee.
    """
    ledger = ledger or Ledger()
    plain = {"contest": CONTEST, "level": "college", "region": "KZ-75", "unit": "10"}
    ledger.lay_contest(ruleset, number, **(plain | {"organisation": "Колледж"} | DAY | columns))
    names = ("person", "name", "organisation", "region")
    members = [{key: row[key] for key in names if key in row} for row in rows]
    ledger.lay_entries(*members, contest_no=number)
    results = [
        {"contest_no": number, "entry_no": entry, **PLAIN}
        | {key: value for key, value in row.items() if key not in names}
        for entry, row in enumerate(rows, 1)
    ]
    ledger.lay("exam_result", *results)
    return ledger


def lay_result(ledger, number, award, *, sign=True, **columns):
    """Put a championship of one entry with an award the jury gave, signed unless said otherwise."""
    member = {key: columns.pop(key) for key in ("person", "name", "region") if key in columns}
    ledger.lay_contest("worldskills", number, **({"level": "republic", "unit": "10"} | columns))
    ledger.lay_entries({"name": "Сынақ Адам", **member}, contest_no=number)
    ledger.lay("score", {"contest_no": number, "entry_no": 1, "points": 80})
    if award:
        ledger.decide("award", award, entry_no=1, contest_no=number)
    if sign:
        ledger.decide("sign_off", "signed", contest_no=number)
    ledger.tally(number)


def passports(ledger, *columns, number=1):
    """Return the named columns of each passport, in the order of the examinees."""
    rows = ledger.read(
        f"select {', '.join(columns)} from mart.passports where contest_no = $n order by entry_no",
        n=number,
    )
    return [tuple(row.values()) for row in rows]


def exam(ledger, *columns, number=1):
    """Return the named columns of one exam."""
    names = ", ".join(columns)
    (row,) = ledger.read(f"select {names} from mart.exams where contest_no = $n", n=number)
    return tuple(row.values())


def sign(ledger, number=1):
    """Sign an exam; return the ledger."""
    ledger.decide("sign_off", "signed", contest_no=number)
    return ledger


def export(ledger):
    """Return the rows of the file: texts by the names of its columns."""
    rows = {}
    for cell in ledger.read(
        "select * from mart.passport_export order by contest_no, entry_no, ord"
    ):
        row = rows.setdefault((cell["contest_no"], cell["entry_no"]), {})
        row[cell["column_name"]] = cell["value"]
    return list(rows.values())

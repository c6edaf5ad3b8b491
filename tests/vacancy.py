"""Vacancy contests, given as sheets: posts, and the answers of candidates."""

from tests.giving import give

RULESET = "vacancy-2025"
POST = "post,organisation,region,units,published_on\n"
ANSWER = "contest,candidate,form,criterion,option,count,event_date,claimed,verified,evidence\n"
CONTEST = "vacancy-2025-college-KZ-43-264_мектеп-педагог_ассистент"
ALL = 100  # verified points are at most those of the items
NEEDED = (1, 2, 3, 4, 6, 7, 8, 12, 13)
CRITERIA = {
    17: (
        "education", "degree", "category", "admin_service", "recommendation_work",
        "achievements", "publications", "public_work", "courses",
    ),
    18: (
        "education", "degree", "certification", "practice", "recommendation_study",
        "volunteering", "web_page", "summer_camp", "study_contests", "certificates",
    ),
}  # fmt: skip


def open_vacancy(ledger, *, published_on="2025-03-04", **columns):
    """Lay a contest and its announced post straight into a ledger; everything is confirmed."""
    contest = columns.pop("contest", CONTEST)
    ruleset = columns.pop("ruleset", RULESET)
    ledger.lay_contest(ruleset, contest=contest, season=2025, level="college", region="KZ-43")
    ledger.lay("vacancy", {"published_on": published_on, **columns})
    ledger.decide("reading", "all")
    return ledger


def answer(criterion, option=None, *, form=17, points=None, **columns):
    """Return one answer as a row of the ledger, verified as claimed: with all its items."""
    typed = {"claimed": points, "verified": ALL if points is None else points}
    line = {"form": form, "criterion": criterion, "option": option, "amount": 1}
    return line | typed | columns


def none(*criteria, form=17):
    """Return the answer "none" to criteria of a sheet."""
    return [answer(name, "none", form=form, points=0) for name in criteria]


def fill(*answers, form=17):
    """Return a filled sheet: the answers, and "none" to every criterion without one."""
    given = {row["criterion"] for row in answers}
    return [*answers, *none(*(name for name in CRITERIA[form] if name not in given), form=form)]


def hand_in(*numbers, absent=(), **columns):
    """Return rows of documents: all that are needed unless some are named, and absent ones."""
    there = [number for number in numbers or NEEDED if number not in absent]
    rows = [{"criterion": f"document_{n}", "option": "present", **columns} for n in there]
    return rows + [{"criterion": f"document_{n}", "option": "absent"} for n in absent]


def lay_answers(ledger, *candidates):
    """Lay candidates, each a list of rows, as entries 1, 2, 3, ..."""
    ledger.lay_entries(len(candidates))
    rows = [{"entry_no": n, **row} for n, rows in enumerate(candidates, 1) for row in rows]
    ledger.lay("candidate_answer", *rows)
    return ledger


def lay_totals(ledger, *totals, form=18):
    """Lay complete candidates with so many verified points, given by certificates."""
    name = {17: "courses", 18: "certificates"}[form]
    sheets = [fill(answer(name, "certificate", amount=t, form=form), form=form) for t in totals]
    return lay_answers(ledger, *([*sheet, *hand_in()] for sheet in sheets))


def column(ledger, name, view="mart.vacancy_ranking"):
    """Return one column of the ranking by candidate."""
    return list(ledger.column(view, name).values())


def points(ledger, criterion, side="verified", entry_no=1):
    """Return the points of one criterion of one candidate."""
    (row,) = ledger.read(
        f"select {side} as points from mart.vacancy_answers"
        " where entry_no = $entry_no and criterion = $criterion",
        entry_no=entry_no,
        criterion=criterion,
    )
    return row["points"]


def points_as(ledger, variant, criterion, entry_no=1):
    """Return the verified points of one criterion as another reading has them."""
    (row,) = ledger.read(
        "select verified from score.vacancy_criterion"
        " where variant = $variant and entry_no = $entry_no and criterion = $criterion",
        variant=variant,
        entry_no=entry_no,
        criterion=criterion,
    )
    return row["verified"]


def read_other(ledger, reading, other, field, entry_no=1):
    """Return what another answer to an open question gives."""
    (row,) = ledger.read(
        f"select {field} as value from mart.vacancy_readings"
        " where reading = $reading and other = $other and entry_no = $entry_no",
        reading=reading,
        other=other,
        entry_no=entry_no,
    )
    return row["value"]


def announce(store, *rows):
    """Import posts given as text, and confirm how their rules are read."""
    return give(store, POST + "".join(f"{row}\n" for row in rows), kind="vacancies")

"""Best Professionals from files to the second tour: works, signature, jury, papers, advance."""

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    append_advance,
    append_decision,
    append_publication,
    read_now,
    show_view,
    verify,
)
from tests.giving import confirm, give

CONTESTS = """programme,season,level,region,unit,starts_on,ends_on
best-professionals,2022,oblast,KZ-43,teacher,20.12.2022,20.01.2023
best-professionals,2022,republic,,teacher,01.02.2023,20.02.2023
"""
OBLAST = "best-professionals-2022-oblast-KZ-43-teacher"
REPUBLIC = "best-professionals-2022-republic-teacher"
NAMES = (
    "Әлиева А.",
    "Беков Б.",
    "Ким В.",
    "Дәулет Г.",
    "Ержан Д.",
    "Жанат Е.",
    "Зере Ж.",
    "Кеш Қ.",
)
POINTS = (95, 90, 88, 84, 64, 51, 40)
SCORES = "Код,Қатысушы,Өңірі,Төреші,Жалпы баға\n" + "".join(
    f"p{n},{name},KZ-43,Т1,{points}\n"
    for n, (name, points) in enumerate(zip(NAMES, POINTS, strict=False), 1)
)
ENTRIES = f"contest,entry,name,region\n{OBLAST},p8,{NAMES[7]},KZ-43\n"
WORKS = (
    "Код,Түскен уақыты,Беттер,Белгі\n"
    + "".join(f"p{n},15.01.2023 12:00,12,таза\n" for n in (1, 2, 3))
    + "p4,20.01.2023 23:59:59,10,интернет\np5,16.01.2023,9,\np6,17.01.2023,11,\n"
    + "p7,18.01.2023,20,\np8,25.01.2023,15,\n"
)


def decide(store, kind, subject, value, actor="jury"):
    append_decision(store, kind, subject=subject, value=value, actor=actor, reason="хаттама")


def show(store, view, *columns, contest=OBLAST, audience="staff"):
    where = {"contest": contest} if contest else {}
    rows = show_view(store, view, where=where, reader=read_now(store, audience=audience))
    return [tuple(row[name] for name in columns) for row in rows.to_pylist()]


def publish(store, contest=OBLAST):
    append_publication(store, [contest], as_of=read_now(store).as_of, actor="publisher")


@pytest.fixture
def tour(store):
    """The first tour of a region and profession, marked; batch 5: the works."""
    give(store, CONTESTS, kind="contests")
    give(store, ENTRIES, kind="entries")
    confirm(store, OBLAST)
    give(store, SCORES, kind="scores", contest=OBLAST)
    return store


def test_bp_e04_bp_e06_bp_e07_a_sheet_of_works_says_who_is_marked_and_what_waits(tour):
    receipt = give(tour, WORKS, kind="works", contest=OBLAST)
    waiting = show(tour, "works", "entry", "status", "state", "decision", "is_short")
    with pytest.raises(Refused) as held:
        decide(tour, "sign_off", OBLAST, "signed", actor="chief")
    decide(tour, "waiver", f"{OBLAST}/p4", "flag")
    decide(tour, "sign_off", OBLAST, "signed", actor="chief")

    assert sorted(found.code for found in receipt.findings) == [
        "flag_raised",
        "late_work",
        "pages_below_min",
    ]
    assert waiting[3:5] + waiting[7:] == [
        ("p4", "registered", "accepted", "pending", False),
        ("p5", "registered", "accepted", None, True),
        ("p8", "registered_no_work", "late", None, False),
    ]
    assert f"flagged works of {OBLAST}/p4. For" in str(held.value)
    assert show(tour, "leaderboard", "entry", "total", "place")[3] == ("p4", 84, 4)
    assert show(tour, "leaderboard", "entry", "place")[-1] == ("p8", None)
    assert verify(tour, all_contests=True) == []


@pytest.mark.long
def test_bp_e16_bp_e17_bp_e18_bp_e24_bp_e26_bp_e27_from_marks_to_the_second_tour(tour):
    give(tour, WORKS, kind="works", contest=OBLAST)
    decide(tour, "waiver", f"{OBLAST}/p4", "flag")
    states = show(tour, "contests", "state")
    with pytest.raises(Refused):
        publish(tour)
    decide(tour, "sign_off", OBLAST, "signed", actor="chief")
    states += show(tour, "contests", "state")
    lacking = show(tour, "readiness", "problem")
    for entry, award in (("p4", "laureate"), ("p5", "nominee")):
        decide(tour, "award", f"{OBLAST}/{entry}", award)
    states += show(tour, "contests", "state")
    hidden = show(tour, "leaderboard", "entry", contest=None, audience="public")
    decide(tour, "waiver", OBLAST, "experts_missing")  # BP-11: none was named
    publish(tour)
    states += show(tour, "contests", "state")
    append_advance(tour, OBLAST, actor="organiser")
    ((entry,),) = show(tour, "advanced", "entry", contest=REPUBLIC)
    confirm(tour, REPUBLIC)
    give(tour, f"Код,Төреші,Жалпы баға\n{entry},Т9,88\n", kind="scores", contest=REPUBLIC)

    assert states == [("marked",), ("signed",), ("decided",), ("published",)]
    assert ("not_decided",) in lacking
    assert (hidden, len(show(tour, "leaderboard", "entry", audience="public"))) == ([], 8)
    assert show(tour, "awards", "entry", "award") == [
        ("p1", "winner"),
        ("p2", "prize_2"),
        ("p3", "prize_3"),
        ("p4", "laureate"),
        ("p5", "nominee"),
    ]
    counted = [paper for (paper,) in show(tour, "issuable", "kind")]
    assert {paper: counted.count(paper) for paper in set(counted)} == {
        "certificate": 7,
        "diploma": 5,
        "letter_of_thanks": 2,
        "protocol": 1,
    }
    assert show(tour, "leaderboard", "name", "total", contest=REPUBLIC) == [(NAMES[0], 88)]
    assert verify(tour, all_contests=True) == []

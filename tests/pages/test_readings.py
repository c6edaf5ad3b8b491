"""The readings of a contest on its page: what their other answers would change."""

from kasipkor_core.store import MEMORY, open_store
from kasipkor_core.ui import points_readings
from tests.giving import confirm, give
from tests.pages.test_organise import open_in_frame

CONTEST = "best-professionals-2026-oblast-KZ-43-education"
CONTESTS = "programme,season,level,region,unit\nbest-professionals,2026,oblast,KZ-43,education\n"
SCORES = "entry,name,region,judge,total\n" + "".join(
    f"{entry},{name},KZ-43,{judge},{points}\n"
    for entry, name, given in (("01", "Әлия Серік", (90, 90, 60)), ("02", "Ерлан Алиев", (85,) * 3))
    for judge, points in zip(("Дана Ким", "Болат Оспан", "Айша Нұр"), given, strict=True)
)


def test_bp_q01_bp_q02_the_page_of_a_contest_says_what_other_answers_change():
    store = open_store(MEMORY)
    give(store, CONTESTS, kind="contests")
    confirm(store, CONTEST)
    give(store, SCORES, kind="scores", contest=CONTEST)
    page = open_in_frame(store, "contests", contest=CONTEST)

    said = [one.value for one in page.caption]
    assert "entry: entries not accepted: 2 of 2" in said
    assert "median: Ерлан Алиев: place 1 → 2; Әлия Серік: place 2 → 1" in said
    assert "sum: no place changes" in said
    store.close()


def test_who_is_not_accepted_is_counted_and_the_places_of_the_others_are_told():
    row = {"entry": "01", "place": 1, "other_place": None, "is_refused": True, "is_changed": True}
    other = row | {"entry": "02", "place": 2, "other_place": 1, "is_refused": False}

    assert points_readings.tell_changes([row, other], "en") == (
        "entries not accepted: 1 of 2; 02: place 2 → 1"
    )

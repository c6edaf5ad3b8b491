"""The radar of readiness: each kind of defect, planted by itself, is found, and nothing else is."""

import datetime as dt

import pytest

from kasipkor_core.ui import problems
from tests.championship import BEST, EXAM, NEXT, OBLAST, OVER, REPUBLIC, Championship
from tests.exams import PLAIN

COURSE = {
    (REPUBLIC, "not_signed"),
    (NEXT, "not_signed"),
    (NEXT, "not_decided"),
}  # the course of a contest to come, not a defect
JUDGED = {"contest_no": OVER, "entry_no": 1, "aspect": "A1.J2"}


def plant_experts_missing(it):
    it.take(BEST, "judge_1", of=0)
    it.take(BEST, "judge_2", of=0)


def plant_single_expert(it):
    it.take(BEST, "judge_2", of=0)


def plant_marks_missing(it):
    it.lay("aspect", {"contest_no": OVER, "aspect": "A1.M3", "max_mark": 1})
    it.sign(OVER)


def plant_rescore_needed(it):
    it.take(OVER, "judged")
    values = [
        (entry, judge, 3 if (entry, judge) == (1, 3) else 1)
        for entry in range(1, 7)
        for judge in (1, 2, 3)
    ]
    it.lay("mark", *(JUDGED | {"entry_no": e, "judge_no": j, "mark": v} for e, j, v in values))
    it.sign(OVER)


def plant_winner_undecided(it):
    it.take(BEST, "scores")
    it.score(92, 92, 70)
    it.sign(BEST)


def plant_single_participant(it):
    it.set_status(BEST, 2, 3)
    it.sign(BEST)


def plant_few_entries(it):
    it.set_status(OVER, 5, 6)
    it.sign(OVER)


def plant_flag_undecided(it):
    it.take(BEST, "works")
    works = [{"contest_no": BEST, "entry_no": one, "has_flag": one == 2} for one in (1, 2, 3)]
    it.lay("work", *works)
    it.sign(BEST)


def plant_site_not_accredited(it):
    row = {"contest_no": EXAM, "entry_no": 1, "score": 80}
    it.lay("exam_result", PLAIN | row | {"certificate_to": "2022-05-31"})
    it.sign(EXAM)


def plant_scores_missing(it):
    it.lay("exam_result", PLAIN | {"contest_no": EXAM, "entry_no": 1, "score": None})
    it.sign(EXAM)


def plant_conflict_open(it):
    it.decide("conflict", "1 relative", entry_no=1, contest_no=OVER)


def plant_not_signed(it):
    it.decide("reopen", "chief_expert", contest_no=OVER)


def plant_not_decided(it):
    it.take(BEST, "award")
    it.decide("sign_off", "signed", contest_no=BEST)


def plant_dates_missing(it):
    it.change(REPUBLIC, starts_on=None, ends_on=None)


def plant_entries_missing(it):
    it.set_status(REPUBLIC, 1, 2)


def plant_entries_above_maximum(it):
    it.change(REPUBLIC, max_entries=1)


def plant_works_missing(it):
    it.take(NEXT, "works")
    it.lay("work", {"contest_no": NEXT, "entry_no": 1}, {"contest_no": NEXT, "entry_no": 3})


def plant_chief_missing(it):
    it.take(REPUBLIC, "chief", of=0)


def plant_judges_few(it):
    it.take(REPUBLIC, "judge_3", of=0)


def plant_judges_own_side(it):
    it.take(REPUBLIC, "judge_3", of=0)
    it.lay_expert(REPUBLIC, "judge_4", "judge", "KZ-35")


def plant_scheme_missing(it):
    it.take(REPUBLIC, "scheme")


def plant_reading_open(it):
    it.lay_contest(
        "best-professionals-2022",
        7,
        region="KZ-10",
        level="oblast",
        unit="nurse",
        starts_on="2023-02-01",
        ends_on="2023-02-01",
    )
    it.lay_entries(1, contest_no=7)
    it.lay_expert(7, "chief", "chief_expert", "KZ-10")
    it.lay_expert(7, "judge_1", "judge", "KZ-10")
    it.lay_expert(7, "judge_2", "judge", "KZ-10")


def plant_draw_unrevealed(it):
    it.commit(1, 2)


def plant_workplaces_missing(it):
    it.lay_entries({"entry_no": 3, "region": "KZ-35"}, contest_no=REPUBLIC)
    it.go_on(1, to=3)


def plant_stage_order(it):
    it.change(REPUBLIC, starts_on=dt.date(2022, 11, 1))


def plant_person_clash(it):
    it.change(NEXT, starts_on=dt.date(2022, 12, 1), ends_on=dt.date(2022, 12, 1))


def plant_origin_missing(it):
    it.take(REPUBLIC, "origin_2")


def plant_origin_unsigned(it):
    it.decide("reopen", "chief_expert", contest_no=OBLAST)


def plant_origin_changed(it):
    it.set_status(OBLAST, 2, status="active")
    it.sign(OBLAST)


def plant_origin_unlike(it):
    it.set_status(REPUBLIC, 2, status="active", region="KZ-31")


def plant_parts_unlocked(it):
    it.decide("lock", "all", contest_no=OVER)
    it.decide("unlock", "A1", contest_no=OVER)


def lodge(it):
    it.publish(OVER)
    appeal = {"contest_no": OVER, "entry_no": 1, "kind": "appeal", "value": "A"}
    return it.lay("decision", appeal | {"decided_at": "2022-11-01T05:00:00Z"})


def plant_appeal_waiting(it):
    lodge(it)


def plant_appeal_uncorrected(it):
    it.decide("ruling", f"{lodge(it)} upheld", entry_no=1, contest_no=OVER)


def plant_public_behind(it):
    it.publish(OVER)
    it.set_status(OVER, 1, status="active")
    it.sign(OVER)


def plant_papers_missing(it):
    it.publish(BEST)


WHERE = {
    OVER: "marks_missing rescore_needed few_entries conflict_open not_signed parts_unlocked"
    " appeal_waiting appeal_uncorrected public_behind",
    REPUBLIC: "dates_missing entries_missing entries_above_maximum chief_missing judges_few"
    " judges_own_side scheme_missing draw_unrevealed workplaces_missing stage_order"
    " origin_missing origin_unsigned origin_changed origin_unlike",
    BEST: "experts_missing single_expert winner_undecided single_participant flag_undecided"
    " not_decided papers_missing",
    NEXT: "works_missing person_clash",
    EXAM: "site_not_accredited scores_missing",
    7: "reading_open",
}
DEFECTS = {problem: number for number, kinds in WHERE.items() for problem in kinds.split()}
ALSO = {  # what a defect is elsewhere, or under another name
    "origin_unsigned": {(OBLAST, "not_signed")},
    "reading_open": {(7, "not_signed"), (7, "not_decided")},
    "rescore_needed": {(OVER, "marks_missing")},
    "person_clash": {(REPUBLIC, "person_clash")},
    "stage_order": {(REPUBLIC, "person_clash")},  # on the day of the earlier stage itself
}


# one of the entries that a question is about
EXCLUDED = {"works_missing": (NEXT, 2), "workplaces_missing": (REPUBLIC, 3)}
EXCLUDED |= {"judges_own_side": (REPUBLIC, 1)}


@pytest.fixture(scope="module")
def championship():
    return Championship()


@pytest.fixture
def planted(championship):
    """Give the championship as it was: what a test plants is taken back."""
    number, batches = championship.batch_no, dict(championship.batches)
    championship.con.begin()
    yield championship
    championship.con.rollback()
    championship.batch_no, championship.batches = number, batches
    championship.see()


def test_a_championship_in_which_nothing_is_wrong_shows_nothing(championship):
    assert championship.problems() == COURSE


@pytest.mark.sampled
@pytest.mark.parametrize("problem", sorted(DEFECTS))
def test_every_defect_is_found_by_itself(planted, problem):
    globals()[f"plant_{problem}"](planted)

    assert planted.problems() - COURSE == {
        (DEFECTS[problem], problem),
        *ALSO.get(problem, ()),
    }


@pytest.mark.parametrize("problem", EXCLUDED)
def test_an_entry_that_a_decision_excludes_is_asked_for_nothing(planted, problem):
    globals()[f"plant_{problem}"](planted)
    before, (contest_no, entry_no) = count(planted, problem), EXCLUDED[problem]
    planted.decide("exclude", "-", entry_no=entry_no, contest_no=contest_no)

    assert count(planted, problem) == before - 1


def count(planted, problem):
    asked = "select coalesce(sum(number), 0) as n from mart.radar where problem = $problem"
    return planted.read(asked, problem=problem)[0]["n"]


def test_somebody_in_two_contests_on_one_day_is_a_matter_of_both(planted):
    plant_person_clash(planted)
    rows = planted.read("select contest_no, due from mart.radar where problem = 'person_clash'")

    assert {tuple(row.values()) for row in rows} == {
        (number, dt.date(2022, 12, 1)) for number in (REPUBLIC, NEXT)
    }


def test_every_kind_of_problem_is_planted():
    assert set(DEFECTS) == set(problems.PROBLEMS)


def test_a_deadline_is_that_of_the_calendar_or_of_the_ruleset(planted):
    plant_works_missing(planted)
    plant_chief_missing(planted)
    plant_appeal_waiting(planted)
    rows = planted.read("select problem, number, owner, due from mart.radar order by problem")

    assert [tuple(row.values()) for row in rows] == [
        ("appeal_waiting", 1, "jury", dt.date(2022, 11, 4)),
        ("chief_missing", 1, "organiser", dt.date(2022, 12, 1)),
        ("works_missing", 1, "organiser", dt.date(2023, 1, 20)),
    ]

"""Vacancy contests in both engines: any sheet counts alike, and a bug in a view is seen."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kasipkor_core import house
from kasipkor_core.recount.vacancy import count_vacancy
from kasipkor_core.recount.vacancy_sheet import Answer, Post, count_criterion, find_last_day
from kasipkor_core.rulesets import load_rulesets
from kasipkor_core.store.compare_vacancy import compare_vacancies
from tests.kit import Ledger
from tests.vacancy import CRITERIA, NEEDED, RULESET, answer, fill, hand_in, lay_totals, open_vacancy

RULES = next(one for one in load_rulesets() if one.ruleset == RULESET).vacancy
LINES = {
    (criterion.form, criterion.criterion): [
        *(option.option for option in criterion.options),
        *{option.family for option in criterion.options if option.family},
        "none",
        None,
    ]
    for criterion in RULES.criteria
}
DAYS = st.dates(dt.date(2020, 3, 10), dt.date(2020, 3, 20)) | st.none()
POINTS = st.sampled_from([None, 0, Decimal("0.5"), 1, 2, 5, 10])


@st.composite
def rows(draw, form):
    criterion = draw(st.sampled_from(CRITERIA[form]))
    return {
        "form": form,
        "criterion": criterion,
        "option": draw(st.sampled_from(LINES[form, criterion])),
        "amount": draw(st.sampled_from([None, 1, 2, Decimal("2.5"), 3, 50, 60, 80])),
        "event_date": draw(DAYS),
        "claimed": draw(POINTS),
        "verified": draw(POINTS),
        "has_evidence": draw(st.sampled_from([None, True, False])),
    }


EVENTS = st.builds(
    lambda option, day, amount: answer(
        "achievements", option, event_date=day, amount=amount, verified=1
    ),
    st.sampled_from(["olymp_city", "olymp_republic", "olymp_republic_prize"]),
    DAYS,
    st.sampled_from([None, 1, 5]),
)


@st.composite
def candidates(draw):
    form = draw(st.sampled_from([17, 18]))
    given = draw(st.lists(rows(form), max_size=6))
    given += draw(st.lists(EVENTS, max_size=4)) if form == 17 else []
    papers = draw(st.sampled_from([(), NEEDED, (*NEEDED[:3], 5)]))
    day = draw(st.sampled_from([None, dt.date(2025, 3, 14), dt.date(2025, 3, 17)]))
    months = draw(st.sampled_from([None, 0, 12]))
    service = [] if months is None else [{"criterion": "service_pedagogical", "amount": months}]
    documents = hand_in(*papers, event_date=day) if papers else []
    return [*fill(*given, form=form), *documents, *service] or fill(form=form)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(field=st.lists(candidates(), min_size=1, max_size=4), units=st.integers(1, 3))
def test_the_engines_agree_on_any_sheets_by_every_reading(field, units):
    assert compare_vacancies(lay_vacancy(field, units).con) == []


@pytest.mark.long
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(field=st.lists(candidates(), min_size=1, max_size=4), units=st.integers(1, 3))
def test_the_engines_agree_on_sixty_sheets_by_every_reading(field, units):
    assert compare_vacancies(lay_vacancy(field, units).con) == []


def lay_vacancy(field, units):
    """Return a ledger with the answers of candidates for a post."""
    ledger = Ledger()
    ledger.lay_contest(RULESET)
    ledger.lay("vacancy", {"published_on": "2025-03-04", "units": units})
    ledger.lay_entries(*({} for _ in field))
    listed = [{"entry_no": entry, **row} for entry, given in enumerate(field, 1) for row in given]
    ledger.lay("candidate_answer", *listed)
    return ledger


@pytest.mark.long
@settings(max_examples=200, deadline=None)
@given(row=rows(17) | rows(18), more=rows(17) | rows(18))
@example(row=answer("courses", "course", amount=4), more=answer("courses", "certificate"))
def test_another_answer_never_lowers_what_is_claimed(row, more):
    (criterion,) = (
        c for c in RULES.criteria if (c.form, c.criterion) == (more["form"], more["criterion"])
    )
    fewer, all_rows = (
        [Answer(entry_no=1, batch_no=1, **one) for one in listed] for listed in ([row], [row, more])
    )
    before, _ = count_criterion(RULES, criterion, Post(), fewer)
    after, _ = count_criterion(RULES, criterion, Post(), all_rows)

    assert before is None or after >= before


@pytest.mark.long
@settings(max_examples=200, deadline=None)
@given(totals=st.lists(st.integers(0, 6), min_size=1, max_size=8), units=st.integers(1, 4))
def test_proposals_never_pass_the_units_and_never_cut_a_tie(totals, units):
    listed = [
        Answer(entry_no=entry, batch_no=1, **{"form": None} | row)
        for entry, total in enumerate(totals, 1)
        for row in [
            *fill(answer("certificates", "certificate", form=18, amount=total), form=18),
            *hand_in(),
        ]
    ]
    found = count_vacancy(RULES, Post(units=units), listed)
    proposed = [one.verified for one in found if one.proposal == "proposed"]

    assert len(proposed) <= units
    assert not set(proposed) & {one.verified for one in found if one.proposal != "proposed"}


def test_vc_e03_both_engines_count_the_same_last_day():
    assert find_last_day(RULES, Post(published_on=dt.date(2025, 3, 4))) == dt.date(2025, 3, 14)


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("view", "old", "new", "field"),
    [
        (
            "score.vacancy_place",
            "rank() over by_points,",
            "dense_rank() over by_points,",
            "place",
        ),
        ("score.vacancy_item", "answer.event_date < post", "answer.event_date > post", "verified"),
        (
            "score.vacancy_criterion",
            "if(verified > cap, cap, verified)",
            "verified",
            "verified",
        ),
        ("score.vacancy_document", "is_missing,", "and document.no <> 8 as is_missing,", "missing"),
        (
            "mart.vacancy_ranking",
            "place.verified, null)",
            "place.claimed, null)",
            "verified",
        ),
    ],
)
def test_a_planted_bug_is_seen(view, old, new, field):
    ledger = lay_totals(open_vacancy(Ledger(), units=1), 27, 25, 25, 19)
    ledger.lay_entries({"entry_no": 5})
    diploma = answer("achievements", "olymp_city", event_date="2024-05-01")
    refused = answer("achievements", "olymp_region", points=0) | {"claimed": 1}
    contests = answer("study_contests", "participation", form=18, amount=6, claimed=1)
    ledger.lay_entries({"entry_no": 6})
    ledger.lay(
        "candidate_answer",
        *({"entry_no": 5, **row} for row in [*fill(diploma, refused), *hand_in(absent=(8,))]),
        *({"entry_no": 6, **row} for row in fill(contests, form=18)),
    )
    assert compare_vacancies(ledger.con) == []

    layer, name = view.split(".")
    text = (house.SQL / "views" / layer / f"{name}.sql").read_text(encoding="utf-8")
    assert old in text
    text = text.replace("as is_missing,", "is_missing,", 1) if field == "missing" else text
    ledger.con.execute(text.replace(old, new, 1))

    assert f"vacancy.{field}" in {one.field for one in compare_vacancies(ledger.con)}

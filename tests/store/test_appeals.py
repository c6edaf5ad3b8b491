"""Appeals: a clock in working days, states one after another, a correction, a notice of nobody."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest

from kasipkor_core import house
from kasipkor_core.errors import NotAllowed, NotFound, Refused
from kasipkor_core.store import (
    Reader,
    append_decision,
    append_publication,
    append_undo,
    query,
    read_head,
    verify,
)
from kasipkor_core.store.appeals import list_rulings
from tests.giving import REPUBLIC, give, hold_contests
from tests.ready import lend
from tests.web.people import identify

SCORES = "entry,name,region,total\na,Әлия Серік,KZ-35,80\nb,Болат Оспан,KZ-75,70\n"
BETTER = SCORES.replace("70", "85")
ALMATY = ZoneInfo("Asia/Almaty")
SUBJECT = f"{REPUBLIC}/b"
WORDS = "Болат Оспан, 8 701 111 22 33: A3 дұрыс қосылмаған"
APPEALS = "select * exclude (lodged_at, recorded_at, ruled_at) from mart.appeals order by appeal"
DAYS_OFF = {
    dt.date.fromisoformat(day)
    for day in re.findall(
        r"^(\d{4}-\d\d-\d\d),off",
        (house.DATA / "reference" / "days_off.csv").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
}


def decide(store, kind, value, *, subject=SUBJECT, actor="chief", reason=WORDS, **more):
    return append_decision(
        store, kind, subject=subject, value=value, actor=actor, reason=reason, **more
    )


def lodge(store, *, at=None):
    return decide(store, "appeal", "sum", actor="office", at=at)


def rule(store, value, *, actor="jury"):
    return decide(store, "ruling", value, actor=actor, reason="тексерілді")


def show(store, sql=APPEALS, audience="staff"):
    return query(store, sql, Reader(read_head(store), audience)).to_pylist()


def states(store):
    return [(row["state"], row["verdict"]) for row in show(store)]


def publish(store, *, on=None):
    """Sign and publish; the publication is set to a moment of Almaty when one is given."""
    decide(store, "sign_off", "signed", subject=REPUBLIC, reason="seen")
    number = append_publication(store, [REPUBLIC], as_of=read_head(store), actor="office")
    if on:
        store.cursor().execute(
            "update ledger.batch set recorded_at = $on where batch_no = $number",
            {"on": on, "number": number},
        )
    return number


def score(store):
    """Hold a contest with two entries: batches 1 and 2."""
    hold_contests(store)
    give(store, SCORES, kind="scores", contest=REPUBLIC, actor="asel")


scored = lend("appeals_scored", score)


def test_an_appeal_goes_from_filed_to_a_correction_and_each_step_has_its_turn(scored):
    appeal = lodge(scored)
    found = [states(scored)]
    for early in ("upheld", "rejected", "corrected 2"):
        with pytest.raises(Refused, match="is filed: it cannot be"):
            rule(scored, f"{appeal} {early}")
    rule(scored, f"{appeal} admitted")
    found.append(states(scored))
    rule(scored, f"{appeal} upheld")
    found.append(states(scored))
    correction = give(
        scored, BETTER, kind="scores", contest=REPUBLIC, replaces="yes", actor="asel"
    ).batch_no
    for wrong in (2, appeal, correction + 5):
        with pytest.raises(Refused, match=f"Batch {wrong} corrects nothing"):
            rule(scored, f"{appeal} corrected {wrong}")
    rule(scored, f"{appeal} corrected {correction}")

    assert found == [[("filed", None)], [("admitted", None)], [("decided", "upheld")]]
    assert states(scored) == [("closed", "upheld")]
    assert show(scored)[0]["correction_batch_no"] == correction
    assert show(scored)[0]["ruling_reason"] == "тексерілді"
    with pytest.raises(Refused, match="is closed"):
        rule(scored, f"{appeal} rejected")
    assert verify(scored) == []


@pytest.mark.long
def test_a_rejected_appeal_is_closed_and_a_ruling_that_is_undone_opens_it_again(scored):
    appeal = lodge(scored)
    rule(scored, f"{appeal} admitted")
    number = rule(scored, f"{appeal} rejected")
    closed = states(scored)
    append_undo(scored, number, actor="jury", reason="heard too early")

    assert (closed, states(scored)) == ([("closed", "rejected")], [("admitted", None)])


def count_days_by_hand(day, number):
    """Return the n-th working day after a day: the weekend and the days off do not count."""
    while number:
        day += dt.timedelta(days=1)
        number -= day.weekday() < 5 and day not in DAYS_OFF
    return day


@pytest.mark.long
@pytest.mark.parametrize(
    "published",
    [
        dt.datetime(2024, 10, 14, 9, 0, tzinfo=ALMATY),  # a Monday
        dt.datetime(2024, 10, 18, 23, 59, tzinfo=ALMATY),  # a Friday, in UTC hours before
        dt.datetime(2024, 10, 24, 12, 0, tzinfo=ALMATY),  # before Republic Day and a weekend
    ],
)
@pytest.mark.sampled
def test_the_clock_runs_in_working_days_of_the_zone_and_closes_by_itself(scored, published):
    publish(scored, on=published)
    last = count_days_by_hand(published.date(), 3)
    end = dt.datetime.combine(last, dt.time(23, 59, 59), ALMATY)
    lodge(scored, at=end)
    late = lodge(scored, at=end + dt.timedelta(seconds=1))
    found = [(row["closes_on"], row["is_late"], row["state"]) for row in show(scored)]
    for ruling in ("admitted", "upheld", "refused", "corrected 2"):
        with pytest.raises(Refused, match=f"lodged late: the last day was {last}"):
            rule(scored, f"{late} {ruling}")

    assert found == [(last, False, "filed"), (last, True, "refused")]
    assert show(scored, "select closes_on, days from mart.appeal_windows") == [
        {"closes_on": last, "days": 3}
    ]


@pytest.mark.long
def test_before_a_publication_no_clock_runs_and_a_later_one_does_not_make_late(scored):
    lodge(scored, at=dt.datetime(2024, 10, 1, 9, 0, tzinfo=ALMATY))
    publish(scored, on=dt.datetime(2024, 10, 14, 9, 0, tzinfo=ALMATY))
    row = show(scored)[0]

    assert (row["closes_on"], row["is_late"], row["state"]) == (None, False, "filed")


@pytest.mark.long
def test_an_appeal_changes_nothing_that_was_signed(scored):
    publish(scored)
    lodge(scored)

    assert show(scored, "select distinct state from mart.contests where entries > 0") == [
        {"state": "published"}
    ]


def test_what_is_no_appeal_or_ruling_is_refused_in_words(scored):
    appeal = lodge(scored)
    hour = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    for value, subject in (("all", SUBJECT), ("marks", REPUBLIC), ("", SUBJECT)):
        with pytest.raises(Refused, match="An appeal is of one entry"):
            decide(scored, "appeal", value, subject=subject)
    with pytest.raises(Refused, match="an hour to come"):
        lodge(scored, at=hour)
    for value in ("", "admitted", f"{appeal} great", f"{appeal} corrected", f"{appeal} upheld 2"):
        with pytest.raises(Refused, match="A ruling is the number of the appeal"):
            rule(scored, value)
    with pytest.raises(Refused, match="has no appeal 99"):
        rule(scored, "99 admitted")
    with pytest.raises(Refused, match="has no appeal"):
        decide(scored, "ruling", f"{appeal} admitted", subject=f"{REPUBLIC}/a")
    with pytest.raises(NotFound):
        decide(scored, "appeal", "marks", subject=f"{REPUBLIC}/z")


@pytest.mark.long
def test_whoever_entered_the_points_decides_no_appeal_about_them(scored):
    appeal = lodge(scored)
    rule(scored, f"{appeal} admitted", actor="asel")
    for verdict in ("upheld", "rejected"):
        with pytest.raises(Refused, match="Four eyes: asel entered batch 2"):
            rule(scored, f"{appeal} {verdict}", actor="asel")

    assert states(scored) == [("admitted", None)]


def test_roles_without_the_right_to_decide_neither_lodge_nor_rule(scored):
    appeal = lodge(scored)
    for role in ("expert", "participant", "auditor", "public"):
        for kind, value in (("appeal", "marks"), ("ruling", f"{appeal} admitted")):
            with pytest.raises(NotAllowed):
                decide(scored, kind, value, actor_role=role)
    chief = identify("chief_expert")
    with pytest.raises(NotAllowed):
        decide(scored, "appeal", "marks", actor_role="chief_expert", scope=chief.scope)


@pytest.mark.long
def test_the_public_notice_says_what_came_of_it_and_names_nobody(scored):
    appeal = lodge(scored)
    rule(scored, f"{appeal} admitted")
    rule(scored, f"{appeal} rejected")
    before = show(scored, audience="public")
    publish(scored)
    notice = show(scored, audience="public")[0]
    everything = "".join(
        str(show(scored, f"select * exclude ({times}) from mart.{view}", "public"))
        for view, times in (
            ("appeals", "lodged_at, recorded_at, ruled_at"),
            ("decisions", '"at"'),
            ("lineage", '"at"'),
        )
    )

    assert before == []
    assert {name for name in ("entry", "name", "reason", "entered_by", "ruled_by", "ruling_reason")
            if notice[name] is not None} == set()  # fmt: skip
    assert (notice["contest"], notice["about"], notice["state"], notice["verdict"]) == (
        REPUBLIC, "sum", "closed", "rejected",
    )  # fmt: skip
    assert "8 701" not in everything
    assert "тексерілді" not in everything


def test_a_sheet_brings_no_appeal(scored):
    row = f"kind,subject,value,who,reason\nappeal,{SUBJECT},marks,x,y\n"
    with pytest.raises(Refused) as refused:
        give(scored, row, kind="decisions")

    assert [found.code for found in refused.value.findings] == ["unknown_choice"]


def test_each_state_leaves_open_the_rulings_that_the_page_offers():
    assert list_rulings("filed") == ("admitted", "refused")
    assert list_rulings("admitted") == ("upheld", "rejected")
    assert list_rulings("decided") == ("corrected",)
    assert list_rulings("closed") == list_rulings("refused") == ()

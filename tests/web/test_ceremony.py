"""The ceremony of a hall: those who decide see it when it is signed, all others when published."""

import pytest

from kasipkor_core import ui
from kasipkor_core.store import append_decision, append_publication, read_head
from kasipkor_core.ui import identity
from tests.giving import give
from tests.web.asking import ask, make_app
from tests.web.people import CONTEST, SIGNED_OUT, sign_in

SCORES = f"contest,entry,name,region,A,B\n{CONTEST},01,Канарейкин,KZ-35,40,47\n"
ELSEWHERE = "worldskills-2026-republic-17"
OTHERS = SCORES.replace(CONTEST, ELSEWHERE)
ROLES = (
    SIGNED_OUT,
    "participant",
    "expert",
    "chief_expert",
    "jury_representative",
    "organiser",
    "administrator",
    "auditor",
)


@pytest.fixture
def signed(season):
    """Two contests are signed, none is published."""
    ui.use_store(season, asks_sign_in=True)
    give(season, SCORES + OTHERS.split("\n")[1] + "\n", kind="scores")
    for contest in (CONTEST, ELSEWHERE):
        append_decision(
            season, "sign_off", subject=contest, value="signed", actor="chief", reason="done"
        )
    return season


def visit(store, role, contest):
    cookie = {} if role == SIGNED_OUT else {"cookie": f"{identity.COOKIE}={sign_in(store, role)}"}
    return ask(make_app(store), f"/ceremony?contest={contest}&lang=en", **cookie)


def who_sees(store, contest):
    """Return the roles that get the page; all others get nothing of it."""
    seen = []
    for role in ROLES:
        answer = visit(store, role, contest)
        assert ("Канарейкин" in answer.text) is (answer.status == 200), role
        if answer.status == 200:
            seen.append(role)
    return seen


@pytest.mark.long
def test_before_it_is_published_only_those_who_decide_see_it_and_only_in_their_place(signed):
    assert who_sees(signed, CONTEST) == [
        "chief_expert",
        "jury_representative",
        "organiser",
        "administrator",
    ]
    assert who_sees(signed, ELSEWHERE) == ["jury_representative", "administrator"]


@pytest.mark.long
def test_after_it_is_published_everybody_sees_it(signed):
    append_publication(signed, [ELSEWHERE], as_of=read_head(signed), actor="chief")

    assert who_sees(signed, ELSEWHERE) == list(ROLES)


def test_the_page_is_kept_by_nobody_and_says_itself_what_it_may_load(signed):
    headers = visit(signed, "administrator", CONTEST).headers
    refused = visit(signed, SIGNED_OUT, "<b>none</b>")

    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert headers["content-security-policy"].endswith("frame-ancestors 'none'")
    assert (refused.status, "<b>none" in refused.text) == (404, False)


def test_without_a_contest_it_leads_to_the_boards(signed):
    answer = ask(make_app(signed), "/ceremony?lang=ru")

    assert (answer.status, answer.headers["location"]) == (303, "live?lang=ru")

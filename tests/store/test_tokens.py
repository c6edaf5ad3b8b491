"""Tokens are rotated: a new secret, the old one for as long as is said, only hashes kept."""

import datetime as dt

import pytest

from kasipkor_core.access import Scope
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store import (
    Identity,
    end_everything,
    list_people,
    list_tokens,
    make_token,
    read_token,
    rotate_token,
)

COLLEGE = Identity("college-7", "organiser", Scope(region="KZ-75"))
DAY = dt.timedelta(days=1)
KEPT = "select secret_sha256, follows_sha256, made_by from app.token order by made_at"


@pytest.fixture
def old(season):
    return make_token(season, COLLEGE, by="test")


def test_both_tokens_hold_during_the_overlap_and_the_new_one_for_a_year(season, old):
    new = rotate_token(season, COLLEGE, by="admin", overlap=DAY)
    left = [row["expires_at"] - dt.datetime.now(dt.UTC) for row in list_people(season)]

    assert (read_token(season, old), read_token(season, new)) == (COLLEGE, COLLEGE)
    assert [span.days for span in left] == [364, 0]
    assert list_tokens(season) == [COLLEGE]


def test_without_an_overlap_the_old_token_ends_at_once(season, old):
    new = rotate_token(season, COLLEGE, by="admin", overlap=dt.timedelta())

    assert (read_token(season, old), read_token(season, new)) == (None, COLLEGE)


def test_a_rotation_never_makes_an_old_token_hold_longer(season, old):
    rotate_token(season, COLLEGE, by="admin", overlap=DAY)
    rotate_token(season, COLLEGE, by="admin", overlap=30 * DAY)
    ends = sorted(row["expires_at"] for row in list_people(season))

    assert ends[0] < dt.datetime.now(dt.UTC) + DAY


def test_only_hashes_are_kept_and_the_new_one_names_the_one_it_follows(season, old):
    new = rotate_token(season, COLLEGE, by="admin")
    first, second = season.cursor().execute(KEPT).fetchall()

    assert {old, new}.isdisjoint({*first, *second})
    assert (first[1:], second[1:]) == ((None, "test"), (first[0], "admin"))


def test_tokens_of_others_and_of_another_place_stay_as_they_are(season, old):
    elsewhere = Identity("college-7", "organiser", Scope(region="KZ-35"))
    other = make_token(season, elsewhere, by="test")
    rotate_token(season, COLLEGE, by="admin", overlap=dt.timedelta())

    assert (read_token(season, other), read_token(season, old)) == (elsewhere, None)


def test_taking_back_ends_the_old_and_the_new_token(season, old):
    new = rotate_token(season, COLLEGE, by="admin", overlap=DAY)
    end_everything(season, COLLEGE.person)

    assert (read_token(season, old), read_token(season, new)) == (None, None)


@pytest.mark.parametrize("days", [-1, 31])
def test_an_overlap_is_neither_negative_nor_longer_than_thirty_days(season, old, days):
    with pytest.raises(Refused, match="30 days at most"):
        rotate_token(season, COLLEGE, by="admin", overlap=days * DAY)

    assert read_token(season, old) == COLLEGE


def test_what_has_no_token_that_holds_is_not_rotated(season, old):
    end_everything(season, COLLEGE.person)

    with pytest.raises(NotFound, match="no token that holds"):
        rotate_token(season, COLLEGE, by="admin")

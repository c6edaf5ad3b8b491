"""Accounts at a provider: found by a verified e-mail or by issuer and subject, and taken back."""

import datetime as dt

import pytest

from kasipkor_core.access import Scope
from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    Claims,
    Identity,
    end_everything,
    end_sessions,
    find_accounts,
    has_invites,
    list_people,
    make_account,
)
from tests.web.people import CONTEST

ASEL = Identity("asel@example.kz", "chief_expert", Scope(contest=CONTEST))
ISSUER = "https://id.example.kz"


def claim(email="asel@example.kz", *, subject="1", ago=0):
    at = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=ago)
    return Claims(issuer=ISSUER, subject=subject, signed_in_at=at, email=email)


@pytest.fixture
def known(season):
    make_account(season, ASEL, by="test", email=" Asel@Example.kz ")
    return season


def test_a_person_is_found_by_the_verified_e_mail_in_any_letters(known):
    assert find_accounts(known, claim("ASEL@example.KZ")) == [ASEL]
    assert find_accounts(known, claim("asel@example.kz.evil.org")) == []
    assert find_accounts(known, claim(None)) == []
    assert find_accounts(known, claim("")) == []


def test_a_person_is_found_by_the_subject_of_its_own_issuer_only(season):
    make_account(season, ASEL, by="test", issuer=ISSUER, subject="7")
    other = Claims("https://evil.example", "7", dt.datetime.now(dt.UTC))

    assert find_accounts(season, claim(None, subject="7")) == [ASEL]
    assert find_accounts(season, claim(None, subject="8")) == []
    assert find_accounts(season, other) == []


def test_who_signed_in_at_the_provider_too_long_ago_does_so_again(known):
    assert find_accounts(known, claim(ago=13 * 86_400)) == [ASEL]
    assert find_accounts(known, claim(ago=15 * 86_400)) == []


def test_signing_out_everywhere_asks_the_provider_anew(known):
    before = claim(ago=5)
    end_sessions(known, ASEL.person)
    later = claim(ago=-5)

    assert (find_accounts(known, before), find_accounts(known, later)) == ([], [ASEL])


def test_somebody_with_two_roles_has_both(known):
    organiser = Identity(ASEL.person, "organiser", Scope(region="KZ-35"))
    make_account(known, organiser, by="test", email=ASEL.person)

    assert find_accounts(known, claim()) == [organiser, ASEL]


def test_an_account_that_is_taken_back_opens_nothing(known):
    listed = [(row["kind"], row["person"], row["expires_at"]) for row in list_people(known)]
    end_everything(known, ASEL.person)

    assert listed == [("account", ASEL.person, None)]
    assert (find_accounts(known, claim()), list_people(known)) == ([], [])


def test_an_account_asks_everybody_as_an_invitation_does(season):
    before = has_invites(season)
    make_account(season, ASEL, by="test", email=ASEL.person)

    assert (before, has_invites(season)) == (False, True)


@pytest.mark.parametrize(
    ("role", "scope", "email", "says"),
    [
        ("chief_expert", Scope(contest=CONTEST), None, "by which e-mail"),
        ("chief_expert", Scope(contest=CONTEST), "  ", "by which e-mail"),
        ("chief_expert", Scope(), "a@b.kz", "is given for contest"),
        ("organiser", Scope(region="KZ-99"), "a@b.kz", "no region KZ-99"),
        ("local", Scope(), "a@b.kz", "no role local"),
    ],
)
def test_an_account_is_refused_as_an_invitation_is(season, role, scope, email, says):
    with pytest.raises(Refused, match=says):
        make_account(season, Identity("somebody", role, scope), by="test", email=email)

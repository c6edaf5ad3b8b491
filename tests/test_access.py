"""Who may see and do what."""

from typing import get_args

import pytest

from kasipkor_core import access, house
from kasipkor_core.ui import menus

ROLES = get_args(access.Role)


@pytest.mark.parametrize(
    ("role", "is_final", "shown", "sees"),
    [
        ("expert", False, False, False),
        ("expert", False, True, True),
        ("expert", True, False, True),
        ("public", False, False, False),
        ("local", False, False, True),
    ],
)
def test_wm_08_places_of_a_contest_being_marked_are_seen_only_when_the_ruleset_shows_them(
    role, is_final, shown, sees
):
    assert access.sees_places(role, is_final=is_final, shown_while_marking=shown) is sees


def test_the_public_may_do_nothing():
    acts = ("upload", "undo", "see_live", "see_originals")

    assert [act for act in acts if access.may("public", act)] == []


def test_the_table_in_the_docs_is_what_the_program_does():
    text = (house.ROOT / "docs" / "roles.md").read_text(encoding="utf-8")

    assert text.endswith(access.write_table())


def test_every_screen_says_who_may_see_it():
    assert set(menus.list_addresses()) <= set(access.SCREENS)
    assert {role for roles in access.SCREENS.values() for role in roles} <= set(ROLES)


def test_what_is_not_listed_is_refused():
    unknown = (access.may("king", "upload"), access.sees_screen("organiser", "new-screen"))

    assert (unknown, access.sees_screen("administrator", "new-screen")) == ((False, False), True)
    assert access.act_of("erasure", None) == ()


@pytest.mark.parametrize(
    ("role", "scope", "everywhere"),
    [
        ("organiser", access.EVERYWHERE, False),  # bound, but given no place: nowhere
        ("organiser", access.Scope(region="KZ-75"), False),
        ("administrator", access.EVERYWHERE, True),
        ("jury_representative", access.Scope(contest="c"), False),
        ("jury_representative", access.EVERYWHERE, True),
        ("operator", access.EVERYWHERE, True),
    ],
)
def test_a_bound_role_without_its_place_holds_nowhere(role, scope, everywhere):
    assert access.is_everywhere(role, scope) is everywhere
    assert access.covers(scope, contest="other", region="KZ-35") is False

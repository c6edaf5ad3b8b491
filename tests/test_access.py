"""Who may see and do what."""

import pytest

from kasipkor_core import access


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

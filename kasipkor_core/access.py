"""Who may see and do what. Pure: pages and commands ask here, nowhere else.

Before identity is built every visitor is the role ``local``, which may see and do everything
that the one who can open the file may; the screens say so.
"""

from typing import Literal, get_args

Role = Literal[
    "local",
    "public",
    "participant",
    "expert",
    "chief_expert",
    "jury_representative",
    "organiser",
    "administrator",
    "auditor",
]
Act = Literal[
    "upload",
    "undo",
    "see_live",
    "see_originals",
    "apply",
    "mark",
    "decide",
    "publish",
    "set_target",
]

_ACTS: dict[Role, frozenset[Act]] = {
    "local": frozenset(get_args(Act)),
    "public": frozenset(),
    "participant": frozenset({"apply"}),
    "expert": frozenset({"see_live", "mark"}),
    "chief_expert": frozenset({"see_live", "upload", "undo", "see_originals", "mark", "decide"}),
    "jury_representative": frozenset({"see_live", "upload", "see_originals", "mark", "decide"}),
    "organiser": frozenset({"see_live", "upload", "undo", "see_originals", "apply", "decide"}),
    "administrator": frozenset(get_args(Act)) - {"mark"},
    "auditor": frozenset({"see_live", "see_originals"}),
}
_SEES_PLACES_ALWAYS: frozenset[Role] = frozenset({"local"})


def may(role: Role, act: Act) -> bool:
    """Tell whether a role may do an act."""
    return act in _ACTS[role]


def sees_places(role: Role, *, is_final: bool, shown_while_marking: bool) -> bool:
    """Tell whether places, points and awards of a contest are shown to a role.

    Args:
        role: Who looks.
        is_final: The contest is signed and nothing is missing.
        shown_while_marking: ``show_places_while_marking`` of the contest's ruleset.

    Source:
        Rulebook WM-08: juries of a contest that is being marked see what is missing, not places.
    """
    return is_final or shown_while_marking or role in _SEES_PLACES_ALWAYS

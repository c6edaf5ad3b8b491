"""Who may see and do what. Pure: pages, API, commands and the ledger's writer ask here only.

``local`` is whoever opens the pages of a server that asks nobody to sign in; ``operator`` is
whoever can open the file at the command line; ``demo`` wrote the demonstration season. These three
may do everything. All other roles are given by an invitation, most of them for one region or one
contest; docs/roles.md is this module as a table.
"""

from dataclasses import dataclass
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
    "appeal",
    "mark",
    "check",
    "lock",
    "decide",
    "publish",
    "set_target",
    "invite",
    "admit",
    "erase",
    "merge",
    "prove",
]
Place = Literal["region", "contest", "entry"]

_ACTS: dict[str, frozenset[Act]] = {
    "local": frozenset(get_args(Act)),
    "public": frozenset(),
    "participant": frozenset({"apply", "appeal"}),
    "expert": frozenset({"see_live", "mark", "check"}),
    "chief_expert": frozenset(
        {"see_live", "upload", "undo", "see_originals", "mark", "check", "lock", "decide", "admit"}
    ),
    "jury_representative": frozenset(
        {"see_live", "upload", "see_originals", "mark", "check", "decide"}
    ),
    "organiser": frozenset(
        {"see_live", "upload", "undo", "see_originals", "apply", "check", "decide", "admit"}
    ),
    "administrator": frozenset(get_args(Act)) - {"mark"},
    "auditor": frozenset({"see_live", "see_originals", "prove"}),
}
_BEYOND_ASKING = frozenset({"local", "operator", "demo"})
_SEES_PLACES_ALWAYS: frozenset[str] = frozenset({"local"})
_BOUND: dict[str, Place] = {
    "expert": "contest",
    "chief_expert": "contest",
    "organiser": "region",
}
_MAY_BE_BOUND: dict[str, Place] = {"jury_representative": "contest", "participant": "entry"}
_DECIDED_BY: dict[str, tuple[Act, ...]] = {  # every other decision needs ``decide``
    "check": ("check",),
    "accept": ("check",),
    "lock": ("lock",),
    "unlock": ("lock",),
    "erase": ("erase",),
    "appeal": ("appeal", "decide"),
    "conflict": ("mark", "decide"),  # an expert declares, others decide
}
INVITED: tuple[Role, ...] = tuple(
    role for role in get_args(Role) if role not in ("local", "public")
)

_JURY = ("expert", "chief_expert", "jury_representative")
_OFFICE = ("organiser", "administrator", "auditor")
_EVERYBODY = tuple(get_args(Role))
SCREENS: dict[str, tuple[str, ...]] = {
    "": _EVERYBODY,
    "live": _EVERYBODY,
    "awards": _EVERYBODY,
    "participant": _EVERYBODY,
    "my-result": ("participant",),
    "archive": _EVERYBODY,
    "quotas": _EVERYBODY,
    "civil-service": _EVERYBODY,
    "vacancies": _EVERYBODY,
    "schedule": _EVERYBODY,
    "progress": _EVERYBODY,
    "centres": _EVERYBODY,
    "exams": _EVERYBODY,
    "my-contests": (*_JURY, *_OFFICE),
    "ties": (*_JURY, *_OFFICE),
    "judges": (*_JURY[1:], *_OFFICE),
    "upload": ("chief_expert", "jury_representative", "organiser", "administrator"),
    "batches": (*_JURY[1:], *_OFFICE),
    "marks": _JURY,
    "participants": ("participant", *_OFFICE),
    "contests": (*_JURY[1:], *_OFFICE),
    "documents": (*_JURY[1:], *_OFFICE),
    "readiness": (*_JURY[1:], *_OFFICE),
    "appeals": _EVERYBODY,
    "people": ("administrator",),
    "venues": ("administrator",),
    "ledger": _EVERYBODY,
}


@dataclass(frozen=True)
class Scope:
    """Where a role holds.

    Attributes:
        region: ISO code of the one region, or null.
        contest: Id of the one contest, or null; both null: everywhere.
        entry: Id of the one entry of that contest, or null: a participant's own.
    """

    region: str | None = None
    contest: str | None = None
    entry: str | None = None


EVERYWHERE = Scope()


def may(role: str, act: Act) -> bool:
    """Tell whether a role may do an act, somewhere; a role that is none may nothing."""
    return role in _BEYOND_ASKING or act in _ACTS.get(role, frozenset())


def is_beyond_asking(role: str) -> bool:
    """Tell whether a role is one of those that may do everything, because nobody could stop it."""
    return role in _BEYOND_ASKING


def sees_screen(role: str, screen: str) -> bool:
    """Tell whether a role may open a screen; one that is not listed only an administrator may.

    Args:
        role: Who looks.
        screen: Address of the screen without its slash; empty for the overview.
    """
    return role in _BEYOND_ASKING or role in SCREENS.get(screen, ("administrator",))


def sees_unpublished(role: str) -> bool:
    """Tell whether a role sees, within its scope, what is not published."""
    return role in _BEYOND_ASKING or may(role, "see_live")


def sees_places(role: str, *, is_final: bool, shown_while_marking: bool) -> bool:
    """Tell whether places, points and awards of a contest are shown to a role.

    Args:
        role: Who looks.
        is_final: The contest is signed and nothing is missing.
        shown_while_marking: ``show_places_while_marking`` of the contest's ruleset.

    Source:
        Rulebook WM-08: juries of a contest that is being marked see what is missing, not places.
    """
    return is_final or shown_while_marking or role in _SEES_PLACES_ALWAYS


def bound_by(role: str) -> Place | None:
    """Return whether a role is given for one region or one contest, or null for everywhere."""
    return _BOUND.get(role)


def fits(role: str, scope: Scope) -> bool:
    """Tell whether a role can be given for a scope: exactly the place it is bound by."""
    place = bound_by(role)
    if place is None and scope != EVERYWHERE:
        place = _MAY_BE_BOUND.get(role)
    wanted = (place == "region", place in ("contest", "entry"), place == "entry")
    return wanted == tuple(one is not None for one in (scope.region, scope.contest, scope.entry))


def is_everywhere(role: str, scope: Scope) -> bool:
    """Tell whether a role holds everywhere; one that is bound but has no place holds nowhere."""
    if role in _BEYOND_ASKING:
        return True
    return bound_by(role) is None and scope == EVERYWHERE


def covers(scope: Scope, *, contest: str | None, region: str | None) -> bool:
    """Tell whether a place lies inside a scope that names a region or a contest."""
    if scope.contest is not None:
        return contest == scope.contest
    return scope.region is not None and region == scope.region


def is_own(scope: Scope, subject: str) -> bool:
    """Tell whether a subject ``contest/entry`` is the entry that a scope names."""
    return scope.entry is not None and subject == f"{scope.contest}/{scope.entry}"


def act_of(kind: str, sheet_kind: str | None) -> tuple[Act, ...]:
    """Return the acts of which one is needed to write a batch.

    Args:
        kind: Kind of the batch; an unknown one needs what only those beyond asking may.
        sheet_kind: Kind of its sheet, or null; of a decision the kind of that.
    """
    if kind == "decision" and sheet_kind in _DECIDED_BY:
        return _DECIDED_BY[sheet_kind]
    if kind == "sheet" and sheet_kind == "targets":
        return ("set_target",)
    if kind == "sheet":
        extra: dict[str | None, tuple[Act, ...]] = {"participants": ("apply",), "marks": ("mark",)}
        return (*extra.get(sheet_kind, ()), "upload")
    known: dict[str, tuple[Act, ...]] = {
        "undo": ("undo",),
        "decision": ("decide",),
        "advance": ("decide",),
        "document": ("decide",),
        "publication": ("publish",),
        "merge": ("merge",),
    }
    return known.get(kind, ())


def write_table() -> str:
    """Return who may what as two Markdown tables: docs/roles.md holds them."""
    lines = ["| role | given for | " + " | ".join(get_args(Act)) + " |"]
    lines.append("|---" * (len(get_args(Act)) + 2) + "|")
    for role in get_args(Role):
        cells = ["✓" if may(role, act) else "" for act in get_args(Act)]
        lines.append(f"| {role} | {_place(role)} | " + " | ".join(cells) + " |")
    lines += ["", "| screen | " + " | ".join(get_args(Role)) + " |"]
    lines.append("|---" * (len(get_args(Role)) + 1) + "|")
    for screen in SCREENS:
        cells = ["✓" if sees_screen(role, screen) else "" for role in get_args(Role)]
        lines.append(f"| `/{screen}` | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _place(role: str) -> str:
    bound = bound_by(role)
    return f"one {bound}" if bound else "everywhere"

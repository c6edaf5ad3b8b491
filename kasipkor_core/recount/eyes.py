"""The second person behind a sheet: who entered it, who else checked or signed (WM-09, BP-16)."""

from collections.abc import Iterable
from dataclasses import dataclass

_NOBODY = "local"  # role of a server that asks nobody to sign in


@dataclass(frozen=True)
class Sheet:
    """A sheet of marks or points that counts: its batch and who brought it."""

    batch_no: int
    person: str


@dataclass(frozen=True)
class Vouch:
    """A decision about the sheets of a contest.

    Attributes:
        batch_no: The act that recorded it.
        kind: check, sign_off or reopen; others say nothing about sheets.
        value: Of a check: a batch, or ``all``.
        who: Who is named as deciding.
        person: Who recorded it.
        role: In which role.
    """

    batch_no: int
    kind: str
    value: str
    who: str
    person: str
    role: str


@dataclass(frozen=True)
class Eyes:
    """What stands behind a sheet beside who entered it."""

    batch_no: int
    is_checked: bool
    is_seconded: bool


def count_eyes(
    sheets: Iterable[Sheet], decisions: Iterable[Vouch], *, changed_batch_no: int
) -> list[Eyes]:
    """Return for each sheet whether a second person checked it, or checked or signed.

    Args:
        sheets: The sheets in force of one contest.
        decisions: Its decisions in force that are about no single entry.
        changed_batch_no: The newest act that changed what the contest is marked on.

    Source:
        Rulebook WM-09, BP-16; CONTRACTS "States" (a later change voids later states).
    """
    known = list(decisions)
    reopened = max((one.batch_no for one in known if one.kind == "reopen"), default=0)
    found = []
    for sheet in sheets:
        kinds = {
            one.kind
            for one in known
            if _is_another(one, sheet)
            and _holds(one, sheet, changed=changed_batch_no, reopened=reopened)
        }
        found.append(Eyes(sheet.batch_no, "check" in kinds, bool(kinds)))
    return found


def _is_another(one: Vouch, sheet: Sheet) -> bool:
    entered = _fold(sheet.person)
    return one.role != _NOBODY and entered not in (_fold(one.person), _fold(one.who))


def _holds(one: Vouch, sheet: Sheet, *, changed: int, reopened: int) -> bool:
    if one.kind == "sign_off":
        return one.batch_no > max(changed, reopened)
    if one.kind != "check":
        return False
    if one.value == "all":
        return one.batch_no > changed
    return one.value == str(sheet.batch_no)


def _fold(person: str) -> str:
    return person.strip().lower()

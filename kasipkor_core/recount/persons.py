"""Who is the same person in several entries, as people have said it (WS-10, EX-06)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

EntryKey = tuple[int, int]


@dataclass(frozen=True)
class Member:
    """One member of an entry.

    Attributes:
        entry: Contest and entry number.
        member: What tells the members of an entry apart.
        code: Code of the person on the sheet; null: none.
        name: Full name; null once erased.
        region: Own region, else that of the contest.
        organisation: Own organisation.
    """

    entry: EntryKey
    member: int
    code: str | None = None
    name: str | None = None
    region: str | None = None
    organisation: str | None = None

    @property
    def key(self) -> str:
        """Return what stands for the person until somebody says more."""
        code = (self.code or "").strip().upper()
        return code or f"/{self.entry[0]}/{self.entry[1]}/{self.member}"


def join_persons(
    members: Iterable[Member], merged: Iterable[tuple[EntryKey, EntryKey]]
) -> dict[EntryKey, frozenset[str]]:
    """Return the persons of each entry, by one key for all that were merged.

    Args:
        members: The members of all entries.
        merged: Pairs of entries that people called the same person.

    Source:
        CONTRACTS "Ids": nothing is merged without a decision.
    """
    entries: dict[EntryKey, list[Member]] = {}
    for member in members:
        entries.setdefault(member.entry, []).append(member)
    leader: dict[str, str] = {}
    for first, second in merged:
        for one, other in _pair(entries.get(first, []), entries.get(second, [])):
            _join(leader, one.key, other.key)
    return {
        entry: frozenset(_find(leader, member.key) for member in group)
        for entry, group in entries.items()
    }


def fold_name(name: str) -> tuple[str, ...]:
    """Return the words of a name for comparing, in the order of their letters."""
    plain = unicodedata.normalize("NFC", name).lower().replace("ё", "е")
    return tuple(sorted(filter(None, re.split(r"[\s.,]+", plain))))


def _pair(first: list[Member], second: list[Member]) -> list[tuple[Member, Member]]:
    if len(first) == len(second) == 1:
        return [(first[0], second[0])]
    return [(one, other) for one in first for other in second if _look_alike(one, other)]


def _look_alike(one: Member, other: Member) -> bool:
    if not one.name or not other.name or (one.code and other.code):
        return False
    near = [(one.organisation, other.organisation), (one.region, other.region)]
    return fold_name(one.name) == fold_name(other.name) and any(a and a == b for a, b in near)


def _join(leader: dict[str, str], one: str, other: str) -> None:
    least, greatest = sorted((_find(leader, one), _find(leader, other)))
    if least != greatest:
        leader[greatest] = least


def _find(leader: Mapping[str, str], key: str) -> str:
    while key in leader:
        key = leader[key]
    return key

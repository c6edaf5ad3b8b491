"""A draw that anybody can draw again: a hash before, a seed after, one rule (docs/draw.md)."""

import hashlib
from collections.abc import Iterable

_DIGITS = 64


def commit_to(seed: str) -> str:
    """Return what is published before a draw: the SHA-256 of the seed."""
    return _digest(seed)


def is_commitment(text: str) -> bool:
    """Tell whether a text can be a commitment: 64 hexadecimal digits in small letters."""
    return len(text) == _DIGITS and set(text) <= set("0123456789abcdef")


def number_entry(seed: str, chain: str, contest: str, entry: str) -> str:
    """Return the number of an entry.

    Args:
        seed: What was committed to.
        chain: Hash of the act that committed, in the chain of the ledger. Whoever chose the seed
            could not know it, so nobody can choose a seed by what it will draw.
        contest: Contest id.
        entry: Entry id.
    """
    return _digest(f"{seed}\n{chain}\n{contest}\n{entry}")


def draw_entries(seed: str, chain: str, contest: str, entries: Iterable[str]) -> list[str]:
    """Return the entries in the order in which they are drawn: the least number first."""
    return sorted(entries, key=lambda entry: number_entry(seed, chain, contest, entry))


def give_workplaces(seed: str, chain: str, contest: str, entries: Iterable[str]) -> dict[str, int]:
    """Return the workplace of each entry: who is drawn first has workplace 1."""
    order = draw_entries(seed, chain, contest, entries)
    return {entry: workplace for workplace, entry in enumerate(order, 1)}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

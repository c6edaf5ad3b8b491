"""Who goes on from a region, and how its persons lie against the edition's range (WS-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

_CENTS = 100
Rank = tuple[int, Fraction]


@dataclass(frozen=True)
class QuotaRule:
    """What the edition says (WS-10); null bounds: no rule.

    Attributes:
        minimum: Fewest persons.
        maximum: Most persons.
        enforce: The most persons is a limit, not a warning.
    """

    minimum: int | None = None
    maximum: int | None = None
    enforce: bool = False


@dataclass(frozen=True)
class Winner:
    """An entry with a place that goes on.

    Attributes:
        entry: Contest and entry number.
        place: Place in its contest.
        total: Exact points; null: a result without points.
        persons: Its persons.
        stream: wsk, abilympics, deafskills or agroskills.
        verdict: ``in`` or ``out`` by a decision of people; null: none.
        is_given_up: The seat was given up.
    """

    entry: tuple[int, int]
    place: int
    total: Fraction | None
    persons: frozenset[str]
    stream: str = "wsk"
    verdict: str | None = None
    is_given_up: bool = False

    @property
    def rank(self) -> Rank:
        """Return what the list is ordered by: place, then the mark to hundredths, best first."""
        if self.total is None:
            return self.place, Fraction(1)
        cents = (self.total * _CENTS + Fraction(1, 2)).__floor__()
        return self.place, -Fraction(cents)


@dataclass(frozen=True)
class QuotaCount:
    """One region at one level: the columns of ``mart.quotas``."""

    winners: int
    persons: int
    persons_wsk: int
    persons_abilympics: int
    persons_deafskills: int
    persons_agroskills: int
    minimum: int | None
    maximum: int | None
    status: str
    seats_in: int
    seats_hold: int


def decide_seats(winners: Sequence[Winner], rule: QuotaRule) -> dict[tuple[int, int], str]:
    """Return ``in``, ``hold`` or ``out`` for every winner of a region.

    Args:
        winners: The winners of one region at one level, all streams.
        rule: The range of the edition.

    Source:
        Rulebook WS-10: by place, then mark; peers of a tie cumulate together; an entry is in
        when the persons up to it do not exceed the most; a tie or a team across the border
        waits; everything after is out; what people decided holds. EX-06: a person counts at the
        best row only, and an entry whose persons all count elsewhere follows those rows.
    """
    best = _choose_best(winners)
    seats = {
        winner.entry: _decide(winner, winners, best, rule)
        for winner in winners
        if _count_fresh(winner, best) or not _is_limited(rule) or _is_settled(winner)
    }
    order = ("in", "hold", "out")
    followed = {
        winner.entry: max((seats[best[person]] for person in winner.persons), key=order.index)
        for winner in winners
        if winner.entry not in seats
    }
    return seats | followed


def count_quota(
    winners: Sequence[Winner], others_in: Sequence[Winner], rule: QuotaRule
) -> QuotaCount:
    """Return how many persons a region determined, and how many go on.

    Args:
        winners: The winners of one region at one level.
        others_in: Entries from the reserve that a decision lets go on.
        rule: The range of the edition.
    """
    seats = decide_seats(winners, rule)
    going = _unite([one for one in winners if seats[one.entry] == "in"] + [*others_in])
    held = _unite([one for one in winners if seats[one.entry] == "hold"])
    streams = {
        stream: len(_unite([one for one in winners if one.stream == stream]))
        for stream in ("wsk", "abilympics", "deafskills", "agroskills")
    }
    persons = len(_unite(winners))
    return QuotaCount(
        winners=len(winners),
        persons=persons,
        persons_wsk=streams["wsk"],
        persons_abilympics=streams["abilympics"],
        persons_deafskills=streams["deafskills"],
        persons_agroskills=streams["agroskills"],
        minimum=rule.minimum,
        maximum=rule.maximum,
        status=judge_count(persons, rule),
        seats_in=len(going),
        seats_hold=len(held - going),
    )


def judge_count(persons: int, rule: QuotaRule) -> str:
    """Return how a number of persons lies against the range, both ends included."""
    if rule.minimum is None and rule.maximum is None:
        return "no_rule"
    if rule.minimum is not None and persons < rule.minimum:
        return "below_min"
    if rule.maximum is not None and persons > rule.maximum:
        return "above_max"
    return "in_range"


def _is_limited(rule: QuotaRule) -> bool:
    return rule.enforce and rule.maximum is not None


def _is_settled(winner: Winner) -> bool:
    return winner.is_given_up or winner.verdict is not None


def _choose_best(winners: Sequence[Winner]) -> dict[str, tuple[int, int]]:
    """Return the entry at which each person counts; a given-up seat only where it is the last."""
    order = sorted(winners, key=lambda one: (one.is_given_up, one.rank, one.entry), reverse=True)
    return {person: winner.entry for winner in order for person in winner.persons}


def _count_fresh(winner: Winner, best: dict[str, tuple[int, int]]) -> int:
    return sum(best[person] == winner.entry for person in winner.persons)


def _decide(
    winner: Winner,
    winners: Sequence[Winner],
    best: dict[str, tuple[int, int]],
    rule: QuotaRule,
) -> str:
    if winner.is_given_up:
        return "out"
    if winner.verdict is not None:
        return winner.verdict
    if not rule.enforce or rule.maximum is None:
        return "in"
    before = sum(_count_fresh(one, best) for one in winners if one.rank < winner.rank)
    peers = sum(_count_fresh(one, best) for one in winners if one.rank == winner.rank)
    if before + peers <= rule.maximum:
        return "in"
    return "hold" if before < rule.maximum else "out"


def _unite(winners: Sequence[Winner]) -> frozenset[str]:
    return frozenset(person for winner in winners for person in winner.persons)

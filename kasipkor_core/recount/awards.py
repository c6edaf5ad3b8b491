"""Who gets what: medals on the scale (WM-30 to WM-35) and categories by place (BP-15 to BP-18)."""

from collections.abc import Iterable, Mapping

from kasipkor_core.recount.facts import Decision, MedalRules, Points, PrizeRules

MEDALS = ("gold", "silver", "bronze")
AWARDS = (*MEDALS, "medallion", "certificate")
NO_AWARD = "none"
MANY_GOLDS = 3
MANY_SILVERS = 2


def give_medals(scores: Mapping[int, int], rules: MedalRules, *, centre: int) -> dict[int, str]:
    """Return the award of every ranked entry.

    Args:
        scores: Whole scale scores by ``entry_no``, ranked entries only.
        rules: Tolerance and limits of entries.
        centre: Centre of the scale; from here on up there is a medallion.

    Returns:
        gold, silver, bronze, medallion or certificate; empty where too few entries leave the
        contest without a result.

    Source:
        Rulebook WM-30 to WM-35. Where a limit of entries takes a medal away, the holder is
        judged as one without a medal (WM-34).
    """
    ladder = share_medals(sorted(scores.values(), reverse=True), rules.tolerance)
    fewest = dict(rules.fewest)
    allowed = {award for award in AWARDS if len(scores) >= fewest.get(award, 0)}
    found = {
        number: [ladder.get(score, ""), "medallion" if score >= centre else "certificate"]
        for number, score in scores.items()
    }
    return {
        number: next(award for award in awards if award in allowed)
        for number, awards in found.items()
        if allowed.intersection(awards)
    }


def share_medals(ladder: list[int], tolerance: int) -> dict[int, str]:
    """Return the medal of each score that has one.

    Args:
        ladder: All scores, best first, equal ones repeated.
        tolerance: Scale points from the top of a group; never chained.

    Source:
        Rulebook WM-30 (gold), WM-31 (one gold), WM-32 (two), WM-33 (three or more).
    """
    gold, rest = _take_group(ladder, ladder[:1], tolerance)
    silver: list[int] = []
    if len(gold) == 1:
        silver, rest = _take_group(rest, rest[:1], tolerance)
    bronze, _ = _take_group(rest, _choose_bronze_top(gold, silver, rest), tolerance)
    groups = zip(MEDALS, (gold, silver, bronze), strict=True)
    return {score: medal for medal, group in groups for score in group}


def _choose_bronze_top(gold: list[int], silver: list[int], rest: list[int]) -> list[int]:
    """Return the score that bronze is measured from: the next one, or the last of a big group."""
    if len(gold) >= MANY_GOLDS:
        return gold[-1:]
    if len(silver) >= MANY_SILVERS:
        return silver[-1:]
    return rest[:1]


def _take_group(ladder: list[int], top: list[int], tolerance: int) -> tuple[list[int], list[int]]:
    size = sum(score >= top[0] - tolerance for score in ladder) if top else 0
    return ladder[:size], ladder[size:]


def propose_prizes(
    places: Mapping[int, int],
    points: Mapping[int, Points],
    rules: PrizeRules,
    decisions: Iterable[Decision],
) -> dict[int, str]:
    """Return the proposed category of the entries that have one.

    Args:
        places: Place by ``entry_no``, ranked entries only.
        points: Points by ``entry_no``.
        rules: Prize places, least points, what a shared first place means.
        decisions: In force, newest last; a decision ``tie`` with the value ``both`` (or ``all``,
            or ``share``) about the contest lets the sharers of the first place win together.

    Source:
        Rulebook BP-15, BP-18. Places are never changed by the choice of a winner.
    """
    named = {1: "winner"} | {place: f"prize_{place}" for place in rules.prize_places}
    proposed = {
        number: named[place]
        for number, place in places.items()
        if place in named and _reaches(points[number], rules)
    }
    first = [number for number, place in places.items() if place == 1]
    unsolved = set(first) - set(_choose_winners(first, points, rules, decisions))
    return {number: award for number, award in proposed.items() if number not in unsolved}


def _reaches(points: Points, rules: PrizeRules) -> bool:
    return rules.min_points is None or (points.total or 0) >= rules.min_points


def _choose_winners(
    first: list[int],
    points: Mapping[int, Points],
    rules: PrizeRules,
    decisions: Iterable[Decision],
) -> list[int]:
    """Return who of the first place is proposed as winner; nobody while the jury must decide."""
    shared = {"both", "all", "share"}
    ties = [one.value for one in decisions if one.kind == "tie" and one.entry_no is None]
    if (
        len(first) <= rules.max_winner
        or rules.winner_tie == "share"
        or (ties and ties[-1] in shared)
    ):
        return first
    if rules.winner_tie == "criteria_order":
        return _compare_criteria(first, points, rules.criteria_order)
    return []


def _compare_criteria(
    first: list[int], points: Mapping[int, Points], order: Iterable[str]
) -> list[int]:
    best = first
    for criterion in order:
        found = {number: dict(points[number].criteria).get(criterion, -1) for number in best}
        best = [number for number in best if found[number] == max(found.values())]
    return best if len(best) == 1 else []


def apply_jury(awards: Mapping[int, str], decisions: Iterable[Decision]) -> dict[int, str]:
    """Return the awards with the jury's decisions put over the proposals.

    Args:
        awards: Proposed award by ``entry_no``.
        decisions: In force, newest last; kind ``award`` about an entry; ``none`` takes away.

    Source:
        Rulebook BP-17, BP-18 (one category an entry; the newest decision holds).
    """
    decided = dict(awards)
    for decision in decisions:
        if decision.kind == "award" and decision.entry_no is not None:
            decided[decision.entry_no] = decision.value
    return {number: award for number, award in decided.items() if award != NO_AWARD}

"""From a ruleset file to the keys that the second engine knows."""

from collections.abc import Iterable
from decimal import Decimal

from kasipkor_core.recount.facts import MedalRules, PrizeRules, Rules, ScaleRules
from kasipkor_core.recount.works import WorkRules
from kasipkor_core.rulesets import Ruleset
from kasipkor_core.rulesets.model import Award, Awarding, Marking

_NOTHING_MARKED = Marking(partial_total=False, max_points=Decimal(1))


def translate_ruleset(ruleset: Ruleset) -> Rules:
    """Return the keys of a ruleset that change a result."""
    scheme, awarding = ruleset.scheme, ruleset.awarding
    marking = ruleset.marking or _NOTHING_MARKED
    return Rules(
        judges=scheme.judges_per_judgement,
        top_score=scheme.judgement_top,
        spread=scheme.judgement_spread,
        partial_totals=marking.partial_total,
        combine=marking.combine,
        criteria=tuple(
            column.criterion for column in ruleset.criteria if column.sheet == marking.sheet
        ),
        scale=_translate_scale(ruleset),
        medals=_translate_medals(awarding, ruleset.awards) if awarding else None,
        prizes=_translate_prizes(awarding) if awarding else None,
        work=_translate_work(ruleset),
    )


def list_medal_points(ruleset: Ruleset) -> dict[str, int]:
    """Return what each award is worth in a team table (WM-40)."""
    return {award.award: award.medal_points for award in ruleset.awards}


def _translate_work(ruleset: Ruleset) -> WorkRules:
    form, work = ruleset.registration, ruleset.work
    day = form.due_on
    tours = [tour for tour in ruleset.tours if day and tour.starts_on <= day <= tour.ends_on]
    return WorkRules(
        due_on=day,
        inclusive=form.deadline_inclusive,
        zone=ruleset.zone,
        level=tours[0].level if tours else None,
        min_pages=work.min_pages,
        refuses_short=work.min_pages_effect == "refuse",
        missing_is_zero=work.missing_work == "zero",
    )


def _translate_scale(ruleset: Ruleset) -> ScaleRules | None:
    scale = ruleset.scale
    if scale is None:
        return None
    return ScaleRules(scale.centre, scale.spread, scale.estimator, scale.factor)


def _translate_medals(awarding: Awarding, awards: Iterable[Award]) -> MedalRules | None:
    if awarding.kind != "scale":
        return None
    return MedalRules(awarding.tolerance, tuple((one.award, one.min_entries) for one in awards))


def _translate_prizes(awarding: Awarding) -> PrizeRules | None:
    if awarding.kind != "place":
        return None
    return PrizeRules(
        max_winner=awarding.max_winner,
        prize_places=awarding.prize_places,
        min_points=awarding.min_points,
        winner_tie=awarding.winner_tie,
        criteria_order=awarding.criteria_order,
    )

"""What a ruleset becomes in the ``ref`` tables: rows named like their columns."""

from collections.abc import Iterator

from kasipkor_core.rulesets.keys import Label
from kasipkor_core.rulesets.model import Award, Ruleset

Row = dict[str, object]
_FIRST = 1


def list_keys(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the one row of ``ref.ruleset``."""
    yield {
        "ruleset": ruleset.ruleset,
        "content": ruleset.content,
        "programme": ruleset.programme,
        "engine": ruleset.engine,
        "zone": ruleset.zone,
        "show_places_while_marking": ruleset.show_places_while_marking,
        "appeal_days": ruleset.appeals.working_days,
        **_label(ruleset.label),
        **_list_application_keys(ruleset),
        **ruleset.scheme.model_dump(),
        **_list_marking_keys(ruleset),
        **_list_scale_keys(ruleset),
        **_list_awarding_keys(ruleset),
        **_list_advancement_keys(ruleset),
    }


def list_criteria(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.criterion``."""
    for order, criterion in enumerate(ruleset.criteria, start=1):
        yield {
            "sheet": criterion.sheet,
            "ord": order,
            "criterion": criterion.criterion,
            "max_points": criterion.max_points,
            "is_used": ruleset.marking is not None and criterion.sheet == ruleset.marking.sheet,
            **_label(criterion.label),
        }


def list_readings(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.reading``."""
    for order, reading in enumerate(ruleset.readings, start=1):
        plain = reading.model_dump(exclude={"label", "value"})
        value = ruleset.find_value(reading.key) if reading.value is None else reading.value
        yield {"ord": order, **plain, "value": value, **_label(reading.label)}


def list_awards(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.award_rule``; a place that brings no prize is left out."""
    for order, award in enumerate(ruleset.awards, start=1):
        yield {
            "ord": order,
            "award": award.award,
            "rule": award.rule,
            "place": award.place if _brings_prize(ruleset, award) else None,
            "is_by_hand": award.by_hand,
            "medal_points": award.medal_points,
            "min_entries": award.min_entries,
            **_label(award.label),
        }


def list_tie_breaks(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.tie_break``."""
    order = ruleset.awarding.criteria_order if ruleset.awarding else ()
    for step, criterion in enumerate(order, start=1):
        yield {"step": step, "criterion": criterion}


def list_tours(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.tour``."""
    yield from (tour.model_dump() for tour in ruleset.tours)


def list_form_fields(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.form_field``."""
    for order, field in enumerate(ruleset.fields, start=1):
        yield {
            "ord": order,
            "field": field.field,
            "type": field.type,
            "is_required": field.required,
            "is_personal": field.personal,
            **_label(field.label),
        }


def _brings_prize(ruleset: Ruleset, award: Award) -> bool:
    prizes = ruleset.awarding.prize_places if ruleset.awarding else ()
    return award.place == _FIRST or award.place in prizes


def _list_application_keys(ruleset: Ruleset) -> Row:
    return {
        "due_on": ruleset.registration.due_on,
        "is_due_inclusive": ruleset.registration.deadline_inclusive,
        "due_level": _find_due_level(ruleset),
        "is_consent_required": ruleset.registration.consent_required,
        **ruleset.work.model_dump(),
    }


def _find_due_level(ruleset: Ruleset) -> str | None:
    """Return the level of the tour in which forms and works are due (BP-01, BP-04)."""
    due_on = ruleset.registration.due_on
    held = [tour for tour in ruleset.tours if due_on and tour.starts_on <= due_on <= tour.ends_on]
    return held[0].level if held else None


def _list_marking_keys(ruleset: Ruleset) -> Row:
    marking = ruleset.marking
    if marking is None:
        return {}
    return {
        "is_total_partial": marking.partial_total,
        "max_points": marking.max_points,
        "limit_scope": marking.limit_scope,
        "combine": marking.combine,
        "min_experts": marking.min_experts,
        **{f"own_side_{level}": side for level, side in ruleset.own_side.model_dump().items()},
    }


def _list_scale_keys(ruleset: Ruleset) -> Row:
    scale = ruleset.scale.model_dump() if ruleset.scale else {}
    return {f"scale_{key}": value for key, value in scale.items()}


def _list_awarding_keys(ruleset: Ruleset) -> Row:
    awarding = ruleset.awarding
    if awarding is None:
        return {"needs_award_decision": False}
    return {
        "award_kind": awarding.kind,
        "award_tolerance": awarding.tolerance,
        "max_winner": awarding.max_winner,
        "min_points": awarding.min_points,
        "winner_tie": awarding.winner_tie,
        "needs_award_decision": "award" in awarding.signoff,
    }


def _list_advancement_keys(ruleset: Ruleset) -> Row:
    advancement = ruleset.advancement
    papers = ruleset.papers.model_dump()
    return {
        "advancing_award": advancement.award if advancement else None,
        "seats": advancement.seats if advancement else None,
        "is_withdrawn_replaced": advancement.replace_withdrawn if advancement else None,
        **{f"paper_{paper}": holder for paper, holder in papers.items()},
    }


def _label(label: Label) -> Row:
    return {"label_kk": label.kk, "label_ru": label.ru, "label_en": label.en}

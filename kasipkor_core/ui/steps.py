"""From points to award: each step of one entry's result with its rule and its numbers."""

from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

from kasipkor_core import words
from kasipkor_core.i18n import NBSP, format_number, mark, text
from kasipkor_core.ui import cells

_TIES = {
    "shared_place": mark("Equal points share a place; nothing tells them apart."),
    "jury_decision_needed": mark("Only one may have the first place: the jury has to decide."),
    "jury_decision": mark("The jury decided about the shared first place."),
    "criteria_order": mark("Step {step} of the order of criteria told them apart."),
}
_FORMULAS = {
    "mad": ("WM-20", mark("{centre} + {spread} × ({x} − {median}) ÷ ({factor} × {mad}) = {scale}")),
    "centre": ("WM-22", mark("All totals are equal: everyone has {centre}.")),
    "archive": ("WM-24", mark("Published elsewhere as a ready scale score: {scale}.")),
}
_BY_MEAN = mark("{centre} + {spread} × ({x} − {mean}) ÷ {deviation} = {scale}")
_BY_MEDIAN = mark("{centre} + {spread} × ({x} − {median}) ÷ {deviation} = {scale}")
_FLOORS = {"gold": "gold_floor", "silver": "silver_floor", "bronze": "bronze_floor"}


@dataclass(frozen=True)
class Step:
    """One step of a result: what came out, how, and by which rule."""

    name: str
    result: str
    how: tuple[str, ...]
    rule: str


def list_steps(
    entry: dict[str, Any],
    *,
    others: list[dict[str, Any]],
    criteria: list[dict[str, Any]],
    scale: dict[str, Any] | None,
    lang: str,
) -> list[Step]:
    """Return the steps from points to award, each with its rule.

    Args:
        entry: Row of the leaderboard.
        others: All rows of the leaderboard.
        criteria: ``mart.criteria`` of the entry.
        scale: ``mart.scales`` of the contest, if it has a scale.
        lang: kk, ru or en.
    """
    steps = [_points_step(entry, criteria, lang), _place_step(entry, others, lang)]
    if scale and entry["scale"] is not None:
        steps.append(_scale_step(entry, scale, lang))
    if entry["decided_by"]:
        steps.append(_award_step(entry, scale, lang))
    return [step for step in steps if step]


def _points_step(entry: dict[str, Any], criteria: list[dict[str, Any]], lang: str) -> Step | None:
    if entry["total"] is None:
        return _tell_no_total(entry, lang)
    total = format_number(entry["total"], lang, 2)
    how = []
    if len(criteria) > 1:
        parts = [
            f"{cells.name_criterion(row, lang)}{NBSP}{format_number(row['points'], lang, 2)}"
            for row in criteria
        ]
        how.append(f"{' + '.join(parts)} = {total}")
    if entry["marks"] < entry["marks_expected"]:
        how.append(
            text(
                "{done} of {due} are marked so far: the place may change.",
                lang,
                done=entry["marks"],
                due=entry["marks_expected"],
            )
        )
    rule = "WM-11" if any(row["marks"] is not None for row in criteria) else "BP-12"
    return Step(text("Points", lang), total, tuple(how), rule)


def _tell_no_total(entry: dict[str, Any], lang: str) -> Step | None:
    """Say why there are no points; a published scale needs none."""
    if entry["scale"] is not None:
        return None
    if entry["open_aspects"]:
        how = text("Aspects to re-score: {n}", lang, n=entry["open_aspects"])
        return Step(text("Points", lang), "–", (how,), "WM-06")
    how = text("Marks missing: {n}", lang, n=entry["marks_expected"] - entry["marks"])
    return Step(text("Points", lang), "–", (how,), "WM-11")


def _place_step(entry: dict[str, Any], others: list[dict[str, Any]], lang: str) -> Step | None:
    if entry["place"] is None:
        if entry["total"] is None:
            return None
        out = text("Out of ranking: a guest, absent, withdrawn or excluded.", lang)
        return Step(text("Place", lang), "–", (out,), "WM-40")
    ranked = sum(row["place"] is not None for row in others)
    how = [text("{place} of {ranked}, best first.", lang, place=entry["place"], ranked=ranked)]
    if gap := entry["distance_to_next"]:
        digits = 2 if gap == round(gap, 2) else 3  # as the board writes it, and never as nothing
        missing = format_number(gap, lang, digits)
        how.append(text("{gap} points to the place above.", lang, gap=missing))
    if entry["is_tied"]:
        rivals = [
            row["name"] or row["entry"]
            for row in others
            if row["place"] == entry["place"] and row["entry"] != entry["entry"]
        ]
        how.append(text("Shared with: {names}.", lang, names="; ".join(rivals)))
        how.append(text(_TIES[entry["tie_reason"]], lang, step=str(entry["tie_step"] or "")))
    by_jury = entry["tie_reason"] in {"jury_decision_needed", "jury_decision", "criteria_order"}
    shown = f"{entry['place']}{' =' if entry['is_tied'] else ''}"
    return Step(text("Place", lang), shown, tuple(how), "BP-15" if by_jury else "WM-12")


def _scale_step(entry: dict[str, Any], scale: dict[str, Any], lang: str) -> Step:
    numbers = _write_numbers(entry, scale, lang)
    rule, key = _find_formula(entry["scale_method"], scale["estimator"])
    how = [text(key, lang, **numbers)]
    if rule == "WM-22" and entry["scale_method"] == "sd":
        how.append(text("Most totals are equal, so the spread is the standard deviation.", lang))
    if entry["scale_method"] == "mad":
        how.append(
            text(
                "{median} is the median of {ranked} totals, {mad} the median distance to it.",
                lang,
                **numbers,
                ranked=scale["ranked"],
            )
        )
    if scale["few_entries"]:
        how.append(text("Few participants: the scale says little here.", lang))
    return Step(text("Scale", lang), format_number(entry["scale"], lang), tuple(how), rule)


def _find_formula(method: str, estimator: str) -> tuple[str, str]:
    """Return the rule and the formula of a scale."""
    if method == "sd":
        return ("WM-22", _BY_MEDIAN) if estimator == "mad" else ("WM-21", _BY_MEAN)
    return _FORMULAS[method]


def _write_numbers(entry: dict[str, Any], scale: dict[str, Any], lang: str) -> dict[str, str]:
    """Write the numbers of the formula as they go into it."""
    numbers: dict[str, tuple[Decimal | int | None, int]] = {
        "centre": (scale["centre"], 0),
        "spread": (scale["spread"], 0),
        "x": (entry["total"], 2),
        "median": (scale["median"], 2),
        "mean": (scale["mean"], 2),
        "factor": (scale["factor"], 4),
        "mad": (scale["mad"], 2),
        "deviation": (scale["deviation"], 2),
        "scale": (entry["scale"], 0),
    }
    return {name: format_number(value, lang, digits) for name, (value, digits) in numbers.items()}


def _award_step(entry: dict[str, Any], scale: dict[str, Any] | None, lang: str) -> Step:
    award = words.word(words.AWARDS, entry["award"], lang) or text("No award", lang)
    if entry["decided_by"] == "jury":
        how = [text("Decided by the jury; who and why stands below.", lang)]
    elif scale and entry["award"] in _FLOORS:
        how = [_explain_floor(entry, scale, lang)]
    elif scale and entry["award"] == "medallion":
        centre = format_number(scale["centre"], lang)
        how = [
            text("No medal, and at least {centre}, the centre of the scale.", lang, centre=centre)
        ]
    elif scale and entry["award"] == "certificate":
        centre = format_number(scale["centre"], lang)
        how = [text("Below {centre}, the centre of the scale.", lang, centre=centre)]
    else:
        how = [text("The award of this place.", lang)]
    return Step(text("Award", lang), award, tuple(how), entry["decided_by"])


def _explain_floor(entry: dict[str, Any], scale: dict[str, Any], lang: str) -> str:
    return text(
        "{scale} reaches {floor}: the best of the group less {tolerance}.",
        lang,
        scale=format_number(entry["scale"], lang),
        floor=format_number(scale[_FLOORS[entry["award"]]], lang),
        tolerance=str(scale["tolerance"]),
    )


def render_steps(steps: list[Step], lang: str) -> str:
    """Return the steps as an HTML list: name, result, how, rule."""
    return render_list(steps, text("How the place came about", lang))


def render_list(steps: list[Step], label: str) -> str:
    """Return a list of steps by any name as HTML."""
    rows = "".join(map(_render_step, steps))
    return f'<ol class="k-steps" aria-label="{escape(label)}">{rows}</ol>'


def _render_step(step: Step) -> str:
    how = "".join(f"<p>{escape(line)}</p>" for line in step.how)
    rule = "" if step.rule == "jury" else f"<small>{escape(step.rule)}</small>"
    return (
        f"<li><span>{escape(step.name)}</span><b>{escape(step.result)}</b>"
        f"<div>{how}</div>{rule}</li>"
    )

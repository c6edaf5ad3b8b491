"""From rulesets to the rows of the ``ref`` tables that hold rules."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import pyarrow as pa

from kasipkor_core.rulesets import (
    calendar_rows,
    checklist_rows,
    exam_rows,
    movement_rows,
    rows,
    selection_rows,
    vacancy_rows,
)
from kasipkor_core.rulesets.model import Ruleset

Columns = list[tuple[str, pa.DataType]]

_TEXT: pa.DataType = pa.string()
_WHOLE: pa.DataType = pa.int32()
_DATE: pa.DataType = pa.date32()
_FLAG: pa.DataType = pa.bool_()
_POINTS: pa.DataType = pa.decimal128(9, 3)
_LABELS: Columns = [("label_kk", _TEXT), ("label_ru", _TEXT), ("label_en", _TEXT)]
_RULESET: Columns = [
    *(
        (name, _TEXT)
        for name in ("ruleset_hash", "ruleset", "content", "programme", "engine", "zone")
    ),
    *_LABELS,
    ("show_places_while_marking", _FLAG),
    ("due_on", _DATE),
    ("is_due_inclusive", _FLAG),
    ("due_level", _TEXT),
    ("is_consent_required", _FLAG),
    ("min_pages", _WHOLE),
    ("min_pages_effect", _TEXT),
    ("missing_work", _TEXT),
    ("scheme_total", _POINTS),
    ("aspect_max", _POINTS),
    ("criteria_min", _WHOLE),
    ("criteria_max", _WHOLE),
    ("wsos_sections_min", _WHOLE),
    ("wsos_sections_max", _WHOLE),
    ("wsos_total", _WHOLE),
    ("wsos_tolerance", _POINTS),
    ("judges_per_judgement", _WHOLE),
    ("judgement_top", _WHOLE),
    ("judgement_spread", _POINTS),
    ("is_total_partial", _FLAG),
    ("max_points", _POINTS),
    ("limit_scope", _TEXT),
    ("combine", _TEXT),
    ("min_experts", _WHOLE),
    ("own_side_college", _TEXT),
    ("own_side_oblast", _TEXT),
    ("own_side_republic", _TEXT),
    ("own_side_international", _TEXT),
    ("scale_estimator", _TEXT),
    ("scale_centre", _WHOLE),
    ("scale_spread", _WHOLE),
    ("scale_factor", pa.decimal128(9, 4)),
    ("scale_few_entries", _WHOLE),
    ("award_kind", _TEXT),
    ("award_tolerance", _WHOLE),
    ("max_winner", _WHOLE),
    ("min_points", _POINTS),
    ("winner_tie", _TEXT),
    ("needs_award_decision", _FLAG),
    ("appeal_days", _WHOLE),
    ("advancing_award", _TEXT),
    ("seats", _WHOLE),
    ("is_withdrawn_replaced", _FLAG),
    ("paper_certificate", _TEXT),
    ("paper_diploma", _TEXT),
    ("paper_letter_of_thanks", _TEXT),
]
_CRITERION: Columns = [
    ("ruleset_hash", _TEXT),
    ("sheet", _TEXT),
    ("ord", _WHOLE),
    ("criterion", _TEXT),
    ("max_points", _POINTS),
    *_LABELS,
    ("is_used", _FLAG),
]
_AWARD: Columns = [
    ("ruleset_hash", _TEXT),
    ("ord", _WHOLE),
    ("award", _TEXT),
    ("rule", _TEXT),
    ("place", _WHOLE),
    ("is_by_hand", _FLAG),
    ("medal_points", _WHOLE),
    ("min_entries", _WHOLE),
    *_LABELS,
]
_TIE_BREAK: Columns = [("ruleset_hash", _TEXT), ("step", _WHOLE), ("criterion", _TEXT)]
_TOUR: Columns = [
    ("ruleset_hash", _TEXT),
    ("tour", _WHOLE),
    ("level", _TEXT),
    ("starts_on", _DATE),
    ("ends_on", _DATE),
]
_READING: Columns = [
    ("ruleset_hash", _TEXT),
    ("ord", _WHOLE),
    ("reading", _TEXT),
    ("key", _TEXT),
    ("value", _TEXT),
    ("changes_winner", _FLAG),
    ("is_confirmed", _FLAG),
    *_LABELS,
]
_FORM_FIELD: Columns = [
    ("ruleset_hash", _TEXT),
    ("ord", _WHOLE),
    ("field", _TEXT),
    ("type", _TEXT),
    ("is_required", _FLAG),
    ("is_personal", _FLAG),
    *_LABELS,
]


def build_reference(rulesets: Sequence[Ruleset]) -> dict[str, pa.Table]:
    """Return the rows of the ``ref`` tables that hold rules, by the name of the table.

    Args:
        rulesets: One per hash; a ruleset may be there in several versions.

    Returns:
        Tables with the columns of ``sql/ref/<name>.sql``: ruleset, criterion, award_rule,
        tie_break, tour, form_field, reading, level_rule, edition_rule, centre, centre_item,
        centre_requirement, passport_field, calendar, period, vacancy_*, exam_* and selection_*.
        Points are decimal(9, 3).
    """
    return {
        "ruleset": _collect(rulesets, rows.list_keys, _RULESET),
        "criterion": _collect(rulesets, rows.list_criteria, _CRITERION),
        "award_rule": _collect(rulesets, rows.list_awards, _AWARD),
        "tie_break": _collect(rulesets, rows.list_tie_breaks, _TIE_BREAK),
        "tour": _collect(rulesets, rows.list_tours, _TOUR),
        "reading": _collect(rulesets, rows.list_readings, _READING),
        "form_field": _collect(rulesets, rows.list_form_fields, _FORM_FIELD),
        "centre": _collect(rulesets, checklist_rows.list_centres, checklist_rows.CENTRE),
        "centre_item": _collect(
            rulesets, checklist_rows.list_centre_items, checklist_rows.CENTRE_ITEM
        ),
        "centre_requirement": _collect(
            rulesets, checklist_rows.list_centre_requirements, checklist_rows.CENTRE_REQUIREMENT
        ),
        "passport_field": _collect(
            rulesets, checklist_rows.list_passport_fields, checklist_rows.PASSPORT_FIELD
        ),
        "level_rule": _collect(rulesets, movement_rows.list_level_rules, movement_rows.LEVEL_RULE),
        "edition_rule": _collect(
            rulesets, movement_rows.list_edition_rules, movement_rows.EDITION_RULE
        ),
        "calendar": _collect(rulesets, calendar_rows.list_calendars, calendar_rows.CALENDAR),
        "period": _collect(rulesets, calendar_rows.list_periods, calendar_rows.PERIOD),
        **_build_vacancy(rulesets),
        **_build_exam(rulesets),
        **{
            name: _collect(rulesets, list_rows, columns)
            for name, (list_rows, columns) in selection_rows.TABLES.items()
        },
    }


def _build_vacancy(rulesets: Sequence[Ruleset]) -> dict[str, pa.Table]:
    kinds = {
        "rule": (vacancy_rows.list_rules, vacancy_rows.RULE),
        "criterion": (vacancy_rows.list_criteria, vacancy_rows.CRITERION),
        "option": (vacancy_rows.list_options, vacancy_rows.OPTION),
        "document": (vacancy_rows.list_documents, vacancy_rows.DOCUMENT),
        "qualification": (vacancy_rows.list_qualifications, vacancy_rows.QUALIFICATION),
    }
    return {
        f"vacancy_{kind}": _collect(rulesets, list_rows, columns)
        for kind, (list_rows, columns) in kinds.items()
    }


def _build_exam(rulesets: Sequence[Ruleset]) -> dict[str, pa.Table]:
    kinds = {
        "rule": (exam_rows.list_rules, exam_rows.RULE),
        "exemption": (exam_rows.list_exemptions, exam_rows.EXEMPTION),
        "grade": (exam_rows.list_grades, exam_rows.GRADE),
        "column": (exam_rows.list_columns, exam_rows.COLUMN),
    }
    return {
        f"exam_{kind}": _collect(rulesets, list_rows, columns)
        for kind, (list_rows, columns) in kinds.items()
    }


def _collect(
    rulesets: Iterable[Ruleset],
    list_rows: Callable[[Ruleset], Iterator[rows.Row]],
    columns: Columns,
) -> pa.Table:
    found = [
        {"ruleset_hash": ruleset.ruleset_hash} | row
        for ruleset in rulesets
        for row in list_rows(ruleset)
    ]
    return pa.Table.from_pylist(found, schema=pa.schema(columns))

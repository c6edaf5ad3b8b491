"""What the sheets of a vacancy contest become in the ``ref`` tables, once for every reading."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pyarrow as pa

from kasipkor_core.rulesets.keys import Label
from kasipkor_core.rulesets.model import Ruleset
from kasipkor_core.rulesets.vacancy import SheetCriterion, Vacancy

Row = dict[str, object]
Columns = list[tuple[str, pa.DataType]]

DEFAULT = "default"
_TEXT: pa.DataType = pa.string()
_WHOLE: pa.DataType = pa.int32()
_FLAG: pa.DataType = pa.bool_()
_POINTS: pa.DataType = pa.decimal128(9, 3)


def _name_columns(*prefixes: str) -> Columns:
    return [(f"{prefix}_{lang}", _TEXT) for prefix in prefixes for lang in ("kk", "ru", "en")]


RULE: Columns = [
    ("ruleset_hash", _TEXT),
    ("ord", _WHOLE),
    ("variant", _TEXT),
    ("reading", _TEXT),
    ("other", _TEXT),
    ("deadline_days", _WHOLE),
    ("is_deadline_inclusive", _FLAG),
    ("is_same_day_counted", _FLAG),
    ("sheet_by", _TEXT),
    ("window_years", _WHOLE),
    ("printed_max", _POINTS),
    ("sheet_cap", _POINTS),
    ("is_per_sheet", _FLAG),
]
CRITERION: Columns = [
    ("ruleset_hash", _TEXT),
    ("variant", _TEXT),
    ("form", _WHOLE),
    ("ord", _WHOLE),
    ("criterion", _TEXT),
    ("mode", _TEXT),
    ("cap", _POINTS),
    ("max_points", _POINTS),
    ("rule", _TEXT),
    *_name_columns("label", "evidence", "words"),
]
OPTION: Columns = [
    ("ruleset_hash", _TEXT),
    ("variant", _TEXT),
    ("form", _WHOLE),
    ("criterion", _TEXT),
    ("ord", _WHOLE),
    ("option", _TEXT),
    ("points", _POINTS),
    ("part", _TEXT),
    ("is_each", _FLAG),
    ("is_by_event", _FLAG),
    ("is_windowed", _FLAG),
    ("family", _TEXT),
    ("above", _POINTS),
    ("at_least", _POINTS),
    ("at_most", _POINTS),
    ("below", _POINTS),
    *_name_columns("label"),
]
DOCUMENT: Columns = [
    ("ruleset_hash", _TEXT),
    ("variant", _TEXT),
    ("no", _WHOLE),
    ("need", _TEXT),
    ("least", _WHOLE),
    ("is_health", _FLAG),
    *_name_columns("label"),
]
QUALIFICATION: Columns = [
    ("ruleset_hash", _TEXT),
    ("qualification", _TEXT),
    ("meets", _FLAG),
    *_name_columns("label"),
]


def list_rules(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.vacancy_rule``: the rules as read, and each other reading."""
    for order, (variant, reading, other, rules) in enumerate(_list_variants(ruleset), start=1):
        yield {
            "ord": order,
            "variant": variant,
            "reading": reading,
            "other": other,
            "deadline_days": rules.deadline_days,
            "is_deadline_inclusive": rules.deadline_inclusive,
            "is_same_day_counted": rules.count_from == "same_day",
            "sheet_by": rules.sheet_by,
            "window_years": rules.window_years,
            "printed_max": rules.printed_max,
            "sheet_cap": rules.sheet_cap,
            "is_per_sheet": rules.pool == "per_sheet",
        }


def list_criteria(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.vacancy_criterion``; ``ord`` is the number on the sheet."""
    for variant, _, _, rules in _list_variants(ruleset):
        words = {rule.name: rule for rule in rules.rules}
        numbers: dict[int, int] = {}
        for criterion in rules.criteria:
            numbers[criterion.form] = numbers.get(criterion.form, 0) + 1
            yield {
                "variant": variant,
                "form": criterion.form,
                "ord": numbers[criterion.form],
                "criterion": criterion.criterion,
                "mode": criterion.mode,
                "cap": criterion.cap,
                "max_points": find_greatest(criterion),
                "rule": words[criterion.words].rule,
                **_name("label", criterion.label),
                **_name("evidence", criterion.evidence),
                **_name("words", words[criterion.words].label),
            }


def list_options(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.vacancy_option``."""
    for variant, _, _, rules in _list_variants(ruleset):
        for criterion in rules.criteria:
            for order, option in enumerate(criterion.options, start=1):
                plain = option.model_dump(exclude={"label", "each", "by_event", "window"})
                yield plain | {
                    "variant": variant,
                    "form": criterion.form,
                    "criterion": criterion.criterion,
                    "ord": order,
                    "is_each": option.each,
                    "is_by_event": option.by_event,
                    "is_windowed": option.window,
                    **_name("label", option.label),
                }


def list_documents(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.vacancy_document``."""
    for variant, _, _, rules in _list_variants(ruleset):
        for document in rules.documents:
            plain = document.model_dump(exclude={"label", "health"})
            named = _name("label", document.label)
            yield plain | named | {"variant": variant, "is_health": document.health}


def list_qualifications(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.vacancy_qualification``."""
    for one in ruleset.vacancy.qualifications if ruleset.vacancy else ():
        yield one.model_dump(exclude={"label"}) | _name("label", one.label)


def find_greatest(criterion: SheetCriterion) -> Decimal | None:
    """Return the most points a criterion can bring; null: there is no limit (B2, bounds)."""
    if any(option.each or option.by_event for option in criterion.options):
        return criterion.cap
    parts: dict[str, Decimal] = {}
    for option in criterion.options:
        parts[option.part] = max(parts.get(option.part, Decimal(0)), option.points or Decimal(0))
    return max(parts.values()) if criterion.mode == "one" else sum(parts.values(), Decimal(0))


def _list_variants(ruleset: Ruleset) -> tuple[tuple[str, str | None, str | None, Vacancy], ...]:
    return _read_variants(ruleset.vacancy) if ruleset.vacancy else ()


@cache
def _read_variants(rules: Vacancy) -> tuple[tuple[str, str | None, str | None, Vacancy], ...]:
    others = ((one.name, one.reading, one.value, rules.read_as(one)) for one in rules.alternatives)
    return ((DEFAULT, None, None, rules), *others)


def _name(prefix: str, label: Label) -> Row:
    return {f"{prefix}_{lang}": text for lang, text in label.model_dump().items()}

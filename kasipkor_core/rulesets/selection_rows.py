"""What a selection for the civil service becomes in the ``ref`` tables."""

from collections.abc import Iterator
from decimal import Decimal

import pyarrow as pa

from kasipkor_core.rulesets.keys import Label
from kasipkor_core.rulesets.model import Ruleset
from kasipkor_core.rulesets.selection import Selection

Row = dict[str, object]
Columns = list[tuple[str, pa.DataType]]

DEFAULT = "default"
_TEXT: pa.DataType = pa.string()
_WHOLE: pa.DataType = pa.int32()
_DATE: pa.DataType = pa.date32()
_FLAG: pa.DataType = pa.bool_()
_POINTS: pa.DataType = pa.decimal128(9, 3)
_LABELS: Columns = [(f"label_{lang}", _TEXT) for lang in ("kk", "ru", "en")]
_HASH: Columns = [("ruleset_hash", _TEXT)]
_COMPONENTS = ("law", "pq", "ability", "essay", "interview")
_PLAIN = (
    "starts_on", "ends_on", "certificate_until", "test_lead_days", "lang_min", "pq_scope",
    "half_rounding", "half_base", "half_least", "essay_combine", "interview_seats", "list_places",
    "tie_scope", "seniority", "seniority_unit", "appoint_from",
)  # fmt: skip

RULE: Columns = [
    *_HASH,
    ("ord", _WHOLE),
    ("variant", _TEXT),
    ("reading", _TEXT),
    ("other", _TEXT),
    ("starts_on", _DATE),
    ("ends_on", _DATE),
    ("certificate_until", _DATE),
    ("is_certificate_inclusive", _FLAG),
    ("test_lead_days", _WHOLE),
    ("lang_min", _POINTS),
    ("is_lang_of_contest", _FLAG),
    ("pq_scope", _TEXT),
    ("is_pq_inclusive", _FLAG),
    ("half_rounding", _TEXT),
    ("half_base", _TEXT),
    ("half_least", _WHOLE),
    ("essay_combine", _TEXT),
    ("interview_seats", _WHOLE),
    ("list_places", _WHOLE),
    ("is_percent", _FLAG),
    *((f"has_{name}", _FLAG) for name in _COMPONENTS),
    *((f"{name}_max", _POINTS) for name in _COMPONENTS if name != "interview"),
    ("tie_scope", _TEXT),
    ("seniority", _TEXT),
    ("seniority_unit", _TEXT),
    ("is_education_ordered", _FLAG),
    ("appoint_from", _WHOLE),
    ("is_documents_first", _FLAG),
    ("has_reserve", _FLAG),
]
STEP: Columns = [
    *_HASH,
    ("step", _TEXT),
    ("ord", _WHOLE),
    ("rule", _TEXT),
    ("least", _POINTS),
    ("minutes", _WHOLE),
    ("words", _WHOLE),
    ("is_anonymous", _FLAG),
    *_LABELS,
]
PART: Columns = [
    *_HASH,
    ("step", _TEXT),
    ("part", _TEXT),
    ("ord", _WHOLE),
    ("max_points", _POINTS),
    ("least", _POINTS),
    ("is_counted", _FLAG),
    ("is_whole", _FLAG),
    *_LABELS,
]
DEADLINE: Columns = [
    *_HASH,
    ("deadline", _TEXT),
    ("ord", _WHOLE),
    ("step", _TEXT),
    ("rule", _TEXT),
    ("days", _WHOLE),
    ("unit", _TEXT),
    *_LABELS,
]
VIOLATION: Columns = [
    *_HASH,
    ("violation", _TEXT),
    ("counts_as", _TEXT),
    ("allowed_in", _TEXT),
    *_LABELS,
]
EDUCATION: Columns = [*_HASH, ("education", _TEXT), ("ord", _WHOLE), *_LABELS]
BODY: Columns = [*_HASH, ("body", _TEXT), ("region", _TEXT), *_LABELS]
DOCUMENT: Columns = [*_HASH, ("document", _TEXT), ("ord", _WHOLE), *_LABELS]
CATEGORY: Columns = [*_HASH, ("category", _TEXT)]


def list_rules(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.selection_rule``: the rules as read, and each other reading."""
    for order, (variant, reading, other, rules) in enumerate(_list_variants(ruleset), start=1):
        yield {
            "ord": order,
            "variant": variant,
            "reading": reading,
            "other": other,
            **{key: getattr(rules, key) for key in _PLAIN},
            "is_lang_of_contest": rules.lang_min_of_contest,
            "is_education_ordered": rules.education_order == "listed",
            "is_certificate_inclusive": rules.certificate_inclusive,
            "is_pq_inclusive": rules.pq_inclusive,
            "is_percent": rules.weighting == "percent",
            **{f"has_{name}": name in rules.components for name in _COMPONENTS},
            **{f"{name}_max": _sum_greatest(rules, name) for name in _COMPONENTS},
            "is_documents_first": rules.documents_first,
            "has_reserve": rules.reserve,
        }


def list_steps(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.selection_step``; ``ord`` is the number of the memo."""
    rules = ruleset.selection
    for step in rules.steps if rules else ():
        plain = step.model_dump(exclude={"label", "no", "percent"})
        least = rules.find_least(step) if rules else None
        yield plain | {"ord": step.no, "least": least, **_name(step.label)}


def list_parts(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.selection_part``; a quality that is not tested counts nothing."""
    rules = ruleset.selection
    for order, part in enumerate(rules.parts if rules else (), start=1):
        chosen = part in rules.list_counted(part.step) if rules else False
        least = part.least
        percent = rules.find_percent(part.step) if rules else None
        if percent and part.max_points and part.is_counted:
            least = part.max_points * percent / 100
        plain = part.model_dump(exclude={"label"})
        yield plain | {
            "ord": order,
            "is_counted": chosen,
            "least": least,
            **_name(part.label),
        }


def list_deadlines(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.selection_deadline``."""
    rules = ruleset.selection
    for order, one in enumerate(rules.deadlines if rules else (), start=1):
        yield one.model_dump(exclude={"label"}) | {"ord": order, **_name(one.label)}


def list_violations(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.selection_violation``."""
    for one in ruleset.selection.violations if ruleset.selection else ():
        yield one.model_dump(exclude={"label"}) | _name(one.label)


def list_education(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.selection_education``; 1 is the highest."""
    rules = ruleset.selection
    for order, one in enumerate(rules.education if rules else (), start=1):
        yield one.model_dump(exclude={"label"}) | {"ord": order, **_name(one.label)}


def list_bodies(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.selection_body``."""
    for one in ruleset.selection.bodies if ruleset.selection else ():
        yield one.model_dump(exclude={"label"}) | _name(one.label)


def list_documents(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.selection_document``."""
    rules = ruleset.selection
    for order, one in enumerate(rules.documents if rules else (), start=1):
        yield one.model_dump(exclude={"label"}) | {"ord": order, **_name(one.label)}


def list_categories(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.selection_category``: those that write an essay."""
    rules = ruleset.selection
    for one in rules.essay_categories if rules else ():
        yield {"category": one}


TABLES = {
    "selection_rule": (list_rules, RULE),
    "selection_step": (list_steps, STEP),
    "selection_part": (list_parts, PART),
    "selection_deadline": (list_deadlines, DEADLINE),
    "selection_violation": (list_violations, VIOLATION),
    "selection_education": (list_education, EDUCATION),
    "selection_body": (list_bodies, BODY),
    "selection_document": (list_documents, DOCUMENT),
    "selection_category": (list_categories, CATEGORY),
}


def list_variants(rules: Selection) -> tuple[tuple[str, str | None, str | None, Selection], ...]:
    """Return the rules as read, and each other reading: variant, question, answer, rules."""
    others = ((one.name, one.reading, one.value, rules.read_as(one)) for one in rules.alternatives)
    return ((DEFAULT, None, None, rules), *others)


def _list_variants(ruleset: Ruleset) -> tuple[tuple[str, str | None, str | None, Selection], ...]:
    return list_variants(ruleset.selection) if ruleset.selection else ()


def _sum_greatest(rules: Selection, step: str) -> Decimal:
    if step == "essay":
        return max(part.max_points or Decimal(0) for part in rules.list_counted(step))
    return sum((part.max_points or Decimal(0) for part in rules.list_counted(step)), Decimal(0))


def _name(label: Label) -> Row:
    return {f"label_{lang}": text for lang, text in label.model_dump().items()}

"""What the rules of demonstration exams become in the ``ref`` tables."""

from collections.abc import Iterator
from itertools import product

import pyarrow as pa

from kasipkor_core.rulesets.model import Ruleset

Row = dict[str, object]
Columns = list[tuple[str, pa.DataType]]

_TEXT: pa.DataType = pa.string()
_WHOLE: pa.DataType = pa.int32()
_FLAG: pa.DataType = pa.bool_()
_POINTS: pa.DataType = pa.decimal128(9, 3)

RULE: Columns = [
    ("ruleset_hash", _TEXT),
    ("max_points", _POINTS),
    ("site_accreditation", _TEXT),
    ("is_student_required", _FLAG),
    ("is_same_unit_required", _FLAG),
    ("is_high_score_maximum", _FLAG),
    ("has_grades", _FLAG),
    ("operator", _TEXT),
    ("high_score_kk", _TEXT),
    ("high_score_ru", _TEXT),
    ("high_score_en", _TEXT),
]
EXEMPTION: Columns = [
    ("ruleset_hash", _TEXT),
    ("basis", _TEXT),
    ("programme", _TEXT),
    ("level", _TEXT),
    ("stream", _TEXT),
    ("award", _TEXT),
]
GRADE: Columns = [("ruleset_hash", _TEXT), ("at_least", _POINTS), ("grade", _WHOLE)]
COLUMN: Columns = [
    ("ruleset_hash", _TEXT),
    ("ord", _WHOLE),
    ("column_name", _TEXT),
    ("field", _TEXT),
]


def list_rules(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the one row of ``ref.exam_rule``."""
    if ruleset.exam:
        rules = ruleset.exam
        yield {
            "max_points": rules.max_points,
            "site_accreditation": rules.site_accreditation,
            "is_student_required": rules.student_required,
            "is_same_unit_required": rules.same_competency,
            "is_high_score_maximum": rules.high_score_is_maximum,
            "has_grades": rules.grade_conversion,
            "operator": rules.operator,
            **{f"high_score_{lang}": text for lang, text in rules.high_score.model_dump().items()},
        }


def list_exemptions(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.exam_exemption``: each level, stream and award by itself."""
    for one in ruleset.exam.exemptions if ruleset.exam else ():
        for level, stream, award in product(one.levels, one.streams, one.awards or (None,)):
            yield {
                "basis": one.basis,
                "programme": one.programme,
                "level": level,
                "stream": stream,
                "award": award,
            }


def list_grades(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.exam_grade``."""
    for one in ruleset.exam.grades if ruleset.exam else ():
        yield one.model_dump()


def list_columns(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.exam_column``."""
    for order, one in enumerate(ruleset.exam.export if ruleset.exam else (), start=1):
        yield {"ord": order, "column_name": one.column, "field": one.field}

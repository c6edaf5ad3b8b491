"""What a checklist becomes in the ``ref`` tables: rows named like their columns."""

from collections.abc import Iterator

import pyarrow as pa

from kasipkor_core.rulesets.keys import Label
from kasipkor_core.rulesets.model import Ruleset

Row = dict[str, object]
_TEXT: pa.DataType = pa.string()
_WHOLE: pa.DataType = pa.int32()
_FLAG: pa.DataType = pa.bool_()
_LABELS = [("label_kk", _TEXT), ("label_ru", _TEXT), ("label_en", _TEXT)]
CENTRE = [
    ("ruleset_hash", _TEXT),
    ("profile", _TEXT),
    ("open_step", _TEXT),
    ("decision_step", _TEXT),
    ("order_step", _TEXT),
]
CENTRE_ITEM = [
    ("ruleset_hash", _TEXT),
    ("list", _TEXT),
    ("ord", _WHOLE),
    ("item", _TEXT),
    ("part_of", _TEXT),
    ("minimum", _WHOLE),
    ("alone_minimum", _WHOLE),
    ("is_alone_required", _FLAG),
    ("window_years", _WHOLE),
    ("is_conditional", _FLAG),
    *_LABELS,
    *((f"{name}_{lang}", _TEXT) for name in ("actor", "output") for lang in ("kk", "ru", "en")),
]
CENTRE_REQUIREMENT = [("ruleset_hash", _TEXT), ("profile", _TEXT), ("item", _TEXT)]
PASSPORT_FIELD = [
    ("ruleset_hash", _TEXT),
    ("section", _WHOLE),
    ("ord", _WHOLE),
    ("field", _TEXT),
    *_LABELS,
]
_REQUIRED = "mandatory"


def list_centres(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the one row of ``ref.centre``, for a ruleset that has a checklist."""
    if ruleset.checklist:
        yield ruleset.checklist.model_dump(exclude={"profiles", "items", "passport"})


def list_centre_items(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.centre_item``."""
    items = ruleset.checklist.items if ruleset.checklist else ()
    for order, item in enumerate(items, start=1):
        named = item.model_dump(
            exclude={"label", "actor", "output", "alone_required", "conditional"}
        )
        yield {
            "ord": order,
            **named,
            "is_alone_required": item.alone_required,
            "is_conditional": item.conditional,
            **_label(item.label, "label"),
            **_label(item.actor, "actor"),
            **_label(item.output, "output"),
        }


def list_centre_requirements(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.centre_requirement``: what the score of a profile counts (CC-21)."""
    if not ruleset.checklist:
        return
    documents = [one.item for one in ruleset.checklist.items if one.list == _REQUIRED]
    for profile in ruleset.checklist.profiles:
        for item in (*profile.items, *documents):
            yield {"profile": profile.profile, "item": item}


def list_passport_fields(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.passport_field``."""
    fields = ruleset.checklist.passport if ruleset.checklist else ()
    for order, field in enumerate(fields, start=1):
        yield {
            "section": field.section,
            "ord": order,
            "field": field.field,
            **_label(field.label, "label"),
        }


def _label(label: Label | None, name: str) -> Row:
    return {f"{name}_{lang}": text for lang, text in label.model_dump().items()} if label else {}

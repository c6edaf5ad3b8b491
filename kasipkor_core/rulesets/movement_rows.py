"""What the keys of the movement become in the ``ref`` tables."""

from collections.abc import Iterator

import pyarrow as pa

from kasipkor_core.rulesets.model import Ruleset

Row = dict[str, object]
Columns = list[tuple[str, pa.DataType]]

LEVEL_RULE: Columns = [
    ("ruleset_hash", pa.string()),
    ("level", pa.string()),
    ("advance_places", pa.list_(pa.int32())),
    ("streams", pa.list_(pa.string())),
]
EDITION_RULE: Columns = [
    ("ruleset_hash", pa.string()),
    ("season", pa.int32()),
    ("level", pa.string()),
    ("minimum", pa.int32()),
    ("maximum", pa.int32()),
    ("unit", pa.string()),
    ("is_enforced", pa.bool_()),
    ("source", pa.string()),
    ("advance_places", pa.list_(pa.int32())),
]


def list_level_rules(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.level_rule``."""
    if ruleset.movement:
        yield from (rule.model_dump() for rule in ruleset.movement.levels)


def list_edition_rules(ruleset: Ruleset) -> Iterator[Row]:
    """Yield the rows of ``ref.edition_rule``."""
    if ruleset.movement:
        for rule in ruleset.movement.editions:
            yield rule.model_dump(exclude={"enforce"}) | {"is_enforced": rule.enforce}

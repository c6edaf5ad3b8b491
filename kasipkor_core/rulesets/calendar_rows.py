"""What the calendar of a ruleset becomes in the ``ref`` tables."""

from collections.abc import Iterator

import pyarrow as pa

from kasipkor_core.rulesets.model import Ruleset

CALENDAR: list[tuple[str, pa.DataType]] = [
    ("ruleset_hash", pa.string()),
    ("contests", pa.int32()),
    ("contests_a_week", pa.int32()),
    ("partners", pa.list_(pa.string())),
    ("regional_rule", pa.string()),
    ("regional_working_days", pa.int32()),
    ("needs_regional_winner", pa.bool_()),
]
PERIOD: list[tuple[str, pa.DataType]] = [
    ("ruleset_hash", pa.string()),
    ("ord", pa.int32()),
    ("period", pa.string()),
    ("rule", pa.string()),
    ("severity", pa.string()),
    ("programme", pa.string()),
    ("level", pa.string()),
    ("region", pa.string()),
    ("starts_on", pa.date32()),
    ("ends_on", pa.date32()),
    ("first_month", pa.int32()),
    ("last_month", pa.int32()),
    ("label_kk", pa.string()),
    ("label_ru", pa.string()),
    ("label_en", pa.string()),
]


def list_calendars(ruleset: Ruleset) -> Iterator[dict[str, object]]:
    """Yield the one row of ``ref.calendar``; none for a ruleset that plans no school year."""
    calendar = ruleset.calendar
    if calendar is None:
        return
    regional = calendar.regional
    yield {
        "contests": calendar.contests,
        "contests_a_week": calendar.contests_a_week,
        "partners": list(calendar.partners),
        "regional_rule": regional.rule if regional else None,
        "regional_working_days": regional.working_days if regional else None,
        "needs_regional_winner": regional.needs_winner if regional else False,
    }


def list_periods(ruleset: Ruleset) -> Iterator[dict[str, object]]:
    """Yield the rows of ``ref.period``."""
    periods = ruleset.calendar.periods if ruleset.calendar else ()
    for order, period in enumerate(periods, start=1):
        label = {f"label_{lang}": name for lang, name in period.label.model_dump().items()}
        yield {"ord": order, **period.model_dump(exclude={"label"}), **label}

"""Reference tables of progress: indicators, targets, windows, accreditors, lists of industries."""

import datetime as dt
from collections.abc import Callable, Sequence

import pyarrow as pa

from kasipkor_core.i18n import LANGS, name_country
from kasipkor_core.rulesets import Ruleset

Row = dict[str, object]
ReadFile = Callable[[str], list[dict[str, str]]]
_TEXT: pa.DataType = pa.string()
_WHOLE: pa.DataType = pa.int32()
_BIG: pa.DataType = pa.int64()
_FLAG: pa.DataType = pa.bool_()
_DATE: pa.DataType = pa.date32()
_FLAGS = {"is_regional": "is_regional", "sums": "has_sum", "is_part": "is_part"}
_INDICATOR = [
    *((name, _TEXT) for name in ("indicator", "list", "measure", "level", "other_reading")),
    *((name, _FLAG) for name in _FLAGS.values()),
    *((name, _TEXT) for name in ("date_rule", "unit", "counted")),
    *((name, _TEXT) for name in ("name_kk", "name_ru", "name_en")),
    *((name, _TEXT) for name in ("short_kk", "short_ru", "short_en")),
    *((name, _TEXT) for name in ("rule", "chart")),
    ("ord", _WHOLE),
    ("date_years", _WHOLE),
]
_FIGURES = ("minimum", "maximum", "exception_minimum", "reference")
_TARGET = [
    *((name, _TEXT) for name in ("indicator", "scope", "parameter", "rule", "grade")),
    ("year", _WHOLE),
    ("is_deadline", _FLAG),
    *((name, _BIG) for name in _FIGURES),
]
_WINDOW = [("indicator", _TEXT), ("starts_on", _DATE), ("ends_on", _DATE), ("rule", _TEXT)]
_ACCREDITOR = [
    ("annex_no", _WHOLE),
    ("ord", _WHOLE),
    *((name, _TEXT) for name in ("industry_kk", "industry_ru", "industry_en")),
    ("organisation", _TEXT),
    *((name, _TEXT) for name in ("country", "country_kk", "country_ru", "country_en")),
]
_CROSSWALK = [("teacher_industry", _TEXT), ("centre_industry", _TEXT), ("annex_no", _WHOLE)]


def list_progress_tables(read: ReadFile) -> dict[str, pa.Table]:
    """Return the ``ref`` tables of progress, by name.

    Args:
        read: Reads a file of ``data/reference`` as rows of texts.
    """
    indicators = enumerate(read("indicators.csv"), start=1)
    accreditors = enumerate(read("accreditors.csv"), start=1)
    return {
        "indicator": _table([_indicator(row, n) for n, row in indicators], _INDICATOR),
        "indicator_target": _table([_target(r) for r in read("indicator_targets.csv")], _TARGET),
        "indicator_window": _table([_window(r) for r in read("indicator_windows.csv")], _WINDOW),
        "accreditor": _table([_accreditor(row, n) for n, row in accreditors], _ACCREDITOR),
        "industry_crosswalk": _table(
            [_numbered(row) for row in read("industry_crosswalk.csv")], _CROSSWALK
        ),
    }


def list_catalogues(read: ReadFile, rulesets: Sequence[Ruleset]) -> list[Row]:
    """Return what ``listed`` cells can name, as rows of ``ref.unit``: indicators, items of centres.

    Args:
        read: Reads a file of ``data/reference`` as rows of texts.
        rulesets: Those of today and of old results; the last one names an item.
    """
    items = {
        item.item: _listed("centre_item", item.item, item.label.model_dump())
        for ruleset in rulesets
        if ruleset.checklist
        for item in ruleset.checklist.items
    }
    indicators = [
        _listed("indicator", row["indicator"], {k[5:]: row[k] for k in row if k[:5] == "name_"})
        for row in read("indicators.csv")
    ]
    return [*indicators, *items.values()]


def _listed(programme: str, unit: str, names: dict[str, str]) -> Row:
    named = {f"name_{lang}": name for lang, name in names.items()}
    return {"programme": programme, "edition": None, "ord": 1, "unit": unit, **named}


def _table(rows: Sequence[Row], columns: Sequence[tuple[str, pa.DataType]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=pa.schema(list(columns)))


def _indicator(row: dict[str, str], order: int) -> Row:
    texts: Row = {name: text or None for name, text in row.items()}
    flags = {column: row[name] == "yes" for name, column in _FLAGS.items()}
    return {**texts, **flags, "ord": order, "date_years": _whole(row["date_years"])}


def _target(row: dict[str, str]) -> Row:
    texts: Row = {name: text or None for name, text in row.items()}
    figures = {name: _whole(row[name]) for name in (*_FIGURES, "year")}
    return {**texts, **figures, "is_deadline": row["is_deadline"] == "yes"}


def _window(row: dict[str, str]) -> Row:
    days = {name: _day(row[name]) for name in ("starts_on", "ends_on")}
    return {**row, **days}


def _accreditor(row: dict[str, str], order: int) -> Row:
    names = {f"country_{lang}": name_country(row["country"], lang) for lang in LANGS}
    return {**_numbered(row), **names, "ord": order}


def _numbered(row: dict[str, str]) -> Row:
    return {
        **{name: text or None for name, text in row.items()},
        "annex_no": _whole(row["annex_no"]),
    }


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None

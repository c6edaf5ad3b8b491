"""Blank sheets to fill in: a workbook for a kind of sheet, with headings, lists and limits."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from kasipkor_core import house
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import mark, text
from kasipkor_core.sheets import SheetField, read_format
from kasipkor_core.sheets.formats import list_offered
from kasipkor_core.store import Reader, Store, find_contest

FILLED = ("scores", "marks", "entries")  # kinds that begin with what a contest has
_ROWS = 1000  # rows with lists and limits when nothing is filled in
_WIDTH = 22
_TYPES = {
    "integer": mark("whole number"),
    "decimal": mark("number"),
    "season": mark("year in which the season begins"),
    "date": mark("day"),
    "datetime": mark("day and time"),
    "boolean": mark("yes or no"),
    "choice": mark("one of the list"),
    "region": mark("region"),
    "contest": mark("contest"),
}


@dataclass(frozen=True)
class _Column:
    """One column of a blank: heading, its field, and the greatest value where one is known."""

    heading: str
    field: SheetField | None
    maximum: Decimal | None = None


@dataclass(frozen=True)
class _Filled:
    """What a blank begins with: columns, rows, and the greatest value of each row's last cell."""

    columns: tuple[_Column, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    maxima: tuple[Decimal | None, ...] = ()


def write_blank(kind: str, lang: str) -> bytes:
    """Return a blank workbook of a kind of sheet, every field a column.

    Args:
        kind: A kind of sheet.
        lang: Language of headings and explanations.

    Raises:
        NotFound: there is no such kind.
    """
    fields = read_format(kind).fields
    columns = tuple(_Column(field.label(lang), field) for field in fields)
    return _write(kind, _Filled(columns), lang)


def write_blank_of(store: Store, kind: str, contest: str, reader: Reader) -> bytes:
    """Return a workbook that begins with a contest's entries, criteria, aspects and maxima.

    Args:
        store: The open ledger.
        kind: One of ``FILLED``.
        contest: Contest id.
        reader: Whose eyes, which batch, which language.

    Raises:
        NotFound: no such contest.
        Refused: the kind does not begin with anything.
    """
    if kind not in FILLED:
        raise Refused(
            "A blank of {kind} begins with nothing of a contest. Leave the contest out.", kind=kind
        )
    number = find_contest(store, contest, reader)
    entries = read_rows(store, "entries_of_contest", reader, contest_no=number)
    names: dict[str, list[str]] = {}
    for row in entries:
        names.setdefault(row["entry"], []).append(row["name"] or "")
    people = {entry: ", ".join(filter(None, members)) for entry, members in names.items()}
    scheme = read_rows(store, "scheme", reader, contest_no=number)
    make = {"scores": _fill_scores, "marks": _fill_marks, "entries": _fill_entries}[kind]
    return _write(kind, make(contest, people, scheme, reader.lang), reader.lang)


def _columns(kind: str, names: Sequence[str], lang: str) -> list[_Column]:
    fields = read_format(kind)
    return [_Column(fields.field(name).label(lang), fields.field(name)) for name in names]


def _fill_scores(
    contest: str, people: dict[str, str], scheme: list[dict[str, Any]], lang: str
) -> _Filled:
    maxima: dict[str, Decimal] = {}
    for row in scheme:
        maxima[row["criterion"]] = maxima.get(row["criterion"], Decimal(0)) + row["max_mark"]
    known = _columns("scores", ("contest", "entry", "name"), lang)
    criteria = [_Column(name, None, most) for name, most in sorted(maxima.items())]
    last = criteria or _columns("scores", ("total",), lang)
    rows = tuple((contest, entry, name) for entry, name in people.items())
    return _Filled((*known, *last), rows)


def _fill_marks(
    contest: str, people: dict[str, str], scheme: list[dict[str, Any]], lang: str
) -> _Filled:
    columns = _columns("marks", ("contest", "entry", "aspect", "judge", "mark"), lang)
    rows, maxima = [], []
    for entry in people:
        for row in scheme:
            rows.append((contest, entry, str(row["aspect"])))
            maxima.append(Decimal(3) if row["kind"] == "J" else row["max_mark"])
    return _Filled(tuple(columns), tuple(rows), tuple(maxima))


def _fill_entries(
    contest: str, people: dict[str, str], scheme: list[dict[str, Any]], lang: str
) -> _Filled:
    del scheme  # entries have no points
    names = ("contest", "entry", "name", "birth_date", "region", "organisation", "status")
    rows = tuple((contest, entry, name) for entry, name in people.items())
    return _Filled(tuple(_columns("entries", names, lang)), rows)


def _write(kind: str, filled: _Filled, lang: str) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    plain = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    needed = book.add_format({"bold": True, "bottom": 1, "bg_color": "#FFF4CC", "text_wrap": True})
    sheet = book.add_worksheet(_name_sheet(kind, lang))
    depth = len(filled.rows) or _ROWS
    offered = [_list_offered(column, lang) for column in filled.columns]
    for place, column in enumerate(filled.columns):
        is_needed = column.field is None or column.field.required
        sheet.write_string(0, place, column.heading, needed if is_needed else plain)
        sheet.write_comment(0, place, _explain(column, lang))
        rule = _list_rule(place, offered[place], lang) or _find_rule(column)
        if rule:
            sheet.data_validation(1, place, depth, place, rule)
    last = len(filled.columns) - 1
    for line, (row, most) in enumerate(zip(filled.rows, _pad(filled), strict=True), 1):
        sheet.write_row(line, 0, row)
        if most is not None:
            sheet.data_validation(line, last, line, last, _limit(Decimal(0), most))
    sheet.set_column(0, last, _WIDTH)
    sheet.freeze_panes(1, 0)
    _write_guide(book, filled, lang)
    if any(offered):
        lists = book.add_worksheet(text("Lists", lang))
        for place, words in enumerate(offered):
            lists.write_column(0, place, words)
        lists.set_column(0, last, _WIDTH)
    book.close()
    return file.getvalue()


def _pad(filled: _Filled) -> Sequence[Decimal | None]:
    return filled.maxima or (None,) * len(filled.rows)


def _name_sheet(kind: str, lang: str) -> str:
    labels = dict[str, str](read_format(kind).label.items())
    return labels[lang][:31]


def _explain(column: _Column, lang: str) -> str:
    field = column.field
    if field is None:
        return text("points of this criterion, at most {most}", lang, most=str(column.maximum))
    said = [
        text("needed", lang) if field.required else text("may stay empty", lang),
        text(_TYPES[field.type], lang) if field.type in _TYPES else "",
    ]
    return ", ".join(part for part in said if part)


def _find_rule(column: _Column) -> dict[str, Any] | None:
    """Return the limits of a column; text has none."""
    field = column.field
    if field is None:
        return _limit(Decimal(0), column.maximum)
    if field.type in ("integer", "decimal") and field.maximum is not None:
        return _limit(field.minimum or Decimal(0), field.maximum)
    return None


def _list_offered(column: _Column, lang: str) -> Sequence[str]:
    """Return the words to choose from in a column, in the language; none: anything may stand."""
    field = column.field
    if field is None:
        return ()
    if field.type == "region":
        return _list_regions(lang)
    choices = "boolean" if field.type == "boolean" else field.choices
    return list_offered(choices, lang) if choices else ()


def _list_regions(lang: str) -> Sequence[str]:
    with (house.DATA / "reference" / "regions.csv").open(encoding="utf-8") as file:
        return [row[f"name_{lang}"] for row in csv.DictReader(file) if not row["valid_to"]]


def _list_rule(place: int, offered: Sequence[str], lang: str) -> dict[str, Any] | None:
    """Return the rule of a column that is chosen: its list stands on the last sheet."""
    if not offered:
        return None
    cells = xl_range_abs(0, place, len(offered) - 1, place)
    source = f"='{text('Lists', lang)}'!{cells}"
    return {"validate": "list", "source": source, "ignore_blank": True}


def _limit(least: Decimal, most: Decimal | None) -> dict[str, Any]:
    bounds = {"minimum": float(least), "maximum": float(most if most is not None else 1000)}
    return {"validate": "decimal", "criteria": "between", "ignore_blank": True, **bounds}


def _write_guide(book: Any, filled: _Filled, lang: str) -> None:  # noqa: ANN401  untyped library
    sheet = book.add_worksheet(text("How to fill it in", lang)[:31])
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, [text("Column", lang), text("What it holds", lang)], bold)
    for line, column in enumerate(filled.columns, 1):
        sheet.write_row(line, 0, [column.heading, _explain(column, lang)])
    sheet.set_column(0, 1, 2 * _WIDTH)

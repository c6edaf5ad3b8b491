"""Blank sheets to fill in: a workbook for a kind of sheet, with headings, lists and limits."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import xlsxwriter

from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import mark, text
from kasipkor_core.sheets import SheetField, read_format
from kasipkor_core.sheets.formats import read_words
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
    for place, column in enumerate(filled.columns):
        is_needed = column.field is None or column.field.required
        sheet.write_string(0, place, column.heading, needed if is_needed else plain)
        sheet.write_comment(0, place, _explain(column, lang))
        rule = _find_rule(column)
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
    """Return the limit or the list of a column; text has none."""
    field = column.field
    if field is None:
        return _limit(Decimal(0), column.maximum)
    if field.type in ("integer", "decimal") and field.maximum is not None:
        return _limit(field.minimum or Decimal(0), field.maximum)
    if field.choices:
        return {"validate": "list", "source": _list_words(field.choices), "ignore_blank": True}
    return None


def _limit(least: Decimal, most: Decimal | None) -> dict[str, Any]:
    bounds = {"minimum": float(least), "maximum": float(most if most is not None else 1000)}
    return {"validate": "decimal", "criteria": "between", "ignore_blank": True, **bounds}


def _list_words(name: str) -> list[str]:
    """Return a word for each choice, as many as a list of a workbook can hold (255 signs)."""
    listed: list[str] = []
    for value in read_words().choices[name]:
        if len(",".join([*listed, value])) <= 255:  # noqa: PLR2004  a limit of the file format
            listed.append(value)
    return listed


def _write_guide(book: Any, filled: _Filled, lang: str) -> None:  # noqa: ANN401  untyped library
    sheet = book.add_worksheet(text("How to fill it in", lang)[:31])
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, [text("Column", lang), text("What it holds", lang)], bold)
    for line, column in enumerate(filled.columns, 1):
        sheet.write_row(line, 0, [column.heading, _explain(column, lang)])
    sheet.set_column(0, 1, 2 * _WIDTH)

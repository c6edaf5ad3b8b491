"""What a kind of list is: its question, its columns, who signs it; and how cells are written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kasipkor_core.i18n import format_number, format_official, mark, text

Row = Mapping[str, Any]
Cell = Callable[[Row, str], str]
Part = Callable[[Row, str], tuple[str, list[str]] | None]
RULE = "_" * 60  # a line to write on
COMMISSION = (mark("Chair of the commission"), mark("Secretary of the commission"))


@dataclass(frozen=True)
class Column:
    """One column: heading, what stands in a cell, width (0: as wide as its cells), side."""

    title: str
    cell: Cell
    width: int = 0
    is_right: bool = False


@dataclass(frozen=True)
class Listing:
    """One kind of list.

    Attributes:
        title: What it is called.
        read: File of ``sql/reads`` that gives its rows.
        subject: What it is about: contest, region, level, schedule, indicators or centre.
        columns: Its columns.
        group: Field whose values part the rows into sheets of their own; empty for one sheet.
        about: What stands below the title of a sheet, from its first row.
        part: Title and lines below the table, from its first row; null: nothing.
        signers: Who signs.
        is_wide: Landscape.
        lead: What a letter says before its fields, from its row.
        layout: File of ``data/templates`` that sets it. A ``letter`` has a page a row, and its
            columns are its fields.
    """

    title: str
    read: str
    subject: str
    columns: tuple[Column, ...] = ()
    group: tuple[str, ...] = ()
    about: tuple[Cell, ...] = ()
    part: Part | None = None
    signers: tuple[str, ...] = ()
    is_wide: bool = False
    lead: Cell | None = None
    layout: str = "list"

    @property
    def has_sheets(self) -> bool:
        """Say whether it comes in sheets that may be handed out one by one."""
        return bool(self.group) or self.layout in ("letter", "passport", "regulation")


def plain(name: str) -> Cell:
    """Return the cell of a text or a whole number; null is empty."""

    def cell(row: Row, lang: str) -> str:
        del lang  # figures and names only
        return "" if row[name] is None else str(row[name])

    return cell


def points(name: str, digits: int = 2) -> Cell:
    """Return the cell of points."""
    return lambda row, lang: format_number(row[name], lang, digits)


def coded(name: str, table: Mapping[str, str]) -> Cell:
    """Return the cell of a code, by its word."""
    return lambda row, lang: text(table.get(row[name], row[name] or ""), lang)


def day(name: str) -> Cell:
    """Return the cell of a day."""
    return lambda row, lang: format_official(row[name], None, lang) if row[name] else ""


def joined(*names: str) -> Cell:
    """Return the cell of several texts that are not empty."""

    def cell(row: Row, lang: str) -> str:
        del lang  # names only
        return " · ".join(str(row[name]) for name in names if row[name])

    return cell


def said(sentence: str) -> Cell:
    """Return the cell of one sentence, the same for all rows."""

    def cell(row: Row, lang: str) -> str:
        del row  # the same for all
        return text(sentence, lang)

    return cell

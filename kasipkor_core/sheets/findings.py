"""Findings: what a check found, and what it says to a person, in three languages."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from kasipkor_core import house
from kasipkor_core.errors import Misused
from kasipkor_core.i18n import format_date, format_number, text
from kasipkor_core.reading.grid import Note
from kasipkor_core.sheets.formats import Lang, read_format

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_RECKONED = re.compile(r"-?\d+\.\d{3}")
_NEAREST = re.compile(r"(?<=\.) [^.]*\{suggestion\}.*$")


class Message(BaseModel):
    """What a code says.

    Attributes:
        severity: An error keeps the sheet out.
        title: What a group of such findings is called.
        what: What is wrong, with ``{named}`` values.
        do: What to do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    severity: Severity
    title: dict[Lang, str]
    what: dict[Lang, str]
    do: dict[Lang, str]


@dataclass(frozen=True)
class Finding:
    """One offending cell.

    Attributes:
        severity: error, warning or info.
        code: Stable snake_case name, a key of ``data/findings.toml``.
        sheet: Sheet of the workbook; empty for delimited text.
        row: The file's own row, or null: the whole sheet.
        column: The file's own column letter, or null.
        found: The text it is about.
        params: Values of the message.
        kind: Kind of sheet, for the names of fields.
    """

    severity: Severity
    code: str
    sheet: str = ""
    row: int | None = None
    column: str | None = None
    found: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    kind: str = ""

    @property
    def cell(self) -> str:
        """Return the cell as spreadsheets write it: ``F17``, ``17``, ``F`` or nothing."""
        return f"{self.column or ''}{self.row or ''}"

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """Return what can be accepted: key and value for ``accepted``, one a suggestion."""
        suggestion, name = self.params.get("suggestion"), self.params.get("field")
        if not suggestion or not name:
            return ()
        return tuple((f"{name}:{self.found}", value) for value in str(suggestion).split(","))

    @property
    def repair(self) -> tuple[str, str] | None:
        """Return the one thing that can be accepted; null when there is none, or a choice."""
        return self.options[0] if len(self.options) == 1 else None


@cache
def read_messages() -> dict[str, Message]:
    """Return what every code says.

    Raises:
        Misused: ``data/findings.toml`` is wrong.
    """
    content = tomllib.loads((house.DATA / "findings.toml").read_text(encoding="utf-8"))
    try:
        return TypeAdapter(dict[str, Message]).validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise Misused(
            "findings.toml is wrong at {key}: {words}.", key=key, words=first["msg"]
        ) from error


def render(finding: Finding, lang: Lang) -> str:
    """Return the whole message: what is wrong and what to do."""
    return f"{render_what(finding, lang)} {render_do(finding, lang)}"


def render_title(code: str, lang: Lang) -> str:
    """Return what a group of findings of one code is called."""
    return read_messages()[code].title[lang]


def render_what(finding: Finding, lang: Lang) -> str:
    """Return what is wrong."""
    return _fill(read_messages()[finding.code].what[lang], finding, lang)


def render_do(finding: Finding, lang: Lang) -> str:
    """Return what to do."""
    return _fill(read_messages()[finding.code].do[lang], finding, lang)


def render_found(finding: Finding, lang: Lang) -> str:
    """Return what was found: the cell as written; a number reckoned here as the language has it."""
    found = finding.found.strip()
    return _write(Decimal(found), lang) if _RECKONED.fullmatch(found) else found


def render_note(note: Note, lang: Lang) -> str:
    """Return what a note of the reader says."""
    return render(find_note(note), lang)


def find_note(note: Note, *, sheet: str = "", kind: str = "") -> Finding:
    """Return a note of the reader as a finding."""
    severity = read_messages()[note.code].severity
    return Finding(severity, note.code, sheet, note.row, note.column, note.found, {}, kind)


def _fill(words: str, finding: Finding, lang: Lang) -> str:
    if not finding.params.get("suggestion"):
        words = _NEAREST.sub("", words)
    values = {name: _write(value, lang) for name, value in finding.params.items()}
    spoken = {
        name.removesuffix(f"_{lang}"): values[name] for name in values if name.endswith(f"_{lang}")
    }
    names = {"cell": finding.cell, "found": render_found(finding, lang), **values, **spoken}
    if finding.params.get("field"):
        names["field"] = _name_field(finding.kind, str(finding.params["field"]), lang)
    return words.format_map(
        {**names, "row": str(finding.row or ""), "column": finding.column or ""}
    )


def _name_field(kind: str, name: str, lang: Lang) -> str:
    fmt = read_format(kind)
    if name == "points":  # of a criterion: its column is of no field of the format
        return text("Points", lang)
    return fmt.field(name).label(lang) if fmt.has(name) else name


def _write(value: object, lang: Lang) -> str:
    if isinstance(value, Decimal):
        return format_number(value, lang, max(0, -int(value.normalize().as_tuple().exponent)))
    if isinstance(value, dt.date):
        return format_date(value, lang, year=True)
    return "" if value is None else str(value)

"""Checks: one SQL file each, run on the staged sheet; all findings at once."""

import re
from dataclasses import dataclass
from functools import cache

import duckdb

from kasipkor_core import house
from kasipkor_core.reading.grid import Grid
from kasipkor_core.sheets.findings import SEVERITIES, Finding, find_note, read_messages
from kasipkor_core.sheets.formats import Format

_KINDS = re.compile(r"^-- kinds: (.+)$", re.MULTILINE)
_NEEDS = re.compile(r"^-- needs: (\w+)$", re.MULTILINE)
_HOLDS = "select exists (from query_table($name))"
_SHEET = "select sheet from staged_sheet"
_CELL = ("source_row", "source_column", "found")
_MOST = 1000


@dataclass(frozen=True)
class Check:
    """One check.

    Attributes:
        code: Its code.
        kinds: The kinds of sheets it fits.
        needs: What must hold a row, or else the check can find nothing; null: always run.
        sql: Its query.
    """

    code: str
    kinds: frozenset[str]
    needs: str | None
    sql: str

    def fits(self, kind: str) -> bool:
        """Say whether the check is for a kind of sheet."""
        return "all" in self.kinds or kind in self.kinds


@cache
def list_checks() -> tuple[Check, ...]:
    """Return the checks of ``sql/checks``, in the order of their codes."""
    files = sorted((house.SQL / "checks").glob("*.sql"))
    return tuple(
        _read_check(file.stem, file.read_text(encoding="utf-8"))
        for file in files
        if not file.stem.startswith("verify_")
    )


def check(
    cursor: duckdb.DuckDBPyConnection, fmt: Format, *, grid: Grid | None = None
) -> list[Finding]:
    """Run every check that fits the kind on the sheet that ``stage`` left in the cursor.

    Args:
        cursor: The cursor the sheet was staged on.
        fmt: Format of its kind.
        grid: Adds the notes of the reader, when given.

    Returns:
        Findings, errors first, then by code, row and column; at most 1,000 of one code.
    """
    (sheet,) = cursor.execute(_SHEET).fetchone() or ("",)
    notes = grid.notes if grid is not None else ()
    found = [find_note(note, sheet=sheet, kind=fmt.kind) for note in notes]
    fitting = [one for one in list_checks() if one.fits(fmt.kind)]
    holding = _list_holding(cursor, {one.needs for one in fitting if one.needs})
    for one in fitting:
        if one.needs is None or one.needs in holding:
            found.extend(_run(cursor, one, sheet=sheet, kind=fmt.kind))
    return sorted(found, key=_order)


def _list_holding(cursor: duckdb.DuckDBPyConnection, names: set[str]) -> set[str]:
    """Return those of the tables and views that hold a row."""
    return {name for name in names if cursor.execute(_HOLDS, {"name": name}).fetchone() == (True,)}


def _run(cursor: duckdb.DuckDBPyConnection, one: Check, *, sheet: str, kind: str) -> list[Finding]:
    cursor.execute(one.sql)
    names = [column[0] for column in cursor.description or ()]
    severity = read_messages()[one.code].severity
    findings = []
    for row in cursor.fetchmany(_MOST):
        cells = dict(zip(names, row, strict=True))
        params = {name: value for name, value in cells.items() if name not in _CELL}
        number, letter, text = (cells[name] for name in _CELL)
        findings.append(
            Finding(severity, one.code, sheet, number, letter, text or "", params, kind)
        )
    return findings


def _order(finding: Finding) -> tuple[int, str, int, str, str]:
    column = finding.column or ""
    place = SEVERITIES.index(finding.severity)
    return place, finding.code, finding.row or 0, f"{len(column)}{column}", finding.found


def _read_check(code: str, text: str) -> Check:
    kinds = _KINDS.search(text)
    needs = _NEEDS.search(text)
    words = kinds[1].split(",") if kinds else []
    named = needs[1] if needs else None
    return Check(code, frozenset(word.strip() for word in words), named, text)

"""Mapping: which column of a sheet means which field of its format."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Literal

from rapidfuzz import fuzz, process

from kasipkor_core.errors import Refused
from kasipkor_core.reading.grid import Grid
from kasipkor_core.sheets.fold import fold
from kasipkor_core.sheets.formats import Format, read_words

How = Literal["exact", "remembered", "chosen", "near", "double", "foreign", "ignored", "none"]
LETTERS = {letter: letter for letter in "ABCDEFGHI"}
POINTS = "points"
UNUSED = "-"
_NEAR_ENOUGH = 84
_SUGGESTIONS = 3


@dataclass(frozen=True)
class Column:
    """What one column of the file means.

    Attributes:
        letter: The file's own column letter.
        header: Its heading, as written.
        field: Name of a field of the format, ``points`` for a criterion, or null: not used.
        criterion: The criterion whose points it holds.
        judge: The judge whose marks it holds, when the heading names one.
        how: ``exact`` (an alias), ``remembered``, ``chosen`` (by the user), ``near`` (a guess
            that waits for the user), ``double`` (another column has the field), ``foreign``
            (a criterion that the contest does not have), ``ignored``
            (known and not needed), ``none``.
        suggestions: Fields it may mean, best first.
    """

    letter: str
    header: str
    field: str | None = None
    criterion: str | None = None
    judge: str | None = None
    how: How = "none"
    suggestions: tuple[str, ...] = ()

    @property
    def meaning(self) -> str:
        """Return the meaning as one text: ``mark``, ``mark:Expert 1``, ``points:A`` or ``-``."""
        named = self.judge if self.field != POINTS else self.criterion
        return ":".join(part for part in (self.field or UNUSED, named) if part)


@dataclass(frozen=True)
class SheetMapping:
    """What the columns of a sheet mean.

    Attributes:
        columns: One a column of the grid, in file order.
        header_digest: Under which digest it can be remembered.
    """

    columns: tuple[Column, ...]
    header_digest: str

    def find(self, field: str) -> tuple[int, ...]:
        """Return the indexes of the columns that hold the field."""
        return tuple(i for i, column in enumerate(self.columns) if column.field == field)

    def list_near(self) -> tuple[Column, ...]:
        """Return the columns that wait for the user."""
        return tuple(column for column in self.columns if column.how == "near")


def header_digest(grid: Grid) -> str:
    """Return a digest of the folded header: sheets made alike have the same."""
    folded = [fold(text) for text in grid.header] or [f"column {len(grid.letters)}"]
    return hashlib.sha256("\x1f".join(folded).encode()).hexdigest()


def propose_mapping(
    grid: Grid,
    fmt: Format,
    *,
    remembered: Mapping[str, str] | None = None,
    criteria: Mapping[str, str] | None = None,
) -> SheetMapping:
    """Return what each column seems to mean.

    Args:
        grid: The sheet.
        fmt: Format of its kind.
        remembered: Column letter to meaning, as ``list_meanings`` gave it for this header.
        criteria: Names of the criteria of the scheme or ruleset (``list_criteria``); with none,
            A to I.

    Returns:
        Exact aliases and remembered meanings are taken; a near match has no field yet, only
        suggestions: the page asks, the command line refuses.

    Source:
        CONTRACTS "Sheet formats".
    """
    headers = grid.header or ("",) * len(grid.letters)
    aliases = _list_aliases(fmt)
    columns = [
        _read_column(Column(letter, header), fmt, aliases, criteria or LETTERS)
        for letter, header in zip(grid.letters, headers, strict=True)
    ]
    mapping = SheetMapping(tuple(_leave_doubles(columns)), header_digest(grid))
    for letter, meaning in (remembered or {}).items():
        mapping = choose(mapping, letter, meaning, how="remembered")
    return mapping


def choose(
    mapping: SheetMapping, letter: str, meaning: str, *, how: How = "chosen"
) -> SheetMapping:
    """Return the mapping with one column given a meaning (``Column.meaning``).

    A column that had the meaning before loses it.

    Raises:
        Refused: the sheet has no such column.
    """
    if all(column.letter != letter for column in mapping.columns):
        raise Refused("The sheet has no column {letter}. Choose one of its own.", letter=letter)
    columns = tuple(
        _give(column, meaning, how) if column.letter == letter else _take(column, meaning, how)
        for column in mapping.columns
    )
    return replace(mapping, columns=columns)


def accept_near(mapping: SheetMapping) -> SheetMapping:
    """Return the mapping with the best suggestion taken for every near column."""
    for column in mapping.list_near():
        mapping = choose(mapping, column.letter, column.suggestions[0])
    return mapping


def list_meanings(mapping: SheetMapping) -> dict[str, str]:
    """Return column letter to meaning: what is remembered once confirmed."""
    return {column.letter: column.meaning for column in mapping.columns}


def write_mapping(mapping: SheetMapping) -> str:
    """Return the mapping as JSON."""
    return json.dumps(asdict(mapping), ensure_ascii=False)


def parse_mapping(content: str) -> SheetMapping:
    """Return the mapping that ``write_mapping`` wrote."""
    read = json.loads(content)
    columns = tuple(
        Column(**{**column, "suggestions": tuple(column["suggestions"])})
        for column in read["columns"]
    )
    return SheetMapping(columns, read["header_digest"])


def _read_column(
    column: Column, fmt: Format, aliases: dict[str, str], criteria: Mapping[str, str]
) -> Column:
    folded = fold(column.header)
    if not folded:
        return column
    if folded in aliases:
        return replace(column, field=aliases[folded], how="exact")
    if folded in _list_ignored():
        return replace(column, how="ignored")
    return _read_wide(column, fmt, criteria) or _read_near(column, aliases)


def _read_wide(column: Column, fmt: Format, criteria: Mapping[str, str]) -> Column | None:
    if fmt.wide == "criteria":
        criterion = find_criterion(column.header, criteria)
        if criterion is None and find_criterion(column.header, LETTERS):
            return replace(column, how="foreign")
        return (
            replace(column, field=POINTS, criterion=criterion, how="exact") if criterion else None
        )
    judge = _judge_pattern().search(column.header) if fmt.wide == "judges" else None
    return replace(column, field="mark", judge=judge[0].strip(), how="exact") if judge else None


def find_criterion(header: str, criteria: Mapping[str, str]) -> str | None:
    """Return the criterion whose name ends the heading, look-alike letters aside."""
    words = f" {fold(header)}"
    ends = {fold(name): criterion for name, criterion in criteria.items()}
    found = [folded for folded in ends if folded and words.endswith(f" {folded}")]
    return ends[max(found, key=len)] if found else None


def _read_near(column: Column, aliases: dict[str, str]) -> Column:
    found = process.extract(
        fold(column.header), aliases.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH, limit=9
    )
    fields = tuple(dict.fromkeys(aliases[alias] for alias, *_ in found))[:_SUGGESTIONS]
    return replace(column, how="near", suggestions=fields) if fields else column


def _leave_doubles(columns: list[Column]) -> list[Column]:
    seen: set[str] = set()
    left = []
    for column in columns:
        is_double = column.field is not None and column.meaning in seen
        seen.add(column.meaning)
        left.append(_set_aside(column, "double") if is_double else column)
    return left


def _set_aside(column: Column, how: How) -> Column:
    suggestions = (column.field,) if column.field else ()
    return replace(column, field=None, judge=None, criterion=None, how=how, suggestions=suggestions)


def _give(column: Column, meaning: str, how: How) -> Column:
    field, _, named = meaning.partition(":")
    return replace(
        column,
        field=None if field == UNUSED else field,
        criterion=named if field == POINTS else None,
        judge=named if named and field != POINTS else None,
        how=how,
    )


def _take(column: Column, meaning: str, how: How) -> Column:
    if meaning == UNUSED or column.field is None or column.meaning != meaning:
        return column
    return _set_aside(column, how)


def _list_aliases(fmt: Format) -> dict[str, str]:
    aliases: dict[str, str] = {}
    for field in fmt.fields:
        for alias in field.list_aliases():
            aliases.setdefault(fold(alias), field.name)
    return aliases


@cache
def _list_ignored() -> frozenset[str]:
    return frozenset(fold(word) for word in read_words().ignored)


@cache
def _judge_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in read_words().judge)
    number = r"(?:№|N|no)?\s*\d{1,2}"
    return re.compile(
        rf"\b(?:{words})\s*{number}\b|\b\d{{1,2}}\s*-?\s*(?:{words})\b", re.IGNORECASE
    )

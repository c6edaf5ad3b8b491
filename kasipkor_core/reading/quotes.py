"""Lines whose quotes are broken, divided as a person would divide them."""

import csv
import re
from functools import lru_cache

from kasipkor_core.reading.dialect import Dialect, read_cells

# Patterns hold their cell in ``(?>...)``: written as ``*+`` it is wrong in Python up to 3.11.4.


def is_sound(cells: list[str], lines: list[str], dialect: Dialect) -> bool:
    """Tell whether the quotes of a record enclose its cells; a quote left in one is looked into."""
    quote = dialect.quote
    if not quote or quote not in "".join(cells):
        return True
    tolerant = is_strict(lines, dialect) or split_tolerant("".join(lines), dialect)
    return tolerant is True or len(tolerant) != len(cells)


def is_strict(lines: list[str], dialect: Dialect) -> bool:
    """Tell whether every quote that opens a cell is closed at the cell's end."""
    try:
        return len(list(read_cells(lines, dialect, strict=True))) == 1
    except csv.Error:
        return False


def split_tolerant(line: str, dialect: Dialect) -> list[str]:
    """Return the cells of one line, taking a quote for a letter where it encloses nothing."""
    line = line.rstrip("\r\n")
    if not dialect.quote:
        return line.split(dialect.char)
    cells: list[str] = []
    position = 0
    pattern = _pattern_of(dialect)
    while True:
        match = pattern.match(line, position)
        if match is None:  # cannot happen: both halves match nothing at all too
            return [*cells, line[position:]]
        quoted = match.group(1)
        text = (
            match.group(2) if quoted is None else quoted.replace(dialect.quote * 2, dialect.quote)
        )
        if quoted is None and "\n" in text:  # a line break outside quotes ends a record
            return []
        cells.append(_open(text, dialect.quote) if quoted is None else text)
        if match.end() >= len(line):
            return cells
        position = match.end() + 1


def _open(text: str, quote: str) -> str:
    """Return what stands between a cell's first and last letter when both are quotes."""
    bare = text.strip()
    return bare[1:-1] if len(bare) > 2 and bare[0] == bare[-1] == quote else text  # noqa: PLR2004


def split_lazily(line: str, dialect: Dialect) -> list[str]:
    """Return the cells of one line, each quoted cell ending at a quote before a delimiter."""
    quote, char = re.escape(dialect.quote), re.escape(dialect.char)
    pattern = re.compile(
        rf"{quote}((?>(?:[^{quote}]|{quote}(?!{char}(?! )|$))*)){quote}|([^{char}]*)"
    )
    cells, position = [], 0
    while match := pattern.match(line, position):
        quoted = match.group(1)
        text = match.group() if quoted is None else quoted.replace(dialect.quote * 2, dialect.quote)
        cells.append(text)
        position = match.end() + 1
        if match.end() >= len(line) or line[match.end()] != dialect.char:
            break
    return cells if position > len(line) else []


@lru_cache(maxsize=32)
def _pattern_of(dialect: Dialect) -> re.Pattern[str]:
    quote, char = re.escape(dialect.quote), re.escape(dialect.char)
    blank = "" if dialect.char in " \t" else " ?"
    return re.compile(
        rf"{blank}{quote}((?>(?:[^{quote}]|{quote}{quote})*)){quote} ?(?={char}|$)|([^{char}]*)"
    )

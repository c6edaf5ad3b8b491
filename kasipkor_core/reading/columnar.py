"""Clean delimited text by columns: pyarrow reads it, and tests of whole columns prove it clean."""

import codecs
import sys
from dataclasses import dataclass
from functools import reduce
from typing import IO, Any, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading.build import name_letters
from kasipkor_core.reading.decode import decode_text, refuse_binary
from kasipkor_core.reading.dialect import Dialect, detect_dialect, list_lines
from kasipkor_core.reading.grid import Grid
from kasipkor_core.reading.kinds import WHITE
from kasipkor_core.reading.misread import WRONG
from kasipkor_core.reading.sorting import TAIL, Profile, is_unusual
from kasipkor_core.reading.split import split_rows
from kasipkor_core.reading.table import frame_table
from kasipkor_core.reading.words import TOTAL_COLUMN, TOTAL_LETTERS

_HEAD_BYTES = 1 << 16
_LEAST_BYTES = 1 << 15
_ASCII = bytes(range(0x80))
# Each of these letters is two bytes of UTF-8: whether a pair of bytes is one of them.
_IS_WRONG = np.zeros(1 << 16, bool)
_IS_WRONG[[int.from_bytes(letter.encode(), sys.byteorder) for letter in WRONG]] = True


_INITIALS = pa.array(sorted(TOTAL_LETTERS))


@dataclass(frozen=True)
class _Plan:
    """What the head of a clean file says about the whole."""

    dialect: Dialect
    header: tuple[str, ...]
    profile: Profile


def read_clean(data: bytes, most_rows: int) -> Grid | None:
    """Return the grid of a clean file, or null when any line may need a closer look.

    Clean means: one header line, then records of one width, nothing else. Such a file gives the
    same grid here and on the careful path.

    Args:
        data: The whole file.
        most_rows: More records than this are left for the careful path to refuse.

    Returns:
        The grid, or null.
    """
    if len(data) < _LEAST_BYTES:
        return None
    plain, encoding = _to_utf8(data)
    plan = _plan(plain) if plain else None
    if plan is None:
        return None
    try:
        table = _parse(plain, plan)
    except pa.ArrowInvalid:
        return None
    if not 0 < table.num_rows <= most_rows:
        return None
    rows = _number_rows(table, quoted=plan.dialect.quote.encode() in plain)
    table = pa.table({name: _strip_column(table[name]) for name in table.column_names})
    if _needs_care(table, plan.profile):
        return None
    return _grid(table, rows, plan, encoding)


def _to_utf8(data: bytes) -> tuple[bytes, str]:
    """Return the text as UTF-8 without mark, and the encoding it had; nothing when not clean."""
    try:
        head = codecs.getincrementaldecoder("utf-8-sig")().decode(data[:_HEAD_BYTES])
        refuse_binary(head)
    except UnicodeDecodeError:
        return _transcode(data)
    except Unreadable:
        return b"", ""
    if b"\x00" in data or _may_be_misread(data):
        return b"", ""
    return (data[3:], "utf-8-sig") if data.startswith(codecs.BOM_UTF8) else (data, "utf-8")


def _may_be_misread(data: bytes) -> bool:
    """Tell whether letters may have to be put right, which takes the whole text."""
    letters = b"" if data.isascii() else data.translate(None, _ASCII)
    pairs = (
        np.frombuffer(letters, np.uint16, (len(letters) - first) // 2, first)
        for first in (0, 1)
        if len(letters) > first + 1
    )
    return any(_IS_WRONG[each].any() for each in pairs)


def _transcode(data: bytes) -> tuple[bytes, str]:
    try:
        decoded = decode_text(data)
    except Unreadable:
        return b"", ""
    if decoded.damaged or decoded.repaired or decoded.unsure:
        return b"", ""
    return decoded.text.encode("utf-8", errors="replace"), decoded.encoding


def _plan(plain: bytes) -> _Plan | None:
    """Return how to read the file if its first lines make a clean table."""
    head = plain[:_HEAD_BYTES]
    cut = max(head.rfind(b"\n"), head.rfind(b"\r"))
    lines = list_lines(head[: cut + 1].decode("utf-8", errors="replace"))
    if len(lines) < 3 or not lines[0].strip():  # noqa: PLR2004 - a header and records
        return None
    dialect = detect_dialect(lines)
    if not _is_simple(dialect, plain):
        return None
    split = split_rows(lines, dialect)
    rows = split.rows[:-1]  # the last one may be cut in two
    framed = frame_table(rows, sheet=False, dialect=dialect)
    if framed.profile is None or not rows or len(framed.records) != len(rows) - 1:
        return None
    uneven = any(len(row.cells) != framed.width for row in rows)
    noted = framed.notes or any((note.row or 0) < split.rows[-1].number for note in split.notes)
    begins = framed.header_row == 1 and framed.records[0].number == 2  # noqa: PLR2004
    if uneven or noted or not begins or len(framed.header) != framed.width:
        return None
    return _Plan(dialect, tuple(framed.header), framed.profile)


def _is_simple(dialect: Dialect, plain: bytes) -> bool:
    """Tell whether pyarrow reads this dialect as Python's csv module does."""
    if len(dialect.delimiter) != 1 or dialect.escape or dialect.quote not in ('"', "'"):
        return False
    quote = dialect.quote.encode()
    return quote not in plain or (dialect.delimiter + " ").encode() + quote not in plain


def _parse(plain: bytes, plan: _Plan) -> pa.Table:
    """Return all lines but the first, every cell as text."""
    names = [f"c{index}" for index in range(plan.profile.width)]
    quoted = plan.dialect.quote.encode() in plain
    return arrow_csv.read_csv(
        cast("IO[bytes]", pa.BufferReader(plain)),
        read_options=arrow_csv.ReadOptions(column_names=names, skip_rows_after_names=1),
        parse_options=arrow_csv.ParseOptions(
            delimiter=plan.dialect.delimiter,
            quote_char=plan.dialect.quote if quoted else False,
            newlines_in_values=quoted,
            ignore_empty_lines=False,
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            strings_can_be_null=True,
            null_values=[""],
        ),
    )


def _number_rows(table: pa.Table, *, quoted: bool) -> Any:  # noqa: ANN401 - pa.Int32Array
    """Return the line on which each record begins; cells in quotes may hold line breaks."""
    if not quoted:
        return pa.array(np.arange(2, table.num_rows + 2, dtype=np.int32))
    breaks = np.zeros(table.num_rows, np.int64)
    for column in table.columns:
        if pc.any(pc.match_substring_regex(column, "[\r\n]")).as_py():
            counts = pc.fill_null(pc.count_substring_regex(column, "\r\n|\r|\n"), 0)
            breaks += counts.to_numpy()
    before = np.concatenate(([0], np.cumsum(breaks)[:-1]))
    return pa.array((np.arange(table.num_rows) + before + 2).astype(np.int32))


def _strip_column(column: Any) -> Any:  # noqa: ANN401 - pa.ChunkedArray
    """Return a column with white space around its cells gone and empty cells null."""
    stripped = pc.utf8_trim(column, WHITE)
    if pc.sum(pc.binary_length(stripped)) == pc.sum(pc.binary_length(column)):
        return column
    return pc.if_else(pc.equal(stripped, pa.scalar("")), None, stripped)


def _needs_care(table: pa.Table, profile: Profile) -> bool:
    """Tell whether any record is unusual, asked of whole columns."""
    filled = reduce(pc.add, (pc.cast(pc.is_valid(each), pa.int16()) for each in table.columns))
    last = table.column(table.num_columns - 1)
    if not profile.header[0][-1] and last.null_count == len(last):
        return True
    if pc.min(filled).as_py() < profile.least or table["c0"].null_count:
        return True
    if _has_total_word(table["c0"]):
        return True
    if profile.key is not None:
        key = table[f"c{profile.key}"]
        if not pc.all(pc.match_substring_regex(key, "[0-9]")).as_py():
            return True
    if pc.any(pc.equal(table["c0"], pa.scalar(profile.header[0][0]))).as_py():
        return True
    tail = table.slice(max(0, table.num_rows - TAIL)).to_pylist()
    return any(_is_odd([each or "" for each in row.values()], profile) for row in tail)


def _has_total_word(column: Any) -> bool:  # noqa: ANN401 - pa.ChunkedArray
    letters = pc.is_in(pc.utf8_slice_codeunits(column, 0, 1), value_set=_INITIALS)
    return bool(pc.any(pc.match_substring_regex(column.filter(letters), TOTAL_COLUMN)).as_py())


def _is_odd(cells: list[str], profile: Profile) -> bool:
    return is_unusual(cells, sum(map(bool, cells)), profile)


def _grid(table: pa.Table, rows: Any, plan: _Plan, encoding: str) -> Grid:  # noqa: ANN401
    return Grid(
        table=table,
        rows=rows,
        header=plan.header,
        letters=name_letters(0, len(plan.header)),
        header_row=1,
        encoding=encoding,
        delimiter=plan.dialect.delimiter,
        header_width=len(plan.header),
    )

"""The grid: what a file says, cell by cell, with the file's own coordinates."""

from dataclasses import dataclass, field
from typing import Literal

import pyarrow as pa

# Everything the reader can say; mypy lets no other code through, a test finds words for each.
Code = Literal[
    "damaged_bytes",
    "empty_file",
    "footnote",
    "formula_error",
    "formula_without_result",
    "hidden_row",
    "joined_cells",
    "merged_number",
    "merged_text",
    "misread_letters",
    "more_notes",
    "no_header",
    "no_records",
    "numbering_row",
    "other_delimiter",
    "other_table",
    "percent_read",
    "repeated_header",
    "section_line",
    "signature_line",
    "stray_quote",
    "time_over",
    "title_line",
    "too_few_cells",
    "too_many_cells",
    "total_row",
    "unsure_letters",
]


@dataclass(frozen=True)
class Note:
    """Something the reader did or left out, for a person to see.

    Attributes:
        code: What it is, a key of ``data/findings.toml``.
        row: Row (sheet) or line (text) of the file, 1-based; null for the whole file.
        column: Column letter, or null.
        found: The text it is about.
    """

    code: Code
    row: int | None = None
    column: str | None = None
    found: str = ""


@dataclass(frozen=True)
class Grid:
    """One table of a file.

    Attributes:
        table: The records, one text column a file column, named ``c0``, ``c1``, ... in file
            order; null where the file has no cell or an empty one.
        rows: int32, as long as the table: the file's own row or line number of each record.
        header: The joined header, one text a column; empty when the file has none.
        letters: The file's own column letters (A, B, ... AA), one a column.
        header_row: The last row of the header, or null without one.
        sheet: Name of the sheet; empty for delimited text.
        sheets: All sheets of the workbook; empty for delimited text.
        encoding: Encoding of the text; empty for workbooks.
        delimiter: Delimiter of the text; empty for workbooks.
        widths: int32, cells each record really has, or null when all are as wide as the table.
        notes: What was left out, recovered or noticed, in file order.
        header_width: Cells the header really has, or null without one; ``header`` is padded
            to the width of the table.
    """

    table: pa.Table
    rows: pa.Int32Array
    header: tuple[str, ...]
    letters: tuple[str, ...]
    header_row: int | None = None
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    widths: pa.Int32Array | None = None
    notes: tuple[Note, ...] = field(default=())
    header_width: int | None = None

"""Files as one zip whose bytes follow from its files alone, and tables as CSV and Parquet."""

import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

_MADE = (1980, 1, 1, 0, 0, 0)
_QUOTED = re.compile(r'[",\r\n]')
_LEVEL = 6


def pack_files(files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip, in the order of their names."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16  # readable for all, wherever it is unpacked
            archive.writestr(info, files[name], compresslevel=_LEVEL)
    return packed.getvalue()


def write_csv(table: pa.Table) -> bytes:
    """Return a table as CSV: null is an empty cell, an empty text is a quoted one."""
    rows = [table.column_names, *(list(row.values()) for row in table.to_pylist())]
    return "".join(",".join(map(_write_cell, row)) + "\n" for row in rows).encode("utf-8")


def write_parquet(table: pa.Table) -> bytes:
    """Return a table as Parquet."""
    file = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(None), file)
    return file.getvalue()


def write_json(value: Any) -> bytes:  # noqa: ANN401  whatever JSON can hold
    """Return a value as JSON that people can read."""
    return (json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n").encode("utf-8")


def _write_cell(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return f"{cell:f}"
        case dt.datetime():
            return cell.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        case dt.date():
            return cell.isoformat()
    words = str(cell)
    return (
        f'"{words.replace(chr(34), chr(34) * 2)}"' if not words or _QUOTED.search(words) else words
    )

"""Tables for people: text as the catalogue writes it, measured widths, and a download."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import streamlit as st
import xlsxwriter

from kasipkor_core.i18n import text

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(
    make: Callable[[], pa.Table], *, name: str, lang: str, key: str, label: str | None = None
) -> None:
    """Offer a table as CSV and XLSX; the bytes are made when the button is pressed.

    Args:
        make: Returns the table at the moment of the press.
        name: File name without its ending.
        lang: Language of the button.
        key: Stable key.
        label: What the button says; "Download" by default.
    """
    with st.popover(label or text("Download", lang), icon=":material/download:", key=key):
        st.download_button(
            "CSV",
            lambda: write_csv(make()),
            file_name=f"{name}.csv",
            mime="text/csv",
            key=f"{key}_csv",
            on_click="ignore",
            icon=":material/csv:",
            width="stretch",
        )
        st.download_button(
            "XLSX",
            lambda: write_xlsx(make()),
            file_name=f"{name}.xlsx",
            mime=_XLSX,
            key=f"{key}_xlsx",
            on_click="ignore",
            icon=":material/table:",
            width="stretch",
        )


def write_csv(table: pa.Table) -> bytes:
    """Return a table as CSV: null empty, booleans true and false, decimals with a point."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.column_names)
    writer.writerows([_plain(value) for value in row.values()] for row in table.to_pylist())
    return ("\ufeff" + file.getvalue()).encode("utf-8")


def _plain(value: object) -> object:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else value


def write_xlsx(table: pa.Table) -> bytes:
    """Return a table as a workbook: numbers as numbers, the header frozen."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "remove_timezone": True})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, table.column_names, bold)
    for number, row in enumerate(table.to_pylist(), start=1):
        _write_row(sheet, number, list(row.values()))
    sheet.freeze_panes(1, 0)
    sheet.autofit()
    book.close()
    return file.getvalue()


def _write_row(sheet: Any, number: int, values: list[object]) -> None:  # noqa: ANN401  untyped library
    for column, value in enumerate(values):
        if isinstance(value, bool) or value is None:
            sheet.write(number, column, _plain(value))
        elif isinstance(value, int | float) or hasattr(value, "as_tuple"):
            sheet.write_number(number, column, float(str(value)))
        else:
            sheet.write_string(number, column, str(value))

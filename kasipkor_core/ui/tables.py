"""Tables for people: text as the catalogue writes it, measured widths, and a download."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import streamlit as st
import xlsxwriter

from kasipkor_core import charts
from kasipkor_core.i18n import format_moment, text
from kasipkor_core.store import Reader, query
from kasipkor_core.ui import session

_ACT = 'select batch_no, sha256, "at" from mart.batches where batch_no = $batch_no'
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
File = tuple[str, Callable[[], bytes]]  # kind and contents
_KINDS = {
    "CSV": ("text/csv", "csv"),
    "XLSX": (XLSX, "table"),
    "PNG": ("image/png", "image"),
    "SVG": ("image/svg+xml", "polyline"),
}


def download(
    make: Callable[[], pa.Table],
    *,
    name: str,
    lang: str,
    key: str,
    label: str | None = None,
    draw: Callable[[], dict[str, Any]] | None = None,
) -> None:
    """Offer a table as CSV and XLSX, its chart as PNG and SVG; made when the button is pressed.

    Args:
        make: Returns the table at the moment of the press.
        name: File name without its ending.
        lang: Language of the button.
        key: Stable key.
        label: What the button says; "Download" by default.
        draw: Returns the spec of the chart that stands beside the table; None: there is none.
    """
    chosen, as_of = dict(st.query_params), session.look().as_of
    files: list[File] = [
        ("CSV", lambda: write_csv(make())),
        ("XLSX", lambda: write_xlsx(make(), list_sources(lang, chosen, as_of))),
    ]
    with st.popover(label or text("Download", lang), icon=":material/download:", key=key):
        offer([*files, *list_pictures(draw)] if draw else files, name=name, key=key)


def list_pictures(draw: Callable[[], dict[str, Any]]) -> list[File]:
    """Return the files of a chart, which is drawn when a button is pressed."""
    return [
        ("PNG", lambda: charts.draw_png(draw())),
        ("SVG", lambda: charts.draw_svg(draw())),
    ]


def offer(files: Sequence[File], *, name: str, key: str) -> None:
    """Draw one button a file, each named by its kind.

    Args:
        files: Kind and bytes of each, made when its button is pressed.
        name: File name without its ending.
        key: Stem of the stable keys.
    """
    for kind, make in files:
        mime, icon = _KINDS[kind]
        st.download_button(
            kind,
            make,
            file_name=f"{name}.{kind.lower()}",
            mime=mime,
            key=f"{key}_{kind.lower()}",
            on_click="ignore",
            icon=f":material/{icon}:",
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


def list_sources(lang: str, chosen: Mapping[str, str], as_of: int) -> list[tuple[str, str]]:
    """Return where the numbers of a download come from: act, its hash, its time, the choices.

    Args:
        lang: kk, ru or en.
        chosen: Codes of the address; a download is made outside the run that knows them.
        as_of: The batch that the table was read as of.
    """
    acts = query(session.store(), _ACT, Reader(as_of=as_of), batch_no=as_of).to_pylist()
    told = [
        line
        for act in acts
        for line in (
            (text("Ledger batch", lang), str(act["batch_no"])),
            ("SHA-256", act["sha256"]),
            (text("Written", lang), format_moment(act["at"], lang)),
        )
    ]
    return [*told, *sorted(chosen.items())]


def write_xlsx(table: pa.Table, sources: Sequence[tuple[str, str]] = ()) -> bytes:
    """Return a table as a workbook: numbers and days as such, the header frozen, with a filter.

    Args:
        table: The rows.
        sources: What the second sheet says about them; no such sheet when empty.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "remove_timezone": True})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    formats = {
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    }
    sheet.write_row(0, 0, table.column_names, bold)
    for number, row in enumerate(table.to_pylist(), start=1):
        _write_row(sheet, number, list(row.values()), formats)
    sheet.freeze_panes(1, 0)
    if table.num_rows:
        sheet.autofilter(0, 0, table.num_rows, table.num_columns - 1)
    sheet.autofit()
    if sources:
        told = book.add_worksheet()
        for number, line in enumerate(sources):
            told.write_string(number, 0, line[0], bold)
            told.write_string(number, 1, line[1])
        told.autofit()
    book.close()
    return file.getvalue()


def _write_row(
    sheet: Any,  # noqa: ANN401  untyped library
    number: int,
    values: list[object],
    formats: dict[str, Any],
) -> None:
    for column, value in enumerate(values):
        if isinstance(value, bool) or value is None:
            sheet.write(number, column, _plain(value))
        elif isinstance(value, int | float) or hasattr(value, "as_tuple"):
            sheet.write_number(number, column, float(str(value)))
        elif isinstance(value, dt.date):
            kind = "moment" if isinstance(value, dt.datetime) else "date"
            sheet.write_datetime(number, column, value, formats[kind])
        else:
            sheet.write_string(number, column, str(value))

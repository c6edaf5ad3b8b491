"""How a sheet was understood: its facts, the meaning of its columns, its faulty rows."""

from html import escape
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from kasipkor_core import sheets
from kasipkor_core.i18n import format_number, text
from kasipkor_core.sheets import Column, Finding, Format
from kasipkor_core.store import Prepared
from kasipkor_core.ui import incoming as files
from kasipkor_core.ui.head import caption
from kasipkor_core.ui.incoming import Incoming

_MOST_ROWS = 12
_KILO = 1024
_UNUSED = "-"


def draw_facts(incoming: Incoming, prepared: Prepared, lang: str) -> None:
    """Draw what the file is: name, sheet, header, records."""
    grid = prepared.grid
    size = format_number(max(1, len(incoming.data) // _KILO), lang)
    about = [
        (text("File", lang), f"{incoming.name} · {text('{size} KB', lang, size=size)}"),
        (text("Sheet", lang), _sheet(prepared, lang)),
        (text("Header", lang), _header(prepared, lang)),
        (text("Records", lang), f"**{format_number(grid.table.num_rows, lang)}**"),
    ]
    shown = [{"what": f":gray[{name}]", "value": value} for name, value in about if value]
    st.table(shown, border="horizontal", hide_index=True, hide_header=True)


def _sheet(prepared: Prepared, lang: str) -> str:
    grid = prepared.grid
    if grid.sheet:
        return f"«{grid.sheet}»"
    delimiter = {"\t": "tab", " ": "␠"}.get(grid.delimiter, grid.delimiter)
    return text("{encoding}, delimiter {sign}", lang, encoding=grid.encoding, sign=f"`{delimiter}`")


def _header(prepared: Prepared, lang: str) -> str:
    row = prepared.grid.header_row
    if row is None:
        return text("none; the meaning is taken from the order", lang)
    return text("row {row}", lang, row=str(row))


def draw_columns(incoming: Incoming, prepared: Prepared, lang: str) -> None:
    """Draw the columns with their meaning, which the user may change."""
    caption(text("Columns", lang), text("change what is wrong; the choice is remembered", lang))
    labels = _labels(prepared, lang)
    rows = [
        _column_row(prepared, number, labels) for number in range(len(prepared.mapping.columns))
    ]
    edited = st.data_editor(
        pa.Table.from_pylist(rows),
        hide_index=True,
        disabled=["letter", "header", "example"],
        key=f"columns_{incoming.name}_{incoming.kind}_{prepared.mapping.header_digest[:8]}_{lang}",
        column_config={
            "letter": st.column_config.TextColumn(text("Column", lang), width=70),
            "header": st.column_config.TextColumn(text("Heading in the file", lang), width=190),
            "meaning": st.column_config.SelectboxColumn(
                text("Meaning", lang), options=list(labels.values()), required=True
            ),
            "example": st.column_config.TextColumn(text("Example", lang)),
        },
    )
    _take_edits(incoming, prepared, edited.to_pylist(), labels)


def _labels(prepared: Prepared, lang: str) -> dict[str, str]:
    """Return what each meaning is called, by meaning."""
    labels = {_UNUSED: text("— not used —", lang)}
    labels |= {one.name: one.label(lang) for one in prepared.fmt.fields}
    for column in prepared.mapping.columns:
        labels.setdefault(column.meaning, _special(column, prepared.fmt, lang))
    return labels


def _special(column: Column, fmt: Format, lang: str) -> str:
    """Return what a criterion or a judge's column is called."""
    if column.criterion is not None:
        return text("Criterion {name}", lang, name=column.criterion)
    field = fmt.field(column.field).label(lang) if column.field else ""
    return f"{field} · {column.judge}"


def _column_row(prepared: Prepared, number: int, labels: dict[str, str]) -> dict[str, str]:
    column = prepared.mapping.columns[number]
    values = prepared.grid.table.column(number)
    example = next((value.as_py() for value in values.slice(0, 50) if value.as_py()), "")
    return {
        "letter": column.letter,
        "header": column.header,
        "meaning": labels[column.meaning],
        "example": example,
    }


def _take_edits(
    incoming: Incoming, prepared: Prepared, rows: list[dict[str, Any]], labels: dict[str, str]
) -> None:
    """Check the sheet again when the user gave a column another meaning."""
    meanings = {label: meaning for meaning, label in labels.items()}
    mapping = prepared.mapping
    for row, column in zip(rows, prepared.mapping.columns, strict=True):
        meaning = meanings[row["meaning"]]
        if meaning != column.meaning:
            mapping = sheets.choose(mapping, column.letter, meaning)
    if mapping is not prepared.mapping:
        files.change(incoming, mapping=mapping)
        st.rerun()


def draw_near(incoming: Incoming, prepared: Prepared, lang: str) -> None:
    """Ask about the columns whose heading is only near a known one."""
    for column in prepared.mapping.list_near():
        field = prepared.fmt.field(column.suggestions[0]).label(lang)
        st.toggle(
            text(
                "Read column {letter}, “{header}”, as “{field}”",
                lang,
                letter=column.letter,
                header=column.header,
                field=field,
            ),
            key=f"near_{incoming.name}_{column.letter}",
            on_change=_accept_near,
            args=(incoming, column),
        )


def _accept_near(incoming: Incoming, column: Column) -> None:
    if incoming.prepared is not None:
        mapping = sheets.choose(incoming.prepared.mapping, column.letter, column.suggestions[0])
        files.change(incoming, mapping=mapping)


def draw_rows(incoming: Incoming, prepared: Prepared, lang: str) -> None:
    """Draw the faulty rows of the user's own sheet, bad cells tinted and bold."""
    errors = [found for found in incoming.findings if found.severity == "error" and found.row]
    numbers = sorted({found.row for found in errors if found.row})[:_MOST_ROWS]
    if not numbers:
        return
    caption(text("In your sheet", lang), text("wrong cells are tinted", lang))
    st.html(render_rows(prepared, errors, numbers, lang))


def render_rows(prepared: Prepared, errors: list[Finding], numbers: list[int], lang: str) -> str:
    """Return rows of the sheet as HTML, with the file's own row numbers and letters."""
    grid = prepared.grid
    bad = {(found.row, found.column) for found in errors}
    mask = pc.is_in(grid.rows, value_set=pa.array(numbers, pa.int32()))
    shown = _list_shown(prepared, {found.column for found in errors})
    letters = tuple(grid.letters[number] for number in shown)
    rows = grid.table.select(shown).filter(mask).to_pylist()
    own = pc.filter(grid.rows, mask).to_pylist()
    head = "".join(f'<th scope="col">{letter}</th>' for letter in letters)
    body = "".join(
        _own_row(number, list(row.values()), letters, bad)
        for number, row in zip(own, rows, strict=True)
    )
    label = escape(text("In your sheet", lang))
    return (
        f'<div class="k-scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="k-board k-sheet" data-testid="own-rows"><thead><tr><th scope="col">№</th>'
        f"{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _list_shown(prepared: Prepared, bad: set[str | None]) -> list[int]:
    """Return the columns to show: who the row is about, and those with wrong cells."""
    about = {"entry", "name", "full_name", "aspect", "unit", "region"}
    return [
        number
        for number, column in enumerate(prepared.mapping.columns)
        if column.letter in bad or column.field in about
    ]


def _own_row(
    number: int | None,
    cells: list[str | None],
    letters: tuple[str, ...],
    bad: set[tuple[int | None, str | None]],
) -> str:
    inner = "".join(
        f'<td class="k-bad">{escape(cell or "–")}</td>'
        if (number, letter) in bad
        else f"<td>{escape(cell or '')}</td>"
        for cell, letter in zip(cells, letters, strict=True)
    )
    return f"<tr><td>{number}</td>{inner}</tr>"

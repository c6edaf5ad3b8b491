"""Tables in the board's look, as HTML: on a phone each row may be a block of its own."""

import re
from collections.abc import Sequence
from html import escape
from itertools import compress, zip_longest

_TAGS = re.compile(r"<[^>]*>")


def render_table(
    columns: list[tuple[str, str]],
    rows: list[list[tuple[str, str]]],
    *,
    label: str,
    testid: str,
    marks: Sequence[str] = (),
    is_sparse: bool = False,
    leads: str = "",
) -> str:
    """Return a table in the board's look.

    Args:
        columns: Class and title of each column.
        rows: Class and ready HTML of each cell.
        label: What the table is, for readers of the screen.
        testid: Stable name for tests.
        marks: Class of each row, empty for none; shorter than the rows when the rest has none.
        is_sparse: A column in which nothing stands is left out.
        leads: The column that is the heading of a row where there is no room for a table: on a
            phone each row is a block there. Empty: it stays a table and is scrolled.
    """
    if is_sparse:
        filled = [
            not all(_is_blank(cell) for _, cell in column) for column in zip(*rows, strict=True)
        ]
        columns = list(compress(columns, filled))
        rows = [list(compress(row, filled)) for row in rows]
    head = "".join(
        f'<th scope="col" class="k-col-{name}"{_role("columnheader", leads)}>{escape(title)}</th>'
        for name, title in columns
    )
    row_role = _role("row", leads)
    body = "".join(
        (f'<tr class="{mark}"{row_role}>' if mark else f"<tr{row_role}>")
        + "".join(
            _render_cell(name, cell, title=title, leads=leads)
            for (name, cell), (_, title) in zip(row, columns, strict=True)
        )
        + "</tr>"
        for row, mark in zip_longest(rows, marks)
    )
    folds, group = (" k-folds", _role("rowgroup", leads)) if leads else ("", "")
    return (
        f'<div class="k-scroll" tabindex="0" role="region" aria-label="{escape(label)}">'
        f'<table class="k-board{folds}" data-testid="{testid}"{_role("table", leads)}>'
        f"<thead{group}><tr{row_role}>{head}</tr></thead><tbody{group}>{body}</tbody></table></div>"
    )


def _role(role: str, leads: str) -> str:
    """Return the role of a part of a table that may be shown as blocks: the look takes it away."""
    return f' role="{role}"' if leads else ""


def _render_cell(name: str, cell: str, *, title: str, leads: str) -> str:
    if not leads:
        return f'<td class="k-col-{name}">{cell}</td>'
    look = " k-leads" if name == leads else " k-none" if _is_blank(cell) else ""
    says = f' data-title="{escape(title)}"' if title and not look else ""
    return f'<td class="k-col-{name}{look}"{says} role="cell">{cell}</td>'


def _is_blank(cell: str) -> bool:
    """Say whether nothing can be seen in a cell: no word, no bar."""
    return "k-track" not in cell and not _TAGS.sub("", cell).strip()

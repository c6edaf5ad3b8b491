"""What was found in a sheet: grouped by kind, counted, with repairs to accept and a download."""

import io
import zipfile

import pyarrow as pa
import streamlit as st

from kasipkor_core.i18n import format_number, mark, ntext, text
from kasipkor_core.sheets import Finding, render, render_do, render_found, render_title, render_what
from kasipkor_core.sheets.formats import Lang
from kasipkor_core.store import Prepared
from kasipkor_core.ui import incoming as files
from kasipkor_core.ui import reads
from kasipkor_core.ui.head import caption
from kasipkor_core.ui.incoming import Incoming
from kasipkor_core.ui.tables import write_csv

_ICONS = {
    "error": ":red[:material/error:]",
    "warning": ":orange[:material/warning:]",
    "info": ":gray[:material/info:]",
}
_MOST = 8
_MOST_REPAIRS = 12
_CHANGES = {"added": mark("Added"), "changed": mark("Changed"), "removed": mark("Removed")}


def group(findings: list[Finding]) -> dict[str, list[Finding]]:
    """Return findings by code, errors first, in the order they were found."""
    rank = {"error": 0, "warning": 1, "info": 2}
    groups: dict[str, list[Finding]] = {}
    for found in sorted(findings, key=lambda one: rank[one.severity]):
        groups.setdefault(found.code, []).append(found)
    return groups


def draw_findings(incoming: Incoming, lang: str) -> None:
    """Draw one expander for each kind of finding; errors stand open."""
    groups = group(incoming.findings)
    if not groups:
        st.markdown(f":gray[{text('Nothing was found. The sheet is in order.', lang)}]")
    for code, found in groups.items():
        number = ntext("{n} cell", "{n} cells", len(found), lang)
        label = f"{_ICONS[found[0].severity]} **{render_title(code, tongue(lang))} · {number}**"
        with st.expander(label, expanded=found[0].severity == "error", key=f"found_{code}"):
            _draw_cells(found, lang)
            _draw_repairs(incoming, found, lang)


def tongue(lang: str) -> Lang:
    """Return the language of findings."""
    return "ru" if lang == "ru" else "en" if lang == "en" else "kk"


def _draw_cells(found: list[Finding], lang: str) -> None:
    cell, seen, wanted = text("Cell", lang), text("Found", lang), text("Wanted", lang)
    rows = [
        {
            cell: f"`{one.cell}`" if one.cell else "",
            seen: f"**{_plain(render_found(one, tongue(lang)))}**" if one.found.strip() else "",
            wanted: _plain(render(one, tongue(lang)) if not one.cell else _says(one, lang)),
        }
        for one in found[:_MOST]
    ]
    st.table(rows, border="horizontal", hide_index=True)
    if len(found) > _MOST:
        rest = format_number(len(found) - _MOST, lang)
        st.caption(text("{rest} more are in the download.", lang, rest=rest))


def _says(found: Finding, lang: str) -> str:
    return f"{render_what(found, tongue(lang))} {render_do(found, tongue(lang))}"


def _plain(words: str) -> str:
    """Return a cell's own words so that Markdown shows them as they are."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>$#|~:" else sign for sign in words)


def _draw_repairs(incoming: Incoming, found: list[Finding], lang: str) -> None:
    """Offer each suggested repair once, as an act the user accepts."""
    repairs = {one.repair: one for one in found if one.repair is not None}
    for number, (repair, one) in enumerate(list(repairs.items())[:_MOST_REPAIRS]):
        if repair is None:
            continue
        st.toggle(
            text(
                "Read “{found}” as “{value}”", lang, found=one.found, value=_name(repair[1], lang)
            ),
            key=f"repair_{incoming.name}_{one.code}_{number}",
            on_change=_accept,
            args=(incoming, repair),
        )
    _draw_choices(incoming, found, lang)


def _draw_choices(incoming: Incoming, found: list[Finding], lang: str) -> None:
    """Ask once for each text that may mean several things."""
    choices = {one.options: one for one in found if len(one.options) > 1}
    for number, (options, one) in enumerate(list(choices.items())[:_MOST_REPAIRS]):
        key = f"choice_{incoming.name}_{one.code}_{number}"
        st.segmented_control(
            text("What is meant by “{found}”?", lang, found=one.found),
            options=[value for _, value in options],
            format_func=lambda value: _name(value, lang),
            key=key,
            on_change=_accept_choice,
            args=(incoming, options[0][0], key),
        )


def _accept_choice(incoming: Incoming, name: str, key: str) -> None:
    if chosen := st.session_state.get(key):
        _accept(incoming, (name, chosen))


def _name(value: str, lang: str) -> str:
    """Return a suggested value as people say it: a region by its name."""
    return reads.region_name(value, lang)


def _accept(incoming: Incoming, repair: tuple[str, str]) -> None:
    incoming.accepted = {**incoming.accepted, repair[0]: repair[1]}
    files.change(incoming, accepted=incoming.accepted)


def draw_accepted(incoming: Incoming, lang: str) -> None:
    """List the repairs that were accepted, each with its way back."""
    for key, value in incoming.accepted.items():
        said = text(
            "“{found}” is read as “{value}”",
            lang,
            found=key.partition(":")[2],
            value=_name(value, lang),
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":material/done: {_plain(said)}", width="content")
            st.button(
                text("Take back", lang),
                type="tertiary",
                key=f"takeback_{incoming.name}_{key}",
                on_click=_take_back,
                args=(incoming, key),
            )


def _take_back(incoming: Incoming, key: str) -> None:
    incoming.accepted = {name: word for name, word in incoming.accepted.items() if name != key}
    files.change(incoming, accepted=incoming.accepted)


def list_findings(incoming: Incoming, lang: str) -> pa.Table:
    """Return all findings as a table for download."""
    rows = [
        {
            "severity": one.severity,
            "code": one.code,
            "sheet": one.sheet,
            "row": one.row,
            "column": one.column,
            "found": one.found,
            "message": render(one, tongue(lang)),
        }
        for one in incoming.findings
    ]
    names = ("severity", "code", "sheet", "row", "column", "found", "message")
    kinds = {"row": pa.int64()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in names])
    return pa.Table.from_pylist(rows, schema=schema)


def findings_csv(incoming: Incoming, lang: str) -> bytes:
    """Return all findings as CSV."""
    return write_csv(list_findings(incoming, lang))


def is_workbook(data: bytes) -> bool:
    """Tell whether bytes are an xlsx, whatever the file is called."""
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        return False
    return any(name.endswith("workbook.xml") for name in names)


def findings_xlsx(incoming: Incoming, lang: str) -> bytes:
    """Return the workbook as it came, its findings coloured, explained and listed first."""
    # Not above: openpyxl is a tenth of what a start loads, and nothing else needs it.
    from kasipkor_core.documents.returning import mark_workbook  # noqa: PLC0415

    return mark_workbook(incoming.data, incoming.findings, tongue(lang))


def draw_diff(prepared: Prepared, lang: str) -> None:
    """Draw what replacing the former sheet changes: counts, then the rows."""
    if prepared.diff is None:
        return
    rows = prepared.diff.to_pylist()
    counts = {name: sum(row["change"] == name for row in rows) for name in _CHANGES}
    caption(
        text("What changes", lang),
        text(
            "added {added}, changed {changed}, removed {removed}",
            lang,
            added=counts["added"],
            changed=counts["changed"],
            removed=counts["removed"],
        ),
    )
    if rows:
        st.dataframe(_diff_table(rows, lang), hide_index=True, key="diff", height="auto")


def _diff_table(rows: list[dict[str, str | None]], lang: str) -> pa.Table:
    change, about = text("Change", lang), text("What about", lang)
    field, old, new = text("Field", lang), text("Before", lang), text("Now", lang)
    return pa.Table.from_pylist(
        [
            {
                change: text(_CHANGES[str(row["change"])], lang),
                about: row["key"],
                field: row["field"],
                old: row["old"],
                new: row["new"],
            }
            for row in rows
        ]
    )

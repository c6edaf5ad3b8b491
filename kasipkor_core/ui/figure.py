"""A chart as every screen shows it: caption, chart and table side by side in tabs, downloads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core.i18n import format_date, format_number, format_stamp, has_thousandths, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import session
from kasipkor_core.ui.head import caption
from kasipkor_core.ui.tables import (
    list_pictures,
    list_sources,
    offer,
    write_csv,
    write_xlsx,
)

Make = Callable[[Theme], dict[str, Any]]
_DECIMALS = 2
_SHORT = 15  # rows: longer tables scroll


@dataclass(frozen=True)
class Figure:
    """One chart with all that belongs to it.

    Attributes:
        name: File name of downloads and stem of every key; snake case, one a page.
        title: What it shows, in bold.
        about: Unit and scope, in grey on the same line.
        alt: What a reader who cannot see it is told, in the reader's language.
        make: Theme to Vega-Lite spec; called at most twice a run, so let it be a cached read.
        table: The numbers of the chart, all of them.
        columns: Columns of the table that people see, with their titles; the others are codes
            and go into the CSV only.
        lang: kk, ru or en.
        narrow: The same chart for phones where it needs another form; None when it does not.
        picks: Filter by selection parameter of the spec, as ``{"pick_region": "region"}``: a
            click on a mark writes its field ``code`` into the address.
    """

    name: str
    title: str
    about: str
    alt: str
    make: Make
    table: pa.Table
    columns: Mapping[str, str]
    lang: str
    narrow: Make | None = None
    picks: Mapping[str, str] | None = None


def draw_figure(figure: Figure) -> None:
    """Draw the figure in a frame of its own, as high as its neighbours in the row."""
    with st.container(border=True, height="stretch", key=f"figure_{figure.name}"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            with st.container(width="stretch"):
                caption(figure.title, figure.about)
            _draw_downloads(figure)
        chart, table = st.tabs([text("Chart", figure.lang), text("Table", figure.lang)])
        with chart:
            _draw_forms(figure)
        with table:
            draw_rows(figure.table, figure.columns, lang=figure.lang)


def draw_rows(table: pa.Table, columns: Mapping[str, str], *, lang: str) -> None:
    """Draw rows as people read them: a short table whole, a long one in a frame that scrolls."""
    shown = name_columns(table, columns, lang=lang)
    if shown.num_rows <= _SHORT:
        st.table(shown.to_pylist(), border="horizontal", hide_index=True)
        return
    right = {title for name, title in columns.items() if _is_number(table.schema.field(name).type)}
    config = {
        title: st.column_config.TextColumn(alignment="right" if title in right else "left")
        for title in columns.values()
    }
    st.dataframe(shown, hide_index=True, column_config=config, height=420)


def name_columns(table: pa.Table, columns: Mapping[str, str], *, lang: str) -> pa.Table:
    """Return the columns under their titles, every value written in the reader's language."""
    texts = {
        title: pa.array(_write_column(table[name].to_pylist(), lang), pa.string())
        for name, title in columns.items()
    }
    return pa.table(texts)


def _write_column(values: list[object], lang: str) -> list[str]:
    digits = _count_decimals([value for value in values if isinstance(value, Decimal)])
    return [_write(value, lang, digits) for value in values]


def _is_number(kind: pa.DataType) -> bool:
    return pa.types.is_integer(kind) or pa.types.is_decimal(kind) or pa.types.is_floating(kind)


def _write(value: object, lang: str, digits: int) -> str:
    match value:
        case None:
            return ""
        case bool():
            return text("yes", lang) if value else text("no", lang)
        case int() | float() | Decimal():
            return format_number(value, lang, 0 if isinstance(value, int) else digits)
        case datetime():
            return format_stamp(value)
        case date():
            return format_date(value, lang, year=True)
    return str(value)


def _count_decimals(values: list[Decimal]) -> int:
    """Return how many decimals a column needs: those of its type, but no idle thousandths."""
    most = max((-int(value.as_tuple().exponent) for value in values), default=_DECIMALS)
    return max(0, most if any(map(has_thousandths, values)) else min(most, _DECIMALS))


def _draw_forms(figure: Figure) -> None:
    """Draw the chart; where a phone needs another form both are drawn and CSS hides one."""
    if figure.narrow is None:
        _draw_chart(figure, figure.name)
        return
    with st.container(key=f"wide_{figure.name}"):
        _draw_chart(figure, f"{figure.name}_wide")
    with st.container(key=f"narrow_{figure.name}"):
        _draw_chart(replace(figure, make=figure.narrow), f"{figure.name}_narrow")


def _draw_chart(figure: Figure, key: str) -> None:
    spec, alt = figure.make(session.theme()), figure.alt
    if not figure.picks:
        draw_spec(spec, key=f"{key}_chart", alt=alt)
        return
    draw_spec(
        spec,
        key=f"{key}_chart",
        alt=alt,
        on_select=lambda: _pick(f"{key}_chart", dict(figure.picks or {})),
        selection_mode=list(figure.picks),
    )


def draw_spec(spec: dict[str, Any], *, key: str, alt: str, **choosing: Any) -> None:  # noqa: ANN401
    """Draw a chart in a place of its height: what is below stands still when its code arrives."""
    st.vega_lite_chart(pack(spec), theme=None, height=spec["height"], key=key, alt=alt, **choosing)


def pack(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the spec with its rows as Arrow: Streamlit would take them through pandas each run."""
    tables = spec.get("datasets", {})
    return {**spec, "datasets": {name: _pack_table(name, table) for name, table in tables.items()}}


@st.cache_resource(max_entries=512, show_spinner=False)
def _pack_table(name: str, _table: Any) -> Any:  # noqa: ANN401, ARG001  rows or a map; named by content
    """Return rows as the bytes of an Arrow stream; a map, and rows without columns, as they are."""
    names = dict.fromkeys(key for row in _table for key in row) if isinstance(_table, list) else {}
    if not names:
        return _table
    rows = pa.table({key: [row.get(key) for row in _table] for key in names})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as stream:
        stream.write_table(rows)
    return sink.getvalue().to_pybytes()


def _pick(key: str, picks: dict[str, str]) -> None:
    """Write what was clicked into the address; a click beside the marks leaves it."""
    selected = st.session_state[key]["selection"]
    for parameter, name in picks.items():
        points = selected.get(parameter) or []
        codes = [point["code"] for point in points if point.get("code")]
        if codes:
            session.choose(name, codes[0])


def _draw_downloads(figure: Figure) -> None:
    """Offer the numbers as CSV and XLSX and the chart as PNG and SVG, made when pressed."""
    named, chosen, as_of = figure.columns, dict(st.query_params), session.look().as_of

    def write_book() -> bytes:
        shown = figure.table.select(list(named)).rename_columns(list(named.values()))
        return write_xlsx(shown, list_sources(figure.lang, chosen, as_of))

    files = [
        ("CSV", lambda: write_csv(figure.table)),
        ("XLSX", write_book),
        *list_pictures(lambda: figure.make("light")),
    ]
    help_ = text("Download", figure.lang)
    with st.popover(
        "", icon=":material/download:", type="tertiary", help=help_, key=f"{figure.name}_download"
    ):
        offer(files, name=figure.name, key=figure.name)

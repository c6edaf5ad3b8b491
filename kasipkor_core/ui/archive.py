"""The archive: final results of all seasons, searched by name, and a region's medals over them."""

from html import escape
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from kasipkor_core import charts, words
from kasipkor_core.i18n import format_number, mark, ntext, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import reads
from kasipkor_core.ui.board import render_pill, render_why
from kasipkor_core.ui.figure import Figure
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.session import Eyes, Visitor, see_with

Row = dict[str, Any]
_SCOPES = {
    "college": mark("College"),
    "oblast": mark("Oblast"),
    "republic": mark("Republic"),
    "international": mark("International"),
}
MOST = 200  # rows of the page; the download has all
_FILTERS = ("season", "programme", "level", "unit", "region")


def list_results(who: Visitor, words_: str) -> pa.Table:
    """Return the final results that the filters leave and in which the words are found.

    Args:
        who: The visitor; the region filter is the region of the participant.
        words_: What was typed; a name in Kazakh, Russian or Latin letters.
    """
    table = reads.read("results", who, words=words_)
    for name in _FILTERS:
        code = who.chosen(name)
        if code:
            is_it = pc.equal(table[name].cast(pa.string()), pa.scalar(code, pa.string()))
            table = table.filter(is_it)
    return table


def find_title(rows: pa.Table, words_: str, lang: str) -> str:
    """Return the finding: how many results there are, of how many seasons."""
    if not rows.num_rows:
        return text("No final result is found", lang)
    if words_:
        return ntext(
            "{n} result for “{words}”",
            "{n} results for “{words}”",
            rows.num_rows,
            lang,
            words=words_,
        )
    seasons = len(set(rows["season"].to_pylist()))
    return ntext(
        "{n} final result, seasons: {seasons}",
        "{n} final results, seasons: {seasons}",
        rows.num_rows,
        lang,
        seasons=seasons,
    )


def render_results(rows: pa.Table, lang: str) -> str:
    """Return the first results as an HTML table, each with its way to the cells."""
    columns = [
        ("place", text("Place", lang)),
        ("name", text("Participant", lang)),
        ("award", text("Award", lang)),
        ("contest", text("Contest", lang)),
        ("region", text("Region", lang)),
        ("points", text("Points", lang)),
        ("scale", text("Scale", lang)),
        ("why", ""),
    ]
    body = [_cells(row, lang) for row in rows.slice(0, MOST).to_pylist()]
    return render_table(
        columns, body, label=text("Final results", lang), testid="results", leads="name"
    )


def _cells(row: Row, lang: str) -> list[tuple[str, str]]:
    level = words.level_name(row, lang)
    said = " · ".join(part for part in (level, words.season_name(row, lang)) if part)
    about = f"<small>{escape(said)}</small>"
    place = "" if row["place"] is None else f"<b>{row['place']}{' =' if row['is_tied'] else ''}</b>"
    return [
        ("place", place),
        ("name", escape(row["name"] or row["entry"])),
        ("award", render_pill(row["award"], lang)),
        ("contest", f"{escape(words.unit_title(row, lang))}<br>{about}"),
        ("region", escape(row["region_name"] or row["region"] or "")),
        ("points", format_number(row["total"], lang, 2)),
        ("scale", format_number(row["scale"], lang)),
        ("why", render_why(row, lang)),
    ]


def tell_more(rows: pa.Table, lang: str) -> str:
    """Say that the page shows only the first results; empty when it shows all."""
    if rows.num_rows <= MOST:
        return ""
    return text(
        "The first {shown} of {all}. Narrow the filter or type a name; the download has all.",
        lang,
        shown=MOST,
        all=rows.num_rows,
    )


def list_medals(who: Visitor, region: str) -> pa.Table:
    """Return the medals of a region in every event, the newest season first."""
    table = reads.read("teams", who)
    own = [row for row in table.to_pylist() if row["region"] == region]
    named = [{**row, "region_name": _name_event(row, who.lang)} for row in own]
    return pa.Table.from_pylist(named, schema=table.schema)


def _name_event(row: Row, lang: str) -> str:
    parts = [words.season_name(row, lang), words.word(_SCOPES, row["level"], lang)]
    if row["stream"] and row["stream"] != "wsk":
        parts.append(words.word(words.STREAMS, row["stream"], lang))
    return " · ".join(parts)


def make_figure(who: Visitor, region: str) -> Figure | None:
    """Return a region's medals over the seasons; None when it has none."""
    medals, lang, eyes = list_medals(who, region), who.lang, who.eyes()
    if not medals.num_rows:
        return None
    name = reads.region_name(region, lang)
    seasons = set(medals["season"].to_pylist())
    is_open = any(
        row["season"] in seasons and row["entries"] and not row["is_final"]
        for row in reads.list_contests(who)
    )
    return Figure(
        name="region_medals",
        title=text("Medals over the seasons", lang),
        about=text("{region}, with what is provisional", lang, region=name) if is_open else name,
        alt=text("Medals of {region} by season and level", lang, region=name),
        make=lambda theme: _chart(region, eyes, theme),
        table=medals,
        columns={
            "region_name": text("Season", lang),
            "gold": text("Gold", lang),
            "silver": text("Silver", lang),
            "bronze": text("Bronze", lang),
            "medallion": text("Medallion", lang),
            "medal_points": text("Medal points", lang),
            "place_medal_points": text("Place", lang),
        },
        lang=lang,
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _chart(region: str, eyes: Eyes, theme: Theme) -> dict[str, Any]:
    return charts.medals(list_medals(see_with(eyes), region), lang=eyes.lang, theme=theme)

"""Charts of points and medals."""

import hashlib
import json
from copy import deepcopy
from functools import cache
from typing import Any

import altair as alt
import pyarrow as pa

from kasipkor_core.charts.look import LABEL, finish, top_legend, when
from kasipkor_core.i18n import format_number, mark, text
from kasipkor_core.palette import AWARD_FILLS, Palette, Theme, colours

_ON_PODIUM = ("gold", "silver", "bronze", "winner", "prize_2", "prize_3")
_ROW = 30
_FRAME = 64  # axis and legend, which the height holds too
_ROOM = 118  # of 100 points: the rest of the axis holds the numbers
_MEDALS = (
    ("gold", mark("Gold")),
    ("silver", mark("Silver")),
    ("bronze", mark("Bronze")),
    ("medallion", mark("Medallion")),
)


def leaderboard(board: pa.Table, *, lang: str, theme: Theme) -> dict[str, Any]:
    """Draw points by entry, best first, with the gap to the place above.

    Args:
        board: ``mart.leaderboard`` of one contest: name, total, distance_to_next, award.
        lang: Language of the labels.
        theme: light or dark.
    """
    rows = [_bar_of(row, lang, order) for order, row in enumerate(_placed(board))]
    spec, name = deepcopy(_bare_leaderboard(lang, theme)), _name_data(rows)
    return {
        **spec,
        "layer": [_sort_names(layer, [row["label"] for row in rows]) for layer in spec["layer"]],
        "height": max(1, len(rows)) * _ROW,
        "data": {"name": name},
        "datasets": {name: rows},
    }


@cache
def _bare_leaderboard(lang: str, theme: Theme) -> dict[str, Any]:
    """Return the chart without a contest's rows: Altair takes a tenth of a second to check it."""
    tint = colours(theme)
    points = alt.Scale(domain=[0, _ROOM], nice=False)
    axis = alt.Axis(values=[0, 25, 50, 75, 100], orient="bottom")
    base = alt.Chart(alt.NamedData("rows")).encode(
        y=alt.Y("label:N", title=None, axis=alt.Axis(labelLimit=260)),
        x=alt.X("total:Q", title=None, scale=points, axis=axis),
        tooltip=_tips(lang, name="Participant", points="Points", gap="To the place above"),
    )
    stems = base.mark_rule(color=tint.sky, strokeWidth=2).encode(
        x=alt.X("zero:Q", title=None, scale=points, axis=axis),
        x2=alt.X2("total:Q"),
        opacity=alt.OpacityValue(0.45),
    )
    dots = base.mark_circle(size=130, opacity=1).encode(color=_award_scale(tint))
    ends = base.mark_text(align="left", dx=12, fontSize=LABEL, fontWeight="bold", color=tint.ink)
    gaps = base.mark_text(align="left", dx=58, fontSize=LABEL, color=tint.mute).encode(
        opacity=when(alt.OpacityValue, "width > 480", 1, 0)
    )
    layers = (
        stems,
        dots,
        ends.encode(text=alt.Text("points:N")),
        gaps.encode(text=alt.Text("gap:N")),
    )
    return finish(layers, lang=lang, theme=theme)


def _sort_names(layer: dict[str, Any], order: list[str]) -> dict[str, Any]:
    names = {**layer["encoding"]["y"], "sort": order}
    return {**layer, "encoding": {**layer["encoding"], "y": names}}


def _name_data(rows: list[dict[str, Any]]) -> str:
    """Return a name that changes with the rows, so that the browser draws them anew."""
    text_of_rows = json.dumps(rows, ensure_ascii=False).encode()
    return f"data-{hashlib.blake2b(text_of_rows, digest_size=16).hexdigest()}"


def _placed(board: pa.Table) -> list[dict[str, Any]]:
    rows = [row for row in board.to_pylist() if row["total"] is not None]
    return sorted(rows, key=lambda row: (row["place"] or len(rows) + 1, row["entry"]))


def _bar_of(row: dict[str, Any], lang: str, order: int) -> dict[str, Any]:
    gap = row["distance_to_next"]
    return {
        "order": order,
        "label": f"{row['place'] or '–'}  {row['name'] or row['entry']}",
        "name": row["name"] or row["entry"],
        "zero": 0,
        "total": float(row["total"]),
        "points": format_number(row["total"], lang, 2),
        "gap": f"−{format_number(gap, lang, 2)}" if gap else "",
        "award": row["award"] if row["award"] in _ON_PODIUM else "none",
    }


def _award_scale(tint: Palette) -> alt.Color:
    """Colour the dots of medals; the others are sky like every value."""
    fills = [AWARD_FILLS[name] for name in _ON_PODIUM]
    scale = alt.Scale(domain=[*_ON_PODIUM, "none"], range=[*fills, tint.sky])
    return alt.Color("award:N", scale=scale, legend=None)


def _tips(lang: str, **titles: str) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{field}:N", title=text(key, lang)) for field, key in titles.items()]


def medals(teams: pa.Table, *, lang: str, theme: Theme) -> dict[str, Any]:
    """Draw medals by region as stacked bars with their numbers.

    Args:
        teams: ``mart.teams``: region_name, gold, silver, bronze, medallion, in the wanted order.
        lang: Language of the labels.
        theme: light or dark.
    """
    tint = colours(theme)
    rows = [
        item for order, row in enumerate(teams.to_pylist()) for item in _cells(row, order, lang)
    ]
    words = [text(key, lang) for _, key in _MEDALS]
    scale = alt.Scale(domain=words, range=[AWARD_FILLS[name] for name, _ in _MEDALS])
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y(
            "region:N",
            sort=list(dict.fromkeys(row["region"] for row in rows)),
            title=None,
            axis=alt.Axis(labelLimit=220),
        ),
        x=alt.X("count:Q", stack="zero", title=None, axis=alt.Axis(tickMinStep=1, format="d")),
        tooltip=_tips(lang, region="Region", award="Award", figure="Count"),
    )
    bars = base.mark_bar(stroke=tint.page, strokeWidth=1, height={"band": 0.66}).encode(
        order=alt.Order("rank:Q"),
        color=alt.Color("award:N", scale=scale, sort=words, legend=top_legend()),
    )
    numbers = base.mark_text(fontSize=12, color="#0A1A24").encode(
        x=alt.X("middle:Q", stack=None), text=alt.Text("figure:N")
    )
    height = max(1, teams.num_rows) * _ROW + _FRAME
    return finish([bars, numbers], lang=lang, theme=theme, height=height)


def _cells(row: dict[str, Any], order: int, lang: str) -> list[dict[str, Any]]:
    cells, before = [], 0
    for rank, (name, key) in enumerate(_MEDALS):
        count = int(row[name] or 0)
        if count:
            cells.append(
                {
                    "order": order,
                    "rank": rank,
                    "region": row["region_name"],
                    "award": text(key, lang),
                    "count": count,
                    "figure": format_number(count, lang),
                    "middle": before + count / 2,
                }
            )
        before += count
    return cells

"""Charts of quotas: one region's list with its line, and all regions against the range."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from kasipkor_core import words
from kasipkor_core.charts.look import LABEL, finish, top_legend
from kasipkor_core.i18n import format_number, text
from kasipkor_core.palette import Palette, Theme, colours

_SHAPES = {"in": "circle", "hold": "diamond", "out": "circle", "reserve": "circle"}
_LABEL_HEIGHT, _DOT_HEIGHT, _FOOT = 26, 17, 14
_AXES = 64  # pixels of legend and axis, which the height has to hold too
_CLOSE = 0.018  # of the width: dots nearer than this stand on each other
_FULL = 100


def quota_strip(seats: Sequence[Mapping[str, Any]], *, lang: str, theme: Theme) -> dict[str, Any]:
    """Draw one region's entries by place and mark, with the line below which nobody goes on.

    Args:
        seats: Rows of ``mart.quota_seats`` of one region: place, mark, status, reason, name,
            unit_name, rule; an entry without a mark is left out.
        lang: Language of the labels.
        theme: light or dark.
    """
    tint = colours(theme)
    dots, heads, height = lay_strip(seats, lang)
    low, high = _span([dot["mark"] for dot in dots])
    x = _marks("mark", low, high)
    y = alt.Y(
        "y:Q",
        axis=alt.Axis(labels=False, grid=False, ticks=False, domain=False, title=None),
        scale=alt.Scale(domain=[0, height], reverse=True, nice=False),
    )
    titles = alt.Chart(alt.InlineData(values=heads)).mark_text(
        align="left", fontSize=LABEL, color=tint.mute, dx=2
    )
    layers = [
        titles.encode(x=alt.value(0), y=y, text=alt.Text("head:N")),
        *_draw_line(
            find_line(dots, heads, low, high, height),
            (x, _marks("mark2", low, high), y),
            tint,
            lang,
        ),
        _draw_dots(dots, x, y, tint, lang),
    ]
    return finish(layers, lang=lang, theme=theme, height=height + _AXES)


def _marks(field: str, low: float, high: float) -> alt.X:
    """Return the axis of marks, the same in every layer."""
    scale = alt.Scale(domain=[low, high], zero=False, nice=False)
    return alt.X(f"{field}:Q", title=None, scale=scale, axis=alt.Axis(tickCount=8))


def lay_strip(
    seats: Sequence[Mapping[str, Any]], lang: str
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Return the dots, the heads of the places and the height of the strip, in pixels.

    Every place has a row of its own; dots of equal or nearly equal marks stand on each other.
    """
    marked = [row for row in seats if row["mark"] is not None]
    low, high = _span([float(row["mark"]) for row in marked])
    dots: list[dict[str, Any]] = []
    heads: list[dict[str, Any]] = []
    top = 0
    for place in sorted({row["place"] for row in marked}):
        rows = [row for row in marked if row["place"] == place]
        levels = stack_dots([float(row["mark"]) for row in rows], (high - low) * _CLOSE)
        bottom = top + _LABEL_HEIGHT + (max(levels) + 1) * _DOT_HEIGHT
        heads.append({"head": text("place {n}", lang, n=place), "y": top + 12, "place": place})
        heads[-1] |= {"top": top, "bottom": bottom + _FOOT // 2}
        dots += [
            _dot(row, bottom - _DOT_HEIGHT * level - _DOT_HEIGHT // 2, lang)
            for row, level in zip(rows, levels, strict=True)
        ]
        top = bottom + _FOOT
    return dots, heads, max(top, 2 * _LABEL_HEIGHT)


def stack_dots(marks: list[float], near: float) -> list[int]:
    """Return the level of each dot: 0 stands on the line, others on what is near below them."""
    placed: list[tuple[float, int]] = []
    for value in marks:
        taken = {level for other, level in placed if abs(other - value) < near or other == value}
        level = next(step for step in range(len(marks) + 1) if step not in taken)
        placed.append((value, level))
    return [level for _, level in placed]


def _span(marks: list[float]) -> tuple[float, float]:
    """Return where the axis begins and ends: the marks with room on both sides."""
    if not marks:
        return 0.0, float(_FULL)
    room = max((max(marks) - min(marks)) * 0.06, 1.0)
    return min(marks) - room, min(max(marks) + room, _FULL + 1.0)


def _dot(row: Mapping[str, Any], y: int, lang: str) -> dict[str, Any]:
    return {
        "mark": float(row["mark"]),
        "y": y,
        "place": row["place"],
        "state": row["status"],
        "status": text(words.SEATS[row["status"]], lang),
        "by_limit": row["reason"] in ("over", "tie", "team"),
        "name": row["name"],
        "skill": row["unit_name"],
        "figure": format_number(row["mark"], lang, 2),
        "rule": row["rule"],
    }


def find_line(
    dots: list[dict[str, Any]], heads: list[dict[str, Any]], low: float, high: float, height: int
) -> list[dict[str, Any]]:
    """Return the stroke of the line: upright inside a place, or level between two places."""
    last = [dot for dot in dots if dot["state"] in ("in", "hold")]
    if not last:
        return []
    place = max(dot["place"] for dot in last)
    head = next(one for one in heads if one["place"] == place)
    beyond = [dot["mark"] for dot in dots if dot["place"] == place and dot["by_limit"]]
    out = [mark_ for mark_ in beyond if mark_ < min(d["mark"] for d in last if d["place"] == place)]
    if out:
        at = (max(out) + min(dot["mark"] for dot in last if dot["place"] == place)) / 2
        return [{"mark": at, "mark2": at, "y": head["top"] + 18, "y2": head["bottom"]}]
    level = min(head["bottom"], height - 2)
    return [{"mark": low, "mark2": high, "y": level, "y2": level}]


def _draw_line(
    line: list[dict[str, Any]], axes: tuple[alt.X, alt.X, alt.Y], tint: Palette, lang: str
) -> list[alt.Chart]:
    if not line:
        return []
    x, end, y = axes
    base = alt.Chart(alt.InlineData(values=line))
    stroke = base.mark_rule(color=tint.gold, strokeWidth=2.5)
    label = base.mark_text(
        align="right", dx=-5, dy=-8, fontSize=LABEL, fontWeight="bold", color=tint.gold_text
    )
    return [
        stroke.encode(x=x, x2="mark2:Q", y=y, y2="y2:Q"),
        label.encode(x=end, y=y, text=alt.value(text("line", lang))),
    ]


def _draw_dots(
    dots: list[dict[str, Any]], x: alt.X, y: alt.Y, tint: Palette, lang: str
) -> alt.Chart:
    """Draw the entries: circle in, diamond held, hollow out."""
    states = [state for state in words.SEATS if any(dot["state"] == state for dot in dots)]
    called = [text(words.SEATS[state], lang) for state in states]
    fills = {"in": tint.sky, "hold": "#FEC50C", "out": tint.page, "reserve": tint.page}
    strokes = {"in": tint.ink, "hold": tint.ink, "out": tint.ink, "reserve": tint.faint}
    legend = top_legend(symbolSize=110)
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=dots))
        .mark_point(size=150, opacity=1, strokeWidth=1.2)
        .encode(
            x=x,
            y=y,
            shape=_words_scale(alt.Shape, called, [_SHAPES[state] for state in states], legend),
            fill=_words_scale(alt.Fill, called, [fills[state] for state in states], legend),
            stroke=_words_scale(alt.Stroke, called, [strokes[state] for state in states], legend),
            tooltip=[
                alt.Tooltip("name:N", title=text("Participant", lang)),
                alt.Tooltip("skill:N", title=text("Skill", lang)),
                alt.Tooltip("figure:N", title=text("Points", lang)),
                alt.Tooltip("status:N", title=text("Decision", lang)),
                alt.Tooltip("rule:N", title=text("By which rule", lang)),
            ],
        )
    )
    return chart


def _words_scale(
    channel: Any,  # noqa: ANN401  altair's channel classes share no useful type
    words: list[str],
    looks: list[str],
    legend: alt.Legend,
) -> Any:  # noqa: ANN401
    scale = alt.Scale(domain=words, range=looks)
    return channel("status:N", scale=scale, legend=legend, sort=words)

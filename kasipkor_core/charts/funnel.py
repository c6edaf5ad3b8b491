"""Charts of a selection: how many each step has, and one step with its line of the cut."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from kasipkor_core.charts.look import LABEL, finish, top_legend
from kasipkor_core.charts.quotas import stack_dots
from kasipkor_core.i18n import format_number, format_signed, mark, text
from kasipkor_core.palette import Palette, Theme, colours

STEP_WORDS = {
    "in": mark("Passed"),
    "waiting": mark("Waiting"),
    "out": mark("Stopped"),
    "absent": mark("Absent"),
}
_SHAPES = {"in": "circle", "waiting": "diamond", "out": "circle", "absent": "cross"}
_ROW, _AXES, _DOT = 34, 60, 17
_TALL_ROW = 58  # on a phone the name stands above its bar
_LINE = 34  # letters in a line of a name
_FIGURES = 78  # pixels right of the bars: the figures
_CLOSE = 0.018


def selection_funnel(
    steps: Sequence[Mapping[str, Any]], *, lang: str, theme: Theme, is_narrow: bool = False
) -> dict[str, Any]:
    """Draw how many candidates reach each step, and what becomes of them there.

    Args:
        steps: ``mart.selection_funnel`` in order: step_name, step_no, entered, in, out, waiting,
            absent.
        lang: Language of the labels.
        theme: light or dark.
        is_narrow: For a phone: each name stands above its bar.
    """
    tint = colours(theme)
    bars = [bar for step in steps for bar in _bars(step, lang)]
    labels = [_label(step) for step in steps]
    words = [text(key, lang) for key in STEP_WORDS.values()]
    looks = _fills(tint)
    most = max((step["entered"] for step in steps), default=0) or 1
    y = alt.Y("step:N", sort=labels, title=None, axis=_name_steps(is_narrow=is_narrow))
    bar = {"height": 16, "yOffset": 10} if is_narrow else {"height": {"band": 0.66}}
    drawn = (
        alt.Chart(alt.InlineData(values=bars))
        .mark_bar(stroke=tint.ink, strokeWidth=0.6, **bar)
        .encode(
            y=y,
            x=_count("start", most),
            x2=alt.X2("end:Q"),
            fill=alt.Fill(
                "status:N",
                scale=alt.Scale(domain=words, range=[looks[state] for state in STEP_WORDS]),
                legend=top_legend(columns=2) if is_narrow else top_legend(),
                sort=words,
            ),
            tooltip=[
                alt.Tooltip("name:N", title=text("Step", lang)),
                alt.Tooltip("status:N", title=text("State", lang)),
                alt.Tooltip("figure:N", title=text("Candidates", lang)),
            ],
        )
    )
    rows = alt.Chart(alt.InlineData(values=[_figures(step, lang) for step in steps])).encode(y=y)
    figures = rows.mark_text(
        align="right", fontSize=LABEL, fontWeight="bold", color=tint.ink, dy=10 if is_narrow else 0
    ).encode(x=alt.value({"expr": "width - 2"}), text=alt.Text("figure:N"))
    names = rows.mark_text(
        align="left",
        baseline="bottom",
        lineBreak="\n",
        lineHeight=15,
        dy={"expr": "datum.lines > 1 ? -15 : 0"},
        fontSize=LABEL,
        color=tint.mute,
    ).encode(x=alt.value(0), text=alt.Text("step:N"))
    layers = (drawn, figures, names) if is_narrow else (drawn, figures)
    height = max(1, len(steps)) * (_TALL_ROW if is_narrow else _ROW) + _AXES
    return finish(layers, lang=lang, theme=theme, height=height)


def _name_steps(*, is_narrow: bool) -> alt.Axis:
    """Return the axis of names: whole, in as many lines as they need."""
    if is_narrow:
        return alt.Axis(labels=False, domain=False, ticks=False)
    lines = "split(datum.label, '\\n')"
    is_long = "indexof(datum.label, '\\n') >= 0"  # two lines stand above and below the middle
    baseline = {"condition": {"test": is_long, "value": "line-bottom"}, "value": "middle"}
    return alt.Axis(
        labelExpr=lines,
        labelLimit=0,
        labelLineHeight=15,
        labelBaseline=baseline,
        domain=False,
    )


def _fills(tint: Palette) -> dict[str, str]:
    return {"in": tint.sky, "waiting": "#FEC50C", "out": tint.page, "absent": tint.line}


def _count(field: str, most: int) -> alt.X:
    scale = alt.Scale(domain=[0, most], nice=False, range=[0, {"expr": f"width - {_FIGURES}"}])
    axis = alt.Axis(tickMinStep=1, format="d", orient="bottom")
    return alt.X(f"{field}:Q", title=None, scale=scale, axis=axis)


def _name(step: Mapping[str, Any]) -> str:
    return f"{step['step_no']}. {step['step_name']}"


def _label(step: Mapping[str, Any]) -> str:
    return "\n".join(wrap(_name(step), _LINE))


def _bars(step: Mapping[str, Any], lang: str) -> list[dict[str, Any]]:
    """Return the parts of one step's bar, those who passed first."""
    bars, at = [], 0
    for state, key in STEP_WORDS.items():
        number = int(step[state] or 0)
        if number:
            bar = {"step": _label(step), "status": text(key, lang), "start": at, "end": at + number}
            bars.append(bar | {"figure": format_number(number, lang), "name": _name(step)})
        at += number
    return bars


def _figures(step: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the figures of a step; one that nobody has reached has none."""
    passed, entered = (format_number(step[name], lang) for name in ("in", "entered"))
    figure = f"{passed} / {entered}" if step["entered"] else "–"
    label = _label(step)
    return {"step": label, "lines": 1 + label.count("\n"), "figure": figure}


def cut_strip(rows: Sequence[Mapping[str, Any]], *, lang: str, theme: Theme) -> dict[str, Any]:
    """Draw the candidates of one step by points, with the line of the cut.

    Args:
        rows: ``mart.selection`` of one step: candidate, score, line, distance, status, text;
            candidates without points are left out.
        lang: Language of the labels.
        theme: light or dark.
    """
    tint = colours(theme)
    scored = [row for row in rows if row["score"] is not None]
    points = [float(row["score"]) for row in scored]
    lines = sorted({float(row["line"]) for row in scored if row["line"] is not None})
    low, high = _span(points + lines)
    levels = stack_dots(points, (high - low) * _CLOSE)
    tall = (max(levels, default=0) + 1) * _DOT
    values = [
        _dot(row, tall - _DOT * level - _DOT // 2, lang)
        for row, level in zip(scored, levels, strict=True)
    ]
    x = alt.X(
        "points:Q",
        title=None,
        scale=alt.Scale(domain=[low, high], zero=False, nice=False),
        axis=alt.Axis(tickCount=8),
    )
    layers = [*_lines(lines, x, tint, lang), _dots(values, x, tall, tint, lang)]
    return finish(layers, lang=lang, theme=theme, height=tall + _AXES + _ROW)


def _span(points: list[float]) -> tuple[float, float]:
    if not points:
        return 0.0, 1.0
    room = max((max(points) - min(points)) * 0.06, 1.0)
    return min(points) - room, max(points) + room


def _dot(row: Mapping[str, Any], y: int, lang: str) -> dict[str, Any]:
    return {
        "candidate": row["candidate"],
        "points": float(row["score"]),
        "y": y,
        "status": text(STEP_WORDS[row["status"]], lang),
        "figure": format_number(row["score"], lang, 2),
        "gap": "" if row["distance"] is None else format_signed(row["distance"], lang, 2),
        "text": row["text"],
    }


def _lines(lines: list[float], x: alt.X, tint: Palette, lang: str) -> list[alt.Chart]:
    if not lines:
        return []
    values = [
        {"points": at, "label": f"{text('line', lang)} {format_number(at, lang, _digits(at))}"}
        for at in lines
    ]
    base = alt.Chart(alt.InlineData(values=values)).encode(x=x)
    label = base.mark_text(
        align="left", dx=5, fontSize=LABEL, fontWeight="bold", color=tint.gold_text
    )
    return [
        base.mark_rule(color=tint.gold, strokeWidth=2.5),
        label.encode(y=alt.value(8), text=alt.Text("label:N")),
    ]


def _digits(number: float) -> int:
    return 0 if number == int(number) else 2


def _dots(values: list[dict[str, Any]], x: alt.X, tall: int, tint: Palette, lang: str) -> alt.Chart:
    """Draw the candidates: circle passed, diamond waiting, hollow stopped, cross absent."""
    words = [text(key, lang) for key in STEP_WORDS.values()]
    fills = _fills(tint)
    legend = top_legend(symbolSize=110)
    y = alt.Y(
        "y:Q",
        axis=alt.Axis(labels=False, grid=False, ticks=False, domain=False, title=None),
        scale=alt.Scale(domain=[-_ROW, tall], reverse=True, nice=False),
    )
    points = alt.Chart(alt.InlineData(values=values)).mark_point(
        size=150, opacity=1, strokeWidth=1.2, stroke=tint.ink
    )
    chart: alt.Chart = points.encode(
        x=x,
        y=y,
        shape=alt.Shape(
            "status:N",
            legend=legend,
            sort=words,
            scale=alt.Scale(domain=words, range=[_SHAPES[state] for state in STEP_WORDS]),
        ),
        fill=alt.Fill(
            "status:N",
            legend=legend,
            sort=words,
            scale=alt.Scale(domain=words, range=[fills[state] for state in STEP_WORDS]),
        ),
        tooltip=[
            alt.Tooltip("candidate:N", title=text("Personal number", lang)),
            alt.Tooltip("figure:N", title=text("Points", lang)),
            alt.Tooltip("gap:N", title=text("To the line", lang)),
            alt.Tooltip("status:N", title=text("State", lang)),
            alt.Tooltip("text:N", title=text("By which rule", lang)),
        ],
    )
    return chart

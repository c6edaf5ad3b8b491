"""The school year as bars: windows of months, exact days, bands of other events, today."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from kasipkor_core.charts.look import LABEL, finish
from kasipkor_core.palette import Palette, Theme, colours

_ROW = 36
_AROUND = 58  # the names of months above the rows, those of bands and of today below
_BAR = 18
_BAND = "#FEC50C"  # the flag's gold in both themes
_TEXT_SHARE = 0.42  # of the months: room for the columns of text to the right
_DIAMOND, _HOST = 0.02, 0.045  # where they stand, in shares of the months; days end at the edge


@dataclass(frozen=True)
class Bar:
    """One row of the chart.

    Attributes:
        code: Industry; a click on the row selects it.
        name: Industry in the reader's language.
        host: Short name of the host region.
        days: Its days in words, or that they are not known.
        window: First and last day of its months; None when nothing is known.
        dates: First and last day, both held; None when only months are known.
        state: coming, running, past or clash.
    """

    code: str
    name: str
    host: str
    days: str
    window: tuple[dt.date, dt.date] | None
    dates: tuple[dt.date, dt.date] | None
    state: str


@dataclass(frozen=True)
class Band:
    """Another event that runs through all rows: its name and its days."""

    name: str
    first: dt.date
    last: dt.date


def gantt(
    bars: Sequence[Bar],
    bands: Sequence[Band],
    *,
    months: tuple[dt.date, dt.date],
    today: tuple[dt.date, str],
    lang: str,
    theme: Theme,
) -> dict[str, Any]:
    """Draw rows by month, with host and days as columns of text to the right.

    Args:
        bars: Rows from top to bottom; not empty.
        bands: Other events.
        months: First day of the first month and last day of the last one.
        today: The day and how the line is called.
        lang: Language of months.
        theme: light or dark.
    """
    tint = colours(theme)
    x, y = _months(months), _rows(bars)
    layers = [
        *_draw_bands(bands, months, x, tint),
        _draw_windows(bars, x, y, tint),
        _draw_days(bars, x, y, tint),
        *_draw_texts(bars, months, x, y, tint),
        *_draw_today(today, months, x, tint),
    ]
    return finish(layers, lang=lang, theme=theme, height=_AROUND + len(bars) * _ROW)


def _at(day: dt.date) -> str:
    """Return midnight of a day in the reader's own zone: a bare date would be read as UTC."""
    return f"{day.isoformat()}T00:00:00"


def _point(day: dt.date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day)


def _right_of(months: tuple[dt.date, dt.date], share: float) -> dt.date:
    first, last = months
    return last + (last - first) * share


def _months(months: tuple[dt.date, dt.date]) -> alt.X:
    first, last = months
    starts = [first]
    while (after := (starts[-1] + dt.timedelta(days=32)).replace(day=1)) <= last:
        starts.append(after)
    axis = alt.Axis(
        orient="top",
        values=[_point(day) for day in starts],
        format="%B",
        labelAlign="left",
        labelOverlap=False,
        grid=True,
    )
    scale = alt.Scale(domain=[_point(first), _point(_right_of(months, _TEXT_SHARE))])
    return alt.X("first:T", title=None, axis=axis, scale=scale)


def _rows(bars: Sequence[Bar]) -> alt.Y:
    axis = alt.Axis(labelLimit=260, grid=False)
    return alt.Y("name:N", title=None, sort=[bar.name for bar in bars], axis=axis)


def _spans(bars: Sequence[Bar], kind: str) -> alt.InlineData:
    rows = []
    for bar in bars:
        span = bar.window if kind == "window" else bar.dates
        if span:
            first, last = span
            rows.append(
                {
                    "code": bar.code,
                    "name": bar.name,
                    "host": bar.host,
                    "days": bar.days,
                    "state": bar.state,
                    "first": _at(first),
                    "after": _at(last + dt.timedelta(days=1)),
                }
            )
    return alt.InlineData(values=rows)


_TIPS = [alt.Tooltip(f"{field}:N", title=" ") for field in ("name", "host", "days")]


def _draw_windows(bars: Sequence[Bar], x: alt.X, y: alt.Y, tint: Palette) -> alt.Chart:
    mark: alt.Chart = alt.Chart(_spans(bars, "window")).mark_bar(
        height=_BAR,
        cornerRadius=_BAR // 2,
        fillOpacity=0,
        stroke=tint.faint,
        strokeDash=[4, 3],
    )
    pick = alt.selection_point(name="pick_unit", fields=["code"], on="click", toggle=False)
    return mark.encode(x=x, x2=alt.X2("after:T"), y=y, tooltip=_TIPS).add_params(pick)


def _draw_days(bars: Sequence[Bar], x: alt.X, y: alt.Y, tint: Palette) -> alt.Chart:
    states = {"coming": tint.sky, "running": tint.sky, "past": tint.faint, "clash": tint.act}
    scale = alt.Scale(domain=list(states), range=list(states.values()))
    mark: alt.Chart = alt.Chart(_spans(bars, "dates")).mark_bar(height=_BAR, cornerRadius=4)
    colour = alt.Color("state:N", scale=scale, legend=None)
    return mark.encode(x=x, x2=alt.X2("after:T"), y=y, color=colour, tooltip=_TIPS)


def _draw_texts(
    bars: Sequence[Bar], months: tuple[dt.date, dt.date], x: alt.X, y: alt.Y, tint: Palette
) -> list[alt.Chart]:
    """Draw the columns to the right of the months: a diamond at a clash, host, days."""

    def place(share: float, rows: Sequence[Bar]) -> alt.Chart:
        at = _at(_right_of(months, share))
        values = [
            {"name": bar.name, "host": bar.host, "days": bar.days, "first": at} for bar in rows
        ]
        return alt.Chart(alt.InlineData(values=values)).encode(x=x, y=y, tooltip=_TIPS)

    clashes = place(_DIAMOND, [bar for bar in bars if bar.state == "clash"])
    return [
        clashes.mark_point(shape="diamond", filled=True, size=70, color=tint.act, opacity=1),
        place(_HOST, bars)
        .mark_text(align="left", fontSize=LABEL, color=tint.ink)
        .encode(text=alt.Text("host:N")),
        place(_HOST, bars)
        .mark_text(align="right", fontSize=LABEL, color=tint.mute)
        .encode(text=alt.Text("days:N"), x=alt.value("width")),
    ]


def _draw_bands(
    bands: Sequence[Band], months: tuple[dt.date, dt.date], x: alt.X, tint: Palette
) -> list[alt.Chart]:
    """Draw the other events as far as the months go."""
    values = [
        {
            "name": band.name,
            "first": _at(max(band.first, months[0])),
            "after": _at(min(band.last, months[1]) + dt.timedelta(days=1)),
        }
        for band in bands
        if band.first <= months[1] and months[0] <= band.last
    ]
    base = alt.Chart(alt.InlineData(values=values)).encode(x=x)
    tip = [alt.Tooltip("name:N", title=" ")]
    foot = base.mark_text(align="left", dy=10, fontSize=LABEL, color=tint.gold_text)
    return [
        base.mark_rect(color=_BAND, opacity=0.25).encode(x2=alt.X2("after:T"), tooltip=tip),
        foot.encode(text=alt.Text("name:N"), y=alt.value("height")),
    ]


def _draw_today(
    today: tuple[dt.date, str], months: tuple[dt.date, dt.date], x: alt.X, tint: Palette
) -> list[alt.Chart]:
    """Draw the line of today with its name at the foot; nothing outside the months."""
    day, words = today
    if not months[0] <= day <= months[1]:
        return []
    base = alt.Chart(alt.InlineData(values=[{"first": _at(day), "words": words}])).encode(x=x)
    foot = base.mark_text(
        align="right", dx=-6, dy=-8, fontSize=LABEL, fontWeight="bold", color=tint.ink
    )
    return [
        base.mark_rule(color=tint.ink, strokeWidth=1.5),
        foot.encode(text=alt.Text("words:N"), y=alt.value("height")),
    ]

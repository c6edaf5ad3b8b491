"""The chart of one vacancy: what candidates claim, what was verified, and the last unit."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from kasipkor_core.charts.look import LABEL, finish
from kasipkor_core.i18n import format_number, mark, text
from kasipkor_core.palette import Palette, Theme, colours

PROPOSAL_WORDS = {
    "proposed": mark("Proposed"),
    "commission_decides": mark("The commission decides"),
    "reserve": mark("Reserve"),
    "return": mark("Documents to be returned"),
    "late": mark("Too late"),
    "not_qualified": mark("Not qualified"),
    "unanswered": mark("Not verified"),
    "documents_awaited": mark("Documents awaited"),
    "excluded": mark("Excluded"),
}
_SHAPES = {"proposed": "circle", "commission_decides": "diamond"}
_ROW, _AXES = 34, 48
_FIGURES = 56  # pixels right of the bars: the figures


def candidates(
    rows: Sequence[Mapping[str, Any]], *, units: int, lang: str, theme: Theme
) -> dict[str, Any]:
    """Draw claimed and verified points of the candidates of one post, best first.

    Args:
        rows: ``mart.vacancy_ranking`` of one post: candidate, code, claimed, verified, proposal.
        units: Units to be filled; the line lies below the last one.
        lang: Language of the labels.
        theme: light or dark.
    """
    tint = colours(theme)
    values = [_bar(row, lang) for row in rows]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        y=alt.Y(
            "label:N",
            sort=[value["label"] for value in values],
            title=None,
            axis=alt.Axis(labelLimit=220, domain=False),
        ),
        tooltip=[
            alt.Tooltip("name:N", title=text("Candidate", lang)),
            alt.Tooltip("claimed_figure:N", title=text("Claimed", lang)),
            alt.Tooltip("verified_figure:N", title=text("Verified", lang)),
            alt.Tooltip("proposal:N", title=text("Proposal", lang)),
        ],
    )
    top = max([value[name] or 0 for value in values for name in ("claimed", "verified")], default=1)
    layers = [*_cut(_ranked(rows), units, top=top, tint=tint, lang=lang), *_spans(base, top, tint)]
    height = max(1, len(values)) * _ROW + _AXES
    return finish(layers, lang=lang, theme=theme, height=height)


def _bar(row: Mapping[str, Any], lang: str) -> dict[str, Any]:
    proposal = row["proposal"] or "reserve"
    place = "–" if row["place"] is None else row["place"]
    return {
        "label": f"{place}  {row['candidate']}",
        "name": row["candidate"],
        "zero": 0,
        "claimed": None if row["claimed"] is None else float(row["claimed"]),
        "verified": None if row["verified"] is None else float(row["verified"]),
        "claimed_figure": format_number(row["claimed"], lang, 1),
        "verified_figure": format_number(row["verified"], lang, 1),
        "state": proposal if proposal in _SHAPES else "other",
        "proposal": text(PROPOSAL_WORDS[proposal], lang),
    }


def _x(field: str, top: float) -> alt.X:
    scale = alt.Scale(domain=[0, top or 1], nice=False, range=[0, {"expr": f"width - {_FIGURES}"}])
    return alt.X(f"{field}:Q", title=None, scale=scale)


def _spans(base: alt.Chart, top: float, tint: Palette) -> list[alt.Chart]:
    """Draw a stem, a hollow circle for what is claimed, a filled sign for what is verified."""
    looks = {"proposed": tint.sky, "commission_decides": "#FEC50C", "other": tint.faint}
    shapes = {**_SHAPES, "other": "square"}
    states = list(looks)
    halos: tuple[dict[str, Any], ...] = ({"stroke": tint.page, "strokeWidth": 4}, {})
    signs = base.mark_point(size=150, opacity=1, stroke=tint.ink, strokeWidth=1)
    return [
        base.mark_rule(color=tint.sky, strokeWidth=2, opacity=0.45).encode(
            x=_x("zero", top), x2=alt.X2("verified:Q")
        ),
        base.mark_rule(color=tint.faint, strokeDash=[3, 3]).encode(
            x=_x("verified", top), x2=alt.X2("claimed:Q")
        ),
        base.transform_filter("datum.claimed != datum.verified")
        .mark_point(size=110, opacity=1, color=tint.ink, strokeWidth=1.4)
        .encode(x=_x("claimed", top)),
        signs.encode(
            x=_x("verified", top),
            fill=alt.Fill(
                "state:N",
                legend=None,
                scale=alt.Scale(domain=states, range=[looks[one] for one in states]),
            ),
            shape=alt.Shape(
                "state:N",
                legend=None,
                scale=alt.Scale(domain=states, range=[shapes[one] for one in states]),
            ),
        ),
        *(
            base.mark_text(
                align="left", dx=13, fontSize=LABEL, fontWeight="bold", color=tint.ink, **halo
            ).encode(x=_x("claimed", top), text=alt.Text("verified_figure:N"))
            for halo in halos
        ),
    ]


def _ranked(rows: Sequence[Mapping[str, Any]]) -> list[float]:
    """Return the points of those who stand for the units."""
    return [
        float(row["verified"])
        for row in rows
        if row["proposal"] in ("proposed", "commission_decides", "reserve")
        and row["verified"] is not None
    ]


def _cut(
    sure: list[float],
    units: int,
    *,
    top: float,
    tint: Palette,
    lang: str,
) -> list[alt.Chart]:
    """Draw the points that the last unit takes, where somebody is beyond it."""
    if len(sure) <= units:
        return []
    line = [{"cut": sorted(sure, reverse=True)[units - 1], "label": text("line", lang)}]
    base = alt.Chart(alt.InlineData(values=line))
    return [
        base.mark_rule(color=tint.gold, strokeWidth=2).encode(x=_x("cut", top)),
        base.mark_text(
            color=tint.gold_text, fontSize=LABEL, fontWeight="bold", align="left", dx=5
        ).encode(x=_x("cut", top), y=alt.value(-8), text=alt.Text("label:N")),
    ]

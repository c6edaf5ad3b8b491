"""Quotas: who goes on to the next level and by which rule, and what if it were otherwise."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import handout, movement, quota_country, quota_region, quotas, what_if

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
events = quotas.list_events(visitor)
event = quotas.find_event(events, visitor)


def country(event: quotas.Event, rows: list) -> None:
    """Draw all regions against the range, the what-if, and what the movement asks for."""
    about = f"{quotas.event_name(event, lang)} · {quotas.describe_rule(rows[0], lang)}"
    with ui.head(quotas.find_country_title(rows, lang), about):
        handout.draw(visitor, event, rows)
    quotas.choose_event(events, event, lang)
    quotas.draw_cautions(quotas.list_cautions(rows, lang))
    left, right = st.columns([3, 1])
    with right:
        sharing = what_if.draw_sliders(
            visitor, event, persons=sum(row["persons"] for row in rows), regions=len(rows)
        )
    with left:
        quota_country.draw_ranges(visitor, event, sharing)
    st.html(quota_country.render_regions(rows, event, lang))
    movement.draw_duties(visitor, event)


def region(event: quotas.Event, row: dict) -> None:
    """Draw one region: its line, its list, its duties and its results."""
    about = f"{quotas.event_name(event, lang)} · {quotas.describe_rule(row, lang)}"
    with ui.head(quotas.find_region_title(row, lang), about):
        st.button(
            text("All regions", lang),
            icon=":material/arrow_back:",
            key="all_regions",
            on_click=quotas.leave_region,
        )
        handout.draw(visitor, event, [row])
    quotas.choose_event(events, event, lang)
    quotas.draw_cautions(quotas.list_cautions([row], lang))
    seats = quota_region.read_seats(visitor, event, row["region"]).to_pylist()
    if seats:
        left, right = st.columns([3, 1])
        with right:
            limit = what_if.draw_limit(visitor, event, row)
        with left:
            quota_region.draw_strip(visitor, event, row["region"], limit)
        wide = any(seat["persons"] > 1 for seat in seats)
        st.html(quota_region.render_seats(seats, lang, wide=wide))
        quota_region.draw_order_rule(lang)
    else:
        ui.empty(text("Nobody of this region has a place yet. Upload the marks.", lang))
    movement.draw_region(visitor, event, row["region"])


chosen = visitor.chosen("region")
rows = quotas.read_regions(visitor, event) if event else []
mine = [row for row in rows if row["region"] == chosen]
if event is None:
    with ui.head(text("No quota for this filter", lang), ""):
        pass
    ui.empty(text("Remove the season, level or programme from the filter.", lang))
elif chosen and not mine:
    with ui.head(
        text("{region}: no entry yet", lang, region=ui.region_name(chosen, lang)),
        quotas.event_name(event, lang),
    ):
        pass
    quotas.choose_event(events, event, lang)
    ui.empty(text("No entry of this region has a place here. Choose another championship.", lang))
elif mine:
    region(event, mine[0])
else:
    country(event, rows)

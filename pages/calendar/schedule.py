"""Schedule: contests of a school year by industry and host, and what speaks against them."""

import datetime as dt

from kasipkor_core import ui
from kasipkor_core.i18n import ZONE, format_season, text
from kasipkor_core.ui import schedule, schedule_blocks, subscription

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
today = dt.datetime.now(ZONE).date()
year = schedule.read_year(visitor, today)

if year is None:
    with ui.head(text("Nothing is planned yet", lang), ""):
        pass
    ui.empty(text("Upload a schedule, or remove a filter.", lang))
else:
    about = text("Schedule · school year {years}", lang, years=format_season(year.season))
    with ui.head(schedule.find_title(year, today, lang), about):
        schedule_blocks.draw_calendar_button(visitor, year)
        subscription.draw_subscription(visitor)
    if year.contests:
        schedule_blocks.draw_contests(visitor, year, today)
        schedule_blocks.draw_clashes(year, lang)
        schedule_blocks.draw_participation(visitor, year)
    elif not year.events:
        ui.empty(text("Upload a schedule, or remove a filter.", lang))
    schedule_blocks.draw_events(year, lang)

"""Venues: a copy for a hall without internet, what was done there, and where both sides differ."""

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import venues

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
lent = venues.find_own()
merges = ui.read("merges", visitor).to_pylist()

with ui.head(
    venues.find_title(lent, merges, lang),
    text("Halls without internet work on a copy; what they did comes back as a package", lang),
):
    pass
venues.draw_outcome(lang)
if lent:
    venues.draw_packing(lent, lang)
else:
    venues.draw_lending(lang)
    venues.draw_merging(visitor)
venues.draw_merges(merges, visitor)

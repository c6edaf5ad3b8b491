"""What the pages share: the visitor, the filter bar, cached reads, words, tables, guards."""

from kasipkor_core.ui.filters import choose_contest, filter_bar
from kasipkor_core.ui.head import caption, empty, head, section
from kasipkor_core.ui.held import rehearse
from kasipkor_core.ui.reads import at_version, list_contests, read, region_name
from kasipkor_core.ui.session import Visitor, data_version, store, theme, use_store, visitor
from kasipkor_core.ui.tables import download
from kasipkor_core.ui.trouble import Guard, tell, tell_uncaught

__all__ = [
    "Guard",
    "Visitor",
    "at_version",
    "caption",
    "choose_contest",
    "data_version",
    "download",
    "empty",
    "filter_bar",
    "head",
    "list_contests",
    "read",
    "region_name",
    "rehearse",
    "section",
    "store",
    "tell",
    "tell_uncaught",
    "theme",
    "use_store",
    "visitor",
]

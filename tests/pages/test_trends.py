"""The overview says how many regions meet each target, this year and the year before."""

import re

import pytest

from kasipkor_core import house
from kasipkor_core.store import Reader, query, read_head
from kasipkor_core.ui.trends import list_trends, render_trends
from tests.giving import CONTESTS, give
from tests.pages.test_pages import open_page

QUESTION = (house.SQL / "reads" / "progress_summary.sql").read_text(encoding="utf-8")
NAMES = {"IND-03": "Teachers", "IND-01": "Inclusive conditions", "IND-12": "Modern colleges"}
INDICATORS = (
    "indicator,region,period,numerator,denominator,as_of,source\n"
    "IND-01,KZ-31,2024,25,31,2024-12-20,report\n"
    "IND-01,KZ-35,2024,40,40,2024-12-20,report\n"
    "IND-01,KZ-31,2025,31,31,2025-12-20,report\n"
    "IND-01,KZ-35,2025,40,40,2025-12-20,report\n"
    "IND-03,KZ-31,2025,10,40,2025-12-20,report\n"
    "IND-12,KZ-31,2025,3,,2025-12-20,report\n"
)


@pytest.fixture
def reported(store):
    give(store, CONTESTS, kind="contests")
    give(store, INDICATORS, kind="indicators")
    return store


def read_cells(html):
    """Return the cells of a table as a person reads them, by row."""
    rows = [re.findall("<t[hd].*?</t[hd]>", row) for row in re.findall("<tr.*?</tr>", html)]
    return [[re.sub("<.*?>", "", cell) for cell in row] for row in rows]


def test_the_target_that_fewest_regions_meet_stands_first_beside_the_year_before(reported):
    rows = query(reported, QUESTION, Reader(as_of=read_head(reported))).to_pylist()

    assert read_cells(render_trends(list_trends(rows, NAMES), "en")) == [
        ["Indicator", "Met in 2025", "2024", "±"],
        ["Modern colleges", "0 / 20", "", ""],
        ["Inclusive conditions", "2 / 20", "1 / 20", "▲ 1"],
    ]


@pytest.mark.long
def test_the_overview_leads_from_a_target_to_its_map_and_year(reported):
    page = open_page(reported, "overview/overview.py", lang="en")
    said = " ".join(one.proto.body for one in page.get("html"))

    assert "progress?indicator=IND-12&year=2025&lang=en" in said.replace("&amp;", "&")


def test_nothing_reported_is_no_row():
    assert list_trends([], NAMES) == []

"""Frames to charts, as Vega-Lite specs. Pure: palette and catalogue are the only sources."""

from kasipkor_core.charts.bars import leaderboard, medals
from kasipkor_core.charts.centremap import CENTRE_PICKS, centre_map
from kasipkor_core.charts.exams import EXAM_PICKS, point_ranges
from kasipkor_core.charts.gantt import Band, Bar, gantt
from kasipkor_core.charts.gaps import GAP_PICKS, gap_dots, value_dots
from kasipkor_core.charts.heat import HEAT_PICKS, heat_map, shade_gap
from kasipkor_core.charts.judges import severity
from kasipkor_core.charts.look import choose, finish, trust
from kasipkor_core.charts.maps import PICKS, gap_map, kzmap
from kasipkor_core.charts.panels import PANEL_PICKS, year_panels
from kasipkor_core.charts.pictures import draw_png, draw_svg
from kasipkor_core.charts.seasons import SEASON_PICKS, season_points
from kasipkor_core.charts.steps import target_steps

__all__ = [
    "CENTRE_PICKS",
    "EXAM_PICKS",
    "GAP_PICKS",
    "HEAT_PICKS",
    "PANEL_PICKS",
    "PICKS",
    "SEASON_PICKS",
    "Band",
    "Bar",
    "centre_map",
    "choose",
    "draw_png",
    "draw_svg",
    "finish",
    "gantt",
    "gap_dots",
    "gap_map",
    "heat_map",
    "kzmap",
    "leaderboard",
    "medals",
    "point_ranges",
    "season_points",
    "severity",
    "shade_gap",
    "target_steps",
    "trust",
    "value_dots",
    "year_panels",
]

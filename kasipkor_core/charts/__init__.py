"""Frames to charts, as Vega-Lite specs. Pure: palette and catalogue are the only sources."""

from kasipkor_core.charts.bars import leaderboard, medals
from kasipkor_core.charts.look import finish
from kasipkor_core.charts.maps import PICKS, kzmap
from kasipkor_core.charts.pictures import draw_png, draw_svg

__all__ = ["PICKS", "draw_png", "draw_svg", "finish", "kzmap", "leaderboard", "medals"]

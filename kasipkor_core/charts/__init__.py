"""Frames to charts, as Vega-Lite specs. Pure: palette and catalogue are the only sources."""

from kasipkor_core.charts.bars import leaderboard, medals
from kasipkor_core.charts.look import finish
from kasipkor_core.charts.maps import kzmap

__all__ = ["finish", "kzmap", "leaderboard", "medals"]

"""The whole demonstration season, in the order it happened."""

from tests.demo import build
from tests.demo.republic import add_republic


def build_season():
    """Return files and steps; the same ones every time."""
    season = build.start_season()
    build.add_archive(season)
    build.add_organisations(season)
    build.add_oblast_stage(season)
    build.add_professionals(season)
    add_republic(season)
    return season

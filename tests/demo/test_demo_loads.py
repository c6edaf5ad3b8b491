"""The demonstration season as a newcomer gets it: whole, from an empty ledger."""

import tomllib

from kasipkor_core import house
from kasipkor_core.store import has_demo, load_demo, read_head
from tests.ready import open_ready

SEASON = house.DATA / "demo" / "season.toml"


def test_every_step_of_the_season_is_written_into_an_empty_ledger():
    steps = tomllib.loads(SEASON.read_text(encoding="utf-8"))["step"]
    store = open_ready()
    load_demo(store)

    assert has_demo(store)
    assert read_head(store) == len(steps)
    store.close()

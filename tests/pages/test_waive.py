"""A contest's page: what blocks publication is waived with a reason, and only what can be."""

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.store import read_now, show_view
from tests.ready import open_played
from tests.store.test_checklist import TOUR, play_tour


@pytest.mark.long
def test_what_blocks_a_signed_contest_is_waived_with_a_reason_and_then_it_is_published():
    store = open_played("checklist_tour", play_tour)
    ui.use_store(store)
    app = AppTest.from_file(str(house.ROOT / "app.py"), default_timeout=60)
    page = app.run().switch_page("pages/organise/contests.py")
    page.query_params["contest"], page.query_params["lang"] = TOUR, "en"
    page = page.run()
    offered = sorted(button.key for button in page.button if button.key.startswith("waive_"))
    page = page.button(key="publish_now").click().run()
    refused = page.error[0].value
    for key in ("experts_missing", "not_decided", "winner_undecided"):
        page.text_input(key=f"waive_{key}_reason").set_value("minutes 7").run()
        page = page.button(key=f"waive_{key}_now").click().run()
    left = [button.key for button in page.button if button.key.startswith("waive_")]
    page = page.button(key="publish_now").click().run()
    contest = show_view(store, "contests", where={"contest": TOUR}, reader=read_now(store))
    store.close()

    assert offered == [
        "waive_experts_missing_now",
        "waive_not_decided_now",
        "waive_winner_undecided_now",
    ]
    assert "1 experts are missing" in refused
    assert (left, len(page.error), len(page.exception)) == ([], 0, 0)
    assert contest["state"].to_pylist() == ["published"]

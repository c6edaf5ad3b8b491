"""From a region to its organisations on the screen."""

from kasipkor_core.ui import drill

ROW = {
    "season": 2026,
    "organisation": "Тараз колледжі",
    "students": 900,
    "entries": 2,
    "medals": 1,
    "medal_points": 4,
    "exams": 0,
    "examinees": 0,
    "entries_before": 1,
    "medal_points_change": -3,
    "is_on_record": True,
}
IDLE = ROW | {"organisation": "Тыныш", "entries": 0, "medals": 0, "medal_points": 0}


def test_an_organisation_that_did_nothing_is_muted_and_counted_out():
    html = drill.render_organisations([ROW, IDLE], "en")

    assert drill.tell_part([ROW, IDLE], "kk").startswith("2 ұйымның 1-і")
    assert html.count("k-muted") == 1
    assert "−3" in html


def test_without_a_season_before_there_is_no_column_of_changes():
    alone = ROW | {"entries_before": None, "medal_points_change": None}

    assert "Year on year" not in drill.render_organisations([alone], "en")


def test_the_ways_on_keep_the_region():
    assert drill.render_onward("KZ-31", "kk").count("region=KZ-31") == 3

from tests.bench import report


def test_a_part_that_was_not_measured_is_left_out_of_the_page():
    page = report.write({})

    assert page == report.HEAD + "\n"


def test_the_page_says_when_and_on_what_a_board_was_measured():
    machine = {"date": "2026-11-21", "machine": "M", "versions": "V", "load": 0.1}
    figures = [
        {"what": "mart.leaderboard", "marks": marks, "mixed": mixed, "median": 10.0, "p95": 12.0}
        for marks in (2_400_000, 24_000_000)
        for mixed in (False, True)
    ]

    lines = report.write({"board": {"machine": machine, "figures": figures}}).splitlines()

    assert [line for line in lines if line.startswith(("2026", "| `"))] == [
        "2026-11-21 · M · V · load 0.1",
        "| `mart.leaderboard` | 10.0 (12.0) | 10.0 (12.0) | 10.0 (12.0) | 10.0 (12.0) | 1.00 |",
    ]


def test_the_page_tells_lists_by_contest_from_views_that_a_screen_asks_whole():
    views = [
        {"view": view, "rows": 1, "whole": whole, "one": 37.0}
        for view, whole in (("lineage", 900.0), ("quotas", 900.0), ("criteria", 90.0))
    ]

    assert report.write_lists(views)[-2] == "`mart.lineage` (37)."

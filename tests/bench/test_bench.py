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


def test_the_page_tells_recounts_and_why_from_views_that_are_slower_than_promised():
    views = [
        {"view": view, "rows": 1, "whole": whole, "one": one}
        for view, whole, one in (
            ("lineage", 900.0, 37.0),
            ("aspects", 900.0, 201.0),  # too slow for the pages too
            ("quotas", 900.0, None),
            ("criteria", 90.0, 37.0),
        )
    ]

    assert [line for line in report.write_lists(views) if "`mart." in line] == [
        "- `mart.lineage` (37): a row for every mark",
        "Slower than promised, and no recount: `mart.aspects` (900), `mart.quotas` (900).",
    ]


def test_what_is_called_a_recount_reads_marks_and_is_never_asked_whole():
    asked = report.list_asked()

    assert {view: asked[view] for view in report.RECOUNTS} == dict.fromkeys(
        report.RECOUNTS, "one contest"
    )
    assert [v for v in report.RECOUNTS if not report.reads_marks(f"mart.{v}")] == []

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench import report, soak, viewers


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


@pytest.mark.parametrize(("left", "said"), [(420, "That is flat"), (450, "**That is not flat**")])
def test_memory_is_flat_when_hardly_more_is_left_than_there_was_after_the_warm_up(left, said):
    warmed = [(60 * n, 300 + 10 * n) for n in range(10)]
    memory = warmed + [(60 * n, 400 + 2 * (n - 10)) for n in range(10, 61)]
    memory += [(60 * n, left) for n in range(61, 76)]
    quarter = dict.fromkeys(("p50", "p95", "worst", "reruns_a_second", "late", "failed", "lost"), 0)
    counts = dict.fromkeys(("sheets", "rows", "kept", "problems", "cpu"), 0)
    figures = {
        "minutes": 60,
        "juries": 50,
        "viewers": 200,
        "memory": memory,
        "quarters": [quarter, quarter],
        "refused": {"429": 2},
        "errors": [],
        "upload_p50": 0.1,
        "upload_p95": 0.2,
        **counts,
    }
    page = "\n".join(soak.write(figures, "M"))

    assert f"{said}: flat is" in page
    assert "| rise in an hour from the warm-up to their end | +120.0 |" in page
    assert f"| when they have ended | {left} |" in page
    assert page.count("\n| 1 |") == page.count("\n| then |") == 1
    assert "| at the start, before the first viewer | 300 |" in page
    assert "Not taken: 2." in page
    assert "nobody can tell" in "\n".join(soak.write(figures | {"minutes": 10}, "M"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"at": "", "level": "info", "event": "answer", "status": 201}', False),
        ('{"at": "", "level": "info", "event": "answer", "status": 500}', True),
        ('{"at": "", "level": "error", "event": "message", "text": "Watch went wrong"}', True),
        ("Kasipkor: http://localhost:8501", False),
        ("Traceback (most recent call last):", True),
    ],
)
def test_an_error_is_what_the_server_calls_one_and_what_a_library_says_of_one(line, told):
    assert soak.is_error(line) == told


def test_a_viewer_keeps_a_message_as_long_as_a_browser_does():
    viewer = viewers.Viewer("", page="live", query="", watch=viewers.Watch())
    sent = ForwardMsg(hash="a")
    sent.metadata.cacheable = True
    viewer.keep(sent)
    for _ in range(viewers.KEPT_FOR):
        viewer.forget()
    kept = list(viewer.cached)
    viewer.keep(ForwardMsg(ref_hash="a"))  # of use again
    viewer.forget()
    again = list(viewer.cached)
    for _ in range(viewers.KEPT_FOR):
        viewer.forget()

    assert (kept, again, list(viewer.cached)) == (["a"], ["a"], [])

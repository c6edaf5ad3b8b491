"""What the server answers beside the pages: its health, the calendar, the headers of safety."""

import datetime as dt
from types import SimpleNamespace

import pytest
from icalendar import Calendar

from kasipkor_core import settings
from kasipkor_core.errors import Refused
from kasipkor_core.store import alarms, append_publication, append_undo, open_store, read_head
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.subscription import write_address
from kasipkor_core.web import ports
from kasipkor_core.web.headers import write_policy
from tests.giving import give
from tests.web.asking import ask, make_app

PLANNED = """no,industry,region,starts_on,ends_on,season
1,it,KZ-71,2026-11-24,2026-11-28,2026
2,oil_gas,KZ-23,2026-12-01,2026-12-03,2026
"""
SUBJECT = "schedule:teacher-skill-2026"


def publish(store):
    return append_publication(store, [SUBJECT], as_of=read_head(store), actor="chief")


def read_calendar(app, path="/calendar.ics", **headers):
    return Calendar.from_ical(ask(app, path, **headers).body).walk("VEVENT")


@pytest.fixture
def planned(store):
    give(store, PLANNED, kind="schedule")
    return store


@pytest.mark.long
def test_the_calendar_has_what_is_published_and_nothing_before(planned):
    app = make_app(planned)
    before = read_calendar(app)
    publish(planned)

    assert before == []
    assert sorted(event["dtstart"].dt for event in read_calendar(app)) == [
        dt.date(2026, 11, 24),
        dt.date(2026, 12, 1),
    ]


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("industry=it", 1),
        ("region=KZ-23", 1),
        ("industry=it&region=KZ-23", 0),
        ("programme=teacher-skill&season=2026", 2),
        ("season=2025", 0),
        ("industry=", 2),
        ("region=%27%20or%20true%20--", 0),
    ],
)
def test_the_calendar_follows_the_codes_of_its_address(planned, asked, count):
    publish(planned)

    assert len(read_calendar(make_app(planned), f"/calendar.ics?{asked}")) == count


@pytest.mark.long
def test_the_calendar_is_sent_again_only_when_what_is_published_has_changed(planned):
    app = make_app(planned)
    number = publish(planned)
    tag = ask(app, "/calendar.ics").headers["etag"]
    give(planned, PLANNED.replace("11-28", "11-27"), kind="schedule", replaces="yes")

    assert ask(app, "/calendar.ics", if_none_match=tag).status == 304
    append_undo(planned, number, actor="chief", reason="too early")
    assert ask(app, "/calendar.ics", if_none_match=tag).status == 200


def test_the_address_on_the_page_carries_filters_language_and_the_path_of_a_proxy():
    who = Visitor("ru", "local", "staff", 1, (("unit", "it"), ("region", "KZ-71")))

    assert write_address("https://host.kz/sub/schedule", who) == (
        "https://host.kz/sub/calendar.ics?industry=it&region=KZ-71&lang=ru"
    )


def test_healthz_says_the_newest_batch_and_the_room_on_the_disk(tmp_path, monkeypatch):
    store = open_store(tmp_path / "k.duckdb")
    answer = ask(make_app(store), "/healthz")
    monkeypatch.setattr(alarms.shutil, "disk_usage", lambda _: SimpleNamespace(free=1))
    full = ask(make_app(store), "/healthz")
    store.close()
    closed = ask(make_app(store), "/healthz")

    assert (answer.status, answer.json["status"], answer.json["batch_no"]) == (200, "ok", 0)
    assert answer.json["free_bytes"] > 0
    assert (full.status, full.json["status"]) == (503, "disk_full")
    assert (closed.status, closed.json["status"]) == (503, "no_answer")


def test_every_answer_carries_the_headers_of_safety_errors_included(store):
    app = make_app(store)
    for path in ("/healthz", "/calendar.ics", "/check", "/check/0", "/nothing-here"):
        headers = ask(app, path).headers

        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe-eval" not in headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.kz; script-src *", "a b", "", None, "x\r\ny: z"])
def test_a_host_that_is_none_does_not_get_into_the_policy(host):
    assert write_policy(host).endswith("connect-src 'self'")


def test_a_taken_port_is_told_in_a_sentence_and_nothing_stays_open():
    first = ports.listen("localhost", 0)
    (port,) = {one.getsockname()[1] for one in first}
    with pytest.raises(Refused, match=f"Port {port} of localhost cannot be used"):
        ports.listen("localhost", port)
    for one in first:
        one.close()

    assert (settings.is_here("::1"), settings.is_here("0.0.0.0")) == (True, False)  # noqa: S104

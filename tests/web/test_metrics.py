"""``/metrics`` and the log: counted without a name, told to this computer or to a token."""

import json
import logging

import pytest

from kasipkor_core.store import SheetRefused, SheetRepeated
from kasipkor_core.web.logs import JsonLines, tell
from kasipkor_core.web.watch import Watch
from tests.giving import REPUBLIC, give
from tests.web.asking import ask, make_app

GOOD = "entry,name,region,total\na,Айгерім,KZ-35,80\n"
BAD = "entry,name,region,total\nb,Болат,KZ-35,180\n"


def read_meters(app, **headers):
    lines = ask(app, "/metrics", **headers).text.splitlines()
    told = (line.rpartition(" ") for line in lines if not line.startswith("#"))
    return {name: float(value) for name, _, value in told}


def test_sheets_and_findings_are_counted_by_kind_and_no_name_is_told(season):
    app = make_app(season)
    before = read_meters(app)
    give(season, GOOD, kind="scores", contest=REPUBLIC)
    with pytest.raises(SheetRefused):
        give(season, BAD, kind="scores", contest=REPUBLIC)
    with pytest.raises(SheetRepeated):
        give(season, GOOD, kind="scores", contest=REPUBLIC)
    after = read_meters(app)
    told = ask(app, "/metrics").text

    def grown(name):
        return after[name] - before.get(name, 0)

    assert grown('kasipkor_uploads_total{outcome="written"}') == 1
    assert grown('kasipkor_uploads_total{outcome="refused"}') == 2
    assert grown('kasipkor_findings_total{severity="error"}') >= 1
    assert after["kasipkor_batch"] == 2
    assert "kasipkor_viewers" in after
    assert "Айгерім" not in told
    assert REPUBLIC not in told


def test_metrics_answer_this_computer_or_the_token_and_nobody_else(store, monkeypatch):
    app = make_app(store)
    through_proxy = {"x_forwarded_for": "203.0.113.9", "host": "results.example.kz"}
    before = [
        ask(app, "/metrics").status,
        ask(app, "/metrics", **through_proxy).status,
        ask(app, "/metrics", authorization="Bearer ", **through_proxy).status,
    ]
    monkeypatch.setenv("KASIPKOR_METRICS_TOKEN", "s3cret")
    with_token = [
        ask(app, "/metrics", authorization=f"Bearer {token}", **through_proxy).status
        for token in ("s3cret", "other", "")
    ]

    assert before == [200, 403, 403]
    assert with_token == [200, 403, 403]


def test_of_an_error_the_log_says_kind_and_place_and_none_of_its_words():
    try:
        raise ValueError("Айгерім 870101300123")  # noqa: TRY301  the words must not be told
    except ValueError as error:
        record = logging.LogRecord(
            "kasipkor", logging.ERROR, "f.py", 1, "reference %s", ("ab12",), None
        )
        record.exc_info = (ValueError, error, error.__traceback__)
    line = JsonLines().format(record)
    told = json.loads(line)

    assert (told["level"], told["text"], told["error"]) == ("error", "reference ab12", "ValueError")
    assert told["where"][-1].startswith("test_metrics.py:")
    assert "Айгерім" not in line


def test_an_answer_is_written_down_without_secrets_and_addresses(store, caplog):
    from kasipkor_core.web.logs import Logged

    caplog.set_level(logging.INFO, logger="kasipkor")
    ask(Logged(make_app(store)), "/sign-in/SECRET?lang=kk")
    ask(Logged(make_app(store)), "/app/static/logo.svg")
    lines = [JsonLines().format(record) for record in caplog.records]

    assert len(lines) == 1
    told = json.loads(lines[0])
    assert (told["event"], told["method"], told["path"]) == ("answer", "GET", "/sign-in")
    assert told["status"] in (404, 410)
    assert "SECRET" not in lines[0]
    assert "127.0.0.1" not in lines[0]


def test_the_watch_makes_backups_in_time_and_tells_when_an_alarm_begins_and_ends(
    season, tmp_path, monkeypatch, caplog
):
    import datetime as dt

    from kasipkor_core.store import Alarm
    from kasipkor_core.web import watch

    kept, found = [], [[Alarm("disk_low", 900)], [Alarm("disk_low", 890)], []]
    monkeypatch.setenv("KASIPKOR_BACKUP", str(tmp_path / "second"))
    monkeypatch.setattr(watch, "keep_backup", lambda *_, now: kept.append(now))
    monkeypatch.setattr(watch, "list_alarms", lambda *_, **__: found.pop(0))
    caplog.set_level(logging.INFO, logger="kasipkor")
    begun = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)
    moments = [begun + dt.timedelta(minutes=minutes) for minutes in (0, 59, 60)]
    clock = iter(moments)
    one = Watch(season, clock=lambda: next(clock))
    for _ in moments:
        one.look()
    one.end()

    assert kept == [moments[0], moments[2]]
    assert [record.told["event"] for record in caplog.records] == ["alarm", "alarm_over"]


def test_what_is_told_is_one_line_of_json(caplog):
    caplog.set_level(logging.INFO, logger="kasipkor")
    tell("backup", bytes=12)

    assert json.loads(JsonLines().format(caplog.records[0]))["bytes"] == 12

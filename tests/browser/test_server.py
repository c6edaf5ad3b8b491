"""The server as a process: both addresses of this computer, headers, and a calm end."""

import json
import signal
import urllib.request

import pytest

from tests.browser.conftest import serve, stop

BROKEN = """
from kasipkor_core.ui import filters
def fail():
    raise RuntimeError("SECRET")
filters._write_language = lambda *_: fail()
"""


def look(address):
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310  our own server
        return answer.status, answer.headers, answer.read()


def test_the_server_answers_with_safe_headers_and_ends_calmly(ledger, tmp_path):
    database = tmp_path / "k.duckdb"
    database.write_bytes(ledger[0].read_bytes())
    with (tmp_path / "log").open("wb") as log:
        process, port = serve(database, log)
        _, page, _ = look(f"http://localhost:{port}/")
        _, font, _ = look(f"http://127.0.0.1:{port}/app/static/NotoSans-Regular-kkruen.ttf")
        status, _, health = look(f"http://localhost:{port}/healthz")
        process.send_signal(signal.SIGTERM)
        ended = process.wait(20)

    assert (status, json.loads(health)["status"], ended) == (200, "ok", 0)
    assert {one["x-frame-options"] for one in (page, font)} == {"DENY"}
    assert not database.with_suffix(".duckdb.wal").exists()
    assert b"Traceback" not in (tmp_path / "log").read_bytes()


@pytest.mark.browser
def test_an_error_of_a_button_is_told_by_a_number_and_never_by_a_trace(ledger, tmp_path, window):
    database = tmp_path / "k.duckdb"
    database.write_bytes(ledger[0].read_bytes())
    page = window()
    with (tmp_path / "log").open("wb") as log:
        process, port = serve(database, log, before=BROKEN)
        try:
            page.goto(f"http://localhost:{port}/?lang=ru")
            page.locator(".st-key-language button:visible").click()
            page.get_by_text("English").click()
            said = page.get_by_text("назовите администратору").inner_text()
            whole = page.locator("body").inner_text()
        finally:
            stop(process)

    assert said.startswith("Страницу не удалось показать")
    assert not any(word in whole for word in ("Traceback", "SECRET", "RuntimeError"))
    assert "SECRET" in (tmp_path / "log").read_text(encoding="utf-8")

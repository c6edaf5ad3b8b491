"""The server as a process: both addresses of this computer, headers, and a calm end."""

import json
import signal
import urllib.request

from tests.browser.conftest import serve


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

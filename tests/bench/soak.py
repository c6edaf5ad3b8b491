"""An hour of championship: juries upload, viewers watch. Is memory flat, and is there an error?

``make soak`` (``SOAK_MINUTES=10`` for a shorter one; the hour by itself). The server is the command
``kasipkor serve`` as it ships. Each jury sends its next rows once a minute to the API with a token
of its own contest; the viewers are those of ``tests.bench.viewers``, spread over the contests. They
stay for a quarter more when the juries have ended: what work took is then given back, and what
is kept for good is left.
"""

import contextlib
import http.client
import json
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from statistics import linear_regression, mean, quantiles

from kasipkor_core.access import Scope
from kasipkor_core.store import (
    Identity,
    make_token,
    open_store,
    prepare_rehearsal,
    query,
    read_now,
    verify,
)
from tests.bench import nation
from tests.bench.live import read_cpu, read_memory, run_server, start_viewers
from tests.bench.say import say

JURIES = 50
VIEWERS = 200
MINUTES = 60
STRETCHES = 4  # the hour is told by the quarter; one more follows without juries
PAUSE = 60.0  # seconds between two sheets of a jury
WAITS = 600  # seconds that a jury waits for an answer
ROWS = 10  # of one sheet: a contest has enough of them for an hour
SAMPLE_EVERY = 10.0
WARM_UP = 0.25  # the share of the time after which memory is to be flat
FLAT = 0.05  # the share by which memory may be more when the juries have ended than after that
ENOUGH = 30  # minutes, to tell whether it is
SKILLS = 3  # in 20 regions
SEED = 2026
MARKS = "select count(*) as marks from fact.mark"
SERVE = (sys.executable, "-c", "from kasipkor_core.cli import main; main()", "serve")


@dataclass
class Sent:
    """What the juries sent: of each sheet that was taken seconds and rows, else why not."""

    seconds: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    refused: list = field(default_factory=list)


def run(*, quick=False):
    """Return memory by time, refreshes by the quarter, sheets, errors, and what the ledger says."""
    minutes = 2 if quick else float(os.environ.get("SOAK_MINUTES") or MINUTES)
    juries, viewers = (5, 20) if quick else (JURIES, VIEWERS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheets, tokens = prepare(folder, juries=juries)
        figures = {"minutes": minutes, "juries": juries, "viewers": viewers}
        figures |= hold(folder, sheets, tokens, viewers=viewers, minutes=minutes)
        figures |= look_back(folder)
    assert figures["kept"] == figures["rows"], "taken is not what is in the ledger"
    return figures


def prepare(folder, *, juries):
    """Write a ledger with contests and no marks; return each jury's sheets, and its token."""
    office = open_store(folder / "office.duckdb")
    for kind in ("contests", "entries", "scheme"):
        nation.append(office, kind, skills=SKILLS)
    rehearsal = prepare_rehearsal(office, folder / "soak.duckdb", season=2026, seed=SEED)
    office.close()
    rows = {}
    for slip in rehearsal.slips:
        rows.setdefault(slip.sheet, []).append(slip.row)
    chosen = dict(list(rows.items())[:juries])
    given = {rehearsal.sheets[number]: lines for number, lines in chosen.items()}
    copy = open_store(folder / "soak.duckdb")
    tokens = {
        sheet.contest: make_token(
            copy,
            Identity(f"jury {sheet.contest}", "chief_expert", Scope(contest=sheet.contest)),
            by="soak",
        )
        for sheet in given
    }
    copy.close()
    sheets = {
        sheet.contest: [sheet.write(lines[at : at + ROWS]) for at in range(0, len(lines), ROWS)]
        for sheet, lines in given.items()
    }
    return sheets, tokens


def hold(folder, sheets, tokens, *, viewers, minutes):
    """Let juries upload and viewers watch; return what was measured."""
    with serve(folder) as (server, port):
        memory = [(0.0, read_memory(server.pid))]
        seconds = minutes * 60 / STRETCHES
        watching = start_viewers(
            port, viewers=viewers, seconds=seconds, settle=0, times=STRETCHES + 1, contests=sheets
        )
        begun, cpu = time.monotonic(), read_cpu(server.pid)
        ends = begun + minutes * 60
        sent = Sent()
        threads = [
            threading.Thread(
                target=upload,
                args=(port, contest, sheets[contest], tokens[contest], sent),
                kwargs={"first": begun + number * PAUSE / len(sheets), "ends": ends},
            )
            for number, contest in enumerate(sheets)
        ]
        for thread in threads:
            thread.start()
        memory += sample(server, begun=begun, until=ends)
        cpu = (read_cpu(server.pid) - cpu) / (time.monotonic() - begun)
        for thread in threads:
            thread.join()
        memory += sample(server, begun=begun, until=ends + seconds)
        quarters = [json.loads(line) for line in watching.stdout]
        watching.wait(timeout=120)
    figures = {
        "memory": [(round(at), round(mb, 1)) for at, mb in memory],
        "quarters": quarters,
        "cpu": cpu,
        "sheets": len(sent.seconds),
        "rows": sum(sent.rows),
        "refused": dict(Counter(sent.refused)),
        "upload_p50": quantiles(sent.seconds, n=20)[9],
        "upload_p95": quantiles(sent.seconds, n=20)[18],
        "errors": list_errors(folder / "log"),
    }
    say({key: value for key, value in figures.items() if key != "memory"})
    return figures


def sample(server, *, begun, until):
    """Return the resident memory of a server every few seconds, until then."""
    memory = []
    while (now := time.monotonic()) < until:
        memory.append((now - begun, read_memory(server.pid)))
        time.sleep(min(SAMPLE_EVERY, until - now))
    return memory


@contextlib.contextmanager
def serve(folder):
    """Run ``kasipkor serve`` on the ledger; yield its process and port; its log is kept."""
    given = {"KASIPKOR_DB": str(folder / "soak.duckdb"), "KASIPKOR_LOG": "json"}
    with (
        (folder / "log").open("w") as log,
        run_server([*SERVE, "--port"], env=os.environ | given, stdout=log, stderr=log) as running,
    ):
        yield running


def upload(port, contest, sheets, token, sent, *, first, ends):
    """Send one sheet after the other, a minute between them, as a jury does."""
    for number, sheet in enumerate(sheets):
        at = first + number * PAUSE
        if at >= ends:
            return
        time.sleep(max(at - time.monotonic(), 0))
        path = f"/api/v1/sheets?kind=marks&contest={contest}&file_name=part-{number}.csv"
        begun = time.monotonic()
        try:
            status = post(port, path, sheet, token)
        except (OSError, http.client.HTTPException) as error:
            status = type(error).__name__
        if status == HTTPStatus.CREATED:
            sent.seconds.append(time.monotonic() - begun)
            sent.rows.append(sheet.count(b"\n") - 1)
        else:
            sent.refused.append(str(status))


def post(port, path, body, token):
    """Send bytes; return the status of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAITS)
    with contextlib.closing(connection):
        connection.request("POST", path, body, {"Authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        answer.read()
        return answer.status


def list_errors(log):
    """Return the lines of a server's log that tell of something gone wrong."""
    return [line for line in log.read_text(encoding="utf-8").splitlines() if is_error(line)]


def is_error(line):
    """Tell whether a line of the log is an error: ours are JSON, what libraries say is text."""
    if not line.startswith("{"):
        return any(word in line for word in ("Traceback", "Error", "Exception", "ERROR"))
    told = json.loads(line)
    return told["level"] in {"error", "critical"} or told.get("status", 200) >= 500


def look_back(folder):
    """Return the marks in force and what ``verify --all`` finds in the ledger that was left."""
    store = open_store(folder / "soak.duckdb")
    (row,) = query(store, MARKS, read_now(store)).to_pylist()
    problems = verify(store, all_contests=True)
    store.close()
    return {"kept": row["marks"], "problems": len(problems)}


def sum_up_memory(memory, *, minutes):
    """Return memory at the start, after the warm-up, at the end of the juries and later, in MB.

    Means over a tenth of the juries' time; ``slope``: the rise in an hour between warm-up and end.
    """
    seconds = minutes * 60
    warmed, span = seconds * WARM_UP, seconds / 10
    late = [(at, mb) for at, mb in memory if warmed <= at <= seconds]

    def average(since):
        return mean(mb for at, mb in memory if since <= at <= since + span)

    slope = linear_regression([at / 3600 for at, _ in late], [mb for _, mb in late]).slope
    return {
        "start": memory[0][1],
        "warm": average(warmed),
        "last": average(seconds - span),
        "left": average(memory[-1][0] - span),
        "slope": slope,
    }


def write(figures, machine):
    """Return the part of docs/performance.md."""
    found = sum_up_memory(figures["memory"], minutes=figures["minutes"])
    is_flat = found["left"] <= (1 + FLAT) * found["warm"]
    refused = sum(figures["refused"].values())
    stretches = [*range(1, len(figures["quarters"])), "then"]
    rows = [
        f"| {number} | {f['p50']:.0f} | {f['p95']:.0f} | {f['worst']:.0f} "
        f"| {f['reruns_a_second']:.0f} | {f['late']} | {f['failed']} | {f['lost']} |"
        for number, f in zip(stretches, figures["quarters"], strict=True)
    ]
    said = "That is flat" if is_flat else "**That is not flat**"
    if figures["minutes"] < ENOUGH:
        said = f"In less than {ENOUGH} minutes nobody can tell whether memory is flat"
    return [
        "## Juries and viewers at once\n",
        machine,
        f"`make soak`, {figures['minutes']:g} minutes: {figures['juries']} juries send their rows",
        "once a minute to the API, each with a token of its own contest;",
        f"{figures['viewers']} viewers have the Live page of these contests open, and stay when",
        "the juries have ended. The server is `kasipkor serve` as it ships; juries and viewers run",
        "beside it on the same cores.\n",
        "| resident memory of the server, MB | |",
        "|---|--:|",
        f"| at the start, before the first viewer | {found['start']:.0f} |",
        f"| after the warm-up, a quarter of the time | {found['warm']:.0f} |",
        f"| at the end of the juries | {found['last']:.0f} |",
        f"| rise in an hour from the warm-up to their end | {found['slope']:+.1f} |",
        f"| when they have ended | {found['left']:.0f} |",
        "",
        "While juries send, memory rises with what they send and with the work of it.",
        f"{said}: flat is, when they have ended, no more than {FLAT:.0%} above the warm-up.",
        f"Sheets taken: {figures['sheets']:,} with {figures['rows']:,} marks,",
        f"{figures['sheets'] / figures['minutes']:.0f} a minute;",
        f"from sending to the batch number {figures['upload_p50']:.2f} s in the median, p95",
        f"{figures['upload_p95']:.2f} s. Not taken: {refused}. Errors in the server's log:",
        f"{len(figures['errors'])}. Afterwards {figures['kept']:,} marks are in the ledger and",
        f"`kasipkor verify --all` finds {figures['problems'] or 'nothing'}. The server took",
        f"{figures['cpu']:.0%} of a core.\n",
        "Refreshes by the quarter and then, ms:\n",
        "| quarter | p50 | p95 | worst | a second | late | failed | connections lost |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
        *rows,
        "",
    ]

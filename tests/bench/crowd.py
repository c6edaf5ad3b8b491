"""A nation that watches: 1,000 kept connections ask 2,000 times a second, as wrk counts it.

That is 10,000 viewers who ask every five seconds. Each connection waits up to a second, at random,
before it asks again; a viewer has the newest version already, but for each twentieth answer.
"""

import json
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from tests.bench.say import say
from tests.browser.conftest import find_port
from tests.browser.test_nginx import NGINX, wait, write_certificate, write_site

WRK = shutil.which("wrk")
CONNECTIONS = 1000
_HEAD = (
    "| a crowd | asked a second | p50, ms | p99, ms | worst, ms | lost |\n|---|--:|--:|--:|--:|--:|"
)
_SCRIPT = """
function delay() return math.random(0, 1000) end
local asked = 0
function request()
  asked = asked + 1
  local headers = {["Accept-Encoding"] = "gzip"}
  if asked % 20 > 0 then headers["If-None-Match"] = '@etag' end
  return wrk.format("GET", "@path", headers)
end
function done(summary, latency)
  local lost = summary.errors
  print(string.format('{"rate": %.0f, "p50": %.2f, "p99": %.2f, "worst": %.2f, "lost": %d}',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3,
    lost.connect + lost.read + lost.write + lost.status + lost.timeout))
end
"""


def watch_crowd(server, port, path, etag, *, seconds):
    """Say what a crowd waits for, of the server alone and behind nginx as the guide has it.

    Args:
        server: The process of the server; it has one core, what asks has the other.
        port: Its port.
        path: The document that is asked for.
        etag: Its version.
        seconds: How long they ask.
    """
    if not WRK or not NGINX:
        say("wrk or nginx is missing: install Debian's packages wrk and nginx-light")
        return
    os.sched_setaffinity(server.pid, {0})
    say(f"\n{_HEAD}")
    tell("of one process", f"http://localhost:{port}", path, etag, seconds)
    with run_nginx(port) as address:
        tell("behind nginx, TLS", address, f"/results{path}", etag, seconds)


def tell(name, address, path, etag, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_SCRIPT.replace("@etag", etag).replace("@path", path))
        script.flush()
        command = [WRK, "-t1", f"-c{CONNECTIONS}", f"-d{seconds:.0f}", "-s", script.name, address]
        said = subprocess.run(
            command,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: os.sched_setaffinity(0, {1}),
        )
    found = json.loads(said.stdout.splitlines()[-1])
    say(
        f"| {name} | {found['rate']:,} | {found['p50']:.1f} | {found['p99']:.1f} "
        f"| {found['worst']:.1f} | {found['lost']} |"
    )


@contextmanager
def run_nginx(to):
    """Run nginx with docs/nginx.conf before a port; yield its address."""
    with tempfile.TemporaryDirectory() as folder:
        port = find_port()
        write_certificate(Path(folder))
        write_site(Path(folder), port=port, to=to)
        nginx = subprocess.Popen([NGINX, "-p", folder, "-c", f"{folder}/nginx.conf"])
        try:
            address = f"https://localhost:{port}"
            wait(f"{address}/results/healthz")
            yield address
        finally:
            nginx.terminate()
            nginx.wait()

"""The public board over HTTP: ``python -m tests.bench.public [--seconds N]``; it prints a table.

The server is a process of its own, as ``kasipkor serve`` puts it together, with a small published
championship. Askers keep their connections; what they measure is one process of the server and
one of theirs on the same machine.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import quantiles

import uvicorn
from streamlit.web.server.starlette.starlette_server import _get_uvicorn_config_kwargs

from kasipkor_core.ui import identity
from kasipkor_core.web import make_site
from kasipkor_core.web.publisher import Publisher
from tests.bench.crowd import watch_crowd
from tests.bench.say import say
from tests.documents import published as played
from tests.giving import REPUBLIC
from tests.ready import FOLDER, make_folder, open_played

PAGE = f"/board/kk/contests/{REPUBLIC}"
ASKERS = 32
SCREENS = 200
HEAD = (
    "| what | bytes | answers a second | p50, ms | p95, ms | processor of an answer, ms "
    "| a second on a core of its own |\n|---|---|---|---|---|---|---|"
)


def serve(port):
    """Serve until stdin ends; a line on it publishes the correction and says when it was done."""
    store = open_played("published", played.hold)
    identity.ask_everybody(asks=True)  # else nothing that came through nginx is answered
    publisher = Publisher(store)
    publisher.look()
    publisher.start()
    threading.Thread(target=publish, args=[store], daemon=True).start()
    app = make_site(store, publisher)
    config = uvicorn.Config(app, port=port, log_level="warning", **_get_uvicorn_config_kwargs())
    uvicorn.Server(config).run()


def publish(store):
    for _ in sys.stdin:
        played.decide(store, "sign_off", REPUBLIC, "signed")
        played.publish(store, REPUBLIC)
        say(time.monotonic())


async def ask(reader, writer, path, **headers):
    """Ask once on an open connection; return status, headers and the size of the body."""
    said = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{said}\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    pairs = (line.split(": ", 1) for line in head[1:] if line)
    found = {name.lower(): value for name, value in pairs}
    size = int(found.get("content-length", 0))
    await reader.readexactly(size)
    return int(head[0].split()[1]), found, size


async def storm(port, path, seconds, **headers):
    """Let all askers ask as fast as they are answered; return times in ms, and the last size."""
    times, sizes, until = [], [0], time.monotonic() + seconds

    async def go_on():
        reader, writer = await asyncio.open_connection("localhost", port)
        while time.monotonic() < until:
            begun = time.perf_counter()
            _, _, sizes[0] = await ask(reader, writer, path, **headers)
            times.append((time.perf_counter() - begun) * 1000)
        writer.close()

    await asyncio.gather(*(go_on() for _ in range(ASKERS)))
    return times, sizes[0]


async def watch(port, path, server):
    """Let screens poll as the page does; publish; return after how many seconds each had it."""
    seen = []

    async def look(**headers):
        reader, writer = await asyncio.open_connection("localhost", port)
        _, found, _ = await ask(reader, writer, path, **headers)
        writer.close()
        return found

    async def poll(number):
        await asyncio.sleep(number / SCREENS)
        first = found = await look()
        while found["etag"] == first["etag"]:
            await asyncio.sleep(float(found["x-poll-after"]))
            found = await look(If_None_Match=first["etag"])
        seen.append(time.monotonic())

    screens = [asyncio.create_task(poll(number)) for number in range(SCREENS)]
    await asyncio.sleep(3)
    server.stdin.write("publish\n")
    server.stdin.flush()
    done = float(await asyncio.to_thread(server.stdout.readline))
    await asyncio.gather(*screens)
    return [at - done for at in seen]


async def measure(port, seconds, server):
    await wait(port)
    _, known, _ = await ask(*await asyncio.open_connection("localhost", port), f"{PAGE}.json")
    kinds = {
        "page, packed": (f"{PAGE}.html", {"Accept_Encoding": "gzip"}),
        "page, not packed": (f"{PAGE}.html", {}),
        "JSON, packed": (f"{PAGE}.json", {"Accept_Encoding": "gzip"}),
        "JSON, unchanged (304)": (f"{PAGE}.json", {"If_None_Match": known["etag"]}),
    }
    say(HEAD)
    for name, (path, headers) in kinds.items():
        begun = read_busy(server.pid)
        times, size = await storm(port, path, seconds, **headers)
        cost = (read_busy(server.pid) - begun) / len(times) * 1000
        cuts = quantiles(times, n=20)
        rate = len(times) / seconds
        say(
            f"| {name} | {size:,} | {rate:,.0f} | {cuts[9]:.1f} | {cuts[18]:.1f} "
            f"| {cost:.3f} | {1000 / cost:,.0f} |"
        )
    await asyncio.to_thread(
        watch_crowd, server, port, f"{PAGE}.json", known["etag"], seconds=4 * seconds
    )
    await asyncio.sleep(3)  # the storm is over, boards ask every second again
    waits = sorted(await watch(port, f"{PAGE}.json", server))
    say(
        f"publication on {SCREENS} screens: {waits[SCREENS // 2]:.2f} s, the last {waits[-1]:.2f} s"
    )


def read_busy(process):
    """Return the seconds that a process has kept a processor busy (``man 5 proc``)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def wait(port):
    while True:
        try:
            _, writer = await asyncio.open_connection("localhost", port)
        except OSError:
            await asyncio.sleep(0.2)
        else:
            writer.close()
            return


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench.public")
    parser.add_argument("--seconds", type=float, default=5.0, help="of each kind of answer")
    parser.add_argument("--port", type=int, default=8599)
    parser.add_argument("--serve", action="store_true", help="be the server")
    args = parser.parse_args()
    if args.serve:
        serve(args.port)
        return
    folder = make_folder() if FOLDER not in os.environ else None
    command = [sys.executable, "-m", "tests.bench.public", "--serve", "--port", str(args.port)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            asyncio.run(measure(args.port, args.seconds, server))
        finally:
            server.terminate()
    if folder:
        folder.cleanup()


if __name__ == "__main__":
    main()

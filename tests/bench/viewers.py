"""Simulated viewers: browsers on the Live page, speaking Streamlit's own websocket protocol.

Run as a process of its own, so that its work does not stand in the server's: it prints one JSON
line of figures for each stretch of time. A viewer opens the page, keeps the messages a browser
would keep as long as it would, and reruns each fragment at the interval the server asked for.
"""

import argparse
import asyncio
import contextlib
import json
import random
import resource
import time
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.say import say

AT_LEAST_OVER = 4.0  # seconds over which viewers arrive
AT_MOST_A_SECOND = 20
OPEN_WITHIN = 180.0
KEPT_FOR = 2  # runs that a browser keeps an idle message: global.maxCachedMessageAge


@dataclass
class Watch:
    """What all viewers of one run saw; times are seconds on the monotonic clock."""

    opened: list = field(default_factory=list)
    refreshes: list = field(default_factory=list)
    late: int = 0
    failed: int = 0
    lost: int = 0
    received: int = 0
    counting: bool = False
    marker: bytes = b""
    marker_seen: list = field(default_factory=list)

    def begin(self):
        """Count from now on, and from nothing."""
        self.refreshes = []
        self.late = self.failed = self.lost = self.received = 0
        self.counting = True


class Viewer:
    """One open page."""

    def __init__(self, url, *, page, query, watch):
        self.url, self.page, self.query, self.watch = url, page, query, watch
        self.cached, self.timers, self.waiting = {}, {}, {}
        self.page_hash, self.runs = "", 0
        self.ready = asyncio.Event()
        self.has_marker = False

    async def stay(self):
        async with websockets.connect(
            self.url,
            subprotocols=["streamlit"],
            max_size=None,
            compression=None,
            ping_interval=None,
        ) as socket:
            self.socket = socket
            started = time.monotonic()
            await self.rerun()
            async for raw in socket:
                self.receive(raw, started)

    async def rerun(self, fragment=""):
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self.query
        state.page_name = self.page if not fragment else ""
        state.page_script_hash = self.page_hash
        state.fragment_id = fragment
        state.is_auto_rerun = bool(fragment)
        state.cached_message_hashes.extend(self.cached)
        state.context_info.timezone = "Asia/Almaty"
        state.context_info.timezone_offset = -300
        state.context_info.locale = "kk-KZ"
        state.context_info.url = f"http://127.0.0.1/{self.page}?{self.query}"
        state.context_info.color_scheme = "light"
        await self.socket.send(message.SerializeToString())

    def receive(self, raw, started):
        message = ForwardMsg.FromString(raw)
        kind = message.WhichOneof("type")
        if self.watch.counting:
            self.watch.received += len(raw)
        self.keep(message)
        if self.watch.marker and not self.has_marker and self.watch.marker in raw:
            self.has_marker = True
            self.watch.marker_seen.append(time.monotonic())
        if kind == "new_session":
            self.page_hash = message.new_session.page_script_hash
        elif kind == "navigation":  # which page that was: one that runs anew is asked for by it
            self.page_hash = message.navigation.page_script_hash
        elif kind == "auto_rerun":
            self.set_timer(message.auto_rerun)
        elif kind == "script_finished":
            self.finish(message.script_finished, started)
        elif message.delta.new_element.WhichOneof("type") == "exception":
            self.watch.failed += 1

    def keep(self, message):
        """Keep what the server need not send again, with the run it was last of use in."""
        if message.metadata.cacheable and message.hash:
            self.cached[message.hash] = (self.runs, message.delta.fragment_id)
        elif message.ref_hash in self.cached:
            self.cached[message.ref_hash] = (self.runs, self.cached[message.ref_hash][1])

    def forget(self, fragment=""):
        """Let go what was of no use for some runs of the page, or of the fragment it belongs to."""
        self.runs += 1
        self.cached = {
            key: (run, of)
            for key, (run, of) in self.cached.items()
            if (fragment and of != fragment) or self.runs - run <= KEPT_FOR
        }

    def set_timer(self, asked):
        old = self.timers.pop(asked.fragment_id, None)
        if old:
            old.cancel()
        task = asyncio.ensure_future(self.tick(asked.fragment_id, asked.interval))
        self.timers[asked.fragment_id] = task

    async def tick(self, fragment, interval):
        while True:
            await asyncio.sleep(interval)
            if fragment in self.waiting:
                self.watch.late += self.watch.counting
                continue
            self.waiting[fragment] = time.monotonic()
            await self.rerun(fragment)

    def finish(self, status, started):
        now = time.monotonic()
        if status == ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY and self.waiting:
            fragment, sent = self.waiting.popitem()
            self.forget(fragment)
            if self.watch.counting:
                self.watch.refreshes.append(now - sent)
        elif status == ForwardMsg.FINISHED_SUCCESSFULLY and not self.ready.is_set():
            self.watch.opened.append(now - started)
            self.forget()
            self.ready.set()
        elif status == ForwardMsg.FINISHED_SUCCESSFULLY:  # the page ran anew for another pace
            self.forget()
            self.waiting.clear()
        elif status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self.watch.failed += 1
            self.ready.set()


async def arrive(viewer, after):
    """Open the page at a moment of one's own, as people do."""
    await asyncio.sleep(after)
    with contextlib.suppress(OSError, websockets.ConnectionClosed):
        await viewer.stay()
    viewer.watch.lost += 1


async def run(args):
    watch = Watch(marker=args.marker.encode())
    viewers = [
        Viewer(args.url, page=args.page, query=args.query[n % len(args.query)], watch=watch)
        for n in range(args.viewers)
    ]
    rng = random.Random(len(viewers))
    over = max(AT_LEAST_OVER, len(viewers) / AT_MOST_A_SECOND)
    tasks = [asyncio.ensure_future(arrive(viewer, rng.random() * over)) for viewer in viewers]
    await asyncio.wait_for(
        asyncio.gather(*(viewer.ready.wait() for viewer in viewers)), timeout=OPEN_WITHIN
    )
    say("ready")
    await asyncio.sleep(args.settle)
    for _ in range(args.times):
        watch.begin()
        started = time.monotonic()
        await asyncio.sleep(args.seconds)
        say(json.dumps(report(watch, viewers=len(viewers), seconds=time.monotonic() - started)))
    watch.counting = False
    for task in [*tasks, *(timer for viewer in viewers for timer in viewer.timers.values())]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def report(watch, *, viewers, seconds):
    times = sorted(watch.refreshes) or [float("nan")]
    return {
        "viewers": viewers,
        "seconds": seconds,
        "reruns_a_second": len(watch.refreshes) / seconds,
        "p50": times[len(times) // 2] * 1000,
        "p95": times[int(len(times) * 0.95)] * 1000,
        "worst": times[-1] * 1000,
        "late": watch.late,
        "failed": watch.failed,
        "lost": watch.lost,
        "opened_p50": sorted(watch.opened)[len(watch.opened) // 2] * 1000 if watch.opened else None,
        "bytes_a_second": watch.received / seconds,
        "marker_seen": watch.marker_seen,
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--viewers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=20, help="a stretch that is told of")
    parser.add_argument("--times", type=int, default=1, help="stretches one after the other")
    parser.add_argument("--settle", type=float, default=4)
    parser.add_argument("--page", default="live")
    parser.add_argument("--query", action="append", help="given several times: each has its share")
    parser.add_argument("--marker", default="")
    args = parser.parse_args()
    args.query = args.query or [""]
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    asyncio.run(run(args))


if __name__ == "__main__":
    main()

"""Asking the routes of our own as a browser does, without a port: one request, one answer."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette

from kasipkor_core.web.headers import SafeHeaders
from kasipkor_core.web.site import list_routes


@dataclass
class Answer:
    """Status, headers in lower case, body."""

    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)


def make_app(store):
    """Return our routes as the server has them, without Streamlit's."""
    return SafeHeaders(Starlette(routes=list_routes(store)))


def ask(app, path, **asked):
    """Ask for a path; what else can be said is in ``begin``."""
    return run(begin(app, path, **asked))


def run(work):
    """Do what waits, in a loop of its own: a browser of another test may run one in this thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


async def begin(app, path, *, method="GET", body=b"", leaves=False, **headers):
    """Ask for a path, and leave before the end; underscores in names of headers are hyphens."""
    split = urlsplit(path)
    given = {"host": "localhost:8501"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(split.path),
        "raw_path": split.path.encode(),
        "query_string": split.query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8501),
    }
    return await _ask(app, scope, body, leaves)


def read_page(page):
    """Return everything that a page sent, as text: what it is printed as leaves most of it out."""
    sent = (one.proto for one in page.main if getattr(one, "proto", None) is not None)
    return "\n".join(proto.SerializeToString().decode(errors="ignore") for proto in sent)


async def _ask(app, scope, body, leaves):
    said, asked = [], [{"type": "http.request", "body": body, "more_body": leaves}]
    asked = [{"type": "http.disconnect"}, *asked] if leaves else asked

    async def receive():
        if not asked:
            await asyncio.Event().wait()  # whoever asked stays until all is said
        return asked.pop()

    async def send(message):
        said.append(message)

    await app(scope, receive, send)
    start = next(one for one in said if one["type"] == "http.response.start")
    headers = {}
    for name, value in start["headers"]:
        known = headers.get(name.decode())
        headers[name.decode()] = f"{known}\n{value.decode()}" if known else value.decode()
    parts = [one.get("body", b"") for one in said if one["type"] == "http.response.body"]
    return Answer(start["status"], headers, b"".join(parts))

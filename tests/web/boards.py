"""The public board for tests: its application without Streamlit, and how its pages are read."""

import posixpath
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette

from kasipkor_core.web.board import BoardFirst
from kasipkor_core.web.headers import SafeHeaders
from kasipkor_core.web.publisher import Publisher
from kasipkor_core.web.site import list_routes

VOID = {"img", "link", "meta", "source", "br"}


def show(store):
    """Return the publisher of a ledger, its board written, and the application around it."""
    publisher = Publisher(store)
    publisher.look()
    return publisher, SafeHeaders(BoardFirst(Starlette(routes=list_routes(store)), publisher))


class Reading(HTMLParser):
    """What an HTML page says: its links, ids, headings, text, and what is wrong with it."""

    def __init__(self, page):
        super().__init__()
        self.links, self.faults, self.open, self.heads, self.words = [], [], [], [], []
        self.lang = ""
        self.feed(page)
        self.close()
        self.faults += [f"never closed: {tag}" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.faults += [f"{tag} says {name} twice" for name in given if _count(attrs, name) > 1]
        self.lang = given["lang"] if tag == "html" else self.lang
        self.links += [given[name] for name in ("href", "src", "srcset") if name in given]
        self.heads += [tag] if tag == "h1" else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"closed out of turn: {tag}")

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def _count(attrs, name):
    return sum(one == name for one, _ in attrs)


def resolve(page, link):
    """Return the path that a link of a page leads to; None out of the site."""
    split = urlsplit(link)
    if split.scheme or split.netloc:
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(split.path)))

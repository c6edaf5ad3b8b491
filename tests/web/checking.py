"""What tests of the check page do: look at a page, publish, correct."""

import re
from html import unescape

from kasipkor_core.documents import split_link
from kasipkor_core.store import append_publication, read_head
from tests.documents.season import PEOPLE, sign, write_entries
from tests.giving import REPUBLIC, give
from tests.web.asking import ask

OTHER_NAME = "Әлиұлы Қазыбек Нұрланұлы"


def publish(store):
    append_publication(store, [REPUBLIC], as_of=read_head(store), actor="chief")


def correct(store):
    people = PEOPLE | {"a": (OTHER_NAME, *PEOPLE["a"][1:])}
    give(store, write_entries(people), kind="entries", replaces="yes")
    sign(store)


def number_of(link):
    return split_link(link)[0]


def look(app, path):
    """Return status, title, badge and the words of a page."""
    answer = ask(app, path)
    said = re.sub(r"\s+", " ", unescape(re.sub(r"<style.*?</style>|<[^>]*>", " ", answer.text)))
    title = re.search(r"<h1>(.*?)</h1>", answer.text)[1]
    return answer.status, unescape(title), said

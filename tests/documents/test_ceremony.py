"""The ceremony as one file: nothing from outside, nothing of a name is markup, three languages."""

import base64
import hashlib
import json
import re

import pytest

from kasipkor_core import documents
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store import (
    append_decision,
    append_publication,
    query,
    read_head,
    read_now,
    read_published,
)
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import open_played

EVIL = "</script><img src=x onerror=alert(1)>"
ROWS = ["Айгерім,95", "Болат,95", f"{EVIL},80", "Дана,70", "Ерлан,20", "Гүлім,10"]
SCORES = "entry,name,region,total\n" + "".join(
    f"{number:02},{row.partition(',')[0]},KZ-75,{row.partition(',')[2]}\n"
    for number, row in enumerate(ROWS, 1)
)
OTHER = "worldskills-2026-oblast-KZ-35-17"


def play(store):
    """Sign a contest; another one is still being marked."""
    give(store, CONTESTS, kind="contests")
    give(store, SCORES, kind="scores", contest=REPUBLIC)
    give(store, SCORES, kind="scores", contest=OTHER)
    append_decision(
        store, "sign_off", subject=REPUBLIC, value="chief_expert", actor="chief", reason="done"
    )


@pytest.fixture
def signed():
    store = open_played("ceremony", play)
    yield store
    store.close()


def write(store, lang="kk", contest=REPUBLIC):
    return documents.write_ceremony(store, contest, reader=read_now(store, lang=lang))


def read_snapshot(page):
    return json.loads(re.search(r'id="snapshot">(.*?)</script>', page, re.DOTALL)[1])


def test_the_page_asks_nobody_for_anything_and_its_own_policy_would_not_let_it(signed):
    page = write(signed)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    pins = [
        f"'sha256-{base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()}'"
        for words in (style, *script)
    ]

    bare = re.sub(r"base64,[^)]*|<script type=.*?</script>", "", page, flags=re.DOTALL)

    assert re.findall(r"https?:|//\w|@import|\bsrc=|\bhref=|fetch|XMLHttp|import\(", bare) == []
    assert re.findall(r"url\((?!data:font/ttf;base64,)", page) == []
    assert len(script) == 1
    assert policy == (
        f"default-src 'none'; style-src {pins[0]}; script-src {pins[1]}; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_steps_of_the_page_are_those_of_the_view_in_three_languages(signed):
    said = read_snapshot(write(signed, "ru"))
    sql = "select step, entry from mart.reveal where contest = $c order by step, entry"
    rows = query(signed, sql, read_now(signed), c=REPUBLIC).to_pylist()
    wanted = [
        sorted(row["entry"] for row in rows if row["step"] == step)
        for step in sorted({row["step"] for row in rows})
    ]

    assert said["start"] == "ru"
    for lang, award in (("kk", "Алтын медаль"), ("ru", "Золотая медаль"), ("en", "Gold medal")):
        steps = said["said"][lang]["steps"]

        assert [sorted(one["entry"] for one in step["people"]) for step in steps] == wanted
        assert steps[-1]["award"] == award
        assert [one["name"] for one in steps[-1]["people"]] == ["Айгерім", "Болат"]
        assert steps[-1]["note"]
        assert not steps[-2]["note"]


def test_a_name_is_never_markup(signed):
    page = write(signed)

    assert EVIL not in page
    assert EVIL in [
        one["name"] for step in read_snapshot(page)["said"]["kk"]["steps"] for one in step["people"]
    ]
    assert page.count("</script>") == 2


@pytest.mark.long
def test_the_same_result_gives_the_same_bytes(signed):
    assert write(signed) == write(signed)


def test_a_result_that_is_not_final_and_a_contest_that_is_none_are_refused(signed):
    with pytest.raises(Refused, match="its result is not final"):
        write(signed, contest=OTHER)
    with pytest.raises(NotFound):
        write(signed, contest="no-such-contest")


@pytest.mark.long
def test_the_public_gets_the_page_when_the_result_is_published_and_not_before(signed):
    with pytest.raises(NotFound):
        documents.write_ceremony(signed, REPUBLIC, reader=read_published(signed).reader("kk"))

    append_publication(signed, [REPUBLIC], as_of=read_head(signed), actor="chief")
    page = documents.write_ceremony(signed, REPUBLIC, reader=read_published(signed).reader("kk"))

    assert (
        read_snapshot(page)["said"]["kk"]["steps"]
        == read_snapshot(write(signed))["said"]["kk"]["steps"]
    )

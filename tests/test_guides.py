"""The guides of docs/guide: their words are those of the screen, their pictures are there."""

import re
import tomllib

import pytest

from kasipkor_core import house, i18n
from kasipkor_core.ui import menus
from tests import catalogue
from tests.test_i18n import forms, read_catalogue

DOCS = house.ROOT / "docs"
GUIDES = sorted((DOCS / "guide").glob("*.md"))
WHO = ("administrator", "jury", "organiser")
MOST_BYTES = 3_000_000
_QUOTED = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_PICTURE = re.compile(r"!\[([^\]]+)\]\((\.\./pictures/[^)]+)\)")


def list_words(lang):
    """Return every sentence that the screen can say in a language, findings included."""
    findings = tomllib.loads((house.DATA / "findings.toml").read_text(encoding="utf-8"))
    titles = {one["title"][lang] for one in findings.values()}
    if lang == "en":
        return titles | set(catalogue.find_keys())
    return titles | {said for one in read_catalogue(lang) for said in forms(one)[1]}


def read_guide(who, lang):
    return (DOCS / "guide" / f"{who}.{lang}.md").read_text(encoding="utf-8")


def list_acts(text):
    """Return the numbers of the acts of a guide in their order."""
    return [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]


def test_each_reader_has_a_guide_in_each_language():
    assert {path.name for path in GUIDES} == {
        f"{who}.{lang}.md" for who in WHO for lang in i18n.LANGS
    }


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_word_that_a_guide_quotes_is_on_the_screen_in_its_language(path):
    lang = path.name.split(".")[1]
    quoted = {" ".join(word.split()) for word in _QUOTED.findall(path.read_text("utf-8"))}

    assert quoted
    assert sorted(quoted - list_words(lang)) == []


@pytest.mark.parametrize("who", WHO)
def test_a_guide_has_the_same_acts_quotes_and_pictures_in_all_languages(who):
    texts = {lang: read_guide(who, lang) for lang in i18n.LANGS}
    acts = [list_acts(text) for text in texts.values()]
    quotes = [len(_QUOTED.findall(text)) for text in texts.values()]
    pictures = [
        [path.removesuffix(f".{lang}.png") for _, path in _PICTURE.findall(text)]
        for lang, text in texts.items()
    ]

    assert acts[0] == list(range(1, len(acts[0]) + 1))
    assert [acts[1:], quotes[1:], pictures[1:]] == [acts[:1] * 2, quotes[:1] * 2, pictures[:1] * 2]


def test_every_picture_of_a_guide_is_there_used_and_small():
    named = {
        (path.parent / picture).resolve()
        for path in GUIDES
        for _, picture in _PICTURE.findall(path.read_text("utf-8"))
    }
    there = {path.resolve() for path in (DOCS / "pictures").glob("*.png")}

    assert named == there
    assert sum(path.stat().st_size for path in there) < MOST_BYTES


def test_a_guide_names_menus_by_the_section_they_stand_in():
    wrong = []
    for path in GUIDES:
        lang = path.name.split(".")[1]
        known = menus.name_screens(lang)
        text = " ".join(path.read_text("utf-8").split())
        walks = re.findall(r"\*\*([^*]+)\*\* → \*\*([^*]+)\*\*", text)
        wrong += [(path.name, walk) for walk in walks if walk not in known]

    assert wrong == []

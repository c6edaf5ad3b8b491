"""My result: before the publication nothing, after it the own marks and lines, and an appeal."""

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import access, ui
from kasipkor_core.store import append_decision
from kasipkor_core.ui import identity, menus
from tests.giving import REPUBLIC, give
from tests.own import OTHERS, OWN, mark, publish, sign_in
from tests.ready import open_played
from tests.web.asking import read_page as read
from tests.web.people import CONTEST, be

ELSEWHERE = "entry,name,region,total\n07,Ерлан Ахмет,KZ-35,61.5\n"
WORDS = "A1.M1 қайта қаралсын"


@pytest.fixture
def marked():
    store = open_played("own", mark)
    ui.use_store(store, asks_sign_in=True)
    yield store
    store.close()


@pytest.fixture
def published(marked):
    publish(marked)
    return marked


def enter(store, monkeypatch, *, entry="02", contest=REPUBLIC, lang="kk", **codes):
    """Open the page with the link of one participant."""
    cookie = sign_in(store, entry, contest)
    monkeypatch.setattr(identity, "read_cookie", lambda: cookie)
    return open_own(lang=lang, **codes)


def open_own(**codes):
    page = AppTest.from_file(str(menus.script_of("my-result")), default_timeout=60)
    for name, code in codes.items():
        page.query_params[name] = code
    return page.run()


def found(words, text):
    return [word for word in words if word in text]


def hand_in(page, words=WORDS):
    page.text_area(key="own_appeal_words").set_value(words)
    next(one for one in page.button if one.label == "Hand in").click().run()


def test_bp_24_before_the_publication_a_participant_sees_no_mark_not_even_the_own(
    marked, monkeypatch
):
    page = enter(marked, monkeypatch)
    text = read(page)

    assert page.title[0].value == "Нәтижеңіз әлі жарияланған жоқ"
    assert found((*OWN, *OTHERS), text) == []
    assert "Болат Оспан, Бибігүл Оспан" in text
    assert (len(page.text_area), len(page.exception)) == (0, 0)


def test_after_it_the_team_sees_its_marks_its_place_and_the_lines_and_nobody_elses_marks(
    published, monkeypatch
):
    page = enter(published, monkeypatch)
    text = read(page)

    assert page.title[0].value == "Болат Оспан, Бибігүл Оспан: 2‑орын, 75,36 ұпай"
    assert found(OWN, text) == list(OWN)
    assert found(OTHERS, text) == []
    assert "Алдыңғы орынға 21,94 ұпай" in text  # to the place above: 97.30 - 75.36
    assert "Апелляцияны" in text
    assert len(page.exception) == 0


def test_the_own_name_is_whole_where_the_public_reads_it_short(published, monkeypatch):
    told = {"subject": REPUBLIC, "value": "short", "actor": "office", "reason": "consent"}
    append_decision(published, "names", **told)
    page = enter(published, monkeypatch)

    assert page.title[0].value == "Болат Оспан, Бибігүл Оспан: 2‑орын, 75,36 ұпай"
    assert len(page.exception) == 0


@pytest.mark.long
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_it_says_so_in_every_language(published, monkeypatch, lang):
    page = enter(published, monkeypatch, lang=lang)

    assert {"ru": "место", "en": "place 2"}[lang] in page.title[0].value
    assert len(page.exception) == 0


def test_no_address_leads_to_the_marks_of_another(published, monkeypatch):
    cookie = sign_in(published, "02")
    monkeypatch.setattr(identity, "read_cookie", lambda: cookie)
    text = read(open_own(lang="kk", contest=REPUBLIC, entry="01"))

    assert (found(OWN, text), found(OTHERS, text)) == (list(OWN), [])


@pytest.mark.long
def test_a_participant_of_another_contest_sees_the_own_and_nothing_of_this(published, monkeypatch):
    give(published, ELSEWHERE, kind="scores", contest=CONTEST)
    page = enter(published, monkeypatch, entry="07", contest=CONTEST)
    text = read(page)

    assert page.title[0].value == "Нәтижеңіз әлі жарияланған жоқ"
    assert found((*OWN, *OTHERS, "61,5"), text) == []
    assert "Ерлан Ахмет" in text


@pytest.mark.long
@pytest.mark.parametrize("role", ["public", *access.INVITED])
def test_every_other_role_and_the_signed_out_see_nothing_here(published, monkeypatch, role):
    be(published, role, monkeypatch)
    page = open_own(lang="en")
    is_asked = role == "participant"  # one of no entry: it registers, and has no result

    assert page.title[0].value == (
        "No result of your own here" if is_asked else "This page is not for everybody"
    )
    assert found((*OWN, *OTHERS), read(page)) == []


def test_a_participant_hands_an_appeal_in_and_reads_what_came_of_it(published, monkeypatch):
    page = enter(published, monkeypatch, lang="en")
    hand_in(page)
    filed = read(page)
    number = int(page.info[0].value.rpartition(" ")[2])
    told = {"subject": f"{REPUBLIC}/02", "actor": "jury", "reason": "уақытында"}
    append_decision(published, "ruling", value=f"{number} admitted", **told)
    append_decision(published, "ruling", value=f"{number} rejected", **told | {"reason": "дұрыс"})
    other = {"subject": f"{REPUBLIC}/01", "actor": "office", "reason": "құпия сөз"}
    append_decision(published, "appeal", value="sum", **other)
    page.run()
    ruled = read(page)

    assert "○ filed" in filed
    assert ("✓ closed · rejected" in ruled, "дұрыс" in ruled) == (True, True)
    assert found(("құпия сөз", "jury", "office"), ruled) == []
    assert len(page.exception) == 0


@pytest.mark.long
def test_a_second_appeal_about_the_same_thing_is_refused_while_the_first_waits(
    published, monkeypatch
):
    page = enter(published, monkeypatch, lang="en")
    hand_in(page)
    hand_in(page)

    assert "waits already" in read(page)
    assert read(page).count("○ filed") == 1

"""The check page: whoever holds a paper learns whether it holds, and nothing that is not public."""

import datetime as dt
import re
from html import unescape

import pytest

from kasipkor_core.documents import check_number, spread_number
from kasipkor_core.i18n import format_date, text, to_local
from kasipkor_core.store import append_revocation, append_undo, read_head
from kasipkor_core.web.limits import Buckets, Limited
from tests.documents.season import PEOPLE, hand_out
from tests.giving import REPUBLIC, give
from tests.web.asking import ask
from tests.web.checking import correct, look, number_of, publish

LANGS = ("kk", "ru", "en")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.sampled
def test_a_valid_paper_says_what_it_states_as_far_as_the_public_board_does(paper, lang):
    store, app, link = paper
    before = look(app, f"{link}&lang={lang}")
    publish(store)
    status, title, said = look(app, f"{link}&lang={lang}")
    by_number = look(app, f"/check/{number_of(link).lower()}?lang={lang}")

    assert (before[:2], status, title) == ((200, title), 200, text("The document is valid", lang))
    assert (PEOPLE["a"][0] in before[2], PEOPLE["a"][0] in said) == (False, True)
    award = text("Gold medal", lang)
    assert (award in before[2], award in said) == (False, True)
    assert (
        format_date(to_local(dt.datetime.now(dt.UTC)).date(), lang, year=True).replace("\xa0", " ")
        in said
    )
    assert text("The code on the paper is the one we signed.", lang) in said
    page = ask(app, f"{link}&lang={lang}").text
    assert f'href="../live?contest={REPUBLIC}&amp;lang={lang}"' in page
    assert f'href="../api/v1/kits/{REPUBLIC}"' in page
    assert (text("The published result", lang) in before[2], before[2].count("(ZIP)")) == (False, 0)
    assert by_number[:2] == (200, title)
    assert text("The code on the paper is the one we signed.", lang) not in by_number[2]


@pytest.mark.long
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.sampled
def test_a_superseded_paper_says_since_when_and_leads_to_the_one_in_its_place(paper, lang):
    store, app, link = paper
    publish(store)
    correct(store)
    alone = look(app, f"{link}&lang={lang}")
    new = hand_out(store, "diploma", entries=["a"]).papers[0].paper.number
    status, title, said = look(app, f"{link}&lang={lang}")

    assert (status, title) == (200, text("The document no longer holds", lang))
    today = format_date(to_local(dt.datetime.now(dt.UTC)).date(), lang, year=True)
    dated = text(
        "On {day} the result was changed: what this document states is not so any more.",
        lang,
        day=today,
    )
    assert dated.replace("\xa0", " ") in said
    assert (spread_number(new) in alone[2], spread_number(new) in said) == (False, True)
    assert f'href="{new}?lang={lang}"' in ask(app, f"{link}&lang={lang}").text
    assert look(app, f"/check/{new}?lang={lang}")[1] == text("The document is valid", lang)


@pytest.mark.parametrize("lang", LANGS)
def test_a_revoked_paper_and_an_unknown_number_say_so(paper, lang):
    store, app, link = paper
    append_revocation(store, number_of(link), actor="organiser", reason="misprint")
    revoked = look(app, f"{link}&lang={lang}")
    unknown = look(app, f"/check/ABCD-EFGH-JKMN?lang={lang}")

    assert revoked[:2] == (200, text("The document was taken back", lang))
    assert "misprint" not in revoked[2]
    assert unknown[:2] == (404, text("There is no such document", lang))


@pytest.mark.long
def test_the_day_of_a_change_is_that_of_the_act_that_changed_what_the_paper_states(paper):
    store, _, link = paper
    first, second = number_of(link), "2026-01-05"
    correct(store)
    changed = read_head(store) - 1
    append_undo(store, changed, actor="organiser", reason="the first was right")
    assert check_number(store, first).changed_on is None
    undo = read_head(store)
    append_undo(store, undo, actor="organiser", reason="no, the second")
    give(
        store,
        "entry,total\n"
        + "".join(f"{e},{p[2]}\n" for e, p in PEOPLE.items() if e != "e")
        + "e,54\n",
        kind="scores",
        contest=REPUBLIC,
        replaces="yes",
    )
    for number, day in ((changed, "2026-01-01"), (undo, "2026-01-03"), (undo + 1, second)):
        store.cursor().execute(
            "update ledger.batch set recorded_at = $day::timestamptz where batch_no = $number",
            {"day": f"{day} 12:00:00+05", "number": number},
        )

    assert check_number(store, first).changed_on == second
    append_undo(store, 5, actor="organiser", reason="all were wrong")
    answer = check_number(store, first)
    assert (answer.status, answer.changed_on) == (
        "revoked",
        to_local(dt.datetime.now(dt.UTC)).date().isoformat(),
    )


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("abcd-efgh-jkmn", "check/ABCDEFGHJKMN?lang=ru"),
        ("https://kasipkor.kz/check/ABCD?t=1~x", "check/ABCD?t=1~x&lang=ru"),
        ("%3Cscript%3E", "check/SCR1PT?lang=ru"),
        ("A%0D%0ASet-Cookie:x", "check/ASETC00K1EX?lang=ru"),
        ("A?t=%0D%0ASet-Cookie:x", "check/A?t=%0D%0ASet-Cookie%3Ax&lang=ru"),
        ("%2F%2Fevil.kz", "check/EV11KZ?lang=ru"),
    ],
)
def test_a_typed_number_leads_to_its_page_and_nowhere_else(paper, typed, where):
    typed = typed.replace("?", "%3F").replace("=", "%3D")
    answer = ask(paper[1], f"/check?lang=ru&number={typed}")

    assert (answer.status, answer.headers["location"]) == (303, where)
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("lang", LANGS)
def test_the_form_asks_for_a_number_in_each_language_without_a_script(paper, lang):
    _, app, _ = paper
    answer = ask(app, f"/check?lang={lang}")

    assert answer.status == 200
    assert f'<html lang="{lang}">' in answer.text
    assert text("Check a document", lang) in answer.text
    assert "<script" not in answer.text
    assert ask(app, f"/check?number=%20&lang={lang}").status == 200


@pytest.mark.parametrize(
    "number", ["%3Cb%3Ebold%3C%2Fb%3E", "%22%3E%3Cimg%20src=x%3E", "'%20or%201=1--", "Қ" * 500]
)
def test_markup_in_a_number_stays_words(paper, number):
    answer = ask(paper[1], f"/check/{number}?lang=en")

    assert answer.status == 404
    assert "<b>" not in answer.text
    assert "<img src=x" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.long
def test_the_other_languages_keep_the_code(paper):
    _, app, link = paper
    page = ask(app, link).text
    (russian,) = re.findall(r'<a href="([^"]*)" lang="ru"', page)

    assert look(app, f"/check/{number_of(link)}{unescape(russian)}")[1] == "Документ действителен"


def test_whoever_tries_numbers_is_told_when_to_come_back(paper):
    app = Limited(paper[1], Buckets(size=2, a_minute=60, clock=lambda: 0.0))

    assert [ask(app, f"/check/{n}").status for n in range(3)] == [404, 404, 429]

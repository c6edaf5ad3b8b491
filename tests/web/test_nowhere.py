"""A wrong address: a page in the reader's language that says so; every right one is passed on."""

import pytest
from starlette.responses import PlainTextResponse

from kasipkor_core import access
from kasipkor_core.web.nowhere import Signposted
from kasipkor_core.web.site import list_routes
from tests.web.asking import ask

PASSED = "passed on"


@pytest.fixture
def pages(store):
    return Signposted(PlainTextResponse(PASSED), list_routes(store))


@pytest.mark.parametrize(
    ("path", "title", "home"),
    [
        ("/contest", "Бұл мекенжай ешқайда апармайды", './?lang=kk">Шолу</a>'),
        ("/live/2026?lang=ru", "По этому адресу ничего нет", '../?lang=ru">Обзор</a>'),
        ("/robots.txt?lang=en", "This address leads nowhere", './?lang=en">Overview</a>'),
        ("/nonsense/?lang=en", "This address leads nowhere", '../?lang=en">Overview</a>'),
    ],
)
def test_an_address_where_nothing_lies_says_so_and_leads_to_the_overview(pages, path, title, home):
    answer = ask(pages, path)

    assert (answer.status, f"<h1>{title}</h1>" in answer.text, home in answer.text) == (
        404,
        True,
        True,
    )


def test_the_mark_and_the_letters_of_a_page_are_found_from_any_depth(pages):
    deep, shallow = ask(pages, "/live/2026").text, ask(pages, "/contest").text

    assert ('src="../app/static/logo-light.svg"' in deep, "url(../app/static/" in deep) == (
        True,
        True,
    )
    assert 'src="app/static/logo-light.svg"' in shallow


def test_screens_our_own_answers_and_what_streamlit_asks_for_are_passed_on(pages, store):
    ours = [route.path for route in list_routes(store)]
    streamlits = (
        "/_stcore/health",
        "/live/_stcore/health",
        "/static/js/index.js",
        "/app/static/logo-light.svg",
        "/media/one.png",
        "/oauth2callback",
        "/live/",
    )
    screens = [f"/{screen}" for screen in access.SCREENS]

    missed = [path for path in (*screens, *ours, *streamlits) if ask(pages, path).text != PASSED]

    assert missed == []
    assert ask(pages, "/nonsense", method="POST").text == PASSED  # Streamlit refuses it by itself


def test_below_a_path_of_streamlits_own_the_pages_are_found_and_the_way_back_stays_below_it(store):
    pages = Signposted(PlainTextResponse(PASSED), list_routes(store), below="results")
    found = [ask(pages, path).text for path in ("/results", "/results/", "/results/live")]
    missed = ask(pages, "/results/nonsense")

    assert found == [PASSED] * 3
    assert (missed.status, 'href="./?lang=kk"' in missed.text) == (404, True)

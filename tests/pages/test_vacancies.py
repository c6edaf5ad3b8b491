"""Vacancies on the screen: findings, points side by side, documents, other readings."""

import datetime as dt
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.charts.vacancies import candidates
from kasipkor_core.store import MEMORY, Store
from kasipkor_core.ui import vacancies, vacancy_sheets
from tests.kit import Ledger
from tests.vacancy import CONTEST, answer, fill, hand_in, lay_answers, open_vacancy

PAGE = str(house.ROOT / "pages" / "selection" / "vacancies.py")
LAST = dt.date(2025, 3, 14)


@pytest.fixture(scope="module")
def ledger():
    """Return one post: two of sheet 18 tie for one unit, a third one has no letter."""
    tie = [answer("volunteering", "yes", form=18, points=1, verified=1)]
    ledger = open_vacancy(Ledger(), units=1)
    return lay_answers(
        ledger,
        [*fill(*tie, form=18), *hand_in()],
        [*fill(*tie, form=18), *hand_in()],
        [*fill(form=17), *hand_in(absent=(13,))],
    )


def open_page(ledger, **query):
    ui.use_store(Store(MEMORY, ledger.con))
    page = AppTest.from_file(PAGE, default_timeout=30)
    for name, code in query.items():
        page.query_params[name] = code
    page = page.run()
    assert not page.exception
    return page


def titles(page):
    return [one.value for one in page.title]


def html_of(page):
    return "".join(one.proto.body for one in page.get("html"))


def test_vc_24_the_list_says_how_many_posts_wait_for_the_commission(ledger):
    page = open_page(ledger)

    assert titles(page) == ["1 бос орынның 1‑і комиссия шешімін күтеді"]
    assert "k-held" in html_of(page)


@pytest.mark.long
def test_the_list_of_a_filter_without_posts_says_what_to_do(ledger):
    assert titles(open_page(ledger, region="KZ-71", lang="en")) == ["No vacancy matches"]


@pytest.mark.long
def test_vc_24_the_page_of_a_post_names_the_tie_and_the_missing_document(ledger):
    page = open_page(ledger, contest=CONTEST, lang="en")
    html = html_of(page)

    assert titles(page) == ["teacher: 2 candidates tie for the last unit, the commission decides"]
    assert "a needed document is missing · VC-05" in html
    assert 'data-testid="sheet_17"' in html
    assert 'data-testid="sheet_18"' in html


@pytest.mark.long
def test_the_part_of_a_post_stands_in_the_address_and_shows_the_thirteen_documents(ledger):
    page = open_page(ledger, contest=CONTEST, part="documents", lang="en")
    html = html_of(page)

    assert html.count("◆ missing") == 1
    assert [f">{number}. " in html for number in range(1, 14)] == [True] * 13


@pytest.mark.long
def test_b7_other_readings_say_what_they_would_change_in_this_post(ledger):
    page = open_page(ledger, contest=CONTEST, part="readings", lang="en")
    html = html_of(page)

    assert "VC-Q18" in html
    assert "accepted until" in html
    assert "Other readings that would change nothing here" in html


def points(**values):
    plain = {
        "status": "verified", "claimed": Decimal("3.000"), "verified": Decimal("3.000"),
        "max_points": None, "option_names": "",
    }  # fmt: skip
    return plain | values


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (points(), "<b>3.0</b>"),
        (points(status="lowered", verified=Decimal("2.000")), "of 3.0 claimed"),
        (points(max_points=Decimal("3.000")), ">cap<"),
        (points(status="waiting", verified=None), "claimed 3.0, not verified"),
        (points(status="unanswered", claimed=None, verified=None), "not answered"),
        (None, "not answered"),
        (points(option_names="<b>"), "&lt;b&gt;"),
    ],
)
def test_vc_09_a_cell_tells_claimed_from_verified_and_never_shows_nothing_as_zero(row, words):
    assert words in vacancy_sheets.render_answer(row, "en")


def paper(**values):
    plain = {
        "state": "present", "is_missing": False, "is_late": False,
        "received_on": dt.date(2025, 3, 10),
    }  # fmt: skip
    return plain | values


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (paper(), "● there"),
        (paper(is_missing=True, state="absent"), "◆ missing"),
        (paper(is_late=True), "◆ late, 10"),
        (paper(state="not_applicable"), "– not asked for"),
        (paper(state="absent"), "– not there"),
        (None, "not entered"),
    ],
)
def test_vc_05_a_document_is_told_in_words_beside_its_sign(row, words):
    assert words in vacancy_sheets.render_paper(row, "en").replace("\u00a0", " ")


def other(**values):
    plain = {
        "reading": "VC-Q01", "other": "1", "candidate": "A", "key": "k", "value": "0.5",
        "question": "?", "verified": Decimal(3), "other_verified": Decimal(3), "place": 1,
        "other_place": 1, "other_last_day": LAST, "is_confirmed": False,
        "is_proposal_changed": False, "other_proposal": "reserve",
    }  # fmt: skip
    return plain | values


def test_b7_only_readings_that_change_something_are_listed_each_once():
    rows = [
        other(),
        other(reading="VC-Q05", other_verified=Decimal(2), place=1, other_place=2,
              is_proposal_changed=True),
        other(reading="VC-Q18", other_last_day=dt.date(2025, 3, 13)),
        other(reading="VC-Q18", other_last_day=dt.date(2025, 3, 13), candidate="B"),
    ]  # fmt: skip
    said = {
        row["reading"]: row["says"]
        for row in vacancy_sheets.list_changes(rows, {"last_day": LAST}, "en")
    }

    assert {
        key: [line.replace("\u00a0", " ") for line in lines] for key, lines in said.items()
    } == {
        "VC-Q05": ["A: 3.0 → 2.0 points", "A: place 1 → 2", "A: reserve"],
        "VC-Q18": ["accepted until 13 March"],
    }


def test_vc_24_the_chart_draws_a_line_only_where_somebody_is_beyond_the_units():
    rows = [
        {"candidate": name, "claimed": Decimal(9), "verified": Decimal(mark_), "place": place,
         "proposal": proposal}
        for name, mark_, place, proposal in (("A", 8, 1, "proposed"), ("B", 7, 2, "reserve"))
    ]  # fmt: skip
    layers = [
        len(candidates(rows, units=units, lang="kk", theme="light")["layer"]) for units in (1, 2)
    ]

    assert layers[0] - layers[1] == 2


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ({"tied_at_line": 2}, "Мұғалім: соңғы орынға екеу тең, комиссия шешеді"),
        ({"proposed": 1}, "Мұғалім: 2 орынға 1 үміткер ұсынылды"),
        ({"candidates": 3}, "Мұғалім: әзірге ешкімді ұсынуға болмайды"),
        ({}, "Мұғалім: ешкім өтініш бермеген"),
    ],
)
def test_the_title_of_a_post_is_its_finding(row, title):
    plain = {"post": "Мұғалім", "units": 2, "tied_at_line": 0, "proposed": 0, "candidates": 0}

    assert vacancies.find_post_title(plain | row, "kk") == title

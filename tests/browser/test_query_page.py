"""Questions to the open data in a real browser, with the real database and nobody else asked."""

import csv
import io
import shutil
import subprocess
import sys

import pytest

from kasipkor_core.house import ROOT
from kasipkor_core.public import export_site
from tests.browser.conftest import read_by_everybody
from tests.browser.test_public_board import serve_files
from tests.documents import published as played
from tests.giving import REPUBLIC
from tests.ready import lend
from tests.web.test_export import list_dead_links, list_files

pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.skipif(not shutil.which("npm"), reason="npm fetches the database"),
]
PAGE = "/kk/query.html"
WAIT = 120_000  # milliseconds: 34 MB of WebAssembly are made ready
ledger = lend("published", played.hold)
TYPES = """
    select typeof(entry), typeof(total), entry, total, starts_on, is_tied
    from results join contests using (contest)
    where contest = '{contest}' and entry = '02'
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    folder = tmp_path_factory.mktemp("engine")
    subprocess.run([sys.executable, ROOT / ".ci" / "query.py", folder], check=True)
    return folder


@pytest.fixture
def folder(ledger, engine, tmp_path):
    """The board as files, with the page of questions."""
    export_site(ledger, tmp_path / "site", engine=engine)
    return tmp_path / "site"


@pytest.fixture
def site(folder):
    with serve_files(folder) as address:
        yield address


@pytest.fixture
def page(site, window):
    """The page, and what it asked of others than its own server."""
    opened = window()
    outside = []

    def note(route):
        if route.request.url.startswith((site, "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    opened.context.route("**/*", note)
    opened.set_default_timeout(WAIT)
    opened.goto(site + PAGE)
    yield opened
    assert outside == []


def ask(page, sql):
    page.locator("#sql").fill(sql)
    page.locator(".p-go").click()
    page.locator(".p-go:enabled").wait_for()


def read_answer(page):
    return [row.split("\t") for row in page.locator(".p-answer tr").all_inner_texts()]


def test_a_reader_gets_the_answer_of_the_ledger_and_takes_it_along(page):
    assert page.locator(".p-without").is_hidden()
    page.locator("[data-sql]").nth(2).click()  # shared places
    page.locator(".p-answer td").first.wait_for()
    shared = read_answer(page)
    with page.expect_download() as taking:
        page.locator(".p-take").click()
    taken = list(csv.reader(io.StringIO(taking.value.path().read_text(encoding="utf-8"))))

    assert shared[0] == ["contest", "place", "participants"]
    assert [row for row in shared if row[0] == REPUBLIC] == [
        [REPUBLIC, "1", f"{played.NAMED}, Іргебай, Үміт"]
    ]
    assert taken == shared
    assert page.locator(".p-said").inner_text() == f"Жолдар: {len(shared) - 1}"


def test_cells_keep_their_type_and_a_wrong_question_is_told_beside_the_field(page):
    ask(page, TYPES.format(contest=REPUBLIC))
    found = read_answer(page)[1]
    ask(page, "select nothing from results")
    told = page.locator(".p-fault").inner_text()
    ask(page, "select 1 as one")

    assert (found[0], found[2], found[5]) == ("VARCHAR", "02", "true")
    assert found[1].startswith("DECIMAL(")
    assert found[4] == "2026-05-18" or found[4].startswith("2026-")
    assert "nothing" in told
    assert read_answer(page) == [["one"], ["1"]]
    assert page.locator(".p-fault").is_hidden()


def test_a_question_can_reach_nothing_but_the_tables_and_can_be_stopped(page, site):
    for sql in (
        "from read_csv('https://elsewhere.example/a.csv')",
        f"from read_text('{site}/kk/index.html')",
        "install spatial",
        "set enable_external_access = true",
    ):
        ask(page, sql)
        assert page.locator(".p-fault").inner_text(), sql
    page.locator("#sql").fill("select count(*) from range(100000000000) as a (n) where n % 7 = 3")
    page.locator(".p-go").click()
    page.locator(".p-stop").click()
    page.get_by_text("Тоқтатылды.").wait_for()
    ask(page, "select count(*) as contests from contests")

    assert int(read_answer(page)[1][0]) >= 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_by_everybody_and_fits_a_phone(site, browser, scheme):
    pages = list(read_by_everybody(browser, scheme, [site + PAGE, site + "/ru/query.html"]))

    assert len(pages) == 4


def test_seasons_and_index_lead_to_the_page_and_every_link_to_a_file(folder):
    files = list_files(folder)

    assert list_dead_links(folder, files) == set()
    for page in ("ru/index.html", "ru/seasons/2026.html"):
        assert "query.html" in (folder / page).read_text(encoding="utf-8")
    assert {"query/LICENSE-duckdb.txt", "query/LICENSE-arrow.txt"} <= files


def test_without_a_script_the_page_says_what_to_do_instead(site, window):
    page = window(java_script_enabled=False)
    page.goto(site + PAGE)

    assert page.locator("#sql").is_hidden()
    assert page.get_by_text("Скриптсіз мұнда сұрақ қоюға болмайды").is_visible()
    assert page.locator(".p-without a").count() == 2

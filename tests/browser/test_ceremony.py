"""The ceremony in a browser without a network: step by step, the winner last."""

import pytest

from kasipkor_core import documents
from kasipkor_core.store import append_decision, query, read_now
from tests.browser import world
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import open_ready

pytestmark = pytest.mark.browser

POINTS = {"Айша": 91, "Болат": 91, "Гүлім": 88, "Дана": 84, "Ерлан": 70, "Жанар": 69, "Иван": 10}
SCORES = "entry,name,region,total\n" + "".join(
    f"{number:02},{name},KZ-75,{points}\n"
    for number, (name, points) in enumerate(POINTS.items(), 1)
)
STEPS = """
    select step, award, list(name order by name collate kk) as names
    from mart.reveal where contest = $contest group by step, award order by step
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The file of a signed contest, and the steps as the view has them."""
    store = open_ready()
    give(store, CONTESTS, kind="contests")
    give(store, SCORES, kind="scores", contest=REPUBLIC)
    append_decision(
        store, "sign_off", subject=REPUBLIC, value="chief_expert", actor="chief", reason="done"
    )
    reader = read_now(store)
    file = tmp_path_factory.mktemp("ceremony") / "ceremony.html"
    file.write_text(documents.write_ceremony(store, REPUBLIC, reader=reader), encoding="utf-8")
    steps = query(store, STEPS, reader, contest=REPUBLIC).to_pylist()
    store.close()
    return file.as_uri(), steps


def open_file(window, address):
    """Open the file on a laptop without a network; whatever it asks for beside itself is noted."""
    page = window()
    page.context.set_offline(True)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.locator("main[data-turn='0']").wait_for()
    return page, asked


def go(page, key, turn):
    page.keyboard.press(key)
    page.locator(f"main[data-turn='{turn}']").wait_for()


def list_names(page):
    """Return the people whose names are anywhere in the elements of the page, in their order."""
    shown = page.locator("header, main, footer").all_inner_texts()
    words = " ".join([*shown, page.title()])
    return [name for name in POINTS if name in words]


def test_wm_12_wm_30_space_reveals_the_awards_in_the_order_of_the_view_and_nobody_before(
    made, window
):
    address, steps = made
    page, asked = open_file(window, address)
    opening = list_names(page)
    seen = []
    for number, step in enumerate(steps):
        go(page, " ", 2 * number + 1)
        announced = (page.locator("main .award").get_attribute("class"), list_names(page))
        go(page, "ArrowRight", 2 * number + 2)
        names = page.locator(".people b").all_inner_texts()
        seen.append((announced, names, list_names(page)))

        assert announced == (f"award {step['award']}", [])

    assert opening == []
    assert [names for _, names, _ in seen] == [step["names"] for step in steps]
    assert [everywhere for _, _, everywhere in seen] == [names for _, names, _ in seen]
    assert [step["award"] for step in steps][-2:] == ["bronze", "gold"]
    assert seen[-1][1] == ["Айша", "Болат"]  # they share the first place: no silver
    assert page.locator(".tie").inner_text() == "Нәтижелері тең: орын ортақ"
    assert [url for url in asked if not url.startswith(("file:", "data:font/"))] == []


@pytest.mark.long
def test_the_end_shows_all_awards_the_best_first_and_the_way_back_hides_them_again(made, window):
    address, steps = made
    page, _ = open_file(window, address)
    last = 2 * len(steps) + 1
    for turn in range(1, last + 1):
        go(page, "PageDown", turn)
    rows = page.locator("tbody tr").all_inner_texts()
    page.keyboard.press(" ")
    go(page, "ArrowLeft", last - 1)
    page.keyboard.press("Home")
    page.locator("main[data-turn='0']").wait_for()

    assert [row.split("\t")[1] for row in rows] == list(POINTS)[: len(rows)]
    assert sum(len(step["names"]) for step in steps) == len(rows)
    assert list_names(page) == []


@pytest.mark.long
def test_the_language_changes_where_it_stands_and_the_page_fits_the_screen(made, window):
    address, steps = made
    page, _ = open_file(window, address)
    last = 2 * len(steps)
    for turn in range(1, last + 1):
        go(page, "Enter", turn)
    awards = []
    for key in "123":
        page.keyboard.press(key)
        awards.append(page.locator("main .award").inner_text())
    sizes = []
    for width, height in ((1920, 1080), (1366, 768), (1024, 768), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        wide = page.evaluate(
            "[...document.querySelectorAll('main *')].every(one => {"
            "const box = one.getBoundingClientRect();"
            "return box.left >= 0 && box.right <= innerWidth"
            " && box.top >= 0 && box.bottom <= innerHeight})"
        )
        sizes.append(wide)

    assert awards == ["Алтын медаль", "Золотая медаль", "Gold medal"]
    assert page.locator("html").get_attribute("lang") == "en"
    assert sizes == [True] * 4


@pytest.mark.long
def test_the_contest_page_leads_to_the_ceremony_of_a_published_result(site, window):
    page = site.open(window(), f"/live?contest={world.PUBLISHED}&lang=en")
    page.locator(".st-key-ceremony button").click()
    link = page.get_by_role("link", name="Open on this screen")
    page.goto(link.get_attribute("href"))
    page.locator("main[data-turn='0']").wait_for()
    names = [name for name in world.NAMES if name in page.locator("body").inner_text()]
    for turn in range(1, 3):
        go(page, " ", turn)

    assert (names, page.title()) == ([], "Award ceremony")
    assert page.locator(".people b").count() > 0

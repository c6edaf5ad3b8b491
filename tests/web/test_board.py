"""The public board: made once a publication, answered out of memory, nothing unpublished in it."""

import gzip

import duckdb
import pytest

from kasipkor_core.i18n import LANGS
from kasipkor_core.store import append_erasure, append_undo
from kasipkor_core.web.board import BoardFirst, Pace
from kasipkor_core.web.publisher import Publisher
from tests.documents import published as played
from tests.giving import REPUBLIC
from tests.ready import lend, open_ready
from tests.web.asking import ask
from tests.web.boards import Reading, resolve, show

BOARD = f"/board/kk/contests/{REPUBLIC}"
MOVED = (
    played.write_marks()
    .replace("03,A1.M1,ТөрешіКанарейка,30", "03,A1.M1,ТөрешіКанарейка,1")
    .replace("07,A1.M1,ТөрешіКанарейка,10", "07,A1.M1,ТөрешіКанарейка,39")
)
ledger = lend("published", played.hold)


@pytest.fixture
def board(ledger):
    publisher, app = show(ledger)
    return ledger, publisher, app


def read(app, path):
    return Reading(ask(app, path).text)


def test_a_board_says_place_points_ties_and_guests_as_published_in_three_languages(board):
    _, _, app = board
    said = {lang: read(app, f"/board/{lang}/contests/{REPUBLIC}.html") for lang in LANGS}
    rows = {row["entry"]: row for row in ask(app, f"{BOARD}.json").json["rows"]}

    assert {lang: page.lang for lang, page in said.items()} == {lang: lang for lang in LANGS}
    assert "1 = Әлиұлы Қазыбек, Серікқызы Аружан" in said["kk"].text
    assert "· қонақ" in said["kk"].text
    assert "Бекітілді" in said["kk"].text
    assert "Утверждено" in said["ru"].text
    assert ("Final" in said["en"].text, "Recount kit" in said["en"].text) == (True, True)
    assert (rows["07"]["total"], rows["05"]["place"], rows["05"]["is_guest"]) == (
        "18.580",
        None,
        True,
    )


def test_what_a_browser_has_is_not_sent_again_and_what_is_sent_is_packed(board):
    _, _, app = board
    for path, kind in (
        (f"{BOARD}.html", "text/html; charset=utf-8"),
        (f"{BOARD}.json", "application/json"),
    ):
        plain, packed = ask(app, path), ask(app, path, accept_encoding="br, gzip")
        again = ask(app, path, if_none_match=f'"x", {plain.headers["etag"]}')

        assert (plain.status, plain.headers["content-type"]) == (200, kind)
        assert gzip.decompress(packed.body) == plain.body
        assert packed.headers["content-encoding"] == "gzip"
        assert (again.status, again.body) == (304, b"")
    assert ask(app, f"{BOARD}.html", method="POST").status == 405
    assert ask(app, "/board").headers["location"] == "board/index.html"
    assert ask(app, "/board/kk/").headers["location"] == "index.html"


def test_no_ledger_is_asked_for_an_answer(board):
    store, _, app = board
    own, store.connection = store.connection, duckdb.connect()
    store.connection.close()
    page, data = ask(app, f"{BOARD}.html"), ask(app, f"{BOARD}.json")
    store.connection = own

    assert (page.status, data.json["contest"]) == (200, REPUBLIC)


def test_an_answer_waits_for_nobody_who_writes(board):
    store, publisher, app = board
    before = publisher.site
    with store.append_lock:
        publisher.look()

        assert ask(app, f"{BOARD}.html").status == 200
        assert publisher.site is before


def test_a_correction_is_shown_when_it_is_published_and_only_its_contest_is_written_anew(board):
    store, publisher, app = board
    before = publisher.site
    old = ask(app, f"{BOARD}.json")
    played.bring(store, MOVED, kind="marks", contest=REPUBLIC, replaces="yes")
    played.decide(store, "sign_off", REPUBLIC, "signed")
    publisher.look()
    hidden = publisher.site
    played.publish(store, REPUBLIC)
    publisher.look()
    new = ask(app, f"{BOARD}.json", if_none_match=old.headers["etag"])
    rows = {row["entry"]: (row["place"], row["total"]) for row in new.json["rows"]}
    other = f"kk/contests/{played.PROFESSION}.html"

    assert hidden is before
    assert (new.status, rows["07"]) == (200, (3, "47.580"))
    assert ("▲ 1" in new.json["html"], "▼ 1" in new.json["html"]) == (True, True)
    assert publisher.site.files[other] is before.files[other]


def test_a_publication_taken_back_takes_its_pages_away(board):
    store, publisher, app = board
    find = (
        "select batch_no from ledger.publication where contest_no in ("
        "select contest_no from ledger.contest where contest = ?)"
    )
    (number,) = store.cursor().execute(find, [REPUBLIC]).fetchone()
    append_undo(store, number, actor="chief", reason="too early")
    publisher.look()
    gone = ask(app, f"{BOARD}.json")
    named = {path for path, kept in publisher.site.files.items() if REPUBLIC in path}
    lists = ask(app, "/board/kk/index.html").text

    assert (gone.status, gone.json["code"]) == (404, "not_found")
    assert ask(app, f"/board/ru/contests/{REPUBLIC}.html").status == 404
    assert (named, REPUBLIC in lists) == (set(), False)


def test_the_name_of_an_erased_person_leaves_the_memory_at_once(board):
    store, publisher, app = board
    assert "Ңұр Һәкім" in ask(app, f"{BOARD}.html").text
    old = ask(app, f"/api/v1/views/leaderboard?contest={REPUBLIC}").headers["etag"]
    append_erasure(store, f"{REPUBLIC}/03", actor="office", reason="өтініш бойынша")
    publisher.look()
    found = [path for path, kept in publisher.site.files.items() if "Һәкім" in _words(path, kept)]
    told = ask(app, f"/api/v1/views/leaderboard?contest={REPUBLIC}", if_none_match=old)

    assert (found, told.status, "Һәкім" in told.text) == ([], 200, False)


def _words(path, kept):
    return kept.body.decode() if path.endswith((".html", ".json")) else ""


def test_every_page_is_well_formed_and_every_link_leads_somewhere_on_this_server(board):
    _, publisher, app = board
    files = publisher.site.files
    pages = {
        path: Reading(kept.body.decode()) for path, kept in files.items() if path.endswith("l")
    }
    outside = {
        link: resolve(f"board/{path}", link)
        for path, page in pages.items()
        for link in page.links
        if resolve(path, link) not in files
    }

    assert {path: page.faults for path, page in pages.items() if page.faults} == {}
    assert {len(page.heads) for path, page in pages.items() if "/hall/" not in path} == {1}
    assert None not in outside.values()
    assert {ask(app, f"/{path}").status for path in outside.values()} == {200}
    assert {path.split("/")[2] for path in outside.values()} == {"kits", "open-data"}


def test_pages_for_other_sites_may_be_framed_and_no_others(board):
    _, _, app = board
    own, other = ask(app, f"{BOARD}.html"), ask(app, f"/board/kk/embed/{REPUBLIC}.html")

    assert "frame-ancestors 'none'" in own.headers["content-security-policy"]
    assert own.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors *" in other.headers["content-security-policy"]
    assert "x-frame-options" not in other.headers
    assert ask(app, f"{BOARD}.json").headers["access-control-allow-origin"] == "*"


def test_before_the_first_board_stands_a_browser_is_told_to_come_again(ledger):
    answer = ask(BoardFirst(None, Publisher(ledger)), "/board/index.html")

    assert (answer.status, answer.headers["refresh"]) == (503, "2")


def test_an_empty_ledger_has_a_board_that_says_so():
    store = open_ready()
    _, app = show(store)

    assert "Әзірге ештеңе жарияланбаған" in ask(app, "/board/kk/index.html").text
    store.close()


def test_boards_ask_every_second_until_there_are_many():
    now = [0.0]
    pace = Pace(lambda: now[0])
    for second in range(3):
        now[0] = second
        few = [pace.count() for _ in range(100)][-1]
    for second in range(3, 20):
        now[0] = second
        many = [pace.count() for _ in range(int(2000 / pace.seconds))][-1]
    for second in range(20, 40):
        now[0] = second
        storm = [pace.count() for _ in range(2000)][-1]
    now[0] = 60
    quiet = pace.count()

    assert (few, round(many), storm, quiet) == (1.0, 5, 10.0, 1.0)

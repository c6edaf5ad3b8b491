"""Nothing that is not published, and nothing personal, gets out: planted values are searched."""

import io
import zipfile

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import access, house, ui
from kasipkor_core.documents import issue
from kasipkor_core.store import append_decision, append_publication, read_head
from kasipkor_core.ui import menus
from kasipkor_core.web.api import PUBLIC_VIEWS
from tests.giving import give, hold_contests
from tests.ready import open_played
from tests.web.asking import ask, make_app, read_page
from tests.web.boards import show
from tests.web.people import CONTEST, be

PUBLISHED = f"contest,entry,name,region,A,B\n{CONTEST},01,Көрінетін Адам,KZ-35,40,47.42\n"
CANARIES = ("Канарейкин", "87.31", "77770001122", "canary@example.kz", "canary-institute")
HIDDEN = (
    "contest,entry,name,region,A,B\n"
    "worldskills-2026-republic-17,01,Канарейкин Тайный,KZ-35,40,47.31\n"
)
PEOPLE = (
    "organisation,full_name,profession,region,consent,phones,email\n"
    "canary-institute,Канарейкин Тайный,Повар,KZ-35,иә,77770001122,canary@example.kz\n"
)
OTHER = "worldskills-2026-republic-17"


def plant(store):
    """Publish one contest; of another, though it is signed and has a paper, nothing may be seen."""
    hold_contests(store)
    give(store, PUBLISHED, kind="scores")
    sign(store, CONTEST)
    append_publication(store, [CONTEST], as_of=read_head(store), actor="chief")
    give(store, HIDDEN, kind="scores")
    give(store, PEOPLE, kind="participants")
    sign(store, OTHER)
    issue(store, OTHER, kinds=["certificate"], lang="ru", actor="chief")


def sign(store, contest):
    append_decision(
        store, "sign_off", subject=contest, value="signed", actor="chief", reason="done"
    )


@pytest.fixture
def planted():
    store = open_played("canaries", plant)
    ui.use_store(store)
    yield store
    store.close()


def find_canaries(words):
    text = words if isinstance(words, bytes) else str(words).encode()
    return [one for one in CANARIES if one.encode() in text]


def list_answers(store):
    """Return what everybody can ask for, by address."""
    app = make_app(store)
    views = [f"/api/v1/views/{view}" for view in PUBLIC_VIEWS]
    forms = [f"/api/v1/views/leaderboard?format={form}" for form in ("csv", "parquet")]
    own = ["/healthz", "/calendar.ics", "/sign-in", "/sign-out", "/sign-in/x", "/api/v1/views"]
    papers = ["/check", *(f"/check/{number}" for number in list_numbers(store))]
    files = [*(f"/api/v1/kits/{one}" for one in (CONTEST, OTHER)), "/api/v1/open-data/2026"]
    paths = (*own, *papers, *views, *forms, *files)
    board = {f"/board/{path}": kept.body for path, kept in show(store)[0].site.files.items()}
    return {path: unpack(ask(app, path).body) for path in paths} | board


def unpack(body):
    """Return what stands in an answer, that of a zip unpacked."""
    if not body.startswith(b"PK"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return b"\n".join(packed.read(name) for name in packed.namelist())


def list_numbers(store):
    found = store.cursor().execute("select document from ledger.document").fetchall()
    return [number for (number,) in found]


def test_no_planted_value_is_in_any_public_answer_and_the_search_would_find_one(planted):
    found = {path: find_canaries(body) for path, body in list_answers(planted).items()}
    static = {str(file): find_canaries(file.read_bytes()) for file in house.ROOT.glob("static/*")}
    board = ask(make_app(planted), f"/api/v1/views/leaderboard?contest={CONTEST}")

    assert {path: what for path, what in (found | static).items() if what} == {}
    assert "Көрінетін Адам" in board.text

    append_publication(planted, [OTHER], as_of=read_head(planted), actor="chief")
    told = ask(make_app(planted), f"/api/v1/views/leaderboard?contest={OTHER}")
    (number,) = list_numbers(planted)
    kit = ask(make_app(planted), f"/api/v1/kits/{OTHER}")
    board = show(planted)[0].site.files[f"kk/contests/{OTHER}.html"]

    assert set(CANARIES[:2]) <= set(find_canaries(told.body))
    assert set(CANARIES[:2]) <= set(find_canaries(unpack(kit.body)))
    assert find_canaries(board.body) == [CANARIES[0]]  # points have a comma there
    assert find_canaries(ask(make_app(planted), f"/check/{number}").body) == [CANARIES[0]]


def open_app(screen, **query):
    """Open the page of a screen by its own script, as a cold deep link would."""
    script = menus.script_of(screen)
    app = AppTest.from_file(str(script), default_timeout=60)
    for name, code in query.items():
        app.query_params[name] = code
    return app.run()


@pytest.mark.parametrize("screen", ["", "live"])
def test_no_planted_value_is_on_a_page_for_everybody(planted, monkeypatch, screen):
    be(planted, "public", monkeypatch)
    wishes = {"contest": OTHER} if screen else {}
    app = open_app(screen, lang="en", **wishes)

    assert find_canaries(read_page(app)) == []
    assert len(app.exception) == 0


@pytest.mark.parametrize("screen", ["participants", "batches"])
def test_a_page_says_to_the_public_in_one_sentence_whom_it_is_for(planted, monkeypatch, screen):
    be(planted, "public", monkeypatch)
    app = open_app(screen, lang="en")

    assert app.title[0].value == "This page is not for everybody"
    assert "Open the link you were sent to sign in" in app.markdown[-1].value
    assert (find_canaries(read_page(app)), len(app.button)) == ([], 0)


def test_a_page_opens_to_its_roles_and_refuses_the_others(planted, monkeypatch):
    for role in ("expert", "auditor", "administrator"):
        be(planted, role, monkeypatch)
        app = open_app("people", lang="en")
        is_refused = app.title[0].value == "This page is not for everybody"

        assert is_refused is not access.sees_screen(role, "people"), role
        assert len(app.exception) == 0

"""Given name and patronymic of a minor whose name is short in public are on no public address."""

import io
import subprocess
import sys
import zipfile

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import access, documents, house, ui
from kasipkor_core.documents import issue, write_kit
from kasipkor_core.public import export_site
from kasipkor_core.store import (
    Receiver,
    add_receiver,
    append_decision,
    append_publication,
    append_undo,
    read_head,
    read_published,
)
from kasipkor_core.ui import menus
from tests.giving import give
from tests.ready import open_played
from tests.web.asking import ask, make_app, read_page
from tests.web.boards import show
from tests.web.people import be
from tests.web.test_canary import list_answers, list_numbers, unpack

REPUBLIC = "worldskills-2026-republic-17"
OBLAST = "worldskills-2026-oblast-KZ-35-17"
CONTESTS = """programme,season,level,region,unit,ruleset,starts_on,ends_on
worldskills,2026,republic,,17,worldskills,2026-11-10,2026-11-18
worldskills,2026,oblast,KZ-35,17,worldskills,2026-11-12,2026-11-13
"""
CANARIES = ("Канарейбек", "Канарейұлы")
FULL, SHORT = "Сейтова Канарейбек Канарейұлы", "Сейтова К. К."
ENTRIES = f"""entry,name,birth_date,region
01,Бекова Дана,2007-01-01,KZ-35
02,{FULL},2010-05-01,KZ-35
03,Оспан Болат,2007-01-01,KZ-35
03,Оспан Канарейбек,2010-05-01,KZ-35
"""
SCORES = "entry,total\n01,90\n02,90\n03,80\n"
PUBLIC = sorted(screen for screen, roles in access.SCREENS.items() if "public" in roles)


def play(store):
    """Two published contests on the same days; a minor takes part in both and shares a place."""
    give(store, CONTESTS, kind="contests")
    for contest in (REPUBLIC, OBLAST):
        give(store, ENTRIES, kind="entries", contest=contest)
        give(store, SCORES, kind="scores", contest=contest)
        _decide(store, "sign_off", contest, "signed")
    issue(store, REPUBLIC, kinds=["certificate", "diploma"], lang="ru", actor="chief")
    append_publication(store, [REPUBLIC, OBLAST], as_of=read_head(store), actor="office")
    for contest in (REPUBLIC, OBLAST):
        _decide(store, "names", contest, "minors", reason=FULL)


def _decide(store, kind, contest, value, reason="-"):
    append_decision(store, kind, subject=contest, value=value, actor="office", reason=reason)


@pytest.fixture
def planted():
    store = open_played("minors", play)
    ui.use_store(store)
    yield store
    store.close()


def find_canaries(body):
    words = body if isinstance(body, bytes) else str(body).encode()
    return [one for one in CANARIES if one.encode() in words]


def find_all(answers):
    return {where: found for where, body in answers.items() if (found := find_canaries(body))}


def test_no_public_answer_has_more_of_a_minors_name_than_initials(planted):
    answers = list_answers(planted)
    short = list_short(answers)

    assert find_all(answers) == {}
    assert len(list_numbers(planted)) > 3
    assert any(where.startswith("/check/") for where in short)
    assert {
        "/api/v1/views/leaderboard",
        "/api/v1/views/schedule_clashes",
        f"/api/v1/kits/{REPUBLIC}",
        "/api/v1/open-data/2026",
        f"/board/kk/contests/{REPUBLIC}.html",
    } <= set(short)


@pytest.mark.long
def test_all_of_them_have_the_whole_name_when_it_was_undone(planted):
    short, head = list_short(list_answers(planted)), read_head(planted)
    for decided in (head - 1, head):
        append_undo(planted, decided, actor="office", reason="control")
    full = find_all(list_answers(planted))

    assert {where for where in short if "/hall/" not in where} <= set(full)  # surnames alone there


def list_short(answers):
    return [where for where, body in answers.items() if SHORT.encode() in body]


def test_what_is_kept_of_before_is_made_anew_as_soon_as_names_are_decided(planted):
    app, asked = make_app(planted), f"/api/v1/views/leaderboard?contest={REPUBLIC}"
    publisher, _ = show(planted)
    before = ask(app, asked)
    _decide(planted, "names", REPUBLIC, "short")
    publisher.look()
    after = ask(app, asked, if_none_match=before.headers["etag"])
    page = publisher.site.files[f"kk/contests/{REPUBLIC}.html"].body.decode()

    assert ("Бекова Дана" in before.text, after.status) == (True, 200)
    assert ["Бекова Д." in words for words in (after.text, page)] == [True, True]
    assert ["Бекова Дана" in words for words in (after.text, page)] == [False, False]


@pytest.mark.long
def test_neither_a_folder_nor_a_ceremony_nor_a_notice_for_the_public_has_it(planted, tmp_path):
    export_site(planted, tmp_path / "site")
    files = {
        str(path): unpack(path.read_bytes())
        for path in (tmp_path / "site").rglob("*")
        if path.is_file()
    }
    add_receiver(planted, Receiver("somebody@example.kz", "kk", access.Scope()), by="test")
    public = read_published(planted).reader("kk")
    ceremony = documents.write_ceremony(planted, REPUBLIC, reader=public)
    notices = documents.list_notices(planted)

    assert find_all(files) == {}
    assert [name for name, body in files.items() if SHORT.encode() in body] != []
    assert (find_canaries(ceremony), SHORT in ceremony) == ([], True)
    assert find_canaries(notices) == []


@pytest.mark.long
def test_the_kit_is_counted_again_byte_for_byte_with_short_names(planted, tmp_path):
    kit = write_kit(planted, REPUBLIC, read_published(planted).reader("kk"))
    with zipfile.ZipFile(io.BytesIO(kit)) as packed:
        packed.extractall(tmp_path)
    for script in ("recount.py", "recount_plain.py"):
        done = subprocess.run(
            [sys.executable, tmp_path / script], capture_output=True, check=False, text=True
        )

        assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert SHORT in (tmp_path / "recounted.csv").read_text(encoding="utf-8")


@pytest.mark.sampled
@pytest.mark.parametrize("screen", ["live", *(one for one in PUBLIC if one != "live")])
def test_no_public_page_has_more_of_a_minors_name_than_initials(planted, monkeypatch, screen):
    be(planted, "public", monkeypatch)
    app = AppTest.from_file(str(house.ROOT / "app.py"), default_timeout=60).run()
    app = app.switch_page(str(menus.script_of(screen).relative_to(house.ROOT)))
    for name, code in {"lang": "ru", "contest": REPUBLIC, "entry": "02"}.items():
        app.query_params[name] = code
    app = app.run()

    assert find_canaries(read_page(app)) == []
    assert len(app.exception) == 0

"""The API: published views in three forms, sheets with a token, and a polite no."""

import asyncio
import io
import json

import pyarrow.parquet as pq
import pytest
from anyio import to_thread

from kasipkor_core import access, ui
from kasipkor_core.sheets import list_kinds
from kasipkor_core.store import (
    append_decision,
    append_publication,
    end_everything,
    make_token,
    read_head,
)
from kasipkor_core.web import uploads
from kasipkor_core.web.api import OPENAPI, PUBLIC_VIEWS, list_api_routes
from kasipkor_core.web.limits import Buckets, Limited
from tests.giving import give, hold_contests
from tests.ready import lend
from tests.web.asking import ask, begin, make_app, run
from tests.web.people import CONTEST, identify

SCORES = f"contest,entry,name,region,A,B\n{CONTEST},01,Алиев Ерлан,KZ-35,40,47.42\n"
BAD = SCORES.replace("47.42", "many")
BOARD = f"/api/v1/views/leaderboard?contest={CONTEST}"
POST = "/api/v1/sheets?kind=scores&file_name=s.csv"


def publish(store):
    append_decision(
        store, "sign_off", subject=CONTEST, value="signed", actor="chief", reason="done"
    )
    append_publication(store, [CONTEST], as_of=read_head(store), actor="chief")


def score(store):
    hold_contests(store)
    give(store, SCORES, kind="scores")


scored = lend("api_scored", score)


@pytest.fixture
def api(scored):
    ui.use_store(scored)
    return scored, make_app(scored)


def send(app, secret, sheet, path=POST):
    return ask(app, path, method="POST", body=sheet.encode(), authorization=f"Bearer {secret}")


def test_a_view_has_what_is_published_in_three_forms_and_the_version_as_its_tag(api):
    store, app = api
    before = ask(app, BOARD)
    publish(store)
    found = {form: ask(app, f"{BOARD}&format={form}") for form in ("json", "csv", "parquet")}
    rows = found["json"].json

    assert (before.status, before.json["code"]) == (404, "not_found")
    assert [(row["entry"], row["total"], row["place"]) for row in rows] == [("01", "87.420", 1)]
    assert found["csv"].text.splitlines()[0] == ",".join(rows[0])
    assert pq.read_table(io.BytesIO(found["parquet"].body))["entry"].to_pylist() == ["01"]
    assert ask(app, BOARD, if_none_match=found["json"].headers["etag"]).status == 304
    assert ask(app, BOARD, if_none_match='"0-kk-json"').status == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/views/batches", 404),
        ("/api/v1/views/lineage", 404),
        ("/api/v1/views/leaderboard?contest=nothing", 404),
        ("/api/v1/views/leaderboard?nothing=1", 404),
        ("/api/v1/views/leaderboard?entry=%27%20or%201=1--", 200),
        ("/api/v1/views/leaderboard?format=xml", 400),
        ("/api/v1/views/..%2Fbatches", 404),
        ("/api/v1/views", 200),
        ("/api/v1/sheets", 405),
        ("/api/v1/openapi.json", 200),
    ],
)
def test_what_is_not_public_or_not_there_is_refused_in_words(api, path, status):
    answer = ask(api[1], path)

    assert answer.status == status
    assert b"Traceback" not in answer.body
    assert b"select " not in answer.body.lower()


@pytest.mark.long
def test_a_sheet_is_written_once_and_the_same_bytes_again_are_the_same_batch(api):
    store, app = api
    sheet = SCORES.replace("01", "02")
    secret = make_token(store, identify("organiser"), by="test")
    first, again = send(app, secret, sheet), send(app, secret, sheet)
    batch = store.cursor().execute(
        "select actor, actor_role from ledger.batch where batch_no = ?", [first.json["batch_no"]]
    )

    assert (first.status, again.status) == (201, 200)
    assert first.json | {"findings": []} == {
        "batch_no": read_head(store),
        "is_repeated": False,
        "replaced": None,
        "records": 1,
        "findings": [],
    }
    assert (again.json["batch_no"], again.json["is_repeated"]) == (first.json["batch_no"], True)
    assert batch.fetchone() == ("organiser@example.kz", "organiser")


def test_sheets_that_wait_for_each_other_keep_nobody_from_an_answer(api):
    store, app = api
    secret = make_token(store, identify("organiser"), by="test")
    sheet = {"method": "POST", "body": SCORES.replace("01", "02").encode()}
    crowd = 8

    async def crowd_in():
        to_thread.current_default_thread_limiter().total_tokens = crowd - 1
        with store.append_lock:
            asked = [
                asyncio.ensure_future(begin(app, POST, authorization=f"Bearer {secret}", **sheet))
                for _ in range(crowd)
            ]
            await asyncio.sleep(1)
            beside = await asyncio.wait_for(begin(app, BOARD), timeout=10)
        return beside, await asyncio.gather(*asked)

    beside, answers = run(crowd_in())

    assert beside.status == 404
    assert sorted(answer.status for answer in answers) == [200] * (crowd - 1) + [201]


def test_the_findings_of_a_bad_sheet_have_cell_and_sentence_and_nothing_is_written(api):
    store, app = api
    head = read_head(store)
    secret = make_token(store, identify("organiser"), by="test")
    answer = send(app, secret, BAD.replace("01", "02"), f"{POST}&lang=en")
    errors = [one for one in answer.json["findings"] if one["severity"] == "error"]

    assert (answer.status, read_head(store)) == (422, head)
    assert [(one["code"], one["row"], one["column"]) for one in errors] == [
        ("not_a_number", 2, "F")
    ]
    assert "wants a number" in errors[0]["message"]


@pytest.mark.long
def test_wm_09_a_system_that_brought_the_points_brings_no_signature_under_them(api):
    store, app = api
    secret = make_token(store, identify("organiser"), by="test")
    send(app, secret, SCORES.replace("01", "02"))
    head = read_head(store)
    decision = f"kind,subject,value,who,reason\nsign_off,{CONTEST},signed,chief,on paper\n"
    answer = send(app, secret, decision, "/api/v1/sheets?kind=decisions&lang=en")

    assert (answer.status, answer.json["code"], read_head(store)) == (409, "refused", head)
    assert "Four eyes (WM-09, BP-16): organiser@example.kz entered" in answer.json["message"]


def test_a_token_holds_for_its_place_until_it_is_taken_back(api):
    store, app = api
    known = identify("organiser")
    secret = make_token(store, known, by="test")
    other = SCORES.replace(CONTEST, "worldskills-2026-republic-17")
    outside = send(app, secret, other)
    nobody = [send(app, text, SCORES).status for text in ("", "x", "x" * 5000)]
    without = ask(app, POST, method="POST", body=b"x").status
    end_everything(store, known.person)

    assert (outside.status, outside.json["code"]) == (403, "not_allowed")
    assert (nobody, without, send(app, secret, SCORES).status) == ([401] * 3, 401, 401)


@pytest.mark.sampled
@pytest.mark.parametrize("role", access.INVITED)
def test_only_roles_that_upload_get_a_token(api, role):
    known = identify(role)
    if access.may(role, "upload"):
        assert make_token(api[0], known, by="test")
    else:
        with pytest.raises(Exception, match="A token uploads sheets"):
            make_token(api[0], known, by="test")


def test_junk_is_refused_in_words(api, monkeypatch):
    store, app = api
    secret = make_token(store, identify("administrator"), by="test")
    monkeypatch.setattr(uploads, "LARGEST", 1000)
    broken = send(app, secret, "PK\x03\x04junk", "/api/v1/sheets?kind=scores&file_name=a.xlsx")

    assert send(app, secret, "x" * 1001).status == 413
    assert send(app, secret, SCORES, "/api/v1/sheets?kind=nothing").status == 404
    assert (broken.status, broken.json["code"]) == (400, "unreadable")


def test_a_sheet_that_is_cut_off_is_no_error_of_the_server_and_nothing_is_written(api):
    store, app = api
    secret = make_token(store, identify("organiser"), by="chief")
    before = read_head(store)
    cut = ask(
        app,
        POST,
        method="POST",
        body=SCORES.encode()[:40],
        leaves=True,
        authorization=f"Bearer {secret}",
    )

    assert (cut.status, cut.json["code"], read_head(store)) == (400, "cut_off", before)


def test_whoever_asks_too_often_is_told_when_to_come_back(api):
    now = [0.0]
    app = Limited(api[1], Buckets(size=2, a_minute=60, clock=lambda: now[0]))
    answers = [ask(app, "/api/v1/views") for _ in range(3)]
    health = ask(app, "/healthz").status
    now[0] += 1

    assert [one.status for one in answers] == [200, 200, 429]
    assert (answers[2].headers["retry-after"], health) == ("1", 200)
    assert ask(app, "/api/v1/views").status == 200


def test_the_openapi_file_says_what_the_routes_do(api):
    described = json.loads(OPENAPI.read_text(encoding="utf-8"))
    paths = described["paths"]
    routes = {
        (route.path, method.lower())
        for route in list_api_routes(api[0])
        for method in route.methods - {"HEAD"}
    }
    views = paths["/api/v1/views/{view}"]["get"]["parameters"][0]["schema"]["enum"]
    kinds = paths["/api/v1/sheets"]["post"]["parameters"][0]["schema"]["enum"]

    assert {(path, method) for path, known in paths.items() for method in known} == routes
    assert (tuple(views), tuple(kinds)) == (PUBLIC_VIEWS, list_kinds())
    assert ask(api[1], "/api/v1/openapi.json").json == described
    for view in PUBLIC_VIEWS:
        assert ask(api[1], f"/api/v1/views/{view}").status == 200

"""Whatever is asked of the API: no fault of the server, and an answer as the OpenAPI file says.

The questions are made from that file: what a parameter may be, and anything else.
"""

import json
from functools import cache
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kasipkor_core import ui
from kasipkor_core.store import make_token
from kasipkor_core.web.api import OPENAPI
from tests.web.asking import ask, make_app
from tests.web.people import CONTEST, identify
from tests.web.test_api import SCORES, publish, scored

__all__ = ["scored"]
DOCUMENT = json.loads(OPENAPI.read_text(encoding="utf-8"))
OPERATIONS = [
    (method.upper(), path, operation)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
]
FAULT = 500
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
HOSTILE = st.sampled_from(
    ["", "\x00", "'", "' or true --", "9" * 30, "9" * 5000, "-1", "1e9", "nan", "٣", "²", "null"]
)
COLUMNS = st.sampled_from(
    ["contest", "season", "region", "place", "total", "is_tied", "at", "nope"]
)
BODIES = st.one_of(
    st.binary(max_size=200),
    ANY.map(str.encode),
    st.sampled_from([SCORES, SCORES.replace("47.42", "many"), SCORES[:40], ""]).map(str.encode),
)


def choose(schema):
    """Return what a parameter of this schema may be, and what it may not."""
    fitting = [st.sampled_from([str(one) for one in schema.get("enum", [CONTEST, "2026"])])]
    if schema["type"] == "integer":
        fitting.append(st.integers(-(10**20), 10**20).map(str))
    return st.one_of(*fitting, ANY, HOSTILE)


def without_slash(text):
    return text.replace("/", "∕")


@st.composite
def questions(draw):
    """Return an operation with its address, headers and body."""
    method, path, operation = draw(st.sampled_from(OPERATIONS))
    query, headers = {}, {}
    for one in operation.get("parameters", []):
        value = draw(choose(one["schema"]))
        if one["in"] == "path":
            given_path = without_slash(value) or "0"
            path = path.replace("{" + one["name"] + "}", quote(given_path, safe=""))
        elif one["in"] == "query" and draw(st.booleans()):
            query[one["name"]] = value
        elif one["in"] == "header" and draw(st.booleans()):
            headers["if_none_match"] = draw(st.sampled_from(['"x"', "*", 'W/"1"', ","]))
    if draw(st.booleans()):
        query[draw(st.one_of(COLUMNS, ANY))] = draw(st.one_of(ANY, HOSTILE))
    body = draw(BODIES) if method == "POST" else b""
    is_known = draw(st.booleans())
    return operation, method, f"{path}?{urlencode(query)}", headers, body, is_known


@cache
def find_validator(schema):
    """Return what says whether an answer fits a schema of the file."""
    parts = {"components": DOCUMENT["components"]}
    return Draft202012Validator(json.loads(schema) | parts)


def look_at(app, secret, question):
    """Ask, and hold the answer against the file."""
    operation, method, address, headers, body, is_known = question
    if method == "POST" and is_known:
        headers = headers | {"authorization": f"Bearer {secret}"}
    answer = ask(app, address, method=method, body=body, **headers)
    told = operation["responses"].get(str(answer.status))

    assert answer.status < FAULT, answer.text
    assert told is not None, (answer.status, answer.text)
    for kind, content in told.get("content", {}).items():
        if answer.headers["content-type"].startswith(kind) and kind == "application/json":
            find_validator(json.dumps(content["schema"])).validate(answer.json)
    kinds = {kind.partition(";")[0] for kind in told.get("content", {})}
    assert not kinds or answer.headers["content-type"].partition(";")[0] in kinds


@pytest.fixture
def door(scored):
    ui.use_store(scored)
    publish(scored)
    return make_app(scored), make_token(scored, identify("organiser"), by="test")


def ask_for(path, **query):
    """Return a question about a path as it stands in the file."""
    (found,) = [one for one in OPERATIONS if one[1].partition("{")[0] == path.partition("{")[0]]
    method, address, operation = found
    name = address.partition("{")[2].partition("}")[0]
    value = query.pop("of", "")
    asked = f"{address.replace('{' + name + '}', quote(value, safe=''))}?{urlencode(query)}"
    return operation, method, asked, {}, SCORES.encode(), True


KNOWN = (
    ask_for("/api/v1/open-data/{season}", of="9" * 5000),
    ask_for("/api/v1/open-data/{season}", of="99999999999"),
    ask_for("/api/v1/kits/{contest}", of="\x00"),
    ask_for("/api/v1/views/{view}", of="leaderboard", place="many"),
    ask_for("/api/v1/views/{view}", of="leaderboard", contest="\x00"),
    ask_for("/api/v1/views/{view}", of="schedule", season="9" * 30),
    ask_for("/api/v1/sheets", kind="scores", replace="999999999", contest="\x00"),
    ask_for("/api/v1/sheets", kind="scores", season="٣٣٣٣", file_name="\x00" * 300),
)


@pytest.mark.sampled
@pytest.mark.parametrize("number", range(len(KNOWN)))
def test_what_once_was_hard_to_answer_is_answered(door, number):
    look_at(*door, KNOWN[number])


@pytest.mark.long
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(questions())
@example(KNOWN[0])
def test_whatever_is_asked_is_answered_as_the_file_says(door, question):
    look_at(*door, question)

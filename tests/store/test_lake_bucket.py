"""A lake whose files lie in a bucket: a real Postgres, and a server that speaks S3."""

import datetime as dt
import logging
import time

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    append_erasure,
    list_alarms,
    open_store,
    read_head,
    tidy_lake,
    verify,
)
from tests import buckets, postgres
from tests.giving import REPUBLIC, give, hold_contests
from tests.lakes import carry_there_and_back, read_hashes
from tests.own import mark

MISSING = postgres.say_missing() or buckets.say_missing()
pytestmark = [pytest.mark.long, pytest.mark.skipif(MISSING is not None, reason=str(MISSING))]
SCORES = "entry,name,total\na,Айгерім,90\nb,Болат,90\nc,Дана,70\n"
SECRETS = tuple(buckets.KEYS.values())


@pytest.fixture(scope="module")
def server():
    with postgres.run_postgres() as running:
        yield running


@pytest.fixture
def bucket(monkeypatch):
    with buckets.run_bucket() as running:
        for name, value in running.variables.items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def place(server, bucket):
    return server.make_place()[0]


@pytest.fixture
def enter(place):
    """Open the lake as one more server."""
    opened = []

    def once_more():
        opened.append(open_store(place))
        return opened[-1]

    yield once_more
    for each in opened:
        each.close()


def say(error):
    """Return all that is told of an error and of what it came from."""
    told = []
    while error:
        told.append(str(error))
        error = error.__cause__ or error.__context__
    return "\n".join(told)


def test_a_sheet_in_a_bucket_is_read_by_another_server_and_proved(enter, server, place, bucket):
    here, there = enter(), enter()
    hold_contests(here)
    give(here, SCORES, kind="scores", contest=REPUBLIC)
    started = time.monotonic()
    while read_head(there) < 2:
        assert time.monotonic() - started < 2
        time.sleep(0.05)

    assert read_hashes(there) == read_hashes(here)
    assert [verify(each, all_contests=True) for each in (here, there)] == [[], []]
    assert "season/ledger/score/" in bucket.list_files()
    dumped = server.dump(place)
    assert [secret for secret in SECRETS if secret in dumped] == []


def test_a_ledger_goes_into_a_bucket_and_back_with_every_hash(place, tmp_path):
    hashes, _, back = carry_there_and_back(place, tmp_path)

    again = open_store(back)
    assert read_hashes(again) == hashes
    assert verify(again) == []
    again.close()
    assert [secret for secret in SECRETS if secret.encode() in back.read_bytes()] == []


def test_what_was_erased_is_in_no_file_of_the_bucket_after_tidying(enter, bucket):
    here = enter()
    mark(here)
    names = {line for line in bucket.list_files().split("<Key>") if "private/name" in line}
    append_erasure(here, f"{REPUBLIC}/01", actor="office", reason="өтініш бойынша")

    assert tidy_lake(here)
    left = {line for line in bucket.list_files().split("<Key>") if "private/name" in line}
    assert names
    assert not names & left
    assert verify(here) == []


def test_without_its_bucket_boards_are_read_nothing_is_written_and_it_is_said(enter, bucket):
    here = enter()
    hold_contests(here)
    bucket.freeze()
    started = time.monotonic()
    with pytest.raises(Refused, match="Nothing was written") as refused:
        give(here, SCORES, kind="scores", contest=REPUBLIC)
    assert time.monotonic() - started < 120
    time.sleep(0.3)
    started = time.monotonic()
    assert read_head(here) == 1
    assert time.monotonic() - started < 5
    here.replica.silent_since -= 6
    codes = {alarm.code for alarm in list_alarms(here, now=dt.datetime.now(dt.UTC))}
    bucket.thaw()

    assert "store_silent" in codes
    assert [secret for secret in SECRETS if secret in say(refused.value)] == []
    assert give(here, SCORES, kind="scores", contest=REPUBLIC).batch_no == 2
    assert verify(here) == []


def test_a_bucket_that_is_not_there_or_wants_other_keys_is_said_before_anything_is_made(
    place, server, monkeypatch, caplog
):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("KASIPKOR_FOLDER", "s3://of-nobody/season")
    with pytest.raises(Refused, match=r"bucket .* does not answer") as absent:
        open_store(place)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "minio:9000")
    with pytest.raises(Refused, match="AWS_ENDPOINT_URL is written as"):
        open_store(place)
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(Refused, match="say its keys in AWS_ACCESS_KEY_ID"):
        open_store(place)

    told = say(absent.value) + caplog.text
    assert [secret for secret in SECRETS if secret in told] == []
    assert server.ask(place, "select to_regclass('kasipkor.ducklake_snapshot')").strip() == ""


def test_nobody_who_asks_the_database_is_told_the_keys(enter):
    here = enter()
    told = [
        str(here.connection.execute(question).fetchall())
        for question in ("from duckdb_secrets()", "from duckdb_settings()")
    ]

    assert [secret for secret in SECRETS[1:] if any(secret in each for each in told)] == []

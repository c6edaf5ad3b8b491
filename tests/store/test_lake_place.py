"""The place of a shared store, before any Postgres is asked."""

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.settings import read_bucket_settings
from kasipkor_core.store import copy_store, is_lake, open_store, restore_backup
from kasipkor_core.store import lake as lakes
from kasipkor_core.store.bucket import is_bucket, name_folder

PLACE = "ducklake:postgres:host=/nowhere dbname=kasipkor"


def test_a_lake_is_told_from_a_file_by_its_first_word(tmp_path):
    assert is_lake(PLACE)
    assert not is_lake(str(tmp_path / "ducklake.duckdb"))
    assert not is_lake(tmp_path / "ducklake:postgres")


def test_a_lake_with_another_catalogue_than_postgres_is_refused():
    with pytest.raises(Refused, match="ducklake:postgres:dbname=kasipkor"):
        open_store("ducklake:sqlite:lake.sqlite")


def test_a_computer_without_the_packages_says_what_to_install(monkeypatch):
    monkeypatch.setattr(lakes, "_EXTENSIONS", ("that_nobody_installs",))

    with pytest.raises(Refused, match=r"install kasipkor\[shared\]"):
        open_store(PLACE)


def test_a_postgres_that_does_not_answer_is_said_without_its_password():
    pytest.importorskip("duckdb_extension_ducklake")
    with pytest.raises(Refused, match="does not answer") as refused:
        open_store(f"{PLACE} password=secret")

    assert "secret" not in str(refused.value)


def test_a_lake_is_no_target_of_a_restore_and_no_copy_of_a_lake(tmp_path):
    with pytest.raises(Refused, match="kasipkor copy FILE STORE"):
        restore_backup(tmp_path / "copy.duckdb", PLACE)
    with pytest.raises(Refused, match="into a file first"):
        copy_store(PLACE, PLACE)


def test_the_folder_of_a_lake_is_a_bucket_or_named_from_the_root(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert [is_bucket(name) for name in ("s3://marks/season", "s3", "/srv/s3://")] == [
        True,
        False,
        False,
    ]
    assert name_folder("s3://marks/season/") == name_folder("s3://marks/season")
    assert name_folder("season") == f"{tmp_path}/season/"


def test_settings_of_a_bucket_do_not_print_its_keys(monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "https://minio.example.kz")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "no-word-of-this")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "nor-of-that")
    said = read_bucket_settings()

    assert (said.endpoint, said.secret, said.token) == (
        "https://minio.example.kz",
        "no-word-of-this",
        "nor-of-that",
    )
    assert "of-th" not in repr(said)

"""Settings come from the environment; nothing else is configured."""

import getpass
import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from kasipkor_core import house

Lang = Literal["kk", "ru", "en"]
HERE = "localhost"
LOOPBACK = ("127.0.0.1", "::1")
_AN_HOUR = 60  # minutes
_REGION = "us-east-1"  # of S3 where none is said, and of programs like it
_ON = ("on", "1", "yes", "true")


@dataclass(frozen=True)
class Settings:
    """What the environment says.

    Attributes:
        database: File of the database (``KASIPKOR_DB``), or the shared store
            (``KASIPKOR_STORE``), as ``ducklake:postgres:dbname=kasipkor host=db``.
        folder: Where a shared store keeps its Parquet files (``KASIPKOR_FOLDER``), a folder or a
            bucket as ``s3://bucket/prefix``, asked for when it is made; empty: not said.
        actor: Who acts at the command line (``KASIPKOR_ACTOR`` or the system user).
        lang: Language of the command line (``KASIPKOR_LANG``): kk, ru or en.
        asks_identity: People must sign in whatever the server listens on
            (``KASIPKOR_IDENTITY=on``).
        address: Where people reach the server (``KASIPKOR_ADDRESS``), for links that are sent;
            empty when it is not said.
        secrets: File that says at which providers people sign in (``KASIPKOR_SECRETS``); without
            it Streamlit looks for ``.streamlit/secrets.toml``.
        smtp: Mail server that notices go through (``KASIPKOR_SMTP``), as
            ``smtp://user:password@host:587``; empty: none.
        sender: The address they come from (``KASIPKOR_SENDER``).
        templates: Folder of an organiser's own layouts (``KASIPKOR_TEMPLATES``).
        trusted: Folder of the certificates whose electronic signatures are believed
            (``KASIPKOR_TRUSTED``).
        backup: Folder that a running server makes backups into (``KASIPKOR_BACKUP``).
        backup_every: Minutes between two of them (``KASIPKOR_BACKUP_MINUTES``).
        metrics_token: With it ``/metrics`` answers other computers (``KASIPKOR_METRICS_TOKEN``).
        logs_json: What the server says about itself is JSON lines (``KASIPKOR_LOG=json``).
    """

    database: str
    folder: str
    actor: str
    lang: Lang
    asks_identity: bool
    address: str
    secrets: Path | None
    smtp: str
    sender: str
    templates: Path | None
    trusted: Path | None
    backup: Path | None
    backup_every: int
    metrics_token: str
    logs_json: bool


@dataclass(frozen=True)
class BucketSettings:
    """What the environment says of a bucket, by the names that every program for S3 reads.

    Attributes:
        endpoint: Where it is asked (``AWS_ENDPOINT_URL_S3`` or ``AWS_ENDPOINT_URL``), as
            ``https://minio.example.kz:9000``; empty: at Amazon.
        region: Its region (``AWS_REGION`` or ``AWS_DEFAULT_REGION``).
        key: Name of the key (``AWS_ACCESS_KEY_ID``); empty: not said.
        secret: The key (``AWS_SECRET_ACCESS_KEY``).
        token: What a key for a short time has besides (``AWS_SESSION_TOKEN``); empty: nothing.
    """

    endpoint: str
    region: str
    key: str
    secret: str = field(repr=False)
    token: str = field(repr=False)


def read_bucket_settings() -> BucketSettings:
    """Read the environment now."""
    return BucketSettings(
        endpoint=_read_first("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"),
        region=_read_first("AWS_REGION", "AWS_DEFAULT_REGION") or _REGION,
        key=_read_first("AWS_ACCESS_KEY_ID"),
        secret=_read_first("AWS_SECRET_ACCESS_KEY"),
        token=_read_first("AWS_SESSION_TOKEN"),
    )


def read_settings() -> Settings:
    """Read the environment now."""
    return Settings(
        database=_read_place(),
        folder=os.environ.get("KASIPKOR_FOLDER", ""),
        actor=os.environ.get("KASIPKOR_ACTOR") or _user(),
        lang=_read_lang(),
        asks_identity=os.environ.get("KASIPKOR_IDENTITY", "").lower() in _ON,
        address=os.environ.get("KASIPKOR_ADDRESS", "").rstrip("/"),
        secrets=_read_path("KASIPKOR_SECRETS"),
        smtp=os.environ.get("KASIPKOR_SMTP", ""),
        sender=os.environ.get("KASIPKOR_SENDER", ""),
        templates=_read_path("KASIPKOR_TEMPLATES"),
        trusted=_read_path("KASIPKOR_TRUSTED"),
        backup=_read_path("KASIPKOR_BACKUP"),
        backup_every=_read_minutes("KASIPKOR_BACKUP_MINUTES"),
        metrics_token=os.environ.get("KASIPKOR_METRICS_TOKEN", ""),
        logs_json=os.environ.get("KASIPKOR_LOG", "").lower() == "json",
    )


def _read_place() -> str:
    named = _read_first("KASIPKOR_STORE", "KASIPKOR_DB")
    return named or str(house.DATA / "kasipkor.duckdb")


def _read_first(*names: str) -> str:
    """Return the first of several variables that is said; empty: none is."""
    return next((said for name in names if (said := os.environ.get(name))), "")


@cache
def _user() -> str:
    """Return the system's user: looking it up reads a file, and every page asks who acts."""
    return getpass.getuser()


def _read_lang() -> Lang:
    asked = os.environ.get("KASIPKOR_LANG", "")
    return next((lang for lang in get_args(Lang) if lang == asked), "kk")


def _read_path(name: str) -> Path | None:
    asked = os.environ.get(name)
    return Path(asked) if asked else None


def _read_minutes(name: str) -> int:
    asked = os.environ.get(name, "")
    return int(asked) if asked.isdecimal() and int(asked) else _AN_HOUR


def is_here(host: str) -> bool:
    """Tell whether a host is reached from this computer only."""
    return host in (HERE, *LOOPBACK)

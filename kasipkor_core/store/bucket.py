"""Where a lake keeps its files: a folder that every server mounts, or a bucket as of S3."""

from pathlib import Path
from urllib.parse import urlsplit

import duckdb

from kasipkor_core.errors import Refused
from kasipkor_core.settings import read_bucket_settings
from kasipkor_core.store.tables import escape

_SCHEME = "s3://"
_SETTINGS = (  # a bucket that swallows everything is told after half a minute
    "set global http_timeout = 10",  # seconds
    "set global http_retries = 2",
)
_AWAY = (  # the extension reads the environment by itself and shows it to whoever asks DuckDB
    "reset global s3_access_key_id",
    "reset global s3_secret_access_key",
    "reset global s3_session_token",
)
_PROBE = "from glob('{folder}kasipkor*')"  # nothing begins so: a short answer, or none


def is_bucket(folder: str) -> bool:
    """Tell whether the folder of a lake is a bucket."""
    return folder.startswith(_SCHEME)


def name_folder(folder: str) -> str:
    """Return the folder as the lake keeps it: with its end, and the same for every server."""
    return f"{folder.rstrip('/') if is_bucket(folder) else Path(folder).resolve()}/"


def hide_keys(connection: duckdb.DuckDBPyConnection) -> None:
    """Let DuckDB forget the keys that its extension found in the environment."""
    for statement in _AWAY:
        connection.execute(statement)


def open_folder(connection: duckdb.DuckDBPyConnection, folder: str) -> None:
    """Let a connection into the folder of a lake, and look whether it is reached.

    Args:
        connection: With the extensions of a lake.
        folder: As ``name_folder`` returns it.

    Raises:
        Refused: the keys of a bucket are not said, or it does not answer.
    """
    if not is_bucket(folder):
        return
    for setting in _SETTINGS:
        connection.execute(setting)
    given = _read_secret() | {"scope": folder}
    told = ", ".join(f"{name} ${name}" for name in given)
    connection.execute(f"create or replace temporary secret shared_bucket (type s3, {told})", given)
    refuse_unreached(connection, folder)


def refuse_unreached(connection: duckdb.DuckDBPyConnection, folder: str) -> None:
    """Refuse a folder that this server does not reach.

    Raises:
        Refused: it does not; the message says what to do.
    """
    if not is_bucket(folder):
        if not Path(folder).is_dir():
            raise Refused(
                "The folder {folder} of the shared store is not there. Mount it on this server "
                "under the same name as on the others.",
                folder=folder,
            )
        return
    try:
        connection.execute(_PROBE.format(folder=escape(folder))).fetchall()
    except duckdb.Error as error:
        raise Refused(
            "The bucket {folder} of the shared store does not answer. Check its name, "
            "AWS_ENDPOINT_URL, AWS_REGION and the keys in AWS_ACCESS_KEY_ID and "
            "AWS_SECRET_ACCESS_KEY.",
            folder=folder,
        ) from error


def _read_secret() -> dict[str, str | bool]:
    """Return the options of a secret, as the environment says them."""
    said = read_bucket_settings()
    if not (said.key and said.secret):
        raise Refused(
            "The shared store keeps its files in a bucket: say its keys in AWS_ACCESS_KEY_ID and "
            "AWS_SECRET_ACCESS_KEY."
        )
    given: dict[str, str | bool] = {
        "key_id": said.key,
        "secret": said.secret,
        "region": said.region,
    }
    if said.token:
        given["session_token"] = said.token
    if said.endpoint:
        place = urlsplit(said.endpoint)
        if place.scheme not in ("http", "https") or not place.netloc or place.path.strip("/"):
            raise Refused("AWS_ENDPOINT_URL is written as https://HOST or http://HOST:PORT.")
        given |= {
            "endpoint": place.netloc,
            "use_ssl": place.scheme == "https",
            "url_style": "path",
        }
    return given

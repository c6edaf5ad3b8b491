"""The database that runs in a reader's browser: pinned files of npm packages, with licences."""

import gzip
import hashlib
import tomllib
import zlib
from pathlib import Path

from kasipkor_core import house
from kasipkor_core.errors import Refused

ENGINE = "duckdb.wasm.packed"  # gzipped, under a name that no server unpacks on its way
_FOLDER = house.DATA / "query"
_LICENCE = "LICENSE-duckdb.txt"  # the package itself has none


def read_engine(folder: Path) -> dict[str, bytes]:
    """Return the files by name, as ``.ci/query.py`` fetched them; each is the pinned one.

    Raises:
        Refused: a file is missing or has other bytes.
    """
    pins = tomllib.loads((_FOLDER / "engine.toml").read_text(encoding="utf-8"))
    files = {
        pin["name"]: _read(folder / pin["name"], pin["sha256"])
        for package in pins["packages"]
        for pin in package["files"]
    }
    return files | {_LICENCE: (_FOLDER / _LICENCE).read_bytes()}


def _read(file: Path, sha256: str) -> bytes:
    try:
        body = file.read_bytes()
        plain = gzip.decompress(body) if file.name == ENGINE else body
    except (OSError, EOFError, zlib.error):
        plain = b""
    if hashlib.sha256(plain).hexdigest() != sha256:
        raise Refused(
            "{file} is missing or is not the file it should be. Fetch the database of the query "
            "page anew with make query.",
            file=file,
        )
    return body

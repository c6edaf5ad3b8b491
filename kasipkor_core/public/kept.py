"""Files of the public board as they lie in memory: packed, with their tag, ready to be sent."""

import gzip
import hashlib
from dataclasses import dataclass

_TAG = 20  # hexadecimal digits
_LEVEL = 6
_TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "txt": "text/plain; charset=utf-8",
    "woff2": "font/woff2",
}


@dataclass(frozen=True)
class Kept:
    """One file.

    Attributes:
        packed: Its bytes, gzipped: nearly every browser takes them so.
        tag: What its ETag says; the same bytes have the same tag wherever they are made.
        media_type: What it is.
    """

    packed: bytes
    tag: str
    media_type: str

    @property
    def body(self) -> bytes:
        """Return the bytes as they are."""
        return gzip.decompress(self.packed)


def keep(path: str, body: bytes) -> Kept:
    """Return a file to be kept; its name's ending says what it is."""
    return Kept(
        packed=gzip.compress(body, compresslevel=_LEVEL, mtime=0),
        tag=write_tag(body),
        media_type=_TYPES[path.rpartition(".")[2]],
    )


def write_tag(body: bytes) -> str:
    """Return the ETag of a file; weak, for packed and unpacked are one to it."""
    return f'W/"{hashlib.sha256(body).hexdigest()[:_TAG]}"'

"""A package: what a venue did since its copy, as one signed file that anybody can check.

A zip with a Parquet file a table, a manifest that names every file with its hash, and the
signature of the manifest. It holds personal data; sealed, it opens for the office alone that lent
the copy.
"""

import base64
import hashlib
import io
import json
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kasipkor_core.errors import Damaged, Refused
from kasipkor_core.store.venues.unpacking import (
    read_file,
    read_tables,
    refuse_unsafe,
    write_table,
)

_FORMAT = 1
_MANIFEST, _SIGNATURE = "manifest.json", "manifest.sig"
_SEALED = b"kasipkor sealed package 1\n"
_KEY, _NONCE = 32, 12
_BROKEN = (  # what zipfile, json and Parquet say of bytes that are not what was written
    ValueError,
    KeyError,
    TypeError,
    OSError,
    EOFError,
    RuntimeError,  # a bit that says: encrypted, or packed in another way
    MemoryError,
    OverflowError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    pa.ArrowException,
)


@dataclass(frozen=True)
class Manifest:
    """What a package says of itself.

    Attributes:
        venue: Whose it is, as people call it.
        public_key: Ed25519, hexadecimal: signs the package.
        base_batch_no: The last batch that both ledgers have.
        base_sha256: Its hash.
        head_batch_no: The newest batch in it, as the venue numbers it.
        head_sha256: Its hash.
        exported_at_us: When it was made by the venue's clock, microseconds since 1970 UTC.
        migration: Newest migration of the venue's ledger: what its tables look like.
    """

    venue: str
    public_key: str
    base_batch_no: int
    base_sha256: str
    head_batch_no: int
    head_sha256: str
    exported_at_us: int
    migration: str


@dataclass(frozen=True)
class Package:
    """An opened package.

    Attributes:
        manifest: What it says of itself.
        tables: Rows by table, ``ledger.mark``, as the venue numbers them.
        sha256: Hash of the file.
    """

    manifest: Manifest
    tables: Mapping[str, pa.Table]
    sha256: str


def draw_keys() -> tuple[bytes, str]:
    """Return a fresh key that signs packages: private, and public in hexadecimal."""
    key = Ed25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw().hex()


def draw_office_keys() -> tuple[bytes, str]:
    """Return a fresh key for which packages are sealed: private, and public in hexadecimal."""
    key = X25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw().hex()


def find_public(secret: bytes) -> str:
    """Return the public half of a key that signs packages, hexadecimal."""
    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw().hex()


def write_package(
    manifest: Manifest, tables: Mapping[str, pa.Table], *, secret: bytes, office_key: str | None
) -> bytes:
    """Return a package as bytes.

    Args:
        manifest: What it says of itself.
        tables: Rows by table.
        secret: The venue's private key.
        office_key: Public key for whose owner it is sealed; null: whoever has it can read it.
    """
    files = {f"{name}.parquet": write_table(table) for name, table in sorted(tables.items())}
    hashes = {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}
    said = {"kasipkor_package": _FORMAT, **asdict(manifest), "files": hashes}
    body = json.dumps(said, ensure_ascii=False, indent=1).encode()
    signature = base64.b64encode(Ed25519PrivateKey.from_private_bytes(secret).sign(body))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in {_MANIFEST: body, _SIGNATURE: signature, **files}.items():
            target.writestr(name, content)
    return packed.getvalue() if office_key is None else _seal(packed.getvalue(), office_key)


def read_package(data: bytes, *, office_secret: bytes | None) -> Package:
    """Return a package after its signature and every byte of it were found to hold.

    Whether the key that signed it is one to be believed is for the caller to ask.

    Args:
        data: The file.
        office_secret: Private key that opens what is sealed for this office.

    Raises:
        Damaged: a byte was changed, a file is missing, or it is no package.
        Refused: it is sealed for another office, made by another version, or holds more than
            memory can or what no venue packs.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    if data.startswith(_SEALED):
        data = _open(data, office_secret)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            refuse_unsafe(source)
            said = _read_manifest(source)
            files = {name: read_file(source, name) for name in said["files"]}
            extra = set(source.namelist()) - {*files, _MANIFEST, _SIGNATURE}
        if extra or any(_differs(files[name], said["files"][name]) for name in files):
            raise _damaged()
        manifest = Manifest(**{name: said[name] for name in Manifest.__dataclass_fields__})
        tables = read_tables({name.removesuffix(".parquet"): files[name] for name in files})
    except _BROKEN as error:
        raise _damaged() from error
    return Package(manifest, tables, sha256)


def _read_manifest(source: zipfile.ZipFile) -> dict[str, Any]:
    body, signature = read_file(source, _MANIFEST), read_file(source, _SIGNATURE)
    said: dict[str, Any] = json.loads(body)
    if said["kasipkor_package"] != _FORMAT:
        raise Refused("The package was made by another version of Kasipkor. Bring both to one.")
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(said["public_key"]))
    try:
        key.verify(base64.b64decode(signature, validate=True), body)
    except InvalidSignature as error:
        raise _damaged() from error
    return said


def _differs(body: bytes, sha256: str) -> bool:
    return hashlib.sha256(body).hexdigest() != sha256


def _seal(data: bytes, office_key: str) -> bytes:
    """Encrypt for the owner of a key: a fresh X25519 exchange, HKDF-SHA256, AES-256-GCM."""
    own = X25519PrivateKey.generate()
    public = own.public_key().public_bytes_raw()
    shared = own.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(office_key)))
    nonce = os.urandom(_NONCE)
    cipher = AESGCM(_derive(shared, public)).encrypt(nonce, data, _SEALED)
    return _SEALED + public + nonce + cipher


def _open(data: bytes, office_secret: bytes | None) -> bytes:
    rest = data.removeprefix(_SEALED)
    public, nonce, cipher = rest[:_KEY], rest[_KEY : _KEY + _NONCE], rest[_KEY + _NONCE :]
    try:
        own = X25519PrivateKey.from_private_bytes(office_secret or b"")
        shared = own.exchange(X25519PublicKey.from_public_bytes(public))
        return AESGCM(_derive(shared, public)).decrypt(nonce, cipher, _SEALED)
    except (InvalidTag, ValueError) as error:
        raise Refused(
            "The package does not open: it is sealed for the office that lent the copy, or it was "
            "changed on the way. Merge it there, or let the venue pack again with --open."
        ) from error


def _derive(shared: bytes, public: bytes) -> bytes:
    return HKDF(SHA256(), _KEY, salt=public, info=_SEALED).derive(shared)


def _damaged() -> Damaged:
    return Damaged(
        "The package is not what the venue signed: it was changed or cut off on the way. Copy it "
        "again, or let the venue pack again. Nothing was written."
    )

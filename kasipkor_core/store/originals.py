"""The files as they came: kept compressed, and encrypted where they hold personal data."""

import hashlib
import os
from collections.abc import Iterable
from typing import Any

import duckdb
import pyarrow as pa
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kasipkor_core import access
from kasipkor_core.errors import Damaged, NotAllowed, NotFound
from kasipkor_core.fetching import fetch
from kasipkor_core.store.batch import Batch
from kasipkor_core.store.connect import Store
from kasipkor_core.store.entitled import refuse_unentitled

_NONCE = 12
_CODEC = pa.Codec("zstd")
_BROKEN = (InvalidTag, ValueError, OSError, pa.ArrowException, MemoryError, OverflowError)
_KNOWN = "select bytes from ledger.original where file_sha256 = $file_sha256"
_KEEP = "insert into ledger.original values ($file_sha256, $is_encrypted, $bytes)"
_KEEP_KEY = "insert into private.file_key values ($file_sha256, $key)"
_READ = """
    select batch.file_sha256, original.is_encrypted, original.bytes, file_key.key
    from ledger.batch as batch
    inner join ledger.original as original on original.file_sha256 = batch.file_sha256
    left join private.file_key as file_key on file_key.file_sha256 = batch.file_sha256
    where batch.batch_no = $batch_no
"""
_TOUCHED = "select distinct contest_no from ledger.force where batch_no = $batch_no"
_BOUND = b"\x00bound\x00"  # marks a cipher that opens at its own place only
_CONTACTS = "select name_no, field, value from ready_contact order by name_no, field"

_ADVANCING = """
    select named.name_no, advancing.from_name_no, contact.field, contact.cipher, key.key
    from ready_entry_fact as advancing
    inner join named_entry_fact as named on named.source_row = advancing.source_row
    inner join private.contact as contact on contact.name_no = advancing.from_name_no
    inner join private.key as key on key.name_no = advancing.from_name_no
    order by all
"""


def hash_bytes(data: bytes) -> str:
    """Return the SHA-256 of the bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def keep_original(batch: Batch, data: bytes, *, file_sha256: str, is_personal: bool) -> str:
    """Keep the bytes of a file once, under their hash; return the hash of what is kept."""
    known = batch.cursor.execute(_KNOWN, {"file_sha256": file_sha256}).fetchone()
    if known:
        return hash_bytes(known[0])
    kept = _pack(data)
    if is_personal:
        key = AESGCM.generate_key(bit_length=256)
        kept = _encrypt(key, kept)
        batch.cursor.execute(_KEEP_KEY, {"file_sha256": file_sha256, "key": key})
    batch.cursor.execute(
        _KEEP, {"file_sha256": file_sha256, "is_encrypted": is_personal, "bytes": kept}
    )
    return hash_bytes(kept)


def read_original(
    store: Store,
    batch_no: int,
    *,
    role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
) -> bytes:
    """Return the bytes of the file a batch came from, as they were uploaded.

    Args:
        store: The open ledger.
        batch_no: The batch.
        role: Role of the reader.
        scope: The place that the role is given for.

    Raises:
        NotAllowed: the file is about more than that place.
        NotFound: the batch came from no file, or its key was destroyed.
        Damaged: the kept bytes are not the ones that were kept.
    """
    cursor = store.cursor()
    try:
        _refuse_elsewhere(cursor, batch_no, role, scope)
        row = cursor.execute(_READ, {"batch_no": batch_no}).fetchone()
    finally:
        cursor.close()
    if not row:
        raise NotFound("Batch {batch_no} has no file.", batch_no=batch_no)
    file_sha256, is_encrypted, kept, key = row
    if is_encrypted and key is None:
        raise NotFound("The file of batch {batch_no} was erased.", batch_no=batch_no)
    data = unpack_original(kept, key if is_encrypted else None, batch_no=batch_no)
    if hash_bytes(data) != file_sha256:
        raise _damaged(batch_no)
    return data


def sees_original(store: Store, batch_no: int, *, role: str, scope: access.Scope) -> bool:
    """Tell whether all that the file of a batch is about lies where the role holds."""
    cursor = store.cursor()
    try:
        _refuse_elsewhere(cursor, batch_no, role, scope)
    except NotAllowed:
        return False
    finally:
        cursor.close()
    return True


def _refuse_elsewhere(
    cursor: duckdb.DuckDBPyConnection, batch_no: int, role: str, scope: access.Scope
) -> None:
    touched = cursor.execute(_TOUCHED, {"batch_no": batch_no}).fetchall()
    contests = [int(contest_no) for (contest_no,) in touched]
    refuse_unentitled(cursor, role=role, scope=scope, contests=contests, batches=[batch_no])


def unpack_original(kept: bytes, key: bytes | None, *, batch_no: int) -> bytes:
    """Return the plain bytes of what is kept.

    Raises:
        Damaged: they cannot be unpacked: something changed them.
    """
    try:
        packed = _decrypt(key, kept) if key else kept
        size = int.from_bytes(packed[:8], "big")
        return bytes(_CODEC.decompress(packed[8:], decompressed_size=size, asbytes=True))
    except _BROKEN as error:
        raise _damaged(batch_no) from error


def decrypt_contact(cipher: bytes, key: bytes, *, name_no: int, field: str) -> str | None:
    """Return a phone, an e-mail or a birth date; null when it was tampered with or moved.

    Args:
        cipher: What is kept. Those of former versions carry no mark and are bound to no place.
        key: The key of the person.
        name_no: Whose it is.
        field: Which contact it is.
    """
    try:
        if cipher.startswith(_BOUND):
            place = _name_place(name_no, field)
            return _decrypt(key, cipher.removeprefix(_BOUND), place).decode()
        return _decrypt(key, cipher).decode()
    except (InvalidTag, ValueError):  # other bytes, or a key of another length
        return None


def rebind_contact(
    cipher: bytes, key: bytes, *, name_no: int, new_name_no: int, field: str
) -> bytes | None:
    """Return a contact encrypted for a row of another number; null when it does not open."""
    value = decrypt_contact(cipher, key, name_no=name_no, field=field)
    return None if value is None else _bind(value, key, name_no=new_name_no, field=field)


def encrypt_contacts(batch: Batch) -> None:
    """Encrypt what ``ready_contact`` holds, under a new key per person.

    Phone, e-mail and birth date are read by Python only, by role; destroying the key erases them.
    """
    _keep_contacts(batch, fetch(batch.cursor.sql(_CONTACTS)).to_pylist())


def copy_contacts(batch: Batch) -> None:
    """Encrypt what is known of the members who advance anew, for their new names.

    Runs after ``entry_fact.sql``; reads ``ready_entry_fact`` as ``advancing.sql`` makes it.
    """
    rows = fetch(batch.cursor.sql(_ADVANCING)).to_pylist()
    for row in rows:
        row["value"] = decrypt_contact(
            row["cipher"], row["key"], name_no=row["from_name_no"], field=row["field"]
        )
    _keep_contacts(batch, [row for row in rows if row["value"] is not None])


def _keep_contacts(batch: Batch, contacts: list[dict[str, Any]]) -> None:
    keys = {row["name_no"]: AESGCM.generate_key(bit_length=256) for row in contacts}
    _insert(batch, "private.key", ({"name_no": no, "key": key} for no, key in keys.items()))
    ciphers = (
        {
            "name_no": row["name_no"],
            "field": row["field"],
            "cipher": _bind(
                str(row["value"]), keys[row["name_no"]], name_no=row["name_no"], field=row["field"]
            ),
        }
        for row in contacts
    )
    _insert(batch, "private.contact", ciphers)


def _bind(value: str, key: bytes, *, name_no: int, field: str) -> bytes:
    return _BOUND + _encrypt(key, value.encode(), _name_place(name_no, field))


def _name_place(name_no: int, field: str) -> bytes:
    """Return what a cipher is bound to: it opens in this row, as this kind of contact, only."""
    return f"{name_no}\n{field}".encode()


def _insert(batch: Batch, table: str, rows: Iterable[dict[str, object]]) -> None:
    listed = list(rows)
    if listed:
        batch.cursor.from_arrow(pa.Table.from_pylist(listed)).insert_into(table)


def _pack(data: bytes) -> bytes:
    return len(data).to_bytes(8, "big") + bytes(_CODEC.compress(data, asbytes=True))


def _encrypt(key: bytes, data: bytes, place: bytes | None = None) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, place)


def _decrypt(key: bytes, data: bytes, place: bytes | None = None) -> bytes:
    return AESGCM(key).decrypt(data[:_NONCE], data[_NONCE:], place)


def _damaged(batch_no: int) -> Damaged:
    return Damaged(
        "The kept file of batch {batch_no} is not the one that was uploaded. Restore a backup.",
        batch_no=batch_no,
    )

"""Checking a document: by its number, by its file, or without us by its code and our key."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kasipkor_core.documents import signing
from kasipkor_core.documents.issuing import make_statement, read_rows
from kasipkor_core.store import Reader, Store, query, read_now

_WHERE = """
    select contest_no
    from mart.document_numbers
    where document = $document
"""
_OF_FILE = """
    select document
    from mart.document_numbers
    where file_sha256 = $sha256
"""


@dataclass(frozen=True)
class Answer:
    """What a check says.

    Attributes:
        document: Its number.
        kind: diploma, certificate, ...
        lang: Language it is written in.
        status: valid; superseded (what it states has changed since); revoked (taken back).
        contest: Contest id.
        entry: Entry id; null for the whole contest.
        name: Holder as the paper says it; null for the whole contest, or erased.
        award: Award code as the paper says it.
        issued_on: Day of issue, ISO 8601.
        batch_no: The facts are those of this batch.
        head_sha256: Hash of that batch.
        file_sha256: Hash of the file as it was issued.
        public_key: The key that signed, hexadecimal.
        is_signed: The signature is of this statement.
        newer: Number of the valid document in its place; null: none.
    """

    document: str
    kind: str
    lang: str
    status: str
    contest: str
    entry: str | None
    name: str | None
    award: str | None
    issued_on: str
    batch_no: int
    head_sha256: str
    file_sha256: str
    public_key: str
    is_signed: bool
    newer: str | None


def check(store: Store, what: str) -> Answer | None:
    """Return what is known of a document by its number, its code, or the path of its file."""
    path = Path(what)
    if path.suffix == ".pdf" and path.is_file():
        return check_file(store, path.read_bytes())
    return check_number(store, what.partition("?")[0].rpartition("/")[2])


def check_number(store: Store, text: str) -> Answer | None:
    """Return what is known of a document; None when there is no such number.

    Whoever has the number has the paper: the answer says what stands on it, and no more.

    Args:
        store: The open ledger.
        text: The number as it is printed, typed or scanned.
    """
    number, reader = signing.read_number(text), read_now(store)
    found = query(store, _WHERE, reader, document=number).to_pylist()
    if not found:
        return None
    rows = read_rows(store, "documents", reader, contest_no=found[0]["contest_no"])
    row = next(one for one in rows if one["document"] == number)
    return _answer(store, row, rows)


def check_file(store: Store, data: bytes) -> Answer | None:
    """Return what is known of a file; None when no document has exactly these bytes."""
    sha256 = hashlib.sha256(data).hexdigest()
    found = query(store, _OF_FILE, read_now(store), sha256=sha256).to_pylist()
    return check_number(store, found[0]["document"]) if found else None


def check_offline(code: str, public_key: str, *, name: str | None = None) -> bool:
    """Say whether a QR code was signed by a key, and is about the printed name; needs no ledger.

    Args:
        code: What the QR code says.
        public_key: Public half of the key, hexadecimal.
        name: The name on the paper, as it is printed; not compared when left out.

    Raises:
        Refused: the text is no code of ours.
    """
    statement, signature = signing.read_link(code)
    is_named = name is None or statement.name_digest == signing.digest_name(statement.salt, name)
    return is_named and signing.holds(statement, signature, public_key)


def _answer(store: Store, row: dict[str, Any], rows: list[dict[str, Any]]) -> Answer:
    then = Reader(as_of=row["as_of_batch_no"])
    stated = next(
        one
        for one in read_rows(store, "issuable", then, contest_no=row["contest_no"])
        if (one["kind"], one["entry_no"]) == (row["kind"], row["entry_no"])
    )
    head = {"batch_no": row["as_of_batch_no"], "sha256": row["head_sha256"]}
    statement = make_statement(stated, head, number=row["document"], salt=row["salt"] or "")
    return Answer(
        document=row["document"],
        kind=row["kind"],
        lang=row["lang"],
        status=row["status"],
        contest=stated["contest"],
        entry=stated["entry"],
        name=stated["name"],
        award=stated["award"],
        issued_on=row["issued_on"].isoformat(),
        batch_no=row["as_of_batch_no"],
        head_sha256=row["head_sha256"],
        file_sha256=row["file_sha256"],
        public_key=row["public_key"],
        is_signed=signing.holds(statement, row["signature"], row["public_key"]),
        newer=_find_newer(row, rows),
    )


def _find_newer(row: dict[str, Any], rows: list[dict[str, Any]]) -> str | None:
    if row["status"] == "valid":
        return None
    same = ("kind", "entry_no", "lang")
    for one in rows:
        if one["status"] == "valid" and all(one[key] == row[key] for key in same):
            return str(one["document"])
    return None

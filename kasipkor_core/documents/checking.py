"""Checking a document: by its number, by its file, or without us by its code and our key."""

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from kasipkor_core.documents import signing
from kasipkor_core.documents.attaching import Attached, list_attached
from kasipkor_core.documents.issuing import make_statement, read_rows
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import mark, to_local
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
_CHANGES = """
    select batch_no, recorded_at
    from mart.document_changes
    where document = $document
    order by batch_no desc
"""
_MOST = 50  # acts looked back over for the day of a change; a signed contest sees a few
Code = Literal["holds", "forged"]
FORGED = mark(
    "The code is not the one we signed for this document: it was changed, or the paper is forged. "
    "Only what is said here holds."
)
UNSIGNED = mark(
    "The signature kept with this document is not of what it states. Tell whoever issued it."
)
ERASED = mark(
    "The personal data behind this document were erased, so that nobody can compare it with the "
    "result any more."
)


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
        stated_batch_no: That batch as the paper calls it: paper of a venue has the number it had
            there.
        head_sha256: Hash of that batch, as the paper says it.
        file_sha256: Hash of the file as it was issued.
        public_key: The key that signed, hexadecimal.
        is_signed: The signature in the ledger is of this statement; null: it cannot be told, for
            what it covers was erased.
        code: What the address or QR code says of itself: ``holds`` (signed, and to the letter what
            the ledger says), ``forged`` (anything else); null: there was none.
        changed_on: Day since which it is superseded or revoked, ISO 8601; null: valid, or unknown.
        newer: Number of the valid document in its place; null: none.
        attached: Electronic signatures made elsewhere.
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
    stated_batch_no: int
    head_sha256: str
    file_sha256: str
    public_key: str
    is_signed: bool | None
    code: Code | None
    changed_on: str | None
    newer: str | None
    attached: tuple[Attached, ...]


def check(store: Store, what: str) -> Answer | None:
    """Return what is known of a document by its number, its code, or the path of its file.

    Whoever asks here has the ledger: the numbers of signers are whole.
    """
    path = Path(what)
    if path.suffix == ".pdf" and path.is_file():
        return check_file(store, path.read_bytes(), is_open=True)
    return check_number(store, what, is_open=True)


def check_number(store: Store, text: str, *, is_open: bool = False) -> Answer | None:
    """Return what is known of a document; None when there is no such number.

    Whoever has the number has the paper: the answer says what stands on it, and no more. What an
    address says after the number is compared with the ledger, never shown.

    Args:
        store: The open ledger.
        text: The number as it is printed or typed, or all that the QR code says.
        is_open: Whole numbers of the persons who signed; else their end only.
    """
    number, code = signing.split_link(text)
    reader = read_now(store)
    found = query(store, _WHERE, reader, document=number).to_pylist()
    if not found:
        return None
    rows = read_rows(store, "documents", reader, contest_no=found[0]["contest_no"])
    row = next(one for one in rows if one["document"] == number)
    attached = list_attached(store, row["contest_no"], document=number)
    shown = attached if is_open else [one.hide() for one in attached]
    return replace(_answer(store, row, rows, code), attached=tuple(shown))


def check_file(store: Store, data: bytes, *, is_open: bool = False) -> Answer | None:
    """Return what is known of a file; None when no document has exactly these bytes."""
    sha256 = hashlib.sha256(data).hexdigest()
    found = query(store, _OF_FILE, read_now(store), sha256=sha256).to_pylist()
    return check_number(store, found[0]["document"], is_open=is_open) if found else None


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


def _answer(
    store: Store, row: dict[str, Any], rows: list[dict[str, Any]], code: str | None
) -> Answer:
    stated = _read_stated(store, row)
    head = {"batch_no": row["stated_batch_no"], "sha256": row["head_sha256"]}
    statement = make_statement(stated, head, number=row["document"], salt=row["salt"] or "")
    is_signed = signing.holds(statement, row["signature"], row["public_key"])
    is_erased = row["salt"] is None or (stated["entry_no"] is not None and stated["name"] is None)
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
        stated_batch_no=row["stated_batch_no"],
        head_sha256=row["head_sha256"],
        file_sha256=row["file_sha256"],
        public_key=row["public_key"],
        is_signed=None if is_erased and not is_signed else is_signed,
        code=_judge_code(code, statement, row, is_erased=is_erased) if code else None,
        changed_on=_find_day(store, row),
        newer=_find_newer(row, rows),
        attached=(),
    )


def _read_stated(store: Store, row: dict[str, Any]) -> dict[str, Any]:
    """Return what the paper was made from; without its person when that is not there any more."""
    then = Reader(as_of=row["as_of_batch_no"])
    for one in read_rows(store, "issuable", then, contest_no=row["contest_no"]):
        if (one["kind"], one["entry_no"]) == (row["kind"], row["entry_no"]):
            return one
    return {**row, "name": None, "award": None}


def _judge_code(
    code: str, statement: signing.Statement, row: dict[str, Any], *, is_erased: bool
) -> Code:
    """Say whether a code is the one on the paper: signed by its key, and what the ledger says."""
    try:
        said, signature = signing.read_link(f"{row['document']}?{code}")
    except Refused:
        return "forged"
    if is_erased:  # salt and digest of the name stand on the paper alone now
        statement = replace(statement, salt=said.salt, name_digest=said.name_digest)
    is_same = said == statement and signature == row["signature"]
    return "holds" if is_same and signing.holds(said, signature, row["public_key"]) else "forged"


def _find_day(store: Store, row: dict[str, Any]) -> str | None:
    """Return the day since which a document does not hold: asked act by act, from the newest."""
    if row["status"] == "revoked":
        return _write_day(row["revoked_at"])
    if row["status"] == "valid" or row["salt"] is None:
        return None
    changes = query(store, _CHANGES, read_now(store), document=row["document"]).to_pylist()
    for change in changes[:_MOST]:
        then = Reader(as_of=change["batch_no"] - 1)
        rows = read_rows(store, "documents", then, contest_no=row["contest_no"])
        if any(one["document"] == row["document"] and one["status"] == "valid" for one in rows):
            return _write_day(change["recorded_at"])
    return None


def _write_day(moment: dt.datetime | None) -> str | None:
    return to_local(moment).date().isoformat() if moment else None


def _find_newer(row: dict[str, Any], rows: list[dict[str, Any]]) -> str | None:
    if row["status"] == "valid":
        return None
    same = ("kind", "entry_no", "lang")
    for one in rows:
        if one["status"] == "valid" and all(one[key] == row[key] for key in same):
            return str(one["document"])
    return None

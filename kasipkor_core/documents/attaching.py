"""Electronic signatures of issued documents: attached, read again, and judged each time anew."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kasipkor_core import access
from kasipkor_core.documents.cms import Signer, list_signers, strip_armour
from kasipkor_core.documents.issuing import read_rows, set_files
from kasipkor_core.documents.reprinting import reprint
from kasipkor_core.documents.signing import read_number
from kasipkor_core.documents.trusting import read_trusted
from kasipkor_core.errors import Damaged, NotFound, Refused
from kasipkor_core.settings import read_settings
from kasipkor_core.store import (
    Store,
    append_attached_signature,
    query,
    read_now,
    read_original,
)

_WHERE = "select contest_no from mart.document_numbers where document = $document"


@dataclass(frozen=True)
class Attached:
    """A signature that is attached to a document.

    Attributes:
        document: Number of the document.
        batch_no: The batch that attached it.
        data: Its binary form; empty when its key was destroyed or its bytes were altered.
        signers: Who signed, whole numbers included; none when it cannot be read any more.
    """

    document: str
    batch_no: int
    data: bytes
    signers: tuple[Signer, ...]

    def hide(self) -> "Attached":
        """Return what may be shown to anybody: no bytes, no numbers of persons."""
        return replace(self, data=b"", signers=tuple(one.hide() for one in self.signers))


def attach_signature(
    store: Store,
    number: str,
    data: bytes,
    *,
    file_name: str,
    actor: str,
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
) -> int:
    """Attach a detached signature to an issued document; return the batch number.

    What cannot be reckoned here (GOST) is attached, and never called valid.

    Args:
        store: The open ledger.
        number: Number of the document, as printed or kept.
        data: The signature as DER, PEM or base64.
        file_name: What its file was called.
        actor: Who attaches.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Raises:
        NotAllowed: the role may not issue documents, or not there.
        NotFound: there is no such document.
        Refused: it is no detached signature, is of other bytes, or is attached already.
    """
    binary = strip_armour(data)
    row = _find_document(store, read_number(number))
    digests = {"sha256": row["file_sha256"], **_hash_again(store, row)}
    signers = list_signers(
        binary,
        _as_bytes(digests),
        trusted=read_trusted(read_settings().trusted),
        at=dt.datetime.now(dt.UTC),
    )
    if any(one.fit == "differs" for one in signers):
        raise Refused(
            "This signature is of other bytes than those of document {document}. Sign the file as "
            "it is downloaded here, and change nothing in it.",
            document=row["document"],
        )
    return append_attached_signature(
        store,
        row["document"],
        binary,
        file_name=file_name,
        document_sha384=digests.get("sha384"),
        document_sha512=digests.get("sha512"),
        actor=actor,
        actor_role=actor_role,
        scope=scope,
    )


def list_attached(store: Store, contest_no: int, *, document: str = "") -> list[Attached]:
    """Return the signatures attached to the documents of a contest, each judged as of now.

    Args:
        store: The open ledger.
        contest_no: Physical key of the contest.
        document: Number of the only document that is asked for; empty: all.
    """
    rows = read_rows(store, "attached_signatures", read_now(store), contest_no=contest_no)
    trusted = read_trusted(read_settings().trusted)
    return [
        _read(store, row, trusted) for row in rows if not document or row["document"] == document
    ]


def _read(store: Store, row: Mapping[str, Any], trusted: tuple[Any, ...]) -> Attached:
    number, batch_no = row["document"], row["batch_no"]
    names = ("sha256", "sha384", "sha512")
    digests = {name: row[f"document_{name}"] for name in names if row[f"document_{name}"]}
    try:
        data = read_original(store, batch_no)
        signers = list_signers(data, _as_bytes(digests), trusted=trusted, at=row["attached_at"])
    except (Damaged, NotFound, Refused):
        return Attached(number, batch_no, b"", ())
    return Attached(number, batch_no, data, signers)


def _find_document(store: Store, number: str) -> dict[str, Any]:
    reader = read_now(store)
    for found in query(store, _WHERE, reader, document=number).to_pylist():
        for row in read_rows(store, "documents", reader, contest_no=found["contest_no"]):
            if row["document"] == number:
                return row
    raise NotFound("There is no document {document}.", document=number)


def _hash_again(store: Store, row: dict[str, Any]) -> dict[str, str]:
    """Return the longer digests of the file as it was issued; none if it cannot be made again."""
    for file in set_files(reprint(store, [row])):
        if hashlib.sha256(file).hexdigest() == row["file_sha256"]:
            return {name: hashlib.new(name, file).hexdigest() for name in ("sha384", "sha512")}
    return {}


def _as_bytes(digests: Mapping[str, str]) -> dict[str, bytes]:
    return {name: bytes.fromhex(digest) for name, digest in digests.items()}

"""Electronic signatures made elsewhere, attached to issued documents."""

from kasipkor_core import access
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store.batch import Act, enter_force, open_batch, run_file, seal
from kasipkor_core.store.connect import Store
from kasipkor_core.store.originals import hash_bytes, keep_original

_DOCUMENT = "select for_contest_no from fact.document where document = $document"
_KNOWN = """
    select batch_no
    from fact.attached_signature
    where document = $document and file_sha256 = $file_sha256
"""


def append_attached_signature(
    store: Store,
    document: str,
    data: bytes,
    *,
    file_name: str,
    document_sha384: str | None,
    document_sha512: str | None,
    actor: str,
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
) -> int:
    """Attach a signature to an issued document; return the batch number.

    Args:
        store: The open ledger.
        document: Number of the document.
        data: The signature in its binary form; kept encrypted among the originals.
        file_name: What its file was called.
        document_sha384: SHA-384 of the document's file as it was issued; null: it is not there.
        document_sha512: SHA-512 of that file; null: it is not there.
        actor: Who attaches.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Raises:
        NotAllowed: the role may not issue documents, or not there.
        NotFound: there is no such document.
        Refused: this very signature is attached already.
    """
    file_sha256 = hash_bytes(data)
    keys = {"document": document, "file_sha256": file_sha256}
    digests = {"document_sha384": document_sha384, "document_sha512": document_sha512}
    with open_batch(store) as batch:
        row = batch.cursor.execute(_DOCUMENT, {"document": document}).fetchone()
        if row is None:
            raise NotFound("There is no document {document}.", document=document)
        if batch.cursor.execute(_KNOWN, keys).fetchone():
            raise Refused(
                "This signature is attached to document {document} already.", document=document
            )
        stored_sha256 = keep_original(batch, data, file_sha256=file_sha256, is_personal=True)
        run_file(batch, "attached_signature", **keys, **digests)
        act = Act(
            "document",
            actor,
            actor_role,
            file_name=file_name,
            file_sha256=file_sha256,
            stored_sha256=stored_sha256,
            scope=scope,
        )
        seal(batch, act, enter_force(batch), places=[row[0]])
    return batch.batch_no

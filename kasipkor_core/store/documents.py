"""Issued documents on the ledger: written together, taken back one by one."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from kasipkor_core import access
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store.batch import Act, Batch, enter_force, open_batch, run_file, seal
from kasipkor_core.store.connect import Store
from kasipkor_core.store.names import resolve_contest

_DUE = """
    select kind, coalesce(entry_no, -1), statement, coalesce(valid_in, [])
    from mart.due
    where contest_no = $contest_no
"""
_FINAL = "select is_final from mart.contests where contest_no = $contest_no"
_KNOWN = "select is_revoked from fact.document where document = $document"
_KEY = "select secret from app.document_key limit 1"
_NEW_KEY = "insert into app.document_key values ($public_key, $secret)"


@dataclass(frozen=True)
class MadeDocument:
    """A document ready to be issued; the columns of ``ledger.document``, and what it states.

    ``statement`` is compared with the facts once more if there were acts since, and not kept.
    """

    document: str
    kind: str
    lang: str
    for_contest_no: int
    entry_no: int | None
    as_of_batch_no: int
    salt: str
    statement: str
    statement_digest: str
    file_sha256: str
    issued_on: dt.date
    signature: str
    public_key: str


def append_documents(
    store: Store,
    contest: str,
    made: Sequence[MadeDocument],
    *,
    actor: str,
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
) -> int:
    """Write documents of one contest into the ledger; return the batch number.

    Documents that state the batch before this one state the facts of now: whoever made them read
    those. After any act since, result and statements are read once more before they are written.

    Args:
        store: The open ledger.
        contest: The contest they are about.
        made: What was made; at least one.
        actor: Who issues.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Raises:
        NotAllowed: the role may not issue, or not there.
        NotFound: there is no such contest.
        Refused: the result is not final, or changed while the documents were being made.
    """
    with open_batch(store) as batch:
        contest_no = resolve_contest(batch.cursor, contest)
        if any(one.as_of_batch_no < batch.batch_no - 1 for one in made):
            refuse_unsettled(batch, contest_no, contest)
            _refuse_changed(batch, contest_no, made)
        rows = [{**vars(one), "source_row": row} for row, one in enumerate(made, 1)]
        batch.cursor.register("made_document", pa.Table.from_pylist(rows))
        run_file(batch, "document")
        batch.cursor.unregister("made_document")
        act = Act("document", actor, actor_role, contest=contest, scope=scope)
        seal(batch, act, enter_force(batch), places=[contest_no])
    return batch.batch_no


def append_revocation(
    store: Store, document: str, *, actor: str, reason: str, actor_role: str = "operator"
) -> int:
    """Take one document back; return the batch number.

    Raises:
        NotFound: there is no such document.
        Refused: it was taken back already, or no reason is given.
    """
    if not reason.strip():
        raise Refused("Taking a document back needs a reason. Say in a few words why.")
    with open_batch(store) as batch:
        row = batch.cursor.execute(_KNOWN, {"document": document}).fetchone()
        if row is None:
            raise NotFound("There is no document {document}.", document=document)
        if row[0]:
            raise Refused("Document {document} was taken back already.", document=document)
        run_file(batch, "revocation", document=document)
        seal(batch, Act("document", actor, actor_role, reason=reason), enter_force(batch))
    return batch.batch_no


def refuse_unsettled(batch: Batch, contest_no: int, contest: str) -> None:
    """Refuse to issue papers about a result that is not final.

    Raises:
        Refused: the result is not final.
    """
    row = batch.cursor.execute(_FINAL, {"contest_no": contest_no}).fetchone()
    if not (row and row[0]):
        raise Refused(
            "The result of {contest} is not final. Sign it off, then issue documents.",
            contest=contest,
        )


def read_key(store: Store, draw: Callable[[], tuple[bytes, str]]) -> bytes:
    """Return the key that signs; drawn and kept at the first use.

    Args:
        store: The open ledger.
        draw: Draws a private key and its public half.
    """
    with store.writing() as cursor:
        row = cursor.execute(_KEY).fetchone()
        if row:
            return bytes(row[0])
        secret, public_key = draw()
        cursor.execute(_NEW_KEY, {"public_key": public_key, "secret": secret})
        return secret


def _refuse_changed(batch: Batch, contest_no: int, made: Sequence[MadeDocument]) -> None:
    rows = batch.cursor.execute(_DUE, {"contest_no": contest_no}).fetchall()
    now = {(kind, entry_no): (said, valid_in) for kind, entry_no, said, valid_in in rows}
    for one in made:
        key = (one.kind, -1 if one.entry_no is None else one.entry_no)
        statement, valid_in = now.get(key, (None, []))
        if statement != one.statement:
            raise Refused(
                "The result changed while the documents were being made. Nothing was issued: "
                "issue them again."
            )
        if one.lang in valid_in:
            raise Refused("All of these are issued and valid already. Nothing was written.")

"""A ledger taken back to a batch: a copy only, the office's own goes on by undoing."""

from kasipkor_core import house
from kasipkor_core.errors import Refused
from kasipkor_core.store.connect import Store
from kasipkor_core.store.query import read_head

_CUT = house.SQL / "restore" / "cut.sql"
_UP_TO = "set variable as_of = $up_to::integer"
_STAFF = "set variable audience = 'staff'"
_ERASED = """
    select batch_no
    from ledger.decision
    where kind = 'erase' and batch_no > $up_to
    order by batch_no desc
    limit 1
"""


def cut_back(store: Store, up_to: int) -> None:
    """Leave a ledger as it was when a batch was its newest; the next opening writes its file anew.

    Args:
        store: The open ledger; nobody else has it.
        up_to: That batch.

    Raises:
        Refused: there is no such batch, or something was erased after it.
    """
    head = read_head(store)
    if not 1 <= up_to <= head:
        raise Refused(
            "The backup holds batches 1 to {head}, not {batch_no}.", head=head, batch_no=up_to
        )
    cursor = store.cursor()
    try:
        cursor.execute("begin")
        erased = cursor.execute(_ERASED, {"up_to": up_to}).fetchone()
        if erased:
            raise Refused(
                "Batch {batch_no} erased personal data; a ledger from before would not know of "
                "it. Restore up to that batch or later.",
                batch_no=erased[0],
            )
        cursor.execute(_UP_TO, {"up_to": up_to})
        cursor.execute(_STAFF)
        cursor.execute(_CUT.read_text(encoding="utf-8"))
        cursor.execute("commit")
    finally:
        cursor.close()

"""What the public may read, and its version."""

import datetime as dt
from dataclasses import dataclass

from kasipkor_core.store.connect import Store
from kasipkor_core.store.query import Reader

_VERSION = """
    with
    renaming as (
        select line.batch_no
        from ledger.decision as decision
        inner join ledger.force as line
            on line.contest_no = decision.contest_no
            and line.subject_batch_no = decision.batch_no
        where decision.kind in ('erase', 'names')
    )

    select
        coalesce(max(batch_no), 0),
        epoch_us(max(recorded_at)),
        coalesce(left(max_by(sha256, batch_no), 12), ''),
        (select coalesce(max(batch_no), 0) from renaming)
    from ledger.batch
    where
        kind in ('publication', 'undo', 'merge')
        or batch_no in (select batch_no from renaming)
"""
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Published:
    """The version of everything that is published.

    Attributes:
        version: The newest batch that could change what the public sees; 0 before the first.
        at: When it was written, or null.
        mark: First digits of its hash: another ledger, or one brought back, has others.
        renamed: The newest act that erased a person, or decided about names in public or took
            that back; 0 before the first.
    """

    version: int
    at: dt.datetime | None
    mark: str
    renamed: int

    def reader(self, lang: str) -> Reader:
        """Return the public's reader at this version: a batch after it changes nothing for it."""
        return Reader(as_of=self.version, audience="public", lang=lang)


def read_published(store: Store) -> Published:
    """Return the version of what is published: publications, undos, merges, names gone or short."""
    cursor = store.cursor()
    try:
        row = cursor.execute(_VERSION).fetchone()
        version, at, mark, renamed = row or (0, None, "", 0)
        written = None if at is None else _EPOCH + dt.timedelta(microseconds=at)
        return Published(version, written, mark, renamed)
    finally:
        cursor.close()

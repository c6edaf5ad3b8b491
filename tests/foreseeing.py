"""Looking ahead in tests: a sheet given as text, papers issued without their files."""

import datetime as dt

from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    MadeDocument,
    append_documents,
    examine,
    foresee_sheet,
    query,
    read_now,
    understand,
)

ISSUABLE = """
    select contest_no, kind, entry_no, statement
    from mart.issuable
    where contest = $contest
    order by kind, entry_no
"""
SHA256 = "select sha256(concat('salt', $statement)) as digest"


def prepare(store, text, *, kind, contest=None, replaces="no", actor="organiser"):
    """Return a sheet given as text, read and checked."""
    read = understand(
        store, text.encode(), file_name="sheet.csv", kind=kind, contest=contest, actor=actor
    )
    return examine(store, read, replaces=replaces)


def foresee(store, text, *, kind, contest=None, replaces="no"):
    """Return what a sheet given as text would change."""
    prepared = prepare(store, text, kind=kind, contest=contest, replaces=replaces)
    return foresee_sheet(store, prepared, replaces=replaces)


def tell(foreseen, *fields):
    """Return the differences in these fields: field, contest, entry, before, after."""
    return [
        (one.field, one.entry, one.before, one.after)
        for one in foreseen.differences
        if one.field in fields
    ]


def issue_plain(store, contest, kinds=("protocol", "diploma")):
    """Issue papers as facts alone: nobody prints them; return the batch number."""
    reader = read_now(store)
    made = [
        MadeDocument(
            document=f"{contest}-{row['kind']}-{row['entry_no']}-{reader.as_of}",
            kind=row["kind"],
            lang="kk",
            for_contest_no=row["contest_no"],
            entry_no=row["entry_no"],
            as_of_batch_no=reader.as_of,
            salt="salt",
            statement=row["statement"],
            statement_digest=query(store, SHA256, reader, statement=row["statement"])["digest"][
                0
            ].as_py(),
            file_sha256="-",
            issued_on=dt.date(2026, 11, 26),
            signature="-",
            public_key="-",
        )
        for row in query(store, ISSUABLE, reader, contest=contest).to_pylist()
        if row["kind"] in kinds
    ]
    if not made:
        raise Refused("There is nothing to issue.")
    return append_documents(store, contest, made, actor="office")

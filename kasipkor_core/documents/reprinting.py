"""Printing issued papers again: from the facts as they were, with the signature they have."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from kasipkor_core.documents import signing
from kasipkor_core.documents.issuing import Issue, make_statement, read_rows, read_sources
from kasipkor_core.documents.papers import Paper
from kasipkor_core.store import Reader, Store


def reprint(store: Store, rows: Iterable[dict[str, Any]]) -> list[Issue]:
    """Return issued papers as they were issued, ready to be set.

    With the same layouts their files have the same bytes as at the issue.

    Args:
        store: The open ledger.
        rows: Rows of ``mart.documents``; those whose names are erased are left out.
    """
    kept = [row for row in rows if row["salt"]]
    papers: list[Issue] = []
    for (contest_no, as_of, lang), group in groupby(kept, key=_find_source):
        papers += _reprint_group(store, contest_no, Reader(as_of=as_of, lang=lang), list(group))
    return papers


def _find_source(row: dict[str, Any]) -> tuple[int, int, str]:
    return row["contest_no"], row["as_of_batch_no"], row["lang"]


def _reprint_group(
    store: Store, contest_no: int, reader: Reader, rows: Sequence[dict[str, Any]]
) -> list[Issue]:
    sources = read_sources(store, contest_no, reader)
    stated = {
        (row["kind"], row["entry_no"]): row
        for row in read_rows(store, "issuable", reader, contest_no=contest_no)
    }
    papers = []
    for row in rows:
        said = stated[row["kind"], row["entry_no"]]
        head = {"batch_no": row["stated_batch_no"], "sha256": row["head_sha256"]}
        statement = make_statement(said, head, number=row["document"], salt=row["salt"])
        link = signing.write_link(statement, row["signature"], address=sources.address)
        paper = Paper(row["document"], said, link, row["issued_on"])
        papers.append(Issue(paper, sources.describe(paper), reader.lang))
    return papers

"""Issuing: papers of a contest made from one batch, signed, set, and written into the ledger."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from kasipkor_core import access, house
from kasipkor_core.documents import signing
from kasipkor_core.documents.papers import Paper, Row, describe_honour, gather, list_signers
from kasipkor_core.documents.press import PRESSES
from kasipkor_core.documents.protocol import describe_protocol
from kasipkor_core.documents.typesetting import Layouts, read_layout, write_pdf
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import ZONE
from kasipkor_core.settings import read_settings
from kasipkor_core.store import (
    MadeDocument,
    Reader,
    Store,
    append_documents,
    find_contest,
    query,
    read_head,
    read_key,
    refuse_role,
)

KINDS = (
    "protocol",
    "diploma",
    "certificate",
    "letter_of_thanks",
    "best_of_region",
    "best_of_event",
)
_HEAD = 'select batch_no, sha256, "at" from mart.batches where batch_no = $batch_no'
Tell = Callable[[int, int], object]


@dataclass(frozen=True)
class Issue:
    """A paper with its texts.

    Attributes:
        paper: Number, row, code, day.
        data: What its layout reads.
        lang: Its language.
    """

    paper: Paper
    data: dict[str, Any]
    lang: str

    @property
    def kind(self) -> str:
        """Kind of paper; the name of its layout."""
        return str(self.paper.row["kind"])


@dataclass(frozen=True)
class Issued:
    """What was issued: the batch, and the files in the order of the papers."""

    batch_no: int
    papers: tuple[Issue, ...]
    files: tuple[bytes, ...]


def issue(
    store: Store,
    contest: str,
    *,
    kinds: Sequence[str],
    lang: str,
    actor: str,
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
    entries: Iterable[str] = (),
    issued_on: dt.date | None = None,
    tell: Tell | None = None,
) -> Issued:
    """Make, sign and record the papers of a contest that are not issued and valid already.

    Args:
        store: The open ledger.
        contest: Contest id; its result is final.
        kinds: Some of ``KINDS``.
        lang: Language of the papers.
        actor: Who issues.
        actor_role: Role of the actor.
        scope: The place that the role is given for.
        entries: Only these entries; all if none is named.
        issued_on: Day on the papers; today if left out.
        tell: Called with how many are set, and of how many.

    Raises:
        NotAllowed: the role may not issue, or not there.
        NotFound: no such contest.
        Refused: the result is not final, a layout is broken, or there is nothing to issue.
    """
    refuse_role(actor_role, "document")
    reader = Reader(as_of=read_head(store), lang=lang)
    contest_no = find_contest(store, contest, reader)
    with ThreadPoolExecutor(1) as pool:  # the longest of the questions, asked beside the others
        due = pool.submit(_list_due, store, contest_no, reader, kinds, set(entries))
        sources = read_sources(store, contest_no, reader, has_protocol="protocol" in kinds)
    _refuse_provisional(sources.contest)
    rows = due.result()
    secret = read_key(store, _draw_key)
    day = issued_on or dt.datetime.now(ZONE).date()
    papers, made = [], []
    for row in rows:
        paper, document = _prepare(row, sources, secret, day)
        papers.append(Issue(paper, sources.describe(paper), lang))
        made.append(document)
    files = set_files(papers, tell)
    hashed = [
        MadeDocument(**one, file_sha256=hashlib.sha256(file).hexdigest())
        for one, file in zip(made, files, strict=True)
    ]
    number = append_documents(
        store, contest, hashed, actor=actor, actor_role=actor_role, scope=scope
    )
    return Issued(number, tuple(papers), tuple(files))


def set_files(papers: Sequence[Issue], tell: Tell | None = None) -> list[bytes]:
    """Return each paper as a PDF of its own."""
    layouts = {kind: read_layout(kind) for kind in {one.kind for one in papers}}

    def set_one(paper: Issue) -> bytes:
        return set_merged([paper], layouts[paper.kind])

    files = []
    with ThreadPoolExecutor(PRESSES) as pool:
        for file in pool.map(set_one, papers):  # what waits is dropped when one cannot be set
            files.append(file)
            if tell:
                tell(len(files), len(papers))
    return files


def set_merged(papers: Sequence[Issue], layouts: Layouts | None = None) -> bytes:
    """Return papers of one kind as one PDF, one after the other.

    Args:
        papers: At least one.
        layouts: What ``read_layout`` gave, for whoever sets many files; null: as they are now.
    """
    first = papers[0]
    data = gather([one.data for one in papers], kind=first.kind, lang=first.lang)
    return write_pdf(first.kind, data, made_on=first.paper.issued_on, layouts=layouts)


@dataclass(frozen=True)
class Sources:
    """Everything papers say about a contest, read as of one batch in one language.

    ``address`` is the site that their codes lead to.
    """

    contest: Row
    head: Row
    experts: list[dict[str, Any]]
    board: list[dict[str, Any]]
    decisions: list[dict[str, Any]]
    lang: str
    address: str

    def describe(self, paper: Paper) -> dict[str, Any]:
        """Return a paper as texts."""
        if paper.row["kind"] != "protocol":
            signers = list_signers(self.experts, self.lang)
            return describe_honour(paper, self.contest, lang=self.lang, signers=signers)
        return describe_protocol(
            paper,
            self.contest,
            board=self.board,
            decisions=self.decisions,
            experts=self.experts,
            head=self.head,
            lang=self.lang,
        )


def read_sources(
    store: Store, contest_no: int, reader: Reader, *, has_protocol: bool = True
) -> Sources:
    """Read what papers say about a contest, as of the reader's batch.

    Args:
        store: The open ledger.
        contest_no: Physical key of the contest.
        reader: Batch and language.
        has_protocol: Read the table of a protocol too.
    """

    def read(name: str) -> list[dict[str, Any]]:
        return read_rows(store, name, reader, contest_no=contest_no)

    with ThreadPoolExecutor(1) as pool:  # this question takes as long as the others together
        found = pool.submit(read, "paper_contest")
        head, experts = read_head_row(store, reader), read("paper_experts")
        board = read("paper_board") if has_protocol else []
        decisions = read("paper_decisions") if has_protocol else []
    (contest,) = found.result()
    return Sources(contest, head, experts, board, decisions, reader.lang, read_settings().address)


def read_head_row(store: Store, reader: Reader) -> Row:
    """Return number, hash and time of the reader's batch."""
    everywhere = Reader(as_of=reader.as_of)  # the newest act may be about another place
    (head,) = query(store, _HEAD, everywhere, batch_no=reader.as_of).to_pylist()
    return dict(head)


def read_rows(store: Store, name: str, reader: Reader, **params: int | str) -> list[dict[str, Any]]:
    """Return the rows of a file of ``sql/reads``."""
    sql = (house.SQL / "reads" / f"{name}.sql").read_text(encoding="utf-8")
    return query(store, sql, reader, **params).to_pylist()


def make_statement(row: Row, head: Row, *, number: str, salt: str) -> signing.Statement:
    """Return what the signature of a paper covers."""
    return signing.Statement(
        number=number,
        kind=row["kind"],
        contest=row["contest"],
        entry=row["entry"] or "",
        award=row["award"] or "",
        batch_no=head["batch_no"],
        head=signing.shorten_head(head["sha256"]),
        salt=salt,
        name_digest=signing.digest_name(salt, row["name"]),
    )


def _refuse_provisional(contest: Row) -> None:
    if not contest["is_final"]:
        raise Refused(
            "The result of {contest} is not final. Sign it off, then issue documents.",
            contest=contest["contest"],
        )


def _list_due(
    store: Store, contest_no: int, reader: Reader, kinds: Sequence[str], entries: set[str]
) -> list[dict[str, Any]]:
    rows = [
        row
        for row in read_rows(store, "due", reader, contest_no=contest_no)
        if row["kind"] in kinds and (not entries or row["entry"] in entries)
    ]
    due = [row for row in rows if reader.lang not in (row["valid_in"] or ())]
    if not rows:
        raise Refused("By this result there is nothing of that kind to issue.")
    if not due:
        raise Refused("All of these are issued and valid already. Nothing was written.")
    return sorted(due, key=lambda row: KINDS.index(row["kind"]))


def _prepare(
    row: dict[str, Any], sources: Sources, secret: bytes, day: dt.date
) -> tuple[Paper, dict[str, Any]]:
    number, salt = signing.draw_number(), signing.draw_salt()
    statement = make_statement(row, sources.head, number=number, salt=salt)
    signature = signing.sign(statement, secret)
    link = signing.write_link(statement, signature, address=sources.address)
    digest = hashlib.sha256(f"{salt}{row['statement']}".encode()).hexdigest()
    document = {
        "document": number,
        "kind": row["kind"],
        "lang": sources.lang,
        "for_contest_no": row["contest_no"],
        "entry_no": row["entry_no"],
        "as_of_batch_no": sources.head["batch_no"],
        "salt": salt,
        "statement": row["statement"],
        "statement_digest": digest,
        "issued_on": day,
        "signature": signature,
        "public_key": signing.find_public(secret),
    }
    return Paper(number, row, link, day), document


def _draw_key() -> tuple[bytes, str]:
    secret = signing.draw_key()
    return secret, signing.find_public(secret)

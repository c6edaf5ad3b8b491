"""Erasure: a person's name and contacts are destroyed; results stay under the entry."""

from dataclasses import dataclass
from typing import Any

from kasipkor_core import access, house
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.fetching import fetch
from kasipkor_core.store.batch import (
    Act,
    Batch,
    enter_force,
    open_batch,
    open_draft,
    run_file,
    seal,
)
from kasipkor_core.store.connect import Store
from kasipkor_core.store.entitled import refuse_role
from kasipkor_core.store.identity import now_utc, read_sql
from kasipkor_core.store.lines import Line
from kasipkor_core.store.names import resolve_subject

_FOLDER = house.SQL / "erasure"
_FILES = """
    select count(distinct batch.file_sha256)
    from ledger.batch as batch
    inner join private.file_key as kept on kept.file_sha256 = batch.file_sha256
    where list_contains($batches, batch.batch_no)
"""
_PAPERS = """
    select count(*)
    from ledger.document as issued
    inner join private.document as kept on kept.document = issued.document
    inner join (
        select
            unnest($contests::integer[]) as contest_no,
            unnest($entries::integer[]) as entry_no
    ) as erased
        on erased.contest_no = issued.for_contest_no
        and erased.entry_no = issued.entry_no
"""


@dataclass(frozen=True)
class Erasure:
    """What is erased of one person, or would be.

    Attributes:
        batch_no: The act; the next number when nothing was written.
        entries: The entries the person stands in, ``contest/entry``.
        applications: Numbers of applications in that name from the same place; 0: without one.
        files: Uploaded files that can be downloaded no more: they hold the name too.
        papers: Issued papers of these entries that nobody can compare with the result any more.
    """

    batch_no: int
    entries: tuple[str, ...]
    applications: tuple[int, ...]
    files: int
    papers: int


def foresee_erasure(store: Store, subject: str, *, member: str | None = None) -> Erasure:
    """Return what an erasure would erase, and erase nothing; ``append_erasure`` has the arguments.

    Raises:
        NotFound: there is no such entry, or no such member, or nothing of it is left.
        Refused: several persons stand in the entry, and none is named.
    """
    with open_draft(store) as batch:
        return _sum_up(batch, _find_traces(batch, subject, member))


def append_erasure(
    store: Store,
    subject: str,
    *,
    actor: str,
    reason: str,
    member: str | None = None,
    actor_role: str = "operator",
    scope: access.Scope = access.EVERYWHERE,
) -> Erasure:
    """Erase one person: name, contacts, the files they stand in, links and addresses of the entry.

    It cannot be undone. Marks, places and awards stay, under the number of the entry. What is
    erased leaves the file of the database when it is opened the next time; backups made before
    keep it until they are deleted.

    Args:
        store: The open ledger.
        subject: An entry the person stands in, ``contest/entry``; all others of the same person
            are erased with it.
        actor: Who erases.
        reason: Why; never empty, and without the name.
        member: Name of the member of a team; null: the entry is one person.
        actor_role: Role of the actor.
        scope: The place that the role is given for.

    Raises:
        NotAllowed: the role may not erase.
        NotFound: there is no such entry, or no such member, or nothing of it is left.
        Refused: several persons stand in the entry and none is named, or there is no reason.
    """
    refuse_role(actor_role, "decision", "erase")
    if not reason.strip():
        raise Refused("An erasure needs a reason. Say in a few words why, without the name.")
    with open_batch(store) as batch:
        traces = _find_traces(batch, subject, member)
        erased = _sum_up(batch, traces)
        for contest_no, entry_no in _list_subjects(traces):
            line = Line("erase", entry_no, "", "personal data")
            told = {"contest_no": contest_no, "who": actor, "reason": reason}
            run_file(batch, "made_decision", **told, **line._asdict())
        destroy(batch, traces)
        act = Act(
            "decision",
            actor,
            actor_role,
            reason=reason,
            contest=subject.partition("/")[0],
            scope=scope,
            decision="erase",
        )
        seal(batch, act, enter_force(batch))
    return erased


def _find_traces(batch: Batch, subject: str, member: str | None) -> list[dict[str, Any]]:
    contest_no, entry_no = resolve_subject(batch.cursor, subject)
    if entry_no is None:
        raise Refused("Name one entry: CONTEST/ENTRY. A contest is nobody's personal data.")
    asked = {"contest_no": contest_no, "entry_no": entry_no, "member": member}
    rows = fetch(batch.cursor.execute(_read("traces"), asked)).to_pylist()
    if not rows:
        raise NotFound(
            "Nothing of this person is left in {subject}. Check the entry and the name.",
            subject=subject,
        )
    here = {row["name"] for row in rows if _name_entry(row) == subject}
    if member is None and len(here) > 1:
        raise Refused(
            "{subject} is a team. Say whom to erase: {names}.",
            subject=subject,
            names=", ".join(sorted(here)),
        )
    return rows


def _sum_up(batch: Batch, traces: list[dict[str, Any]]) -> Erasure:
    places = _list_places(traces)
    batches = sorted({row["batch_no"] for row in traces})
    files = batch.cursor.execute(_FILES, {"batches": batches}).fetchone()
    papers = batch.cursor.execute(_PAPERS, places).fetchone()
    return Erasure(
        batch.batch_no,
        entries=tuple(dict.fromkeys(_name_entry(row) for row in traces if row["entry"])),
        applications=tuple(row["application"] or 0 for row in traces if row["entry_no"] is None),
        files=int(files[0]) if files else 0,
        papers=int(papers[0]) if papers else 0,
    )


def _name_entry(row: dict[str, Any]) -> str:
    return f"{row['contest']}/{row['entry']}"


def _list_subjects(traces: list[dict[str, Any]]) -> list[tuple[int, int | None]]:
    """Return contest and entry numbers, each once; an application is of no entry."""
    return list(dict.fromkeys((row["contest_no"], row["entry_no"]) for row in traces))


def _list_places(traces: list[dict[str, Any]]) -> dict[str, list[int]]:
    known = [(contest, entry) for contest, entry in _list_subjects(traces) if entry is not None]
    return {"contests": [one for one, _ in known], "entries": [one for _, one in known]}


def destroy(batch: Batch, traces: list[dict[str, Any]]) -> None:
    """Destroy names, keys and salts of what an erasure is about, and end the links of the entries.

    Args:
        batch: The batch that erases.
        traces: Rows as ``sql/erasure/traces.sql`` gives them.
    """
    known = {
        "names": sorted({row["name_no"] for row in traces}),
        "batches": sorted({row["batch_no"] for row in traces}),
        **_list_places(traces),
    }
    for statement in batch.cursor.extract_statements(_read("erase")):
        used = {name: known[name] for name in statement.named_parameters}
        batch.cursor.execute(statement, used or None)
    for row in traces:
        if row["entry"]:
            place = {"contest": row["contest"], "entry": row["entry"]}
            batch.cursor.execute(read_sql("invites_of_entry_end"), place | {"at": now_utc()})
            batch.cursor.execute(read_sql("receiver_own_end"), place)


def _read(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")

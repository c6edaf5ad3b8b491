"""Files on their way in: what each one is, how it was understood, and what became of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from kasipkor_core import sheets
from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import text
from kasipkor_core.reading import read_grid
from kasipkor_core.sheets import Finding, find_note
from kasipkor_core.store import (
    Foreseen,
    Outdated,
    Prepared,
    Receipt,
    Replace,
    commit,
    examine,
    foresee_sheet,
    understand,
)
from kasipkor_core.ui import reads, session
from kasipkor_core.ui.session import Visitor

_STATE = "kasipkor_incoming"
_GUESS_BELOW = 8_000_000
NATIONAL = frozenset(
    {"contests", "organisations", "participants", "archive", "decisions", "schedule"}
)
_WEIGHTY = {"start_list", "document", "signature"}
_UNGUESSED = "marks"  # the largest files are of marks


@dataclass
class Incoming:
    """One uploaded file, kept for the session.

    Attributes:
        name: Name of the file.
        data: Its bytes.
        kind: Kind of sheet, guessed and then chosen.
        contest: The contest it belongs to, or None.
        sheet: Sheet of the workbook, or None for the first table.
        replaces: ``no`` or the batch whose place it takes.
        prepared: How it was understood; None before, and when it cannot be read.
        foreseen: What it would change; None as long as it cannot be written.
        error: Why it cannot be read.
        receipt: What was written.
        seen_at: Version of the ledger it was checked against.
    """

    name: str
    data: bytes
    kind: str = ""
    contest: str | None = None
    sheet: str | None = None
    replaces: Replace = "no"
    prepared: Prepared | None = None
    foreseen: Foreseen | None = None
    error: KasipkorError | None = None
    receipt: Receipt | None = None
    seen_at: int = -1
    accepted: dict[str, str] = field(default_factory=dict)

    @property
    def findings(self) -> list[Finding]:
        """Return what was found, the notes of the reader among it."""
        if self.prepared is None:
            return []
        grid = self.prepared.grid
        notes = [find_note(note, sheet=grid.sheet, kind=self.kind) for note in grid.notes]
        known = {(found.code, found.row, found.column) for found in self.prepared.findings}
        extra = [note for note in notes if (note.code, note.row, note.column) not in known]
        return [*self.prepared.findings, *extra]

    @property
    def names_contests(self) -> bool:
        """Say whether the rows of the sheet name their contests themselves."""
        if self.kind in NATIONAL or self.prepared is None:
            return self.kind in NATIONAL
        return bool(self.prepared.mapping.find("contest"))

    @property
    def is_clean(self) -> bool:
        """Say whether the file can be written now."""
        checked = self.prepared
        return (
            checked is not None
            and self.receipt is None
            and not checked.errors
            and checked.repeated_of is None
        )

    @property
    def corrects(self) -> bool:
        """Say whether somebody should look at what it changes before it is written."""
        if self.foreseen is None:
            return False
        fields = {one.field for one in self.foreseen.differences}
        return self.replaces != "no" or bool(fields & _WEIGHTY)


def take_in(files: Sequence[UploadedFile], who: Visitor) -> dict[str, Incoming]:
    """Return the files by id, those new in this run read and guessed; a bar tells how far."""
    known: dict[str, Incoming] = st.session_state.setdefault(_STATE, {})
    new = [file for file in files if file.file_id not in known]
    bar = st.progress(0.0) if new else None
    for number, file in enumerate(new, start=1):
        known[file.file_id] = _open(file, who)
        check(known[file.file_id])
        if bar is not None:
            bar.progress(number / len(new), text=file.name)
    if bar is not None:
        bar.empty()
    ids = {file.file_id for file in files}
    for gone in [name for name in known if name not in ids]:
        del known[gone]
    return {file.file_id: known[file.file_id] for file in files}


def _open(file: UploadedFile, who: Visitor) -> Incoming:
    incoming = Incoming(name=file.name, data=file.getvalue())
    incoming.contest = guess_contest(file.name, who)
    try:
        incoming.kind = guess_kind(file.name, incoming.data)
    except KasipkorError as error:
        incoming.kind, incoming.error = _UNGUESSED, error
    return incoming


def guess_kind(name: str, data: bytes) -> str:
    """Return the kind of sheet a file most likely is, by its name, else by its header."""
    words = set(re.split(r"[^a-z]+", name.lower()))
    named = [kind for kind in sheets.list_kinds() if kind in words]
    if named or len(data) > _GUESS_BELOW:
        return (named or [_UNGUESSED])[0]
    return sheets.guess_kind(read_grid(data, name=name))


def guess_contest(name: str, who: Visitor) -> str | None:
    """Return the contest whose id, or the end of it, stands in the name of the file."""
    stem = name.rsplit(".", 1)[0]
    chosen = who.chosen("contest")
    ids: list[str] = [row["contest"] for row in reads.list_contests(who)]
    named = [one for one in ids if one in stem]
    ends = [one for one in ids if _tail(stem) and one.endswith(_tail(stem))]
    if named or len(ends) == 1:
        return max(named or ends, key=len)
    return chosen if chosen in ids else None


def _tail(stem: str) -> str:
    """Return what follows the first word of a file name: ``-KZ-35-17`` of ``scores-KZ-35-17``."""
    head, dash, rest = stem.partition("-")
    return f"{dash}{rest}" if head and "-" in rest else ""


def check(incoming: Incoming) -> None:
    """Read and check a file anew, as it would be written now."""
    incoming.prepared, incoming.foreseen, incoming.error = None, None, None
    try:
        read = understand(
            session.store(),
            incoming.data,
            file_name=incoming.name,
            kind=incoming.kind,
            actor=session.look().person,
            contest=None if incoming.kind in NATIONAL else incoming.contest,
            sheet=incoming.sheet,
            accepted=incoming.accepted,
        )
        _examine(incoming, read)
    except KasipkorError as error:
        incoming.error = error


def change(incoming: Incoming, **facts: Any) -> None:  # noqa: ANN401  fields of Prepared
    """Check a file again with another mapping or other accepted repairs, without reading it."""
    if incoming.prepared is None:
        return
    try:
        _examine(incoming, replace(incoming.prepared, **facts))
    except KasipkorError as error:
        incoming.error = error


def _examine(incoming: Incoming, read: Prepared) -> None:
    """Check a sheet, and look ahead at what it would change when nothing keeps it out."""
    who, incoming.foreseen = session.look(), None
    incoming.prepared = examine(session.store(), read, replaces=incoming.replaces)
    if incoming.is_clean:
        incoming.foreseen = foresee_sheet(
            session.store(),
            incoming.prepared,
            replaces=incoming.replaces,
            reader=who.reader(),
            actor_role=who.role,
            scope=who.scope,
        )


def write(incoming: Incoming, lang: str) -> None:
    """Write a file; what came of it stands in ``receipt`` or ``error``.

    Of a file that corrects something this approves the list of what it changes: when it is another
    one by now, the file is checked anew and nothing is written. Other files are written all the
    same: juries that mark one contest side by side do not stop each other.
    """
    if incoming.prepared is None:
        return
    who = session.look()
    try:
        incoming.receipt = commit(
            session.store(),
            incoming.prepared,
            reason=text("corrected sheet", lang) if incoming.replaces != "no" else "",
            replaces=incoming.replaces,
            actor_role=who.role,
            scope=who.scope,
            approved=incoming.foreseen if incoming.corrects else None,
            reader=who.reader(),
        )
    except KasipkorError as error:
        if isinstance(error, Outdated):
            check(incoming)
        incoming.error = error

"""What is entered on screen becomes a sheet: the same import, checks and findings as an upload."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from kasipkor_core.errors import KasipkorError
from kasipkor_core.sheets import Finding, render_do, render_what
from kasipkor_core.store import (
    Foreseen,
    Prepared,
    Receipt,
    Replace,
    commit,
    examine,
    foresee_sheet,
    understand,
)
from kasipkor_core.ui import session
from kasipkor_core.ui.found import tongue
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

_STATE = "kasipkor_screen_sheet"
_BADGES = {
    "error": ":red[:material/error:]",
    "warning": ":orange[:material/warning:]",
    "info": ":gray[:material/info:]",
}


@dataclass(frozen=True)
class ScreenSheet:
    """A sheet made from what stands in the widgets.

    Attributes:
        kind: Kind of sheet.
        name: File name, for the list of batches.
        header: Names of the fields, as the format knows them in English.
        rows: Texts; the row ``n`` is line ``n + 2`` of the file.
        contest: The contest it belongs to, or None.
        replaces: ``no`` or the batch whose place it takes.
    """

    kind: str
    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    contest: str | None = None
    replaces: Replace = "no"


@dataclass(frozen=True)
class Outcome:
    """What became of a sheet: a receipt, findings or an error."""

    receipt: Receipt | None = None
    findings: tuple[Finding, ...] = ()
    error: KasipkorError | None = None

    @property
    def is_clean(self) -> bool:
        """Say whether nothing keeps the sheet out."""
        return self.error is None and all(one.severity != "error" for one in self.findings)


def write_bytes(sheet: ScreenSheet) -> bytes:
    """Return the sheet as CSV: what is kept as the original of the batch."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(sheet.header)
    writer.writerows(sheet.rows)
    return file.getvalue().encode("utf-8")


def check(sheet: ScreenSheet) -> Outcome:
    """Return what the checks of the import find; nothing is written."""
    try:
        prepared = examine(session.store(), _understand(sheet), replaces=sheet.replaces)
    except KasipkorError as error:
        return Outcome(error=error)
    return Outcome(findings=prepared.findings)


def foresee(sheet: ScreenSheet, who: Visitor) -> Foreseen:
    """Return what the sheet would change; nothing is written.

    Raises:
        KasipkorError: it cannot be written.
    """
    return foresee_sheet(
        session.store(),
        _understand(sheet),
        replaces=sheet.replaces,
        reader=who.reader(),
        actor_role=who.role,
        scope=who.scope,
    )


def write(sheet: ScreenSheet, *, reason: str = "", approved: Foreseen | None = None) -> Outcome:
    """Write the sheet whole, or return why not.

    Args:
        sheet: The sheet.
        reason: Why, of a correction.
        approved: What it changes, as it was shown; null: nobody looked.
    """
    checked = check(sheet)
    if not checked.is_clean:
        return checked
    who = session.look()
    try:
        receipt = commit(
            session.store(),
            _understand(sheet),
            reason=reason,
            replaces=sheet.replaces,
            actor_role=who.role,
            scope=who.scope,
            approved=approved,
            reader=who.reader(),
        )
    except KasipkorError as error:
        return Outcome(error=error, findings=checked.findings)
    return Outcome(receipt=receipt, findings=receipt.findings)


def _understand(sheet: ScreenSheet) -> Prepared:
    return understand(
        session.store(),
        write_bytes(sheet),
        file_name=sheet.name,
        kind=sheet.kind,
        actor=session.look().person,
        contest=sheet.contest,
    )


def keep(name: str, outcome: Outcome) -> None:
    """Keep an outcome for the next run of the page."""
    st.session_state[f"{_STATE}_{name}"] = outcome


def take(name: str) -> Outcome | None:
    """Return the outcome of the act before this run, once."""
    outcome: Outcome | None = st.session_state.pop(f"{_STATE}_{name}", None)
    return outcome


def draw_findings(outcome: Outcome, lang: str) -> None:
    """Draw the sentences of what was found, errors first, without cells of a file."""
    if outcome.error is not None:
        tell(outcome.error, lang)
    order = {"error": 0, "warning": 1, "info": 2}
    for one in sorted(outcome.findings, key=lambda found: order[found.severity]):
        st.markdown(f"{_BADGES[one.severity]} {escape_markdown(says(one, lang))}")


def says(finding: Finding, lang: str) -> str:
    """Return what is wrong and what to do, in the reader's language."""
    return f"{render_what(finding, tongue(lang))} {render_do(finding, tongue(lang))}"


def escape_markdown(words: str) -> str:
    """Return words so that Markdown shows them as they are."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>$#|~:" else sign for sign in words)


def list_rows(texts: Sequence[Sequence[object]]) -> tuple[tuple[str, ...], ...]:
    """Return rows as texts; None is an empty cell."""
    return tuple(tuple("" if cell is None else str(cell) for cell in row) for row in texts)

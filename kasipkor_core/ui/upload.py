"""The Upload page around one file: title, steps, what it belongs to, the decision."""

from typing import Any

import streamlit as st

from kasipkor_core import sheets, words
from kasipkor_core.i18n import format_number, ntext, text
from kasipkor_core.sheets.formats import name_kind
from kasipkor_core.store import Prepared, Replace
from kasipkor_core.ui import awards, consequences, found, reads, tables
from kasipkor_core.ui import incoming as files
from kasipkor_core.ui.incoming import Incoming
from kasipkor_core.ui.session import Visitor

_DONE, _WRONG, _OPEN = ":material/check_circle:", ":material/error:", ":material/circle:"


def find_title(incoming: Incoming | None, lang: str) -> str:
    """Return the finding: whether the sheet is written, and what keeps it out."""
    if incoming is None:
        return text("Drop a result sheet to see what it says", lang)
    if incoming.receipt is not None:
        return text("Written as batch {number}", lang, number=str(incoming.receipt.batch_no))
    if incoming.prepared is None:
        return text("The file could not be read; nothing was written", lang)
    if incoming.prepared.repeated_of is not None:
        number = str(incoming.prepared.repeated_of)
        return text("This file is in the ledger already, as batch {number}", lang, number=number)
    errors = len(incoming.prepared.errors)
    if errors:
        return ntext(
            "Not written yet: {n} cell is wrong",
            "Not written yet: {n} cells are wrong",
            errors,
            lang,
        )
    records = incoming.prepared.grid.table.num_rows
    return ntext(
        "{n} record is ready to be written", "{n} records are ready to be written", records, lang
    )


def find_about(incoming: Incoming | None, who: Visitor) -> str:
    """Return what the title is about: the contest, or what may be dropped."""
    if incoming is None:
        return text(
            "XLSX, XLS, XLSB, ODS, CSV or text, up to 200 MB; nothing is written yet", who.lang
        )
    contest = _find_contest(incoming, who)
    kind = name_kind(incoming.kind, who.lang)
    return f"{kind} · {awards.contest_name(contest, who.lang)}" if contest else kind


def _find_contest(incoming: Incoming, who: Visitor) -> dict[str, Any] | None:
    if incoming.contest is None or incoming.kind in files.NATIONAL or incoming.names_contests:
        return None
    rows = reads.list_contests(who)
    return next((row for row in rows if row["contest"] == incoming.contest), None)


def draw_steps(incoming: Incoming, lang: str) -> None:
    """Draw the four steps as one line of icons; of a file that was not read none is done."""
    if incoming.prepared is None and incoming.receipt is None:
        steps = [f":orange[{_WRONG} {text('Not read', lang)}]"]
    else:
        steps = [
            f":blue[{_DONE} {text('File received', lang)}]",
            *_name_checked(incoming, lang),
            f":blue[{_DONE} {text('Written', lang)}]"
            if incoming.receipt
            else f":gray[{_OPEN} {text('Write', lang)}]",
        ]
    with st.container(horizontal=True, key="steps"):
        for step in steps:
            st.markdown(step, width="content")


def _name_checked(incoming: Incoming, lang: str) -> list[str]:
    """Return the two steps in the middle: how the sheet was understood, what the checks found."""
    checked = incoming.prepared
    errors = len(checked.errors) if checked else 0
    warnings = sum(one.severity == "warning" for one in incoming.findings)
    result = text(
        "Checked: {errors} errors, {warnings} warnings", lang, errors=errors, warnings=warnings
    )
    near = checked is not None and bool(checked.mapping.list_near())
    return [
        f":orange[{_WRONG} {text('Columns wait for you', lang)}]"
        if near
        else f":blue[{_DONE} {text('Understood', lang)}]",
        f":orange[{_WRONG} {result}]" if errors else f":blue[{_DONE} {result}]",
    ]


def choose_file(taken: dict[str, Incoming], lang: str) -> Incoming:
    """Return the file that is looked at; with several, draw their list."""
    if len(taken) == 1:
        return next(iter(taken.values()))
    chosen = st.segmented_control(
        text("Files", lang),
        list(taken),
        format_func=lambda name: f"{_mark(taken[name])} {taken[name].name}",
        default=next(iter(taken)),
        required=True,
        key="chosen_file",
        label_visibility="collapsed",
    )
    return taken.get(chosen) or next(iter(taken.values()))


def _mark(incoming: Incoming) -> str:
    if incoming.receipt is not None:
        return _DONE
    return _OPEN if incoming.is_clean else _WRONG


def draw_belonging(incoming: Incoming, who: Visitor) -> None:
    """Draw what the file is and whose: kind of sheet, contest, sheet of the workbook."""
    lang = who.lang
    contests = {row["contest"]: row for row in reads.list_contests(who)}
    with st.container(horizontal=True, key="belonging"):
        kind = st.selectbox(
            text("Kind of sheet", lang),
            sheets.list_kinds(),
            index=sheets.list_kinds().index(incoming.kind),
            format_func=lambda code: name_kind(code, lang),
            key=f"kind_{incoming.name}",
            width=240,
        )
        contest, options = incoming.contest, [None, *contests]
        if kind not in files.NATIONAL and not incoming.names_contests:
            contest = st.selectbox(
                text("Contest", lang),
                options,
                index=options.index(contest) if contest in contests else 0,
                format_func=lambda code: _contest_option(contests, code, lang),
                key=f"contest_{incoming.name}",
                width=640,
            )
        sheet = _choose_sheet(incoming, lang)
    if (kind, contest, sheet) != (incoming.kind, incoming.contest, incoming.sheet):
        incoming.kind, incoming.contest, incoming.sheet = kind, contest, sheet
        incoming.replaces, incoming.accepted = "no", {}
        files.check(incoming)
        st.rerun()


def _contest_option(contests: dict[str, dict[str, Any]], code: str | None, lang: str) -> str:
    if code is None:
        return text("— choose a contest —", lang)
    level = words.level_name(contests[code], lang)
    return " · ".join(part for part in (awards.contest_name(contests[code], lang), level) if part)


def _choose_sheet(incoming: Incoming, lang: str) -> str | None:
    grid = incoming.prepared.grid if incoming.prepared else None
    if grid is None or len(grid.sheets) < 2:  # noqa: PLR2004  one sheet leaves no choice
        return incoming.sheet
    chosen: str = st.selectbox(
        text("Sheet", lang),
        grid.sheets,
        index=grid.sheets.index(grid.sheet),
        key=f"sheet_{incoming.name}",
        width=240,
    )
    return incoming.sheet if chosen == grid.sheet else chosen


def draw_replacing(incoming: Incoming, prepared: Prepared, lang: str) -> None:
    """Offer to take the place of a former sheet, and show what that changes."""
    if not prepared.replaceable:
        return
    options: list[Replace] = ["no", *prepared.replaceable]
    chosen: Replace = st.radio(
        text("The ledger has such a sheet already", lang),
        options,
        index=options.index(incoming.replaces) if incoming.replaces in options else 0,
        format_func=lambda code: (
            text("add beside it", lang)
            if code == "no"
            else text("replace batch {number}", lang, number=str(code))
        ),
        horizontal=True,
        key=f"replaces_{incoming.name}",
    )
    if chosen != incoming.replaces:
        incoming.replaces = chosen
        files.change(incoming)
        st.rerun()
    found.draw_diff(prepared, lang)


def draw_decision(incoming: Incoming, prepared: Prepared, lang: str) -> None:
    """Draw the bar at the foot: what is left, and the one thing to do next."""
    errors = len(prepared.errors)
    with st.bottom, st.container(border=True, key="decision"):  # noqa: SIM117  the bar, then its row
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.markdown(_left(incoming, prepared, lang), width="content")
            with st.container(horizontal=True, width="content", gap="small"):
                if incoming.findings:
                    _findings_button(incoming, lang, is_main=bool(errors))
                _write_button(incoming, prepared, lang)


def _left(incoming: Incoming, prepared: Prepared, lang: str) -> str:
    errors = len(prepared.errors)
    whole = text("A sheet is written whole or not at all.", lang)
    if prepared.repeated_of is not None:
        return f"**{text('Nothing to write: the same file is in force.', lang)}**"
    if errors:
        left = ntext("{n} wrong cell is left.", "{n} wrong cells are left.", errors, lang)
        return f"**{left}** :gray[{whole}]"
    if incoming.corrects:
        whole = text("Whoever writes it approves the list of what it changes.", lang)
    return f"**{text('All checks passed.', lang)}** :gray[{whole}]"


def _findings_button(incoming: Incoming, lang: str, *, is_main: bool) -> None:
    stem, _, ending = incoming.name.rpartition(".")
    is_marked = found.is_workbook(incoming.data)  # the own one back, its wrong cells explained
    st.download_button(
        text("Download the findings", lang),
        lambda: (found.findings_xlsx if is_marked else found.findings_csv)(incoming, lang),
        file_name=f"{stem or ending}-findings.{'xlsx' if is_marked else 'csv'}",
        mime=tables.XLSX if is_marked else "text/csv",
        icon=":material/download:",
        type="primary" if is_main else "secondary",
        key="findings_download",
        on_click="ignore",
    )


def _write_button(incoming: Incoming, prepared: Prepared, lang: str) -> None:
    records = prepared.grid.table.num_rows
    label = ntext("Write {n} record", "Write {n} records", records, lang)
    st.button(
        label if incoming.is_clean else text("Write", lang),
        type="primary" if incoming.is_clean else "secondary",
        disabled=not incoming.is_clean,
        key="write",
        on_click=files.write,
        args=(incoming, lang),
    )


def draw_changes(incoming: Incoming, who: Visitor) -> None:
    """Draw what the sheet changes of what stood; of a first sheet there is nothing to say."""
    if incoming.foreseen is None or incoming.receipt is not None:
        return
    if incoming.corrects or incoming.foreseen.corrects:
        consequences.draw(incoming.foreseen, who, title=text("What this changes", who.lang))


def draw_receipt(incoming: Incoming, lang: str) -> None:
    """Say what was written, and lead on to the board and to the undo."""
    receipt = incoming.receipt
    if receipt is None:
        return
    said = text(
        "{records} records are in the ledger; open boards show them within seconds.",
        lang,
        records=receipt.records,
    )
    st.info(said, icon=":material/check_circle:")
    query = {"lang": lang}
    with st.container(horizontal=True, key="onward"):
        if incoming.contest and not incoming.names_contests:
            st.page_link(
                "pages/results/live.py",
                label=text("To the board", lang),
                query_params={**query, "contest": incoming.contest},
            )
        st.page_link(
            "pages/organise/batches.py",
            label=text("To batch {number}", lang, number=str(receipt.batch_no)),
            query_params={**query, "batch": str(receipt.batch_no)},
        )


def count_clean(taken: dict[str, Incoming], lang: str) -> str:
    """Return the label of the button that writes every clean file.

    Those that correct something are left out: each of them has a list to be looked at.
    """
    clean = sum(one.is_clean and not one.corrects for one in taken.values())
    return (
        text("Write all {n} clean files", lang, n=format_number(clean, lang)) if clean > 1 else ""
    )


def write_all(taken: dict[str, Incoming], lang: str) -> None:
    """Write every clean file, in the order they were dropped; each is checked anew before."""
    for one in [one for one in taken.values() if one.is_clean and not one.corrects]:
        files.check(one)
        if one.is_clean:
            files.write(one, lang)

"""The page of mark entry: what is entered, where drafts lie, and how they become a sheet."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import ntext, sort_key, text
from kasipkor_core.store import Foreseen, read_draft, save_draft
from kasipkor_core.ui import choice, filters, reads, screen_sheet, session
from kasipkor_core.ui import entry_sheet as entry
from kasipkor_core.ui.entry_sheet import Cell, Given, Marks, Plan
from kasipkor_core.ui.screen_sheet import Outcome
from kasipkor_core.ui.session import Visitor

PASSES = ("first", "second")
_STATE = "kasipkor_marks"
_TOP = 3  # scores of a judgement, WM-05


@dataclass(frozen=True)
class Form:
    """One marking form: a sub-criterion of a contest and the judge who marks it.

    Attributes:
        contest: Row of ``mart.contests``.
        sub_criterion: As A1.
        judge: Name or code.
        aspects: Rows of ``mart.scheme`` of this sub-criterion.
        entries: Entries that are marked, with their names.
        given: Marks in force of the whole contest by entry, aspect and judge.
    """

    contest: dict[str, Any]
    sub_criterion: str
    judge: str
    aspects: tuple[dict[str, Any], ...]
    entries: tuple[tuple[str, str], ...]
    given: dict[tuple[str, str, str], Given]

    @property
    def ids(self) -> list[str]:
        """Return the ids of the aspects, in the order of the scheme."""
        return [one["aspect"] for one in self.aspects]

    @property
    def expected(self) -> int:
        """Return how many marks the form takes."""
        return len(self.aspects) * len(self.entries)

    def place(self, number: str) -> str:
        """Return where the draft of a pass lies."""
        return "|".join((self.contest["contest"], self.sub_criterion, self.judge, number))

    def in_force(self) -> Marks:
        """Return the marks of this form that are in the ledger."""
        ids = set(self.ids)
        return {
            (one, aspect): given.value
            for (one, aspect, judge), given in self.given.items()
            if judge == self.judge and aspect in ids
        }

    def options(self, aspect: dict[str, Any]) -> list[Decimal]:
        """Return what may be chosen for an aspect; empty: any number up to its maximum."""
        held = [value for (_, name), value in self.in_force().items() if name == aspect["aspect"]]
        return entry.list_options(aspect, held, top=_TOP)


def list_contests(who: Visitor) -> dict[str, dict[str, Any]]:
    """Return the contests that can be marked by aspects, those being marked first."""
    rows = [
        row
        for row in filters.matching(who)
        if not row["is_archive"]
        and row["programme"] == "worldskills"
        and row["state"] in ("planned", "open", "marked")
        and row["entries"]
    ]
    rows = sorted(rows, key=lambda row: (not row["is_marking"], row["state"], row["contest"]))
    named = who.chosen("contest")
    known = {row["contest"]: row for row in rows}
    if named and named not in known:
        everything = reads.list_contests(who)
        known |= {row["contest"]: row for row in everything if row["contest"] == named}
    return known


def choose_form(who: Visitor, contest: dict[str, Any]) -> Form | None:
    """Draw the choices of sub-criterion and judge; None while there is nothing to mark."""
    lang, number = who.lang, contest["contest_no"]
    scheme = reads.read("scheme", who, contest_no=number).to_pylist()
    names = {
        one["sub_criterion"]: f"{one['sub_criterion']} · {one['sub_criterion_name'] or ''}"
        for one in scheme
    }
    given = read_given(who, number)
    with st.container(horizontal=True, key="marks_choices"):
        sub = choice.select("sub", names, label=text("Sub-criterion", lang), width=420)
        judge = _choose_judge(who, number, given)
    if sub is None or not judge:
        return None
    people = reads.read("entries_of_contest", who, contest_no=number).to_pylist()
    entries: dict[str, list[str]] = {}
    for one in people:
        if one["is_expected"]:
            entries.setdefault(one["entry"], []).append(one["name"] or "")
    return Form(
        contest=contest,
        sub_criterion=sub,
        judge=judge,
        aspects=tuple(one for one in scheme if one["sub_criterion"] == sub),
        entries=tuple((code, ", ".join(filter(None, found))) for code, found in entries.items()),
        given=given,
    )


def read_given(who: Visitor, contest_no: int) -> dict[tuple[str, str, str], Given]:
    """Return the marks in force of a contest by entry, aspect and judge."""
    rows = reads.read("marks_given", who, contest_no=contest_no).to_pylist()
    return {
        (row["entry"], row["aspect"], row["judge"] or ""): Given(
            row["value"], row["judge"] or "", row["batch_no"]
        )
        for row in rows
    }


def _choose_judge(
    who: Visitor, contest_no: int, given: dict[tuple[str, str, str], Given]
) -> str | None:
    """Draw the judges: the experts of the contest and those who marked, or a new name."""
    experts = reads.read("experts", who, contest_no=contest_no).to_pylist()
    named = [one["name"] for one in experts if one["role"] == "judge" and one["name"]]
    marked = sorted({judge for _, _, judge in given if judge}, key=sort_key)
    chosen: str | None = st.selectbox(
        text("Judge", who.lang),
        list(dict.fromkeys([*named, *marked])),
        index=0 if named or marked else None,
        accept_new_options=True,
        placeholder=text("Choose or type", who.lang),
        key=f"judge_{contest_no}",
        width=320,
    )
    return chosen.strip() if chosen else None


def read_marks(form: Form, number: str) -> Marks:
    """Return what a pass holds: its draft, else for the first what the ledger says."""
    content = read_draft(
        session.store(), actor=session.look().person, kind="marks", place=form.place(number)
    )
    if content is not None:
        return entry.unpack(content)
    return form.in_force() if number == "first" else {}


def has_draft(form: Form, number: str) -> bool:
    """Say whether a pass was begun and is not written."""
    place = form.place(number)
    found = read_draft(session.store(), actor=session.look().person, kind="marks", place=place)
    return found is not None


def keep_marks(form: Form, number: str, marks: Marks | None) -> None:
    """Save the draft of a pass; None forgets it."""
    save_draft(
        session.store(),
        None if marks is None else entry.pack(marks),
        actor=session.look().person,
        kind="marks",
        place=form.place(number),
    )


def read_base(form: Form, number: str) -> tuple[int, Marks]:
    """Return what the grid was opened with, and its version; a grid keeps its base while open."""
    bases: dict[str, tuple[int, Marks]] = st.session_state.setdefault(_STATE, {})
    place = form.place(number)
    if place not in bases:
        bases[place] = (0, read_marks(form, number))
    return bases[place]


def renew_base(form: Form) -> None:
    """Let the grids of a form begin anew from the drafts."""
    bases: dict[str, tuple[int, Marks]] = st.session_state.setdefault(_STATE, {})
    for number in PASSES:
        place = form.place(number)
        version = bases[place][0] + 1 if place in bases else 0
        bases[place] = (version, read_marks(form, number))


def set_mark(form: Form, number: str, cell: Cell, value: object) -> None:
    """Save one mark that was entered in the form for phones."""
    marks = read_marks(form, number)
    mark = entry.read_mark(value)
    if mark is None:
        marks.pop(cell, None)
    else:
        marks[cell] = mark
    keep_marks(form, number, marks)
    renew_base(form)


def find_differences(form: Form) -> list[tuple[Cell, Decimal | None, Decimal | None]]:
    """Return where the blind second entry differs; nothing while it is not begun."""
    if not has_draft(form, "second"):
        return []
    return entry.compare(read_marks(form, "first"), read_marks(form, "second"))


def plan(form: Form) -> Plan:
    """Return what writing the first entry does."""
    return entry.plan_sheet(
        read_marks(form, "first"),
        form.given,
        aspects=form.ids,
        judge=form.judge,
        contest=form.contest["contest"],
        name=f"screen-{form.contest['contest']}-{form.sub_criterion}.csv",
    )


def write(form: Form, lang: str, approved: Foreseen | None = None) -> None:
    """Write the form as a sheet of marks; what came of it is kept for the next run.

    Args:
        form: The form.
        lang: kk, ru or en.
        approved: What a correction changes, as it was shown; null: nobody looked.
    """
    planned = plan(form)
    if planned.sheet is None:
        return
    reason = text("corrected on screen", lang) if planned.replaces else ""
    outcome = screen_sheet.write(planned.sheet, reason=reason, approved=approved)
    screen_sheet.keep("marks", outcome)
    st.session_state[f"{_STATE}_plan"] = planned
    if outcome.receipt is not None:
        discard(form)


def discard(form: Form) -> None:
    """Forget the drafts of a form; the grids show the ledger again."""
    for number in PASSES:
        keep_marks(form, number, None)
    bases: dict[str, tuple[int, Marks]] = st.session_state.setdefault(_STATE, {})
    for number in PASSES:
        version = bases.pop(form.place(number), (0, {}))[0]
        st.session_state[f"{_STATE}_version"] = (
            max(version, st.session_state.get(f"{_STATE}_version", 0)) + 1
        )


def grid_version(form: Form, number: str) -> int:
    """Return the version that the key of a grid bears: another one makes a fresh grid."""
    return read_base(form, number)[0] + int(st.session_state.get(f"{_STATE}_version", 0))


def take_outcome() -> tuple[Outcome | None, Plan | None]:
    """Return what came of the writing before this run, with the plan of its sheet."""
    return screen_sheet.take("marks"), st.session_state.pop(f"{_STATE}_plan", None)


def find_title(form: Form | None, contest: dict[str, Any] | None, lang: str) -> str:
    """Return the finding: how many marks of the form are entered."""
    if contest is None:
        return text("No contest can be marked now", lang)
    if form is None:
        return words.unit_title(contest, lang)
    done = len(read_marks(form, "first"))
    return ntext(
        "{form}: {done} of {n} mark entered",
        "{form}: {done} of {n} marks entered",
        form.expected,
        lang,
        form=form.sub_criterion,
        done=done,
    )

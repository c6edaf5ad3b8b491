"""The widgets of mark entry: the grid, the form for phones, the comparison.

A mark that is typed is text, as the language writes it: Streamlit's fields for numbers follow the
browser instead, and each takes one decimal sign only.
"""

import re
from decimal import Decimal
from functools import partial
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core.i18n import format_number, format_points, ntext, text
from kasipkor_core.ui import entering, screen_sheet
from kasipkor_core.ui import entry_sheet as entry
from kasipkor_core.ui.entering import Form
from kasipkor_core.ui.entry_sheet import Cell, Marks
from kasipkor_core.ui.hall import shorten
from kasipkor_core.ui.head import section

_ENTRY, _NAME = "entry", "name"
_NAME_WIDTH, _LETTER = 170, 8  # pixels
_FEW = 4  # values that lie side by side on a phone
_DIGITS = """<script>document.addEventListener('pointerdown', event => event.target
.closest?.('.st-key-narrow_marks [data-testid=stTextInput] input')
?.setAttribute('inputmode', 'decimal'));</script>"""  # which keys a phone offers


def draw_grid(form: Form, number: str, lang: str) -> None:
    """Draw entries by aspects; every change is saved as a draft at once."""
    _, base = entering.read_base(form, number)
    key = f"grid_{form.place(number)}_{entering.grid_version(form, number)}"
    st.data_editor(
        make_table(form, base, lang),
        key=key,
        hide_index=True,
        num_rows="fixed",
        disabled=[_ENTRY, _NAME],
        column_config=_configure(form, lang),
        on_change=_save_grid,
        args=(form, number, key),
        height="content",
        placeholder="",
        alt=text("Marks: participants by aspects", lang),
    )


def make_table(form: Form, marks: Marks, lang: str) -> pa.Table:
    """Return the grid: a row for each entry, a column for each aspect, null where not marked.

    A column with a choice holds numbers, one that is typed into holds text.
    """
    columns: dict[str, Any] = {
        _ENTRY: pa.array([code for code, _ in form.entries], pa.string()),
        _NAME: pa.array([name for _, name in form.entries], pa.string()),
    }
    for aspect in form.aspects:
        values = [marks.get((code, aspect["aspect"])) for code, _ in form.entries]
        if form.options(aspect):
            numbers = [None if value is None else float(value) for value in values]
            columns[aspect["aspect"]] = pa.array(numbers, pa.float64())
        else:
            written = [format_points(value, lang) or None for value in values]
            columns[aspect["aspect"]] = pa.array(written, pa.string())
    return pa.table(columns)


def apply_edits(form: Form, base: Marks, edits: dict[int, dict[str, Any]]) -> Marks:
    """Return the marks of a grid after its edits, as the widget reports them by row."""
    marks = dict(base)
    known = set(form.ids)
    for row, cells in edits.items():
        code = form.entries[row][0]
        for aspect, value in cells.items():
            mark = entry.read_mark(value)
            if aspect in known and mark is None:
                marks.pop((code, aspect), None)
            elif aspect in known and mark is not None:
                marks[code, aspect] = mark
    return marks


def _save_grid(form: Form, number: str, key: str) -> None:
    edits = st.session_state[key]["edited_rows"]
    _, base = entering.read_base(form, number)
    entering.keep_marks(form, number, apply_edits(form, base, edits))


def _name_width(form: Form) -> int:
    """Return the width in pixels that the longest name needs, within reason."""
    longest = max((len(name) for _, name in form.entries), default=0)
    return min(max(_NAME_WIDTH, longest * _LETTER + 20), 2 * _NAME_WIDTH)


def _configure(form: Form, lang: str) -> dict[str, Any]:
    column = st.column_config
    shown: dict[str, Any] = {
        _ENTRY: column.TextColumn(text("Entry", lang), width=64, pinned=True),
        _NAME: column.TextColumn(text("Participant", lang), width=_name_width(form), pinned=True),
    }
    for aspect in form.aspects:
        options = form.options(aspect)
        help_ = explain(aspect, lang)
        if options:
            shown[aspect["aspect"]] = column.SelectboxColumn(
                options=[float(value) for value in options],
                format_func=partial(say, lang=lang),
                help=help_,
                width=92,
            )
        else:
            shown[aspect["aspect"]] = column.TextColumn(
                validate=entry.write_pattern(aspect["max_mark"]),
                help=help_,
                width=92,
            )
    return shown


def explain(aspect: dict[str, Any], lang: str) -> str:
    """Return what an aspect asks for, its greatest mark, and how parts of it are given."""
    most = text("at most {points}", lang, points=format_number(aspect["max_mark"], lang, 2))
    parts = (aspect["description"], aspect["requirement"], aspect["partial_rule"], aspect["scores"])
    said = [screen_sheet.escape_markdown(part) for part in parts if part]
    return "  \n".join([*said, most]).replace("\n", "  \n")


def draw_phone(form: Form, number: str, lang: str) -> None:
    """Draw one entry at a time, each aspect with its choices below its words."""
    codes = [code for code, _ in form.entries]
    names = dict(form.entries)
    marks = entering.read_marks(form, number)
    code = st.selectbox(
        text("Participant", lang),
        codes,
        format_func=lambda one: f"{one} · {shorten(names[one])}",
        key=f"phone_entry_{form.place(number)}",
    )
    if code is None:
        return
    if names[code] != shorten(names[code]):
        st.caption(names[code])
    for aspect in form.aspects:
        _draw_phone_mark(form, number, aspect, code=code, marks=marks, lang=lang)
    st.html(_DIGITS, unsafe_allow_javascript=True)
    done = sum((code, aspect) in marks for aspect in form.ids)
    st.caption(
        text("{done} of {due} aspects of this participant", lang, done=done, due=len(form.ids))
    )


def _draw_phone_mark(
    form: Form, number: str, aspect: dict[str, Any], *, code: str, marks: Marks, lang: str
) -> None:
    cell = (code, aspect["aspect"])
    key = f"phone_{form.place(number)}_{cell[0]}_{cell[1]}"
    label = f"**{cell[1]}** {screen_sheet.escape_markdown(aspect['description'] or '')}"
    options, value, most = form.options(aspect), marks.get(cell), aspect["max_mark"]
    if options or not st.session_state.get(f"{key}_odd"):
        st.session_state[key] = value if options else format_points(value, lang)
    if options and len(options) <= _FEW:
        st.segmented_control(
            label,
            options,
            format_func=partial(say, lang=lang),
            key=key,
            on_change=_save,
            args=(form, number, cell, key),
        )
    elif options:
        st.selectbox(
            label,
            [None, *options],
            format_func=partial(say, lang=lang),
            key=key,
            on_change=_save,
            args=(form, number, cell, key),
        )
    else:
        st.text_input(label, key=key, on_change=_save_typed, args=(form, number, cell, key, most))
        if st.session_state.get(f"{key}_odd"):
            wanted = format_number(most, lang, 2)
            st.caption(f":red[{text('Write a number from 0 to {points}.', lang, points=wanted)}]")


def say(value: Decimal | float | None, lang: str) -> str:
    """Return a mark as the language writes it, without idle zeros."""
    if value is None:
        return "—"
    number = Decimal(str(value)).normalize() + 0
    return format_number(number, lang, max(0, -int(number.as_tuple().exponent)))


def _save(form: Form, number: str, cell: Cell, key: str) -> None:
    entering.set_mark(form, number, cell, st.session_state[key])


def _save_typed(form: Form, number: str, cell: Cell, key: str, most: Decimal) -> None:
    """Save what was typed, or keep it in its field when it is no mark."""
    typed = st.session_state[key].strip()
    is_mark = not typed or re.match(entry.write_pattern(most), typed) is not None
    st.session_state[f"{key}_odd"] = not is_mark
    if is_mark:
        entering.set_mark(form, number, cell, typed)


def draw_comparison(form: Form, lang: str) -> None:
    """Draw the cells in which the second entry differs, each with the choice of what holds."""
    differences = entering.find_differences(form)
    if not entering.has_draft(form, "second"):
        st.markdown(
            f":gray[{text('The second entry has not begun. Somebody else enters it blind.', lang)}]"
        )
        return
    if not differences:
        st.markdown(f":material/check_circle: {text('Both entries agree in every cell.', lang)}")
        return
    names = dict(form.entries)
    section(ntext("{n} cell differs", "{n} cells differ", len(differences), lang))
    for cell, first, second in differences:
        key = f"differs_{form.place('')}_{cell[0]}_{cell[1]}"
        st.segmented_control(
            f"{cell[0]} · {names.get(cell[0], '')} · **{cell[1]}**",
            list(entering.PASSES),
            format_func=partial(_say_pass, pair=(first, second), lang=lang),
            key=key,
            on_change=_settle,
            args=(form, cell, first, second, key),
        )


def _say_pass(number: str, *, pair: tuple[Decimal | None, Decimal | None], lang: str) -> str:
    if number == "first":
        return text("first entry: {mark}", lang, mark=say(pair[0], lang))
    return text("second entry: {mark}", lang, mark=say(pair[1], lang))


def _settle(
    form: Form, cell: Cell, first: Decimal | None, second: Decimal | None, key: str
) -> None:
    """Let one of the two marks hold in both entries."""
    chosen = first if st.session_state[key] == "first" else second
    for number in entering.PASSES:
        entering.set_mark(form, number, cell, chosen)

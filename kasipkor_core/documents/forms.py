"""Blank marking forms: what a judge marks on paper, with an empty cell for every entry."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from kasipkor_core.documents.papers import Frame
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import format_number, mark, text

Row = Mapping[str, Any]
_MOST_ENTRIES, _MOST_CRITERIA = 10, 4  # cells side by side that a hand can write into
_HOWS = {
    "M": mark("M, measurement: points, at most what the aspect gives."),
    "J": mark("J, judgement: 0, 1, 2 or 3; each judge fills in a form of their own."),
    "": mark("Points, at most what the criterion gives; each judge fills in a form of their own."),
}


def describe_forms(
    items: Sequence[Row], entries: Sequence[Row], frame: Frame
) -> list[dict[str, Any]]:
    """Return the forms of a contest as texts, in the order of marking.

    Args:
        items: Rows of ``sql/reads/marking_forms.sql``.
        entries: Rows of ``sql/reads/start_list.sql``.
        frame: Contest, notes and language.

    Returns:
        A page or more a sub-criterion: a row an aspect and a cell an entry. Where there is no
        scheme, a row an entry and a cell a criterion. More cells than a page has room for are
        shared out evenly over pages.

    Raises:
        Refused: nobody starts.

    Source:
        Rulebook WM-02 (a sub-criterion is one marking form), WM-03, WM-10; BP-08.
    """
    if not entries:
        raise Refused("Nobody starts in this contest yet. Upload its entries first.")
    return [
        page
        for form, group in groupby(items, key=itemgetter("form"))
        for page in (
            _describe_criteria(list(group), entries, frame)
            if form is None
            else _describe_aspects(list(group), entries, frame)
        )
    ]


def _describe_aspects(
    items: Sequence[Row], entries: Sequence[Row], frame: Frame
) -> list[dict[str, Any]]:
    lang, first = frame.lang, items[0]
    day = text("day {number}", lang, number=str(first["day"])) if first["day"] else ""
    head = {
        "turned": True,
        "form": _join(first["form"], first["form_name"]),
        "about": _join(day, _say_most(items, lang)),
        "head": [
            text("Aspect", lang),
            text("Kind", lang),
            text("What is looked at", lang),
            text("of", lang),
        ],
        "widths": [0, 0, 1, 0],
        "rows": [_describe_item(row, lang) for row in items],
        "hows": _say_hows((row["kind"] for row in items), entries, lang),
    }
    cells = [
        {"top": row["entry"], "side": row["name"] or "", "foot": _say_workplace(row)}
        for row in entries
    ]
    return [_describe_page(head, part, frame) for part in _share(cells, _MOST_ENTRIES)]


def _describe_item(row: Row, lang: str) -> dict[str, Any]:
    scores = (row["scores"] or "").replace("\n", " · ")  # a line each makes forms twice as long
    more = (row["requirement"], row["partial_rule"], scores)
    return {
        "cells": [
            row["item"],
            row["kind"],
            row["label"] or "",
            format_number(row["max_mark"], lang, 2),
        ],
        "more": "\n".join(part for part in more if part),
    }


def _describe_criteria(
    items: Sequence[Row], entries: Sequence[Row], frame: Frame
) -> list[dict[str, Any]]:
    lang = frame.lang
    (alone, *others) = items
    head = {
        "turned": False,
        "form": text("All criteria", lang) if others else alone["label"] or alone["item"],
        "about": _say_most(items, lang),
        "head": [text("Entry", lang), text("Participant", lang)],
        "widths": [0, 1],
        "rows": [
            {
                "cells": [row["entry"], row["name"] or ""],
                "more": _join(_say_workplace(row), row["organisation"]),
            }
            for row in entries
        ],
        "hows": _say_hows([""], entries, lang),
    }
    cells = [
        {"top": _say_points(row["max_mark"], lang), "side": row["label"] or row["item"], "foot": ""}
        for row in items
    ]
    return [_describe_page(head, part, frame) for part in _share(cells, _MOST_CRITERIA)]


def _describe_page(
    head: Mapping[str, Any], cells: list[dict[str, str]], frame: Frame
) -> dict[str, Any]:
    lang = frame.lang
    unit, line = frame.name_contest()
    return {
        **head,
        "title": text("Marking form", lang),
        "unit": unit,
        "contest": line,
        "cells": cells,
        "lines": [text("Judge", lang), text("Signature", lang), text("Date", lang)],
        "notes": list(frame.notes),
    }


def _share(cells: list[dict[str, str]], most: int) -> list[list[dict[str, str]]]:
    """Return the cells by page, as many on each as on another."""
    pages = -(-len(cells) // most)
    size = -(-len(cells) // pages)
    return [cells[start : start + size] for start in range(0, len(cells), size)]


def _say_workplace(row: Row) -> str:
    return "" if row["workplace"] is None else f"№ {row['workplace']}"


def _say_hows(kinds: Iterable[str], entries: Sequence[Row], lang: str) -> list[str]:
    is_drawn = any(row["workplace"] is not None for row in entries)
    said = [text(_HOWS[kind], lang) for kind in sorted(set(kinds))]
    return [*said, *([text("№: workplace.", lang)] if is_drawn else [])]


def _say_most(items: Sequence[Row], lang: str) -> str:
    most = _say_points(sum(row["max_mark"] for row in items), lang)
    return text("at most {points}", lang, points=most)


def _say_points(points: Any, lang: str) -> str:  # noqa: ANN401  a decimal or the 0 of a sum
    return format_number(points, lang, 0 if points == int(points) else 2)


def _join(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)

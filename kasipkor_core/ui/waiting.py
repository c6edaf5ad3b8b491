"""What waits for a person: one line a matter, the most urgent first, many alike in one line."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import Count, format_season, mark, ntext, text
from kasipkor_core.ui import live, reads
from kasipkor_core.ui.head import empty
from kasipkor_core.ui.session import Visitor

_MOST_LINES = 5
_MOST_SINGLE = 2  # more of a kind stand in one line
_MOST_GROUPS = 3
_LIST, _MARKS = "pages/organise/contests.py", "pages/organise/marks.py"
_PEOPLE = "pages/organise/participants.py"


@dataclass(frozen=True)
class Waiting:
    """One matter that waits for a person.

    Attributes:
        badge: Markdown of the badge.
        title: What waits, in bold.
        about: Where, in grey.
        label: The act, a verb.
        page: Where it is done.
        query: What the page shows.
    """

    badge: str
    title: str
    about: str
    label: str
    page: str
    query: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Kind:
    """One kind of matter: its problems in ``mart.readiness``, its badge, its sentences."""

    problems: frozenset[str]
    badge: str
    one: str
    all: str
    label: str
    page: str
    state: str


_KINDS = (
    _Kind(
        frozenset({"rescore_needed"}),
        f"orange|:material/error:|{mark('Re-score')}",
        mark("{name}: aspects to re-score: {n}"),
        mark("Contests with aspects to re-score: {n}"),
        mark("Correct"),
        _MARKS,
        "marking",
    ),
    _Kind(
        frozenset({"winner_undecided", "not_decided"}),
        f"yellow|:material/balance:|{mark('Decision')}",
        mark("{name}: the jury has to decide"),
        mark("Contests that wait for the jury: {n}"),
        mark("Decide"),
        _LIST,
        "marked",
    ),
    _Kind(
        frozenset({"not_signed"}),
        f"yellow|:material/draw:|{mark('Sign')}",
        mark("{name}: all marked, not signed"),
        mark("Contests that are fully marked and not signed: {n}"),
        mark("Sign off"),
        _LIST,
        "marked",
    ),
    _Kind(
        frozenset({"marks_missing"}),
        f"gray|:material/hourglass_top:|{mark('Missing')}",
        mark("{name}: marks missing: {n}"),
        mark("Contests with missing marks: {n}"),
        mark("Open"),
        _LIST,
        "marking",
    ),
)


def list_waiting(
    contests: list[dict[str, Any]],
    problems: list[dict[str, Any]],
    pairs: list[dict[str, Any]],
    lang: str,
) -> list[Waiting]:
    """Return what waits, at most five lines.

    Args:
        contests: Rows of ``mart.contests`` that the filters leave.
        problems: Rows of ``mart.readiness``.
        pairs: Rows of ``mart.person_matches`` that nobody has decided.
        lang: kk, ru or en.
    """
    rows = {row["contest_no"]: row for row in contests}
    lines: list[Waiting] = []
    seen: set[int] = set()
    for kind in _KINDS:
        found = _find(kind, rows, problems, seen)
        seen |= {row["contest_no"] for row, _ in found}
        if len(found) > _MOST_SINGLE:
            lines.append(_many(kind, [row for row, _ in found], lang))
        else:
            lines += [_one(kind, row, number, lang) for row, number in found]
    if pairs:
        lines.append(_persons(len(pairs), lang))
    return lines[:_MOST_LINES]


def _find(
    kind: _Kind,
    rows: dict[int, dict[str, Any]],
    problems: list[dict[str, Any]],
    seen: set[int],
) -> list[tuple[dict[str, Any], int]]:
    """Return the contests that wait in this way, each only in its most urgent way."""
    numbers: dict[int, int] = {}
    for problem in problems:
        row = rows.get(problem["contest_no"])
        if row is None or row["contest_no"] in seen or problem["waived_by"]:
            continue
        if problem["problem"] in kind.problems and _is_due(problem["problem"], row):
            known = numbers.get(row["contest_no"], 0)
            numbers[row["contest_no"]] = max(known, int(problem["number"]))
    return [(rows[number], count) for number, count in numbers.items()]


def _is_due(problem: str, row: dict[str, Any]) -> bool:
    """Say whether a problem can be solved now: first the marks, the signature, then the jury."""
    if problem == "not_decided":
        return bool(row["state"] == "signed")
    if problem == "not_signed":
        return bool(row["is_live"] and not row["is_marking"])
    return bool(row["is_live"])


def _one(kind: _Kind, row: dict[str, Any], number: int, lang: str) -> Waiting:
    return Waiting(
        badge=_badge(kind, lang),
        title=text(kind.one, lang, n=number, name=words.unit_title(row, lang)),
        about=about(row, lang),
        label=text(kind.label, lang),
        page=kind.page,
        query=(("contest", row["contest"]),),
    )


def _many(kind: _Kind, rows: list[dict[str, Any]], lang: str) -> Waiting:
    return Waiting(
        badge=_badge(kind, lang),
        title=text(kind.all, lang, n=len(rows)),
        about=group(rows, lang),
        label=text("Show", lang),
        page=_LIST,
        query=(("state", kind.state),),
    )


def group(rows: list[dict[str, Any]], lang: str) -> str:
    """Return contests by season and level, the most first: ``2022/23, oblast: 52 (20 regions)``."""
    kinds = Counter((row["season"], row["level"]) for row in rows)
    parts = []
    for (season, level), number in kinds.most_common(_MOST_GROUPS):
        regions = {
            row["region"]
            for row in rows
            if (row["season"], row["level"]) == (season, level) and row["region"]
        }
        name = f"{format_season(season)}, {words.word(words.LEVELS, level, lang)}: "
        name += f"{Count(number, lang)}"
        if len(regions) > 1:
            name += f" ({ntext('{n} region', '{n} regions', len(regions), lang)})"
        parts.append(name)
    return " · ".join(parts)


def _persons(number: int, lang: str) -> Waiting:
    return Waiting(
        badge=f":gray-badge[:material/group: {text('Person', lang)}]",
        title=ntext(
            "{n} pair of entries may be one person",
            "{n} pairs of entries may be one person",
            number,
            lang,
        ),
        about=text("The same name in two contests: one person or two?", lang),
        label=text("Decide", lang),
        page=_PEOPLE,
        query=(("view", "persons"),),
    )


def _badge(kind: _Kind, lang: str) -> str:
    colour, icon, word = kind.badge.split("|")
    return f":{colour}-badge[{icon} {text(word, lang)}]"


def about(row: dict[str, Any], lang: str) -> str:
    """Return where a contest is: place and level."""
    parts = (live.place_of(row, lang), words.level_name(row, lang))
    return " · ".join(part for part in parts if part)


def read_waiting(who: Visitor, contests: list[dict[str, Any]]) -> list[Waiting]:
    """Return what waits in the contests that the filters leave."""
    pairs = [
        row
        for row in reads.read("person_matches", who).to_pylist()
        if row["state"] == "proposed" and who.chosen("region") in (None, row["region"])
    ]
    return list_waiting(contests, reads.read("readiness", who).to_pylist(), pairs, who.lang)


def draw_waiting(lines: list[Waiting], lang: str) -> None:
    """Draw the lines of what waits, each with its way in."""
    if not lines:
        empty(text("Nothing waits for you.", lang))
        return
    with st.container(border=True, height="stretch", key="waiting"):
        for number, line in enumerate(lines):
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                with st.container(width=560, gap=None):
                    st.markdown(f"{line.badge} **{line.title}**  \n:gray[{line.about}]")
                with st.container(width="content", key=f"waiting_{number}"):
                    st.page_link(
                        line.page,
                        label=line.label,
                        icon="",
                        query_params={**dict(line.query), "lang": lang},
                    )

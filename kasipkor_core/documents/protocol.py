"""The final protocol of a contest as texts: its table, what was decided, who signs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kasipkor_core import words
from kasipkor_core.documents import phrases
from kasipkor_core.documents.papers import Paper, describe_check
from kasipkor_core.i18n import format_number, mark, text

Row = Mapping[str, Any]
_COLUMNS = (  # heading, width (0: as wide as its cells), right-aligned
    (mark("Place"), 0, True),
    (mark("Entry"), 0, False),
    (mark("Name"), 3, False),
    (mark("Region"), 2, False),
    (mark("Total"), 0, True),
    (mark("Scale"), 0, True),
    (mark("Award"), 0, False),
)
_STATED = ("tie", "draw", "reveal", "award", "exclude", "penalty", "waiver", "check", "sign_off")
_GROUP = 16  # digits of a hash in one group, so that lines can break


def describe_protocol(
    paper: Paper,
    contest: Row,
    *,
    board: Iterable[Row],
    decisions: Iterable[Row],
    experts: Sequence[Row],
    head: Row,
    lang: str,
) -> dict[str, Any]:
    """Return the protocol as texts.

    Args:
        paper: Its number, code and day.
        contest: Row of ``mart.contests``.
        board: Rows of ``mart.leaderboard`` in their order.
        decisions: Rows of ``mart.decisions``.
        experts: Rows of ``mart.experts``.
        head: ``batch_no`` and ``sha256`` of the batch whose facts it states.
        lang: Language.
    """
    return {
        **describe_check(paper, lang=lang),
        "title": phrases.title("protocol", lang),
        "unit": phrases.unit_title(contest, lang),
        "contest": phrases.contest_about(contest, lang),
        "head": [text(name, lang) for name, _, _ in _COLUMNS],
        "widths": [width for _, width, _ in _COLUMNS],
        "right": [right for _, _, right in _COLUMNS],
        "rows": [_list_cells(row, lang) for row in board],
        "parts": _list_parts(decisions, lang),
        "signers": _list_signers(experts, lang),
        "notes": _list_notes(paper, contest, head, lang),
    }


def _list_cells(row: Row, lang: str) -> list[str]:
    return [
        "–" if row["place"] is None else str(row["place"]),
        row["entry"],
        row["name"] or "",
        row["region_long"] or "",
        format_number(row["total"], lang, 2),
        "" if row["scale"] is None else str(row["scale"]),
        text("out of ranking", lang)
        if row["is_guest"]
        else words.word(words.AWARDS, row["award"], lang),
    ]


def _list_parts(decisions: Iterable[Row], lang: str) -> list[dict[str, Any]]:
    lines = [_say_decision(row, lang) for row in decisions if row["kind"] in _STATED]
    return [{"title": text("Decisions", lang), "lines": lines}] if lines else []


def _say_decision(row: Row, lang: str) -> str:
    known = {"award": words.AWARDS, "penalty": words.PENALTIES}.get(row["kind"])
    value = words.word(known, row["value"], lang) if known else row["value"]
    parts = [
        text(words.DECISIONS[row["kind"]], lang),
        row["name"] or row["entry"],
        value if row["kind"] not in ("check", "sign_off") else "",
        row["reason"],
        row["who"],
    ]
    return " · ".join(part for part in parts if part)


def _list_signers(experts: Sequence[Row], lang: str) -> list[str]:
    named = [
        f"{text(title, lang)} · {row['name']}"
        for role, title in (("chief_expert", "Chief expert"), ("judge", "Judge"))
        for row in experts
        if row["role"] == role and row["name"]
    ]
    return named or [text("Chief expert", lang), text("Chair of the organising committee", lang)]


def _list_notes(paper: Paper, contest: Row, head: Row, lang: str) -> list[str]:
    return [
        phrases.issued(paper.issued_on, lang),
        text("Ruleset {ruleset}", lang, ruleset=contest["ruleset"]),
        text("Ledger batch {batch}, SHA-256:", lang, batch=str(head["batch_no"])),
        group_hash(head["sha256"]),
    ]


def group_hash(sha256: str) -> str:
    """Write a hash in groups, so that its line can break."""
    return " ".join(sha256[start : start + _GROUP] for start in range(0, len(sha256), _GROUP))

"""From a criterion to the cell of a file: aspects, each judge's mark, where it stands."""

from collections import defaultdict
from dataclasses import dataclass
from html import escape
from typing import Any

from kasipkor_core import words
from kasipkor_core.i18n import Count, format_number, format_stamp, text
from kasipkor_core.ui.grid import render_table

Row = dict[str, Any]
_HASH_SHOWN = 12
_VALUES = {"award": words.AWARDS, "penalty": words.PENALTIES, "names": words.NAMINGS}


@dataclass(frozen=True)
class Walk:
    """All that an entry's result is made of.

    Attributes:
        criteria: ``mart.criteria``.
        aspects: ``mart.aspects``; empty without a scheme.
        lineage: ``mart.lineage``.
        decisions: ``mart.decisions`` about the contest or the entry.
        lang: kk, ru or en.
    """

    criteria: list[Row]
    aspects: list[Row]
    lineage: list[Row]
    decisions: list[Row]
    lang: str


def name_criterion(row: Row, lang: str) -> str:
    """Return what a criterion is called: its name, else its letter."""
    if row["criterion"] == "total":
        return text("Total", lang)
    return str(row["label"] or row["criterion"])


def render_walk(walk: Walk) -> str:
    """Return criteria, their aspects, their marks and cells, then decisions and files, as HTML."""
    values: dict[tuple[str | None, str | None], list[Row]] = defaultdict(list)
    for row in walk.lineage:
        values[row["criterion"], row["aspect"]].append(row)
    listed = _all_criteria(walk)
    criteria = "".join(_criterion(walk, row, values, is_open=len(listed) == 1) for row in listed)
    ready = "".join(_cells(rows, walk.lang) for (name, _), rows in values.items() if name is None)
    blocks = (
        (text("From criteria to cells", walk.lang), criteria or ready),
        (text("Decisions", walk.lang), _decisions(walk)),
        (text("Files and acts", walk.lang), _acts(walk)),
    )
    return "".join(f"<h2>{escape(title)}</h2>{html}" for title, html in blocks if html)


def _all_criteria(walk: Walk) -> list[Row]:
    """Return the criteria, those with nothing marked yet too."""
    known = {row["criterion"] for row in walk.criteria}
    blank = {"label": None, "points": None, "maximum": None, "marks": 0}
    rest = sorted({row["criterion"] for row in walk.aspects} - known)
    return [
        *walk.criteria,
        *(
            {
                **blank,
                "criterion": name,
                "marks_expected": sum(row["criterion"] == name for row in walk.aspects),
            }
            for name in rest
        ),
    ]


def _criterion(
    walk: Walk,
    row: Row,
    values: dict[tuple[str | None, str | None], list[Row]],
    *,
    is_open: bool,
) -> str:
    own = [aspect for aspect in walk.aspects if aspect["criterion"] == row["criterion"]]
    inner = "".join(_aspect(aspect, values, walk.lang) for aspect in own) or _cells(
        values[row["criterion"], None], walk.lang
    )
    marked = (
        ""
        if row["marks"] is None
        else text("{done} / {due} aspects", walk.lang, done=row["marks"], due=row["marks_expected"])
    )
    share = float(row["points"] or 0) / float(row["maximum"]) * 100 if row["maximum"] else 0
    bar = f'<span class="k-track"><span style="width:{share:.0f}%"></span></span>'
    return _details(
        name_criterion(row, walk.lang),
        f"{bar if row['maximum'] else ''}<i>{escape(marked)}</i>",
        _of(row["points"], row["maximum"], walk.lang),
        inner,
        is_open=is_open,
    )


def _aspect(row: Row, values: dict[tuple[str | None, str | None], list[Row]], lang: str) -> str:
    return _details(
        row["aspect"],
        f"<i>{escape(row['description'] or '')}</i>{_wait(row, lang)}",
        _of(row["mark"], row["max_mark"], lang),
        _cells(values[row["criterion"], row["aspect"]], lang),
    )


def _wait(row: Row, lang: str) -> str:
    """Say why an aspect has no mark."""
    if row["is_open"]:
        return f' <em class="k-act">◆ {escape(text("Re-score", lang))}</em>'
    if row["mark"] is None:
        done, due = Count(row["judges"], lang), Count(row["judges_needed"], lang)
        return f" <em>◐ {done} / {due}</em>"
    return ""


def _details(name: str, about: str, points: str, inner: str, *, is_open: bool = False) -> str:
    return (
        f'<details class="k-walk"{" open" if is_open else ""}>'
        f"<summary><b>{escape(name)}</b><span>{about}</span>"
        f"<strong>{points}</strong></summary>{inner}</details>"
    )


def _of(points: object, maximum: object, lang: str) -> str:
    """Write points and what there was to get."""
    own = format_number(points, lang, 2) if points is not None else "–"  # type: ignore[arg-type]
    if maximum is None:
        return own
    return f"{own} <small>/ {format_number(maximum, lang, 2)}</small>"  # type: ignore[arg-type]


def _cells(rows: list[Row], lang: str) -> str:
    """Return the marks with the cells they stand in."""
    if not rows:
        return f'<p class="k-note">{escape(text("Not marked yet.", lang))}</p>'
    columns = [
        ("judge", text("Judge", lang)),
        ("value", text("Value", lang)),
        ("cell", text("Cell", lang)),
        ("file", text("File", lang)),
        ("act", text("Batch", lang)),
        ("who", text("Uploaded by", lang)),
    ]
    body = [_cell(row, lang) for row in rows]
    return render_table(columns, body, label=text("Marks and cells", lang), testid="cells")


def _cell(row: Row, lang: str) -> list[tuple[str, str]]:
    value = row["value"]
    number = "" if value is None else format_number(value, lang, 0 if value == int(value) else 2)
    return [
        ("judge", escape(_name_judge(row, lang))),
        ("value", f"<b>{escape(number or row['words'] or '')}</b>"),
        ("cell", f"<code>{escape(name_cell(row))}</code>"),
        ("file", escape(row["file_name"] or "")),
        ("act", Count(row["batch_no"], lang).__format__("")),
        ("who", escape(row["actor"] or "")),
    ]


def _name_judge(row: Row, lang: str) -> str:
    judge = row["judge"] or text("not named", lang)
    if row["replaced_by"] is None:
        return judge
    return text("{judge}, since replaced by {name}", lang, judge=judge, name=row["replaced_by"])


def name_cell(row: Row) -> str:
    """Return the address of a cell as the file has it: ``Лист1!F17``; a text file has no sheet."""
    if row["row"] is None:
        return ""
    cell = f"{row['column'] or ''}{row['row']}"
    return f"{row['sheet']}!{cell}" if row["sheet"] else cell


def _decisions(walk: Walk) -> str:
    if not walk.decisions:
        return ""
    lang = walk.lang
    columns = [
        ("kind", text("Decision", lang)),
        ("value", text("Value", lang)),
        ("who", text("Decided by", lang)),
        ("at", text("When", lang)),
        ("reason", text("Reason", lang)),
    ]
    body = [
        [
            ("kind", escape(text(words.DECISIONS[row["kind"]], lang))),
            ("value", escape(name_value(row, lang))),
            ("who", escape(row["who"] or "")),
            ("at", format_stamp(row["at"])),
            ("reason", escape(row["reason"] or "")),
        ]
        for row in walk.decisions
    ]
    return render_table(
        columns,
        body,
        label=text("Decisions", lang),
        testid="decisions",
        is_sparse=True,
        leads="kind",
    )


def name_value(row: Row, lang: str) -> str:
    """Return what was decided in words, where there is a word for it."""
    match row["kind"]:
        case "award" | "penalty" | "names" as kind:
            return words.word(_VALUES[kind], row["value"], lang)
        case "tie" if row["value"] in {"both", "all", "share"}:
            return text("shared", lang)
        case "sign_off" | "reopen":
            return ""
        case "check" | "accept" | "lock" | "unlock" | "draw" | "workplace_draw":
            return _shorten_value(row, lang)
        case "reading":
            return _name_answer(str(row["value"]), lang)
    return str(row["value"] or "")


def _name_answer(value: str, lang: str) -> str:
    """Return the answer to an open question of the text: the key of the ruleset in words."""
    if value == "all":
        return text("the readings as set", lang)
    key, _, number = value.partition("=")
    return f"{words.word(words.ANSWERS, key.strip(), lang)}: {number}" if number else value


def _shorten_value(row: Row, lang: str) -> str:
    """Return the beginning of the hash of a draw, the sheets of a check, or parts of a contest."""
    value = str(row["value"])
    match row["kind"]:
        case "draw" | "workplace_draw":
            return f"{value[:_HASH_SHOWN]}…"
        case "check":
            said = text("batch {number}", lang, number=value)
            return text("All sheets", lang) if value == "all" else said
    return text("all parts", lang) if value == "all" else value


def _acts(walk: Walk) -> str:
    """Return the files and acts that brought the values, each once, and the ruleset."""
    acts = {row["batch_no"]: row for row in walk.lineage}
    if not acts:
        return ""
    lang = walk.lang
    columns = [
        ("act", text("Batch", lang)),
        ("file", text("File", lang)),
        ("who", text("Uploaded by", lang)),
        ("at", text("When", lang)),
        ("hash", text("SHA-256 of the file", lang)),
        ("hash", text("Hash in the chain", lang)),
        ("rule", text("Ruleset", lang)),
    ]
    body = [_act(row) for _, row in sorted(acts.items())]
    return render_table(
        columns, body, label=text("Files and acts", lang), testid="acts", leads="file"
    )


def _act(row: Row) -> list[tuple[str, str]]:
    return [
        ("act", str(row["batch_no"])),
        ("file", escape(row["file_name"] or "")),
        ("who", escape(row["actor"] or "")),
        ("at", format_stamp(row["at"])),
        ("hash", _hash(row["file_sha256"])),
        ("hash", _hash(row["sha256"])),
        ("rule", f"{escape(row['ruleset'] or '')} {_hash(row['ruleset_hash'])}"),
    ]


def _hash(value: str | None) -> str:
    """Return the beginning of a hash; the whole of it shows when pointed at."""
    if not value:
        return ""
    return f'<code title="{escape(value)}">{escape(value[:_HASH_SHOWN])}</code>'

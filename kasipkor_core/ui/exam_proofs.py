"""Who is freed from a demonstration exam by which award, and which awards free nobody."""

from html import escape
from typing import Any

from kasipkor_core import words
from kasipkor_core.i18n import mark, ntext, text
from kasipkor_core.ui import reads
from kasipkor_core.ui.board import render_pill
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
VERDICTS = {
    "exempt": mark("frees from the exam"),
    "level": mark("regions and colleges run their own level: it frees nobody"),
    "stream": mark("another stream of championships"),
    "competency": mark("another competency"),
    "no_prize": mark("no prize"),
    "to_confirm": mark("the same name: a person says whether it is the same one"),
    "not_final": mark("the award is not signed yet"),
    "not_student": mark("not a student on the day of the exam"),
}
_BARE = {"verdict": "exempt", "award": None, "level": None, "from_contest": None, "rule": "DE-14"}


def list_proofs(who: Visitor, rows: list[Row]) -> list[Row]:
    """Return what persons of the filters have reached, those who are freed first.

    Who is freed by a decision alone has a row without a championship; so have all to the public,
    who does not see who is compared with whom.
    """
    people = {(row["contest_no"], row["entry_no"]): row for row in rows}
    found = [
        {**proof, "passport": people[key]}
        for proof in reads.read("exam_exemptions", who).to_pylist()
        if (key := (proof["contest_no"], proof["entry_no"])) in people
    ]
    is_known = who.audience == "staff"
    proven = {(one["contest_no"], one["entry_no"]) for one in found if one["verdict"] == "exempt"}
    waived = [
        {**_BARE, "name": row["name"], "basis": row["basis"], "passport": row, "is_known": is_known}
        for key, row in people.items()
        if row["reason"] == "exempt" and key not in proven
    ]
    first = {"to_confirm": 0, "exempt": 1}
    return sorted([*found, *waived], key=lambda one: first.get(one["verdict"], 2))


def find_exempt_title(proofs: list[Row], lang: str) -> str:
    """Return the finding: how many persons are freed from the exam."""
    freed = {
        (row["passport"]["contest_no"], row["passport"]["entry_no"])
        for row in proofs
        if row["verdict"] == row["passport"]["reason"] == "exempt"
    }
    if not freed:
        return text("Nobody of this filter is freed from the exam", lang)
    return ntext(
        "{n} student gets the passport without the exam",
        "{n} students get the passport without the exam",
        len(freed),
        lang,
    )


def render_proofs(proofs: list[Row], lang: str) -> str:
    """Return who is freed by which award, and which awards free nobody and why."""
    columns = [
        ("name", text("Examinee", lang)),
        ("college", text("College", lang)),
        ("skill", text("Competency of the exam", lang)),
        ("contest", text("Championship", lang)),
        ("award", text("Award", lang)),
        ("decision", text("What it is worth here", lang)),
    ]
    body = [_proof_cells(row, lang) for row in proofs]
    return render_table(
        columns, body, label=text("Freed from the exam", lang), testid="exempt", leads="name"
    )


def _proof_cells(row: Row, lang: str) -> list[tuple[str, str]]:
    person = row["passport"]
    sign = {"exempt": "●", "to_confirm": "◆"}.get(row["verdict"], "○")
    look = "k-missed" if row["verdict"] == "to_confirm" else "k-quiet"
    says = f"{sign} {text(VERDICTS[row['verdict']], lang)} · {row['rule']}"
    if row["from_contest"]:
        where = words.word(words.LEVELS, row["level"], lang)
    else:
        where = words.word(words.BASES, row["basis"], lang)
        where += f" · {text('by a recorded decision', lang)}" if row["is_known"] else ""
    stream = row.get("stream")
    if stream not in (None, "wsk"):
        where += f" · {words.word(words.STREAMS, stream, lang)}"
    return [
        ("name", escape(row["name"])),
        ("college", escape(person["organisation"] or "")),
        ("skill", escape(person["unit_name"] or "")),
        ("contest", escape(where)),
        ("award", render_pill(row["award"], lang)),
        ("decision", f'<span class="{look}">{escape(says)}</span>'),
    ]

"""The ceremony as one file: it reveals a result place by place on any laptop, without a network."""

import base64
import dataclasses
import hashlib
import json
from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import Any

from kasipkor_core import words
from kasipkor_core.documents import phrases
from kasipkor_core.documents.issuing import read_head_row, read_rows
from kasipkor_core.documents.press import FONTS
from kasipkor_core.documents.typesetting import LAYOUTS
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import LANGS, NBSP, format_number, text
from kasipkor_core.palette import colours
from kasipkor_core.store import Reader, Store, find_contest

Row = dict[str, Any]
_FACES = ((400, "NotoSans-Regular-kkruen.ttf"), (700, "NotoSans-Bold-kkruen.ttf"))
_COLOURS = ("page", "ink", "mute", "line", "grid", "link", "gold")
_LAST = 9999  # in the table at the end, who has an award and no place
_SHORT = 8  # digits of the ledger's head


def write_ceremony(store: Store, contest: str, *, reader: Reader) -> str:
    """Return the ceremony of a contest as one HTML page that loads nothing.

    Space, arrows and a presenter's keys go on and back; 1, 2, 3 choose the language. What is not
    revealed yet is not in the page's elements, only in its source: whoever has the file has the
    result.

    Args:
        store: The open ledger.
        contest: A contest whose result is final for the reader.
        reader: Whose eyes and which batch: a public reader sees published results alone; its
            language is the first that is shown.

    Raises:
        NotFound: the reader sees no such contest.
        Refused: its result is not final, or nobody has an award to be called out.

    Source:
        WM-12, WM-30 to WM-35, BP-17; the order lives in ``sql/views/mart/reveal.sql``.
    """
    number = find_contest(store, contest, reader)
    said = {lang: _say(store, number, dataclasses.replace(reader, lang=lang)) for lang in LANGS}
    if not said[reader.lang]["steps"]:
        raise Refused(
            "There is nothing to reveal of {contest}: its result is not final, or nobody has an "
            "award that is called out. Sign it off first.",
            contest=contest,
        )
    return _write_page({"start": reader.lang, "said": said}, reader.lang)


def write_policy(style: str, script: str) -> str:
    """Return the page's own policy: its style, its script, its fonts, and nothing from anywhere."""
    return (
        f"default-src 'none'; style-src '{_pin(style)}'; script-src '{_pin(script)}'; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _pin(words: str) -> str:
    digest = hashlib.sha256(words.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _write_page(snapshot: dict[str, Any], lang: str) -> str:
    style = _write_style()
    script = (LAYOUTS / "ceremony.js").read_text(encoding="utf-8")
    data = json.dumps(snapshot, ensure_ascii=False).replace("<", "\\u003c")
    title = escape(snapshot["said"][lang]["title"])
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{write_policy(style, script)}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{title}</title><style>{style}</style>'
        '</head><body><header><b id="unit"></b><span id="about"></span></header>'
        '<main tabindex="-1" aria-live="polite"></main>'
        '<footer><span id="keys"></span><span id="source"></span></footer>'
        f'<script type="application/json" id="snapshot">{data}</script>'
        f"<script>{script}</script></body></html>\n"
    )


def _write_style() -> str:
    tint = colours("dark")
    values = "".join(f"--{name}:{getattr(tint, name)};" for name in _COLOURS)
    faces = "".join(_write_face(weight, name) for weight, name in _FACES)
    rules = (LAYOUTS / "ceremony.css").read_text(encoding="utf-8")
    return f":root{{color-scheme:dark;{values}}}{faces}{rules}"


def _write_face(weight: int, name: str) -> str:
    font = base64.b64encode((FONTS / name).read_bytes()).decode()
    return (
        f'@font-face{{font-family:"Noto Sans";font-weight:{weight};'
        f"src:url(data:font/ttf;base64,{font})}}"
    )


def _say(store: Store, contest_no: int, reader: Reader) -> dict[str, Any]:
    """Return all that is said in one language."""
    lang = reader.lang
    (contest,) = read_rows(store, "paper_contest", reader, contest_no=contest_no)
    rows = read_rows(store, "reveal", reader, contest_no=contest_no)
    head = read_head_row(store, reader)
    steps = [list(group) for _, group in groupby(rows, key=lambda row: row["step"])]
    return {
        "title": text("Award ceremony", lang),
        "unit": words.unit_title(contest, lang),
        "about": phrases.contest_about(contest, lang).replace(" · ", f"{NBSP}· "),
        "line": _say_line(contest, lang),
        "steps": [_say_step(step, lang) for step in steps],
        "source": text(
            "State of the ledger: batch {number} {hash}",
            lang,
            number=format_number(head["batch_no"], lang),
            hash=head["sha256"][:_SHORT],
        ),
        "keys": [
            ("␣ →", text("next", lang)),
            ("←", text("back", lang)),
            ("F", text("full screen", lang)),
            ("1 2 3", "Қаз · Рус · Eng"),
        ],
    }


def _say_line(contest: Row, lang: str) -> str:
    """Return the short line beside the unit: which championship, where."""
    place = contest["region_name"] or contest["host_name"] or ""
    return " · ".join(part for part in (words.level_name(contest, lang), place) if part)


def _say_step(rows: Sequence[Row], lang: str) -> dict[str, Any]:
    first = rows[0]
    place = None if first["is_group"] else first["place"]
    tied = any(row["is_tied"] for row in rows)
    return {
        "code": first["award"],
        "award": phrases.award(first["award"], lang),
        "short": words.word(words.AWARDS, first["award"], lang),
        "place": "" if place is None else text("Place {n}", lang, n=place),
        "note": text("Equal results: the place is shared", lang) if tied else "",
        "people": [_say_person(row, lang) for row in rows],
    }


def _say_person(row: Row, lang: str) -> dict[str, Any]:
    has_points = row["total"] is not None
    number = format_number(row["total"] if has_points else row["scale"], lang, 2 * has_points)
    return {
        "entry": row["entry"],
        "rank": row["place"] or _LAST,
        "name": row["name"] or row["entry"],
        "about": row["region_name"] or "",
        "college": row["organisation"] or "",
        "number": number,
        "points": text("{points} points", lang, points=number) if number else "",
    }

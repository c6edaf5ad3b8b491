"""What is handed to the commission: the list as XLSX and CSV, and a page to print and sign."""

from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import format_number, mark, text
from kasipkor_core.ui import quotas, reads
from kasipkor_core.ui.quota_region import read_seats, skill_name
from kasipkor_core.ui.quotas import Event
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.tables import XLSX, list_sources, write_csv, write_xlsx

_STYLE = """
@page { size: A4 landscape; margin: 14mm; }
body { font: 10.5pt "Noto Sans", sans-serif; color: #000; max-width: 270mm; margin: 1rem auto; }
h1 { font-size: 15pt; margin: 0; } p { margin: 0.3rem 0; }
table { border-collapse: collapse; width: 100%; margin: 0.8rem 0; }
th, td { border: 0.4pt solid #555; padding: 3pt 5pt; text-align: left; vertical-align: top; }
th { background: #eee; } thead { display: table-header-group; } tr { break-inside: avoid; }
.number { text-align: right; } .held { background: #fff4cc; } footer { margin-top: 1.5rem; }
.sign td { border: 0; border-bottom: 0.4pt solid #000; height: 2.2rem; width: 33%; }
"""


def draw(who: Visitor, event: Event, rows: list[dict[str, Any]]) -> None:
    """Offer the lists of these regions to the commission.

    Args:
        who: The visitor.
        event: The event left behind.
        rows: ``mart.quotas`` of the regions on the page.
    """
    lang, chosen = who.lang, dict(st.query_params)
    name = "-".join(["quota", str(event.season), event.level, *(_one(rows))])
    forms = (
        (
            "XLSX",
            XLSX,
            lambda: write_xlsx(name_seats(who, event, rows), list_sources(lang, chosen, who.as_of)),
        ),
        ("CSV", "text/csv", lambda: write_csv(list_seats(who, event, rows))),
        ("HTML", "text/html", lambda: render_page(who, event, rows).encode()),
    )
    labels = {"HTML": text("Page to print and sign", lang)}
    with st.popover(text("To the commission", lang), icon=":material/download:", key="handout"):
        for form, mime, make in forms:
            st.download_button(
                labels.get(form, form),
                make,
                file_name=f"{name}.{form.lower()}",
                mime=mime,
                key=f"handout_{form.lower()}",
                on_click="ignore",
                width="stretch",
            )


def _one(rows: list[dict[str, Any]]) -> list[str]:
    return [rows[0]["region"]] if len(rows) == 1 else []


def list_seats(who: Visitor, event: Event, rows: list[dict[str, Any]]) -> pa.Table:
    """Return the entries of the regions, one list after the other, under their column names."""
    return pa.concat_tables([read_seats(who, event, row["region"]) for row in rows])


def name_seats(who: Visitor, event: Event, rows: list[dict[str, Any]]) -> pa.Table:
    """Return the same for people: titles and words in the reader's language."""
    lang = who.lang
    listed = list_seats(who, event, rows).to_pylist()
    return pa.table(
        {
            text("Region", lang): [row["region_name"] for row in listed],
            text("Place", lang): [row["place"] for row in listed],
            text("Participant", lang): [row["name"] or row["entry"] for row in listed],
            text("Organisation", lang): [row["organisation"] for row in listed],
            text("Persons", lang): [row["persons"] for row in listed],
            text("Points", lang): [row["mark"] for row in listed],
            text("Skill", lang): [skill_name(row, lang) for row in listed],
            text("Decision", lang): [text(words.SEATS[row["status"]], lang) for row in listed],
            text("Persons to the line", lang): [row["distance"] for row in listed],
            text("By which rule", lang): [row["rule"] for row in listed],
        }
    )


def render_page(who: Visitor, event: Event, rows: list[dict[str, Any]]) -> str:
    """Return a whole HTML page: findings, lists, state of the data, lines to sign on."""
    lang = who.lang
    parts = "".join(_region_part(who, event, row) for row in rows)
    title = (
        quotas.find_region_title(rows[0], lang)
        if len(rows) == 1
        else quotas.find_country_title(rows, lang)
    )
    cautions = "".join(f"<p>◐ {escape(one)}</p>" for one in quotas.list_cautions(rows, lang))
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(title)}</h1><p>{escape(quotas.event_name(event, lang))} · "
        f"{escape(quotas.describe_rule(rows[0], lang))}</p>{cautions}{parts}"
        f"{_foot(who)}</body></html>"
    )


def _region_part(who: Visitor, event: Event, row: dict[str, Any]) -> str:
    lang = who.lang
    seats = read_seats(who, event, row["region"]).to_pylist()
    heads = "".join(f"<th>{escape(text(key, lang))}</th>" for key in _HEADS)
    lines = "".join(_seat_line(seat, lang) for seat in seats)
    state = text(words.RANGES[row["status"]], lang)
    says = text(
        "Winners: {winners}, persons: {persons}",
        lang,
        winners=row["winners"],
        persons=row["persons"],
    )
    return (
        f"<h2>{escape(row['region_name'])}</h2><p>{escape(says)} · {escape(state)}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"
    )


_HEADS = (
    mark("Place"),
    mark("Participant"),
    mark("Organisation"),
    mark("Skill"),
    mark("Points"),
    mark("Decision"),
    mark("By which rule"),
)


def _seat_line(seat: dict[str, Any], lang: str) -> str:
    cells = (
        str(seat["place"]),
        seat["name"] or seat["entry"],
        seat["organisation"] or "",
        skill_name(seat, lang),
        format_number(seat["mark"], lang, 2),
        text(words.SEATS[seat["status"]], lang),
        seat["rule"] or "",
    )
    look = ' class="held"' if seat["status"] == "hold" else ""
    return f"<tr{look}>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _foot(who: Visitor) -> str:
    """Return the lines to sign on, and which state of the ledger this is."""
    lang = who.lang
    head = [row for row in reads.read("batches", who).to_pylist() if row["batch_no"] <= who.as_of]
    seal = f"{head[0]['sha256'] or ''}"[:16] if head else ""
    says = text(
        "State of the ledger: batch {number} {hash}", lang, number=str(who.as_of), hash=seal
    )
    people = (text("Chair of the commission", lang), text("Secretary", lang), text("Date", lang))
    signs = "".join(f"<td>{escape(person)}</td>" for person in people)
    return f'<footer><table class="sign"><tr>{signs}</tr></table><p>{escape(says)}</p></footer>'

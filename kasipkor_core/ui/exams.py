"""Demonstration exams: how far they are, who gets a passport, and which site stands in the way."""

from html import escape
from typing import Any

import streamlit as st

from kasipkor_core.i18n import (
    format_date,
    format_days,
    format_number,
    format_season,
    mark,
    ntext,
    sort_key,
    text,
)
from kasipkor_core.ui import reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.quotas import link
from kasipkor_core.ui.session import Visitor

PARTS = {
    "exams": mark("Exams"),
    "passports": mark("Skills Passports"),
    "exempt": mark("Freed from the exam"),
}
STATES = {
    "blocked": ("missed", mark("Site without accreditation")),
    "planned": ("out", mark("Planned")),
    "site_checked": ("out", mark("Site checked")),
    "experts_assigned": ("out", mark("Experts named")),
    "marks_entered": ("hold", mark("Points are missing")),
    "checked": ("hold", mark("Waits for the signature")),
    "finalised": ("in", mark("Signed")),
    "numbered": ("in", mark("Passports numbered")),
}
_SITES = {
    "expired": mark("the certificate ended on {day}"),
    "not_yet": mark("the certificate begins only on {day}"),
    "no_certificate": mark("no certificate is given"),
    "undated": mark("the exam has no days"),
}
Row = dict[str, Any]


def find_season(who: Visitor) -> int | None:
    """Return the chosen season, else the newest with exams; None: there are no exams."""
    wanted = who.chosen_number("season")
    if wanted is not None:
        return wanted
    return max((row["season"] for row in reads.read("exams", who).to_pylist()), default=None)


def keep_chosen(who: Visitor, rows: list[Row], season: int | None) -> list[Row]:
    """Return the rows of the season that the filters of region, competency and exam leave."""
    wanted = {name: who.chosen(name) for name in ("region", "unit", "contest")}
    return [
        row
        for row in rows
        if row["season"] == season
        and all(code is None or row[name] == code for name, code in wanted.items())
    ]


def list_exams(who: Visitor, season: int | None) -> list[Row]:
    """Return the exams of the filters: those where somebody must act first."""
    order = list(STATES)
    rows = keep_chosen(who, reads.read("exams", who).to_pylist(), season)
    acts = ("blocked", "marks_entered", "checked")
    return sorted(
        rows,
        key=lambda row: (
            order.index(row["state"]) if row["state"] in acts else len(order),
            sort_key(reads.region_name(row["region"], who.lang)),
            sort_key(row["organisation"] or ""),
        ),
    )


def find_title(rows: list[Row], lang: str) -> str:
    """Return the finding: sites that hold passports up, else how many passports there are."""
    if not rows:
        return text("No demonstration exam matches", lang)
    stuck = sum(row["blocked"] for row in rows)
    if stuck:
        return ntext(
            "{n} examinee gets no passport: the site had no accreditation",
            "{n} examinees get no passport: the site had no accreditation",
            stuck,
            lang,
        )
    people = sum(row["passports"] for row in rows)
    return ntext(
        "{n} person gets a Skills Passport", "{n} persons get a Skills Passport", people, lang
    )


def describe(rows: list[Row], season: int | None, lang: str) -> str:
    """Return the grey line: what it is, the season, how many came."""
    parts = [text("Demonstration exams and Skills Passports", lang)]
    if season is not None:
        parts.append(format_season(season))
    if rows:
        came = sum(row["examinees"] for row in rows)
        parts.append(ntext("{n} examinee", "{n} examinees", came, lang))
    return " · ".join(parts)


def render_badges(rows: list[Row], lang: str) -> str:
    """Return the counts of exams by how far they are, as badges in Markdown."""
    groups = (
        ("orange", "◆", mark("Site without accreditation"), ("blocked",)),
        ("gray", "◐", mark("Not signed"), ("marks_entered", "checked")),
        ("blue", "●", mark("Signed"), ("finalised", "numbered")),
        ("gray", "○", mark("Not begun"), ("planned", "site_checked", "experts_assigned")),
    )
    counts = [
        (colour, sign, text(word, lang), sum(row["state"] in states for row in rows))
        for colour, sign, word, states in groups
    ]
    return " ".join(
        f":{colour}-badge[{sign} {word} {count}]" for colour, sign, word, count in counts if count
    )


def list_sites(who: Visitor, season: int | None) -> list[Row]:
    """Return the sites that may not hold their exam, those with examinees first (DE-19)."""
    rows = keep_chosen(who, reads.read("exam_sites", who).to_pylist(), season)
    return [row for row in rows if row["blocked"] or (row["site"] and row["state"] in _SITES)]


def draw_sites(who: Visitor, season: int | None) -> None:
    """Draw the trouble with sites, and nothing where there is none."""
    sites = list_sites(who, season)
    if sites:
        st.html(f'<h3 class="k-act">{escape(text("Sites without accreditation", who.lang))}</h3>')
        st.html(render_sites(sites, who.lang))
        st.html(f'<p class="k-rule">{escape(tell_site_rule(who.lang))}</p>')


def tell_site_rule(lang: str) -> str:
    """Return what the rule asks for, in words."""
    return text(
        "DE-05, DE-19: an exam by WorldSkills requirements needs a site whose certificate is "
        "valid on every day. Upload the right certificate, or the exam as not by these "
        "requirements.",
        lang,
    )


def render_sites(sites: list[Row], lang: str) -> str:
    """Return the sites as a table: which college, which days, what is wrong."""
    columns = [
        ("college", text("College", lang)),
        ("region", text("Region", lang)),
        ("date", text("When", lang)),
        ("lacks", text("Site", lang)),
        ("points", text("Examinees", lang)),
    ]
    body = [
        [
            ("college", _link(row, str(row["organisation"] or row["contest"]), lang)),
            ("region", escape(reads.region_name(row["region"], lang))),
            ("date", format_days(row["starts_on"], row["ends_on"], lang)),
            ("lacks", _tell_site(row, lang)),
            ("points", f"<b>{format_number(row['blocked'], lang)}</b>"),
        ]
        for row in sites
    ]
    label = text("Sites without accreditation", lang)
    return render_table(columns, body, label=label, testid="exam_sites", leads="college")


def _tell_site(row: Row, lang: str) -> str:
    day = row["certificate_from"] if row["state"] == "not_yet" else row["certificate_to"]
    says = text(_SITES.get(row["state"], ""), lang, day=format_date(day, lang, year=True))
    name = escape(row["site"] or "")
    return f'{name}{"<br>" if name else ""}<span class="k-missed">◆ {escape(says)}</span>'


def _link(row: Row, label: str, lang: str) -> str:
    """Return a link to the passports of one exam."""
    return link(
        "exams", lang, label, season=row["season"], contest=row["contest"], part="passports"
    )


def render_exams(rows: list[Row], lang: str) -> str:
    """Return the exams as a table; the college opens the passports of its exam."""
    has_line = any(row["reached"] is not None for row in rows)
    columns = [
        ("college", text("College", lang)),
        ("decision", text("State", lang)),
        ("skill", text("Competency", lang)),
        ("date", text("When", lang)),
        ("points", text("Came", lang)),
        ("points", text("Mean", lang)),
        ("span", text("Least–greatest", lang)),
        *([("points", text("Above the lowest grade", lang))] if has_line else []),
        ("points", text("Passports", lang)),
        ("points", text("Numbered", lang)),
    ]
    body = [_exam_cells(row, lang, has_line=has_line) for row in rows]
    return render_table(columns, body, label=text("Exams", lang), testid="exams", leads="college")


def _exam_cells(row: Row, lang: str, *, has_line: bool) -> list[tuple[str, str]]:
    look, word = STATES[row["state"]]
    college = _link(row, str(row["organisation"] or row["contest"]), lang)
    note = "" if row["is_wsk"] else text("not by WorldSkills requirements", lang)
    reached = format_number(row["reached"], lang)
    return [
        ("college", college + render_second(reads.region_name(row["region"], lang))),
        ("decision", render_state(look, text(word, lang))),
        (
            "skill",
            escape(row["unit_name"] or row["unit"] or "")
            + render_second(note if row["registered"] else ""),
        ),
        ("date", format_days(row["starts_on"], row["ends_on"], lang)),
        ("points", f"{format_number(row['examinees'], lang)} / {row['registered']}"),
        ("points", f"<b>{format_number(row['mean'], lang, 1)}</b>"),
        ("span", write_span(row, lang)),
        *([("points", reached)] if has_line else []),
        ("points", format_number(row["passports"], lang)),
        ("points", format_number(row["numbered"], lang)),
    ]


def render_state(look: str, word: str) -> str:
    """Return a state as a word on its colour."""
    return f'<span class="k-pill k-seat-{look}">{escape(word)}</span>'


def render_second(line: str) -> str:
    """Return a second line in grey, nothing for an empty text."""
    return f'<br><span class="k-guest">{escape(line)}</span>' if line else ""


def write_span(row: Row, lang: str) -> str:
    """Return the least and the greatest points, with an en dash; empty when nobody is marked."""
    if row["lowest"] is None:
        return ""
    ends = [format_number(row[name], lang, 1) for name in ("lowest", "highest")]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)

"""What the layouts read: a paper as texts, from the rows of ``mart.issuable`` and its contest."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kasipkor_core.documents import phrases, signing
from kasipkor_core.documents.codes import draw_code
from kasipkor_core.i18n import text

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Paper:
    """One paper before it is set.

    Attributes:
        number: Its number.
        row: What is issued: a row of ``mart.issuable``.
        link: What its QR code says.
        issued_on: Day of issue.
    """

    number: str
    row: Row
    link: str
    issued_on: dt.date


@dataclass(frozen=True)
class Frame:
    """What stands on every page of a list.

    Attributes:
        contest: Row of ``mart.contests`` it is about; null: about no contest.
        notes: Lines that say as of when it is.
        lang: Its language.
    """

    contest: Row | None
    notes: tuple[str, ...]
    lang: str

    def name_contest(self) -> tuple[str, str]:
        """Return title and line of the contest; empty without one."""
        if self.contest is None:
            return "", ""
        return (
            phrases.unit_title(self.contest, self.lang),
            phrases.contest_about(self.contest, self.lang),
        )


def gather(papers: Sequence[Mapping[str, Any]], *, kind: str, lang: str) -> dict[str, Any]:
    """Return what a layout reads: one paper, or many for one merged file."""
    return {
        "title": phrases.title(kind, lang),
        "lang": lang,
        "keywords": [paper["number"] for paper in papers][:1],
        "papers": list(papers),
    }


def describe_honour(
    paper: Paper, contest: Row, *, lang: str, signers: Sequence[str]
) -> dict[str, Any]:
    """Return a diploma, certificate, letter or title as texts."""
    row = paper.row
    members = row["members"] or 1
    return {
        **describe_check(paper, lang=lang),
        "title": phrases.title(row["kind"], lang),
        "lead": phrases.lead(row["kind"], lang, members=members),
        "name": row["name"] or row["entry"],
        "about": _join([row["organisation"], row["region_name"]]),
        "award": phrases.award(row["award"], lang),
        "award_code": row["award"] or "",
        "deed": phrases.deed(row["kind"], lang, members=members),
        "unit": phrases.unit_title(contest, lang),
        "contest": phrases.contest_about(contest, lang),
        "date": phrases.issued(paper.issued_on, lang),
        "signers": list(signers),
    }


def describe_check(paper: Paper, *, lang: str) -> dict[str, Any]:
    """Return number, QR code and address of a paper."""
    return {
        "number": signing.spread_number(paper.number),
        "qr": draw_code(paper.link),
        "check": text("Check this document at", lang),
        "address": paper.link.rpartition("/")[0].partition("://")[2],
        "link": paper.link,
    }


def list_signers(experts: Iterable[Row], lang: str) -> list[str]:
    """Return who signs papers of honour: the chief expert, by name if known, and the chair."""
    chiefs = [row["name"] for row in experts if row["role"] == "chief_expert" and row["name"]]
    chief = _join([text("Chief expert", lang), *chiefs[:1]])
    return [chief, text("Chair of the organising committee", lang)]


def _join(parts: Iterable[str | None]) -> str:
    return " · ".join(part for part in parts if part)

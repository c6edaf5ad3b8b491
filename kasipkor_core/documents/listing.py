"""Making a list: its subject understood, its rows read as of one batch, its sheets set."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from kasipkor_core.documents.badges import describe_badge
from kasipkor_core.documents.bundling import clean
from kasipkor_core.documents.forms import describe_forms
from kasipkor_core.documents.issuing import Tell, read_head_row, read_rows
from kasipkor_core.documents.listings import Listing, Row
from kasipkor_core.documents.lists import LISTS
from kasipkor_core.documents.packing import pack_files
from kasipkor_core.documents.pages import describe_letter, list_parts
from kasipkor_core.documents.papers import Frame
from kasipkor_core.documents.passports import describe_passports
from kasipkor_core.documents.protocol import group_hash
from kasipkor_core.documents.regulations import describe_regulations
from kasipkor_core.documents.typesetting import write_pdf
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.i18n import format_official, format_time, text, to_local
from kasipkor_core.settings import read_settings
from kasipkor_core.store import Reader, Store, find_contest, narrow

_SUBJECTS = {
    "region": re.compile(
        r"(?P<programme>[a-z-]+)-(?P<season>\d{4})-(?P<level>[a-z]+)-(?P<region>[A-Z]{2}(-\w+)?)"
    ),
    "level": re.compile(r"(?P<programme>[a-z-]+)-(?P<season>\d{4})-(?P<level>[a-z]+)"),
    "schedule": re.compile(r"schedule:(?P<programme>[a-z-]+)-(?P<season>\d{4})"),
    "indicators": re.compile(r"indicators:(?P<period>\d{4})/(?P<region>[A-Z]{2}(-\w+)?)"),
    "centre": re.compile(r"centres/(?P<organisation>.+)"),
}
_EXAMPLES = {
    "region": "worldskills-2026-oblast-KZ-35",
    "level": "worldskills-2026-oblast",
    "schedule": "schedule:teacher-skill-2026",
    "indicators": "indicators:2024/KZ-35",
    "centre": "centres/NAME",
}


def write_list(store: Store, kind: str, subject: str, reader: Reader) -> bytes:
    """Return a list as a PDF.

    Args:
        store: The open ledger.
        kind: One of ``LISTS``.
        subject: A contest; or an event with its region, a level of a season, ``schedule:P-S``,
            ``indicators:Y/REGION``, ``centres/NAME``, as the kind wants it.
        reader: Whose eyes, which batch, which language.

    Raises:
        NotFound: no such kind or contest.
        Refused: the subject is of another form, or there is nothing to list.
    """
    data = describe_list(store, kind, subject, reader)
    made_on = to_local(read_head_row(store, reader)["at"]).date()
    return write_pdf(LISTS[kind].layout, data, made_on=made_on)


def pack_list(
    store: Store, kind: str, subject: str, reader: Reader, *, tell: Tell | None = None
) -> bytes:
    """Return a list as a zip with a PDF for each of its sheets; as ``write_list``.

    Args:
        store: The open ledger.
        kind: One of ``LISTS`` that has sheets: by entry, person, step or place.
        subject: What it is about.
        reader: Whose eyes, which batch, which language.
        tell: Called with how many are set, and of how many.
    """
    data = describe_list(store, kind, subject, reader)
    made_on = to_local(read_head_row(store, reader)["at"]).date()
    sheets, files = data["papers"], {}
    for number, sheet in enumerate(sheets, 1):
        file = write_pdf(LISTS[kind].layout, data | {"papers": [sheet]}, made_on=made_on)
        files[f"{number:04}-{clean(sheet['about'])[:80]}".rstrip("-") + ".pdf"] = file
        if tell:
            tell(number, len(sheets))
    return pack_files(files)


def describe_list(store: Store, kind: str, subject: str, reader: Reader) -> dict[str, Any]:
    """Return what the layout of lists reads; the arguments are those of ``write_list``."""
    if kind not in LISTS:
        raise NotFound(
            "There is no document of kind {kind}. Use one of: {kinds}.",
            kind=kind,
            kinds=", ".join(LISTS),
        )
    listing = LISTS[kind]
    rows, contest = _read(store, listing, subject, reader)
    if not rows:
        raise Refused("There is nothing to list for {subject}.", subject=subject)
    head = read_head_row(store, reader)
    frame = Frame(contest, _say_source(head, reader.lang), reader.lang)
    return {
        "title": text(listing.title, reader.lang),
        "lang": reader.lang,
        "keywords": [subject],
        "wide": listing.is_wide,
        "papers": _describe(store, listing, rows, frame, reader),
    }


def _describe(
    store: Store, listing: Listing, rows: list[dict[str, Any]], frame: Frame, reader: Reader
) -> list[dict[str, Any]]:
    """Return the sheets of a list, or what the layout of its own reads."""
    if listing.layout == "list":
        return [_describe_sheet(listing, group, frame) for group in _part(rows, listing.group)]
    if listing.layout == "letter":
        return [describe_letter(listing, row, frame) for row in rows]
    if listing.layout == "passport":
        return describe_passports(store, listing, rows, frame, reader)
    if listing.layout == "regulation":
        return describe_regulations(
            listing, rows, read_rows(store, "list_centre_form", reader), frame
        )
    if listing.layout == "badges":
        return [describe_badge(row, frame, address=read_settings().address) for row in rows]
    number = rows[0]["contest_no"]
    entries = read_rows(store, "start_list", reader, contest_no=number)
    return describe_forms(rows, entries, frame)


def _read(
    store: Store, listing: Listing, subject: str, reader: Reader
) -> tuple[list[dict[str, Any]], Row | None]:
    if listing.subject == "contest":
        number = find_contest(store, subject, reader)
        (contest,) = read_rows(store, "paper_contest", reader, contest_no=number)
        return read_rows(store, listing.read, reader, contest_no=number), contest
    found = _SUBJECTS[listing.subject].fullmatch(subject)
    if not found:
        raise Refused(
            "{subject} is no subject of this list. Write it as {example}.",
            subject=subject,
            example=_EXAMPLES[listing.subject],
        )
    said: dict[str, Any] = found.groupdict()
    said |= {name: int(said[name]) for name in ("season", "period") if name in said}
    if "level" in said:
        event = {name: said[name] for name in ("season", "programme", "level")}
        reader = narrow(store, reader, **event)
    return read_rows(store, listing.read, reader, **said), None


def _part(rows: Sequence[Row], fields: Sequence[str]) -> list[list[Row]]:
    """Return the rows by sheet: a sheet for each value of the fields, in their order."""

    def key(row: Row) -> tuple[str, ...]:
        return tuple(str(row[name]) for name in fields)

    first = {key(row): place for place, row in reversed(list(enumerate(rows)))}
    ordered = sorted(rows, key=lambda row: first[key(row)])
    return [list(group) for _, group in groupby(ordered, key=key)]


def _describe_sheet(listing: Listing, rows: Sequence[Row], frame: Frame) -> dict[str, Any]:
    lang = frame.lang
    about = " · ".join(filter(None, (cell(rows[0], lang) for cell in listing.about)))
    unit, line = frame.name_contest() if frame.contest else (about, "")
    return {
        "title": text(listing.title, lang),
        "about": about,
        "unit": unit,
        "contest": line,
        "head": [text(column.title, lang) for column in listing.columns],
        "widths": [column.width for column in listing.columns],
        "right": [column.is_right for column in listing.columns],
        "rows": [[column.cell(row, lang) for column in listing.columns] for row in rows],
        "parts": list_parts(listing, rows[0], lang),
        "signers": [text(signer, lang) for signer in listing.signers],
        "notes": list(frame.notes),
    }


def _say_source(head: Row, lang: str) -> tuple[str, ...]:
    day = format_official(to_local(head["at"]).date(), None, lang)
    return (
        text("As of {day}, {time}", lang, day=day, time=format_time(head["at"])),
        text("Ledger batch {batch}, SHA-256:", lang, batch=str(head["batch_no"])),
        group_hash(head["sha256"]),
    )

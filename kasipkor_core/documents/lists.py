"""Lists and sheets by kind; those of juries and centres, and letters, in files of their own."""

import datetime as dt

from kasipkor_core import words
from kasipkor_core.documents.letters import LETTERS
from kasipkor_core.documents.listings import (
    COMMISSION,
    Cell,
    Column,
    Listing,
    Row,
    coded,
    plain,
    points,
)
from kasipkor_core.documents.lists_of_centres import CENTRES
from kasipkor_core.documents.lists_of_juries import JURIES
from kasipkor_core.i18n import format_days, format_month, format_number, mark, text


def _days(row: Row, lang: str) -> str:
    days = format_days(row["starts_on"], row["ends_on"], lang)
    months = dict.fromkeys(row[name] for name in ("first_month", "last_month") if row[name])
    return days or " – ".join(_month(month, lang) for month in months)


def _month(month: str, lang: str) -> str:
    first = dt.date.fromisoformat(f"{month}-01")
    return text("{days} {year}", lang, days=format_month(first, lang), year=str(first.year))


def _annex(row: Row, lang: str) -> str:
    return text("Annex {number}", lang, number=row["form"])


def _starter(row: Row, lang: str) -> str:
    parts = (row["name"], text("out of ranking", lang) if row["is_guest"] else None)
    return " · ".join(part for part in parts if part)


def _say_draw(row: Row, lang: str) -> tuple[str, list[str]] | None:
    """Return all that it takes to draw the workplaces again (docs/draw.md)."""
    if row["workplace"] is None:
        return None
    batch_no, shown = str(row["batch_no"]), str(row["reveal_batch_no"])
    return text("Draw of workplaces", lang), [
        f"{text('Batch', lang)}: {batch_no} · {text('Draws before', lang)}: {row['earlier_draws']}",
        f"{text('Hash of the seed', lang)}: {row['commitment']}",
        f"{text('Hash in the chain', lang)}: {row['chain_sha256']}",
        f"{text('Seed', lang)}: {row['seed']} · {text('Batch', lang)}: {shown}",
    ]


def _shown(name: str) -> Cell:
    return lambda row, lang: format_number(row[name], lang, row["shown_decimals"] or 0)


LISTS: dict[str, Listing] = {
    "start_list": Listing(
        mark("Start list"),
        "start_list",
        "contest",
        (
            Column(mark("Workplace"), plain("workplace"), is_right=True),
            Column(mark("Entry"), plain("entry")),
            Column(mark("Name"), _starter, 4),
            Column(mark("Region"), plain("region_name"), 3),
            Column(mark("Organisation"), plain("organisation"), 4),
        ),
        part=_say_draw,
        signers=(mark("Chief expert"), mark("Chair of the organising committee")),
    ),
    "marking_forms": Listing(
        mark("Marking forms"),
        "marking_forms",
        "contest",
        layout="marking_forms",
    ),
    "badges": Listing(mark("Badges"), "badges", "contest", layout="badges"),
    "mark_summary": Listing(
        mark("Summary of marks"),
        "list_criteria",
        "contest",
        (
            Column(mark("Criterion"), plain("criterion")),
            Column(mark("Designation"), plain("label"), 3),
            Column(mark("Points"), points("points"), is_right=True),
            Column(mark("of"), points("maximum"), is_right=True),
        ),
        group=("entry",),
        about=(plain("entry"), plain("name")),
        signers=(mark("Chief expert"), mark("Judge")),
    ),
    "delegation": Listing(
        mark("Delegation of the region"),
        "quota_seats",
        "region",
        (
            Column(mark("Place"), plain("place"), is_right=True),
            Column(mark("Name"), plain("name"), 3),
            Column(mark("Organisation"), plain("organisation"), 3),
            Column(mark("Skill"), plain("unit_name"), 2),
            Column(mark("Total"), points("total"), is_right=True),
            Column(mark("State"), coded("status", words.CANDIDATES)),
            Column(mark("Rule"), plain("rule"), 3),
        ),
        about=(plain("region_name"),),
        signers=(mark("Chair of the organising committee"),),
        is_wide=True,
    ),
    "quota_sheet": Listing(
        mark("Quotas of the regions"),
        "quotas",
        "level",
        (
            Column(mark("Region"), plain("region_name"), 3),
            Column(mark("Winners"), plain("winners"), is_right=True),
            Column(mark("Persons"), plain("persons"), is_right=True),
            Column(mark("Goes on"), plain("seats_in"), is_right=True),
            Column(mark("Held"), plain("seats_hold"), is_right=True),
            Column(mark("State"), coded("status", words.RANGES), 2),
        ),
        about=(coded("programme", words.PROGRAMMES), coded("level", words.LEVELS), plain("season")),
        signers=(mark("Chair of the organising committee"),),
    ),
    "vacancy_protocol": Listing(
        mark("Protocol of the vacancy contest"),
        "vacancy_ranking",
        "contest",
        (
            Column(mark("Place"), plain("place"), is_right=True),
            Column(mark("Candidate"), plain("candidate"), 3),
            Column(mark("Annex"), plain("form"), is_right=True),
            Column(mark("Claimed"), points("claimed", 1), is_right=True),
            Column(mark("Verified"), points("verified", 1), is_right=True),
            Column(mark("Missing documents"), plain("missing"), 2),
        ),
        signers=COMMISSION,
    ),
    "vacancy_sheets": Listing(
        mark("Assessment sheets of candidates"),
        "vacancy_answers",
        "contest",
        (
            Column(mark("No"), plain("ord"), is_right=True),
            Column(mark("Criterion"), plain("criterion_name"), 3),
            Column(mark("Evidence"), plain("evidence"), 3),
            Column(mark("Answer"), plain("option_names"), 3),
            Column(mark("Claimed"), points("claimed", 1), is_right=True),
            Column(mark("Verified"), points("verified", 1), is_right=True),
        ),
        group=("form", "entry_no"),
        about=(_annex, plain("candidate")),
        signers=COMMISSION,
        is_wide=True,
    ),
    "civil_service": Listing(
        mark("Protocol of the selection"),
        "list_selection",
        "contest",
        (
            Column(mark("Place"), plain("place"), is_right=True),
            Column(mark("Personal number"), plain("candidate"), 2),
            Column(mark("Points"), points("score"), is_right=True),
            Column(mark("Total"), points("total"), is_right=True),
            Column(mark("State"), coded("status", words.CANDIDATES)),
            Column(mark("Rule"), plain("text"), 4),
        ),
        group=("step_no",),
        about=(plain("step_name"),),
        signers=COMMISSION,
    ),
    "indicators": Listing(
        mark("Indicators of the region"),
        "list_indicators",
        "indicators",
        (
            Column(mark("Indicator"), plain("indicator")),
            Column(mark("Designation"), plain("indicator_name"), 4),
            Column(mark("Value"), _shown("value"), is_right=True),
            Column(mark("Target"), _shown("target"), is_right=True),
            Column(mark("State"), coded("status", words.REACHED), 1),
            Column(mark("Source"), plain("source"), 2),
        ),
        about=(plain("region_name"), plain("period")),
        is_wide=True,
    ),
    "schedule": Listing(
        mark("Schedule"),
        "list_schedule",
        "schedule",
        (
            Column(mark("No"), plain("no"), is_right=True),
            Column(mark("Contest"), plain("unit_name"), 3),
            Column(mark("Region"), plain("region_name"), 2),
            Column(mark("Dates"), _days, 2),
        ),
        about=(coded("programme", words.PROGRAMMES), plain("season")),
        signers=(mark("Chair of the organising committee"),),
    ),
    **JURIES,
    **CENTRES,
    **LETTERS,
}

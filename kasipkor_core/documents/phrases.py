"""What stands on papers: titles, opening words, deeds, the lines that name a contest."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kasipkor_core import words
from kasipkor_core.i18n import format_official, format_season, mark, text

TITLES = {
    "protocol": mark("Final protocol"),
    "diploma": mark("Diploma"),
    "certificate": mark("Certificate"),
    "letter_of_thanks": mark("Letter of thanks"),
    "best_of_region": mark("Best of the region"),
    "best_of_event": mark("Best of the championship"),
}
_LEADS = {  # one holder, a team
    "diploma": (mark("This diploma is awarded to"), mark("This diploma is awarded to the team")),
    "certificate": (mark("This certificate confirms that"), mark("This certificate confirms that")),
    "letter_of_thanks": (
        mark("This letter of thanks is given to"),
        mark("This letter of thanks is given to the team"),
    ),
    "best_of_region": (mark("This title is given to"), mark("This title is given to the team")),
    "best_of_event": (mark("This title is given to"), mark("This title is given to the team")),
}
_DEEDS = {
    "diploma": (mark("for the result in the contest"), mark("for the result in the contest")),
    "certificate": (mark("took part in the contest"), mark("took part together in the contest")),
    "letter_of_thanks": (
        mark("for taking part in the contest"),
        mark("for taking part in the contest"),
    ),
    "best_of_region": (mark("for the best result of the region"),) * 2,
    "best_of_event": (mark("for the best result of the championship"),) * 2,
}
_AWARDS = words.AWARDS | {
    "gold": mark("Gold medal"),
    "silver": mark("Silver medal"),
    "bronze": mark("Bronze medal"),
    "medallion": mark("Medallion for Excellence"),
}


def title(kind: str, lang: str) -> str:
    """Return what a kind of paper is called."""
    return text(TITLES[kind], lang)


def lead(kind: str, lang: str, *, members: int) -> str:
    """Return the words before the name."""
    return text(_LEADS[kind][members > 1], lang)


def deed(kind: str, lang: str, *, members: int) -> str:
    """Return the words between the name and the contest."""
    return text(_DEEDS[kind][members > 1], lang)


def award(code: str | None, lang: str) -> str:
    """Return an award as it stands on a diploma; empty for none."""
    return words.word(_AWARDS, code, lang)


def unit_title(contest: Mapping[str, Any], lang: str) -> str:
    """Return a contest's title as a heading: a post that no catalogue names is written small."""
    title = words.unit_title(contest, lang)
    return words.begin_sentence(title)


def contest_about(contest: Mapping[str, Any], lang: str) -> str:
    """Return the line below the unit: programme, level, place, skill number, days."""
    programme = contest["programme"]
    parts = [
        words.word(words.PROGRAMMES, programme, lang),
        words.level_name(contest, lang),
        contest["region_name"] or contest["host_name"] or "",
    ]
    if contest["stream"] != "wsk":
        parts.append(words.word(words.STREAMS, contest["stream"], lang))
    if programme == "worldskills" and (contest["unit"] or "").isdecimal():
        parts.append(text("skill {number}", lang, number=contest["unit"]))
    parts.append(_days(contest, lang))
    return " · ".join(part for part in parts if part)


def issued(day: dt.date, lang: str) -> str:
    """Return the line that says when a paper was issued."""
    return text("Issued on {day}", lang, day=format_official(day, None, lang))


def _days(contest: Mapping[str, Any], lang: str) -> str:
    first = contest["starts_on"] or contest["ends_on"]
    if first is None:
        return format_season(contest["season"], short=False)
    return format_official(first, contest["ends_on"], lang)

"""A ruleset in words: what each key means, its value, and where the value comes from."""

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from kasipkor_core.i18n import format_date, format_number, mark, text
from kasipkor_core.words import AWARDS, LEVELS

_TABLE = re.compile(r"^\[([a-z_.]+)\]")
_LIST = re.compile(r"^\[\[")
_KEY = re.compile(r"^([a-z_0-9]+) = .*?#\s*(.*)$")
_MARK = re.compile(r"\[([SVRD])\]")
_RULE = re.compile(r"\b[A-Z]{2}-[A-Z]?\d+[a-z]?(?:\.\d+)?")

ORIGINS = {
    "S": mark("stated in a text"),
    "V": mark("found to hold in official results"),
    "R": mark("rebuilt from a real contest"),
    "D": mark("our default, not in the text"),
}
_WORDS = {
    "show_places_while_marking": mark("Juries see places while they mark"),
    "registration.due_on": mark("Applications are due on"),
    "registration.deadline_inclusive": mark("The last day counts to its end"),
    "registration.consent_required": mark("Consent to data processing is needed"),
    "work.min_pages": mark("Pages of the work, at least"),
    "scheme.scheme_total": mark("All maxima of a scheme together"),
    "scheme.aspect_max": mark("Greatest mark of one aspect"),
    "scheme.criteria_min": mark("Criteria, at least"),
    "scheme.criteria_max": mark("Criteria, at most"),
    "scheme.wsos_sections_min": mark("Sections of the standard, at least"),
    "scheme.wsos_sections_max": mark("Sections of the standard, at most"),
    "scheme.wsos_tolerance": mark("Variation from the standard in total, at most"),
    "scheme.judges_per_judgement": mark("Judges of one judgement"),
    "scheme.judgement_top": mark("Greatest score of a judgement"),
    "scheme.judgement_spread": mark("Scores of one judgement may differ by"),
    "marking.max_points": mark("Greatest total"),
    "marking.partial_total": mark("A total is shown before everything is marked"),
    "marking.combine": mark("Several judges become one by"),
    "marking.min_experts": mark("Experts of a contest, at least"),
    "own_side.college": mark("A judge does not mark the own side: college championship"),
    "own_side.oblast": mark("A judge does not mark the own side: oblast championship"),
    "own_side.republic": mark("A judge does not mark the own side: republican championship"),
    "own_side.international": mark("A judge does not mark the own side: international"),
    "scale.estimator": mark("Spread of the scale is measured by"),
    "scale.centre": mark("Centre of the scale"),
    "scale.spread": mark("Scale points of one spread"),
    "scale.few_entries": mark("The scale bears a warning below so many entries"),
    "awarding.kind": mark("Awards follow"),
    "awarding.tolerance": mark("Scale points from the top of a group of medals"),
    "awarding.max_winner": mark("Winners, at most"),
    "awarding.winner_tie": mark("A shared first place"),
    "advancement.seats": mark("Seats at the next level"),
    "advancement.award": mark("Who goes on"),
}
_VALUES = {
    "true": mark("yes"),
    "false": mark("no"),
    "none": mark("not checked"),
    "organisation": mark("the own organisation"),
    "region": mark("the own region"),
    "mean": mark("their mean"),
    "sum": mark("their sum"),
    "median": mark("their median"),
    "mad": mark("the median deviation"),
    "sd": mark("the standard deviation"),
    "scale": mark("the scale"),
    "place": mark("the place, confirmed by the jury"),
    "jury_decision": mark("is decided by the jury"),
    "share": mark("is shared"),
    "criteria_order": mark("is decided by the criteria in their order"),
}


@dataclass(frozen=True)
class Key:
    """One key of a ruleset file.

    Attributes:
        name: Table and key, as ``marking.combine``.
        value: As the file has it.
        rule: Id of the rule in the rulebook, or nothing.
        origin: S stated, V found to hold, R rebuilt, D default; or nothing.
    """

    name: str
    value: Any
    rule: str
    origin: str


def list_keys(content: str) -> list[Key]:
    """Return the keys of a ruleset file that stand in plain tables, in the order of the file."""
    values = tomllib.loads(content)
    keys, table = [], ""
    for line in content.splitlines():
        if _LIST.match(line):
            table = "-"
        elif found := _TABLE.match(line):
            table = found.group(1)
        elif table != "-" and (found := _KEY.match(line)):
            name = f"{table}.{found.group(1)}" if table else found.group(1)
            keys.append(_make_key(name, _look_up(values, name), found.group(2)))
    return keys


def _make_key(name: str, value: object, comment: str) -> Key:
    rule, origin = _RULE.search(comment), _MARK.search(comment)
    return Key(name, value, rule.group() if rule else "", origin.group(1) if origin else "")


def _look_up(values: dict[str, Any], name: str) -> object:
    found: Any = values
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def list_said(keys: list[Key], lang: str) -> list[tuple[str, str, Key]]:
    """Return the keys that have words: sentence, value in words, key."""
    return [
        (text(_WORDS[key.name], lang), say_value(key.value, lang), key)
        for key in keys
        if key.name in _WORDS
    ]


def list_unsaid(keys: list[Key]) -> list[Key]:
    """Return the keys that have no words of their own and are shown as the file has them."""
    return [key for key in keys if key.name not in _WORDS]


def say_value(value: object, lang: str) -> str:
    """Return the value of a key as people say it."""
    match value:
        case bool():
            return text(_VALUES[str(value).lower()], lang)
        case int():
            return format_number(value, lang)
        case float():
            return format_number(value, lang, 0 if value.is_integer() else 2)
        case dt.date():
            return format_date(value, lang, year=True)
        case list():
            return ", ".join(say_value(one, lang) for one in value) or text("none", lang)
    named = _VALUES.get(str(value)) or AWARDS.get(str(value)) or LEVELS.get(str(value))
    return text(named, lang) if named else str(value)


def say_origin(key: Key, lang: str) -> str:
    """Return where a value comes from: the rule and what kind of source it has."""
    said = text(ORIGINS[key.origin], lang) if key.origin else ""
    return " · ".join(part for part in (key.rule, said) if part)

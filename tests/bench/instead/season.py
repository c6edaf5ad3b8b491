"""A season of many contests as files, with everything that real ones have: ties, guests, gaps.

Half the contests are on the scale of 700, half on the scale of 500. Every tool is given the same
files; what is right is what the second engine says of the same facts.
"""

import csv
import random
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from kasipkor_core.recount import (
    Aspect,
    ContestFacts,
    Entry,
    Mark,
    recount_contest,
    translate_ruleset,
)
from kasipkor_core.rulesets import load_rulesets

CRITERIA = "ABCDE"
ASPECTS = 10  # of a criterion; two of them are judged
MOST = Decimal(2)
STEP = Decimal("0.05")  # of a measured mark
JUDGES = ("J1", "J2", "J3")
RAISED, RAISE = {1, 2, 5, 6}, Decimal("0.45")
RULESETS = {2026: "worldskills", 2016: "worldskills-500"}
EDITION = "2026"  # of the skills, in both seasons


@dataclass(frozen=True)
class Competitor:
    """An entry and what it was given: a mark by aspect, or three scores; null: not marked."""

    entry: str
    is_guest: bool
    status: str
    marks: dict


@dataclass(frozen=True)
class Contest:
    contest: str
    season: int
    unit: str
    competitors: list


def list_aspects():
    """Return the aspects of every contest: name and kind."""
    return [
        (f"{letter}1.{'J' if number % 5 == 4 else 'M'}{1 + number}", "MJ"[number % 5 == 4])
        for letter in CRITERIA
        for number in range(ASPECTS)
    ]


def invent(units, *, seed=2026):
    """Return the contests of two seasons; the same seed gives the same."""
    chance = random.Random(seed)
    return [
        Contest(f"worldskills-{season}-republic-{unit}", season, unit, list(compete(chance)))
        for season in RULESETS
        for unit in units
    ]


def compete(chance):
    """Yield the competitors of one contest."""
    size = chance.choice((1, 2, 4, 6, 9, 12, 14, 16, 17, 18))
    kind = chance.random()
    found = []
    for number in range(1, size + 1):
        is_twin = bool(found) and (kind < 0.04 or chance.random() < 0.08)
        marks = swap(chance, found[-1].marks) if is_twin else mark(chance)
        is_guest = number > 2 and chance.random() < 0.06
        found.append(Competitor(f"{number:02}", is_guest, "active", marks))
    for one in found:
        if len(found) > 3 and chance.random() < 0.05:
            leave_gap(chance, one.marks)
    if len(found) > 3 and chance.random() < 0.2:
        last = found.pop()
        nothing = dict.fromkeys(last.marks)
        found.append(Competitor(last.entry, last.is_guest, "absent", nothing))
    return found


def mark(chance):
    able = chance.uniform(0.4, 0.95)
    steps = int(MOST / STEP)
    return {
        aspect: STEP * min(steps, max(0, round(steps * chance.gauss(able, 0.2))))
        if kind == "M"
        else [min(3, max(0, round(able * 3) - (chance.random() < 0.2))) for _ in JUDGES]
        for aspect, kind in list_aspects()
    }


def swap(chance, marks):
    """Return other marks with the same total: more for what is judged, less for what is measured.

    Two points of the judges more are 0.45 points (WM-05) where they had 1, 2, 5 or 6 together.
    """
    marks = {aspect: list(g) if isinstance(g, list) else g for aspect, g in marks.items()}
    judged = [a for a, g in marks.items() if isinstance(g, list) and sum(g) in RAISED]
    measured = [a for a, g in marks.items() if isinstance(g, Decimal)]
    high = [aspect for aspect in measured if marks[aspect] >= RAISE]
    if judged and high:
        raised = chance.choice(judged)
        base, more = divmod(sum(marks[raised]) + 2, len(JUDGES))
        marks[raised] = [base + (number < more) for number in range(len(JUDGES))]
        marks[chance.choice(high)] -= RAISE
    mixed = chance.sample(measured, len(measured))
    return marks | {aspect: marks[other] for aspect, other in zip(measured, mixed, strict=True)}


def leave_gap(chance, marks):
    """Take away a mark or a score, or let two judges disagree so that a re-score is open."""
    aspects = list(marks)
    kind = chance.choice(("mark", "score", "re-score"))
    wanted = [aspect for aspect in aspects if (kind == "mark") == (".M" in aspect)]
    aspect = chance.choice(wanted)
    if kind == "mark":
        marks[aspect] = None
    elif kind == "score" and marks[aspect]:
        marks[aspect][2] = None
    elif marks[aspect]:
        marks[aspect][:2] = [0, 2]


def list_marks(one):
    """Yield aspect, kind, judge and mark of everything that a competitor was given."""
    for aspect, given in one.marks.items():
        if isinstance(given, list):
            for judge, score in zip(JUDGES, given, strict=True):
                if score is not None:
                    yield aspect, "J", judge, score
        elif given is not None:
            yield aspect, "M", "", given


def write_files(contests, folder):
    """Write contests, entries, scheme and marks as CSV."""
    tables = {
        "contests": (
            "contest programme season level unit edition ruleset",
            [
                (
                    c.contest,
                    "worldskills",
                    c.season,
                    "republic",
                    c.unit,
                    EDITION,
                    RULESETS[c.season],
                )
                for c in contests
            ],
        ),
        "entries": (
            "contest entry name guest status",
            [
                (c.contest, one.entry, f"Competitor {one.entry}", "yes" * one.is_guest, one.status)
                for c in contests
                for one in c.competitors
            ],
        ),
        "scheme": (
            "sub_criterion type aspect max_mark partial_rule",
            [
                (f"{aspect[0]}1", kind, aspect, MOST, "0.05" if kind == "M" else "")
                for aspect, kind in list_aspects()
            ],
        ),
        "marks": (
            "contest entry aspect kind judge mark",
            [
                (c.contest, one.entry, *row)
                for c in contests
                for one in c.competitors
                for row in list_marks(one)
            ],
        ),
    }
    for name, (columns, rows) in tables.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([columns.split(), *rows])


def recount(contests):
    """Return place, scale and award by contest and entry, as the second engine has them."""
    known = {ruleset.ruleset: ruleset for ruleset in load_rulesets()}
    rules = {season: translate_ruleset(known[name]) for season, name in RULESETS.items()}
    return {
        one.contest: {
            one.competitors[found.entry_no - 1].entry: (found.place, found.scale, found.award)
            for found in recount_contest(state_facts(one, rules[one.season]))
        }
        for one in contests
    }


def state_facts(contest, rules):
    judges = {name: number for number, name in enumerate(("", *JUDGES))}
    return ContestFacts(
        rules=rules,
        aspects=tuple(Aspect(aspect, aspect[0], kind, MOST) for aspect, kind in list_aspects()),
        marks=tuple(
            Mark(number, aspect, judges[judge], Decimal(given))
            for number, one in enumerate(contest.competitors, start=1)
            for aspect, _, judge, given in list_marks(one)
        ),
        entries=tuple(
            Entry(number, is_guest=one.is_guest, status=one.status)
            for number, one in enumerate(contest.competitors, start=1)
        ),
    )


def compare(found, right):
    """Return in how many contests places, scale and awards are all right, and with shared places.

    Args:
        found: Place, scale and award by contest and entry, of those that have any.
        right: The same of the second engine.
    """
    counts = defaultdict(int)
    for contest, entries in right.items():
        ranked = {entry: result for entry, result in entries.items() if result[0] is not None}
        given = {e: r for e, r in found.get(contest, {}).items() if r[0] is not None}
        places = [result[0] for result in ranked.values()]
        is_tied = len(set(places)) < len(places)
        for number, what in enumerate(("places", "scale", "awards")):
            same = {e: r[number] for e, r in given.items()} == {
                e: r[number] for e, r in ranked.items()
            }
            counts[what] += same
            counts["ties"] += same and is_tied and what == "places"
        counts["tied"] += is_tied
    return {"contests": len(right), **counts}

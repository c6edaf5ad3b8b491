"""Invented marking schemes: exactly 100.00 points, and one with the structure of a real scheme."""

import csv
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

from tests.demo.people import mix, pick

HERE = Path(__file__).parent
LETTERS = "ABCDEFGHI"
STEP = Decimal("0.25")
PARTIAL = "Әр кемшілік үшін 0,25 шегеріледі"
LEVELS = (
    "Сала стандартынан төмен",
    "Сала стандартына сай",
    "Сала стандартына сай, кей тұста одан жоғары",
    "Үздік",
)


@dataclass(frozen=True)
class Aspect:
    """One row of a scheme."""

    aspect: str
    sub_criterion: str
    sub_name: str
    day: int
    kind: str
    description: str
    requirement: str
    section: int
    max_mark: Decimal
    is_partial: bool


@cache
def load_words():
    return tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))


def make_scheme(rng, *, family, size, days, judged):
    """Return a scheme of ``size`` aspects, ``judged`` of them judgement, over ``days`` days."""
    words = load_words()[family]
    subs = [
        (f"{LETTERS[i]}{j}", name)
        for i, (_, *names) in enumerate(words["parts"])
        for j, name in enumerate(names, start=1)
    ]
    counts = [size // len(subs) + (i < size % len(subs)) for i in range(len(subs))]
    marks = _share_out(rng, size)
    judged_at = set(mix(rng, list(range(size)))[:judged])
    aspects, at = [], 0
    for i, (sub, name) in enumerate(subs):
        day = 1 + i * days // len(subs)
        seen = {"M": 0, "J": 0}
        kinds = sorted("J" if at + k in judged_at else "M" for k in range(counts[i]))
        for kind in kinds:
            seen[kind] += 1
            text, requirement = _describe(words, kind=kind, at=at)
            aspects.append(
                Aspect(
                    aspect=f"{sub}.{kind}{seen[kind]}",
                    sub_criterion=sub,
                    sub_name=name,
                    day=day,
                    kind=kind,
                    description=text,
                    requirement=requirement,
                    section=1 + (at * 6 // size + seen["J"]) % 6,
                    max_mark=marks[at],
                    is_partial=kind == "M" and marks[at] >= Decimal("1.50") and at % 2 == 0,
                )
            )
            at += 1
    return aspects


def _share_out(rng, size):
    """Return ``size`` maxima of 0.50 to 2.00 in quarters that sum to exactly 100.00."""
    quarters = [2 + int(rng.random() * 7) for _ in range(size)]
    while sum(quarters) != 400:
        at = int(rng.random() * size)
        change = 1 if sum(quarters) < 400 else -1
        if 2 <= quarters[at] + change <= 8:
            quarters[at] += change
    return [STEP * quarter for quarter in quarters]


def _describe(words, *, kind, at):
    if kind == "J":
        return words["judged"][at % len(words["judged"])], ""
    return words["measured"][at % len(words["measured"])]


def read_real_structure():
    """Return the published structure of a real scheme of 220 aspects, with our own words."""
    words = load_words()["digital"]
    parts = [(part, name) for part, *names in words["parts"] for name in names]
    with (HERE / "web_scheme_structure.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    subs = list(dict.fromkeys(row["sub_criterion"] for row in rows))
    aspects = []
    for at, row in enumerate(rows):
        number = subs.index(row["sub_criterion"])
        text, requirement = _describe(words, kind=row["aspect_type"], at=at)
        round_no, place = divmod(number, len(parts))
        aspects.append(
            Aspect(
                aspect=row["aspect_id"],
                sub_criterion=row["sub_criterion"],
                sub_name=f"{parts[place][1]}, {round_no + 1}-тапсырма",
                day=int(row["day_of_marking"]),
                kind=row["aspect_type"],
                description=text,
                requirement=requirement,
                section=int(row["wsos_section"]),
                max_mark=Decimal(row["max_mark"]),
                is_partial=False,
            )
        )
    return aspects


def pick_mark(rng: Random, *, aspect: Aspect, skill: float) -> Decimal:
    """Return a measured mark: full, nothing, or less some quarters where partial is allowed."""
    chance = rng.random()
    if chance < skill:
        return aspect.max_mark
    if not aspect.is_partial:
        return Decimal("0.00")
    return aspect.max_mark - STEP * (1 + int(pick(rng, [0, 1, 2, 3])))

"""The worked examples of the rulebook, each a contest: candidates and what is recorded of them."""

from functools import cache

from tests.selection import (
    ability,
    checked,
    essay,
    finalist,
    interview,
    law,
    lay_world,
    pq,
    row,
    to_ability,
)

FULL = (15, 15, 15, 10)
APPLIED = row("application", "application")
FITS = row("application", "hr", status="passed")


def at(day, clock="12:00:00"):
    """Return a moment of Almaty time, UTC+6 in 2023."""
    return {"happened_at": f"{day} {clock}+06"}


def field(*points):
    """Return candidates with so many points in the ability test."""
    return [to_ability(one) for one in points]


def holder(tested, applied):
    """Return who has a law certificate and applies."""
    return [*law(*FULL, **at(tested)), row("application", "application", **at(applied)), FITS]


def writer(*rows):
    """Return a candidate at the essay."""
    return [*pq(category="C-1"), *ability(40), *rows]


def written(words, clock):
    """Return an essay begun at ten."""
    start = row("essay", "start", **at("2023-06-05", "10:00:00"))
    handed = row("essay", "essay", **at("2023-06-05", clock))
    return writer(start, handed, row("essay", "words", words), *essay(4)[1:])


def answered(clock):
    """Return a test of qualities begun at ten."""
    start = row("pq", "start", **at("2023-06-05", "10:00:00"))
    return [start, row("pq", score=100, **at("2023-06-05", clock)), checked("pq")]


QUALITIES = [*(row("pq", f"pq_{n}", 8) for n in range(1, 13)), row("pq", "pq_13", 4), checked("pq")]
SHOWN = [*law(*FULL), APPLIED, row("application", "service", 1)]
SHORT = [*SHOWN, row("application", "service_required", 2)]
TEXT, NUMBERS = row("ability", "ability_text", 21), row("ability", "ability_num", 19)
FILE = [row("file", "records", 3), row("file", "directions", 2), APPLIED]
CASES = {
    "E02": [to_ability(50, violation="V4"), *field(10, 10, 10)],
    "E03": [to_ability(40, violation="calculator"), pq(100, violation="calculator")],
    "E04": [FILE],
    "E06": [[row("law", "lang_state", 0), *law(*FULL)]],
    "E06@lang": [[row("law", "lang_state", 0), *law(*FULL)]],
    "E07": [law(10, 8, 7, 5), law(15, 15, 15, 4), law(8, 8, 8, 5), law(5, 5, 5, 5), law(*FULL)[:3]],
    "E11": [
        holder("2023-03-10", "2023-12-31"),
        holder("2023-03-10", "2024-01-01"),
        holder("2023-03-10", "2023-03-09"),
    ],
    "E11@exclusive": [holder("2023-03-10", "2023-12-31")],
    "E12": [[APPLIED], law(1, 1, 1, 1)],
    "E15": [pq(65), pq(64)],
    "E16": [QUALITIES],
    "E16@each": [QUALITIES],
    "E17": [pq(70, violation="V2"), [row("pq", score=60)], [row("pq", score=70)]],
    "E18": [[*pq(), TEXT, NUMBERS, checked("ability")], [*pq(), TEXT, checked("ability")]],
    "E19": field(45, 44, 40, 39, 38, 30, 29, 20),
    **{f"E20-{n}": field(*range(50, 50 - n, -1)) for n in range(1, 14)},
    "E21": field(47, 46, 44, 41, 39, 33, 30),
    "E22": field(45, 44, 40, 38, 38, 30, 29, 20),
    "E23": field(40, 40, 40, 40, 20),
    "E24": field(40, 40, 40, 40, 40, 40),
    "E25": field(48, 45, 45, 44, 40, 40, 40, 31, 22),
    "E26-1": field(0),
    "E26-2": field(50, 3),
    "E26-3": [to_ability(50, violation="V1"), to_ability(3)],
    "E27": [
        to_ability(50, violation="V1"),
        to_ability(49, violation="V1"),
        *field(48, 47, 46, 45, 44, 43, 42, 41),
    ],
    **{f"E28-{c}": [[*pq(category=c), *ability(40)]] for c in ("C-1", "C-4", "D-O-1", "D-O-2")},
    "E29": [written(200, "10:45:00"), written(201, "10:45:00"), written(9, "10:45:01")],
    "E31": [writer(*essay(4, 3, 2)), writer(*essay(3, 3, 2)), writer(*essay(5, 4, 4))],
    "E32-4": [finalist(points) for points in (150, 145, 140, 135)],
    "E32-2": [finalist(150), finalist(145)],
    "E33": [finalist(points) for points in (150, 145, 140, 140, 130)],
    "E33-all": [finalist(points) for points in (140, 140, 140, 140, 130)],
    "E35": [
        finalist(190, interviewed=40),
        finalist(186, interviewed=36),
        finalist(171, interviewed=21),
        finalist(150, interviewed=0),
        finalist(100),
    ],
    "E36": [finalist(150, days=2982), finalist(150, days=3652)],
    "E37": [
        finalist(150, days=3652, education="master"),
        finalist(150, days=3652, education="higher"),
    ],
    "E38": [finalist(150, days=3652, education="master") for _ in range(2)],
    "E39": [
        finalist(160),
        finalist(155),
        finalist(140, days=100),
        finalist(140, days=200),
    ],
    "E39-equal": [
        finalist(160),
        finalist(155),
        *(finalist(140, days=100, education="master") for _ in range(2)),
    ],
    "E36-unsaid": [finalist(150, days=2982), finalist(150)],
    "E49": [writer(*essay(4, 4, None))],
    "E49-absent": [
        writer(*essay(4, 4), row("essay", "mark", member="m3", status="absent")),
        writer(*essay(5, 5, 5)),
    ],
    "E50": [[*pq(), row("ability", status="absent")], *field(45, 44, 40, 39)],
    "E52": [
        [*pq(110, category="C-1"), *ability(35), *essay(4, 3, 3), *interview(0)],
        [*pq(95, category="C-1"), *ability(44), *essay(4, 4, 4), *interview(0)],
    ],
    "E54": [SHORT, [*SHORT, FITS], [*SHORT, row("application", "hr", status="refused")]],
    "E55": [answered("11:40:00"), answered("11:41:00")],
    "E56": [[*pq(70), row("pq", "reliability", 2)]],
    "open": [to_ability(45), [*pq(), row("ability", score=40)], [row("pq", score=70)]],
}


@cache
def see_world():
    """Return the world of all examples, laid and read once."""
    return lay_world(CASES)

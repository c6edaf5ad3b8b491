"""Random contests: a drawn shape, filled from its seed, so that 60 entries stay quick to make."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from kasipkor_core.recount import (
    Aspect,
    ContestFacts,
    Decision,
    Entry,
    Mark,
    ScaleScore,
    Score,
)

REGIONS = ("KZ-75", "KZ-71", "KZ-79", "KZ-10", "KZ-33")
MARKED = ("worldskills", "worldskills-500", "worldskills-demo")
SCORED = (*MARKED, "best-professionals-2022")
ARCHIVED = ("worldskills", "worldskills-500")
AWARDS = ("winner", "prize_2", "laureate", "nominee", "gold", "medallion", "none")


@dataclass(frozen=True)
class Shape:
    """What is drawn.

    Attributes:
        missing: How many of a hundred values are not there.
        steps: Different values a mark may have: few make many ties.
    """

    source: str
    ruleset: str
    entries: int
    aspects: int
    judges: int
    missing: int
    steps: int
    seed: int


def shapes(*sources, most=60):
    """Return a strategy of shapes; ``sources`` of marks, criteria, totals, archive."""
    return st.sampled_from(sources).flatmap(lambda source: _shapes_of(source, most))


def _shapes_of(source, most):
    rulesets = {"marks": MARKED, "archive": ARCHIVED}.get(source, SCORED)
    return st.builds(
        Shape,
        source=st.just(source),
        ruleset=st.sampled_from(rulesets),
        entries=st.integers(1, most),
        aspects=st.integers(1, 6),
        judges=st.integers(1, 4),
        missing=st.sampled_from((0, 0, 3, 30, 80)),
        steps=st.sampled_from((1, 2, 3, 8, 400)),
        seed=st.integers(0, 2**32 - 1),
    )


def build_facts(shape):
    """Return the facts of a shape; the rules are those of its ruleset, not set here."""
    random = Random(shape.seed)
    entries = tuple(_make_entry(random, number) for number in range(1, shape.entries + 1))
    parts = {
        "marks": _make_marks,
        "criteria": _make_criteria,
        "totals": _make_totals,
        "archive": _make_archive,
    }[shape.source](random, shape, entries)
    decisions = _make_decisions(random, shape)
    return ContestFacts(entries=entries, decisions=decisions, **parts)


def _make_entry(random, number):
    status = random.choices(("active", "absent", "withdrawn", "excluded"), (20, 1, 1, 1))[0]
    return Entry(number, random.choice(REGIONS), is_guest=random.random() < 0.06, status=status)


def _misses(random, shape):
    return random.randrange(100) < shape.missing


def _choose_points(random, shape, most):
    """Return one of ``steps`` values up to ``most``, in hundredths."""
    cents = int(most * 100)
    return Decimal(cents - cents * random.randrange(shape.steps) // shape.steps) / 100


def _make_marks(random, shape, entries):
    aspects = tuple(_make_aspect(random, number) for number in range(1, shape.aspects + 1))
    marks = tuple(
        mark
        for entry in entries
        for aspect in aspects
        for mark in _mark_aspect(random, shape, entry, aspect)
    )
    return {"aspects": aspects, "marks": marks}


def _make_aspect(random, number):
    kind = random.choice("MJ")
    criterion = random.choice("AB")
    most = Decimal(random.choice(("0.50", "0.75", "1.00", "1.35", "2.00")))
    return Aspect(f"{criterion}1.{kind}{number}", criterion, kind, most)


def _mark_aspect(random, shape, entry, aspect):
    if _misses(random, shape):
        return
    if aspect.kind == "J":
        low = random.randrange(3)
        high = min(3, low + random.choices((1, 2, 3), (60, 1, 1))[0])
        for judge in range(1, random.choices((3, 2, 4), (18, 1, 1))[0] + 1):
            score = None if random.random() < 0.01 else Decimal(random.randint(low, high))
            yield Mark(entry.entry_no, aspect.aspect, judge, score)
        return
    points = _choose_points(random, shape, aspect.max_mark)
    for judge in range(1, random.choices((1, 2), (9, 1))[0] + 1):
        differs = judge > 1 and random.random() < 0.1
        value = random.choices((aspect.max_mark if differs else points, None), (40, 1))[0]
        yield Mark(entry.entry_no, aspect.aspect, judge, value)


def _make_totals(random, shape, entries):
    scores = [
        Score(entry.entry_no, judge, "total", _give_points(random, shape, 100))
        for entry in entries
        for judge in range(1, shape.judges + 1)
        if random.random() < 0.95
    ]
    return {"scores": tuple(scores)}


def _give_points(random, shape, most):
    return None if _misses(random, shape) else _choose_points(random, shape, most)


def _make_criteria(random, shape, entries):
    criteria = "ABCDEF"[: shape.aspects]
    scores = [
        Score(entry.entry_no, judge, criterion, _give_points(random, shape, 100 // len(criteria)))
        for entry in entries
        for judge in range(1, shape.judges + 1)
        for criterion in criteria
        if random.random() < 0.99
    ]
    return {"scores": tuple(scores)}


def _make_archive(random, shape, entries):
    width = shape.steps if shape.steps < 400 else 60
    scores = tuple(
        ScaleScore(entry.entry_no, random.choice((500, 700)) + random.randint(-width, width))
        for entry in entries
        if random.random() < 0.97
    )
    return {"is_archive": True, "scale_scores": scores}


def _make_decisions(random, shape):
    decided = [
        Decision("award", random.choice(AWARDS), random.randint(1, shape.entries))
        for _ in range(random.choice((0, 0, 0, 1, 3)))
    ]
    if random.random() < 0.1:
        decided.append(Decision("tie", "both"))
    if random.random() < 0.1:
        decided.append(Decision("exclude", "excluded", random.randint(1, shape.entries)))
    return tuple(decided)

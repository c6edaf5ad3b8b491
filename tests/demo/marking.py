"""Invented marking: what each entry got, who gave it, and how far the juries have come."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from tests.demo.people import mix
from tests.demo.schemes import pick_mark

CENT = Decimal("0.01")


@dataclass
class Marking:
    """The marks of one contest: ``given[entry][aspect]`` is a mark (M) or three scores (J)."""

    scheme: list
    given: dict = field(default_factory=dict)

    def total(self, entry):
        return sum((self.points(entry, aspect) for aspect in self.scheme), start=Decimal(0))

    def points(self, entry, aspect):
        mark = self.given[entry].get(aspect.aspect)
        if mark is None:
            return Decimal(0)
        if aspect.kind == "M":
            return mark
        return (sum(mark) * aspect.max_mark / 9).quantize(CENT, rounding=ROUND_HALF_UP)


def mark_all(rng, *, scheme, entries, share, complete=0.5):
    """Mark every entry up to about ``share`` of the scheme; ``complete`` of them wholly."""
    marking = Marking(scheme=scheme)
    subs = list(dict.fromkeys(aspect.sub_criterion for aspect in scheme))
    for entry in entries:
        skill = 0.50 + 0.42 * rng.random()
        done = _choose_done(rng, subs=subs, share=share, complete=complete)
        marking.given[entry] = {
            aspect.aspect: _mark(rng, aspect=aspect, skill=skill)
            for aspect in scheme
            if aspect.sub_criterion in done
        }
    return marking


def _choose_done(rng, *, subs, share, complete):
    if share >= 1 or rng.random() < complete:
        return set(subs)
    count = round(len(subs) * (share - 0.08 + 0.12 * rng.random()))
    return set(subs[: max(1, min(len(subs) - 1, count))])


def _mark(rng, *, aspect, skill):
    if aspect.kind == "M":
        return pick_mark(rng, aspect=aspect, skill=skill)
    level = min(2, int(rng.random() * 1.2 + skill * 2.1))
    return tuple(level + (rng.random() < skill * 0.6) for _ in range(3))


def tie_second_place(rng, *, marking, entries):
    """Give the third the points of the second, earned in other aspects of the same worth."""
    order = sorted(entries, key=lambda entry: (-marking.total(entry), entry))
    second, third = order[1], order[2]
    groups = defaultdict(list)
    for aspect in marking.scheme:
        if aspect.aspect in marking.given[second]:
            groups[aspect.kind, aspect.max_mark, aspect.is_partial].append(aspect.aspect)
    swapped = {}
    for names in groups.values():
        swapped |= {
            name: marking.given[second][other]
            for name, other in zip(names, mix(rng, names), strict=True)
        }
    marking.given[third] = swapped
    return second, third


def open_rescore(marking, *, entry):
    """Let two judges of the entry's first judgement aspect differ by two."""
    aspect = next(
        a.aspect for a in marking.scheme if a.kind == "J" and a.aspect in marking.given[entry]
    )
    marking.given[entry][aspect] = (1, 3, 2)
    return aspect


def list_rows(marking, *, entries, judges, day):
    """Return the sheet rows of one day: contest-less, one judge's mark each.

    Args:
        marking: The marks.
        entries: ``{entry: region}``.
        judges: ``[(name, region)]``, at least five; each sub-criterion has a team of three, and
            somebody stands in where a member of the team would mark the own region (WM-07).
        day: The day of marking.
    """
    rows = []
    subs = list(dict.fromkeys(aspect.sub_criterion for aspect in marking.scheme))
    for aspect in marking.scheme:
        if aspect.day != day:
            continue
        start = subs.index(aspect.sub_criterion)
        for entry, region in entries.items():
            mark = marking.given[entry].get(aspect.aspect)
            if mark is None:
                continue
            ring = [judges[(start + k) % len(judges)] for k in range(len(judges))]
            team = [name for name, own in ring if own != region][:3]
            if aspect.kind == "M":
                rows.append((entry, aspect.aspect, team[0], f"{mark:.2f}"))
            else:
                rows += [
                    (entry, aspect.aspect, judge, str(score))
                    for judge, score in zip(team, mark, strict=True)
                ]
    return rows

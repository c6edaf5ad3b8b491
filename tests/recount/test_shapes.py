"""What holds for every contest, whatever its marks, on the second engine."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings

from kasipkor_core.recount import Rules, recount_contest
from tests.recount.cases import build_facts, shapes

SOURCES = ("marks", "criteria", "totals", "archive")


@settings(max_examples=40, deadline=None)
@given(shapes(*SOURCES))
def test_the_order_of_the_rows_changes_nothing(shape):
    facts = build_facts(shape)
    random = Random(shape.seed)
    parts = ("aspects", "marks", "scores", "scale_scores", "entries")
    shuffled = {
        part: tuple(random.sample(rows := getattr(facts, part), len(rows))) for part in parts
    }

    assert recount_contest(replace(facts, **shuffled)) == recount_contest(facts)


@settings(max_examples=40, deadline=None)
@given(shapes("marks", "criteria", "totals"))
def test_better_places_never_have_lower_scales_and_equal_places_have_equal_ones(shape):
    facts = replace(build_facts(shape), rules=Rules())
    ranked = sorted((e.place, -e.scale) for e in recount_contest(facts) if e.place)

    assert [scale for _, scale in ranked] == sorted(scale for _, scale in ranked)
    assert len(set(ranked)) == len({place for place, _ in ranked})

"""The rivals are given the same season, and are counted as they deserve."""

from decimal import Decimal
from random import Random

import pytest

from tests.bench import growth, instead
from tests.bench.instead import frames, season


def sum_up(marks):
    judged = {
        1: "0.22",
        2: "0.44",
        3: "0.67",
        4: "0.89",
        5: "1.11",
        6: "1.33",
        7: "1.56",
        8: "1.78",
    }
    points = judged | {0: "0", 9: "2"}
    return sum(
        Decimal(points[sum(given)]) if isinstance(given, list) else given
        for given in marks.values()
    )


def count_scores(marks):
    return sum(sum(given) for given in marks.values() if isinstance(given, list))


def test_a_twin_has_the_same_total_by_other_marks():
    chance = Random(5)
    first = season.mark(chance)
    twins = [season.swap(chance, first) for _ in range(20)]

    assert {sum_up(twin) for twin in twins} == {sum_up(first)}
    assert {count_scores(twin) for twin in twins} == {count_scores(first) + 2}


def test_the_season_has_what_real_ones_have(tmp_path):
    contests = season.invent([f"{n:02}" for n in range(1, 31)])
    everybody = [one for contest in contests for one in contest.competitors]
    right = season.recount(contests)
    places = [[p for p, _, _ in entries.values() if p] for entries in right.values()]
    gaps = sum(None in one.marks.values() for one in everybody if one.status == "active")

    assert sum(len(set(found)) < len(found) for found in places) > 10
    assert sum(one.is_guest for one in everybody) > 5
    assert sum(one.status == "absent" for one in everybody) > 5
    assert gaps > 5
    assert {award for entries in right.values() for _, _, award in entries.values()} == {
        *("gold", "silver", "bronze", "medallion", "certificate", None)
    }


def test_pandas_with_rounded_totals_ranks_as_the_second_engine_and_one_wrong_place_is_counted(
    tmp_path,
):
    contests = season.invent(["01", "02", "03"])
    season.write_files(contests, tmp_path)
    right = season.recount(contests)
    board = frames.rank_season(frames.read_files(tmp_path), is_rounded=True)
    board[["contest", "entry", "place", "scale", "award"]].to_csv(tmp_path / "a.csv", index=False)
    found = instead.read_answer(tmp_path / "a.csv")
    whole = season.compare(found, right)
    contest, entries = next((c, e) for c, e in found.items() if len(e) > 1)
    entry, (place, scale, award) = next(iter(entries.items()))
    entries[entry] = (place + 1, scale, award)
    worse = season.compare(found, right)

    assert (whole["places"], whole["scale"], whole["awards"]) == (6, 6, 6)
    assert whole["ties"] == whole["tied"] > 0
    assert (worse["places"], worse["scale"], worse["awards"]) == (5, 6, 6)
    assert contest in right


@pytest.mark.parametrize(("large", "said"), [(13.0, "1.30 times; aim 1.5: met"), (16.0, "missed")])
def test_growth_says_whether_an_aim_is_met(large, said):
    figures = [{"marks": 2_400_000, "board": 10.0}, {"marks": 100_000_000, "board": large}]

    assert said in growth.write_measure(figures, "board")


@pytest.mark.long
def test_kasipkor_gets_every_contest_of_the_season_right_beside_its_rivals():
    figures = instead.run(quick=True)
    own = figures["tools"][0]

    assert (own["tool"], own["places"], own["scale"], own["awards"]) == (
        "own",
        *[own["contests"]] * 3,
    )
    assert own["ties"] == own["tied"] > 0
    assert "| Kasipkor |" in "\n".join(instead.write(figures, "M"))

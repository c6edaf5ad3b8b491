"""Two venues from one copy: whichever is merged first, the office shows the same."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core.errors import KasipkorError
from kasipkor_core.store import append_decision, append_undo, look_at_package, read_head, verify
from tests import ready, venues
from tests.giving import REPUBLIC, give
from tests.store.test_random_ledgers import publish, sheet
from tests.venues import OBLAST, OTHER, lend, list_unlike, merge, pack, see

VIEWS = (
    *("leaderboard", "awards", "contests", "decisions", "lineage", "batches", "results"),
    *("sheet_checks", "judges", "advancement", "teams", "entries"),
)
OWN = ("'kind': 'merge'", "'kind': 'check'")  # the moment of a merge, the number of a sheet
POINTS = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d", "e"]), st.integers(0, 100), min_size=1, max_size=4
)
ACT = st.sampled_from(["sheet", "sheet", "replace", "undo", "undo", "decide", "check", "publish"])
ACTS = st.lists(st.tuples(ACT, POINTS, st.integers(0, 99)), min_size=1, max_size=7)


def act(store, contest, kind, points, pick):
    """Do one act on a contest, or nothing where it is refused."""
    base, told = 2, {"actor": "jury", "reason": "minutes"}
    number = base + 1 + pick % max(1, read_head(store) - base)
    first = min(points)
    try:
        match kind:
            case "sheet" | "replace":
                replaces = "yes" if kind == "replace" else "no"
                give(store, sheet(points, pick), kind="scores", contest=contest, replaces=replaces)
            case "undo":
                append_undo(store, number, **told)
            case "decide":
                about = f"{contest}/{first}"
                append_decision(store, "award", subject=about, value="medallion", **told)
            case "check":
                append_decision(store, "check", subject=contest, value=str(number), **told)
            case "publish":
                publish(store, contest, 1 + pick % read_head(store))
    except KasipkorError:
        pass


def play(office, folder, name, contest, acts):
    """Lend a copy, let the venue act, and return its package; null: it has done nothing."""
    venue = lend(office, folder, name=name)
    for one in acts:
        act(venue, contest, *one)
    data = pack(venue) if read_head(venue) > 2 else None
    venue.close()
    return data


def merge_all(office, folder, name, packages, views):
    copy = ready.open_copy(ready.keep(office, folder / f"{name}.duckdb"))
    for data in packages:
        if data:
            merge(copy, data)
    shown = {
        f"{view}, {eyes}": [row for row in rows if not any(word in row for word in OWN)]
        for eyes in ("staff", "public")
        for view, rows in see(copy, *views, audience=eyes).items()
    }
    broken = verify(copy, all_contests=True)
    copy.close()
    return shown, broken


def check_order(folder, there, here, views=VIEWS):
    office = ready.open_played("venue-office", venues.begin)
    first = play(office, folder, "first", REPUBLIC, there)
    second = play(office, folder, "second", OBLAST, here)
    act(office, OTHER, "sheet", {"a": 50}, 0)
    one = merge_all(office, folder, "one", [first, second], views)
    other = merge_all(office, folder, "other", [second, first], views)
    office.close()

    assert (one[1], other[1]) == ([], [])
    assert list_unlike(one[0], other[0]) == {}


def check_conflicts(folder, there, here):
    """Both venues act on one contest: whoever comes second, the same is told, sides exchanged."""
    office = ready.open_played("venue-office", venues.begin)
    packages = [
        play(office, folder, name, REPUBLIC, acts) for name, acts in (("x", there), ("y", here))
    ]
    if all(packages):
        found = []
        for order in (packages, packages[::-1]):
            copy = ready.open_copy(ready.keep(office, folder / f"{len(found)}.duckdb"))
            merge(copy, order[0])
            seen = look_at_package(copy, order[1], now=venues.now())
            found.append(
                {(c.kind, c.contest, c.entry, c.what, c.venue, c.centre) for c in seen.conflicts}
            )
            copy.close()
        turned = {(*row[:4], row[5], row[4]) for row in found[1]}

        assert found[0] ^ turned == set()
    office.close()


EXAMPLE = (
    [("sheet", {"a": 90, "b": 80}, 1), ("decide", {"a": 1}, 0), ("replace", {"a": 70}, 2)],
    [("sheet", {"c": 60, "d": 60}, 3), ("undo", {"a": 1}, 0), ("sheet", {"c": 61}, 5)],
)


def test_two_venues_merged_in_either_order_give_the_same_board(tmp_path):
    check_order(tmp_path, *EXAMPLE, views=("leaderboard", "batches"))


@pytest.mark.long
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS, ACTS)
def test_two_venues_merged_in_either_order_give_the_same_fifteen_times(
    tmp_path_factory, there, here
):
    check_order(tmp_path_factory.mktemp("venues"), there, here)


@pytest.mark.long
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS, ACTS)
def test_two_venues_that_changed_one_contest_are_told_alike(tmp_path_factory, there, here):
    check_conflicts(tmp_path_factory.mktemp("venues"), there, here)

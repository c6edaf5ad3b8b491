"""The chain and the moments of a contest, as staff and as the public read them."""

import pytest

from tests.kit import Ledger

HEADS = "select batch_no, sha256, kind, actor from mart.heads order by batch_no"
MOMENTS = "select contest_no, batch_no, kind, actor from mart.moments order by all"


@pytest.fixture
def ledger():
    """Batch 2: entries of contest 1; 3: its scores; 4: its publication; 6: entries of contest 2."""
    ledger = Ledger()
    ledger.lay_contest()
    ledger.lay_entries(2)
    ledger.lay("score", {"entry_no": 1, "points": 80})
    ledger.publish()
    ledger.lay_contest(contest_no=2)
    ledger.lay_entries(1, contest_no=2)
    ledger.con.execute("update ledger.batch set sha256 = 'hash ' || batch_no")
    return ledger


def numbers(ledger, sql=HEADS):
    return [row["batch_no"] for row in ledger.read(sql)]


def see(ledger, audience, *, as_of=6, scope=None):
    ledger.see(as_of=as_of, audience=audience)
    ledger.con.execute("set variable scope = $scope::integer[]", {"scope": scope})


def test_staff_reads_number_hash_and_act_of_every_batch_and_an_old_horizon_ends_where_it_ended(
    ledger,
):
    rows = ledger.read(HEADS)
    see(ledger, "staff", as_of=3)

    assert rows[3] == {"batch_no": 4, "sha256": "hash 4", "kind": "publication", "actor": "test"}
    assert (len(rows), numbers(ledger)) == (6, [1, 2, 3])


def test_the_public_reads_numbers_and_hashes_and_no_act(ledger):
    see(ledger, "public", as_of=4)
    rows = ledger.read(HEADS)

    assert [row["sha256"] for row in rows] == ["hash 1", "hash 2", "hash 3", "hash 4"]
    assert {(row["kind"], row["actor"]) for row in rows} == {(None, None)}


def test_staff_of_one_place_reads_all_hashes_and_the_acts_of_its_own(ledger):
    see(ledger, "staff", scope=[2])
    acts = [row["batch_no"] for row in ledger.read(HEADS) if row["kind"]]
    see(ledger, "staff")

    assert (numbers(ledger), acts) == ([1, 2, 3, 4, 5, 6], [5, 6])


def test_whoever_is_nobody_reads_nothing(ledger):
    for variable in ("audience", "as_of"):
        see(ledger, "staff")
        ledger.con.execute(f"reset variable {variable}")

        assert (numbers(ledger), numbers(ledger, MOMENTS)) == ([], [])


def test_a_contest_can_be_looked_at_as_of_every_batch_that_touched_it(ledger):
    ledger.undo(1, 3)
    rows = [(row["contest_no"], row["batch_no"]) for row in ledger.read(MOMENTS)]

    assert rows == [(1, 1), (1, 2), (1, 3), (1, 4), (1, 7), (2, 5), (2, 6)]


def test_the_public_looks_at_a_contest_as_of_its_publications_and_does_not_see_who_published(
    ledger,
):
    see(ledger, "public")
    public = ledger.read(MOMENTS)
    see(ledger, "staff", scope=[2])
    of_one_place = ledger.read(MOMENTS)
    see(ledger, "staff")

    assert public == [{"contest_no": 1, "batch_no": 4, "kind": "publication", "actor": None}]
    assert of_one_place == [
        *public,
        {"contest_no": 2, "batch_no": 5, "kind": "sheet", "actor": "test"},
        {"contest_no": 2, "batch_no": 6, "kind": "sheet", "actor": "test"},
    ]

"""Lend, pack and merge at the command line: a day with a laptop and a stick."""

import pytest

from tests.giving import REPUBLIC
from tests.test_cli import SCORES, rows

HEAD = "kind,contest,entry,what,venue,centre,venue_batch_no,centre_batch_no,answer\n"
OF = ("--kind", "scores", "--contest", REPUBLIC)


@pytest.fixture
def day(loaded, file, tmp_path):
    """The office's command, the venue's, and the stick; the venue has marked: batch 2 there."""
    stick = tmp_path / "copy.duckdb"
    laptop = tmp_path / "laptop.duckdb"
    loaded("lend", stick, "--venue", "Aktobe")
    loaded("restore", stick, "--db", laptop)

    def venue(*arguments):
        return loaded(*arguments, "--db", laptop)

    venue("import", file(SCORES), *OF)
    return loaded, venue, tmp_path / "aktobe.package"


def board(text):
    return [(row["entry"], row["total"], row["place"]) for row in rows(text)]


@pytest.mark.long
def test_what_a_laptop_did_is_packed_looked_at_and_merged_once(day):
    office, venue, package = day
    code, key, _ = venue("pack", package)
    looked = office("merge", package, "--dry-run")
    merged, again = office("merge", package), office("merge", package)
    there = board(venue("show", "leaderboard", "--where", f"contest={REPUBLIC}")[1])

    assert (code, len(key.strip())) == (0, 64)
    assert (looked[:2], looked[2]) == (
        (0, HEAD),
        "Aktobe: new batches 1, points without an answer 0.\n",
    )
    assert (merged[:2], again[:2]) == ((0, "2\n"), (0, ""))
    assert "is here already" in again[2]
    assert board(office("show", "leaderboard", "--where", f"contest={REPUBLIC}")[1]) == there
    assert office("verify", "--all")[0] == 0


@pytest.mark.long
def test_a_conflict_is_printed_refused_and_answered(day, file):
    office, venue, package = day
    office("import", file(SCORES.replace("9", "8"), "other.csv"), *OF)
    venue("pack", package)
    looked = office("merge", package, "--dry-run")
    refused = office("merge", package)
    wrong = office("merge", package, "--take", f"{REPUBLIC}=nobody")
    answered = office("merge", package, "--dry-run", "--take", f"{REPUBLIC}=venue")
    merged = office("merge", package, "--take", f"{REPUBLIC}=venue")
    told = rows(looked[1])

    assert (looked[0], refused[0], wrong[0], merged[0]) == (1, 1, 2, 0)
    assert {row["kind"] for row in told} == {"both_changed", "marked_twice", "made_twice"}
    assert {row["contest"] for row in told} == {REPUBLIC}
    assert "--take CONTEST=venue" in refused[2]
    assert (refused[1], merged[1]) == (looked[1], "3\n")
    assert (answered[0], {row["answer"] for row in rows(answered[1])}) == (0, {"venue"})


@pytest.mark.long
def test_a_package_is_not_written_over_another_and_an_office_packs_nothing(day):
    office, venue, package = day
    venue("pack", package)
    before = package.read_bytes()

    assert venue("pack", package)[0] == 1
    assert package.read_bytes() == before
    assert office("pack", package.with_name("office.package"))[0] == 1
    assert venue("merge", package)[0] == 1

"""The record of the complete checks."""

from tests.record import HEAD, write_row


def test_a_part_that_runs_again_takes_the_place_of_its_former_row(tmp_path):
    path = tmp_path / "checks.md"
    write_row("long", passed=1, failed=1, skipped=0, seconds=9, path=path)
    write_row("browser", passed=2, failed=0, skipped=0, seconds=8, path=path)
    write_row("long", passed=3, failed=0, skipped=1, seconds=7, path=path)
    rows = path.read_text(encoding="utf-8").removeprefix(HEAD).splitlines()

    assert [(row.split(" | ")[0], row.split(" | ")[3:]) for row in rows] == [
        ("| browser", ["2", "0", "0", "8 |"]),
        ("| long", ["3", "0", "1", "7 |"]),
    ]

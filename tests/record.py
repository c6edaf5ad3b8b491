"""``pytest --record NAME`` keeps the outcome of a run as one row of docs/checks.md."""

import platform
import time
from datetime import UTC, datetime

import duckdb

from kasipkor_core import house

PATH = house.ROOT / "docs" / "checks.md"
HEAD = """# The last complete checks

Written by `make test-all`: one row a part, with the day, the versions and the outcome.

| part | day | Python, DuckDB | passed | failed | skipped | seconds |
|---|---|---|--:|--:|--:|--:|
"""


class Record:
    """Counts the outcomes of one run and writes its row when the run is over."""

    def __init__(self, name):
        self.name = name
        self.began = time.monotonic()

    def pytest_terminal_summary(self, terminalreporter):
        count = {word: len(rows) for word, rows in terminalreporter.stats.items()}
        write_row(
            self.name,
            passed=count.get("passed", 0),
            failed=count.get("failed", 0) + count.get("error", 0),
            skipped=count.get("skipped", 0),
            seconds=round(time.monotonic() - self.began),
        )


def write_row(name, *, passed, failed, skipped, seconds, path=PATH):
    """Put one part's row into the table, in the place of its former one."""
    day = datetime.now(UTC).date().isoformat()
    versions = f"{platform.python_version()}, {duckdb.__version__}"
    row = f"| {name} | {day} | {versions} | {passed} | {failed} | {skipped} | {seconds} |"
    kept = path.read_text(encoding="utf-8").removeprefix(HEAD).splitlines() if path.exists() else []
    others = [line for line in kept if not line.startswith(f"| {name} |")]
    path.write_text(HEAD + "\n".join([*others, row]) + "\n", encoding="utf-8")

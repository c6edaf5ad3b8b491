"""Measure and write docs/performance.md: ``python -m tests.bench [--quick] [--only PART]``.

Every part runs in a process of its own. The page and the figures are written after each, so that
what was measured stays; a part that breaks is told at the end and leaves its former figures.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import streamlit

from kasipkor_core import house
from tests.bench import (
    board,
    growth,
    instead,
    live,
    nation,
    papers,
    report,
    screens,
    shared,
    sheets,
    soak,
    start,
)
from tests.bench.say import say

PARTS = {
    "board": board.run,
    "sheets": sheets.run,
    "nation": nation.run,
    "start": start.run,
    "papers": papers.run,
    "live": live.run,
    "screens": screens.run,
}
BY_NAME = {  # these take long or need more, and run only when they are named
    "soak": soak.run,
    "instead": instead.run,
    "growth": growth.run,
    "shared": shared.run,
}
KEPT = Path(__file__).parent / "figures.json"
LONGEST = 900  # seconds of one part
PAGE = house.ROOT / "docs" / "performance.md"


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--quick", action="store_true", help="small sizes; nothing is written")
    parser.add_argument(
        "--only", choices=PARTS | BY_NAME, action="append", help="these parts; others stay"
    )
    args = parser.parse_args()
    if args.only:
        measure(args.only, quick=args.quick)
        return
    broken = [name for name in PARTS if not spawn(name, quick=args.quick)]
    if broken:
        sys.exit(f"not measured: {', '.join(broken)}")


def spawn(name, *, quick):
    """Measure one part in a process of its own; return whether that went well."""
    command = [sys.executable, "-m", "tests.bench", "--only", name, *(["--quick"] * quick)]
    try:
        return subprocess.run(command, check=False, timeout=LONGEST).returncode == 0
    except subprocess.TimeoutExpired:
        say(f"{name} took longer than {LONGEST} s")
        return False


def measure(names, *, quick):
    """Measure parts and keep each of them; the page is written from all that is kept."""
    figures = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for name in names:
        machine = describe_machine()
        say(f"-- {name}")
        figures[name] = {"machine": machine, "figures": (PARTS | BY_NAME)[name](quick=quick)}
        if quick:
            say(report.write({name: figures[name]}))
        else:
            KEPT.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")
            PAGE.write_text(report.write(figures), encoding="utf-8")


def describe_machine():
    """Return when and on what a part was measured."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{model}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}",
        "versions": f"Python {platform.python_version()}, DuckDB {duckdb.__version__}, "
        f"Streamlit {streamlit.__version__}",
        "load": round(os.getloadavg()[0], 1),
    }


if __name__ == "__main__":
    main()

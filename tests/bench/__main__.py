"""Measure and write docs/performance.md: ``python -m tests.bench [--quick] [--only PART]``."""

import argparse
import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import streamlit

from kasipkor_core import house
from tests.bench import board, live, nation, report, screens, sheets
from tests.bench.say import say

PARTS = {
    "board": board.run,
    "sheets": sheets.run,
    "nation": nation.run,
    "live": live.run,
    "screens": screens.run,
}
KEPT = Path(__file__).parent / "figures.json"


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--quick", action="store_true", help="small sizes; nothing is written")
    parser.add_argument("--only", choices=PARTS, action="append", help="these parts; others stay")
    args = parser.parse_args()
    figures = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for name in args.only or PARTS:
        say(f"-- {name}")
        figures[name] = {"machine": describe_machine(), "figures": PARTS[name](quick=args.quick)}
        if not args.quick:
            KEPT.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")
    text = report.write(figures)
    if args.quick:
        say(text)
        return
    (house.ROOT / "docs" / "performance.md").write_text(text, encoding="utf-8")


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

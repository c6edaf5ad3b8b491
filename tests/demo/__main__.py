"""Write data/demo anew: ``python -m tests.demo``."""

from tests.demo.build import DATA
from tests.demo.index import write_index
from tests.demo.season import build_season


def main():
    season = build_season()
    files = {**season.files, "season.toml": write_index(season)}
    for path, text in files.items():
        file = DATA / "demo" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


main()

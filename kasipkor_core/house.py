"""Where the files of the project stand: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).parent
ROOT = PACKAGE / "_house" if (PACKAGE / "_house").is_dir() else PACKAGE.parent
SQL = ROOT / "sql"
DATA = ROOT / "data"

"""Where the files of the project stand: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
ROOT = _PACKAGE / "_house" if (_PACKAGE / "_house").is_dir() else _PACKAGE.parent
SQL = ROOT / "sql"
DATA = ROOT / "data"

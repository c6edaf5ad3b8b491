"""Style, script, fonts and logo of the public board: files that change with a release only."""

import hashlib
from functools import cache
from pathlib import Path

from kasipkor_core import house, ui
from kasipkor_core.palette import write_values

_HERE = Path(__file__).parent
_SHARED = Path(ui.__file__).parent / "style" / "k-board.css"
_STATIC = (
    "KasipkorSigns.woff2",
    "NotoSans-Bold-kkruen.ttf",
    "NotoSans-Regular-kkruen.ttf",
    "OFL-NotoSans.txt",
    "logo-dark.svg",
    "logo-light.svg",
    "mark.svg",
)
_DIGITS = 10


@cache
def list_assets() -> dict[str, bytes]:
    """Return the files by path; style and script have their hash in the name."""
    static = {f"assets/{name}": (house.ROOT / "static" / name).read_bytes() for name in _STATIC}
    return static | {
        find_style(): _write_style().encode("utf-8"),
        find_script(): _read_script().encode("utf-8"),
    }


@cache
def find_style() -> str:
    """Return the path of the style sheet."""
    return f"assets/board-{_hash(_write_style())}.css"


@cache
def find_script() -> str:
    """Return the path of the script."""
    return f"assets/board-{_hash(_read_script())}.js"


@cache
def find_look() -> str:
    """Return what a page and what is put into it later must agree in."""
    return _hash(find_style() + find_script())


def _write_style() -> str:
    light, dark = write_values("light"), write_values("dark")
    return (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"@media print{{:root{{color-scheme:light;{light}}}}}\n"
        + _SHARED.read_text(encoding="utf-8")
        + (_HERE / "board.css").read_text(encoding="utf-8")
    )


def _read_script() -> str:
    return (_HERE / "board.js").read_text(encoding="utf-8")


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]

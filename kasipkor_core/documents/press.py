"""The presses: Typst's compilers, each with a folder where its layouts lie.

A file given in memory is read as Typst source whatever it is, anew for each paper. In a folder
the layouts are read once, and data never as source.
"""

import os
import queue
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import finalize

import typst

from kasipkor_core import house

PRESSES = 2  # at work at the same time: Typst leaves Python free while it sets
FONTS = house.ROOT / "static"
_MEMORY = Path("/dev/shm")  # noqa: S108  a folder with a random name, for its owner only


class Press:
    """A compiler and its ``folder``; for one thread at a time."""

    def __init__(self) -> None:
        """Open a folder in memory where there is one, and the house's fonts only."""
        parent = _MEMORY if os.access(_MEMORY, os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(prefix="kasipkor-", dir=parent))
        finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self._compiler = typst.Compiler(
            root=self.folder, font_paths=[str(FONTS)], ignore_system_fonts=True
        )
        self._layouts: Mapping[str, bytes] = {}

    def set(
        self, layout: str, data: bytes, layouts: Mapping[str, bytes], **options: object
    ) -> list[bytes]:
        """Return what the compiler makes of a layout: one file, or a picture a page.

        Args:
            layout: Name of the layout without its ending.
            data: What it reads as ``data.json``; gone from the folder afterwards.
            layouts: The files that it may read, by name.
            options: Of the compiler: format, points an inch, time in the metadata.

        Raises:
            typst.TypstError: the layout is broken.
        """
        self._lay(layouts)
        said = self.folder / "data.json"
        given: Any = options  # its stubs name each of them
        try:
            said.write_bytes(data)
            made: Any = self._compiler.compile(self.folder / f"{layout}.typ", **given)
        finally:
            said.unlink(missing_ok=True)
        return [made] if isinstance(made, bytes) else list(made)

    def _lay(self, layouts: Mapping[str, bytes]) -> None:
        """Let the layouts be all there is in the folder, which the system may have swept."""
        is_there = all((self.folder / name).exists() for name in layouts)
        if is_there and layouts == self._layouts:
            return
        self.folder.mkdir(mode=0o700, exist_ok=True)
        for name in self._layouts:
            (self.folder / name).unlink(missing_ok=True)
        for name, content in layouts.items():
            (self.folder / name).write_bytes(content)
        self._layouts = layouts


_FREE: queue.LifoQueue[Press | None] = queue.LifoQueue()
for _ in range(PRESSES):
    _FREE.put(None)


@contextmanager
def borrow_press() -> Iterator[Press]:
    """Lend a press, built at its first use; wait when all are at work."""
    press = _FREE.get()
    try:
        press = press or Press()
        yield press
    finally:
        _FREE.put(press)

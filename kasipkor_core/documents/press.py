"""The presses: processes that set papers, each with a folder where its layouts lie.

A file given to Typst in memory is read as its source whatever it is, anew for each paper. In a
folder the layouts are read once, and data never as source.
"""

import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from weakref import finalize

from kasipkor_core import house
from kasipkor_core.errors import Refused

PRESSES = 2  # at work at the same time
FONTS = house.ROOT / "static"
LONGEST = 300  # seconds of one job; a thousand pages take two
_LARGE = 1_000_000  # bytes of data after which the memory of a press is given back
_MEMORY = Path("/dev/shm")  # noqa: S108  a folder with a random name, for its owner only
_COMPOSITOR = Path(__file__).with_name("compositor.py")


class Broken(Exception):
    """A layout cannot be set.

    Args:
        words: What Typst says.
        diagnostic: The same with the place, as Typst draws it.
    """

    def __init__(self, words: str, diagnostic: str) -> None:
        """Keep the drawing apart from the words."""
        super().__init__(words)
        self.diagnostic = diagnostic


class Press:
    """A compositor and its ``folder``; for one thread at a time."""

    def __init__(self, *, longest: float = LONGEST) -> None:
        """Open a folder in memory where there is one, and start the process.

        Args:
            longest: Seconds that one job may take.
        """
        parent = _MEMORY if os.access(_MEMORY, os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(prefix="kasipkor-", dir=parent))
        self._process = subprocess.Popen(  # noqa: S603  our own program
            # -P: the modules beside the compositor are not for it
            [sys.executable, "-P", _COMPOSITOR, self.folder, FONTS],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._longest = longest
        self._layouts: Mapping[str, bytes] = {}
        self.close = finalize(self, _end, self._process, self.folder)

    @property
    def can_work(self) -> bool:
        """Whether the process is there."""
        return self.close.alive and self._process.poll() is None

    def set(
        self, layout: str, data: bytes, layouts: Mapping[str, bytes], **options: object
    ) -> list[bytes]:
        """Return what the compositor makes of a layout: one file, or a picture a page.

        Args:
            layout: Name of the layout without its ending.
            data: What it reads as ``data.json``; gone from the folder afterwards.
            layouts: The files that it may read, by name.
            options: Of the compiler: format, points an inch, time in the metadata.

        Raises:
            Broken: the layout is broken.
            Refused: it took too long, or more memory than there is; the press is closed.
        """
        self._lay(layouts)
        said = self.folder / "data.json"
        said.write_bytes(data)
        try:
            return self._ask({"file": str(self.folder / f"{layout}.typ"), "options": options})
        except (
            OSError,
            ValueError,
            EOFError,
        ) as error:  # the process is gone, its answer not whole
            self.close()
            raise Refused(
                "The layout {file} took longer than {seconds} seconds, or more memory than this "
                "machine has. Correct it, or issue fewer papers at a time; nothing was issued.",
                file=f"{layout}.typ",
                seconds=self._longest,
            ) from error
        finally:
            said.unlink(missing_ok=True)
            if len(data) > _LARGE:
                self.close()

    def _ask(self, job: dict[str, object]) -> list[bytes]:
        jobs, answers = self._process.stdin, self._process.stdout
        assert jobs  # noqa: S101  a pipe
        assert answers  # noqa: S101  the same
        clock = Timer(self._longest, self._process.kill)
        clock.start()
        try:
            jobs.write(json.dumps(job).encode() + b"\n")
            jobs.flush()
            answer = json.loads(answers.readline())
            files = [answers.read(size) for size in answer.get("sizes", ())]
        finally:
            clock.cancel()
        if "words" in answer:
            raise Broken(answer["words"], answer["diagnostic"])
        if [len(file) for file in files] != answer["sizes"]:
            raise EOFError
        return files

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


def _end(process: subprocess.Popen[bytes], folder: Path) -> None:
    """End a compositor at once: it has nothing that is not kept elsewhere."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # what waited to be written has no reader any more
            if pipe:
                pipe.close()
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)


_FREE: queue.LifoQueue[Press | None] = queue.LifoQueue()
for _ in range(PRESSES):
    _FREE.put(None)


@contextmanager
def borrow_press() -> Iterator[Press]:
    """Lend a press, started at its first use; wait when all are at work."""
    press = _FREE.get()
    try:
        press = press if press and press.can_work else Press()
        yield press
    finally:
        _FREE.put(press)

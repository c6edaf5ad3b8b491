"""A compositor: a process that sets papers with Typst, one after the other; press.py starts it.

It is a process of its own because the memory of a thousand pages, and a layout that never ends,
end with it. It imports nothing of the house. It reads jobs, each a line of JSON: ``file`` and the
``options`` of the compiler. It answers each with a line of JSON: the ``sizes`` of the files that
follow, or the ``words`` and the ``diagnostic`` of what is broken.
"""

import json
import signal
import sys
from typing import Any

import typst


def main() -> None:
    """Set papers until the input ends; the folder and that of the fonts are the arguments."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends first, and with it the input
    root, fonts = sys.argv[1:]
    compiler = typst.Compiler(root=root, font_paths=[fonts], ignore_system_fonts=True)
    for line in sys.stdin.buffer:
        answer, files = _set(compiler, json.loads(line))
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.writelines(files)
        sys.stdout.buffer.flush()


def _set(compiler: typst.Compiler, job: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    try:
        made: Any = compiler.compile(job["file"], **job["options"])
    except typst.TypstError as error:
        diagnostic = getattr(error, "diagnostic", "") or ""
        return {"words": str(error), "diagnostic": diagnostic}, []
    files = [made] if isinstance(made, bytes) else list(made)
    return {"sizes": [len(file) for file in files]}, files


if __name__ == "__main__":
    main()
